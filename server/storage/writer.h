// The one writer: commands queue, a thread takes as many as are waiting, runs them in one transaction,
// commits once, and only then answers them. One that fails fails alone.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "server/app/commands.h"
#include "server/storage/checkpoints.h"
#include "server/storage/database.h"
#include "server/storage/recall.h"

namespace shanzhi::storage {

/// Commands that may wait; the next one is told to come again. At 10,000 a second: 0.4 s.
inline constexpr std::size_t kQueueMax = 4096;
/// Commands in one transaction: keeps the wait for the commit in bounds.
inline constexpr std::size_t kBatchMax = 512;

/// Work of storage's own rooms (sessions, imports) in the writer's transaction.
using WriteWork = std::function<base::Result<app::Outcome>(app::Work& work, Database& database)>;

struct WriterOptions {
  const base::Clock* clock = nullptr;
  /// Carries the log into the file beside the writer: for the one server of a folder.
  bool checkpoints = false;
  /// Commands in one transaction; 1 gives each its own.
  std::size_t batch_max = kBatchMax;
  /// Hashes passwords and makes secrets before a command queues.
  std::function<base::Result<app::Prepared>(const app::Draft&, const app::Caller&)> prepare;
  /// Identities for rows that no caller names.
  std::function<base::Uuid()> new_id;
  /// The disk refused: says why, once. The program should stop; the writer already has.
  std::function<void(const std::string& why)> on_failure;
  /// A defect was answered with `internal`: for the log.
  std::function<void(const std::string& what)> on_defect;
  /// Users, sessions or tokens changed.
  std::function<void()> on_access_changed;
};

class Writer : public app::Commands {
 public:
  Writer(std::unique_ptr<Database> database, WriterOptions options);
  /// Finishes what is queued.
  ~Writer() override;

  base::Result<app::Answer> run(const app::CommandRequest& request) override;
  base::Result<app::Answer> run_work(const app::Caller& caller, const WriteWork& work);
  /// Commands that wait for their turn.
  std::size_t waiting();
  /// How often this writer has committed; counted before anybody is answered.
  const std::atomic<std::uint64_t>& commits() const { return commits_; }

 private:
  struct Job;
  base::Result<app::Answer> submit(Job& job);
  void serve();
  bool take(std::vector<Job*>& batch);
  void carry_out(const std::vector<Job*>& batch);
  bool together(const std::vector<Job*>& batch);
  bool without_trace(Job& job);
  void apart(const std::vector<Job*>& batch);
  void attempt(Job& job);
  base::Result<app::Answer> carry(Job& job);
  base::Result<app::Outcome> perform(Job& job);
  void fail(const std::vector<Job*>& batch, const SQLite::Exception& error);
  void break_off(const std::string& why);
  void shorten_log();

  std::unique_ptr<Database> database_;
  std::unique_ptr<Checkpoints> checkpoints_;
  Recall recall_;  // the writer's thread only
  WriterOptions options_;
  std::atomic<std::uint64_t> commits_{0};
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Job*> queue_;
  bool stopping_ = false;
  bool broken_ = false;
  bool access_changed_ = false;  // of the batch at work; the writer's thread only
  std::thread thread_;
};

}  // namespace shanzhi::storage
