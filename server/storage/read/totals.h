// Sums of grid_total within a place: the numbers behind figures, cards and the coloured map.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>

#include "server/storage/read/reading.h"

namespace shanzhi::storage::read {

/// All time.
Sums sums_of(Reading& r, const PlaceNode& place);
/// Over civil days, `end` excluded.
Sums sums_of_days(Reading& r, const PlaceNode& place, base::CivilDate first, base::CivilDate end);
/// The last twelve months up to that of `today`, oldest first.
std::array<Sums, kChartMonths> sums_by_month(Reading& r, const PlaceNode& place);

/// By preorder number of the grid (or village without grids) within the place, all time or over the
/// month that begins then.
std::unordered_map<std::int64_t, Sums> sums_by_grid(Reading& r, const PlaceNode& place,
                                                    std::optional<base::CivilDate> month);

}  // namespace shanzhi::storage::read
