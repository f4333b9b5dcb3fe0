// Keeps the lists right when somebody comes, moves or is written anew: they then stand at the end of the
// list, and where they stood before is marked as gone.
#include <array>

#include "server/storage/read/residents_rows.h"

namespace shanzhi::storage::read {
namespace {

/// More than this and reading everything in its order again is the better way.
constexpr std::size_t kTailMax = 4000;
constexpr std::int64_t kEntriesMax = 200;

const std::string kEntries = "SELECT what, subject FROM journal WHERE position > ? LIMIT ?";
const std::string kPerson = std::string(kPersonColumns) + " WHERE p.removed_by = 0 AND p.uuid = ?";
const std::string kPersonRow = "SELECT id, household_id FROM person WHERE uuid = ?";
const std::string kMembers = "SELECT uuid FROM person WHERE household_id = ? AND removed_by = 0";
const std::string kHousehold =
    std::string(kHouseholdColumns) + " WHERE h.removed_by = 0 AND h.id = ?";
const std::string kHouseholdRow = "SELECT id FROM household WHERE uuid = ?";

template <class Each>
void set_index(Residents::List<Each>& list, std::int64_t row, std::int32_t index) {
  if (row >= static_cast<std::int64_t>(list.at.size()))
    list.at.resize(static_cast<std::size_t>(row) + 1, -1);
  list.at[static_cast<std::size_t>(row)] = index;
}

}  // namespace

bool Residents::follow(Snapshot& snapshot, std::int64_t after, std::vector<std::int64_t>& moved) {
  std::vector<std::pair<std::string, base::Uuid>> entries;
  Rows rows(snapshot, kEntries, after, kEntriesMax + 1);
  std::int64_t read = 0;
  while (rows.next()) {
    if (++read > kEntriesMax) return false;
    if (changes_residence(rows.text(0)) || rows.text(0) == "team_saved")
      entries.emplace_back(rows.text(0), rows.uuid(1));
  }
  for (const auto& [what, subject] : entries) {
    if (what == "person_saved" || what == "person_moved") {
      follow_person(snapshot, subject, moved);
    } else if (what == "household_saved") {
      Rows row(snapshot, kHouseholdRow, subject);
      if (row.next()) follow_household(snapshot, row.integer(0), moved);
    } else if (what != "team_saved") {
      return false;
    }
  }
  if (!entries.empty()) read_teams(snapshot);
  return people.all.size() - people.sorted <= kTailMax;
}

void Residents::drop_person(std::int64_t row) {
  const std::int32_t index = person(row);
  if (index < 0) return;
  people.leave(index);
  set_index(people, row, -1);
}

void Residents::place_person(Member member, std::vector<std::int64_t>& moved) {
  const std::int32_t index = person(member.row);
  if (index >= 0) {
    const Member& before = people.all[static_cast<std::size_t>(index)];
    if (before.low == member.low && before.hamlet_low == member.hamlet_low)
      return people.replace(index, std::move(member));
    people.leave(index);
  }
  moved.push_back(member.row);
  const std::int64_t row = member.row;
  set_index(people, row, people.add(std::move(member)));
}

void Residents::place_household(House house) {
  const std::int32_t index = household(house.row);
  if (index >= 0) {
    const House& before = households.all[static_cast<std::size_t>(index)];
    if (before.low == house.low && before.hamlet_low == house.hamlet_low)
      return households.replace(index, std::move(house));
    households.leave(index);
  }
  const std::int64_t row = house.row;
  set_index(households, row, households.add(std::move(house)));
}

void Residents::follow_person(Snapshot& snapshot, const base::Uuid& id,
                              std::vector<std::int64_t>& moved) {
  Rows found(snapshot, kPersonRow, id);
  if (!found.next()) return;
  const std::int64_t row = found.integer(0), home = found.integer(1);
  // The household that is left may have lost its head, who was or was not shown.
  const std::int32_t before = person(row);
  const std::int32_t left =
      before < 0 ? -1 : people.all[static_cast<std::size_t>(before)].household;
  if (left >= 0)
    follow_household(snapshot, households.all[static_cast<std::size_t>(left)].row, moved);
  follow_household(snapshot, home, moved);
  Rows rows(snapshot, kPerson, id);
  if (!rows.next()) return drop_person(row);
  Member member = member_of(rows, *this);
  if (member.household < 0) return drop_person(row);
  place_person(std::move(member), moved);
}

void Residents::follow_household(Snapshot& snapshot, std::int64_t row,
                                 std::vector<std::int64_t>& moved) {
  const std::int32_t before = household(row);
  {
    Rows rows(snapshot, kHousehold, row);
    if (!rows.next()) {
      if (before >= 0) {
        households.leave(before);
        set_index(households, row, -1);
      }
      return;
    }
    place_household(house_of(rows));
  }
  if (household(row) == before) return;
  // It stands elsewhere now, and its people with it.
  std::vector<base::Uuid> members;
  Rows rows(snapshot, kMembers, row);
  while (rows.next()) members.push_back(rows.uuid(0));
  for (const base::Uuid& member : members) {
    Rows person_rows(snapshot, kPerson, member);
    if (person_rows.next()) place_person(member_of(person_rows, *this), moved);
  }
}

}  // namespace shanzhi::storage::read
