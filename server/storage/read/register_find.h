// Who of a place matches what was typed, and the page of a list that is sorted by what is in memory:
// found without reading rows of the database, which then gives the details of those few.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/storage/read/paging.h"

namespace shanzhi::storage::read {

/// Rows of everybody within the place who matches, in no order. `place` as the lists of the register
/// have it: by grid, or by hamlet for a hamlet.
std::vector<std::int64_t> find_people(Reading& r, const PlaceNode& place, const Wanted& wanted);
std::vector<std::int64_t> find_households(Reading& r, const PlaceNode& place, const Wanted& wanted);

/// Which page: sorted how, after what, how long.
struct PageWanted {
  const Sort& sort;
  const Cursor* after = nullptr;  ///< none: the first page
  std::int64_t limit = 0;
};
/// The rows of the page in its order; nullopt when that order is not in memory.
std::optional<std::vector<std::int64_t>> page_of_people(Reading& r, const PlaceNode& place,
                                                        const PageWanted& wanted);
std::optional<std::vector<std::int64_t>> page_of_households(Reading& r, const PlaceNode& place,
                                                            const PageWanted& wanted);

struct HouseholdSum {
  std::int64_t households = 0, balance = 0;
};
HouseholdSum sum_of_households(Reading& r, const PlaceNode& place);

/// "[1,2,3]", for json_each.
std::string json_list(const std::vector<std::int64_t>& rows);

}  // namespace shanzhi::storage::read
