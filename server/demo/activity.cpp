#include "server/demo/activity.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace shanzhi::demo {
namespace {

using base::CivilDate;
using base::Points;

constexpr int kDays = 365;
constexpr std::int64_t kHalfHour = 30;  ///< minutes; service is booked in half hours
constexpr std::int64_t kPointsPerHalfHour = 50;

/// How often a rule is used, when in the day, in which months, and what the entry says.
struct Habit {
  const char* rule;
  double weight;
  int from_hour, to_hour;
  unsigned months;                      ///< bit 1 = January … bit 12
  int half_hours_low, half_hours_high;  ///< for rules by the hour
  std::array<const char*, 4> notes;
};
constexpr unsigned kAllYear = 0x1FFE;
constexpr unsigned months(int first, int last) {
  unsigned bits = 0;
  for (int month = first; month <= last; ++month) bits |= 1u << month;
  return bits;
}
constexpr std::array kHabits{
    Habit{
        "S01", 21, 8, 17, kAllYear, 2, 6, {"敬老院帮厨", "村道清扫", "集市秩序维护", "红白事帮忙"}},
    Habit{"S02", 13, 19, 22, kAllYear, 3, 6, {"打更巡逻", "夜间巡逻", "年节夜巡", "防火夜巡"}},
    Habit{
        "S03", 9, 7, 8, kAllYear, 1, 2, {"小学门口早护学", "放学护学岗", "校车点值守", "路口护学"}},
    Habit{"S04", 7, 8, 16, kAllYear, 2, 5, {"上门理发", "修理电器", "集中义剪", "修纱窗门锁"}},
    Habit{"S05", 5, 8, 18, kAllYear, 0, 0, {"代买降压药", "代缴电费", "代取快递", "代办社保认证"}},
    Habit{"S06",
          1.6,
          9,
          20,
          kAllYear,
          0,
          0,
          {"邻里宅基纠纷调解", "赡养矛盾调解", "地边纠纷调解", "债务矛盾调解"}},
    Habit{"S07", 2.6, 7, 20, kAllYear, 0, 0, {"路灯不亮", "井盖松动", "排水沟堵塞", "线杆倾斜"}},
    Habit{"S08",
          4,
          9,
          17,
          kAllYear,
          1,
          4,
          {"医保政策入户宣传", "反诈宣传", "森林防火宣传", "惠农政策讲解"}},
    Habit{"S09", 3, 15, 20, kAllYear, 2, 4, {"文艺巡演", "广场舞展演", "戏曲下乡", "元宵节演出"}},
    Habit{"S10",
          3,
          8,
          16,
          months(7, 8),
          3,
          8,
          {"暑期课堂助教", "作业辅导", "绘画课助教", "安全课助教"}},
    Habit{
        "S11", 11, 6, 16, kAllYear, 2, 6, {"清理村道杂物", "河道清洁", "美丽庭院帮扶", "捡拾地膜"}},
    Habit{"S12", 2, 9, 16, kAllYear, 0, 0, {"垃圾分类月检达标", "", "", ""}},
    Habit{"C01", 0.5, 9, 16, kAllYear, 0, 0, {"喜事简办", "丧事简办", "满月酒简办", "升学宴简办"}},
    Habit{"C02", 6, 9, 16, months(10, 12), 0, 0, {"按时缴纳医保", "按时缴纳社保", "", ""}},
    Habit{"C03", 0.5, 9, 16, kAllYear, 0, 0, {"常年照料卧床老人", "孝老爱亲评议", "", ""}},
    Habit{
        "C04", 5, 7, 19, kAllYear, 0, 0, {"帮邻居收麦", "帮独居老人送饭", "帮看孩子", "帮修院墙"}},
    Habit{"C05",
          1.5,
          8,
          19,
          kAllYear,
          0,
          0,
          {"送走失老人回家", "雨天送学生", "救助落水者", "帮推抛锚车"}},
    Habit{"C06", 0.5, 8, 19, kAllYear, 0, 0, {"拾到手机归还", "拾到钱包归还", "", ""}},
    Habit{"C07", 3, 9, 16, kAllYear, 0, 0, {"庭院整洁月评", "", "", ""}},
    Habit{"C08", 3, 8, 21, kAllYear, 0, 0, {"知识问答满分", "", "", ""}},
    Habit{"C09", 3, 15, 20, kAllYear, 0, 0, {"参加村民议事会", "参加网格议事会", "", ""}},
    Habit{"C10", 1, 9, 16, kAllYear, 0, 0, {"居民公约季度达标", "", "", ""}},
    Habit{"C11", 0.25, 9, 15, kAllYear, 0, 0, {"无偿献血", "", "", ""}},
    Habit{"C12",
          0.4,
          9,
          16,
          kAllYear,
          0,
          0,
          {"建议被采纳：增设路灯", "建议被采纳：错峰浇地", "", ""}},
    Habit{"C13", 0.5, 9, 16, kAllYear, 0, 0, {"电商培训结业", "家政培训结业", "育婴培训结业", ""}},
    Habit{"C14", 0.25, 9, 16, kAllYear, 0, 0, {"带动助农直播销售", "带动留守妇女就业", "", ""}},
    Habit{"N01", 0.16, 7, 18, kAllYear, 0, 0, {"垃圾倒在沟渠", "", "", ""}},
    Habit{"N04", 0.10, 7, 18, kAllYear, 0, 0, {"占道经营", "乱停车堵路", "", ""}},
    Habit{"N05", 0.08, 7, 20, kAllYear, 0, 0, {"遛狗不牵绳", "", "", ""}},
    Habit{"N07", 0.08, 8, 20, kAllYear, 0, 0, {"电动车飞线充电", "", "", ""}},
    Habit{"N08", 0.05, 8, 18, months(6, 6) | months(10, 10), 0, 0, {"焚烧秸秆", "", "", ""}}};

/// Activity of a civil day: weekends, themed days on the 15th and 28th (003), winter quiet, growth.
double weight_of_day(CivilDate day, int index) {
  const auto ymd = base::ymd_of(day);
  const int weekday = base::weekday_of(day);
  double weight = 0.75 + 0.5 * index / kDays;
  if (weekday >= 6) weight *= 1.35;
  if (ymd.day == 15 || ymd.day == 28) weight *= 1.9;
  if (ymd.month == 2) weight *= 0.75;
  if (ymd.month == 6) weight *= 0.85;
  if (ymd.month == 7 || ymd.month == 8) weight *= 1.15;
  return weight;
}

/// Lives the days one by one, keeping balances and what each person was granted in each cap period.
class Year {
 public:
  Year(app::TownData& town, const ActivityPlan& plan, Random& random)
      : town_(town), plan_(plan), random_(random), balance_(town.people.size(), 0) {
    choose_volunteers();
    for (std::size_t i = 0; i < kHabits.size(); ++i) {
      for (std::size_t r = 0; r < town.rules.size(); ++r) {
        if (town.rules[r].code == kHabits[i].rule) rule_of_habit_.push_back(static_cast<int>(r));
      }
    }
  }

  void live() {
    std::array<double, kDays> upto{};
    double sum = 0;
    const CivilDate first{plan_.today.days - kDays};
    for (int d = 0; d < kDays; ++d)
      upto[static_cast<std::size_t>(d)] = sum += weight_of_day({first.days + d}, d);
    for (int d = 0; d < kDays; ++d) {
      const double share = upto[static_cast<std::size_t>(d)] / sum;
      const bool last = d == kDays - 1;
      live_day({first.days + d}, last ? plan_.issued.count : rounded(plan_.issued.count, share, 50),
               last ? plan_.verified.count : spent_by(share));
    }
  }

 private:
  static std::int64_t rounded(std::int64_t total, double share, std::int64_t step) {
    return static_cast<std::int64_t>(static_cast<double>(total) * share) / step * step;
  }
  /// Spending starts slowly: there must be something to spend.
  std::int64_t spent_by(double share) const {
    return rounded(plan_.verified.count, share * share, base::kCentipointsPerPoint);
  }

  /// About one adult in nine serves regularly, a few of them very much; any adult now and then.
  void choose_volunteers() {
    for (std::size_t p = 0; p < town_.people.size(); ++p) {
      const int age = (plan_.today.days - town_.people[p].born->days) / 365;
      double weight = 0;
      if (age >= 16 && age <= 78) {
        weight = 0.02;
        if (random_.chance(0.11)) weight = 1.0 / (0.12 + random_.unit());
        if (age < 22 || age > 70) weight *= 0.45;
      }
      everyone_.add(weight);
    }
  }

  void live_day(CivilDate day, std::int64_t issued_target, std::int64_t verified_target) {
    const std::size_t first_award = town_.awards.size(), first_spending = town_.spendings.size();
    habits_today(day);
    while (issued_ < issued_target) award_something(day, issued_target - issued_);
    while (verified_ < verified_target && spend_something(day, verified_target - verified_)) {
    }
    auto by_time = [](const auto& a, const auto& b) { return a.at < b.at; };
    std::sort(town_.awards.begin() + static_cast<std::ptrdiff_t>(first_award), town_.awards.end(),
              by_time);
    std::sort(town_.spendings.begin() + static_cast<std::ptrdiff_t>(first_spending),
              town_.spendings.end(), by_time);
  }

  void habits_today(CivilDate day) {
    const unsigned month = 1u << base::ymd_of(day).month;
    weights_.fill(0);
    for (std::size_t i = 0; i < kHabits.size(); ++i) {
      if (kHabits[i].months & month) weights_[i] = kHabits[i].weight;
    }
  }

  base::Instant moment(CivilDate day, const Habit& habit) {
    const std::int64_t minutes = random_.between(habit.from_hour * 60, habit.to_hour * 60 + 59);
    return {base::start_of(day).unix_ms + minutes * base::kMsPerMinute +
            random_.below(base::kMsPerMinute)};
  }

  void award_something(CivilDate day, std::int64_t left) {
    std::size_t h = random_.pick_weighted(weights_);
    if (left < 5 * base::kCentipointsPerPoint) h = 0;  // the rest of the day in half hours
    const Habit& habit = kHabits[h];
    const auto rule_index = static_cast<std::size_t>(rule_of_habit_[h]);
    const rules::Rule& rule = town_.rules[rule_index];
    const std::size_t person = everyone_.draw(random_);

    app::PastAward award;
    award.points = rule.points;
    if (rule.unit == rules::Unit::hour) {
      std::int64_t halves = random_.between(habit.half_hours_low, habit.half_hours_high);
      halves = std::min(halves, left / kPointsPerHalfHour);
      award.minutes = {halves * kHalfHour};
      award.points = rules::points_for(rule, award.minutes);
    }
    const bool deduct = rule.direction == rules::Direction::deduct;
    if (!allowed(person, rule_index, rule, day, award)) return;
    if (deduct && balance_[person] < award.points.count) return;
    award.person = static_cast<std::int32_t>(person);
    award.rule = static_cast<std::int32_t>(rule_index);
    award.at = moment(day, habit);
    award.id.uuid = random_.uuid(award.at);
    award.note = note_of(habit);
    granted_[key_of(person, rule_index, rule, day)] += award.points.count;
    minutes_today(person, day) += award.minutes.count;
    balance_[person] += deduct ? -award.points.count : award.points.count;
    if (!deduct) {
      issued_ += award.points.count;
      earners_.push_back(person);
    }
    town_.awards.push_back(std::move(award));
  }

  std::string note_of(const Habit& habit) {
    std::size_t n = 0;
    while (n < habit.notes.size() && *habit.notes[n] != 0) ++n;
    return habit.notes[static_cast<std::size_t>(random_.below(static_cast<std::int64_t>(n)))];
  }

  static std::uint64_t key_of(std::size_t person, std::size_t rule, const rules::Rule& rule_book,
                              CivilDate day) {
    const auto start = base::span_of(rule_book.cap_period, day).first.days;
    return (static_cast<std::uint64_t>(person) * 64 + rule) * 100'000 +
           static_cast<std::uint64_t>(start);
  }

  bool allowed(std::size_t person, std::size_t rule_index, const rules::Rule& rule, CivilDate day,
               const app::PastAward& award) {
    if (award.points.count <= 0) return false;
    if (minutes_today(person, day) + award.minutes.count > 8 * 60) return false;
    if (rule.cap.count == 0) return true;
    const auto found = granted_.find(key_of(person, rule_index, rule, day));
    const std::int64_t before = found == granted_.end() ? 0 : found->second;
    return before + award.points.count <= rule.cap.count;
  }

  std::int64_t& minutes_today(std::size_t person, CivilDate day) {
    if (!(day == minutes_day_)) {
      minutes_.clear();
      minutes_day_ = day;
    }
    return minutes_[person];
  }

  bool spend_something(CivilDate day, std::int64_t left) {
    static constexpr std::array<const char*, 8> kGoods{"食用盐 2 袋", "洗衣液 1 瓶", "毛巾 1 条",
                                                       "馒头 10 个",  "理发 1 次",   "牙膏 1 支",
                                                       "鸡蛋 1 板",   "化肥抵扣券"};
    if (earners_.empty()) return false;
    for (int tries = 0; tries < 400; ++tries) {
      const std::size_t person = random_.pick(earners_);
      const std::int64_t have = balance_[person] / base::kCentipointsPerPoint;
      const std::int64_t want =
          std::min({random_.between(5, 30), left / base::kCentipointsPerPoint, have});
      if (want < 1 || (want < 5 && left > 5 * base::kCentipointsPerPoint)) continue;
      app::PastSpending spending;
      spending.person = static_cast<std::int32_t>(person);
      spending.merchant = static_cast<std::int32_t>(
          random_.below(static_cast<std::int64_t>(town_.merchants.size())));
      spending.points = {want * base::kCentipointsPerPoint};
      // In the evening, when the day's awards are in: no balance ever dips below zero.
      spending.at = {base::start_of(day).unix_ms + 23 * base::kMsPerHour +
                     random_.below(50 * base::kMsPerMinute)};
      spending.id.uuid = random_.uuid(spending.at);
      spending.note = kGoods[static_cast<std::size_t>(random_.below(kGoods.size()))];
      balance_[person] -= spending.points.count;
      verified_ += spending.points.count;
      town_.spendings.push_back(std::move(spending));
      return true;
    }
    return false;
  }

  app::TownData& town_;
  const ActivityPlan& plan_;
  Random& random_;
  std::vector<std::int64_t> balance_;
  WeightedDraw everyone_;
  std::vector<std::size_t> earners_;
  std::vector<int> rule_of_habit_;
  std::array<double, kHabits.size()> weights_{};
  std::unordered_map<std::uint64_t, std::int64_t> granted_;
  std::unordered_map<std::size_t, std::int64_t> minutes_;
  CivilDate minutes_day_{-1};
  std::int64_t issued_ = 0, verified_ = 0;
};

}  // namespace

void live_a_year(app::TownData& town, const ActivityPlan& plan, Random& random) {
  Year(town, plan, random).live();
}

}  // namespace shanzhi::demo
