// The year of the ribbon: its days, the solar terms below them, the peaks that have a name.
#include <algorithm>

#include "client/hall.h"
#include "shared/base/lunar.h"
#include "shared/base/order.h"

namespace shanzhi::app {

using model::query_path;
using screens::Message;

std::int64_t Hall::field_minutes(const screens::Env& env, int field) {
  constexpr const char* kFields[] = {"livelihood", "culture", "ecology", "safety", "industry"};
  const auto& days =
      days_.want(query_path("days", {{"place", env.place}, {"field", kFields[field]}}));
  if (!days) return 0;
  const base::CivilDate first = base::civil_from_ymd(static_cast<int>(days->year), 1, 1);
  const int from = base::span_of(base::Period::month, env.today).first.days - first.days;
  std::int64_t sum = 0;
  for (std::size_t i = static_cast<std::size_t>(std::max(0, from)); i < days->minutes.size(); i++)
    sum += days->minutes[i];
  return sum;
}

std::string term_of(base::CivilDate day) {
  const int year = base::ymd_of(day).year;
  std::string name = base::solar_term_name(base::kSolarTerms - 1);  // early in January: 冬至
  for (int i = 0; i < base::kSolarTerms; i++) {
    const auto on = base::solar_term_day(year, i);
    if (!on) return {};
    if (*on <= day) name = base::solar_term_name(i);
  }
  return name;
}

namespace {

constexpr int kPeaks = 5, kWeek = 7, kApart = 16;

/// Days that villages keep: by the lunar calendar (month below zero) or by ours.
struct Feast {
  int month, day;
  Message name;
};
constexpr Feast kFeasts[] = {{-1, 1, Message::hall_feast_spring},
                             {-1, 15, Message::hall_feast_lantern},
                             {-5, 5, Message::hall_feast_dragon},
                             {-8, 15, Message::hall_feast_autumn},
                             {-9, 9, Message::hall_feast_elders},
                             {1, 1, Message::hall_feast_new_year},
                             {3, 5, Message::hall_feast_lei_feng},
                             {5, 1, Message::hall_feast_may},
                             {7, 1, Message::hall_feast_party},
                             {10, 1, Message::hall_feast_national},
                             {12, 5, Message::hall_feast_volunteers}};
/// A peak within so many days of a feast is called after it.
constexpr int kFeastDays = 4;

bool falls_on(base::CivilDate date, const Feast& feast) {
  const base::YearMonthDay ymd = base::ymd_of(date);
  if (feast.month > 0) return ymd.month == feast.month && ymd.day == feast.day;
  const auto lunar = base::lunar_date(date);
  return lunar && !lunar->leap && lunar->month == -feast.month && lunar->day == feast.day;
}

/// The feast nearest to the day, else the solar term that it is in, else its date.
std::string occasion(base::CivilDate day, text::Language language) {
  for (int away = 0; away <= kFeastDays; away++)
    for (const int sign : {-1, 1})
      for (const Feast& feast : kFeasts)
        if (falls_on({day.days + away * sign}, feast)) return text::say(feast.name, language);
  const std::string term = term_of(day);
  return term.empty() || language == text::Language::english ? base::to_text(day).substr(5) : term;
}

/// Hours of the week round each day: what stands out of it is no chance of one day.
std::vector<float> by_week(const std::vector<ui::RibbonDay>& days, int until) {
  std::vector<float> out(static_cast<std::size_t>(std::max(0, until)));
  for (int i = 0; i < until; i++) {
    const int from = std::max(0, i - kWeek / 2), to = std::min(until, i + kWeek / 2 + 1);
    for (int k = from; k < to; k++)
      out[static_cast<std::size_t>(i)] += days[static_cast<std::size_t>(k)].up;
    out[static_cast<std::size_t>(i)] /= static_cast<float>(to - from);
  }
  return out;
}

/// The days whose weeks stand a quarter above the usual one, apart from each other, greatest first.
std::vector<int> peak_days(const std::vector<float>& weeks) {
  std::vector<float> sorted = weeks;
  base::put_in_order(sorted);
  std::vector<int> order, out;
  const float usual = sorted.empty() ? 0 : sorted[sorted.size() / 2];
  for (std::size_t i = 0; i < weeks.size(); i++)
    if (weeks[i] > usual * 1.25f) order.push_back(static_cast<int>(i));
  base::put_in_order(order, [&](int a, int b) {
    return weeks[static_cast<std::size_t>(a)] > weeks[static_cast<std::size_t>(b)];
  });
  for (const int day : order) {
    const auto near = [day](int other) { return std::abs(day - other) < kApart; };
    if (static_cast<int>(out.size()) < kPeaks && std::none_of(out.begin(), out.end(), near))
      out.push_back(day);
  }
  base::put_in_order(out);
  return out;
}

}  // namespace

void Hall::refresh_year(const screens::Env& env) {
  const auto& days = days_.want(query_path("days", {{"place", env.place}}));
  if (!days) return;
  const auto revision = days.revision * 400u + static_cast<std::uint32_t>(env.today.days % 400);
  if (revision == year_revision_) return;
  year_revision_ = revision;
  year_ = {};
  year_.year = static_cast<int>(days->year);
  const base::CivilDate first = base::civil_from_ymd(year_.year, 1, 1);
  const int all = base::civil_from_ymd(year_.year + 1, 1, 1).days - first.days;
  const int today = env.today.days - first.days;
  year_.today = today >= 0 && today < all ? today : -1;
  for (int i = 0; i < all; i++) {
    const auto at = static_cast<std::size_t>(i);
    ui::RibbonDay d;
    d.future = at >= days->minutes.size();
    if (!d.future) d.up = static_cast<float>(days->minutes[at]);
    if (at < days->services.size()) d.down = static_cast<float>(days->services[at]);
    d.today = i == year_.today;
    year_.days.push_back(d);
  }
  for (int i = 0; i < base::kSolarTerms; i++) {
    const auto on = base::solar_term_day(year_.year, i);
    if (!on) break;
    const std::string name = base::solar_term_name(i);
    year_.terms.push_back({on->days - first.days, name, name == term_of(env.today)});
  }
  const int until = std::min(all, today + 1);
  const std::vector<float> weeks = by_week(year_.days, until);
  for (const int day : peak_days(weeks)) {
    const float hours = year_.days[static_cast<std::size_t>(day)].up / 60;
    year_.peaks.push_back(
        {day, env.fill(Message::hall_peak, {occasion({first.days + day}, env.language()),
                                            text::count(static_cast<std::int64_t>(hours))})});
  }
}

}  // namespace shanzhi::app
