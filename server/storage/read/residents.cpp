// Reads who lives where, ordered as boards show equals.
#include <algorithm>
#include <string>

#include "server/storage/read/standings.h"

namespace shanzhi::storage::read {
namespace {

const std::string kHouseholds =
    "SELECT h.id, g.low, coalesce(m.low, 0), h.head_name,"
    " EXISTS (SELECT 1 FROM person p WHERE p.household_id = h.id AND p.relation = 0"
    "  AND p.off_boards = 1 AND p.removed_by = 0)"
    " FROM household h JOIN place g ON g.id = h.grid_id LEFT JOIN place m ON m.id = h.hamlet_id"
    " WHERE h.removed_by = 0 ORDER BY h.id";
const std::string kPeople =
    "SELECT id, household_id, name, off_boards FROM person"
    " WHERE removed_by = 0 ORDER BY id";
const std::string kTeams =
    "SELECT t.id, p.low, m.person_id FROM team t JOIN place p ON p.id = t.place_id"
    " LEFT JOIN team_member m ON m.team_id = t.id ORDER BY t.name, t.id";

/// Puts rows into the order of their names (equal names: of their rows), and notes where each went.
template <class Row>
void order_by_name(std::vector<Row>& rows, const std::vector<std::string>& names,
                   std::vector<std::int32_t>& index) {
  std::vector<std::int32_t> order(rows.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::int32_t>(i);
  std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
    return names[static_cast<std::size_t>(a)] < names[static_cast<std::size_t>(b)];
  });
  std::vector<Row> sorted;
  sorted.reserve(rows.size());
  index.assign(rows.empty() ? 0 : static_cast<std::size_t>(rows.back().row) + 1, -1);
  for (const std::int32_t from : order) {
    index[static_cast<std::size_t>(rows[static_cast<std::size_t>(from)].row)] =
        static_cast<std::int32_t>(sorted.size());
    sorted.push_back(rows[static_cast<std::size_t>(from)]);
  }
  rows = std::move(sorted);
}

}  // namespace

Residents::Residents(Snapshot& snapshot) {
  read_households(snapshot);
  read_people(snapshot);
  read_teams(snapshot);
}

void Residents::read_households(Snapshot& snapshot) {
  std::vector<std::string> names;
  Rows rows(snapshot, kHouseholds);
  while (rows.next()) {
    House& house = households.emplace_back();
    house.row = rows.integer(0);
    house.low = static_cast<std::int32_t>(rows.integer(1));
    house.hamlet_low = static_cast<std::int32_t>(rows.integer(2));
    house.off_boards = rows.integer(4) != 0;
    names.push_back(rows.text(3));
  }
  order_by_name(households, names, household_at);
}

void Residents::read_people(Snapshot& snapshot) {
  std::vector<std::string> names;
  Rows rows(snapshot, kPeople);
  while (rows.next()) {
    const std::int32_t home = household(rows.integer(1));
    if (home < 0) continue;
    const House& house = households[static_cast<std::size_t>(home)];
    Member& member = people.emplace_back();
    member.row = rows.integer(0);
    member.household = home;
    member.low = house.low;
    member.hamlet_low = house.hamlet_low;
    member.off_boards = rows.integer(3) != 0;
    names.push_back(rows.text(2));
  }
  order_by_name(people, names, person_at);
}

void Residents::read_teams(Snapshot& snapshot) {
  Rows rows(snapshot, kTeams);
  while (rows.next()) {
    if (teams.empty() || teams.back().row != rows.integer(0)) {
      Service& team = teams.emplace_back();
      team.row = rows.integer(0);
      team.low = static_cast<std::int32_t>(rows.integer(1));
    }
    if (rows.null(2)) continue;
    const std::int32_t member = person(rows.integer(2));
    if (member >= 0) teams.back().members.push_back(member);
  }
}

}  // namespace shanzhi::storage::read
