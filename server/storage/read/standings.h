// What everybody earned, in memory: one column of numbers a span, field and measure, kept up with the
// ledger by looking again only at those whom new transfers touched.
#pragma once

#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include "server/storage/read/residents.h"
#include "shared/base/instant.h"
#include "shared/boards/boards.h"

namespace shanzhi::storage::read {

/// Which rows of person_total (or grid_total) add up to one value.
struct TotalsKey {
  std::int64_t span = 2;            ///< as in the schema: 0 days, 1 months, 2 all time; or kBalance
  std::int64_t first = 0, end = 1;  ///< starts from `first` to before `end`, in days
  std::int64_t field_low = 0, field_high = 4;
  boards::Measure measure = boards::Measure::points;

  bool operator==(const TotalsKey&) const = default;
};

/// Instead of a span: what people have now. Everything else of the key stands as it is.
inline constexpr std::int64_t kBalance = 3;

/// The cheapest rows that make up the period. `days` is ignored for Period::all.
TotalsKey totals_key(base::Period period, base::DaySpan days, boards::FieldFilter field,
                     boards::Measure measure);
/// The column of a total that holds the measure: "points", "minutes" or "services".
const char* column_of(boards::Measure measure);

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
    /// Sums of people as they live now, by index of the household; right for those of the stretch.
    std::vector<std::int64_t> households(const TotalsKey& key, const Stretch& stretch);
    std::vector<std::int64_t> teams(const TotalsKey& key);
    /// Whether each served at all, by index; valid as `people` is.
    const std::vector<bool>& active(const TotalsKey& key);
    /// People within the place who served.
    std::int64_t active_within(const Stretch& stretch, const TotalsKey& key);

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
  /// Who did anything in a span: a bit each, so that the months of a year fit beside the boards.
  struct ActiveColumn {
    TotalsKey key;
    std::vector<bool> values;
    std::uint64_t used = 0;
  };
  static constexpr std::size_t kActiveMax = 40;
  void catch_up(Snapshot& snapshot);
  void forget_columns();
  ActiveColumn& active(Snapshot& snapshot, const TotalsKey& key);
  bool membership_changed(Snapshot& snapshot) const;
  bool follow_residents(Snapshot& snapshot);
  std::vector<std::int64_t> touched_people(Snapshot& snapshot) const;
  void look_again(Snapshot& snapshot, const std::vector<std::int64_t>& people);
  Column& column(Snapshot& snapshot, const TotalsKey& key);
  void step_back_to(Snapshot& snapshot);
  void make_room();

  std::mutex mutex_;
  std::unique_ptr<Residents> residents_;
  std::vector<std::unique_ptr<Column>> columns_;
  std::vector<std::unique_ptr<ActiveColumn>> actives_;
  std::int64_t position_ = -1;
  std::int64_t last_transfer_ = 0;
  std::uint64_t uses_ = 0;
};

}  // namespace shanzhi::storage::read
