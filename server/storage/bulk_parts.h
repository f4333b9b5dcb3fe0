// The two halves of a bulk load: the register, and the ledger with its journal.
#pragma once

#include <functional>

#include "server/storage/bulk_plan.h"
#include "server/storage/database.h"

namespace shanzhi::storage {

/// Places, sites, merchants, households, people, grid workers, teams, rules. Errors: not_found.
base::Result<base::Done> load_register(Database& database, const app::TownData& town,
                                       const BulkPlan& plan);
/// Accounts, journal, transfers with their chains, and totals.
void load_ledger(Database& database, const app::TownData& town, const BulkPlan& plan,
                 const std::function<void(std::size_t done, std::size_t of)>& progress);

}  // namespace shanzhi::storage
