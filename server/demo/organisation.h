// Sites, merchants and teams of a demonstration town.
#pragma once

#include <string>
#include <vector>

#include "server/app/town_data.h"
#include "server/demo/random.h"
#include "server/demo/tessellation.h"

namespace shanzhi::demo {

/// Codes of one town's places, beside its drawing.
struct TownCodes {
  std::string town;
  std::string town_name;
  std::vector<std::string> hubs, hub_names;
  std::vector<std::string> villages, village_names;
};

/// One base, a hub base each, a village station each, a points supermarket, six canteens, report
/// points, suggestion boxes, the clinic and two food plants.
void add_sites(app::TownData& town, const TownCodes& codes, const DrawnTown& drawn,
               base::Instant at, Random& random);
/// `count` shops, most of them in the seat.
void add_merchants(app::TownData& town, const TownCodes& codes, const DrawnTown& drawn, int count,
                   base::Instant at, Random& random);
/// `count` teams: one of the town, one a hub, the rest of villages; members are adults who live there.
void add_teams(app::TownData& town, const TownCodes& codes, const DrawnTown& drawn, int count,
               base::CivilDate today, Random& random);

}  // namespace shanzhi::demo
