// Imports and the rows they wrote, so that one can be taken back.
#pragma once

#include "server/app/ports.h"
#include "server/app/stores.h"
#include "server/storage/database.h"

namespace shanzhi::storage {

class SqlImportStore : public app::ImportStore {
 public:
  SqlImportStore(Database& database, const app::Caller& caller, base::Instant now)
      : database_(database), caller_(caller), now_(now) {}
  std::optional<app::ImportRecord> find(base::ImportId id) override;
  app::Row add(const app::ImportRecord& import, std::int64_t position) override;
  void keep(app::Row import, const app::ImportedRow& row) override;
  std::vector<app::ImportedRow> rows(app::Row import) override;
  std::optional<app::NamedRow> in_use(app::Row import) override;
  void finish(app::Row import, const std::string& report, std::int64_t position) override;
  void mark_undone(app::Row import, std::int64_t position) override;

 private:
  Database& database_;
  const app::Caller& caller_;
  base::Instant now_;
};

}  // namespace shanzhi::storage
