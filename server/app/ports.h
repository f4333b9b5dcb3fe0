// What the use cases need of storage, and who is asking. Nothing here speaks SQL or HTTP.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/app/town_data.h"
#include "shared/api/commands.h"
#include "shared/api/door.h"
#include "shared/api/queries.h"
#include "shared/api/views.h"
#include "shared/base/result.h"

namespace shanzhi::app {

/// Who is asking, as found from the session or token at the door.
struct Caller {
  std::int64_t user = 0;  ///< row of the user; 0 for a token or nobody
  base::UserId user_id;
  std::string name;               ///< for the journal
  std::optional<api::Role> role;  ///< nullopt: signed out
  std::int64_t place = 0;         ///< row of the place the role is held at
  std::string place_code;
  std::int64_t person = 0;   ///< row of the person behind the user; 0 when none
  std::string origin;        ///< peer address
  ledger::Digest session{};  ///< digest of the session's secret; zero for a token or nobody
  bool english = false;
};

/// From where somebody signs in.
struct Origin {
  std::string address;
  std::string device = {};  ///< in words: "Android · Chrome"
  Origin(const char* from) : address(from) {}
  Origin(std::string from, std::string what = {})
      : address(std::move(from)), device(std::move(what)) {}
};

/// Answer of a command: JSON as sent, the position it got, and whether it is a repeat's.
struct Answer {
  std::string json;
  std::int64_t position = 0;
  bool replayed = false;
};

/// One command on its way: name as in the registry, body as received, idempotency key.
struct CommandRequest {
  std::string name;
  std::string body;
  base::Uuid key;  ///< of the Idempotency-Key header, or the command's own id, or none
  Caller caller;
};

/// The write side: queues, runs in the one writer, answers after the commit. Thread-safe, blocking.
/// Errors: every ErrorCode; busy when the queue is full; storage_failed when the disk refused.
class Commands {
 public:
  virtual ~Commands() = default;
  virtual base::Result<Answer> run(const CommandRequest& request) = 0;
};

/// The read side. Each call reads one snapshot; thread-safe. `query` as in the registry,
/// parameters already decoded and percent-free. The answer is JSON; of `photo` the file.
struct QueryAnswer {
  std::string json;
  std::int64_t position = 0;  ///< of the snapshot: the ETag
};
using Parameters = std::vector<std::pair<std::string, std::string>>;
class Queries {
 public:
  virtual ~Queries() = default;
  virtual base::Result<QueryAnswer> run(std::string_view query, const Parameters& parameters,
                                        const Caller& caller) = 0;
  /// Position of the newest snapshot, without touching the disk.
  virtual std::int64_t position() const = 0;
};

/// Who a secret belongs to. Both end in a Caller with a role, or signed_out.
class Sessions {
 public:
  virtual ~Sessions() = default;
  virtual base::Result<Caller> from_session(std::string_view cookie_secret) = 0;
  virtual base::Result<Caller> from_token(std::string_view bearer_secret) = 0;
  /// `name` may be a resident's telephone number. Errors: bad_credentials, too_many_attempts,
  /// not_a_choice (several of a family have that number and PIN: add the name). The value is the new session's secret.
  virtual base::Result<std::string> sign_in(const api::SignIn& command, const Origin& origin) = 0;
  /// Makes the first administrator and signs them in. Errors: bad_credentials (there is a user, or
  /// the key is another), too_many_attempts.
  virtual base::Result<std::string> open_town(const api::OpenTown& command,
                                              const Origin& origin) = 0;
  virtual void sign_out(std::string_view cookie_secret) = 0;
  /// Chooses the PIN with a printed code and signs in. Errors: bad_credentials, too_many_attempts,
  /// malformed (phone, pin), out_of_range (a PIN that is easily guessed).
  virtual base::Result<std::string> set_pin(const api::SetPin& command, const Origin& origin) = 0;
};

}  // namespace shanzhi::app
