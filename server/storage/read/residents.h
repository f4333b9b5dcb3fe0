// Who lives where and serves in what, in memory, in the order of the tree: a place is a stretch of it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "server/storage/read/town.h"

namespace shanzhi::storage::read {

/// True when someone of that grid and hamlet belongs to the place.
inline bool inside(const PlaceNode& place, std::int64_t low, std::int64_t hamlet_low) {
  return (low >= place.low && low <= place.high) ||
         (hamlet_low != 0 && hamlet_low >= place.low && hamlet_low <= place.high);
}

/// A place and the preorder numbers among which its people are looked for: of a hamlet those of its
/// village, since its people live in the village's grids.
struct Stretch {
  const PlaceNode* place;
  std::int64_t low, high;
};
Stretch stretch_of(const Town& town, const PlaceNode& place);

struct Residents {
  struct Member {
    std::int32_t row = 0;
    std::int32_t household = -1;      ///< index into households
    std::int32_t low = 0;             ///< preorder number of the grid
    std::int32_t hamlet_low = 0;      ///< 0 when none
    std::int32_t age_key = -1000000;  ///< days before 1970 of the birthday; least when unknown
    std::int16_t phone_end = -1;      ///< last four digits; -1 when there are none
    bool off_boards = false;
    std::string name;
  };
  struct House {
    std::int32_t row = 0;
    std::int32_t low = 0, hamlet_low = 0;
    static constexpr std::int32_t household = -1;
    bool off_boards = false;            ///< its head asked not to be shown
    std::string name, number, address;  ///< of the head; as stored
  };
  struct Service {
    std::int64_t row = 0;
    std::int32_t low = 0;
    std::vector<std::int32_t> members;
  };
  /// What is looked at when everybody is walked over, close together in memory.
  struct Brief {
    std::int32_t row = 0;
    std::int32_t household = -1;
    bool off_boards = false;
    bool gone = false;  ///< has moved: stands elsewhere in the list, or nowhere
  };
  /// The first `sorted` stand by their grid; whoever came or moved since then follows, and so does who
  /// belongs to a hamlet of another village.
  template <class Each>
  struct List {
    std::vector<Each> all;
    std::vector<Brief> briefs;  ///< of all
    std::size_t sorted = 0;
    std::vector<std::int32_t> at;  ///< row → index, -1 for nobody

    std::int32_t index(std::int64_t row) const {
      return row < 0 || row >= static_cast<std::int64_t>(at.size())
                 ? -1
                 : at[static_cast<std::size_t>(row)];
    }
    const Brief& brief(std::int32_t i) const { return briefs[static_cast<std::size_t>(i)]; }
    /// At the end; its index.
    std::int32_t add(Each each) {
      briefs.push_back({each.row, each.household, each.off_boards, false});
      all.push_back(std::move(each));
      return static_cast<std::int32_t>(all.size()) - 1;
    }
    /// Where it stood before.
    void replace(std::int32_t i, Each each) {
      const auto at_i = static_cast<std::size_t>(i);
      briefs[at_i] = {each.row, each.household, each.off_boards, false};
      all[at_i] = std::move(each);
    }
    void leave(std::int32_t i) { briefs[static_cast<std::size_t>(i)].gone = true; }
    /// Calls `use(index)` for everyone who belongs to the place: lives in its grids or in its hamlet.
    template <class Use>
    void within(const Stretch& stretch, Use use) const {
      const PlaceNode& place = *stretch.place;
      walk(stretch, use,
           [&](const Each& each) { return inside(place, each.low, each.hamlet_low); });
    }
    /// Calls `use(index)` for who lives in the place's grids; in the hamlet, for a hamlet.
    template <class Use>
    void living_in(const Stretch& stretch, Use use) const {
      const PlaceNode& place = *stretch.place;
      const bool hamlet = place.level == places::Level::hamlet;
      walk(stretch, use, [&](const Each& each) {
        const std::int64_t low = hamlet ? each.hamlet_low : each.low;
        return low >= place.low && low <= place.high;
      });
    }

   private:
    /// Whoever stands in the stretch belongs to the place, unless it is one of its hamlets; only of the
    /// others `belongs(each)` is asked.
    template <class Use, class Belongs>
    void walk(const Stretch& stretch, Use& use, Belongs belongs) const {
      const auto end = all.begin() + static_cast<std::ptrdiff_t>(sorted);
      const auto from =
          std::lower_bound(all.begin(), end, stretch.low,
                           [](const Each& each, std::int64_t low) { return each.low < low; });
      const auto to =
          std::upper_bound(from, end, stretch.high,
                           [](std::int64_t high, const Each& each) { return high < each.low; });
      const bool whole = stretch.place->low == stretch.low && stretch.place->high == stretch.high;
      for (auto i = static_cast<std::size_t>(from - all.begin());
           i < static_cast<std::size_t>(to - all.begin()); ++i)
        if (!briefs[i].gone && (whole || belongs(all[i]))) use(static_cast<std::int32_t>(i));
      for (std::size_t i = sorted; i < all.size(); ++i)
        if (!briefs[i].gone && belongs(all[i])) use(static_cast<std::int32_t>(i));
    }
  };
  List<Member> people;
  List<House> households;
  std::vector<Service> teams;  ///< by name, then row

  explicit Residents(Snapshot& snapshot);
  std::int32_t person(std::int64_t row) const { return people.index(row); }
  std::int32_t household(std::int64_t row) const { return households.index(row); }

  /// Looks again at what entries after that position tell of; the rows of people who are new in the
  /// list are added to `moved`. False when that would not do and everything must be read again.
  bool follow(Snapshot& snapshot, std::int64_t after, std::vector<std::int64_t>& moved);

 private:
  void read_households(Snapshot& snapshot);
  void read_people(Snapshot& snapshot);
  void read_teams(Snapshot& snapshot);
  void follow_person(Snapshot& snapshot, const base::Uuid& id, std::vector<std::int64_t>& moved);
  void follow_household(Snapshot& snapshot, std::int64_t row, std::vector<std::int64_t>& moved);
  void place_person(Member member, std::vector<std::int64_t>& moved);
  void place_household(House house);
  void drop_person(std::int64_t row);
};

}  // namespace shanzhi::storage::read
