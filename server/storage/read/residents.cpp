// Reads everybody once, in the order of the tree.
#include "server/storage/read/residents.h"

#include "server/storage/read/residents_rows.h"

namespace shanzhi::storage::read {
namespace {

const std::string kHouseholds = std::string(kHouseholdColumns) + " WHERE h.removed_by = 0";
const std::string kPeople = std::string(kPersonColumns) + " WHERE p.removed_by = 0";
const std::string kTeams =
    "SELECT t.id, p.low, m.person_id FROM team t JOIN place p ON p.id = t.place_id"
    " LEFT JOIN team_member m ON m.team_id = t.id ORDER BY t.name, t.id";

/// By grid, then row; who belongs to a hamlet of another village comes last.
template <class Each>
void order_by_place(Residents::List<Each>& list, const std::vector<bool>& astray) {
  std::vector<std::int32_t> order;
  order.reserve(list.all.size());
  for (std::size_t i = 0; i < list.all.size(); ++i) order.push_back(static_cast<std::int32_t>(i));
  const auto key = [&](std::int32_t i) {
    const auto at = static_cast<std::size_t>(i);
    return std::tuple(static_cast<bool>(astray[at]), list.all[at].low, list.all[at].row);
  };
  std::sort(order.begin(), order.end(),
            [&](std::int32_t a, std::int32_t b) { return key(a) < key(b); });
  Residents::List<Each> ordered;
  ordered.all.reserve(list.all.size());
  ordered.briefs.reserve(list.all.size());
  std::int32_t newest = -1;
  for (const std::int32_t from : order) {
    ordered.sorted += !astray[static_cast<std::size_t>(from)];
    newest = std::max(newest, list.brief(from).row);
    ordered.add(std::move(list.all[static_cast<std::size_t>(from)]));
  }
  list = std::move(ordered);
  list.at.assign(static_cast<std::size_t>(newest) + 1, -1);
  for (std::size_t i = 0; i < list.all.size(); ++i)
    list.at[static_cast<std::size_t>(list.all[i].row)] = static_cast<std::int32_t>(i);
}

}  // namespace

Stretch stretch_of(const Town& town, const PlaceNode& place) {
  const PlaceNode* village =
      place.level == places::Level::hamlet ? town.above(place, places::Level::village) : nullptr;
  const PlaceNode& wide = village ? *village : place;
  return {&place, wide.low, wide.high};
}

Residents::House house_of(const Rows& rows) {
  Residents::House house;
  house.row = static_cast<std::int32_t>(rows.integer(0));
  house.low = static_cast<std::int32_t>(rows.integer(1));
  house.hamlet_low = static_cast<std::int32_t>(rows.integer(2));
  house.name = rows.text(3);
  house.number = rows.text(4);
  house.address = rows.text(5);
  house.off_boards = rows.integer(6) != 0;
  return house;
}

Residents::Member member_of(const Rows& rows, const Residents& residents) {
  Residents::Member member;
  member.household = residents.household(rows.integer(1));
  if (member.household < 0) return member;
  const auto& house = residents.households.all[static_cast<std::size_t>(member.household)];
  member.row = static_cast<std::int32_t>(rows.integer(0));
  member.low = house.low;
  member.hamlet_low = house.hamlet_low;
  member.name = rows.text(2);
  member.off_boards = rows.integer(3) != 0;
  member.age_key = static_cast<std::int32_t>(rows.integer(5));
  member.phone_end = end_of_phone(rows.text(4));
  return member;
}

std::int16_t end_of_phone(const std::string& phone) {
  constexpr std::size_t kDigits = 4;
  if (phone.size() < kDigits) return -1;
  std::int16_t end = 0;
  for (std::size_t i = phone.size() - kDigits; i < phone.size(); ++i) {
    if (phone[i] < '0' || phone[i] > '9') return -1;
    end = static_cast<std::int16_t>(end * 10 + (phone[i] - '0'));
  }
  return end;
}

Residents::Residents(Snapshot& snapshot) {
  read_households(snapshot);
  read_people(snapshot);
  read_teams(snapshot);
}

void Residents::read_households(Snapshot& snapshot) {
  std::vector<bool> astray;
  Rows rows(snapshot, kHouseholds);
  while (rows.next()) {
    households.add(house_of(rows));
    astray.push_back(rows.integer(7) != 0);
  }
  order_by_place(households, astray);
}

void Residents::read_people(Snapshot& snapshot) {
  std::vector<bool> astray;
  Rows rows(snapshot, kPeople);
  while (rows.next()) {
    Member member = member_of(rows, *this);
    if (member.household < 0) continue;
    astray.push_back(static_cast<std::size_t>(member.household) >= households.sorted);
    people.add(std::move(member));
  }
  order_by_place(people, astray);
}

void Residents::read_teams(Snapshot& snapshot) {
  teams.clear();
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
