// A year of invented service under the rule book, and what of it was spent at shops.
#pragma once

#include "server/app/town_data.h"
#include "server/demo/random.h"

namespace shanzhi::demo {

struct ActivityPlan {
  base::CivilDate today;  ///< the year of activity ends with the day before
  base::Points issued;    ///< sum of all awards, exactly; a multiple of half a point
  base::Points verified;  ///< sum of all spendings, exactly; a multiple of a point
};

/// Adds awards, deductions and spendings in order of time. Every cap and the floor of 0 hold.
void live_a_year(app::TownData& town, const ActivityPlan& plan, Random& random);

}  // namespace shanzhi::demo
