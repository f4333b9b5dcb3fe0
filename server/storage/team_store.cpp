// A team's members are replaced as a whole: the command carries all of them.
#include "server/storage/team_store.h"

namespace shanzhi::storage {

namespace {

constexpr char kFind[] = R"(SELECT t.id, t.uuid, t.name, t.place_id, p.code, t.brand, t.way,
  ifnull(t.leader_id, 0), l.uuid FROM team t JOIN place p ON p.id = t.place_id
  LEFT JOIN person l ON l.id = t.leader_id WHERE t.uuid = ?)";
constexpr char kMembers[] = R"(SELECT p.id, p.uuid FROM team_member m
  JOIN person p ON p.id = m.person_id WHERE m.team_id = ? ORDER BY p.id)";
constexpr char kSave[] = R"(INSERT INTO team (uuid, name, place_id, brand, way, leader_id)
  VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (uuid) DO UPDATE SET name = excluded.name,
  place_id = excluded.place_id, brand = excluded.brand, way = excluded.way,
  leader_id = excluded.leader_id RETURNING id)";
constexpr char kClear[] = "DELETE FROM team_member WHERE team_id = ?";
constexpr char kJoin[] = "INSERT INTO team_member VALUES (?, ?)";
constexpr char kDelete[] = "DELETE FROM team WHERE id = ?";

}  // namespace

std::optional<app::TeamRecord> SqlTeamStore::find(base::TeamId id) {
  app::TeamRecord team;
  {
    Query query(database_, kFind, id);
    if (!query.next()) return std::nullopt;
    team.row = query.integer(0);
    team.id.uuid = query.uuid(1);
    team.name = query.text(2);
    team.place_row = query.integer(3);
    team.place = query.text(4);
    team.brand = query.text(5);
    team.way = static_cast<people::LeadWay>(query.integer(6));
    team.leader_row = query.integer(7);
    team.leader = base::to_text(query.uuid(8));
  }
  Query members(database_, kMembers, team.row);
  while (members.next()) {
    team.member_rows.push_back(members.integer(0));
    team.members.push_back(base::to_text(members.uuid(1)));
  }
  return team;
}

app::Row SqlTeamStore::save(const app::TeamRecord& team) {
  app::Row row = 0;
  {
    Query query(database_, kSave, team.id, team.name, team.place_row, team.brand,
                static_cast<int>(team.way), row_or_null(team.leader_row));
    if (query.next()) row = query.integer(0);
    query.done();
  }
  execute(database_, kClear, row);
  for (const app::Row member : team.member_rows) execute(database_, kJoin, row, member);
  return row;
}

void SqlTeamStore::remove(app::Row row) {
  execute(database_, kClear, row);
  execute(database_, kDelete, row);
}

}  // namespace shanzhi::storage
