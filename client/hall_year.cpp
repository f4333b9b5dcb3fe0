// The year of the ribbon: its days, the solar terms below them, the peaks that have a name.
#include <algorithm>

#include "client/hall.h"
#include "shared/base/lunar.h"

namespace shanzhi::app {

using model::query_path;

std::string term_of(base::CivilDate day) {
  constexpr int kLongest = 16;  // days from one term to the next
  return base::solar_term_within({day.days - kLongest}, day);
}

namespace {

constexpr int kPeaks = 5, kWeeks = 14, kApart = 26;
constexpr float kStandsOut = 1.5f;

/// Days that villages keep: by the lunar calendar (month below zero) or by ours.
struct Feast {
  int month, day;
  text::HallWord name;
};
constexpr Feast kFeasts[] = {
    {-1, 1, text::HallWord::feast_spring},    {-1, 15, text::HallWord::feast_lantern},
    {-5, 5, text::HallWord::feast_dragon},    {-8, 15, text::HallWord::feast_autumn},
    {-9, 9, text::HallWord::feast_elders},    {1, 1, text::HallWord::feast_new_year},
    {3, 5, text::HallWord::feast_lei_feng},   {5, 1, text::HallWord::feast_may},
    {7, 1, text::HallWord::feast_party},      {10, 1, text::HallWord::feast_national},
    {12, 5, text::HallWord::feast_volunteers}};
/// A peak within so many days of a feast is called after it.
constexpr int kFeastDays = 3, kTermDays = 4;

bool falls_on(base::CivilDate date, const Feast& feast) {
  const base::YearMonthDay ymd = base::ymd_of(date);
  if (feast.month > 0) return ymd.month == feast.month && ymd.day == feast.day;
  const auto lunar = base::lunar_date(date);
  return lunar && !lunar->leap && lunar->month == -feast.month && lunar->day == feast.day;
}

/// The feast or solar term that the day is at, else its date.
std::string occasion(base::CivilDate day, text::Language language) {
  for (int away = 0; away <= kFeastDays; away++)
    for (const int sign : {-1, 1})
      for (const Feast& feast : kFeasts)
        if (falls_on({day.days + away * sign}, feast)) return text::say(feast.name, language);
  const std::string term = term_of(day);
  const bool begins = !term.empty() && term != term_of({day.days - kTermDays});
  if (begins && language == text::Language::chinese) return term;
  const std::string words = text::day(day, language);  // without the weekday
  return language == text::Language::chinese ? words.substr(0, words.find(' '))
                                             : words.substr(words.find(' ') + 1);
}

/// How far a day stands above what is usual in the weeks round it: 2 = twice as much.
float standing(const std::vector<ui::RibbonDay>& days, int day, int until) {
  const int from = std::max(0, day - kWeeks), to = std::min(until, day + kWeeks + 1);
  const auto up = [&](int i) { return days[static_cast<std::size_t>(i)].up; };
  for (int i = from; i < to; i++) {  // the one in the middle of them all
    int less = 0, same = 0;
    for (int k = from; k < to; k++) less += up(k) < up(i), same += up(k) == up(i);
    if (less <= (to - from) / 2 && less + same > (to - from) / 2)
      return up(i) > 0 ? up(day) / up(i) : 0;
  }
  return 0;
}

/// Of each day: is it one of those that stand out most, apart from each other?
std::vector<bool> peak_days(const std::vector<ui::RibbonDay>& days, int until) {
  const auto n = static_cast<std::size_t>(std::max(0, until));
  std::vector<float> stands(n);
  for (std::size_t i = 0; i < n; i++) stands[i] = standing(days, static_cast<int>(i), until);
  std::vector<bool> out(n);
  for (int found = 0; found < kPeaks && n > 0; found++) {
    const auto most = std::max_element(stands.begin(), stands.end());
    if (*most < kStandsOut) break;
    const auto at = most - stands.begin();
    out[static_cast<std::size_t>(at)] = true;
    const auto from = std::max<std::ptrdiff_t>(0, at - kApart);
    const auto to = std::min<std::ptrdiff_t>(std::ssize(stands), at + kApart);
    std::fill(stands.begin() + from, stands.begin() + to, 0.f);
  }
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
  const std::vector<bool> peaks = peak_days(year_.days, until);
  for (int day = 0; day < until; day++) {
    if (!peaks[static_cast<std::size_t>(day)]) continue;
    const float hours = year_.days[static_cast<std::size_t>(day)].up / 60;
    year_.peaks.push_back(
        {day, env.fill(text::HallWord::peak, {occasion({first.days + day}, env.language()),
                                              text::count(static_cast<std::int64_t>(hours))})});
  }
}

}  // namespace shanzhi::app
