// A code is bound to a person, a PIN to their account. An account that holds an office is never opened
// this way: it has a password, and the person gets a second account that is only theirs.
#include "server/app/door.h"

#include "server/app/reach.h"
#include "shared/people/pin.h"

namespace shanzhi::app {

namespace {

using base::ErrorCode;
using base::Result;

Entry entry_about(const char* what, const char* kind, const base::Uuid& subject, Row place) {
  Entry entry{};
  entry.what = what;
  entry.place_row = place;
  entry.subject_kind = kind;
  entry.subject = subject;
  return entry;
}

/// No telephone number in it: lists of users are read by people who need not know it.
UserRecord new_resident(Work& work, const PersonRecord& person) {
  UserRecord user;
  user.id.uuid = work.new_id();
  user.name = "r-" + base::to_text(person.id.uuid);
  user.title = person.name;
  user.role = api::Role::volunteer;
  user.place_row = person.grid_row;
  if (const auto place = work.places.find_row(person.grid_row)) user.place = place->code;
  user.person_row = person.row;
  user.person = base::to_text(person.id.uuid);
  return user;
}

/// The caller, or whom they look after with leave for this.
std::optional<PersonRecord> leaving_person(Work& work, base::PersonId id) {
  auto own = work.people.person_row(work.caller.person);
  if (id.none() || (own && own->id == id)) return own;
  auto elder = own ? work.people.find_person(id) : std::nullopt;
  if (!elder) return std::nullopt;
  const auto access = work.families.between(elder->row, own->row);
  return access && access->boards && access->holds(base::day_of(work.now)) ? elder : std::nullopt;
}

}  // namespace

Result<Outcome> issue_sign_in_code(Work& work, const api::IssueSignInCode& command) {
  const auto person = reached_person(work, command.person, "/person");
  if (!person) return person.error();
  if (person->phone.empty()) return {ErrorCode::missing_field, "/phone"};
  const auto user = work.users.find_resident(person->row);
  if (user && !user->active) return {ErrorCode::not_permitted, "/person"};
  work.users.put_code(person->row, work.prepared.code,
                      {work.now.unix_ms + api::kSignInCodeDays * base::kMsPerDay});
  const std::int64_t position = record(
      work, entry_about("sign_in_code_issued", "person", command.person.uuid, person->grid_row));
  api::Saved answer{base::to_text(command.person.uuid), position, {}};
  Outcome outcome = outcome_of(answer);
  answer.secret = work.prepared.token_secret;
  outcome.json = describe::to_json(answer);
  return outcome;
}

Result<UserRecord> bind_pin(Work& work, Row person_row, const std::string& code,
                            const std::string& pin) {
  if (!work.users.take_code(person_row, code, work.now))
    return {ErrorCode::bad_credentials, "/code"};
  const auto person = work.people.person_row(person_row);
  if (!person) return {ErrorCode::bad_credentials, "/code"};
  auto known = work.users.find_resident(person_row);
  if (known && !known->active) return {ErrorCode::bad_credentials, "/code"};
  UserRecord user = known ? std::move(*known) : new_resident(work, *person);
  user.password = pin;
  user.row = work.users.save(user);
  work.users.end_sessions(user.row, {});
  Entry entry = entry_about("pin_set", "user", user.id.uuid, user.place_row);
  entry.note = user.title.empty() ? user.name : user.title;
  record(work, entry);
  return user;
}

Result<Outcome> change_pin(Work& work, const api::ChangePin& command) {
  auto user = work.users.find_row(work.caller.user);
  if (!user || !user->active) return ErrorCode::signed_out;
  if (user->role != api::Role::volunteer) return ErrorCode::not_permitted;
  // It was compared before the command queued: it must still be the same.
  if (work.prepared.old_password.empty() || work.prepared.old_password != user->password)
    return {ErrorCode::bad_credentials, "/old_pin"};
  const auto person = work.people.person_row(user->person_row);
  const auto good = person ? people::check_pin(command.pin, person->phone, person->born)
                           : people::check_pin(command.pin);
  if (!good) return good.error();
  user->password = work.prepared.new_password;
  work.users.save(*user);
  work.users.end_sessions(user->row, work.caller.session);
  Outcome outcome =
      saved(base::to_text(user->id.uuid),
            record(work, entry_about("pin_set", "user", user->id.uuid, user->place_row)));
  outcome.changes_access = true;
  return outcome;
}

Result<Outcome> end_session(Work& work, const api::EndSession& command) {
  const auto user = work.users.find_row(work.caller.user);
  if (!user) return ErrorCode::signed_out;
  if (command.session.none())
    work.users.end_sessions(user->row, work.caller.session);
  else if (!work.users.end_session(user->row, command.session.uuid))
    return {ErrorCode::not_found, "/session"};
  Outcome outcome =
      saved(base::to_text(command.session.uuid),
            record(work, entry_about("session_ended", "user", user->id.uuid, user->place_row)));
  outcome.changes_access = true;
  return outcome;
}

Result<Outcome> leave_boards(Work& work, const api::LeaveBoards& command) {
  const auto known = leaving_person(work, command.person);
  if (!known) return {ErrorCode::not_found, "/person"};
  PersonRecord person = *known;
  person.off_boards = command.off;
  work.people.save_person(person);
  Entry entry = entry_about("person_saved", "person", person.id.uuid, person.grid_row);
  entry.before = journal_json(*known);
  entry.after = journal_json(person);
  return saved(base::to_text(person.id.uuid), record(work, entry));
}

}  // namespace shanzhi::app
