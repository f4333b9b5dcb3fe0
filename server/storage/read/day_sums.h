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
  std::vector<Day> of(Snapshot& snapshot, const std::shared_ptr<const Town>& town,
                      const PlaceNode& place, int year);

 private:
  struct Year {
    std::int64_t place = 0;
    base::DaySpan days;
    std::vector<Day> sums;
  };
  void catch_up(Snapshot& snapshot, const std::shared_ptr<const Town>& town);
  void look_again(GridSums::View& view, Year& year, const Cells& cells) const;
  Year read_year(Snapshot& snapshot, const PlaceNode& place, base::DaySpan days) const;

  GridSums& grids_;
  std::mutex mutex_;
  KeptSums<Year> years_{kYearsMax};
};

}  // namespace shanzhi::storage::read
