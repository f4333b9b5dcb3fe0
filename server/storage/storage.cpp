// Opening a data folder: lock, migrate, start the writer.
#include "server/storage/storage.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "server/storage/journal_store.h"
#include "server/storage/migrations.h"
#include "server/storage/sessions.h"
#include "server/storage/settings.h"
#include "server/storage/user_store.h"

namespace shanzhi::storage {

using base::Done;
using base::ErrorCode;
using base::Result;

namespace {
constexpr char kAnyPlace[] = "SELECT EXISTS (SELECT 1 FROM place)";
constexpr char kAnyUser[] = "SELECT EXISTS (SELECT 1 FROM user)";

base::Error refused(const SQLite::Exception& error) {
  return {ErrorCode::storage_failed, "", error.what(), ""};
}
}  // namespace

/// The folder's one server. The kernel lets go of it with the process, also after kill -9.
class Storage::Lock {
 public:
  explicit Lock(const std::filesystem::path& folder)
      : file_(::open((folder / "server.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    held_ = file_ >= 0 && ::flock(file_, LOCK_EX | LOCK_NB) == 0;
  }
  ~Lock() {
    if (file_ >= 0) ::close(file_);
  }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
  bool held() const { return held_; }

 private:
  int file_;
  bool held_ = false;
};

Storage::Storage(OpenOptions options)
    : options_(std::move(options)),
      path_((options_.folder / kDatabaseFile).string()),
      passwords_(options_.password_cost) {}

// The writer's connection is the last to close: only it can carry the log into the file, which then holds
// everything by itself.
Storage::~Storage() {
  sessions_.reset();
  reader_.reset();
}

Result<std::unique_ptr<Storage>> Storage::open(OpenOptions options) {
  std::error_code failed;
  std::filesystem::create_directories(options.folder, failed);
  if (failed) return {ErrorCode::storage_failed, "", failed.message()};
  std::unique_ptr<Storage> storage(new Storage(std::move(options)));
  if (storage->options_.serve) {
    storage->lock_ = std::make_unique<Lock>(storage->options_.folder);
    if (!storage->lock_->held()) return ErrorCode::in_use;
  }
  try {
    Database database(storage->path_, storage->options_.serve ? Use::writer : Use::tool);
    const auto migrated = migrate(database);
    if (!migrated) return migrated.error();
    fill_settings(database);
    storage->start();
  } catch (const SQLite::Exception& error) {
    return refused(error);
  }
  return storage;
}

void Storage::start() {
  WriterOptions writing;
  writing.clock = options_.clock;
  writing.checkpoints = options_.serve;
  writing.batch_max = options_.batch_max;
  writing.prepare = [this](const app::Draft& draft, const app::Caller& caller) {
    return prepare(draft, caller);
  };
  writing.new_id = [this] { return new_id(); };
  writing.on_failure = options_.on_failure ? options_.on_failure : [](const std::string&) {};
  writing.on_defect = options_.on_defect ? options_.on_defect : [](const std::string&) {};
  writing.on_access_changed = [this] {
    if (sessions_) sessions_->forget();
  };
  auto database = std::make_unique<Database>(path_, options_.serve ? Use::writer : Use::tool);
  reader_ = std::make_unique<Database>(path_, Use::reader);
  auto session_reader = std::make_unique<Database>(path_, Use::reader);
  writer_ = std::make_unique<Writer>(std::move(database), std::move(writing));
  sessions_ = std::make_unique<SqlSessions>(std::move(session_reader), *writer_, passwords_,
                                            options_.random, *options_.clock);
}

app::Commands& Storage::commands() {
  return *writer_;
}
app::Sessions& Storage::sessions() {
  return *sessions_;
}

std::size_t Storage::waiting() {
  return writer_->waiting();
}

bool Storage::empty() {
  const std::lock_guard lock(reading_);
  Query query(*reader_, kAnyPlace);
  return query.next() && query.integer(0) == 0 && last_position(*reader_) == 0;
}

bool Storage::without_users() {
  const std::lock_guard lock(reading_);
  Query query(*reader_, kAnyUser);
  return query.next() && query.integer(0) == 0;
}

Result<app::Answer> Storage::run_work(const app::Caller& caller,
                                      const std::function<Result<app::Outcome>(app::Work&)>& work) {
  return writer_->run_work(caller, [&](app::Work& at_work, Database&) { return work(at_work); });
}

// Argon2id and secrets, in the thread of who asked.
Result<app::Prepared> Storage::prepare(const app::Draft& draft, const app::Caller& caller) {
  app::Prepared prepared;
  if (!draft.old_password.empty()) {
    const auto stored = sessions_->prove(caller, draft.old_password);
    if (!stored) return {stored.error().code, draft.old_field};
    prepared.old_password = *stored;
  }
  if (!draft.new_password.empty()) {
    prepared.new_password = passwords_.hash(draft.new_password);
    if (prepared.new_password.empty()) return ErrorCode::internal;
  }
  if (draft.needs_token) {
    const Secret secret = make_secret(options_.random);
    prepared.token_secret = secret.text;
    prepared.token_digest = secret.digest;
  }
  if (draft.needs_code) {
    prepared.token_secret = make_code(options_.random);
    prepared.code = passwords_.hash(prepared.token_secret);
    if (prepared.code.empty()) return ErrorCode::internal;
  }
  return prepared;
}

Result<Done> Storage::load(const app::TownData& town, const Progress& progress) {
  try {
    Database database(path_, Use::tool);
    return bulk_load(database, town, progress);
  } catch (const SQLite::Exception& error) {
    return refused(error);
  }
}

VerifyReport Storage::verify() {
  try {
    Database database(path_, Use::reader);
    return storage::verify(database);
  } catch (const SQLite::Exception& error) {
    VerifyReport report;
    report.findings.push_back({Check::file, kDatabaseFile, "", error.what()});
    return report;
  }
}

Result<Done> Storage::backup(const std::string& file) {
  return storage::backup(path_, file);
}

std::string Storage::setting(const std::string& name) {
  const std::lock_guard lock(reading_);
  return read_setting(*reader_, name);
}

}  // namespace shanzhi::storage
