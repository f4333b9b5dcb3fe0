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
    bool gone = false;  ///< has moved: stands elsewhere in the list, or nowhere
    std::string name;
  };
  struct House {
    std::int32_t row = 0;
    std::int32_t low = 0, hamlet_low = 0;
    bool off_boards = false;  ///< its head asked not to be shown
    bool gone = false;
    std::string name, number, address;  ///< of the head; as stored
  };
  struct Service {
    std::int64_t row = 0;
    std::int32_t low = 0;
    std::vector<std::int32_t> members;
  };
  /// The first `sorted` stand by their grid; whoever came or moved since then follows, and so does who
  /// belongs to a hamlet of another village.
  template <class Each>
  struct List {
    std::vector<Each> all;
    std::size_t sorted = 0;
    std::vector<std::int32_t> at;  ///< row → index, -1 for nobody

    std::int32_t index(std::int64_t row) const {
      return row < 0 || row >= static_cast<std::int64_t>(at.size())
                 ? -1
                 : at[static_cast<std::size_t>(row)];
    }
    /// Calls `use(index)` for everyone who belongs to the place.
    template <class Use>
    void within(const Stretch& stretch, Use use) const {
      const auto from = std::lower_bound(
          all.begin(), all.begin() + static_cast<std::ptrdiff_t>(sorted), stretch.low,
          [](const Each& each, std::int64_t low) { return each.low < low; });
      auto i = static_cast<std::size_t>(from - all.begin());
      for (; i < sorted && all[i].low <= stretch.high; ++i) take(stretch, i, use);
      for (i = sorted; i < all.size(); ++i) take(stretch, i, use);
    }

   private:
    template <class Use>
    void take(const Stretch& stretch, std::size_t i, Use& use) const {
      const Each& each = all[i];
      if (!each.gone && inside(*stretch.place, each.low, each.hamlet_low))
        use(static_cast<std::int32_t>(i));
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
