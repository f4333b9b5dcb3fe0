// What was earned and spent in every grid, in memory: one column a day, month or all time, its rows in the
// order of the tree, so that a place is a stretch of it. Kept up with the ledger cell by cell.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "server/storage/read/kept_sums.h"
#include "shared/base/instant.h"

namespace shanzhi::storage::read {

struct Sums {
  std::int64_t points = 0;  ///< centipoints earned, reversals taken off
  std::int64_t minutes = 0;
  std::int64_t services = 0;
  std::int64_t verified = 0;  ///< centipoints taken by merchants

  Sums& operator+=(const Sums& other);
};

/// Rows of grid_total: a span (0 days, 1 months, 2 all time), starts from `first` to before `end`.
struct GridSpan {
  std::int64_t span = 2;
  std::int64_t first = 0, end = 1;
  std::int64_t field_low = 0, field_high = 4;
};

/// At least as new as the snapshot they are asked with. Thread-safe through `with`.
class GridSums {
 public:
  /// Columns kept at once; of a county of a million people each takes some hundred KB.
  static constexpr std::size_t kColumnsMax = 128;

  class View {
   public:
    /// The sum over the places whose preorder number lies in low … high.
    Sums within(std::int64_t low, std::int64_t high, const GridSpan& span);
    /// Calls `each(low, sums)` for the rows of that stretch, in order; a grid comes once a field and
    /// start.
    template <class Each>
    void each(std::int64_t low, std::int64_t high, const GridSpan& span, Each each) {
      for (const std::int64_t start : owner_.starts_of(span))
        for (auto at = owner_.first_of(owner_.column(snapshot_, span.span, start), low);
             at.first != at.second && at.first->low <= high; ++at.first)
          if (at.first->field >= span.field_low && at.first->field <= span.field_high)
            each(at.first->low, at.first->sums);
    }

   private:
    friend class GridSums;
    View(GridSums& owner, Snapshot& snapshot) : owner_(owner), snapshot_(snapshot) {}
    GridSums& owner_;
    Snapshot& snapshot_;
  };

  /// Runs `use(View&)` alone, on columns brought up to the snapshot.
  template <class Use>
  auto with(Snapshot& snapshot, std::shared_ptr<const Town> town, Use use) {
    const std::lock_guard lock(mutex_);
    catch_up(snapshot, std::move(town));
    View view(*this, snapshot);
    return use(view);
  }

 private:
  struct Row {
    std::int32_t low = 0, field = 0;
    Sums sums;
  };
  struct Column {
    std::int64_t span = 0, start = 0;
    std::vector<Row> rows;  ///< by low, then field
  };
  void catch_up(Snapshot& snapshot, std::shared_ptr<const Town> town);
  void look_again(Snapshot& snapshot, Column& column, const Cells& cells) const;
  void look_again(Snapshot& snapshot, Column& column, std::int64_t grid) const;
  Column read_column(Snapshot& snapshot, std::int64_t span, std::int64_t start) const;
  const Column& column(Snapshot& snapshot, std::int64_t span, std::int64_t start);
  static std::vector<std::int64_t> starts_of(const GridSpan& span);
  using Stretch = std::pair<const Row*, const Row*>;
  static Stretch first_of(const Column& column, std::int64_t low);

  std::mutex mutex_;
  KeptSums<Column> columns_{kColumnsMax};
};

}  // namespace shanzhi::storage::read
