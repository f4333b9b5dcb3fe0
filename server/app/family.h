// Use cases of family access: a consent recorded at the window, and its end.
#pragma once

#include "server/app/work.h"
#include "shared/api/family.h"
#include "shared/base/result.h"

namespace shanzhi::app {

/// Errors: not_found (/person; /phone: nobody, or more than one, has that name and number), malformed
/// (/phone), and those of people::check_family.
base::Result<Outcome> grant_family_access(Work& work, const api::GrantFamilyAccess& command);
/// Either of the two, or an officer who reaches the one looked after. Errors: not_found (/access).
base::Result<Outcome> end_family_access(Work& work, const api::EndFamilyAccess& command);

}  // namespace shanzhi::app
