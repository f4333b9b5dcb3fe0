// All of storage for main: a data folder opened, with the write side, the sessions and the tools.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "server/app/ports.h"
#include "server/app/work.h"
#include "server/storage/backup.h"
#include "server/storage/bulk_load.h"
#include "server/storage/secrets.h"
#include "server/storage/verify.h"
#include "server/storage/writer.h"

namespace shanzhi::storage {

class SqlSessions;

struct OpenOptions {
  std::filesystem::path folder;  ///< created when missing
  bool serve = false;  ///< the one server of the folder; false: a tool, also beside a server
  const base::Clock* clock = nullptr;
  /// Commands in one transaction; 1 gives each its own, to measure what sharing is worth.
  std::size_t batch_max = kBatchMax;
  Random random;
  PasswordCost password_cost;
  /// The disk refused; storage has stopped writing. Called once, from the writer's thread.
  std::function<void(const std::string& why)> on_failure;
  /// For the log: a command answered with `internal`.
  std::function<void(const std::string& what)> on_defect;
};

/// A new account from the command line.
struct NewUser {
  std::string name, title, place;  ///< place: code; "" = the root
  api::Role role = api::Role::village_officer;
  std::string password;
  base::PersonId person;
};
struct NewToken {
  std::string label, place;  ///< place: code; "" = the root
  api::Role role = api::Role::display;
  std::optional<std::int64_t> days;
};

class Storage {
 public:
  /// Opens and migrates. Errors: in_use (another server has the folder), out_of_range (written by a
  /// newer program; `shown` its version, `shown2` ours), storage_failed (`shown` why).
  static base::Result<std::unique_ptr<Storage>> open(OpenOptions options);
  ~Storage();

  app::Commands& commands();
  app::Sessions& sessions();
  /// Path of the database file, for read connections and backup.
  const std::string& path() const { return path_; }
  /// Commands that wait for the writer.
  std::size_t waiting();
  /// How often this object's writer has committed, for open_queries.
  const std::atomic<std::uint64_t>& commits() const { return writer_->commits(); }
  /// No place, no entry: bulk_load may run.
  bool empty();
  /// No user yet: first start.
  bool without_users();
  /// Use-case work in the writer's transaction, such as an import. Blocks until committed.
  base::Result<app::Answer> run_work(
      const app::Caller& caller, const std::function<base::Result<app::Outcome>(app::Work&)>& work);
  /// The command line as a caller: town administrator at the root.
  base::Result<app::Caller> console();
  /// A new time-ordered identity.
  base::Uuid new_id();

  base::Result<base::Done> load(const app::TownData& town, const Progress& progress);
  VerifyReport verify();
  base::Result<base::Done> backup(const std::string& file);

  /// The value is a key that holds once, until this object ends: whoever shows it makes the first
  /// administrator (api::OpenTown). Makes a root place to hold the role when there is none.
  /// Errors: already_exists (there is a user).
  base::Result<std::string> await_first_administrator();
  base::Result<base::Done> add_user(const NewUser& user);
  /// Errors: not_found.
  base::Result<base::Done> set_password(const std::string& name, const std::string& password);
  /// `place` "" keeps it. Errors: not_found, in_use (the last administrator).
  base::Result<base::Done> set_role(const std::string& name, api::Role role,
                                    const std::string& place);
  /// The value is the secret: print it once.
  base::Result<std::string> issue_token(const NewToken& token);
  std::vector<app::UserRecord> users();
  std::string make_password() { return storage::make_password(options_.random); }

  /// A setting of the town (settings.h names them); "" when it is not set.
  std::string setting(const std::string& name);
  base::Result<base::Done> set_setting(const std::string& name, const std::string& value);
  /// Keyed hash of an identity-card number, hex: the same person is found again, the number is not
  /// kept. The key lies beside the database, not in it.
  base::Result<std::string> id_digest(const std::string& number);

 private:
  explicit Storage(OpenOptions options);
  void start();
  base::Result<app::Prepared> prepare(const app::Draft& draft, const app::Caller& caller);
  base::Result<base::Done> save_user(const api::SaveUser& command);
  base::Result<app::PlaceRecord> place_or_root(const std::string& code);
  base::Result<app::PlaceRecord> stand_in_root();

  class Lock;
  OpenOptions options_;
  std::string path_;
  std::unique_ptr<Lock> lock_;
  Passwords passwords_;
  std::unique_ptr<Database> reader_;  // of the tools below, one thread at a time
  std::mutex reading_;
  std::unique_ptr<Writer> writer_;
  std::unique_ptr<SqlSessions> sessions_;
};

}  // namespace shanzhi::storage
