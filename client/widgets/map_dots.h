// Thousands of points on the map, too many to be marks: projected once, then drawn as the smallest
// thing that can be seen, one for all that fall into the same place of the screen.
#pragma once

#include <cstdint>
#include <vector>

#include "client/widgets/map_shape.h"

namespace shanzhi::widgets {

struct MapDot {
  MapPoint at;
  int cell = -1;  ///< whose colour lies below it; -1: none
};
/// Points of one map, in its metres.
struct MapDots {
  MapDots() = default;
  /// `coordinates`: as on the wire: x, y, dx, dy, …
  MapDots(const MapShape& shape, const std::vector<std::int64_t>& coordinates);

  std::vector<MapDot> all;
};

}  // namespace shanzhi::widgets
