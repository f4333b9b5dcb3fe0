// Rows of `answered` stay: a phone may come back after weeks with what it had in its outbox.
#include "server/storage/answered.h"

#include "server/storage/digest.h"

namespace shanzhi::storage {

namespace {

constexpr int kStatusOk = 200;
constexpr char kFind[] =
    "SELECT body_digest, ifnull(user_id, 0), answer, position FROM answered WHERE command_id = ?";
constexpr char kInsert[] = "INSERT INTO answered VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

std::optional<base::Result<app::Answer>> look_up(Database& database, const base::Uuid& key,
                                                 const ledger::Digest& body, std::int64_t user) {
  if (key.none()) return std::nullopt;
  Query query(database, kFind, key);
  if (!query.next()) return std::nullopt;
  if (query.digest(0) != body || query.integer(1) != user)
    return base::Result<app::Answer>(base::ErrorCode::key_reused);
  return base::Result<app::Answer>(app::Answer{query.text(2), query.integer(3), true});
}

}  // namespace

CommandKeys keys_of(const app::CommandRequest& request, const app::Draft& draft) {
  CommandKeys keys;
  // The id of a thing is not the key of one saving of it.
  const bool named = draft.keeps_subject && request.key == draft.subject;
  const base::Uuid sent = named ? base::Uuid{} : request.key;
  keys.first = draft.own_key.none() ? sent : draft.own_key;
  if (sent != keys.first) keys.second = sent;
  keys.body = sha256(request.name + '\n' + draft.digested);
  return keys;
}

std::optional<base::Result<app::Answer>> answered_before(Database& database,
                                                         const CommandKeys& keys,
                                                         std::int64_t user) {
  if (auto answer = look_up(database, keys.first, keys.body, user)) return answer;
  return look_up(database, keys.second, keys.body, user);
}

void remember_answer(Database& database, const CommandKeys& keys,
                     const app::CommandRequest& request, const app::Outcome& outcome,
                     base::Instant now) {
  for (const base::Uuid& key : {keys.first, keys.second}) {
    if (key.none()) continue;
    execute(database, kInsert, key, request.name, keys.body, row_or_null(request.caller.user),
            kStatusOk, outcome.kept, outcome.position, now.unix_ms);
  }
}

}  // namespace shanzhi::storage
