// Counting who stands higher: one pass over the column, no sorting.
#include "server/storage/read/place_in_board.h"

namespace shanzhi::storage::read {
namespace {

template <class List>
PlaceInBoard place_of(const Stretch& stretch, const List& list,
                      const std::vector<std::int64_t>& values, std::int32_t index) {
  PlaceInBoard found;
  if (index < 0) return found;
  const std::int64_t own = values[static_cast<std::size_t>(index)];
  std::int64_t higher = 0;
  list.within(stretch, [&](std::int32_t i) {
    const std::int64_t value = values[static_cast<std::size_t>(i)];
    found.of += value > 0;
    higher += value > 0 && value > own;
  });
  if (own > 0) found.rank = higher + 1;
  return found;
}

}  // namespace

PlaceInBoard place_of_person(Reading& r, const PlaceNode& place, std::int64_t row) {
  return r.shared.standings.with(r.snapshot, [&](Standings::View& view) {
    const Residents& all = view.residents();
    return place_of(stretch_of(*r.town, place), all.people, view.people(TotalsKey{}),
                    all.person(row));
  });
}

PlaceInBoard place_of_household(Reading& r, const PlaceNode& place, std::int64_t row) {
  return r.shared.standings.with(r.snapshot, [&](Standings::View& view) {
    const Residents& all = view.residents();
    const Stretch stretch = stretch_of(*r.town, place);
    return place_of(stretch, all.households, view.households(TotalsKey{}, stretch),
                    all.household(row));
  });
}

}  // namespace shanzhi::storage::read
