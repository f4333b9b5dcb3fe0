// Outlines as the wire has them, from points.
#pragma once

#include <utility>
#include <vector>

#include "shared/api/views.h"

/// Adds a border of these points (x, y in 1e-6 degrees, ten to a unit of the wire, both ends counted).
inline void add_border(shanzhi::api::Outlines& outlines,
                       const std::vector<std::pair<std::int64_t, std::int64_t>>& points) {
  std::int64_t x = 0, y = 0;
  for (std::size_t i = 0; i < outlines.coordinates.size(); i += 2) {
    x += outlines.coordinates[i];
    y += outlines.coordinates[i + 1];
  }
  outlines.border_sizes.push_back(static_cast<std::int64_t>(points.size()));
  for (const auto& [micro_x, micro_y] : points) {
    const std::int64_t to_x = micro_x / 10, to_y = micro_y / 10;
    outlines.coordinates.push_back(to_x - x);
    outlines.coordinates.push_back(to_y - y);
    x = to_x, y = to_y;
  }
}
