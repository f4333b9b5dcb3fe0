// A person's sums are added to as the ledger moves; a household's are its members', recomputed when
// who lives there changes.
#include "server/storage/people_store.h"

#include "shared/base/pinyin.h"

namespace shanzhi::storage {

namespace {

using app::HouseholdRecord;
using app::PersonRecord;
using app::Row;

#define HOUSEHOLDS                                                                    \
  "SELECT h.id, h.uuid, h.number, h.grid_id, g.code, ifnull(h.hamlet_id, 0), "        \
  "ifnull(m.code, ''), h.address, h.tags, h.members, g.low, h.longitude, h.latitude " \
  "FROM household h JOIN place g ON g.id = h.grid_id "                                \
  "LEFT JOIN place m ON m.id = h.hamlet_id WHERE h.removed_by = 0 AND "
#define PEOPLE                                                                          \
  "SELECT p.id, p.uuid, p.household_id, h.uuid, p.name, p.gender, p.relation, p.born, " \
  "p.phone, p.id_digest, p.off_boards, p.balance, h.grid_id, g.low FROM person p "      \
  "JOIN household h ON h.id = p.household_id JOIN place g ON g.id = h.grid_id "         \
  "WHERE p.removed_by = 0 AND "
constexpr char kFindHousehold[] = HOUSEHOLDS "h.uuid = ?";
constexpr char kHouseholdRow[] = HOUSEHOLDS "h.id = ?";
constexpr char kFindNumbered[] =
    HOUSEHOLDS "h.number = ?1 AND (g.id = ?2 OR g.parent_id = ?2) ORDER BY h.id LIMIT 1";
// The village of a grid is its parent; a household may also hang on the village itself (level 4).
constexpr char kNumberTaken[] = R"(WITH v(id) AS
  (SELECT CASE WHEN level = 4 THEN id ELSE parent_id END FROM place WHERE id = ?2)
  SELECT EXISTS (SELECT 1 FROM household h JOIN place g ON g.id = h.grid_id JOIN v
  WHERE h.number = ?1 AND h.removed_by = 0 AND h.id <> ?3 AND (g.id = v.id OR g.parent_id = v.id)))";
constexpr char kInsertHousehold[] = R"(INSERT INTO household
  (uuid, number, grid_id, hamlet_id, address, tags, longitude, latitude)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?))";
constexpr char kUpdateHousehold[] = R"(UPDATE household SET number = ?, grid_id = ?, hamlet_id = ?,
  address = ?, tags = ?, longitude = ?, latitude = ? WHERE id = ?)";
constexpr char kSumHousehold[] = R"(UPDATE household SET
  (members, balance, earned, minutes, last_at) =
    (SELECT count(*), ifnull(sum(balance), 0), ifnull(sum(earned), 0), ifnull(sum(minutes), 0), ifnull(max(last_at), 0)
     FROM person WHERE household_id = ?1 AND removed_by = 0),
  head_name = ifnull((SELECT name FROM person WHERE household_id = ?1 AND removed_by = 0
    AND relation = 0 ORDER BY id LIMIT 1), '') WHERE id = ?1)";

constexpr char kFindPerson[] = PEOPLE "p.uuid = ?";
constexpr char kPersonRow[] = PEOPLE "p.id = ?";
constexpr char kFindDigest[] = PEOPLE "p.id_digest = ? AND p.id_digest <> ''";
// By the household, of a handful; the + keeps from looking through all who are called that.
constexpr char kFindMember[] = PEOPLE "p.household_id = ? AND +p.name = ? ORDER BY p.id LIMIT 1";
#undef HOUSEHOLDS
#undef PEOPLE
constexpr char kHasHead[] = R"(SELECT EXISTS (SELECT 1 FROM person
  WHERE household_id = ? AND relation = 0 AND removed_by = 0 AND id <> ?))";
constexpr char kInsertPerson[] = R"(INSERT INTO person
  (uuid, household_id, name, full_pinyin, initials, gender, relation, born, phone, id_digest,
   off_boards) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";
constexpr char kUpdatePerson[] = R"(UPDATE person SET household_id = ?, name = ?, full_pinyin = ?,
  initials = ?, gender = ?, relation = ?, born = ?, phone = ?, id_digest = ?, off_boards = ?
  WHERE id = ?)";
constexpr char kHouseholdOf[] = "SELECT household_id FROM person WHERE id = ?";
constexpr char kRemovePerson[] = "UPDATE person SET removed_by = ? WHERE id = ?";
constexpr char kRemoveHousehold[] = R"(UPDATE household SET removed_by = ?2 WHERE id = ?1
  AND NOT EXISTS (SELECT 1 FROM person WHERE household_id = ?1 AND removed_by = 0))";
constexpr char kAddPerson[] = R"(UPDATE person SET balance = balance + ?, earned = earned + ?,
  minutes = minutes + ?, last_at = max(last_at, ?) WHERE id = ?)";
constexpr char kAddHousehold[] = R"(UPDATE household SET balance = balance + ?, earned = earned + ?,
  minutes = minutes + ?, last_at = max(last_at, ?) WHERE id = ?)";

std::optional<HouseholdRecord> read(Query& query) {
  if (!query.next()) return std::nullopt;
  HouseholdRecord household{query.integer(0), {query.uuid(1)},  query.text(2),     query.integer(3),
                            query.text(4),    query.integer(5), query.text(6),     query.text(7),
                            query.text(8),    query.integer(9), query.integer(10), {}};
  if (!query.null(11)) household.at = {query.real(11), query.real(12)};
  return household;
}

std::optional<PersonRecord> read_person(Query& query) {
  if (!query.next()) return std::nullopt;
  PersonRecord person;
  person.row = query.integer(0);
  person.id.uuid = query.uuid(1);
  person.household_row = query.integer(2);
  person.household.uuid = query.uuid(3);
  person.name = query.text(4);
  person.gender = static_cast<people::Gender>(query.integer(5));
  person.relation = static_cast<people::Relation>(query.integer(6));
  if (!query.null(7)) person.born = base::CivilDate{static_cast<std::int32_t>(query.integer(7))};
  person.phone = query.text(8);
  person.id_digest = query.text(9);
  person.off_boards = query.integer(10) != 0;
  person.balance = query.integer(11);
  person.grid_row = query.integer(12);
  person.grid_low = query.integer(13);
  return person;
}

}  // namespace

std::optional<HouseholdRecord> SqlPeopleStore::find_household(base::HouseholdId id) {
  Query query(database_, kFindHousehold, id);
  return read(query);
}

std::optional<HouseholdRecord> SqlPeopleStore::household_row(Row row) {
  Query query(database_, kHouseholdRow, row);
  return read(query);
}

bool SqlPeopleStore::number_taken(std::string_view number, Row grid_row, Row except) {
  Query query(database_, kNumberTaken, number, grid_row, except);
  return query.next() && query.integer(0) != 0;
}

std::optional<HouseholdRecord> SqlPeopleStore::find_numbered(std::string_view number,
                                                             Row village_row) {
  Query query(database_, kFindNumbered, number, village_row);
  return read(query);
}

Row SqlPeopleStore::save_household(const HouseholdRecord& household) {
  const auto hamlet = row_or_null(household.hamlet_row);
  std::optional<double> longitude, latitude;
  if (household.at) longitude = household.at->x, latitude = household.at->y;
  if (household.row == 0) {
    execute(database_, kInsertHousehold, household.id, household.number, household.grid_row, hamlet,
            household.address, household.tags, longitude, latitude);
    return database_.last_row();
  }
  execute(database_, kUpdateHousehold, household.number, household.grid_row, hamlet,
          household.address, household.tags, longitude, latitude, household.row);
  return household.row;
}

std::optional<PersonRecord> SqlPeopleStore::find_person(base::PersonId id) {
  Query query(database_, kFindPerson, id);
  return read_person(query);
}

std::optional<PersonRecord> SqlPeopleStore::person_row(Row row) {
  Query query(database_, kPersonRow, row);
  return read_person(query);
}

std::optional<PersonRecord> SqlPeopleStore::find_digest(std::string_view id_digest) {
  Query query(database_, kFindDigest, id_digest);
  return read_person(query);
}

std::optional<PersonRecord> SqlPeopleStore::find_member(Row household_row, std::string_view name) {
  Query query(database_, kFindMember, household_row, name);
  return read_person(query);
}

bool SqlPeopleStore::has_head(Row household_row, Row except) {
  Query query(database_, kHasHead, household_row, except);
  return query.next() && query.integer(0) != 0;
}

Row SqlPeopleStore::save_person(const PersonRecord& person) {
  const auto pinyin = base::pinyin_of_name(person.name);
  const auto gender = static_cast<int>(person.gender);
  const auto relation = static_cast<int>(person.relation);
  const auto born = days_or_null(person.born);
  Row row = person.row, old_household = 0;
  if (row == 0) {
    execute(database_, kInsertPerson, person.id, person.household_row, person.name, pinyin.full,
            pinyin.initials, gender, relation, born, person.phone, person.id_digest,
            person.off_boards);
    row = database_.last_row();
  } else {
    {
      Query query(database_, kHouseholdOf, row);
      if (query.next()) old_household = query.integer(0);
    }
    execute(database_, kUpdatePerson, person.household_row, person.name, pinyin.full,
            pinyin.initials, gender, relation, born, person.phone, person.id_digest,
            person.off_boards, row);
  }
  sum_household(person.household_row);
  if (old_household != 0 && old_household != person.household_row) sum_household(old_household);
  return row;
}

void SqlPeopleStore::remove_person(Row row, std::int64_t position) {
  Row household = 0;
  {
    Query query(database_, kHouseholdOf, row);
    if (query.next()) household = query.integer(0);
  }
  execute(database_, kRemovePerson, position, row);
  sum_household(household);
}

bool SqlPeopleStore::remove_household(Row row, std::int64_t position) {
  execute(database_, kRemoveHousehold, row, position);
  return database_.rows_changed() == 1;
}

void SqlPeopleStore::add_sums(const PersonRecord& person, base::Points balance, base::Points earned,
                              base::Minutes minutes, base::Instant last_at) {
  execute(database_, kAddPerson, balance.count, earned.count, minutes.count, last_at.unix_ms,
          person.row);
  execute(database_, kAddHousehold, balance.count, earned.count, minutes.count, last_at.unix_ms,
          person.household_row);
}

void SqlPeopleStore::sum_household(Row row) {
  execute(database_, kSumHousehold, row);
}

}  // namespace shanzhi::storage
