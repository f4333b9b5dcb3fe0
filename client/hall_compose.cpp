// What the scenes of the fields, the villages and the holidays show: sums over days and months.
#include <algorithm>

#include "client/hall.h"

namespace shanzhi::app {

using hall::SceneKind;
using model::query_path;
using screens::HallHoliday;

namespace {

/// Months move slowly: however much is given, they are asked for no more often.
constexpr std::int64_t kTrendsMs = base::kMsPerMinute;

std::string days_path(const screens::Env& env, int year, const char* field) {
  const bool this_year = year == base::ymd_of(env.today).year;
  return query_path(
      "days",
      {{"place", env.place}, {"year", this_year ? "" : std::to_string(year)}, {"field", field}});
}

std::int64_t sum_between(const std::vector<std::int64_t>& values, int from, int end) {
  const int n = static_cast<int>(values.size());
  std::int64_t sum = 0;
  for (int i = std::max(0, from); i < std::min(end, n); i++)
    sum += values[static_cast<std::size_t>(i)];
  return sum;
}

}  // namespace

std::int64_t Hall::field_minutes(const screens::Env& env, int field) {
  const auto& days = days_.want(days_path(env, base::ymd_of(env.today).year,
                                          screens::kFieldNames[static_cast<std::size_t>(field)]));
  if (!days) return 0;
  const base::CivilDate first = base::civil_from_ymd(static_cast<int>(days->year), 1, 1);
  const int from = base::span_of(base::Period::month, env.today).first.days - first.days;
  return sum_between(days->minutes, from, static_cast<int>(days->minutes.size()));
}

std::int64_t Hall::field_minutes_before(const screens::Env& env, int field) {
  const base::CivilDate month = base::span_of(base::Period::month, env.today).first;
  const base::DaySpan before = base::span_before(base::Period::month, env.today);
  const int year = base::ymd_of(before.first).year;
  const auto& days =
      days_.want(days_path(env, year, screens::kFieldNames[static_cast<std::size_t>(field)]));
  if (!days) return -1;
  const int first = before.first.days - base::civil_from_ymd(year, 1, 1).days;
  const int so_far = std::min(env.today.days - month.days + 1, before.end.days - before.first.days);
  return sum_between(days->minutes, first, first + so_far);
}

/// Of the days that there were of it, today included.
void Hall::sum_days(const screens::Env& env, HallHoliday::Off& off) {
  const int year = base::ymd_of(off.span.first).year;
  off.days_past = std::clamp(env.today.days - off.span.first.days + 1, 0, off.span.days());
  const auto& days = days_.want(days_path(env, year, ""));
  if (!days) return;
  const int from = off.span.first.days - base::civil_from_ymd(year, 1, 1).days;
  off.minutes = sum_between(days->minutes, from, from + off.days_past);
  off.services = sum_between(days->services, from, from + off.days_past);
  off.points = sum_between(days->points, from, from + off.days_past);
}

bool Hall::refresh_holiday(const screens::Env& env) {
  HallHoliday h;
  const int year = base::ymd_of(env.today).year;
  for (const base::HolidaySpan& span : base::holidays_of(year)) {
    if (span.first > env.today) break;
    sum_days(env, h.year.emplace_back(HallHoliday::Off{span}));
  }
  if (auto next = base::holiday_from(env.today)) {
    sum_days(env, h.next.emplace(HallHoliday::Off{*next}));
    if (auto last = base::holiday_before(next->name, env.today))
      sum_days(env, h.last.emplace(HallHoliday::Off{*last}));
  } else if (!h.year.empty()) {
    h.last = h.year.back();
  }
  if (!h.next && !h.last) return false;
  const auto& days = days_.want(days_path(env, year, ""));
  std::int64_t sum = 0, count = 0;
  for (std::size_t i = 0; days && i + 1 < days->minutes.size(); i++) {  // today is not over
    const base::CivilDate day{base::civil_from_ymd(year, 1, 1).days + static_cast<std::int32_t>(i)};
    const auto works = base::working_day(day);
    if (!works || !*works) continue;
    sum += days->minutes[i], count++;
  }
  h.ordinary_minutes = count > 0 ? sum / count : 0;
  const auto& told = h.next && h.next->days_past > 0 ? h.next : h.last;
  if (told) {
    const base::CivilDate until = std::min(told->span.last, env.today);
    const auto& deeds = deeds_.want(query_path("deeds", {{"place", env.place},
                                                         {"since", base::to_text(told->span.first)},
                                                         {"until", base::to_text(until)}}));
    if (deeds) h.deeds = &*deeds;
  }
  holiday_ = std::move(h);
  return true;
}

void Hall::compose(const screens::Env& env, const Shown& scene, screens::HallView& view) {
  if (scene.kind == SceneKind::holiday && refresh_holiday(env)) view.holiday = &holiday_;
  if (scene.kind != SceneKind::fields && scene.kind != SceneKind::villages) return;
  if (trends_stale_ && env.now.unix_ms - trends_ms_ >= kTrendsMs) {
    trends_.all_stale();
    trends_stale_ = false, trends_ms_ = env.now.unix_ms;
  }
  const auto& trends = trends_.want(query_path("trends", {{"place", env.place}}));
  view.trends = trends && !trends->months.empty() ? &*trends : nullptr;
  view.by_village = scene.kind == SceneKind::villages;
  for (int i = 0; i < screens::kServiceFields && !view.by_village; i++)
    view.field_minutes_before[static_cast<std::size_t>(i)] = field_minutes_before(env, i);
}

}  // namespace shanzhi::app
