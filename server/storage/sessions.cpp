// Secrets are looked up by their SHA-256: who reads the file or its backup cannot sign in with it.
#include "server/storage/sessions.h"

#include "server/storage/digest.h"
#include "server/storage/user_store.h"
#include "shared/base/utf8.h"

namespace shanzhi::storage {

namespace {

using base::ErrorCode;
using base::Result;

constexpr char kSession[] =
    R"(SELECT u.id, u.uuid, CASE u.title WHEN '' THEN u.name ELSE u.title END,
  u.role, u.place_id, p.code, ifnull(u.person_id, 0), s.expires_at, s.seen_at
  FROM session s JOIN user u ON u.id = s.user_id JOIN place p ON p.id = u.place_id
  WHERE s.digest = ? AND u.active = 1)";
constexpr char kToken[] = R"(SELECT 0, NULL, CASE t.label WHEN '' THEN 'token' ELSE t.label END,
  t.role, t.place_id, p.code, 0, t.expires_at, t.seen_at
  FROM token t JOIN place p ON p.id = t.place_id WHERE t.digest = ? AND t.revoked_at = 0)";
constexpr char kTouchSession[] =
    "UPDATE session SET seen_at = ?1, expires_at = ?1 + ?2 WHERE digest = ?3";
constexpr char kTouchToken[] = "UPDATE token SET seen_at = ?1 + 0 * ?2 WHERE digest = ?3";
constexpr char kSeen[] = "UPDATE user SET last_seen = ? WHERE id = ?";
constexpr char kOpen[] =
    "INSERT INTO session (digest, user_id, created_at, seen_at, expires_at, origin, device) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr char kClearOld[] = "DELETE FROM session WHERE expires_at <= ?";
constexpr char kClose[] = "DELETE FROM session WHERE digest = ?";

/// Remembered callers; past this all are looked up anew. A town has some hundreds signed in.
constexpr std::size_t kRememberedMax = 20'000;

std::string key_of(const ledger::Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace

SqlSessions::SqlSessions(std::unique_ptr<Database> reader, Writer& writer, Passwords& passwords,
                         const Random& random, const base::Clock& clock)
    : reader_(std::move(reader)),
      writer_(writer),
      passwords_(passwords),
      random_(random),
      clock_(clock) {}

Result<app::Caller> SqlSessions::from_session(std::string_view secret) {
  auto caller = caller_of(sha256(secret), kSession, kTouchSession);
  if (caller) caller->session = sha256(secret);
  return caller;
}

Result<app::Caller> SqlSessions::from_token(std::string_view secret) {
  return caller_of(sha256(secret), kToken, kTouchToken);
}

Result<app::Caller> SqlSessions::caller_of(const ledger::Digest& digest, const char* query,
                                           const char* touch_sql) {
  const base::Instant now = clock_.now();
  auto known = remembered(key_of(digest), now);
  if (!known) {
    try {
      known = look_up(digest, query, now);
    } catch (const SQLite::Exception&) {
      return ErrorCode::storage_failed;
    }
  }
  if (!known || (known->expires_ms != 0 && known->expires_ms <= now.unix_ms))
    return ErrorCode::signed_out;
  if (now.unix_ms - known->seen_ms >= kTouchMs) touch(digest, *known, touch_sql, now);
  return known->caller;
}

std::optional<SqlSessions::Known> SqlSessions::remembered(const std::string& key,
                                                          base::Instant now) {
  const std::lock_guard lock(remembering_);
  const auto at = known_.find(key);
  if (at == known_.end() || at->second.generation != generation_) return std::nullopt;
  const std::int64_t age_ms = now.unix_ms - at->second.looked_up.unix_ms;
  if (age_ms < 0 || age_ms >= kRememberMs) return std::nullopt;
  return at->second;
}

std::optional<SqlSessions::Known> SqlSessions::look_up(const ledger::Digest& digest,
                                                       const char* sql, base::Instant now) {
  Known known;
  {
    // Read before asking: a change that commits meanwhile makes the answer stale, not remembered.
    const std::lock_guard lock(remembering_);
    known.generation = generation_;
  }
  {
    const std::lock_guard lock(reading_);
    Query query(*reader_, sql, digest);
    if (!query.next()) return std::nullopt;
    known.caller.user = query.integer(0);
    known.caller.user_id.uuid = query.uuid(1);
    known.caller.name = query.text(2);
    known.caller.role = static_cast<api::Role>(query.integer(3));
    known.caller.place = query.integer(4);
    known.caller.place_code = query.text(5);
    known.caller.person = query.integer(6);
    known.expires_ms = query.integer(7);
    known.seen_ms = query.integer(8);
    known.looked_up = now;
  }
  const std::lock_guard lock(remembering_);
  if (known_.size() >= kRememberedMax) known_.clear();
  known_[key_of(digest)] = known;
  return known;
}

// Not being able to note the use is no reason to refuse the caller.
void SqlSessions::touch(const ledger::Digest& digest, const Known& known, const char* sql,
                        base::Instant now) {
  {
    const std::lock_guard lock(remembering_);
    const auto at = known_.find(key_of(digest));
    if (at != known_.end()) at->second.seen_ms = now.unix_ms;
  }
  (void)writer_.run_work(known.caller, [&](app::Work&, Database& database) -> Result<app::Outcome> {
    execute(database, sql, now.unix_ms, kSessionMs, digest);
    if (known.caller.user != 0) execute(database, kSeen, now.unix_ms, known.caller.user);
    return app::Outcome{};
  });
}

Result<std::string> SqlSessions::sign_in(const api::SignIn& command, const app::Origin& origin) {
  const base::Instant now = clock_.now();
  std::optional<app::UserRecord> user;
  try {
    const std::lock_guard lock(reading_);
    user = SqlUserStore(*reader_).find_name(command.name);
  } catch (const SQLite::Exception&) {
    return ErrorCode::storage_failed;
  }
  if (!user)
    if (const auto resident = telephone_name(command.name))
      return sign_in_resident(*resident, command.password, origin);
  const std::string account = base::lower_ascii(command.name);
  if (!attempts_.allowed(account, origin.address, now)) return ErrorCode::too_many_attempts;
  const bool matches = passwords_.match(user ? user->password : std::string{}, command.password);
  if (!matches || !user->active) {
    attempts_.failed(account, origin.address, now);
    return ErrorCode::bad_credentials;
  }
  attempts_.succeeded(account);
  return begin(*user, origin);
}

Result<std::string> SqlSessions::begin(const app::UserRecord& user, const app::Origin& origin) {
  const Secret secret = make_secret(random_);
  const auto opened = writer_.run_work(
      caller_as(user, origin), [&](app::Work& work, Database& database) -> Result<app::Outcome> {
        open(database, user.row, secret.digest, work.now, origin);
        app::Entry entry{};
        entry.what = "signed_in";
        entry.place_row = user.place_row;
        entry.subject_kind = "user";
        entry.subject = user.id.uuid;
        app::Outcome outcome;
        outcome.position = app::record(work, entry);
        return outcome;
      });
  if (!opened) return opened.error();
  return secret.text;
}

app::Caller SqlSessions::caller_as(const app::UserRecord& user, const app::Origin& origin) {
  app::Caller caller;
  caller.user = user.row;
  caller.user_id = user.id;
  caller.name = user.title.empty() ? user.name : user.title;
  caller.role = user.role;
  caller.place = user.place_row;
  caller.origin = origin.address;
  return caller;
}

void SqlSessions::open(Database& database, app::Row user, const ledger::Digest& digest,
                       base::Instant now, const app::Origin& origin) {
  execute(database, kClearOld, now.unix_ms);
  execute(database, kOpen, digest, user, now.unix_ms, now.unix_ms, now.unix_ms + kSessionMs,
          origin.address, origin.device);
  execute(database, kSeen, now.unix_ms, user);
}

Result<std::string> SqlSessions::prove(const app::Caller& caller, const std::string& password) {
  const base::Instant now = clock_.now();
  std::optional<app::UserRecord> user;
  try {
    const std::lock_guard lock(reading_);
    user = SqlUserStore(*reader_).find_row(caller.user);
  } catch (const SQLite::Exception&) {
    return ErrorCode::storage_failed;
  }
  if (!user) return ErrorCode::bad_credentials;
  const std::string account = base::lower_ascii(user->name);
  if (!attempts_.allowed(account, caller.origin, now)) return ErrorCode::too_many_attempts;
  if (!passwords_.match(user->password, password)) {
    attempts_.failed(account, caller.origin, now);
    return ErrorCode::bad_credentials;
  }
  attempts_.succeeded(account);
  return user->password;
}

void SqlSessions::await_first(const ledger::Digest& key, MakeFirst make) {
  const std::lock_guard lock(opening_);
  first_ = First{key, std::move(make)};
}

// Digests are compared, so that the time it takes tells nothing of the key.
Result<std::string> SqlSessions::open_town(const api::OpenTown& command,
                                           const app::Origin& origin) {
  const std::lock_guard lock(opening_);
  const base::Instant now = clock_.now();
  if (!attempts_.allowed({}, origin.address, now)) return ErrorCode::too_many_attempts;
  if (!first_ || sha256(command.key) != first_->key) {
    attempts_.failed({}, origin.address, now);
    return {ErrorCode::bad_credentials, "/key"};
  }
  const auto made = first_->make(command);
  if (!made) return made.error();
  first_.reset();
  return sign_in({command.name, command.password}, origin);
}

void SqlSessions::sign_out(std::string_view secret) {
  const ledger::Digest digest = sha256(secret);
  const app::Caller nobody;
  (void)writer_.run_work(nobody, [&](app::Work&, Database& database) -> Result<app::Outcome> {
    execute(database, kClose, digest);
    app::Outcome outcome;
    outcome.changes_access = true;
    return outcome;
  });
}

void SqlSessions::forget() {
  const std::lock_guard lock(remembering_);
  ++generation_;
}

}  // namespace shanzhi::storage
