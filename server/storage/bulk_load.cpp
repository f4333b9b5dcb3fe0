// The order of a bulk load; its two halves are in bulk_register.cpp and bulk_ledger.cpp.
#include "server/storage/bulk_load.h"

#include <string>
#include <vector>

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

/// Indexes that are filled in no order while the ledger is written in the order of time. They are left
/// out meanwhile and built at once at the end: with ten million transfers a third of the time.
constexpr const char* kLateIndexes[] = {"transfer_by_debit", "transfer_by_credit",
                                        "journal_by_place", "journal_by_user",
                                        "person_total_by_person"};
constexpr char kIndexText[] = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?";
/// Pages kept while loading, in KiB: the rest of the ledger's indexes stay in memory.
constexpr char kLoadingCache[] = "PRAGMA cache_size = -262144";
/// From this many awards on it is worth it.
constexpr std::size_t kManyAwards = 500'000;

std::vector<std::string> drop_late_indexes(Database& database) {
  std::vector<std::string> texts;
  for (const char* name : kLateIndexes) {
    std::string text;
    {
      Query query(database, kIndexText, std::string(name));
      if (query.next()) text = query.text(0);
    }
    if (text.empty()) continue;
    database.run((std::string("DROP INDEX ") + name).c_str());
    texts.push_back(std::move(text));
  }
  return texts;
}

bool empty(Database& database) {
  Query query(database, kAnyPlace);
  return query.next() && query.integer(0) == 0 && last_position(database) == 0;
}

}  // namespace

Result<Done> bulk_load(Database& database, const app::TownData& town, const Progress& progress) {
  progress(0);
  const auto plan = plan_bulk(town);
  if (!plan) return plan.error();
  const bool many = town.awards.size() > kManyAwards;
  if (many) database.run(kLoadingCache);
  Transaction transaction(database);
  if (!empty(database)) return ErrorCode::already_exists;
  const auto late = many ? drop_late_indexes(database) : std::vector<std::string>{};
  const auto loaded = load_register(database, town, *plan);
  if (!loaded) return loaded.error();
  int shown = kRegisterPercent;
  progress(shown);
  load_ledger(database, town, *plan, [&](std::size_t done, std::size_t of) {
    const int percent = kRegisterPercent + static_cast<int>(done * (100 - kRegisterPercent) / of);
    if (percent > shown) progress(shown = percent);
  });
  for (const std::string& index : late) database.run(index.c_str());
  transaction.commit();
  // The log held the whole town: it goes into the file now, not at somebody's first award.
  database.run("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)");
  return Done{};
}

}  // namespace shanzhi::storage
