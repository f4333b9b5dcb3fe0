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

template <class List, class Use>
void living_in(const Reading& r, const PlaceNode& place, const List& list, Use use) {
  list.living_in(stretch_of(*r.town, place), use);
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

/// The rows of one page out of keys and rows that are offered in any order.
template <class Key>
class PageRows {
 public:
  PageRows(const PageWanted& wanted, Key after)
      : down_(wanted.sort.descending), size_(static_cast<std::size_t>(wanted.limit)) {
    if (wanted.after) last_.emplace(std::move(after), wanted.after->row);
  }
  void offer(const Key& key, std::int64_t row) {
    const Keyed each{key, row};
    const bool past = last_ && !before(*last_, each);
    if (past || (best_.size() == size_ && !before(each, best_.front()))) return;
    const auto first = [this](const Keyed& a, const Keyed& b) { return before(a, b); };
    if (best_.size() == size_) {
      std::pop_heap(best_.begin(), best_.end(), first);
      best_.pop_back();
    }
    best_.push_back(each);
    std::push_heap(best_.begin(), best_.end(), first);
  }
  std::vector<std::int64_t> take() {
    std::sort(best_.begin(), best_.end(),
              [this](const Keyed& a, const Keyed& b) { return before(a, b); });
    std::vector<std::int64_t> rows;
    for (const Keyed& each : best_) rows.push_back(each.second);
    return rows;
  }

 private:
  using Keyed = std::pair<Key, std::int64_t>;
  bool before(const Keyed& a, const Keyed& b) const { return down_ ? b < a : a < b; }

  bool down_;
  std::size_t size_;
  std::optional<Keyed> last_;  ///< of the page before
  std::vector<Keyed> best_;    ///< a heap with the last of them on top
};

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

/// `key(index)` of everyone.
template <class List, class Key>
std::vector<std::int64_t> page_by_number(const Reading& r, const PlaceNode& place, const List& list,
                                         const PageWanted& wanted, Key key) {
  std::int64_t after = 0;
  if (wanted.after) {
    const auto number = number_of(wanted.after->key);
    if (!number) return {};  // a forged key of the wrong kind finds nothing
    after = *number;
  }
  PageRows<std::int64_t> page(wanted, after);
  living_in(r, place, list, [&](std::int32_t i) { page.offer(key(i), list.brief(i).row); });
  return page.take();
}

std::vector<std::int64_t> page_by_text(const Reading& r, const PlaceNode& place,
                                       const Households& list, bool by_number,
                                       const PageWanted& wanted) {
  PageRows<std::string_view> page(wanted, wanted.after ? wanted.after->key : std::string_view());
  living_in(r, place, list, [&](std::int32_t i) {
    const auto& house = list.all[static_cast<std::size_t>(i)];
    page.offer(by_number ? house.number : house.name, house.row);
  });
  return page.take();
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
      const Residents::Brief& each = all.people.brief(i);
      if (homes[static_cast<std::size_t>(each.household)]) rows.push_back(each.row);
    });
    named_so(r, place, all.people, wanted,
             [&](std::int32_t i) { rows.push_back(all.people.brief(i).row); });
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
      homes[static_cast<std::size_t>(all.people.brief(i).household)] = true;
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
    const People& list = view.residents().people;
    if (!key)
      return page_by_number(r, place, list, wanted, [&](std::int32_t i) -> std::int64_t {
        return list.all[static_cast<std::size_t>(i)].age_key;
      });
    const auto& values = view.people(*key);
    return page_by_number(r, place, list, wanted,
                          [&](std::int32_t i) { return values[static_cast<std::size_t>(i)]; });
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
    return page_by_number(r, place, list, wanted,
                          [&](std::int32_t i) { return values[static_cast<std::size_t>(i)]; });
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
