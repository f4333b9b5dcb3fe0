// Rank of one person or household among those of a place, all time, by points.
#pragma once

#include "server/storage/read/reading.h"

namespace shanzhi::storage::read {

/// Rank 0: not ranked yet.
struct PlaceInBoard {
  std::int64_t rank = 0;
  std::int64_t of = 0;
};
PlaceInBoard place_of_person(Reading& r, const PlaceNode& place, std::int64_t row);
PlaceInBoard place_of_household(Reading& r, const PlaceNode& place, std::int64_t row);

}  // namespace shanzhi::storage::read
