// A whole town into an empty database at once: the demonstration, and big first imports.
#pragma once

#include <functional>

#include "server/app/town_data.h"
#include "server/storage/database.h"
#include "shared/base/result.h"

namespace shanzhi::storage {

/// Called now and then with what is done of the whole, in per cent.
using Progress = std::function<void(int percent)>;

/// One transaction: everything or nothing. The ledger, its chain, the journal, totals and sums come out
/// as if every award had been a command. Errors: already_exists (there is a town), not_found (an
/// index or code that names nothing), below_floor (a person would spend more than they have).
base::Result<base::Done> bulk_load(Database& database, const app::TownData& town,
                                   const Progress& progress);

}  // namespace shanzhi::storage
