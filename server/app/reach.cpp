// Reach in the tree of places, by preorder numbers.
#include "server/app/reach.h"

namespace shanzhi::app {

bool reaches(Work& work, std::int64_t low) {
  const auto own = work.places.find_row(work.caller.place);
  return own && own->low <= low && low <= own->high;
}

base::Result<PlaceRecord> reached_place(Work& work, std::string_view code, const char* field) {
  auto place = work.places.find(code);
  if (!place || !reaches(work, place->low)) return {base::ErrorCode::not_found, field};
  return std::move(*place);
}

base::Result<PersonRecord> reached_person(Work& work, base::PersonId id, const char* field) {
  auto person = work.people.find_person(id);
  if (!person || !reaches(work, person->grid_low)) return {base::ErrorCode::not_found, field};
  return std::move(*person);
}

base::Result<HouseholdRecord> reached_household(Work& work, base::HouseholdId id,
                                                const char* field) {
  auto household = work.people.find_household(id);
  if (!household || !reaches(work, household->grid_low)) return {base::ErrorCode::not_found, field};
  return std::move(*household);
}

bool may_approve(api::Role role, rules::Approver approver) {
  switch (approver) {
    case rules::Approver::system: return false;
    case rules::Approver::grid_worker: return (api::kOfficers & api::bit(role)) != 0;
    case rules::Approver::village_officer:
      return role == api::Role::village_officer || role == api::Role::hub_officer ||
             role == api::Role::town_administrator;
    case rules::Approver::hub_officer:
      return role == api::Role::hub_officer || role == api::Role::town_administrator;
    case rules::Approver::town_administrator: return role == api::Role::town_administrator;
  }
  return false;
}

}  // namespace shanzhi::app
