// What everybody earned, in memory: one column of numbers a span, field and measure, kept up with the
// ledger by looking again only at those whom new transfers touched.
#pragma once

#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include "server/storage/read/town.h"
#include "shared/base/instant.h"
#include "shared/boards/boards.h"

namespace shanzhi::storage::read {

/// Which rows of person_total (or grid_total) add up to one value.
struct TotalsKey {
  std::int64_t span = 2;            ///< as in the schema: 0 days, 1 months, 2 all time
  std::int64_t first = 0, end = 1;  ///< starts from `first` to before `end`, in days
  std::int64_t field_low = 0, field_high = 4;
  boards::Measure measure = boards::Measure::points;

  bool operator==(const TotalsKey&) const = default;
};

/// The cheapest rows that make up the period. `days` is ignored for Period::all.
TotalsKey totals_key(base::Period period, base::DaySpan days, boards::FieldFilter field,
                     boards::Measure measure);
/// The column of a total that holds the measure: "points", "minutes" or "services".
const char* column_of(boards::Measure measure);

/// Who lives where and serves in what, in the order in which equals are shown: by name, then row.
struct Residents {
  struct Member {
    std::int64_t row = 0;
    std::int32_t household = -1;  ///< index into households
    std::int32_t low = 0;         ///< preorder number of the grid
    std::int32_t hamlet_low = 0;  ///< 0 when none
    bool off_boards = false;
  };
  struct House {
    std::int64_t row = 0;
    std::int32_t low = 0, hamlet_low = 0;
    bool off_boards = false;  ///< its head asked not to be shown
  };
  struct Service {
    std::int64_t row = 0;
    std::int32_t low = 0;
    std::vector<std::int32_t> members;
  };
  std::vector<Member> people;
  std::vector<House> households;
  std::vector<Service> teams;
  std::vector<std::int32_t> person_at;  ///< row → index, -1 for nobody
  std::vector<std::int32_t> household_at;

  explicit Residents(Snapshot& snapshot);
  std::int32_t person(std::int64_t row) const { return at(person_at, row); }
  std::int32_t household(std::int64_t row) const { return at(household_at, row); }

 private:
  void read_households(Snapshot& snapshot);
  void read_people(Snapshot& snapshot);
  void read_teams(Snapshot& snapshot);
  static std::int32_t at(const std::vector<std::int32_t>& index, std::int64_t row) {
    return row < 0 || row >= static_cast<std::int64_t>(index.size())
               ? -1
               : index[static_cast<std::size_t>(row)];
  }
};

/// True when someone of that grid and hamlet belongs to the place.
inline bool inside(const PlaceNode& place, std::int64_t low, std::int64_t hamlet_low) {
  return (low >= place.low && low <= place.high) ||
         (hamlet_low != 0 && hamlet_low >= place.low && hamlet_low <= place.high);
}

/// The columns, at least as new as the snapshot they are asked with. Thread-safe through `with`.
class Standings {
 public:
  /// Columns kept at once: a town's take half a megabyte each, those of a million people eight.
  static constexpr std::size_t kKeptBytesMax = 96u << 20;

  class View {
   public:
    const Residents& residents() const { return *owner_.residents_; }
    /// One value a person, by index; valid until the next call that may drop columns.
    const std::vector<std::int64_t>& people(const TotalsKey& key);
    /// Sums of people as they live now.
    std::vector<std::int64_t> households(const TotalsKey& key);
    std::vector<std::int64_t> teams(const TotalsKey& key);
    /// People within the place whose value is not zero.
    std::int64_t active_within(const PlaceNode& place, const TotalsKey& key);

   private:
    friend class Standings;
    View(Standings& owner, Snapshot& snapshot) : owner_(owner), snapshot_(snapshot) {}
    Standings& owner_;
    Snapshot& snapshot_;
  };

  /// Runs `use(View&)` alone, on columns brought up to the snapshot.
  template <class Use>
  auto with(Snapshot& snapshot, Use use) {
    const std::lock_guard lock(mutex_);
    catch_up(snapshot);
    View view(*this, snapshot);
    return use(view);
  }

 private:
  struct Column {
    TotalsKey key;
    std::vector<std::int64_t> values;
    std::uint64_t used = 0;
  };
  void catch_up(Snapshot& snapshot);
  bool membership_changed(Snapshot& snapshot) const;
  std::vector<std::int64_t> touched_people(Snapshot& snapshot) const;
  void look_again(Snapshot& snapshot, const std::vector<std::int64_t>& people);
  Column& column(Snapshot& snapshot, const TotalsKey& key);
  void step_back_to(Snapshot& snapshot);
  void make_room();

  std::mutex mutex_;
  std::unique_ptr<Residents> residents_;
  std::vector<std::unique_ptr<Column>> columns_;
  std::int64_t position_ = -1;
  std::int64_t last_transfer_ = 0;
  std::uint64_t uses_ = 0;
};

}  // namespace shanzhi::storage::read
