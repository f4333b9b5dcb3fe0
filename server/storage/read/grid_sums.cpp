// Columns are read once; afterwards the cells that new transfers were booked in are looked at again.
#include "server/storage/read/grid_sums.h"

#include <algorithm>
#include <set>
#include <string>

namespace shanzhi::storage::read {
namespace {

constexpr std::int64_t kDays = 0, kMonths = 1, kAllTime = 2;
/// Beyond this many cells reading whole columns again is the shorter way.
constexpr std::int64_t kTouchedMax = 1000;

const std::string kLastTransfer = "SELECT coalesce(max(seq), 0) FROM transfer";
// A reversal is counted in the grid and on the day of what it takes back.
const std::string kTouched =
    "SELECT DISTINCT j.place_id, o.occurred_at FROM transfer t"
    " JOIN transfer o ON o.uuid = coalesce(t.reverses, t.uuid)"
    " JOIN journal j ON j.position = o.entry WHERE t.seq > ? LIMIT ?";
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

bool same_layout(const Town& a, const Town& b) {
  const auto& x = a.nodes();
  const auto& y = b.nodes();
  return std::equal(
      x.begin(), x.end(), y.begin(), y.end(),
      [](const PlaceNode& p, const PlaceNode& q) { return p.id == q.id && p.low == q.low; });
}

std::int64_t last_transfer(Snapshot& snapshot) {
  Rows last(snapshot, kLastTransfer);
  return last.next() ? last.integer(0) : 0;
}

std::optional<Cells> touched_cells(Snapshot& snapshot, std::int64_t after_transfer) {
  Cells cells;
  std::int64_t read = 0;
  Rows rows(snapshot, kTouched, after_transfer, kTouchedMax + 1);
  while (rows.next()) {
    if (++read > kTouchedMax) return std::nullopt;
    cells.emplace(rows.integer(0), base::day_of(base::Instant{rows.integer(1)}).days);
  }
  return cells;
}

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

void GridSums::note_position(Snapshot& snapshot) {
  position_ = snapshot.position();
  last_transfer_ = last_transfer(snapshot);
}

void GridSums::catch_up(Snapshot& snapshot, std::shared_ptr<const Town> town) {
  if (town_ != town) {
    if (!town_ || !same_layout(*town_, *town)) columns_.clear();
    town_ = std::move(town);
  }
  if (snapshot.position() <= position_) return;
  // A town loaded into an empty journal has no transfers to tell what changed.
  if (position_ <= 0 || !look_again(snapshot)) columns_.clear();
  note_position(snapshot);
}

/// False when there is too much to look at.
bool GridSums::look_again(Snapshot& snapshot) {
  if (columns_.empty()) return true;
  const auto cells = touched_cells(snapshot, last_transfer_);
  if (!cells) return false;
  for (const auto& column : columns_) {
    std::int64_t seen = 0;  // the cells are in the order of their grids
    for (const auto& [grid, day] : *cells) {
      if (grid == seen || column->start != start_of_span(column->span, {day})) continue;
      look_again(snapshot, *column, grid);
      seen = grid;
    }
  }
  return true;
}

void GridSums::look_again(Snapshot& snapshot, Column& column, std::int64_t grid) {
  const PlaceNode* node = town_->by_id(grid);
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

const GridSums::Column& GridSums::column(Snapshot& snapshot, std::int64_t span,
                                         std::int64_t start) {
  for (const auto& column : columns_) {
    if (column->span != span || column->start != start) continue;
    column->used = ++uses_;
    return *column;
  }
  if (columns_.size() >= kColumnsMax)
    columns_.erase(
        std::min_element(columns_.begin(), columns_.end(),
                         [](const auto& a, const auto& b) { return a->used < b->used; }));
  auto made = std::make_unique<Column>();
  made->span = span;
  made->start = start;
  made->used = ++uses_;
  Rows rows(snapshot, kColumn, span, start);
  while (rows.next())
    if (const PlaceNode* node = town_->by_id(rows.integer(0)))
      made->rows.push_back({static_cast<std::int32_t>(node->low),
                            static_cast<std::int32_t>(rows.integer(1)), sums_of_row(rows)});
  std::sort(made->rows.begin(), made->rows.end(), before<Row>);
  // Read from an older snapshot than the others: looked at again with the next one.
  if (snapshot.position() < position_) note_position(snapshot);
  return *columns_.emplace_back(std::move(made));
}

}  // namespace shanzhi::storage::read
