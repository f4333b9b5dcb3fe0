// Carrying the log into the database file beside the writer, in a thread of its own: awards do not wait
// while some ten thousand pages are copied. The writer itself copies only the last few, after which
// SQLite begins the log anew.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "server/storage/database.h"

namespace shanzhi::storage {

/// Pages in the log from which it is carried over: 128 MB. Many awards touch the same pages, so the
/// longer the log the less there is to copy for each.
inline constexpr int kLogPagesBegin = 32'768;
/// So many are left to the writer's own thread: some milliseconds.
inline constexpr int kLogPagesRest = 512;

class Checkpoints {
 public:
  /// Of the writer's connection, which must not checkpoint by itself. Opens its own when first needed.
  explicit Checkpoints(Database& writer, int begin = kLogPagesBegin);
  ~Checkpoints();
  Checkpoints(const Checkpoints&) = delete;
  Checkpoints& operator=(const Checkpoints&) = delete;

  /// After each commit, in the writer's thread. Throws SQLite::Exception when the disk has failed, here
  /// or in the thread: what it was to sync cannot be trusted any more.
  void after_commit();

 private:
  enum class State : std::uint8_t { idle, wanted, rest, failed };
  struct Pass {
    int code = 0, log = 0, copied = 0;
  };
  static int note_pages(void* self, sqlite3*, const char*, int pages);
  static Pass copy(Database& database);
  void serve();
  int carry_over(Database& database);
  void finish();

  Database& writer_;
  std::atomic<int> pages_{0};  ///< in the log, by the newest commit
  const int first_;
  int begin_;     ///< pages from which the thread is asked for
  int seen_ = 0;  ///< pages at the last commit
  std::atomic<State> state_{State::idle};
  std::atomic<int> failure_{0};
  std::mutex mutex_;
  std::condition_variable wanted_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace shanzhi::storage
