// The roster's checks; the sums of households follow in the store.
#include "server/app/people.h"

#include "server/app/reach.h"
#include "shared/base/utf8.h"

namespace shanzhi::app {

namespace {

using base::Done;
using base::ErrorCode;
using base::Result;

Result<Done> place_household(Work& work, const api::SaveHousehold& command,
                             HouseholdRecord& household) {
  const auto grid = reached_place(work, command.grid, "/grid");
  if (!grid) return grid.error();
  if (grid->level != places::Level::grid && grid->level != places::Level::village)
    return {ErrorCode::not_a_choice, "/grid"};
  household.grid_row = grid->row;
  household.grid = grid->code;
  household.hamlet_row = 0;
  household.hamlet.clear();
  if (command.hamlet.empty()) return Done{};
  const auto hamlet = work.places.find(command.hamlet);
  if (!hamlet) return {ErrorCode::not_found, "/hamlet"};
  const Row village = grid->level == places::Level::grid ? grid->parent_row : grid->row;
  if (hamlet->level != places::Level::hamlet || hamlet->parent_row != village)
    return {ErrorCode::not_a_choice, "/hamlet"};
  household.hamlet_row = hamlet->row;
  household.hamlet = hamlet->code;
  return Done{};
}

Entry person_entry(const char* what, const PersonRecord& person, Row place_row) {
  Entry entry{};
  entry.what = what;
  entry.place_row = place_row;
  entry.subject_kind = "person";
  entry.subject = person.id.uuid;
  entry.after = journal_json(person);
  return entry;
}

Result<Done> fill_person(Work& work, const api::SavePerson& command, PersonRecord& person) {
  person.name = base::tidy(command.name);
  if (person.name.empty()) return {ErrorCode::missing_field, "/name"};
  person.phone.clear();
  if (!command.phone.empty()) {
    auto phone = people::parse_phone(command.phone);
    if (!phone) return {phone.error().code, "/phone"};
    person.phone = std::move(*phone);
  }
  if (command.born && *command.born > base::day_of(work.now))
    return {ErrorCode::in_the_future, "/born"};
  person.gender = command.gender;
  person.relation = command.relation;
  person.born = command.born;
  person.off_boards = command.off_boards;
  return Done{};
}

Result<Done> one_head(Work& work, people::Relation relation, Row household, Row person) {
  if (relation == people::Relation::head && work.people.has_head(household, person))
    return {ErrorCode::already_exists, "/relation"};
  return Done{};
}

}  // namespace

Result<Outcome> save_household(Work& work, const api::SaveHousehold& command) {
  if (command.id.none()) return {ErrorCode::missing_field, "/id"};
  const auto known = work.people.find_household(command.id);
  if (known && !reaches(work, known->grid_low)) return {ErrorCode::not_found, "/id"};
  HouseholdRecord household = known.value_or(HouseholdRecord{});
  household.id = command.id;
  const auto placed = place_household(work, command, household);
  if (!placed) return placed.error();
  household.number = base::tidy(command.number);
  if (household.number.empty()) return {ErrorCode::missing_field, "/number"};
  if (work.people.number_taken(household.number, household.grid_row, household.row))
    return {ErrorCode::already_exists, "/number", household.number};
  household.address = base::tidy(command.address);
  household.tags = command.tags;
  if (command.longitude.has_value() != command.latitude.has_value())
    return {ErrorCode::missing_field, command.longitude ? "/latitude" : "/longitude"};
  household.at.reset();
  if (command.longitude) household.at = {*command.longitude, *command.latitude};
  work.people.save_household(household);
  Entry entry{};
  entry.what = "household_saved";
  entry.place_row = household.grid_row;
  entry.subject_kind = "household";
  entry.subject = command.id.uuid;
  if (known) entry.before = describe::to_json(*known);
  entry.after = describe::to_json(household);
  return saved(base::to_text(command.id.uuid), record(work, entry));
}

Result<Outcome> save_person(Work& work, const api::SavePerson& command) {
  if (command.id.none()) return {ErrorCode::missing_field, "/id"};
  const auto household = reached_household(work, command.household, "/household");
  if (!household) return household.error();
  const auto known = work.people.find_person(command.id);
  if (known && !reaches(work, known->grid_low)) return {ErrorCode::not_found, "/id"};
  if (known && known->household_row != household->row)
    return {ErrorCode::not_a_choice, "/household"};
  PersonRecord person = known.value_or(PersonRecord{});
  person.id = command.id;
  person.household_row = household->row;
  person.household = household->id;
  const auto filled = fill_person(work, command, person);
  if (!filled) return filled.error();
  const auto headed = one_head(work, person.relation, household->row, person.row);
  if (!headed) return headed.error();
  work.people.save_person(person);
  Entry entry = person_entry("person_saved", person, household->grid_row);
  if (known) entry.before = journal_json(*known);
  return saved(base::to_text(command.id.uuid), record(work, entry));
}

Result<Outcome> move_person(Work& work, const api::MovePerson& command) {
  const auto known = reached_person(work, command.person, "/person");
  if (!known) return known.error();
  const auto household = reached_household(work, command.household, "/household");
  if (!household) return household.error();
  if (known->household_row == household->row) return {ErrorCode::not_a_choice, "/household"};
  const auto headed = one_head(work, command.relation, household->row, known->row);
  if (!headed) return headed.error();
  PersonRecord person = *known;
  person.household_row = household->row;
  person.household = household->id;
  person.relation = command.relation;
  work.people.save_person(person);
  Entry entry = person_entry("person_moved", person, household->grid_row);
  entry.before = journal_json(*known);
  entry.note = command.reason;
  return saved(base::to_text(command.person.uuid), record(work, entry));
}

}  // namespace shanzhi::app
