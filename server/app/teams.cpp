// A team belongs to a place; its people may live anywhere below it.
#include "server/app/teams.h"

#include <algorithm>

#include "server/app/reach.h"
#include "shared/base/utf8.h"

namespace shanzhi::app {

namespace {

using base::Done;
using base::ErrorCode;
using base::Result;

Result<Done> add_member(Work& work, TeamRecord& team, const std::string& text,
                        const std::string& pointer) {
  const auto id = base::parse_uuid(text);
  if (!id) return {ErrorCode::malformed, pointer};
  const auto person = reached_person(work, base::PersonId{*id}, pointer.c_str());
  if (!person) return person.error();
  if (std::find(team.member_rows.begin(), team.member_rows.end(), person->row) !=
      team.member_rows.end())
    return {ErrorCode::out_of_range, pointer};
  team.member_rows.push_back(person->row);
  team.members.push_back(base::to_text(*id));
  return Done{};
}

Result<Done> fill_people(Work& work, const api::SaveTeam& command, TeamRecord& team) {
  for (std::size_t i = 0; i < command.members.size(); ++i) {
    const auto added = add_member(work, team, command.members[i], "/members/" + std::to_string(i));
    if (!added) return added.error();
  }
  if (command.leader.none()) return Done{};
  const auto leader = reached_person(work, command.leader, "/leader");
  if (!leader) return leader.error();
  team.leader_row = leader->row;
  team.leader = base::to_text(command.leader.uuid);
  if (std::find(team.member_rows.begin(), team.member_rows.end(), leader->row) ==
      team.member_rows.end()) {
    team.member_rows.push_back(leader->row);
    team.members.push_back(team.leader);
  }
  return Done{};
}

}  // namespace

Result<Outcome> save_team(Work& work, const api::SaveTeam& command) {
  if (command.id.none()) return {ErrorCode::missing_field, "/id"};
  const auto place = reached_place(work, command.place, "/place");
  if (!place) return place.error();
  const auto known = work.teams.find(command.id);
  if (known) {
    const auto old_place = work.places.find_row(known->place_row);
    if (!old_place || !reaches(work, old_place->low)) return {ErrorCode::not_found, "/id"};
  }
  TeamRecord team;
  team.row = known ? known->row : 0;
  team.id = command.id;
  team.name = base::tidy(command.name);
  if (team.name.empty()) return {ErrorCode::missing_field, "/name"};
  team.place_row = place->row;
  team.place = place->code;
  team.brand = command.brand;
  team.way = command.way;
  const auto filled = fill_people(work, command, team);
  if (!filled) return filled.error();
  work.teams.save(team);
  Entry entry{};
  entry.what = "team_saved";
  entry.place_row = place->row;
  entry.subject_kind = "team";
  entry.subject = command.id.uuid;
  if (known) entry.before = describe::to_json(*known);
  entry.after = describe::to_json(team);
  return saved(base::to_text(command.id.uuid), record(work, entry));
}

}  // namespace shanzhi::app
