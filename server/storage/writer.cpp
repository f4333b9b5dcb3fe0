// Group commit: no timer; the batch is whatever came while the last one was being written.
#include "server/storage/writer.h"

#include <optional>
#include <semaphore>

#include "server/storage/answered.h"
#include "server/storage/import_store.h"
#include "server/storage/journal_store.h"
#include "server/storage/ledger_store.h"
#include "server/storage/people_store.h"
#include "server/storage/place_store.h"
#include "server/storage/team_store.h"
#include "server/storage/user_store.h"

namespace shanzhi::storage {

using base::ErrorCode;
using base::Result;

struct Writer::Job {
  const app::CommandRequest* request = nullptr;  ///< a command …
  const WriteWork* work = nullptr;               ///< … or work of storage's own
  const app::Caller* caller = nullptr;
  CommandKeys keys;
  app::Prepared prepared;
  std::optional<Result<app::Answer>> answer;
  std::binary_semaphore done{0};
};

namespace {

constexpr char kSavepoint[] = "SAVEPOINT command";
constexpr char kUndo[] = "ROLLBACK TO command";
constexpr char kRelease[] = "RELEASE command";

// After these SQLite has given up the whole transaction, or the file cannot be trusted to take more.
bool disk_refused(const SQLite::Exception& error) {
  switch (error.getErrorCode() & 0xFF) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM: return true;
    default: return false;
  }
}

}  // namespace

Writer::Writer(std::unique_ptr<Database> database, WriterOptions options)
    : database_(std::move(database)), options_(std::move(options)), thread_([this] { serve(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  waiting_.notify_one();
  thread_.join();
}

Result<app::Answer> Writer::run(const app::CommandRequest& request) {
  const auto draft = app::draft_of(request.name, request.body);
  if (!draft) return draft.error();
  Job job;
  job.request = &request;
  job.caller = &request.caller;
  job.keys = keys_of(request, *draft);
  if (!draft->new_password.empty() || draft->needs_token) {
    const auto allowed = app::permitted(request.name, request.caller);
    if (!allowed) return allowed.error();
    auto prepared = options_.prepare(*draft, request.caller);
    if (!prepared) return prepared.error();
    job.prepared = std::move(*prepared);
  }
  return submit(job);
}

Result<app::Answer> Writer::run_work(const app::Caller& caller, const WriteWork& work) {
  Job job;
  job.work = &work;
  job.caller = &caller;
  return submit(job);
}

Result<app::Answer> Writer::submit(Job& job) {
  {
    const std::lock_guard lock(mutex_);
    if (broken_ || stopping_) return ErrorCode::storage_failed;
    if (queue_.size() >= kQueueMax) return ErrorCode::busy;
    queue_.push_back(&job);
  }
  waiting_.notify_one();
  job.done.acquire();
  return std::move(*job.answer);
}

void Writer::serve() {
  std::vector<Job*> batch;
  while (take(batch)) {
    carry_out(batch);
    // After release the waiting thread may end the job's life: nothing of it is touched again.
    for (Job* job : batch) job->done.release();
  }
}

bool Writer::take(std::vector<Job*>& batch) {
  batch.clear();
  std::unique_lock lock(mutex_);
  waiting_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
  while (!queue_.empty() && batch.size() < kBatchMax) {
    batch.push_back(queue_.front());
    queue_.pop_front();
  }
  return !batch.empty();
}

void Writer::carry_out(const std::vector<Job*>& batch) {
  if (broken_) {
    for (Job* job : batch) job->answer.emplace(ErrorCode::storage_failed);
    return;
  }
  access_changed_ = false;
  try {
    Transaction transaction(*database_);
    for (Job* job : batch) attempt(*job);
    transaction.commit();
  } catch (const SQLite::Exception& error) {
    fail(batch, error);
    return;
  }
  if (access_changed_) options_.on_access_changed();
}

// Another process holding the write lock too long is no failure of the disk.
void Writer::fail(const std::vector<Job*>& batch, const SQLite::Exception& error) {
  const bool busy = (error.getErrorCode() & 0xFF) == SQLITE_BUSY;
  for (Job* job : batch) job->answer.emplace(busy ? ErrorCode::busy : ErrorCode::storage_failed);
  if (busy) return;
  {
    const std::lock_guard lock(mutex_);
    broken_ = true;
  }
  // Never an fsync again: what the system forgot after a failed one cannot be known.
  options_.on_failure(error.what());
}

void Writer::attempt(Job& job) {
  execute(*database_, kSavepoint);
  try {
    job.answer.emplace(carry(job));
  } catch (const SQLite::Exception& error) {
    if (!database_->in_transaction() || disk_refused(error)) throw;
    options_.on_defect((job.request ? job.request->name : "work") + ": " + error.what());
    job.answer.emplace(ErrorCode::internal);
  }
  if (!job.answer->ok()) execute(*database_, kUndo);
  execute(*database_, kRelease);
}

Result<app::Answer> Writer::carry(Job& job) {
  if (const auto known = answered_before(*database_, job.keys, job.caller->user)) return *known;
  const auto outcome = perform(job);
  if (!outcome) return outcome.error();
  access_changed_ = access_changed_ || outcome->changes_access;
  if (job.request)
    remember_answer(*database_, job.keys, *job.request, *outcome, options_.clock->now());
  return app::Answer{outcome->json, outcome->position, false};
}

Result<app::Outcome> Writer::perform(Job& job) {
  const base::Instant now = options_.clock->now();
  SqlPlaceStore places(*database_);
  SqlPeopleStore people(*database_);
  SqlTeamStore teams(*database_);
  SqlUserStore users(*database_);
  SqlLedgerStore ledger(*database_);
  SqlJournalStore journal(*database_, *job.caller, now, job.keys.first);
  SqlImportStore imports(*database_, *job.caller, now);
  app::Work work{*job.caller, now,     places,  people,       teams,          users,
                 ledger,      journal, imports, job.prepared, options_.new_id};
  if (job.work) return (*job.work)(work, *database_);
  const auto allowed = app::permitted(job.request->name, *job.caller);
  if (!allowed) return allowed.error();
  return app::run_command(work, job.request->name, job.request->body);
}

}  // namespace shanzhi::storage
