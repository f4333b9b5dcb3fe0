// The queries of accounts; each has its own text because statements are kept by address.
#include "server/storage/user_store.h"

namespace shanzhi::storage {

namespace {

#define USER_COLUMNS                                                                           \
  "SELECT u.id, u.uuid, u.name, u.title, u.role, u.place_id, p.code, ifnull(u.person_id, 0), " \
  "r.uuid, u.password, u.active FROM user u JOIN place p ON p.id = u.place_id "                \
  "LEFT JOIN person r ON r.id = u.person_id "
constexpr char kFind[] = USER_COLUMNS "WHERE u.uuid = ?";
constexpr char kFindRow[] = USER_COLUMNS "WHERE u.id = ?";
constexpr char kFindName[] = USER_COLUMNS "WHERE u.name = ?";
constexpr char kFindResident[] =
    USER_COLUMNS "WHERE u.person_id = ? AND u.role = 5 ORDER BY u.id LIMIT 1";
// phone <> '' lets the index of telephones be used, which has no empty ones.
constexpr char kResidents[] =
    USER_COLUMNS R"(WHERE r.phone = ?1 AND r.phone <> '' AND r.removed_by = 0
  AND u.role = 5 AND u.active = 1 AND (?2 = '' OR r.name = ?2) ORDER BY u.id LIMIT 8)";
#undef USER_COLUMNS
constexpr char kCodes[] = R"(SELECT c.person_id, c.code FROM sign_in_code c
  JOIN person r ON r.id = c.person_id
  WHERE r.phone = ? AND r.phone <> '' AND r.removed_by = 0 AND c.expires_at > ?
  ORDER BY c.person_id LIMIT 8)";
constexpr char kPutCode[] =
    "INSERT OR REPLACE INTO sign_in_code (person_id, code, expires_at) VALUES (?, ?, ?)";
constexpr char kTakeCode[] =
    "DELETE FROM sign_in_code WHERE person_id = ? AND code = ? AND expires_at > ?";
constexpr char kEndSession[] =
    "DELETE FROM session WHERE user_id = ? AND substr(digest, 1, 16) = ?";
constexpr char kChanges[] = "SELECT changes()";
constexpr char kInsert[] = R"(INSERT INTO user
  (uuid, name, title, role, place_id, person_id, password, active) VALUES (?, ?, ?, ?, ?, ?, ?, ?))";
constexpr char kUpdate[] = R"(UPDATE user SET name = ?, title = ?, role = ?, place_id = ?,
  person_id = ?, password = ?, active = ? WHERE id = ?)";
constexpr char kAdministrators[] = R"(SELECT count(*) FROM user u JOIN place p ON p.id = u.place_id
  WHERE u.active = 1 AND u.role = 0 AND p.parent_id IS NULL AND u.id <> ?)";
constexpr char kEndSessions[] = "DELETE FROM session WHERE user_id = ? AND digest <> ?";
constexpr char kFindToken[] = R"(SELECT t.uuid, t.label, t.role, t.place_id, p.code, t.expires_at,
  t.revoked_at FROM token t JOIN place p ON p.id = t.place_id WHERE t.uuid = ?)";
constexpr char kAddToken[] = R"(INSERT INTO token
  (digest, uuid, label, role, place_id, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?))";
constexpr char kRevoke[] = "UPDATE token SET revoked_at = ? WHERE uuid = ?";

std::optional<app::UserRecord> read_user(Query& query) {
  if (!query.next()) return std::nullopt;
  app::UserRecord user;
  user.row = query.integer(0);
  user.id.uuid = query.uuid(1);
  user.name = query.text(2);
  user.title = query.text(3);
  user.role = static_cast<api::Role>(query.integer(4));
  user.place_row = query.integer(5);
  user.place = query.text(6);
  user.person_row = query.integer(7);
  user.person = base::to_text(query.uuid(8));
  user.password = query.text(9);
  user.active = query.integer(10) != 0;
  return user;
}

}  // namespace

std::optional<app::UserRecord> SqlUserStore::find(base::UserId id) {
  Query query(database_, kFind, id);
  return read_user(query);
}

std::optional<app::UserRecord> SqlUserStore::find_row(app::Row row) {
  Query query(database_, kFindRow, row);
  return read_user(query);
}

std::optional<app::UserRecord> SqlUserStore::find_name(std::string_view name) {
  Query query(database_, kFindName, name);
  return read_user(query);
}

app::Row SqlUserStore::save(const app::UserRecord& user) {
  const auto person = row_or_null(user.person_row);
  if (user.row == 0) {
    execute(database_, kInsert, user.id, user.name, user.title, static_cast<int>(user.role),
            user.place_row, person, user.password, user.active);
    return database_.last_row();
  }
  execute(database_, kUpdate, user.name, user.title, static_cast<int>(user.role), user.place_row,
          person, user.password, user.active, user.row);
  return user.row;
}

std::int64_t SqlUserStore::administrators(app::Row except) {
  Query query(database_, kAdministrators, except);
  return query.next() ? query.integer(0) : 0;
}

void SqlUserStore::end_sessions(app::Row user, const ledger::Digest& except) {
  execute(database_, kEndSessions, user, except);
}

bool SqlUserStore::end_session(app::Row user, const base::Uuid& session) {
  execute(database_, kEndSession, user, session);
  return changed();
}

std::optional<app::UserRecord> SqlUserStore::find_resident(app::Row person) {
  Query query(database_, kFindResident, person);
  return read_user(query);
}

void SqlUserStore::put_code(app::Row person, const std::string& code, base::Instant expires) {
  execute(database_, kPutCode, person, code, expires.unix_ms);
}

bool SqlUserStore::take_code(app::Row person, const std::string& code, base::Instant now) {
  execute(database_, kTakeCode, person, code, now.unix_ms);
  return changed();
}

bool SqlUserStore::changed() {
  Query query(database_, kChanges);
  return query.next() && query.integer(0) > 0;
}

std::vector<app::UserRecord> SqlUserStore::residents(const std::string& phone,
                                                     const std::string& name) {
  std::vector<app::UserRecord> users;
  Query query(database_, kResidents, phone, name);
  while (auto user = read_user(query)) users.push_back(std::move(*user));
  return users;
}

std::vector<std::pair<app::Row, std::string>> SqlUserStore::codes(const std::string& phone,
                                                                  base::Instant now) {
  std::vector<std::pair<app::Row, std::string>> codes;
  Query query(database_, kCodes, phone, now.unix_ms);
  while (query.next()) codes.emplace_back(query.integer(0), query.text(1));
  return codes;
}

std::optional<app::TokenRecord> SqlUserStore::find_token(base::TokenId id) {
  Query query(database_, kFindToken, id);
  if (!query.next()) return std::nullopt;
  return app::TokenRecord{{query.uuid(0)},  query.text(1), static_cast<api::Role>(query.integer(2)),
                          query.integer(3), query.text(4), query.integer(5),
                          query.integer(6)};
}

void SqlUserStore::add_token(const app::TokenRecord& token, const ledger::Digest& digest,
                             base::Instant now) {
  execute(database_, kAddToken, digest, token.id, token.label, static_cast<int>(token.role),
          token.place_row, now.unix_ms, token.expires_at);
}

void SqlUserStore::revoke_token(base::TokenId id, base::Instant now) {
  execute(database_, kRevoke, now.unix_ms, id);
}

}  // namespace shanzhi::storage
