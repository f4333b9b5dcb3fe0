// What counts is between people who are still on the register.
#include "server/storage/family_store.h"

namespace shanzhi::storage {

namespace {

#define FAMILY_COLUMNS                                                                  \
  "SELECT id, uuid, person_id, relative_id, way, until_day, boards, note, granted_by, " \
  "ended_by FROM family_access "
constexpr char kFind[] = FAMILY_COLUMNS "WHERE uuid = ?";
constexpr char kBetween[] =
    FAMILY_COLUMNS "WHERE person_id = ? AND relative_id = ? AND ended_by = 0";
#undef FAMILY_COLUMNS
#define COUNT_HOLDING                                                         \
  "SELECT count(*) FROM family_access f JOIN person p ON p.id = f.person_id " \
  "JOIN person r ON r.id = f.relative_id WHERE f.ended_by = 0 "               \
  "AND p.removed_by = 0 AND r.removed_by = 0 AND ifnull(f.until_day, ?1) >= ?1 "
constexpr char kLookingAt[] = COUNT_HOLDING "AND f.person_id = ?2";
constexpr char kLookedAfterBy[] = COUNT_HOLDING "AND f.relative_id = ?2";
#undef COUNT_HOLDING
constexpr char kAdd[] = R"(INSERT INTO family_access (uuid, person_id, relative_id, way, until_day,
  boards, note, granted_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?))";
constexpr char kEnd[] = "UPDATE family_access SET ended_by = ? WHERE id = ?";
// phone <> '' lets the index of telephones be used, which has no empty ones; the + that of names not.
constexpr char kNamed[] = R"(SELECT id FROM person
  WHERE phone = ? AND phone <> '' AND +name = ? AND removed_by = 0 ORDER BY id LIMIT 2)";

std::optional<app::FamilyRecord> read(Query& query) {
  if (!query.next()) return std::nullopt;
  app::FamilyRecord access;
  access.row = query.integer(0);
  access.id = query.uuid(1);
  access.person_row = query.integer(2);
  access.relative_row = query.integer(3);
  access.way = static_cast<people::ConsentWay>(query.integer(4));
  if (!query.null(5)) access.until = base::CivilDate{static_cast<std::int32_t>(query.integer(5))};
  access.boards = query.integer(6) != 0;
  access.note = query.text(7);
  access.granted_by = query.integer(8);
  access.ended_by = query.integer(9);
  return access;
}

}  // namespace

std::optional<app::FamilyRecord> SqlFamilyStore::find(const base::Uuid& id) {
  Query query(database_, kFind, id);
  return read(query);
}

std::optional<app::FamilyRecord> SqlFamilyStore::between(app::Row person, app::Row relative) {
  Query query(database_, kBetween, person, relative);
  return read(query);
}

std::int64_t SqlFamilyStore::looking_at(app::Row person, base::CivilDate today) {
  Query query(database_, kLookingAt, static_cast<std::int64_t>(today.days), person);
  return query.next() ? query.integer(0) : 0;
}

std::int64_t SqlFamilyStore::looked_after_by(app::Row relative, base::CivilDate today) {
  Query query(database_, kLookedAfterBy, static_cast<std::int64_t>(today.days), relative);
  return query.next() ? query.integer(0) : 0;
}

void SqlFamilyStore::add(const app::FamilyRecord& access) {
  execute(database_, kAdd, access.id, access.person_row, access.relative_row,
          static_cast<int>(access.way), days_or_null(access.until), access.boards, access.note,
          access.granted_by);
}

void SqlFamilyStore::end(app::Row access, std::int64_t position) {
  execute(database_, kEnd, position, access);
}

std::vector<app::Row> SqlFamilyStore::named(const std::string& name, const std::string& phone) {
  std::vector<app::Row> rows;
  Query query(database_, kNamed, phone, name);
  while (query.next()) rows.push_back(query.integer(0));
  return rows;
}

}  // namespace shanzhi::storage
