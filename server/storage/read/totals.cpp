// One statement a shape of scope: the whole town needs no join, hamlets are found by who lives there.
#include "server/storage/read/totals.h"

namespace shanzhi::storage::read {
namespace {

constexpr std::int64_t kDays = 0, kMonths = 1, kAllTime = 2;

const std::string kSelect =
    "SELECT t.start, sum(t.points), sum(t.minutes), sum(t.services), sum(t.verified) FROM ";
const std::string kSpan = " t.span = ? AND t.start >= ? AND t.start < ?";
const std::string kWholeTown = kSelect + "grid_total t WHERE" + kSpan + " GROUP BY t.start";
const std::string kWithin = kSelect + "grid_total t JOIN place p ON p.id = t.grid_id WHERE" +
                            kSpan + " AND p.low BETWEEN ? AND ? GROUP BY t.start";
// Spending at merchants is counted by grid only, so a hamlet shows none.
const std::string kHamlet =
    "SELECT t.start, sum(t.points), sum(t.minutes), sum(t.services), 0 FROM household h"
    " JOIN person p ON p.household_id = h.id AND p.removed_by = 0"
    " JOIN person_total t ON t.person_id = p.id WHERE" +
    kSpan + " AND h.hamlet_id = ? AND h.removed_by = 0 GROUP BY t.start";
const std::string kByGrid =
    "SELECT grid_id, sum(points), sum(minutes), sum(services), sum(verified) FROM grid_total"
    " WHERE span = ? AND start = ? GROUP BY grid_id";

Sums row_sums(const Rows& rows) {
  return {rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4)};
}

/// Calls `each(start, sums)` for every start of the span that has rows.
template <class Each>
void for_each_start(Reading& r, const PlaceNode& place, std::int64_t span, std::int64_t first,
                    std::int64_t end, Each each) {
  const auto run = [&](Rows&& rows) {
    while (rows.next()) each(rows.integer(0), row_sums(rows));
  };
  if (place.level == places::Level::hamlet)
    run(Rows(r.snapshot, kHamlet, span, first, end, place.id));
  else if (place.id == r.town->root().id)
    run(Rows(r.snapshot, kWholeTown, span, first, end));
  else
    run(Rows(r.snapshot, kWithin, span, first, end, place.low, place.high));
}

}  // namespace

Sums& Sums::operator+=(const Sums& other) {
  points += other.points;
  minutes += other.minutes;
  services += other.services;
  verified += other.verified;
  return *this;
}

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
  for_each_start(r, place, kMonths, first.days, last.days + 1,
                 [&](std::int64_t start, const Sums& s) {
                   const auto then = base::ymd_of({static_cast<std::int32_t>(start)});
                   const auto from = base::ymd_of(first);
                   const int index = (then.year - from.year) * 12 + then.month - from.month;
                   if (index >= 0 && index < kChartMonths)
                     months[static_cast<std::size_t>(index)] += s;
                 });
  return months;
}

std::unordered_map<std::int64_t, Sums> sums_by_grid(Reading& r,
                                                    std::optional<base::CivilDate> month) {
  std::unordered_map<std::int64_t, Sums> by_grid;
  Rows rows(r.snapshot, kByGrid, month ? kMonths : kAllTime,
            month ? static_cast<std::int64_t>(month->days) : 0);
  while (rows.next()) by_grid[rows.integer(0)] = row_sums(rows);
  return by_grid;
}

Sums add_within(const Reading& r, const std::unordered_map<std::int64_t, Sums>& by_grid,
                const PlaceNode& place) {
  Sums all;
  const auto [first, last] = r.town->range(place);
  for (std::size_t i = first; i < last; ++i)
    if (const auto found = by_grid.find(r.town->nodes()[i].id); found != by_grid.end())
      all += found->second;
  return all;
}

}  // namespace shanzhi::storage::read
