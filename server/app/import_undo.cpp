// Rows are taken back people first and places last, so that nothing is removed under somebody; and only
// as long as nothing came to depend on any of them.
#include "server/app/import_undo.h"

#include "server/app/reach.h"

namespace shanzhi::app {

namespace {

using base::Done;
using base::ErrorCode;
using base::Result;

base::Error still_used(const ImportedRow& row, std::string name) {
  return {ErrorCode::in_use, "/import", row.sort, std::move(name)};
}

Result<Done> remove_household(Work& work, const ImportedRow& row, std::int64_t position) {
  const auto household = work.people.household_row(row.row);
  if (!household) return Done{};
  if (!work.people.remove_household(row.row, position)) return still_used(row, household->number);
  return Done{};
}

Result<Done> remove_place(Work& work, const ImportedRow& row) {
  const auto place = work.places.find_row(row.row);
  if (place && !work.places.remove(row.row)) return still_used(row, place->name);
  return Done{};
}

Result<Done> remove_new(Work& work, const ImportedRow& row, std::int64_t position) {
  if (row.sort == "person") work.people.remove_person(row.row, position);
  if (row.sort == "household") return remove_household(work, row, position);
  if (row.sort == "place") return remove_place(work, row);
  if (row.sort == "team") work.teams.remove(row.row);
  if (row.sort == "site") work.places.remove_site(row.row);
  if (row.sort == "merchant" && !work.places.remove_merchant(row.row)) return still_used(row, "");
  return Done{};
}

// Reads what the row was; the place or household that it names must still exist.
template <class Record>
Result<Record> past(const ImportedRow& row) {
  auto record = describe::from_json<Record>(row.before);
  if (!record) return {ErrorCode::internal, "/import", row.sort};
  record->row = row.row;
  return record;
}

template <class Record>
Result<Done> put_at_place(Work& work, const ImportedRow& row, Record& record) {
  const auto place = work.places.find(record.place);
  if (!place) return still_used(row, record.name);
  record.place_row = place->row;
  return Done{};
}

Result<Done> restore_place(Work& work, const ImportedRow& row, std::int64_t position) {
  auto place = past<PlaceRecord>(row);
  if (!place) return place.error();
  if (!place->parent.empty()) {
    const auto parent = work.places.find(place->parent);
    if (!parent) return still_used(row, place->name);
    place->parent_row = parent->row;
  }
  work.places.save(*place, position);
  return Done{};
}

Result<Done> restore_household(Work& work, const ImportedRow& row) {
  auto household = past<HouseholdRecord>(row);
  if (!household) return household.error();
  const auto grid = work.places.find(household->grid);
  if (!grid) return still_used(row, household->number);
  household->grid_row = grid->row;
  if (const auto hamlet = work.places.find(household->hamlet)) household->hamlet_row = hamlet->row;
  work.people.save_household(*household);
  return Done{};
}

Result<Done> restore_person(Work& work, const ImportedRow& row) {
  auto person = past<PersonRecord>(row);
  if (!person) return person.error();
  const auto household = work.people.find_household(person->household);
  if (!household) return still_used(row, person->name);
  person->household_row = household->row;
  work.people.save_person(*person);
  return Done{};
}

Result<Done> restore_team(Work& work, const ImportedRow& row) {
  auto team = past<TeamRecord>(row);
  if (!team) return team.error();
  const auto placed = put_at_place(work, row, *team);
  if (!placed) return placed.error();
  for (const std::string& member : team->members) {
    const auto id = base::parse_uuid(member);
    if (const auto person = work.people.find_person({id.value_or(base::Uuid{})})) {
      team->member_rows.push_back(person->row);
      if (member == team->leader) team->leader_row = person->row;
    }
  }
  work.teams.save(*team);
  return Done{};
}

template <class Record, class Save>
Result<Done> restore_there(Work& work, const ImportedRow& row, Save save) {
  auto record = past<Record>(row);
  if (!record) return record.error();
  const auto placed = put_at_place(work, row, *record);
  if (!placed) return placed.error();
  save(*record);
  return Done{};
}

Result<Done> remove_rule(Work& work, const ImportedRow& row) {
  const auto key = describe::from_json<RuleKey>(row.before);
  if (!key) return {ErrorCode::internal, "/import", row.sort};
  if (!work.ledger.remove_rule(key->code, static_cast<std::int32_t>(key->version)))
    return still_used(row, key->code);
  return Done{};
}

Result<Done> take_back(Work& work, const ImportedRow& row, std::int64_t position) {
  if (row.sort == "rule") return remove_rule(work, row);
  if (row.before.empty()) return remove_new(work, row, position);
  if (row.sort == "place") return restore_place(work, row, position);
  if (row.sort == "household") return restore_household(work, row);
  if (row.sort == "person") return restore_person(work, row);
  if (row.sort == "team") return restore_team(work, row);
  if (row.sort == "site")
    return restore_there<SiteRecord>(work, row, [&](auto& r) { work.places.save_site(r); });
  if (row.sort == "merchant")
    return restore_there<MerchantRecord>(work, row, [&](auto& r) { work.places.save_merchant(r); });
  return {ErrorCode::internal, "/import", row.sort};
}

}  // namespace

Result<Outcome> undo_import(Work& work, const api::UndoImport& command) {
  const auto import = work.imports.find(command.import);
  if (!import) return {ErrorCode::not_found, "/import"};
  if (import->undone) return {ErrorCode::in_use, "/import"};
  if (auto used = work.imports.in_use(import->row))
    return {ErrorCode::in_use, "/import", std::move(used->sort), std::move(used->name)};
  const std::int64_t position = work.journal.next_position();
  for (const ImportedRow& row : work.imports.rows(import->row)) {
    const auto taken = take_back(work, row, position);
    if (!taken) return taken.error();
  }
  work.imports.mark_undone(import->row, position);
  Entry entry{};
  entry.what = "import_undone";
  entry.place_row = work.caller.place;
  entry.subject_kind = "import";
  entry.subject = command.import.uuid;
  entry.note = import->name;
  work.journal.append(position, entry);
  auto report = describe::from_answer<api::ImportReport>(import->report);
  if (!report) return {ErrorCode::internal, "/import"};
  report->undone = true;
  report->position = position;
  return outcome_of(*report);
}

}  // namespace shanzhi::app
