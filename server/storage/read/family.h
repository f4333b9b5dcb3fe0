// Whom a caller may read as they read themselves, because they look after them with their consent.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/storage/read/reading.h"
#include "shared/api/family.h"

namespace shanzhi::storage::read {

/// Row of the person of that id, if the caller looks after them now: by a consent that nobody ended, whose
/// last day is not past, between two people on the register.
std::optional<std::int64_t> looked_after(Reading& r, const std::string& person);
/// As looked_after, by the person's row.
bool looks_after(Reading& r, std::int64_t person);
/// Ids of all whom the caller looks after; empty for who is no resident.
std::vector<base::Uuid> all_looked_after(Reading& r);
/// True when the entry at that position made or ended a consent of the caller's, on either side.
bool about_callers_family(Reading& r, std::int64_t position);
/// Consents that hold for the people of a household, or for one of them.
std::vector<api::FamilyRow> family_of_household(Reading& r, std::int64_t household,
                                                std::int64_t person);

}  // namespace shanzhi::storage::read
