// The whole town's days are one sum over the totals; those of a place within it look at its grids alone.
#include "server/storage/read/day_sums.h"

#include <algorithm>
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

void DaySums::note_position(Snapshot& snapshot) {
  position_ = snapshot.position();
  last_transfer_ = last_transfer(snapshot);
}

void DaySums::read_whole(Snapshot& snapshot, Year& year) {
  const PlaceNode* place = town_->by_id(year.place);
  if (!place) return;
  if (place->id == town_->root().id) {
    Rows rows(snapshot, kWhole, year.days.first.days, year.days.end.days);
    add_rows(rows, year.days.first, year.sums);
  } else {
    Rows rows(snapshot, kPart, year.days.first.days, year.days.end.days, place->low, place->high);
    add_rows(rows, year.days.first, year.sums);
  }
}

void DaySums::read_again(GridSums::View& view, Year& year, const Cells& cells) {
  const PlaceNode* place = town_->by_id(year.place);
  if (!place) return;
  std::set<std::int32_t> days;
  for (const auto& [grid, day] : cells) {
    const PlaceNode* node = town_->by_id(grid);
    const bool within = node && town_->within(*node, *place);
    if (within && year.days.first.days <= day && day < year.days.end.days) days.insert(day);
  }
  for (const std::int32_t day : days)
    for (int field = 0; field < kFields; ++field) {
      Sums& sums = year.sums[static_cast<std::size_t>(day - year.days.first.days)]
                            [static_cast<std::size_t>(field)];
      sums = view.within(place->low, place->high, {0, day, day + 1, field, field});
    }
}

/// False when there is too much to look at.
bool DaySums::look_again(Snapshot& snapshot) {
  if (years_.empty()) return true;
  const auto cells = touched_cells(snapshot, last_transfer_);
  if (!cells) return false;
  if (cells->empty()) return true;
  grids_.with(snapshot, town_, [&](GridSums::View& view) {
    for (const auto& year : years_) read_again(view, *year, *cells);
  });
  return true;
}

void DaySums::catch_up(Snapshot& snapshot, std::shared_ptr<const Town> town) {
  if (town_ != town) {
    if (!town_ || !same_layout(*town_, *town)) years_.clear();
    town_ = std::move(town);
  }
  if (snapshot.position() <= position_) return;
  // A town loaded into an empty journal has no transfers to tell what changed.
  if (position_ <= 0 || !look_again(snapshot)) years_.clear();
  note_position(snapshot);
}

std::vector<DaySums::Day> DaySums::of(Snapshot& snapshot, std::shared_ptr<const Town> town,
                                      const PlaceNode& place, int number) {
  const std::lock_guard lock(mutex_);
  catch_up(snapshot, std::move(town));
  const base::DaySpan days{base::civil_from_ymd(number, 1, 1),
                           base::civil_from_ymd(number + 1, 1, 1)};
  for (const auto& year : years_)
    if (year->place == place.id && year->days.first == days.first) {
      year->used = ++uses_;
      return year->sums;
    }
  if (years_.size() >= kYearsMax)
    years_.erase(std::min_element(years_.begin(), years_.end(),
                                  [](const auto& a, const auto& b) { return a->used < b->used; }));
  auto made = std::make_unique<Year>();
  made->place = place.id;
  made->days = days;
  made->used = ++uses_;
  made->sums.resize(static_cast<std::size_t>(days.end.days - days.first.days));
  read_whole(snapshot, *made);
  // Read from an older snapshot than the others: looked at again with the next one.
  if (snapshot.position() < position_) note_position(snapshot);
  return years_.emplace_back(std::move(made))->sums;
}

}  // namespace shanzhi::storage::read
