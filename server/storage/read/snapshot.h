// Read-only connections to the database: one snapshot at a time each, lent from a small pool.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "shared/base/id.h"

namespace shanzhi::storage::read {

/// One read-only connection with its prepared statements.
struct ReadConnection {
  explicit ReadConnection(const std::string& path);
  SQLite::Database database;
  std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> statements;
};

class SnapshotPool;

/// The database as it was at one moment, until it goes out of scope. For one thread.
class Snapshot {
 public:
  Snapshot(SnapshotPool& pool, std::unique_ptr<ReadConnection> connection);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  /// Newest journal position that is visible here; 0 of an empty journal.
  std::int64_t position() const { return position_; }
  /// The statement for this text, compiled once a connection, reset and unbound.
  SQLite::Statement& statement(const std::string& sql);

 private:
  SnapshotPool& pool_;
  std::unique_ptr<ReadConnection> connection_;
  std::int64_t position_ = 0;
};

/// Lends snapshots; waits when all connections are out. Thread-safe; outlives its snapshots.
class SnapshotPool {
 public:
  /// Reads are processor work, so more connections than this would only take memory.
  static constexpr int kConnectionsMax = 24;

  /// Other processes' commits (a tool beside the server) are noticed within this.
  static constexpr std::chrono::milliseconds kOthersNoticed{20};

  /// `commits` counts what this process has committed; null when nobody counts.
  SnapshotPool(std::string path, const std::atomic<std::uint64_t>* commits);
  Snapshot open();
  /// Newest journal position. Asked of the write-ahead log's shared memory when this process has
  /// committed since, and otherwise now and then; of the disk only when something was written.
  std::int64_t newest();

 private:
  friend class Snapshot;
  void give_back(std::unique_ptr<ReadConnection> connection);
  std::int64_t look_at_newest();

  std::string path_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<ReadConnection>> idle_;
  int lent_ = 0;

  std::mutex watch_mutex_;
  std::unique_ptr<ReadConnection> watch_;
  std::int64_t watch_version_ = -1;
  const std::atomic<std::uint64_t>* const commits_;
  std::atomic<std::int64_t> newest_{0};
  std::atomic<std::uint64_t> newest_commits_{~std::uint64_t{0}};  ///< that newest_ has seen
  std::atomic<std::chrono::steady_clock::time_point> look_again_{};
};

/// One run of a statement: bind in order, step, read columns in order, reset at the end.
class Rows {
 public:
  template <class... Values>
  Rows(Snapshot& snapshot, const std::string& sql, const Values&... values)
      : statement_(snapshot.statement(sql)) {
    int index = 0;
    (bind(++index, values), ...);
  }
  ~Rows() { statement_.tryReset(); }
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;

  bool next() { return statement_.executeStep(); }
  std::int64_t integer(int column) const { return statement_.getColumn(column).getInt64(); }
  double real(int column) const { return statement_.getColumn(column).getDouble(); }
  bool null(int column) const { return statement_.getColumn(column).isNull(); }
  std::string text(int column) const { return statement_.getColumn(column).getString(); }
  /// None when the blob is not 16 bytes long.
  base::Uuid uuid(int column) const;
  std::string uuid_text(int column) const { return base::to_text(uuid(column)); }
  std::string hex(int column) const;

  void bind(int index, std::int64_t value) { statement_.bind(index, value); }
  void bind(int index, int value) { statement_.bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, const std::string& value) { statement_.bind(index, value); }
  void bind(int index, const base::Uuid& value);
  /// NULL when there is none.
  void bind(int index, const std::optional<std::int64_t>& value) {
    if (value) return statement_.bind(index, *value);
    statement_.bind(index);
  }

 private:
  SQLite::Statement& statement_;
};

}  // namespace shanzhi::storage::read
