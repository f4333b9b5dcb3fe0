// Volunteer teams in SQLite.
#pragma once

#include "server/app/stores.h"
#include "server/storage/database.h"

namespace shanzhi::storage {

class SqlTeamStore : public app::TeamStore {
 public:
  explicit SqlTeamStore(Database& database) : database_(database) {}
  std::optional<app::TeamRecord> find(base::TeamId id) override;
  app::Row save(const app::TeamRecord& team) override;
  void remove(app::Row row) override;

 private:
  Database& database_;
};

}  // namespace shanzhi::storage
