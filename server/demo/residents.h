// Households and people of the demonstration, grid by grid, and who works and leads among them.
#pragma once

#include <string>
#include <vector>

#include "server/app/town_data.h"
#include "server/demo/random.h"

namespace shanzhi::demo {

/// A grid with what its households need to know of it.
struct InhabitedGrid {
  std::string code;
  std::string village_name;   ///< 杨庄村
  std::string number_prefix;  ///< of household numbers: YZ
  std::vector<std::string> hamlets;
  std::vector<base::Point> hearts;  ///< of the hamlets, in their order
  base::Ring ring;
  int village = 0;  ///< running number over all towns
};

/// Adds households and people: exactly `households` and `people` in all, spread over the grids.
/// Needs households ≤ people and households ≥ grids.
/// Where their houses stand is drawn from a sequence of its own, so that nothing else depends on it.
void settle(app::TownData& town, const std::vector<InhabitedGrid>& grids, std::int64_t households,
            std::int64_t people, base::CivilDate today, Random& random);

/// Adds a chief, a full-time and part-time workers to each grid: `workers` in all, adults of it.
void appoint_grid_workers(app::TownData& town, const std::vector<InhabitedGrid>& grids,
                          std::int64_t workers, base::CivilDate today, Random& random);

}  // namespace shanzhi::demo
