// The walk over the whole history that proves chains and gathers what everything else must equal.
#pragma once

#include <unordered_map>

#include "server/storage/bulk_plan.h"
#include "server/storage/verify.h"

namespace shanzhi::storage {

/// An account as stored, and what the walk found for it.
struct WalkedAccount {
  ledger::Currency currency = ledger::Currency::points;
  ledger::Holder holder;
  std::int64_t person = 0;
  std::int64_t balance = 0;  ///< stored
  std::int64_t sum = 0;      ///< of its transfers
  std::int64_t earned = 0;   ///< issued to it, reversals taken off
  std::int64_t last_at = 0;
};

struct Walk {
  std::unordered_map<std::int64_t, WalkedAccount> accounts;
  std::vector<TotalRow> person_totals, grid_totals;
};

/// Notes the first finding of each check only.
void note(VerifyReport& report, Check check, const char* table, std::string row,
          std::string detail);

/// Transfers and entries side by side, first to last.
Walk walk_history(Database& database, VerifyReport& report);
/// Balances, sums and totals against the walk.
void check_sums(Database& database, Walk& walk, VerifyReport& report);

/// verify_photos.cpp
void check_photos(Database& database, VerifyReport& report);

}  // namespace shanzhi::storage
