// The order of a bulk load; its two halves are in bulk_register.cpp and bulk_ledger.cpp.
#include "server/storage/bulk_load.h"

#include "server/storage/bulk_parts.h"
#include "server/storage/journal_store.h"
#include "server/storage/place_store.h"

namespace shanzhi::storage {

namespace {

using base::Done;
using base::ErrorCode;
using base::Result;

/// The register is about this share of the time; measured with 60,000 people.
constexpr int kRegisterPercent = 30;

constexpr char kAnyPlace[] = "SELECT EXISTS (SELECT 1 FROM place)";

bool empty(Database& database) {
  Query query(database, kAnyPlace);
  return query.next() && query.integer(0) == 0 && last_position(database) == 0;
}

}  // namespace

Result<Done> bulk_load(Database& database, const app::TownData& town, const Progress& progress) {
  progress(0);
  const auto plan = plan_bulk(town);
  if (!plan) return plan.error();
  Transaction transaction(database);
  if (!empty(database)) return ErrorCode::already_exists;
  const auto loaded = load_register(database, town, *plan);
  if (!loaded) return loaded.error();
  int shown = kRegisterPercent;
  progress(shown);
  load_ledger(database, town, *plan, [&](std::size_t done, std::size_t of) {
    const int percent = kRegisterPercent + static_cast<int>(done * (100 - kRegisterPercent) / of);
    if (percent > shown) progress(shown = percent);
  });
  transaction.commit();
  database.run("PRAGMA optimize");
  return Done{};
}

}  // namespace shanzhi::storage
