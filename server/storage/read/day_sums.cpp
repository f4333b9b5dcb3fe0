// The whole town's days are one sum over the totals; those of a place within it look at its grids alone.
#include "server/storage/read/day_sums.h"

#include <set>
#include <string>

namespace shanzhi::storage::read {
namespace {

const std::string kWhole =
    "SELECT start, field, sum(points), sum(minutes), sum(services) FROM grid_total"
    " WHERE span = 0 AND start >= ? AND start < ? GROUP BY start, field";
const std::string kPart =
    "SELECT t.start, t.field, sum(t.points), sum(t.minutes), sum(t.services) FROM grid_total t"
    " JOIN place p ON p.id = t.grid_id WHERE t.span = 0 AND t.start >= ? AND t.start < ?"
    " AND p.low BETWEEN ? AND ? GROUP BY t.start, t.field";

void add_rows(Rows& rows, base::CivilDate first, std::vector<DaySums::Day>& days) {
  while (rows.next()) {
    const auto day = static_cast<std::size_t>(rows.integer(0) - first.days);
    const auto field = static_cast<std::size_t>(rows.integer(1));
    if (day < days.size() && field < days[day].size())
      days[day][field] = {rows.integer(2), rows.integer(3), rows.integer(4), 0};
  }
}

}  // namespace

DaySums::Year DaySums::read_year(Snapshot& snapshot, const PlaceNode& place,
                                 base::DaySpan days) const {
  Year year{place.id, days, {}};
  year.sums.resize(static_cast<std::size_t>(days.end.days - days.first.days));
  if (place.id == years_.town().root().id) {
    Rows rows(snapshot, kWhole, days.first.days, days.end.days);
    add_rows(rows, days.first, year.sums);
  } else {
    Rows rows(snapshot, kPart, days.first.days, days.end.days, place.low, place.high);
    add_rows(rows, days.first, year.sums);
  }
  return year;
}

void DaySums::look_again(GridSums::View& view, Year& year, const Cells& cells) const {
  const Town& town = years_.town();
  const PlaceNode* place = town.by_id(year.place);
  if (!place) return;
  std::set<std::int32_t> days;
  for (const auto& [grid, day] : cells) {
    const PlaceNode* node = town.by_id(grid);
    const bool within = node && town.within(*node, *place);
    if (within && year.days.first.days <= day && day < year.days.end.days) days.insert(day);
  }
  for (const std::int32_t day : days)
    for (int field = 0; field < kFields; ++field) {
      Sums& sums = year.sums[static_cast<std::size_t>(day - year.days.first.days)]
                            [static_cast<std::size_t>(field)];
      sums = view.within(place->low, place->high, {0, day, day + 1, field, field});
    }
}

void DaySums::catch_up(Snapshot& snapshot, const std::shared_ptr<const Town>& town) {
  years_.catch_up(snapshot, town, [&](Year& year, const Cells& cells) {
    grids_.with(snapshot, town, [&](GridSums::View& view) { look_again(view, year, cells); });
  });
}

std::vector<DaySums::Day> DaySums::of(Snapshot& snapshot, const std::shared_ptr<const Town>& town,
                                      const PlaceNode& place, int number) {
  const std::lock_guard lock(mutex_);
  catch_up(snapshot, town);
  const base::DaySpan days{base::civil_from_ymd(number, 1, 1),
                           base::civil_from_ymd(number + 1, 1, 1)};
  const auto asked = [&](const Year& year) {
    return year.place == place.id && year.days.first == days.first;
  };
  return years_.get(snapshot, asked, [&] { return read_year(snapshot, place, days); }).sums;
}

}  // namespace shanzhi::storage::read
