// Group commit: no timer; the batch is whatever came while the last one was being written.
#include "server/storage/writer.h"

#include <semaphore.h>
#include <algorithm>
#include <optional>

#include "server/storage/answered.h"
#include "server/storage/family_store.h"
#include "server/storage/import_store.h"
#include "server/storage/journal_store.h"
#include "server/storage/ledger_store.h"
#include "server/storage/people_store.h"
#include "server/storage/photo_store.h"
#include "server/storage/place_store.h"
#include "server/storage/team_store.h"
#include "server/storage/user_store.h"
#include "server/storage/wall_store.h"

namespace shanzhi::storage {

using base::ErrorCode;
using base::Result;

namespace {

/// Set once by the writer, awaited by who asked. (std::binary_semaphore yields the processor for a
/// while before it sleeps: with 64 waiting that took a tenth of all time.)
class Signal {
 public:
  Signal() { ::sem_init(&semaphore_, 0, 0); }
  ~Signal() { ::sem_destroy(&semaphore_); }
  Signal(const Signal&) = delete;
  Signal& operator=(const Signal&) = delete;
  void set() { ::sem_post(&semaphore_); }
  void wait() {
    while (::sem_wait(&semaphore_) != 0) {
    }
  }

 private:
  sem_t semaphore_;
};

}  // namespace

struct Writer::Job {
  const app::CommandRequest* request = nullptr;  ///< a command …
  const WriteWork* work = nullptr;               ///< … or work of storage's own
  const app::Caller* caller = nullptr;
  std::optional<app::Draft> draft;  ///< of the command
  CommandKeys keys;
  app::Prepared prepared;
  std::optional<Result<app::Answer>> answer;
  Signal done;

  bool ledger_only() const { return draft && draft->ledger_only; }
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
    : database_(std::move(database)),
      checkpoints_(options.checkpoints ? std::make_unique<Checkpoints>(*database_) : nullptr),
      options_(std::move(options)),
      thread_([this] { serve(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

Result<app::Answer> Writer::run(const app::CommandRequest& request) {
  auto draft = app::draft_of(request.name, request.body);
  if (!draft) return draft.error();
  const auto allowed = app::permitted(request.name, request.caller);
  if (!allowed) return allowed.error();
  Job job;
  job.request = &request;
  job.caller = &request.caller;
  job.keys = keys_of(request, *draft);
  if (!draft->new_password.empty() || draft->needs_token || draft->needs_code) {
    auto prepared = options_.prepare(*draft, request.caller);
    if (!prepared) return prepared.error();
    job.prepared = std::move(*prepared);
  }
  job.draft = std::move(*draft);
  return submit(job);
}

Result<app::Answer> Writer::run_work(const app::Caller& caller, const WriteWork& work) {
  Job job;
  job.work = &work;
  job.caller = &caller;
  return submit(job);
}

std::size_t Writer::waiting() {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

Result<app::Answer> Writer::submit(Job& job) {
  {
    const std::lock_guard lock(mutex_);
    if (broken_ || stopping_) return ErrorCode::storage_failed;
    if (queue_.size() >= kQueueMax) return ErrorCode::busy;
    queue_.push_back(&job);
  }
  arrived_.notify_one();
  job.done.wait();
  return std::move(*job.answer);
}

void Writer::serve() {
  std::vector<Job*> batch;
  while (take(batch)) {
    carry_out(batch);
    // Once it is set the waiting thread may end the job's life: nothing of it is touched again.
    for (Job* job : batch) job->done.set();
    shorten_log();
  }
}

bool Writer::take(std::vector<Job*>& batch) {
  batch.clear();
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
  while (!queue_.empty() && batch.size() < options_.batch_max) {
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
    const bool ledger_only =
        std::all_of(batch.begin(), batch.end(), [](const Job* job) { return job->ledger_only(); });
    if (!ledger_only || !together(batch)) apart(batch);
    ++commits_;
  } catch (const SQLite::Exception& error) {
    recall_.forget();
    fail(batch, error);
    return;
  }
  if (access_changed_) options_.on_access_changed();
}

// Awards and reversals decide before they write, so a refused one leaves nothing to undo and needs no
// savepoint, which would copy every page that each of them touches. Should one fail when it has
// written, nothing of the batch has happened yet: false, and all begin anew, each behind a savepoint.
bool Writer::together(const std::vector<Job*>& batch) {
  Transaction transaction(*database_);
  recall_.begin(*database_);
  recall_.set_trust(Trust::hold_back);
  for (Job* job : batch) {
    if (without_trace(*job)) continue;
    recall_.forget();
    return false;
  }
  recall_.flush(*database_);
  transaction.commit();
  return true;
}

// False when the command failed and has changed something.
bool Writer::without_trace(Job& job) {
  const std::int64_t before = database_->changes_in_all();
  const std::int64_t held = recall_.additions();
  try {
    job.answer.emplace(carry(job));
  } catch (const SQLite::Exception& error) {
    if (!database_->in_transaction() || disk_refused(error)) throw;
    return false;
  }
  return job.answer->ok() || (database_->changes_in_all() == before && recall_.additions() == held);
}

void Writer::apart(const std::vector<Job*>& batch) {
  Transaction transaction(*database_);
  recall_.begin(*database_);
  for (Job* job : batch) {
    recall_.set_trust(job->ledger_only() ? Trust::full : Trust::none);
    attempt(*job);
    if (!job->ledger_only() || !job->answer->ok()) recall_.forget();
  }
  transaction.commit();
}

// Another process holding the write lock too long is no failure of the disk.
void Writer::fail(const std::vector<Job*>& batch, const SQLite::Exception& error) {
  const bool busy = (error.getErrorCode() & 0xFF) == SQLITE_BUSY;
  for (Job* job : batch) job->answer.emplace(busy ? ErrorCode::busy : ErrorCode::storage_failed);
  if (!busy) break_off(error.what());
}

// Never an fsync again: what the system forgot after a failed one cannot be known.
void Writer::break_off(const std::string& why) {
  {
    const std::lock_guard lock(mutex_);
    broken_ = true;
  }
  options_.on_failure(why);
}

void Writer::shorten_log() {
  if (!checkpoints_ || broken_) return;
  try {
    checkpoints_->after_commit();
  } catch (const SQLite::Exception& error) {
    break_off(error.what());
  }
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
  SqlPlaceStore places(*database_, &recall_);
  SqlPeopleStore people(*database_);
  SqlTeamStore teams(*database_);
  SqlUserStore users(*database_);
  SqlLedgerStore ledger(*database_, recall_);
  SqlJournalStore journal(*database_, recall_, *job.caller, now, job.keys.first);
  SqlImportStore imports(*database_, *job.caller, now);
  SqlAlarmStore alarms(*database_);
  SqlHallStore halls(*database_);
  SqlFamilyStore families(*database_);
  SqlPhotoStore photos(*database_);
  app::Work work{*job.caller, now,      places,  people,       teams,
                 users,       ledger,   journal, imports,      alarms,
                 halls,       families, photos,  job.prepared, options_.new_id};
  return job.work ? (*job.work)(work, *database_) : job.draft->run(work);
}

}  // namespace shanzhi::storage
