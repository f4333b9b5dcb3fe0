// One connection to the database file, its prepared statements, and transactions on it. Failures of
// SQLite are SQLite::Exception inside server/storage and never leave it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include "shared/base/id.h"
#include "shared/ledger/ledger.h"

namespace shanzhi::storage {

/// Name of the database file in a data folder.
inline constexpr const char* kDatabaseFile = "shanzhi.db";
/// How long a connection waits for another process's write, e.g. `shanzhi user token` beside a server.
inline constexpr int kBusyTimeoutMs = 15'000;
/// 64 MiB of pages: a town fits, a county's hot part does.
inline constexpr int kCacheKib = 64 * 1024;

/// Who opens: the server's writer, a tool beside it (which leaves checkpoints to the server), or a
/// connection that only reads.
enum class Use : std::uint8_t { writer, tool, reader };

/// A connection. Not thread-safe: one thread at a time.
class Database {
 public:
  /// Opens, creates when a writer or tool finds none. Throws SQLite::Exception.
  Database(const std::string& path, Use use);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  sqlite3* handle() { return connection_.getHandle(); }
  const std::string& path() const { return path_; }
  /// Any number of statements without parameters or results.
  void run(const char* sql) { connection_.exec(sql); }
  /// The statement for that text, prepared once. The text is compared by address: give constants.
  sqlite3_stmt* prepared(const char* sql);
  bool in_transaction() { return sqlite3_get_autocommit(handle()) == 0; }
  std::int64_t last_row() { return sqlite3_last_insert_rowid(handle()); }
  std::int64_t rows_changed() { return sqlite3_changes64(handle()); }
  /// Rows changed since the connection was opened.
  std::int64_t changes_in_all() { return sqlite3_total_changes64(handle()); }

 private:
  std::string path_;
  SQLite::Database connection_;
  std::unordered_map<const char*, sqlite3_stmt*> statements_;
};

/// Bytes bound as a BLOB (never NULL).
struct Bytes {
  std::string_view bytes;
};

/// A borrowed prepared statement: bound at construction, reset at the end. Rows by next().
class Query {
 public:
  template <class... Values>
  Query(Database& database, const char* sql, const Values&... values)
      : database_(database), statement_(database.prepared(sql)) {
    int index = 0;
    (bind(++index, values), ...);
  }
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  /// Moves to the next row; false at the end.
  bool next();
  /// Runs to the end; for what returns nothing.
  void done();

  std::int64_t integer(int column) { return sqlite3_column_int64(statement_, column); }
  double real(int column) { return sqlite3_column_double(statement_, column); }
  bool null(int column) { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::string text(int column);
  std::string bytes(int column);
  /// None when NULL or not 16 bytes.
  base::Uuid uuid(int column);
  ledger::Digest digest(int column);

 private:
  void bind(int index, std::int64_t value);
  void bind(int index, int value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, bool value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, double value);
  void bind(int index, std::string_view value);
  void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
  void bind(int index, const char* value) { bind(index, std::string_view(value)); }
  void bind(int index, Bytes value);
  void bind(int index, std::nullptr_t);
  void bind(int index, const base::Uuid& value);  ///< NULL when none
  void bind(int index, const ledger::Digest& value);
  template <class Tag>
  void bind(int index, const base::Id<Tag>& value) {
    bind(index, value.uuid);
  }
  template <class T>
  void bind(int index, const std::optional<T>& value) {
    if (value.has_value()) return bind(index, *value);
    bind(index, nullptr);
  }
  void check(int code);

  Database& database_;
  sqlite3_stmt* statement_;
};

/// Runs one statement to its end.
template <class... Values>
void execute(Database& database, const char* sql, const Values&... values) {
  Query(database, sql, values...).done();
}

/// BEGIN IMMEDIATE … COMMIT; rolled back when it ends uncommitted.
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(database) {
    database_.run("BEGIN IMMEDIATE");
  }
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

/// Row 0 stands for none in records and NULL in the database.
inline std::optional<std::int64_t> row_or_null(std::int64_t row) {
  return row == 0 ? std::nullopt : std::optional(row);
}

/// A date as its day number, or NULL.
inline std::optional<std::int64_t> days_or_null(const std::optional<base::CivilDate>& date) {
  std::optional<std::int64_t> days;
  if (date) days = date->days;
  return days;
}

}  // namespace shanzhi::storage
