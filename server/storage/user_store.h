// Users and tokens in SQLite. Secrets are there as Argon2id strings and SHA-256 digests only.
#pragma once

#include <utility>
#include <vector>

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
  bool end_session(app::Row user, const base::Uuid& session) override;
  std::optional<app::UserRecord> find_resident(app::Row person) override;
  void put_code(app::Row person, const std::string& code, base::Instant expires) override;
  bool take_code(app::Row person, const std::string& code, base::Instant now) override;
  /// Accounts that a telephone number and PIN may open; `name` narrows a family's. A few at most.
  std::vector<app::UserRecord> residents(const std::string& phone, const std::string& name);
  /// Codes that hold for people of that telephone number: person's row and Argon2id string.
  std::vector<std::pair<app::Row, std::string>> codes(const std::string& phone, base::Instant now);
  std::optional<app::TokenRecord> find_token(base::TokenId id) override;
  void add_token(const app::TokenRecord& token, const ledger::Digest& digest,
                 base::Instant now) override;
  void revoke_token(base::TokenId id, base::Instant now) override;

 private:
  bool changed();
  Database& database_;
};

}  // namespace shanzhi::storage
