// Use cases of the roster: households, people, and moving house.
#pragma once

#include "server/app/work.h"
#include "shared/base/result.h"

namespace shanzhi::app {

/// Errors: missing_field, not_found (grid, hamlet), not_a_choice (a place of another level),
/// already_exists (the number, in its village).
base::Result<Outcome> save_household(Work& work, const api::SaveHousehold& command);
/// Errors: missing_field, not_found (household), not_a_choice (another household than where the
/// person lives: that is moving), malformed (telephone), in_the_future (birth), already_exists (a
/// second head).
base::Result<Outcome> save_person(Work& work, const api::SavePerson& command);
/// Errors: not_found, not_a_choice (already lives there), already_exists (a second head).
base::Result<Outcome> move_person(Work& work, const api::MovePerson& command);

}  // namespace shanzhi::app
