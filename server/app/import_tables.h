// Imports of the smaller lists: places with outlines, merchants, teams, the rule book. Each writes row by
// row through the same use cases as the desk; the caller rolls back when a row was refused.
#pragma once

#include "server/app/import_work.h"

namespace shanzhi::app {

/// Parents may stand anywhere in the file. The level follows from the code's length (6 county, 9 town,
/// 12 village) where no column says it.
void import_places(ImportWork& import);
void import_merchants(ImportWork& import);
void import_teams(ImportWork& import);
/// A rule whose row differs from the version in force becomes that rule's next version from today.
void import_rules(ImportWork& import);

}  // namespace shanzhi::app
