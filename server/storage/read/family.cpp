// Every look asks the snapshot: nothing about a consent is remembered between two queries.
#include "server/storage/read/family.h"

#include "server/storage/read/answers.h"
#include "shared/describe/describe.h"

namespace shanzhi::storage::read {
namespace {

/// The day is the first parameter of each.
const std::string kHolding =
    " FROM family_access f JOIN person p ON p.id = f.person_id AND p.removed_by = 0"
    " JOIN person y ON y.id = f.relative_id AND y.removed_by = 0"
    " JOIN journal j ON j.position = f.granted_by"
    " WHERE f.ended_by = 0 AND ifnull(f.until_day, ?1) >= ?1";
const std::string kRows =
    "SELECT f.uuid, p.uuid, p.name, y.name, f.way, j.at, f.until_day, j.actor, f.note, f.boards" +
    kHolding;
const std::string kOrder = " ORDER BY f.granted_by";
const std::string kByRelative = kRows + " AND f.relative_id = ?2" + kOrder;
const std::string kByPerson = kRows + " AND f.person_id = ?2" + kOrder;
const std::string kByHousehold = kRows + " AND p.household_id = ?2" + kOrder;
const std::string kLooksAfter =
    "SELECT p.id" + kHolding + " AND f.relative_id = ?2 AND f.person_id = ?3";
const std::string kPersonRow = "SELECT id FROM person WHERE uuid = ? AND removed_by = 0";
const std::string kAll = "SELECT p.uuid" + kHolding + " AND f.relative_id = ?2";
const std::string kAbout =
    "SELECT 1 FROM family_access WHERE (relative_id = ?1 OR person_id = ?1)"
    " AND (granted_by = ?2 OR ended_by = ?2)";

std::int64_t day_of(const Reading& r) {
  return r.today.days;
}

std::vector<api::FamilyRow> rows_of(Reading& r, const std::string& sql, std::int64_t whose) {
  std::vector<api::FamilyRow> out;
  Rows rows(r.snapshot, sql, day_of(r), whose);
  while (rows.next()) {
    api::FamilyRow& row = out.emplace_back();
    row.id = rows.uuid_text(0);
    row.person = rows.uuid_text(1);
    row.name = rows.text(2);
    row.relative = rows.text(3);
    row.way = describe::name_of(static_cast<people::ConsentWay>(rows.integer(4)));
    row.since = instant_text(rows.integer(5));
    if (!rows.null(6))
      row.until = base::to_text(base::CivilDate{static_cast<std::int32_t>(rows.integer(6))});
    row.by = rows.text(7);
    row.note = rows.text(8);
    row.boards = rows.integer(9) != 0;
  }
  return out;
}

}  // namespace

bool looks_after(Reading& r, std::int64_t person) {
  if (r.caller.person == 0 || person == 0) return false;
  Rows rows(r.snapshot, kLooksAfter, day_of(r), r.caller.person, person);
  return rows.next();
}

std::optional<std::int64_t> looked_after(Reading& r, const std::string& person) {
  const auto uuid = base::parse_uuid(person);
  if (!uuid) return std::nullopt;
  std::int64_t row = 0;
  {
    Rows rows(r.snapshot, kPersonRow, *uuid);
    if (rows.next()) row = rows.integer(0);
  }
  return looks_after(r, row) ? std::optional(row) : std::nullopt;
}

std::vector<base::Uuid> all_looked_after(Reading& r) {
  std::vector<base::Uuid> out;
  if (r.caller.person == 0) return out;
  Rows rows(r.snapshot, kAll, day_of(r), r.caller.person);
  while (rows.next()) out.push_back(rows.uuid(0));
  return out;
}

bool about_callers_family(Reading& r, std::int64_t position) {
  if (r.caller.person == 0) return false;
  Rows rows(r.snapshot, kAbout, r.caller.person, position);
  return rows.next();
}

std::vector<api::FamilyRow> family_of_household(Reading& r, std::int64_t household,
                                                std::int64_t person) {
  return person != 0 ? rows_of(r, kByPerson, person) : rows_of(r, kByHousehold, household);
}

Result<api::FamilyPage> read_family_access(Reading& r, const api::NoParameters&) {
  api::FamilyPage page;
  if (r.caller.person == 0) return page;
  page.looked_after = rows_of(r, kByRelative, r.caller.person);
  page.looking = rows_of(r, kByPerson, r.caller.person);
  return page;
}

}  // namespace shanzhi::storage::read
