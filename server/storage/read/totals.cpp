// Places are stretches of the columns in memory; hamlets are found by who lives there.
#include "server/storage/read/totals.h"

namespace shanzhi::storage::read {
namespace {

constexpr std::int64_t kDays = 0, kMonths = 1, kAllTime = 2;

// Spending at merchants is counted by grid only, so a hamlet shows none. Its households live in the
// grids of its village.
const std::string kHamlet =
    "SELECT t.start, sum(t.points), sum(t.minutes), sum(t.services) FROM place v"
    " JOIN place g ON g.low BETWEEN v.low AND v.high"
    " JOIN household h ON h.grid_id = g.id AND h.hamlet_id = ? AND h.removed_by = 0"
    " JOIN person p ON p.household_id = h.id AND p.removed_by = 0"
    " JOIN person_total t ON t.person_id = p.id AND t.span = ? AND t.start >= ? AND t.start < ?"
    " WHERE v.id = ? GROUP BY t.start";

/// Calls `each(start, sums)` for every start of the span within the place.
template <class Each>
void for_each_start(Reading& r, const PlaceNode& place, std::int64_t span, std::int64_t first,
                    std::int64_t end, Each each) {
  if (place.level != places::Level::hamlet) {
    r.shared.grids.with(r.snapshot, r.town, [&](GridSums::View& view) {
      for (std::int64_t start = first; start < end;) {
        const std::int64_t next =
            span == kMonths ? base::span_of(base::Period::month,
                                            base::CivilDate{static_cast<std::int32_t>(start)})
                                  .end.days
                            : start + 1;
        each(start, view.within(place.low, place.high, {span, start, start + 1}));
        start = next;
      }
    });
    return;
  }
  const PlaceNode* village = r.town->above(place, places::Level::village);
  Rows rows(r.snapshot, kHamlet, place.id, span, first, end, village ? village->id : place.id);
  while (rows.next())
    each(rows.integer(0), Sums{rows.integer(1), rows.integer(2), rows.integer(3), 0});
}

}  // namespace

Sums sums_of(Reading& r, const PlaceNode& place) {
  Sums all;
  for_each_start(r, place, kAllTime, 0, 1, [&](std::int64_t, const Sums& s) { all += s; });
  return all;
}

Sums sums_of_days(Reading& r, const PlaceNode& place, base::CivilDate first, base::CivilDate end) {
  Sums all;
  for_each_start(r, place, kDays, first.days, end.days,
                 [&](std::int64_t, const Sums& s) { all += s; });
  return all;
}

std::array<Sums, kChartMonths> sums_by_month(Reading& r, const PlaceNode& place) {
  std::array<Sums, kChartMonths> months;
  const auto first = month_before(r.today, kChartMonths - 1);
  const auto last = month_before(r.today, 0);
  const auto from = base::ymd_of(first);
  for_each_start(r, place, kMonths, first.days, last.days + 1,
                 [&](std::int64_t start, const Sums& s) {
                   const auto then = base::ymd_of({static_cast<std::int32_t>(start)});
                   const int index = (then.year - from.year) * 12 + then.month - from.month;
                   if (index >= 0 && index < kChartMonths)
                     months[static_cast<std::size_t>(index)] += s;
                 });
  return months;
}

std::unordered_map<std::int64_t, Sums> sums_by_grid(Reading& r, const PlaceNode& place,
                                                    std::optional<base::CivilDate> month) {
  std::unordered_map<std::int64_t, Sums> by_grid;
  const GridSpan span =
      month ? GridSpan{kMonths, month->days, month->days + 1} : GridSpan{kAllTime, 0, 1};
  r.shared.grids.with(r.snapshot, r.town, [&](GridSums::View& view) {
    view.each(place.low, place.high, span,
              [&](std::int64_t low, const Sums& sums) { by_grid[low] += sums; });
  });
  return by_grid;
}

}  // namespace shanzhi::storage::read
