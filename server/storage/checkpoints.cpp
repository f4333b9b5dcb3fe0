// Passive checkpoints: they stop nobody, and copy what no reader still needs as it was.
#include "server/storage/checkpoints.h"

#include <memory>

namespace shanzhi::storage {

namespace {

/// While pages are copied more are written; each pass has less to do than the one before.
constexpr int kPassesMax = 4;

/// What may be tried again later: another process checkpoints, there is no room. The log has it all.
bool may_be_repeated(int code) {
  switch (code & 0xFF) {
    case SQLITE_OK:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL:
    case SQLITE_NOMEM:
    case SQLITE_CANTOPEN: return true;
    default: return false;
  }
}

}  // namespace

Checkpoints::Checkpoints(Database& writer, int begin)
    : writer_(writer), first_(begin), begin_(begin) {
  sqlite3_wal_hook(writer_.handle(), note_pages, this);
  thread_ = std::thread([this] { serve(); });
}

Checkpoints::~Checkpoints() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wanted_.notify_one();
  thread_.join();
  sqlite3_wal_hook(writer_.handle(), nullptr, nullptr);
}

int Checkpoints::note_pages(void* self, sqlite3*, const char*, int pages) {
  static_cast<Checkpoints*>(self)->pages_ = pages;
  return SQLITE_OK;
}

Checkpoints::Pass Checkpoints::copy(Database& database) {
  Pass pass;
  pass.code = sqlite3_wal_checkpoint_v2(database.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE,
                                        &pass.log, &pass.copied);
  return pass;
}

void Checkpoints::after_commit() {
  if (pages_ < seen_) begin_ = first_;  // the log has begun anew
  seen_ = pages_;
  switch (state_.load()) {
    case State::failed: throw SQLite::Exception(sqlite3_errstr(failure_), failure_);
    case State::rest: return finish();
    case State::wanted: return;
    case State::idle:
      if (pages_ < begin_) return;
  }
  {
    const std::lock_guard lock(mutex_);
    state_ = State::wanted;
  }
  wanted_.notify_one();
}

void Checkpoints::finish() {
  const Pass pass = copy(writer_);
  if (!may_be_repeated(pass.code)) throw SQLite::Exception(writer_.handle(), pass.code);
  // The next commit begins the log anew, unless a reader holds on: then it is tried again when the log
  // has grown by a quarter.
  begin_ = pages_ + first_ / 4;
  state_ = State::idle;
}

void Checkpoints::serve() {
  std::unique_ptr<Database> database;
  std::unique_lock lock(mutex_);
  for (;;) {
    wanted_.wait(lock, [this] { return stopping_ || state_ == State::wanted; });
    if (stopping_) return;
    lock.unlock();
    int code = SQLITE_OK;
    try {
      if (!database) database = std::make_unique<Database>(writer_.path(), Use::tool);
      code = carry_over(*database);
    } catch (const SQLite::Exception& error) {
      code = error.getErrorCode();
    }
    failure_ = code;
    lock.lock();
    state_ = may_be_repeated(code) ? State::rest : State::failed;
  }
}

int Checkpoints::carry_over(Database& database) {
  for (int passes = 0; passes < kPassesMax; ++passes) {
    const Pass pass = copy(database);
    if (pass.code != SQLITE_OK) return pass.code;
    if (pages_ - pass.copied <= kLogPagesRest) break;
  }
  return SQLITE_OK;
}

}  // namespace shanzhi::storage
