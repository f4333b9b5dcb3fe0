// What a place did on each day of a year, in memory: read once a place and year, then kept up with the
// ledger day by day.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "server/storage/read/grid_sums.h"
#include "server/storage/read/town.h"

namespace shanzhi::storage::read {

/// At least as new as the snapshot they are asked with. Thread-safe.
class DaySums {
 public:
  static constexpr int kFields = 5;
  /// One day by field of service; what merchants took is not told.
  using Day = std::array<Sums, kFields>;
  /// Years of places kept at once, 60 KB each.
  static constexpr std::size_t kYearsMax = 48;

  /// `grids` tells what a day came to when something was booked on it.
  explicit DaySums(GridSums& grids) : grids_(grids) {}

  /// The days of the civil year, all of them. The place is no hamlet.
  std::vector<Day> of(Snapshot& snapshot, std::shared_ptr<const Town> town, const PlaceNode& place,
                      int year);

 private:
  struct Year {
    std::int64_t place = 0;
    base::DaySpan days;
    std::vector<Day> sums;
    std::uint64_t used = 0;
  };
  void catch_up(Snapshot& snapshot, std::shared_ptr<const Town> town);
  bool look_again(Snapshot& snapshot);
  void read_again(GridSums::View& view, Year& year, const Cells& cells);
  void read_whole(Snapshot& snapshot, Year& year);
  void note_position(Snapshot& snapshot);

  GridSums& grids_;
  std::mutex mutex_;
  std::shared_ptr<const Town> town_;
  std::vector<std::unique_ptr<Year>> years_;
  std::int64_t position_ = -1;
  std::int64_t last_transfer_ = 0;
  std::uint64_t uses_ = 0;
};

}  // namespace shanzhi::storage::read
