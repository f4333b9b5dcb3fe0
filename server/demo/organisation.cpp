#include "server/demo/organisation.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace shanzhi::demo {
namespace {

using places::SiteKind;

/// A point near the middle of a village, not on top of what stands there already.
base::Point near_centre(const DrawnTown& drawn, std::size_t village, Random& random) {
  const base::Point c = drawn.village_centres[village];
  for (int tries = 0; tries < 40; ++tries) {
    const base::Point p{c.x + (random.unit() - 0.5) * 0.012, c.y + (random.unit() - 0.5) * 0.009};
    if (base::contains(drawn.villages[village], p)) return p;
  }
  return c;
}

class SiteWriter {
 public:
  SiteWriter(app::TownData& town, const TownCodes& codes, const DrawnTown& drawn, base::Instant at,
             Random& random)
      : town_(town), codes_(codes), drawn_(drawn), at_(at), random_(random) {}

  void add(SiteKind kind, const std::string& name, const std::string& place, std::size_t village,
           const char* hours, const char* offers) {
    places::Site site;
    site.id.uuid = random_.uuid(at_);
    site.kind = kind;
    site.name = name;
    site.place = place.empty() ? codes_.villages[village] : place;
    site.at = near_centre(drawn_, village, random_);
    site.hours = hours;
    site.offers = offers;
    town_.sites.push_back(std::move(site));
  }

 private:
  app::TownData& town_;
  const TownCodes& codes_;
  const DrawnTown& drawn_;
  base::Instant at_;
  Random& random_;
};

constexpr const char* kOffice = "周一至周五 8:30–17:30";
constexpr const char* kDaily = "每天 8:00–18:00";

/// 乐活帮 and its ten sub-brands; those named in the sources come first (000), the rest are invented.
constexpr std::array<const char*, 10> kBrands{
    "星火盾·打更巡逻队", "益企同行", "集速帮",   "乐活青春季", "商会惠民",
    "银龄互助",          "和事佬",   "美丽庭院", "护学先锋",   "助农直播"};

}  // namespace

void add_sites(app::TownData& town, const TownCodes& codes, const DrawnTown& drawn,
               base::Instant at, Random& random) {
  SiteWriter sites(town, codes, drawn, at, random);
  const std::string& name = codes.town_name;
  sites.add(SiteKind::town_base, name + "乐活帮志愿服务总阵地", codes.town, 0, kOffice,
            "统筹全镇志愿服务，宣传展示，积分咨询");
  sites.add(SiteKind::supermarket, name + "积分超市", codes.town, 0, "周二至周日 9:00–17:00",
            "用积分换日用品，每月 15 日集中兑换");
  sites.add(SiteKind::service_station, name + "卫生院", codes.town, 0, kDaily, "积分抵扣体检项目");
  sites.add(SiteKind::service_station, "第一食品加工厂（示意）", codes.town, 0, kOffice,
            "认捐食品，提供岗位");
  sites.add(SiteKind::service_station, "第二食品加工厂（示意）", codes.town, 0, kOffice,
            "认捐食品，提供岗位");
  for (std::size_t h = 0; h < codes.hubs.size(); ++h) {
    const auto found =
        std::find(drawn.hub_of_village.begin(), drawn.hub_of_village.end(), static_cast<int>(h));
    const auto village = static_cast<std::size_t>(found - drawn.hub_of_village.begin());
    sites.add(SiteKind::hub_base, codes.hub_names[h] + "枢纽阵地", codes.hubs[h], village, kOffice,
              "志愿调度，活动策划");
  }
  for (std::size_t v = 0; v < codes.villages.size(); ++v) {
    sites.add(SiteKind::village_station, codes.village_names[v] + "党群服务中心", {}, v, kOffice,
              "就近便民服务，积分登记");
    sites.add(SiteKind::suggestion_box, codes.village_names[v] + "意见箱", {}, v, "全天",
              "投递意见建议，每周开箱");
    if (v % 6 == 0) {
      sites.add(SiteKind::canteen, codes.village_names[v] + "助老食堂", {}, v, "每天 11:00–13:00",
                "65 岁以上老人优惠用餐，可送餐");
    }
    if (v % 4 == 1) {
      sites.add(SiteKind::report_point, codes.village_names[v] + "事件上报点", {}, v, kDaily,
                "看到问题就近上报");
    }
  }
}

void add_merchants(app::TownData& town, const TownCodes& codes, const DrawnTown& drawn, int count,
                   base::Instant at, Random& random) {
  struct Trade {
    const char* trade;
    const char* suffix;
  };
  static constexpr std::array<Trade, 8> kTrades{Trade{"超市", "超市"},   Trade{"餐饮", "烧牛肉馆"},
                                                Trade{"餐饮", "面馆"},   Trade{"农资", "农资店"},
                                                Trade{"药店", "大药房"}, Trade{"理发", "理发店"},
                                                Trade{"五金", "五金店"}, Trade{"粮油", "粮油店"}};
  static constexpr std::array<const char*, 16> kSigns{
      "惠民", "百味", "老街", "福满", "顺和", "春来", "家和", "兴隆",
      "乐活", "德盛", "广源", "金穗", "同心", "便民", "永发", "聚友"};
  for (int i = 0; i < count; ++i) {
    const std::size_t village =
        random.chance(0.4) ? 0
                           : static_cast<std::size_t>(
                                 random.below(static_cast<std::int64_t>(codes.villages.size())));
    const Trade& trade = kTrades[static_cast<std::size_t>(random.below(kTrades.size()))];
    places::Merchant merchant;
    merchant.id.uuid = random.uuid(at);
    std::string place = codes.village_names[village];
    if (place.ends_with("村")) place.resize(place.size() - std::string_view("村").size());
    merchant.name =
        place + kSigns[static_cast<std::size_t>(random.below(kSigns.size()))] + trade.suffix;
    merchant.trade = trade.trade;
    merchant.place = codes.villages[village];
    merchant.at = near_centre(drawn, village, random);
    merchant.phone = "0530" + std::to_string(random.between(5000000, 5999999));
    town.merchants.push_back(std::move(merchant));
  }
}

void add_teams(app::TownData& town, const TownCodes& codes, const DrawnTown& drawn, int count,
               base::CivilDate today, Random& random) {
  // Who could join, by village of this town.
  std::unordered_map<std::string, std::size_t> village_of_code;
  for (std::size_t v = 0; v < codes.villages.size(); ++v) village_of_code[codes.villages[v]] = v;
  std::unordered_map<base::HouseholdId, std::size_t> village_of;
  for (const auto& household : town.households) {
    const auto found = village_of_code.find(household.grid.substr(0, 12));
    if (found != village_of_code.end()) village_of[household.id] = found->second;
  }
  std::vector<std::vector<base::PersonId>> adults(codes.villages.size());
  for (const auto& person : town.people) {
    const auto found = village_of.find(person.household);
    const int age = (today.days - person.born->days) / 365;
    if (found != village_of.end() && age >= 18 && age <= 70)
      adults[found->second].push_back(person.id);
  }
  const base::Instant at = base::start_of({today.days - 400});
  const auto hubs = static_cast<int>(codes.hubs.size());
  for (int i = 0; i < count; ++i) {
    people::Team team;
    team.id.uuid = random.uuid(at);
    team.way = static_cast<people::LeadWay>(random.below(3));
    team.brand = i == 0 ? "乐活帮" : kBrands[static_cast<std::size_t>(i - 1) % kBrands.size()];
    std::vector<std::size_t> villages;
    if (i == 0) {
      team.name = codes.town_name + "乐活帮志愿服务总队";
      team.place = codes.town;
      for (std::size_t v = 0; v < codes.villages.size(); ++v) villages.push_back(v);
    } else if (i <= hubs) {
      const auto h = static_cast<std::size_t>(i - 1);
      team.name = codes.hub_names[h] + "服务队";
      team.place = codes.hubs[h];
      for (std::size_t v = 0; v < codes.villages.size(); ++v) {
        if (drawn.hub_of_village[v] == static_cast<int>(h)) villages.push_back(v);
      }
    } else {
      const auto v = static_cast<std::size_t>(i - 1 - hubs) % codes.villages.size();
      team.name = codes.village_names[v] + std::string(team.brand) +
                  (team.brand.ends_with("队") ? "" : "服务队");
      team.place = codes.villages[v];
      villages.push_back(v);
    }
    const std::int64_t wanted = i == 0      ? 120
                                : i <= hubs ? random.between(40, 80)
                                            : random.between(18, 50);
    for (std::int64_t tries = 0;
         tries < wanted * 3 && static_cast<std::int64_t>(team.members.size()) < wanted; ++tries) {
      const auto& from = adults[random.pick(villages)];
      if (from.empty()) continue;
      const base::PersonId member = random.pick(from);
      if (std::find(team.members.begin(), team.members.end(), member) == team.members.end())
        team.members.push_back(member);
    }
    if (!team.members.empty()) team.leader = team.members.front();
    town.teams.push_back(std::move(team));
  }
}

}  // namespace shanzhi::demo
