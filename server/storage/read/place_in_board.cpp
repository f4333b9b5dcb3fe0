// Counting who stands higher: one pass over the column, no sorting.
#include "server/storage/read/place_in_board.h"

namespace shanzhi::storage::read {
namespace {

template <class Subject>
PlaceInBoard place_of(const PlaceNode& place, const std::vector<Subject>& rows,
                      const std::vector<std::int64_t>& values, std::int32_t index) {
  PlaceInBoard found;
  if (index < 0) return found;
  const std::int64_t own = values[static_cast<std::size_t>(index)];
  std::int64_t higher = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (values[i] <= 0 || !inside(place, rows[i].low, rows[i].hamlet_low)) continue;
    ++found.of;
    higher += values[i] > own;
  }
  if (own > 0) found.rank = higher + 1;
  return found;
}

}  // namespace

PlaceInBoard place_of_person(Reading& r, const PlaceNode& place, std::int64_t row) {
  return r.shared.standings.with(r.snapshot, [&](Standings::View& view) {
    const Residents& all = view.residents();
    return place_of(place, all.people, view.people(TotalsKey{}), all.person(row));
  });
}

PlaceInBoard place_of_household(Reading& r, const PlaceNode& place, std::int64_t row) {
  return r.shared.standings.with(r.snapshot, [&](Standings::View& view) {
    const Residents& all = view.residents();
    return place_of(place, all.households, view.households(TotalsKey{}), all.household(row));
  });
}

}  // namespace shanzhi::storage::read
