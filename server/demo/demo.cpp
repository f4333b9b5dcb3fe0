#include "server/demo/demo.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "server/demo/activity.h"
#include "server/demo/divisions.h"
#include "server/demo/organisation.h"
#include "server/demo/random.h"
#include "server/demo/residents.h"
#include "server/demo/rule_book.h"
#include "server/demo/tessellation.h"
#include "shared/base/pinyin.h"

namespace shanzhi::demo {
namespace {

constexpr std::string_view kTown = "371702106";  // 小留镇
constexpr std::string_view kCounty = "371702";   // 牡丹区
constexpr std::int64_t kOneTownMax = 100'000;
constexpr double kTownSpacingDegrees = 0.115;  ///< towns of the county's drawing side by side
constexpr int kTownColumns = 5;

std::string without_village(std::string name) {
  constexpr std::string_view kVillage = "村";
  if (name.ends_with(kVillage) && name.size() > 2 * kVillage.size())
    name.resize(name.size() - kVillage.size());
  return name;
}

std::string household_prefix(const std::string& village_name) {
  std::string prefix = base::pinyin_of_place(without_village(village_name)).initials;
  for (char& c : prefix) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return prefix.empty() ? "H" : prefix.substr(0, 3);
}

/// Draws one town and adds its places, sites and merchants.
class TownBuilder {
 public:
  TownBuilder(app::TownData& town, std::vector<InhabitedGrid>& grids, std::uint64_t seed,
              base::Instant at)
      : town_(town), grids_(grids), random_(seed), seed_(seed), at_(at) {}

  void build(std::string_view code, std::string_view name, std::string_view parent, int number) {
    name_villages(code, name);
    TownShape shape;
    shape.villages = static_cast<int>(codes_.villages.size());
    const bool reference = code == kTown;
    shape.grids = reference ? kGrids : shape.villages * 7;
    shape.hubs = reference ? kHubs : std::clamp(shape.villages / 4, 1, 12);
    shape.seed = seed_;
    if (number > 0) {
      const int column = number % kTownColumns, row = number / kTownColumns;
      shape.centre.x += kTownSpacingDegrees * column;
      shape.centre.y -= kTownSpacingDegrees * row;
    }
    drawn_ = draw_town(shape);
    add_tree(std::string(parent));
    add_sites(town_, codes_, drawn_, at_, random_);
    add_merchants(town_, codes_, drawn_, kMerchants, at_, random_);
  }
  void organise(base::CivilDate today) { add_teams(town_, codes_, drawn_, kTeams, today, random_); }

 private:
  void name_villages(std::string_view code, std::string_view name) {
    codes_.town = code;
    codes_.town_name = name;
    for (const Division& division : divisions_of_mudan()) {
      if (division.parent != code) continue;
      codes_.villages.push_back(division.code);
      codes_.village_names.push_back(short_division_name(division.name));
    }
  }

  void add_tree(const std::string& parent) {
    add_place(codes_.town, codes_.town_name, places::Level::town, parent, drawn_.outline);
    for (std::size_t h = 0; h < drawn_.hubs.size(); ++h) {
      codes_.hubs.push_back(codes_.town + "-H" + std::to_string(h + 1));
      const auto found = std::find(drawn_.hub_of_village.begin(), drawn_.hub_of_village.end(),
                                   static_cast<int>(h));
      const auto first = static_cast<std::size_t>(found - drawn_.hub_of_village.begin());
      codes_.hub_names.push_back(without_village(codes_.village_names[first]) + "管区");
      add_place(codes_.hubs[h], codes_.hub_names[h], places::Level::hub, codes_.town,
                drawn_.hubs[h]);
    }
    std::size_t grid = 0;
    for (std::size_t v = 0; v < codes_.villages.size(); ++v) {
      const auto hub = static_cast<std::size_t>(drawn_.hub_of_village[v]);
      add_place(codes_.villages[v], codes_.village_names[v], places::Level::village,
                codes_.hubs[hub], drawn_.villages[v]);
      const auto hamlets = add_hamlets(v);
      for (; grid < drawn_.grids.size() && drawn_.grids[grid].village == static_cast<int>(v);
           ++grid)
        add_grid(v, drawn_.grids[grid], hamlets);
      ++villages_built_;
    }
  }

  /// Two natural villages in each: invented names, the real ones are not published.
  std::vector<std::string> add_hamlets(std::size_t v) {
    const std::string base_name = without_village(codes_.village_names[v]);
    std::vector<std::string> codes;
    for (int i = 1; i <= 2; ++i) {
      codes.push_back(codes_.villages[v] + "-X" + std::to_string(i));
      const std::string name = i == 1 ? base_name : base_name + side_of(v).name + "头";
      add_place(codes.back(), name, places::Level::hamlet, codes_.villages[v], {});
    }
    return codes;
  }

  /// Where the second hamlet of a village lies from the first.
  struct Side {
    const char* name;
    double x, y;  ///< degrees
  };
  const Side& side_of(std::size_t v) const {
    static constexpr Side kSides[] = {
        {"东", 0.0052, 0}, {"西", -0.0052, 0}, {"南", 0, -0.0042}, {"北", 0, 0.0042}};
    return kSides[(v + seed_) % std::size(kSides)];
  }
  std::vector<base::Point> hearts_of(std::size_t v) const {
    const base::Point first = drawn_.village_centres[v];
    return {first, {first.x + side_of(v).x, first.y + side_of(v).y}};
  }

  void add_grid(std::size_t v, const DrawnGrid& grid, const std::vector<std::string>& hamlets) {
    char suffix[8];
    std::snprintf(suffix, sizeof suffix, "-G%02d", grid.number);
    const std::string code = codes_.villages[v] + suffix;
    add_place(code, codes_.village_names[v] + "第" + std::to_string(grid.number) + "微网格",
              places::Level::grid, codes_.villages[v], {{grid.ring, {}}});
    grids_.push_back({code, codes_.village_names[v], household_prefix(codes_.village_names[v]),
                      hamlets, hearts_of(v), grid.ring,
                      static_cast<int>(grids_.empty() ? 0 : grids_.back().village)});
    if (grids_.size() > 1 && grids_[grids_.size() - 2].village_name != codes_.village_names[v])
      ++grids_.back().village;
  }

  void add_place(const std::string& code, const std::string& name, places::Level level,
                 const std::string& parent, base::Outline outline) {
    town_.places.push_back({code, name, level, parent, std::move(outline), true});
  }

  app::TownData& town_;
  std::vector<InhabitedGrid>& grids_;
  Random random_;
  std::uint64_t seed_;
  base::Instant at_;
  TownCodes codes_;
  DrawnTown drawn_;
  int villages_built_ = 0;
};

/// 小留镇 first, then others of the county in the order of their codes.
std::vector<Division> towns_for(std::int64_t people) {
  const std::int64_t wanted =
      people <= kOneTownMax ? 1 : std::clamp<std::int64_t>((people + 30'000) / 60'000, 2, 18);
  std::vector<Division> towns;
  for (const Division& division : divisions_of_mudan()) {
    if (division.code == kTown) towns.insert(towns.begin(), division);
    if (division.parent == kCounty && division.code != kTown) towns.push_back(division);
  }
  towns.resize(static_cast<std::size_t>(wanted));
  return towns;
}

}  // namespace

app::TownData make_town(const DemoOptions& options) {
  app::TownData town;
  std::vector<InhabitedGrid> grids;
  const base::Instant founded = base::start_of({options.today.days - 430});
  const auto towns = towns_for(options.people);
  std::string root;
  if (towns.size() > 1) {
    town.places.push_back({std::string(kCounty), "牡丹区", places::Level::county, {}, {}, true});
    root = kCounty;
  }
  std::vector<TownBuilder> builders;
  builders.reserve(towns.size());
  for (std::size_t i = 0; i < towns.size(); ++i) {
    builders.emplace_back(town, grids, options.seed + i, founded);
    builders.back().build(towns[i].code, towns[i].name, root, static_cast<int>(i));
  }
  Random random(options.seed ^ 0x5348414E5A4849ull);
  const auto n = static_cast<double>(options.people) / kPeople;
  const auto scaled = [&](std::int64_t figure) {
    return options.people == kPeople ? figure : std::llround(static_cast<double>(figure) * n);
  };
  const auto grid_count = static_cast<std::int64_t>(grids.size());
  settle(town, grids,
         std::clamp<std::int64_t>(scaled(kHouseholds), std::min(grid_count, options.people),
                                  options.people),
         options.people, options.today, random);
  appoint_grid_workers(town, grids, scaled(kGridWorkers), options.today, random);
  for (auto& builder : builders) builder.organise(options.today);
  town.rules = make_rule_book(base::civil_from_ymd(2024, 1, 1));

  ActivityPlan plan;
  plan.today = options.today;
  plan.issued = {scaled(kIssuedCentipoints) * options.activity / 100 * 100};
  plan.verified = {plan.issued.count * kVerifiedPerTenThousand / 10'000 / 100 * 100};
  live_a_year(town, plan, random);
  return town;
}

}  // namespace shanzhi::demo
