// Family access in SQLite.
#pragma once

#include "server/app/family_store.h"
#include "server/storage/database.h"

namespace shanzhi::storage {

class SqlFamilyStore : public app::FamilyStore {
 public:
  explicit SqlFamilyStore(Database& database) : database_(database) {}
  std::optional<app::FamilyRecord> find(const base::Uuid& id) override;
  std::optional<app::FamilyRecord> between(app::Row person, app::Row relative) override;
  std::int64_t looking_at(app::Row person, base::CivilDate today) override;
  std::int64_t looked_after_by(app::Row relative, base::CivilDate today) override;
  void add(const app::FamilyRecord& access) override;
  void end(app::Row access, std::int64_t position) override;
  std::vector<app::Row> named(const std::string& name, const std::string& phone) override;

 private:
  Database& database_;
};

}  // namespace shanzhi::storage
