// The rows of a list that need not be looked for on the disk, for households and people alike.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "server/storage/read/answers.h"
#include "server/storage/read/register_find.h"

namespace shanzhi::storage::read {

/// True when the filter narrows nothing but the place.
inline bool whole_place(const api::ListQuery& q) {
  return q.household.empty() && q.tag.empty() && q.team.empty() &&
         parse_wanted(q.search).text.empty();
}

/// Rows that the page or the search leaves, where the lists in memory know them.
struct Listed {
  std::optional<std::vector<std::int64_t>> rows;
  bool page = false;  ///< they are the page itself: no cursor is needed any more
};

/// `find` gives the rows of a search, `page_of` those of a page, each as its register has it.
template <class Find, class PageOf>
Listed list_from_memory(Reading& r, const api::ListQuery& q, const PlaceNode& place,
                        const Sort& sort, const Cursor* after, Find find, PageOf page_of) {
  const Wanted wanted = parse_wanted(q.search);
  if (!wanted.text.empty()) return {find(r, place, wanted), false};
  if (!r.sees_people() || !whole_place(q)) return {};
  auto rows = page_of(r, place, PageWanted{sort, after, q.limit + 1});
  const bool page = rows.has_value();
  return {std::move(rows), page};
}

}  // namespace shanzhi::storage::read
