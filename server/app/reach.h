// Whether the caller's role reaches what a command is about.
#pragma once

#include "server/app/work.h"
#include "shared/base/result.h"
#include "shared/rules/rules.h"

namespace shanzhi::app {

/// True when the place with that preorder number is the caller's own or below it.
bool reaches(Work& work, std::int64_t low);
/// The place of that code, if the caller reaches it. Errors: not_found at `field`, also for what is
/// out of sight.
base::Result<PlaceRecord> reached_place(Work& work, std::string_view code, const char* field);
base::Result<PersonRecord> reached_person(Work& work, base::PersonId id, const char* field);
base::Result<HouseholdRecord> reached_household(Work& work, base::HouseholdId id,
                                                const char* field);

/// True when the role may approve what the rule asks for: that role or one above it.
bool may_approve(api::Role role, rules::Approver approver);

}  // namespace shanzhi::app
