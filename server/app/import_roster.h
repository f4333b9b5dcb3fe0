// A roster of households and people: a row a person, households by their number or by their head's row.
#pragma once

#include "server/app/import_work.h"

namespace shanzhi::app {

/// Checks every row; when none is wrong and `write` is set, writes them. A person is known again by
/// the identity-card number, else by name within the household; a household by its number in its
/// village. Errors of rows go to `import.problems`.
void import_roster(ImportWork& import, const IdentityDigest& digest, bool write);

}  // namespace shanzhi::app
