// The relative is found by name and telephone number together, so that nobody learns by trying which numbers
// the register knows. The journal says whose consent it was and to whom, without the number.
#include "server/app/family.h"

#include "server/app/reach.h"
#include "shared/base/utf8.h"
#include "shared/people/people.h"

namespace shanzhi::app {

namespace {

using base::ErrorCode;
using base::Result;

Result<PersonRecord> named_relative(Work& work, const api::GrantFamilyAccess& command) {
  const auto phone = people::parse_phone(command.phone);
  if (!phone) return {phone.error().code, "/phone"};
  const std::string name = base::tidy(command.relative);
  const auto rows = work.families.named(name, *phone);
  auto person = rows.size() == 1 ? work.people.person_row(rows.front()) : std::nullopt;
  if (!person) return {ErrorCode::not_found, "/phone", name + " " + *phone};
  return std::move(*person);
}

api::FamilyRow told(const FamilyRecord& access, const PersonRecord& person,
                    const PersonRecord& relative) {
  api::FamilyRow row;
  row.id = base::to_text(access.id);
  row.person = base::to_text(person.id.uuid);
  row.name = person.name;
  row.relative = relative.name;
  row.way = describe::name_of(access.way);
  if (access.until) row.until = base::to_text(*access.until);
  row.boards = access.boards;
  row.note = access.note;
  return row;
}

Entry family_entry(const char* what, const PersonRecord& person) {
  Entry entry{};
  entry.what = what;
  entry.place_row = person.grid_row;
  entry.subject_kind = "person";
  entry.subject = person.id.uuid;
  return entry;
}

/// May the caller end it? An officer only where they reach the one who is looked after.
bool may_end(Work& work, const FamilyRecord& access, const PersonRecord& person) {
  const Row own = work.caller.person;
  if (own != 0 && (own == access.person_row || own == access.relative_row)) return true;
  return work.caller.role && (api::kOfficers & api::bit(*work.caller.role)) != 0 &&
         reaches(work, person.grid_low);
}

}  // namespace

Result<Outcome> grant_family_access(Work& work, const api::GrantFamilyAccess& command) {
  const auto person = reached_person(work, command.person, "/person");
  if (!person) return person.error();
  const auto relative = named_relative(work, command);
  if (!relative) return relative.error();
  const base::CivilDate today = base::day_of(work.now);
  const auto before = work.families.between(person->row, relative->row);
  const auto good =
      people::check_family({.same_person = person->row == relative->row,
                            .known = before && before->holds(today),
                            .looking = work.families.looking_at(person->row, today),
                            .looked_at = work.families.looked_after_by(relative->row, today),
                            .until = command.until,
                            .today = today});
  if (!good) return good.error();
  const std::int64_t position = work.journal.next_position();
  if (before) work.families.end(before->row, position);  // its last day is past
  FamilyRecord access{0,
                      work.new_id(),
                      person->row,
                      relative->row,
                      command.way,
                      command.until,
                      command.boards,
                      base::tidy(command.note),
                      position,
                      0};
  work.families.add(access);
  Entry entry = family_entry("family_granted", *person);
  entry.note = relative->name;
  entry.after = describe::to_json(told(access, *person, *relative));
  work.journal.append(position, entry);
  return saved(base::to_text(access.id), position);
}

Result<Outcome> end_family_access(Work& work, const api::EndFamilyAccess& command) {
  const base::Error unseen{ErrorCode::not_found, "/access", {}, {}};
  const auto access = work.families.find(command.access.uuid);
  if (!access || access->ended_by != 0) return unseen;
  // Whoever left the register looks at nobody and is looked at by nobody: there is nothing to end.
  const auto person = work.people.person_row(access->person_row);
  const auto relative = work.people.person_row(access->relative_row);
  if (!person || !relative || !may_end(work, *access, *person)) return unseen;
  const std::int64_t position = work.journal.next_position();
  work.families.end(access->row, position);
  Entry entry = family_entry("family_ended", *person);
  entry.note = relative->name;
  entry.before = describe::to_json(told(*access, *person, *relative));
  work.journal.append(position, entry);
  return saved(base::to_text(access->id), position);
}

}  // namespace shanzhi::app
