// A plausible map of a town: a region parted into villages and grids, with borders that neighbours
// share to the last point. There is no free source of village outlines; this draws schematic ones.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/base/geometry.h"

namespace shanzhi::demo {

struct TownShape {
  int villages = 38;
  int grids = 263;
  int hubs = 9;
  base::Point centre{115.497, 35.372};  ///< about where 小留镇 lies, WGS 84
  double area_km2 = 75;
  std::uint64_t seed = 1;
};

struct DrawnGrid {
  int village = 0;
  int number = 1;  ///< within its village, from 1
  base::Ring ring;
  base::Point centre;
};
struct DrawnTown {
  std::vector<DrawnGrid> grids;         ///< by village, then number
  std::vector<base::Outline> villages;  ///< each the union of its grids; village 0 is the seat
  std::vector<base::Point> village_centres;
  std::vector<int> hub_of_village;  ///< 0 … hubs−1, by distance from the seat
  std::vector<base::Outline> hubs;
  base::Outline outline;
};

/// Errors cannot occur for villages ≥ 1, villages ≤ grids, 1 ≤ hubs ≤ villages.
DrawnTown draw_town(const TownShape& shape);

}  // namespace shanzhi::demo
