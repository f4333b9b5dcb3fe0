// One row a command. A new command is a row here, its use case, and its row in the registry.
#include "server/app/commands.h"

#include <array>

#include "server/app/alarms.h"
#include "server/app/door.h"
#include "server/app/family.h"
#include "server/app/hall.h"
#include "server/app/import_undo.h"
#include "server/app/people.h"
#include "server/app/places.h"
#include "server/app/points.h"
#include "server/app/teams.h"
#include "server/app/users.h"
#include "shared/api/registry.h"

namespace shanzhi::app {

namespace {

using base::ErrorCode;
using base::Result;

// The id says which command it is, or which thing it is about; secrets are lifted out.
template <class Command>
void note_key(Draft& draft, const Command& command) {
  draft.own_key = command.id.uuid;
}
template <class Command>
void note_subject(Draft& draft, const Command& command) {
  draft.keeps_subject = true;
  draft.subject = command.id.uuid;
}

void note(Draft& draft, api::AwardPoints& c) {
  note_key(draft, c);
  draft.ledger_only = true;
}
void note(Draft& draft, api::ReverseTransfer& c) {
  note_key(draft, c);
  draft.ledger_only = true;
}
void note(Draft& draft, api::SavePlace& c) {
  note_key(draft, c);
}
void note(Draft& draft, api::MovePerson& c) {
  note_key(draft, c);
}
void note(Draft& draft, api::RevokeToken& c) {
  note_key(draft, c);
}
void note(Draft& draft, api::UndoImport& c) {
  note_key(draft, c);
}
void note(Draft& draft, api::RaiseAlarm& c) {
  note_key(draft, c);
}
void note(Draft& draft, api::UpdateAlarm& c) {
  note_key(draft, c);
}
void note(Draft& draft, api::EndAlarm& c) {
  note_key(draft, c);
}
void note(Draft& draft, api::SaveHallScenes& c) {
  note_key(draft, c);
}
void note(Draft& draft, api::DirectHall& c) {
  note_key(draft, c);
}
void note(Draft& draft, api::SaveSite& c) {
  note_subject(draft, c);
}
void note(Draft& draft, api::SaveHousehold& c) {
  note_subject(draft, c);
}
void note(Draft& draft, api::SavePerson& c) {
  note_subject(draft, c);
}
void note(Draft& draft, api::SaveTeam& c) {
  note_subject(draft, c);
}
void note(Draft& draft, api::IssueToken& c) {
  note_key(draft, c);
  draft.needs_token = true;
}
void note(Draft& draft, api::SaveUser& c) {
  note_subject(draft, c);
  draft.new_password = std::move(c.password);
  c.password.clear();
  draft.digested = describe::to_json(c);
}
void note(Draft& draft, api::ChangePassword& c) {
  draft.new_password = std::move(c.new_password);
  draft.old_password = std::move(c.old_password);
  draft.digested = "{}";
}

void note(Draft& draft, api::IssueSignInCode& c) {
  note_key(draft, c);
  draft.needs_code = true;
}
void note(Draft& draft, api::ChangePin& c) {
  draft.new_password = std::move(c.pin);
  draft.old_password = std::move(c.old_pin);
  draft.old_field = "/old_pin";
  draft.digested = "{}";
}
void note(Draft& draft, api::EndSession& c) {
  note_key(draft, c);
}
void note(Draft& draft, api::LeaveBoards& c) {
  note_key(draft, c);
}
void note(Draft& draft, api::GrantFamilyAccess& c) {
  note_key(draft, c);
}
void note(Draft& draft, api::EndFamilyAccess& c) {
  note_key(draft, c);
}

template <class Command, Result<Outcome> (*use_case)(Work&, const Command&)>
Result<Draft> draft_as(const std::string& body) {
  auto command = describe::from_json<Command>(body);
  if (!command) return command.error();
  Draft draft;
  draft.run = [whole = *command](Work& work) { return use_case(work, whole); };
  note(draft, *command);
  if (draft.digested.empty()) draft.digested = body;
  return draft;
}

struct CommandRow {
  std::string_view name;
  Result<Draft> (*draft)(const std::string& body);
};

template <class Command, Result<Outcome> (*use_case)(Work&, const Command&)>
constexpr CommandRow row(std::string_view name) {
  return {name, draft_as<Command, use_case>};
}

constexpr std::array kRows{
    row<api::AwardPoints, award_points>("award-points"),
    row<api::ReverseTransfer, reverse_transfer>("reverse-transfer"),
    row<api::SavePlace, save_place>("save-place"),
    row<api::SaveSite, save_site>("save-site"),
    row<api::SaveHousehold, save_household>("save-household"),
    row<api::SavePerson, save_person>("save-person"),
    row<api::MovePerson, move_person>("move-person"),
    row<api::SaveTeam, save_team>("save-team"),
    row<api::SaveUser, save_user>("save-user"),
    row<api::ChangePassword, change_password>("change-password"),
    row<api::IssueToken, issue_token>("issue-token"),
    row<api::RevokeToken, revoke_token>("revoke-token"),
    row<api::UndoImport, undo_import>("undo-import"),
    row<api::RaiseAlarm, raise_alarm>("raise-alarm"),
    row<api::UpdateAlarm, update_alarm>("update-alarm"),
    row<api::EndAlarm, end_alarm>("end-alarm"),
    row<api::SaveHallScenes, save_hall_scenes>("save-hall-scenes"),
    row<api::DirectHall, direct_hall>("direct-hall"),
    row<api::IssueSignInCode, issue_sign_in_code>("issue-sign-in-code"),
    row<api::ChangePin, change_pin>("change-pin"),
    row<api::EndSession, end_session>("end-session"),
    row<api::LeaveBoards, leave_boards>("leave-boards"),
    row<api::GrantFamilyAccess, grant_family_access>("grant-family-access"),
    row<api::EndFamilyAccess, end_family_access>("end-family-access"),
};

const CommandRow* find_row(std::string_view name) {
  for (const CommandRow& row : kRows)
    if (row.name == name) return &row;
  return nullptr;
}

}  // namespace

Result<Draft> draft_of(std::string_view name, const std::string& body) {
  const CommandRow* row = find_row(name);
  if (row == nullptr) return ErrorCode::method_not_allowed;
  return row->draft(body);
}

Result<base::Done> permitted(std::string_view name, const Caller& caller) {
  const api::Route* route = api::find_route(api::Verb::command, name);
  if (route == nullptr) return ErrorCode::not_found;
  if (!caller.role) return ErrorCode::signed_out;
  if ((route->roles & api::bit(*caller.role)) == 0) return ErrorCode::not_permitted;
  return base::Done{};
}

}  // namespace shanzhi::app
