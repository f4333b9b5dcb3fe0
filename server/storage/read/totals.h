// Sums of grid_total within a place: the numbers behind figures, cards and the coloured map.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>

#include "server/storage/read/reading.h"

namespace shanzhi::storage::read {

struct Sums {
  std::int64_t points = 0;  ///< centipoints earned, reversals taken off
  std::int64_t minutes = 0;
  std::int64_t services = 0;
  std::int64_t verified = 0;  ///< centipoints taken by merchants

  Sums& operator+=(const Sums& other);
};

/// All time.
Sums sums_of(Reading& r, const PlaceNode& place);
/// Over civil days, `end` excluded.
Sums sums_of_days(Reading& r, const PlaceNode& place, base::CivilDate first, base::CivilDate end);
/// The last twelve months up to that of `today`, oldest first.
std::array<Sums, kChartMonths> sums_by_month(Reading& r, const PlaceNode& place);

/// By row of the grid (or village without grids), all time or over the month that begins then.
std::unordered_map<std::int64_t, Sums> sums_by_grid(Reading& r,
                                                    std::optional<base::CivilDate> month);
/// The same added up for a place.
Sums add_within(const Reading& r, const std::unordered_map<std::int64_t, Sums>& by_grid,
                const PlaceNode& place);

}  // namespace shanzhi::storage::read
