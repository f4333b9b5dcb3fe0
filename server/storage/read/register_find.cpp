// The same conditions as a statement would have, over the lists in memory.
#include "server/storage/read/register_find.h"

#include <algorithm>
#include <charconv>

#include "shared/base/utf8.h"

namespace shanzhi::storage::read {
namespace {

const std::string kByPinyin =
    "SELECT id FROM person WHERE full_pinyin >= ?1 AND full_pinyin < ?2"
    " UNION SELECT id FROM person WHERE initials >= ?1 AND initials < ?2";
const std::string kPhone = "SELECT 1 FROM person WHERE id = ? AND phone LIKE '%' || ?";

using People = Residents::List<Residents::Member>;
using Households = Residents::List<Residents::House>;

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}
bool has_lower(const std::string& text, const std::string& part) {
  return has(base::lower_ascii(text), part);
}

/// Calls `use(index)` for who lives in the place's grids; in the hamlet, for a hamlet.
template <class List, class Use>
void living_in(const Reading& r, const PlaceNode& place, const List& list, Use use) {
  const bool hamlet = place.level == places::Level::hamlet;
  list.within(stretch_of(*r.town, place), [&](std::int32_t i) {
    const auto& each = list.all[static_cast<std::size_t>(i)];
    const std::int64_t low = hamlet ? each.hamlet_low : each.low;
    if (low >= place.low && low <= place.high) use(i);
  });
}

/// One flag a household of the place, by index.
template <class Matches>
std::vector<bool> flags_of(const Reading& r, const PlaceNode& place, const Households& households,
                           Matches matches) {
  std::vector<bool> flags(households.all.size());
  living_in(r, place, households, [&](std::int32_t i) {
    const auto at = static_cast<std::size_t>(i);
    if (matches(households.all[at])) flags[at] = true;
  });
  return flags;
}

/// Calls `use(index)` for those whose name, reading or telephone matches.
template <class Use>
void named_so(Reading& r, const PlaceNode& place, const People& people, const Wanted& wanted,
              Use use) {
  const std::string& q = wanted.text;
  if (wanted.han) {
    living_in(r, place, people, [&](std::int32_t i) {
      if (has(people.all[static_cast<std::size_t>(i)].name, q)) use(i);
    });
  } else if (wanted.letters) {
    Rows rows(r.snapshot, kByPinyin, q, after_prefix(q));
    while (rows.next()) {
      const std::int32_t i = people.index(rows.integer(0));
      if (i < 0) continue;
      const auto& each = people.all[static_cast<std::size_t>(i)];
      const std::int64_t low = place.level == places::Level::hamlet ? each.hamlet_low : each.low;
      if (low >= place.low && low <= place.high) use(i);
    }
  } else if (wanted.digits && q.size() >= kPhoneTailMin) {
    std::int16_t end = -1;
    std::from_chars(q.data() + q.size() - 4, q.data() + q.size(), end);
    living_in(r, place, people, [&](std::int32_t i) {
      const auto& each = people.all[static_cast<std::size_t>(i)];
      if (each.phone_end != end) return;
      if (q.size() == 4 || Rows(r.snapshot, kPhone, std::int64_t{each.row}, q).next()) use(i);
    });
  }
}

std::optional<std::int64_t> number_of(const std::string& text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

/// The rows of one page out of keys and rows in any order.
template <class Key>
std::vector<std::int64_t> cut_page(std::vector<std::pair<Key, std::int64_t>> all,
                                   const PageWanted& wanted, const Key& after) {
  const bool down = wanted.sort.descending;
  const auto comes_first = [down](const auto& a, const auto& b) { return down ? b < a : a < b; };
  if (wanted.after) {
    const std::pair<Key, std::int64_t> last{after, wanted.after->row};
    all.erase(std::remove_if(all.begin(), all.end(),
                             [&](const auto& each) { return !comes_first(last, each); }),
              all.end());
  }
  const auto size = std::min(all.size(), static_cast<std::size_t>(wanted.limit));
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(size), all.end(),
                    comes_first);
  std::vector<std::int64_t> rows;
  for (std::size_t i = 0; i < size; ++i) rows.push_back(all[i].second);
  return rows;
}

/// The column that a list is sorted by, where there is one of people.
std::optional<TotalsKey> column_for(const Reading& r, std::string_view sort) {
  TotalsKey key;
  if (sort == "balance") {
    key.span = kBalance;
  } else if (sort == "month") {
    key = totals_key(base::Period::month, base::span_of(base::Period::month, r.today),
                     boards::FieldFilter::all, boards::Measure::points);
  } else if (sort == "hours") {
    key.measure = boards::Measure::hours;
  } else if (sort != "earned") {
    return std::nullopt;
  }
  return key;
}

template <class List>
std::vector<std::int64_t> page_by_number(const Reading& r, const PlaceNode& place, const List& list,
                                         const std::vector<std::int64_t>& values,
                                         const PageWanted& wanted) {
  std::vector<std::pair<std::int64_t, std::int64_t>> all;
  living_in(r, place, list, [&](std::int32_t i) {
    const auto at = static_cast<std::size_t>(i);
    all.emplace_back(values[at], list.all[at].row);
  });
  std::int64_t after = 0;
  if (wanted.after) {
    const auto number = number_of(wanted.after->key);
    if (!number) return {};  // a forged key of the wrong kind finds nothing
    after = *number;
  }
  return cut_page(std::move(all), wanted, after);
}

std::vector<std::int64_t> page_by_age(const Reading& r, const PlaceNode& place, const People& list,
                                      const PageWanted& wanted) {
  std::vector<std::int64_t> keys(list.all.size());
  living_in(r, place, list, [&](std::int32_t i) {
    keys[static_cast<std::size_t>(i)] = list.all[static_cast<std::size_t>(i)].age_key;
  });
  return page_by_number(r, place, list, keys, wanted);
}

std::vector<std::int64_t> page_by_text(const Reading& r, const PlaceNode& place,
                                       const Households& list, bool by_number,
                                       const PageWanted& wanted) {
  std::vector<std::pair<std::string_view, std::int64_t>> all;
  living_in(r, place, list, [&](std::int32_t i) {
    const auto& house = list.all[static_cast<std::size_t>(i)];
    all.emplace_back(by_number ? house.number : house.name, house.row);
  });
  const std::string_view after = wanted.after ? std::string_view(wanted.after->key) : "";
  return cut_page(std::move(all), wanted, after);
}

}  // namespace

std::vector<std::int64_t> find_people(Reading& r, const PlaceNode& place, const Wanted& wanted) {
  return r.shared.standings.with(r.snapshot, [&](Standings::View& view) {
    const Residents& all = view.residents();
    const auto homes = flags_of(r, place, all.households, [&](const Residents::House& house) {
      return wanted.han ? has(house.address, wanted.text) : has_lower(house.number, wanted.text);
    });
    std::vector<std::int64_t> rows;
    living_in(r, place, all.people, [&](std::int32_t i) {
      const auto& each = all.people.all[static_cast<std::size_t>(i)];
      if (homes[static_cast<std::size_t>(each.household)]) rows.push_back(each.row);
    });
    named_so(r, place, all.people, wanted, [&](std::int32_t i) {
      rows.push_back(all.people.all[static_cast<std::size_t>(i)].row);
    });
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
  });
}

std::vector<std::int64_t> find_households(Reading& r, const PlaceNode& place,
                                          const Wanted& wanted) {
  return r.shared.standings.with(r.snapshot, [&](Standings::View& view) {
    const Residents& all = view.residents();
    auto homes = flags_of(r, place, all.households, [&](const Residents::House& house) {
      return has_lower(house.number, wanted.text) || has_lower(house.address, wanted.text);
    });
    named_so(r, place, all.people, wanted, [&](std::int32_t i) {
      homes[static_cast<std::size_t>(all.people.all[static_cast<std::size_t>(i)].household)] = true;
    });
    std::vector<std::int64_t> rows;
    for (std::size_t i = 0; i < homes.size(); ++i)
      if (homes[i]) rows.push_back(all.households.all[i].row);
    return rows;
  });
}

std::optional<std::vector<std::int64_t>> page_of_people(Reading& r, const PlaceNode& place,
                                                        const PageWanted& wanted) {
  const std::string_view sort = wanted.sort.column->name;
  const auto key = column_for(r, sort);
  if (!key && sort != "age") return std::nullopt;
  return r.shared.standings.with(r.snapshot, [&](Standings::View& view) {
    if (!key) return page_by_age(r, place, view.residents().people, wanted);
    const auto& values = view.people(*key);
    return page_by_number(r, place, view.residents().people, values, wanted);
  });
}

std::optional<std::vector<std::int64_t>> page_of_households(Reading& r, const PlaceNode& place,
                                                            const PageWanted& wanted) {
  const std::string_view sort = wanted.sort.column->name;
  const auto key = column_for(r, sort);
  if (!key && sort != "number" && sort != "head") return std::nullopt;
  return r.shared.standings.with(r.snapshot, [&](Standings::View& view) {
    const Households& list = view.residents().households;
    if (!key) return page_by_text(r, place, list, sort == "number", wanted);
    const auto values = view.households(*key, stretch_of(*r.town, place));
    return page_by_number(r, place, list, values, wanted);
  });
}

HouseholdSum sum_of_households(Reading& r, const PlaceNode& place) {
  TotalsKey balance;
  balance.span = kBalance;
  return r.shared.standings.with(r.snapshot, [&](Standings::View& view) {
    HouseholdSum sum;
    const auto values = view.households(balance, stretch_of(*r.town, place));
    living_in(r, place, view.residents().households, [&](std::int32_t i) {
      ++sum.households;
      sum.balance += values[static_cast<std::size_t>(i)];
    });
    return sum;
  });
}

std::string json_list(const std::vector<std::int64_t>& rows) {
  std::string out = "[";
  for (const std::int64_t row : rows) {
    if (out.size() > 1) out += ',';
    out += std::to_string(row);
  }
  return out + "]";
}

}  // namespace shanzhi::storage::read
