// The year of a place day by day: the wall's ribbon.
#include <algorithm>

#include "server/storage/read/answers.h"
#include "server/storage/read/day_sums.h"

namespace shanzhi::storage::read {
namespace {

// Hamlets are found by who lives there, so theirs are not kept.
const std::string kHamlet =
    "SELECT t.start, t.field, sum(t.points), sum(t.minutes), sum(t.services) FROM place v"
    " JOIN place g ON g.low BETWEEN v.low AND v.high"
    " JOIN household h ON h.grid_id = g.id AND h.hamlet_id = ? AND h.removed_by = 0"
    " JOIN person p ON p.household_id = h.id AND p.removed_by = 0"
    " JOIN person_total t ON t.person_id = p.id AND t.span = 0 AND t.start >= ? AND t.start < ?"
    " WHERE v.id = ? GROUP BY t.start, t.field";

std::vector<DaySums::Day> days_of_hamlet(Reading& r, const PlaceNode& hamlet, base::DaySpan span) {
  std::vector<DaySums::Day> days(static_cast<std::size_t>(span.end.days - span.first.days));
  const PlaceNode* village = r.town->above(hamlet, places::Level::village);
  Rows rows(r.snapshot, kHamlet, hamlet.id, span.first.days, span.end.days,
            village ? village->id : hamlet.id);
  while (rows.next())
    days[static_cast<std::size_t>(rows.integer(0) - span.first.days)][static_cast<std::size_t>(
        rows.integer(1))] = {rows.integer(2), rows.integer(3), rows.integer(4), 0};
  return days;
}

Sums sum_of(const DaySums::Day& day, boards::FieldFilter field) {
  if (field != boards::FieldFilter::all) return day[static_cast<std::size_t>(field) - 1];
  Sums all;
  for (const Sums& each : day) all += each;
  return all;
}

}  // namespace

Result<api::Days> read_days(Reading& r, const api::DaysQuery& q) {
  const auto place = r.published_place(q.place);
  if (!place) return place.error();
  api::Days out;
  out.place = (*place)->code;
  out.year = q.year.value_or(base::ymd_of(r.today).year);
  const int year = static_cast<int>(out.year);
  const base::DaySpan span{base::civil_from_ymd(year, 1, 1), base::civil_from_ymd(year + 1, 1, 1)};
  out.first = base::to_text(span.first);
  out.today = base::to_text(r.today);
  const auto days = (*place)->level == places::Level::hamlet
                        ? days_of_hamlet(r, **place, span)
                        : r.shared.days.of(r.snapshot, r.town, **place, year);
  const std::int64_t past = std::min<std::int64_t>(static_cast<std::int64_t>(days.size()),
                                                   r.today.days - span.first.days + 1);
  for (std::int64_t i = 0; i < past; ++i) {
    const Sums sums = sum_of(days[static_cast<std::size_t>(i)], q.field);
    out.minutes.push_back(sums.minutes);
    out.points.push_back(sums.points);
    out.services.push_back(sums.services);
  }
  return out;
}

}  // namespace shanzhi::storage::read
