// Users and tokens in SQLite. Secrets are there as Argon2id strings and SHA-256 digests only.
#pragma once

#include "server/app/stores.h"
#include "server/storage/database.h"

namespace shanzhi::storage {

class SqlUserStore : public app::UserStore {
 public:
  explicit SqlUserStore(Database& database) : database_(database) {}
  std::optional<app::UserRecord> find(base::UserId id) override;
  std::optional<app::UserRecord> find_row(app::Row row) override;
  std::optional<app::UserRecord> find_name(std::string_view name) override;
  app::Row save(const app::UserRecord& user) override;
  std::int64_t administrators(app::Row except) override;
  void end_sessions(app::Row user, const ledger::Digest& except) override;
  std::optional<app::TokenRecord> find_token(base::TokenId id) override;
  void add_token(const app::TokenRecord& token, const ledger::Digest& digest,
                 base::Instant now) override;
  void revoke_token(base::TokenId id, base::Instant now) override;

 private:
  Database& database_;
};

}  // namespace shanzhi::storage
