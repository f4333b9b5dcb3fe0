// Opening, lending and taking back of read-only connections.
#include "server/storage/read/snapshot.h"

#include <utility>

namespace shanzhi::storage::read {
namespace {

constexpr int kBusyTimeoutMs = 5000;
using Clock = std::chrono::steady_clock;

const std::string kNewest = "SELECT coalesce(max(position), 0) FROM journal";

}  // namespace

ReadConnection::ReadConnection(const std::string& path)
    : database(path, SQLite::OPEN_READONLY, kBusyTimeoutMs) {
  database.exec("PRAGMA query_only = ON");
  database.exec("PRAGMA trusted_schema = OFF");
  database.exec("PRAGMA cache_size = -2000");  // KiB; the system's page cache holds the rest
  database.exec("PRAGMA temp_store = MEMORY");
}

Snapshot::Snapshot(SnapshotPool& pool, std::unique_ptr<ReadConnection> connection)
    : pool_(pool), connection_(std::move(connection)) {
  try {
    connection_->database.exec("BEGIN");
    Rows newest(*this, kNewest);
    if (newest.next()) position_ = newest.integer(0);
  } catch (...) {
    // A connection that cannot begin is closed rather than lent again.
    connection_.reset();
    pool_.give_back(nullptr);
    throw;
  }
}

Snapshot::~Snapshot() {
  try {
    connection_->database.exec("COMMIT");
  } catch (const std::exception&) {
    connection_.reset();  // the pool opens another
  }
  pool_.give_back(std::move(connection_));
}

SQLite::Statement& Snapshot::statement(const std::string& sql) {
  auto& slot = connection_->statements[sql];
  if (!slot) {
    slot = std::make_unique<SQLite::Statement>(connection_->database, sql);
  } else {
    slot->tryReset();
    slot->clearBindings();
  }
  return *slot;
}

SnapshotPool::SnapshotPool(std::string path, const std::atomic<std::uint64_t>* commits)
    : path_(std::move(path)), commits_(commits) {}

Snapshot SnapshotPool::open() {
  std::unique_ptr<ReadConnection> connection;
  {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [&] { return lent_ < kConnectionsMax; });
    ++lent_;
    if (!idle_.empty()) {
      connection = std::move(idle_.back());  // last in, first out: its pages are still warm
      idle_.pop_back();
    }
  }
  if (!connection) {
    try {
      connection = std::make_unique<ReadConnection>(path_);
    } catch (...) {
      give_back(nullptr);
      throw;
    }
  }
  return Snapshot(*this, std::move(connection));
}

void SnapshotPool::give_back(std::unique_ptr<ReadConnection> connection) {
  {
    const std::lock_guard lock(mutex_);
    --lent_;
    if (connection) idle_.push_back(std::move(connection));
  }
  returned_.notify_one();
}

std::int64_t SnapshotPool::newest() {
  if (commits_ && newest_commits_.load() == commits_->load() && Clock::now() < look_again_.load())
    return newest_.load();
  return look_at_newest();
}

std::int64_t SnapshotPool::look_at_newest() {
  const std::lock_guard lock(watch_mutex_);
  // Counted before the look: what is committed between is looked for once more.
  const std::uint64_t commits = commits_ ? commits_->load() : 0;
  if (!watch_) watch_ = std::make_unique<ReadConnection>(path_);
  const auto ask = [&](const std::string& sql) {
    auto& slot = watch_->statements[sql];
    if (!slot) slot = std::make_unique<SQLite::Statement>(watch_->database, sql);
    slot->executeStep();
    const std::int64_t value = slot->getColumn(0).getInt64();
    slot->reset();
    return value;
  };
  const std::int64_t version = ask("PRAGMA data_version");
  if (version != watch_version_) {
    // The version is taken first: a commit between the two lines is only looked at once more.
    newest_ = ask(kNewest);
    watch_version_ = version;
  }
  look_again_ = Clock::now() + kOthersNoticed;
  newest_commits_ = commits;  // last: by it the others know that the position holds
  return newest_;
}

base::Uuid Rows::uuid(int column) const {
  constexpr int kUuidBytes = 16;
  const auto blob = statement_.getColumn(column);
  if (blob.isNull() || blob.getBytes() != kUuidBytes) return {};
  return base::uuid_from_bytes(static_cast<const std::uint8_t*>(blob.getBlob()));
}

std::string Rows::hex(int column) const {
  const auto blob = statement_.getColumn(column);
  const auto* bytes = static_cast<const std::uint8_t*>(blob.getBlob());
  std::string out;
  for (int i = 0; i < blob.getBytes(); ++i) {
    out += "0123456789abcdef"[bytes[i] >> 4];
    out += "0123456789abcdef"[bytes[i] & 15];
  }
  return out;
}

void Rows::bind(int index, const base::Uuid& value) {
  const auto bytes = base::to_bytes(value);
  statement_.bind(index, bytes.data(), static_cast<int>(bytes.size()));
}

}  // namespace shanzhi::storage::read
