// Opening with the pragmas that make it durable and honest, and the thin layer over statements.
#include "server/storage/database.h"

#include <cstring>

#include "server/storage/gathering.h"

namespace shanzhi::storage {

namespace {

int flags_of(Use use) {
  // One thread at a time by contract: SQLite need not guard every call.
  return SQLite::OPEN_NOMUTEX | (use == Use::reader ? SQLite::OPEN_READONLY
                                                    : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
}

// Readers write no log; a tool writes little, and beside a server.
const char* vfs_of(Use use) {
  return use == Use::writer ? gathering_vfs() : nullptr;
}

// An unprotected blob of no bytes would be NULL; any address but null makes it empty instead.
constexpr char kNothing[1] = {};

}  // namespace

Database::Database(const std::string& path, Use use)
    : path_(path), connection_(path.c_str(), flags_of(use), kBusyTimeoutMs, vfs_of(use)) {
  if (use != Use::reader) run("PRAGMA journal_mode = WAL");
  // FULL: an answer is given only after the WAL is on the disk. Triggers must also see the delete
  // half of INSERT OR REPLACE, or it would slip past the append-only tables.
  run("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;"
      "PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY");
  run(("PRAGMA cache_size = -" + std::to_string(kCacheKib)).c_str());
  // A tool leaves that to the server, and the server's writer to checkpoints.h.
  if (use != Use::reader) run("PRAGMA wal_autocheckpoint = 0");
  if (use == Use::reader) run("PRAGMA query_only = ON");
}

Database::~Database() {
  for (auto& [sql, statement] : statements_) sqlite3_finalize(statement);
}

sqlite3_stmt* Database::prepared(const char* sql) {
  auto [at, fresh] = statements_.try_emplace(sql, nullptr);
  if (!fresh) return at->second;
  const int code =
      sqlite3_prepare_v3(handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &at->second, nullptr);
  if (code != SQLITE_OK) {
    statements_.erase(at);
    throw SQLite::Exception(handle(), code);
  }
  return at->second;
}

Query::~Query() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

bool Query::next() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  throw SQLite::Exception(database_.handle(), code);
}

void Query::done() {
  while (next()) {
  }
}

void Query::check(int code) {
  if (code != SQLITE_OK) throw SQLite::Exception(database_.handle(), code);
}

std::string Query::text(int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return text == nullptr ? std::string{}
                         : std::string(text, sqlite3_column_bytes(statement_, column));
}

std::string Query::bytes(int column) {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return bytes == nullptr ? std::string{}
                          : std::string(bytes, sqlite3_column_bytes(statement_, column));
}

base::Uuid Query::uuid(int column) {
  const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
  if (bytes == nullptr || sqlite3_column_bytes(statement_, column) != 16) return {};
  return base::uuid_from_bytes(bytes);
}

ledger::Digest Query::digest(int column) {
  ledger::Digest digest{};
  const void* bytes = sqlite3_column_blob(statement_, column);
  if (bytes != nullptr && sqlite3_column_bytes(statement_, column) == 32)
    std::memcpy(digest.data(), bytes, digest.size());
  return digest;
}

void Query::bind(int index, std::int64_t value) {
  check(sqlite3_bind_int64(statement_, index, value));
}
void Query::bind(int index, double value) {
  check(sqlite3_bind_double(statement_, index, value));
}
void Query::bind(int index, std::nullptr_t) {
  check(sqlite3_bind_null(statement_, index));
}

void Query::bind(int index, std::string_view value) {
  const char* text = value.empty() ? kNothing : value.data();
  check(
      sqlite3_bind_text(statement_, index, text, static_cast<int>(value.size()), SQLITE_TRANSIENT));
}

void Query::bind(int index, Bytes value) {
  const char* bytes = value.bytes.empty() ? kNothing : value.bytes.data();
  check(sqlite3_bind_blob(statement_, index, bytes, static_cast<int>(value.bytes.size()),
                          SQLITE_TRANSIENT));
}

void Query::bind(int index, const base::Uuid& value) {
  if (value.none()) return bind(index, nullptr);
  const auto bytes = base::to_bytes(value);
  check(sqlite3_bind_blob(statement_, index, bytes.data(), 16, SQLITE_TRANSIENT));
}

void Query::bind(int index, const ledger::Digest& value) {
  check(sqlite3_bind_blob(statement_, index, value.data(), 32, SQLITE_TRANSIENT));
}

Transaction::~Transaction() {
  if (!open_ || !database_.in_transaction()) return;
  try {
    database_.run("ROLLBACK");
  } catch (const SQLite::Exception&) {
    // The connection is beyond help; the next statement on it says so.
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace shanzhi::storage
