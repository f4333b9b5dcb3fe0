// Photographs in SQLite, beside the journal that names them: one backup holds both.
#pragma once

#include "server/app/photos.h"
#include "server/storage/database.h"

namespace shanzhi::storage {

class SqlPhotoStore : public app::PhotoStore {
 public:
  explicit SqlPhotoStore(Database& database) : database_(database) {}
  std::optional<app::PhotoRecord> find(const ledger::Digest& id) override;
  void add(const app::PhotoRecord& photo, const std::string& bytes) override;
  void wait_from(const ledger::Digest& id, base::Instant at) override;
  void bind(const ledger::Digest& id, std::int64_t position, std::int64_t number) override;
  std::int64_t waiting(app::Row user) override;
  void drop_waiting(base::Instant before) override;

 private:
  Database& database_;
};

}  // namespace shanzhi::storage
