// Columns are read once; afterwards the cells that new transfers were booked in are looked at again.
#include "server/storage/read/grid_sums.h"

#include <algorithm>
#include <string>

namespace shanzhi::storage::read {
namespace {

constexpr std::int64_t kDays = 0, kMonths = 1, kAllTime = 2;

const std::string kColumn =
    "SELECT grid_id, field, points, minutes, services, verified FROM grid_total"
    " WHERE span = ? AND start = ?";
const std::string kCell =
    "SELECT grid_id, field, points, minutes, services, verified FROM grid_total"
    " WHERE span = ? AND start = ? AND field IN (0, 1, 2, 3, 4) AND grid_id = ?";

Sums sums_of_row(const Rows& rows) {
  return {rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5)};
}

std::int64_t start_of_span(std::int64_t span, base::CivilDate day) {
  if (span == kDays) return day.days;
  if (span == kMonths) return base::span_of(base::Period::month, day).first.days;
  return 0;
}

template <class Row>
bool before(const Row& a, const Row& b) {
  return a.low != b.low ? a.low < b.low : a.field < b.field;
}

}  // namespace

Sums& Sums::operator+=(const Sums& other) {
  points += other.points;
  minutes += other.minutes;
  services += other.services;
  verified += other.verified;
  return *this;
}

Sums GridSums::View::within(std::int64_t low, std::int64_t high, const GridSpan& span) {
  Sums all;
  each(low, high, span, [&](std::int64_t, const Sums& sums) { all += sums; });
  return all;
}

std::vector<std::int64_t> GridSums::starts_of(const GridSpan& span) {
  std::vector<std::int64_t> starts;
  std::int64_t at = span.first;
  while (at < span.end) {
    starts.push_back(at);
    if (span.span == kAllTime) break;
    at = span.span == kDays
             ? at + 1
             : base::span_of(base::Period::month, base::CivilDate{static_cast<std::int32_t>(at)})
                   .end.days;
  }
  return starts;
}

GridSums::Stretch GridSums::first_of(const Column& column, std::int64_t low) {
  const Row* begin = column.rows.data();
  const Row* end = begin + column.rows.size();
  return {std::lower_bound(begin, end, low,
                           [](const Row& row, std::int64_t value) { return row.low < value; }),
          end};
}

void GridSums::catch_up(Snapshot& snapshot, std::shared_ptr<const Town> town) {
  columns_.catch_up(snapshot, std::move(town), [&](Column& column, const Cells& cells) {
    look_again(snapshot, column, cells);
  });
}

void GridSums::look_again(Snapshot& snapshot, Column& column, const Cells& cells) const {
  std::int64_t seen = 0;  // the cells are in the order of their grids
  for (const auto& [grid, day] : cells) {
    if (grid == seen || column.start != start_of_span(column.span, {day})) continue;
    look_again(snapshot, column, grid);
    seen = grid;
  }
}

void GridSums::look_again(Snapshot& snapshot, Column& column, std::int64_t grid) const {
  const PlaceNode* node = columns_.town().by_id(grid);
  if (!node) return;
  Rows rows(snapshot, kCell, column.span, column.start, grid);
  while (rows.next()) {
    const Row row{static_cast<std::int32_t>(node->low), static_cast<std::int32_t>(rows.integer(1)),
                  sums_of_row(rows)};
    const auto at = std::lower_bound(column.rows.begin(), column.rows.end(), row, before<Row>);
    if (at != column.rows.end() && at->low == row.low && at->field == row.field)
      *at = row;
    else
      column.rows.insert(at, row);
  }
}

GridSums::Column GridSums::read_column(Snapshot& snapshot, std::int64_t span,
                                       std::int64_t start) const {
  Column column{span, start, {}};
  Rows rows(snapshot, kColumn, span, start);
  while (rows.next())
    if (const PlaceNode* node = columns_.town().by_id(rows.integer(0)))
      column.rows.push_back({static_cast<std::int32_t>(node->low),
                             static_cast<std::int32_t>(rows.integer(1)), sums_of_row(rows)});
  std::sort(column.rows.begin(), column.rows.end(), before<Row>);
  return column;
}

const GridSums::Column& GridSums::column(Snapshot& snapshot, std::int64_t span,
                                         std::int64_t start) {
  return columns_.get(
      snapshot, [&](const Column& column) { return column.span == span && column.start == start; },
      [&] { return read_column(snapshot, span, start); });
}

}  // namespace shanzhi::storage::read
