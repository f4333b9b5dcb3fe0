// Use cases of the volunteer teams.
#pragma once

#include "server/app/work.h"
#include "shared/base/result.h"

namespace shanzhi::app {

/// The leader is a member. Errors: missing_field, not_found (place, leader, a member), malformed (a
/// member's id), out_of_range (a member twice).
base::Result<Outcome> save_team(Work& work, const api::SaveTeam& command);

}  // namespace shanzhi::app
