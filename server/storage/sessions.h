// Who a cookie or token belongs to, signing in and out, and how often that may be tried.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "server/app/ports.h"
#include "server/storage/database.h"
#include "server/storage/secrets.h"
#include "server/storage/writer.h"

namespace shanzhi::storage {

/// Failed attempts that are let through in a window, for one account and for one address: a village
/// office shares an address.
inline constexpr int kAttemptsPerAccount = 5;
inline constexpr int kAttemptsPerAddress = 50;
inline constexpr std::int64_t kAttemptWindowMs = 15 * base::kMsPerMinute;

/// A telephone number is guarded by six digits only: each time its attempts are used up the window that
/// follows is longer (15 minutes, 1 hour, then 4), until a success or a day without a failure.
inline constexpr const char* kPinAccount = "pin:";
inline constexpr std::int64_t kQuietMs = base::kMsPerDay;

/// Counts failures in memory; a restart forgets them. Thread-safe.
class Attempts {
 public:
  bool allowed(const std::string& account, const std::string& address, base::Instant now);
  void failed(const std::string& account, const std::string& address, base::Instant now);
  void succeeded(const std::string& account);

 private:
  struct Count {
    int failures = 0;
    base::Instant since;
    int locks = 0;  ///< windows that were filled before this one, without a success or a quiet day
  };
  int count(const std::string& key, base::Instant now);
  void add(const std::string& key, base::Instant now);

  std::mutex mutex_;
  std::unordered_map<std::string, Count> counts_;
};

/// A session ends this long after it was last extended; it is extended while it is used.
inline constexpr std::int64_t kSessionMs = 7 * base::kMsPerDay;
/// Use is written down at most this often.
inline constexpr std::int64_t kTouchMs = 10 * base::kMsPerMinute;
/// How long a caller is remembered without asking the disk: what another process changes is seen
/// this late; what this one changes, at once.
inline constexpr std::int64_t kRememberMs = 2000;

using MakeFirst = std::function<base::Result<base::Done>(const api::OpenTown&)>;

class SqlSessions : public app::Sessions {
 public:
  SqlSessions(std::unique_ptr<Database> reader, Writer& writer, Passwords& passwords,
              const Random& random, const base::Clock& clock);
  base::Result<app::Caller> from_session(std::string_view cookie_secret) override;
  base::Result<app::Caller> from_token(std::string_view bearer_secret) override;
  base::Result<std::string> sign_in(const api::SignIn& command, const app::Origin& origin) override;
  base::Result<std::string> open_town(const api::OpenTown& command,
                                      const app::Origin& origin) override;
  base::Result<std::string> set_pin(const api::SetPin& command, const app::Origin& origin) override;
  void sign_out(std::string_view cookie_secret) override;
  /// The caller's password as it is stored, for whoever knows it; guesses count as those at the door do.
  /// Errors: bad_credentials, too_many_attempts, storage_failed.
  base::Result<std::string> prove(const app::Caller& caller, const std::string& password);
  /// Lets whoever shows the secret of `key` make the first administrator by `make`, once.
  void await_first(const ledger::Digest& key, MakeFirst make);
  /// What is remembered no longer holds.
  void forget();

 private:
  struct First {
    ledger::Digest key{};
    MakeFirst make;
  };
  struct Known {
    app::Caller caller;
    std::int64_t expires_ms = 0;  ///< 0: never
    std::int64_t seen_ms = 0;
    base::Instant looked_up;
    std::uint64_t generation = 0;
  };
  /// "13812345678", or with a name behind it where a family shares the number.
  struct TelephoneName {
    std::string phone, name;
  };
  static std::optional<TelephoneName> telephone_name(std::string_view text);
  base::Result<std::string> sign_in_resident(const TelephoneName& who, const std::string& pin,
                                             const app::Origin& origin);
  /// The person whose code it is, with the code as it is stored.
  base::Result<std::pair<app::Row, std::string>> person_of_code(const std::string& phone,
                                                                const std::string& code,
                                                                const std::string& address);
  /// Opens a session of that user.
  base::Result<std::string> begin(const app::UserRecord& user, const app::Origin& origin);
  static app::Caller caller_as(const app::UserRecord& user, const app::Origin& origin);
  static void open(Database& database, app::Row user, const ledger::Digest& digest,
                   base::Instant now, const app::Origin& origin);
  base::Result<app::Caller> caller_of(const ledger::Digest& digest, const char* query,
                                      const char* touch);
  std::optional<Known> remembered(const std::string& key, base::Instant now);
  std::optional<Known> look_up(const ledger::Digest& digest, const char* sql, base::Instant now);
  void touch(const ledger::Digest& digest, const Known& known, const char* sql, base::Instant now);

  std::unique_ptr<Database> reader_;
  Writer& writer_;
  Passwords& passwords_;
  const Random& random_;
  const base::Clock& clock_;
  Attempts attempts_;
  std::mutex reading_;
  std::mutex remembering_;
  std::unordered_map<std::string, Known> known_;
  std::mutex opening_;
  std::optional<First> first_;
  std::uint64_t generation_ = 0;
};

}  // namespace shanzhi::storage
