// Accounts are held at a place; who saves them must reach that place.
#include "server/app/users.h"

#include "server/app/reach.h"
#include "shared/base/utf8.h"

namespace shanzhi::app {

namespace {

using base::Done;
using base::ErrorCode;
using base::Result;

Result<UserRecord> known_user(Work& work, const api::SaveUser& command) {
  if (command.id.none()) return {ErrorCode::missing_field, "/id"};
  auto known = work.users.find(command.id);
  if (!known) {
    if (command.password.empty()) return {ErrorCode::missing_field, "/password"};
    UserRecord fresh;
    fresh.id = command.id;
    return fresh;
  }
  const auto place = work.places.find_row(known->place_row);
  if (!place || !reaches(work, place->low)) return {ErrorCode::not_found, "/id"};
  return std::move(*known);
}

// A town without an administrator could not be helped from inside any more.
bool last_administrator(Work& work, const UserRecord& before, const UserRecord& after) {
  const bool was = before.row != 0 && before.active && before.role == api::Role::town_administrator;
  const bool stays = after.active && after.role == api::Role::town_administrator &&
                     after.place_row == before.place_row;
  return was && !stays && work.users.administrators(before.row) == 0;
}

Result<Done> fill_user(Work& work, const api::SaveUser& command, UserRecord& user) {
  user.name = base::tidy(command.name);
  if (user.name.empty()) return {ErrorCode::missing_field, "/name"};
  const auto same_name = work.users.find_name(user.name);
  if (same_name && same_name->row != user.row)
    return {ErrorCode::already_exists, "/name", user.name};
  const auto place = reached_place(work, command.place, "/place");
  if (!place) return place.error();
  user.place_row = place->row;
  user.place = place->code;
  user.person_row = 0;
  user.person.clear();
  if (!command.person.none()) {
    const auto person = reached_person(work, command.person, "/person");
    if (!person) return person.error();
    user.person_row = person->row;
    user.person = base::to_text(command.person.uuid);
  }
  user.title = command.title;
  user.role = command.role;
  user.active = command.active;
  if (!command.password.empty()) user.password = work.prepared.new_password;
  return Done{};
}

Entry user_entry(const char* what, const UserRecord& user) {
  Entry entry{};
  entry.what = what;
  entry.place_row = user.place_row;
  entry.subject_kind = "user";
  entry.subject = user.id.uuid;
  entry.note = user.name;
  return entry;
}

}  // namespace

Result<Outcome> save_user(Work& work, const api::SaveUser& command) {
  const auto known = known_user(work, command);
  if (!known) return known.error();
  UserRecord user = *known;
  const auto filled = fill_user(work, command, user);
  if (!filled) return filled.error();
  if (last_administrator(work, *known, user)) return {ErrorCode::in_use, "/role"};
  const Row row = work.users.save(user);
  // A new password or a closed account ends what was opened with the old one.
  if (known->row != 0 && (!command.password.empty() || !user.active))
    work.users.end_sessions(row, {});
  Entry entry = user_entry("user_saved", user);
  if (known->row != 0) entry.before = describe::to_json(*known);
  entry.after = describe::to_json(user);
  Outcome outcome = saved(base::to_text(command.id.uuid), record(work, entry));
  outcome.changes_access = true;
  return outcome;
}

Result<Outcome> change_password(Work& work, const api::ChangePassword&) {
  auto user = work.users.find_row(work.caller.user);
  if (!user || !user->active) return ErrorCode::signed_out;
  // It was compared before the command queued: it must still be the same.
  if (work.prepared.old_password.empty() || work.prepared.old_password != user->password)
    return {ErrorCode::bad_credentials, "/old_password"};
  user->password = work.prepared.new_password;
  work.users.save(*user);
  work.users.end_sessions(user->row, work.caller.session);
  Outcome outcome =
      saved(base::to_text(user->id.uuid), record(work, user_entry("password_changed", *user)));
  outcome.changes_access = true;
  return outcome;
}

Result<Outcome> issue_token(Work& work, const api::IssueToken& command) {
  if (command.id.none()) return {ErrorCode::missing_field, "/id"};
  if (work.users.find_token(command.id)) return {ErrorCode::already_exists, "/id"};
  const auto place = reached_place(work, command.place, "/place");
  if (!place) return place.error();
  TokenRecord token{command.id, command.label, command.role, place->row, place->code, 0, 0};
  if (command.days) token.expires_at = work.now.unix_ms + *command.days * base::kMsPerDay;
  work.users.add_token(token, work.prepared.token_digest, work.now);
  Entry entry{};
  entry.what = "token_issued";
  entry.place_row = place->row;
  entry.subject_kind = "token";
  entry.subject = command.id.uuid;
  entry.note = command.label;
  entry.after = describe::to_json(token);
  api::Saved answer{base::to_text(command.id.uuid), record(work, entry), {}};
  Outcome outcome = outcome_of(answer);
  answer.secret = work.prepared.token_secret;
  outcome.json = describe::to_json(answer);
  outcome.changes_access = true;
  return outcome;
}

Result<Outcome> revoke_token(Work& work, const api::RevokeToken& command) {
  const auto token = work.users.find_token(command.token);
  if (!token) return {ErrorCode::not_found, "/token"};
  const auto place = work.places.find_row(token->place_row);
  if (!place || !reaches(work, place->low)) return {ErrorCode::not_found, "/token"};
  if (token->revoked_at == 0) work.users.revoke_token(command.token, work.now);
  Entry entry{};
  entry.what = "token_revoked";
  entry.place_row = place->row;
  entry.subject_kind = "token";
  entry.subject = command.token.uuid;
  entry.note = token->label;
  Outcome outcome = saved(base::to_text(command.token.uuid), record(work, entry));
  outcome.changes_access = true;
  return outcome;
}

}  // namespace shanzhi::app
