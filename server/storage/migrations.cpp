// Runs what is missing of the migrations.
#include "server/storage/migrations.h"

#include <string>

#include "server/storage/database.h"

namespace shanzhi::storage {

namespace {

int version_of(Database& database) {
  Query query(database, "PRAGMA user_version");
  query.next();
  return static_cast<int>(query.integer(0));
}

}  // namespace

base::Result<base::Done> migrate(Database& database) {
  const auto steps = migrations();
  const int newest = steps.empty() ? 0 : steps.back().version;
  if (version_of(database) > newest)
    return {base::ErrorCode::out_of_range, "", std::to_string(version_of(database)),
            std::to_string(newest)};
  for (const Migration& step : steps) {
    if (version_of(database) >= step.version) continue;
    Transaction transaction(database);
    // Another process may have done it between the look and the lock.
    if (version_of(database) >= step.version) continue;
    database.run(step.sql);
    database.run(("PRAGMA user_version = " + std::to_string(step.version)).c_str());
    transaction.commit();
  }
  return base::Done{};
}

}  // namespace shanzhi::storage
