// Sums kept in memory in parts: each is read once, then brought up to the ledger by looking again at what
// later transfers touched.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "server/storage/read/town.h"

namespace shanzhi::storage::read {

/// Row of the grid and day that a transfer was booked in.
using Cells = std::set<std::pair<std::int64_t, std::int32_t>>;

/// How far the sums have come with the ledger.
class LedgerMark {
 public:
  /// True when places are counted otherwise in this tree than in the last one.
  bool recounted(std::shared_ptr<const Town> town);
  bool behind(const Snapshot& snapshot) const { return snapshot.position() > position_; }
  /// What was touched since; nullopt when reading everything again is the shorter way.
  std::optional<Cells> touched(Snapshot& snapshot) const;
  void set(Snapshot& snapshot);
  /// Something was read from this snapshot: when that is older than the mark, the mark goes back to it.
  void read_from(Snapshot& snapshot);
  const Town& town() const { return *town_; }

 private:
  std::shared_ptr<const Town> town_;
  std::int64_t position_ = -1;
  std::int64_t last_transfer_ = 0;
};

/// The parts used last. At least as new as the snapshot they were caught up with.
template <class Part>
class KeptSums {
 public:
  explicit KeptSums(std::size_t most) : most_(most) {}

  /// Calls `look_again(part, cells)` for every part when something was touched. What is thrown in between
  /// leaves them behind, to be looked at again.
  template <class LookAgain>
  void catch_up(Snapshot& snapshot, std::shared_ptr<const Town> town, LookAgain look_again) {
    if (mark_.recounted(std::move(town))) parts_.clear();
    if (!mark_.behind(snapshot)) return;
    const auto cells = parts_.empty() ? Cells{} : mark_.touched(snapshot);
    if (!cells) parts_.clear();
    if (cells && !cells->empty())
      for (Kept& kept : parts_) look_again(*kept.part, *cells);
    mark_.set(snapshot);
  }
  /// The part for which `is(part)`, or the one that `read()` gets from the snapshot; it stays where it is
  /// until the next call.
  template <class Is, class Read>
  const Part& get(Snapshot& snapshot, Is is, Read read) {
    for (Kept& kept : parts_)
      if (is(*kept.part)) {
        kept.used = ++uses_;
        return *kept.part;
      }
    auto part = std::make_unique<Part>(read());
    mark_.read_from(snapshot);
    if (parts_.size() >= most_)
      parts_.erase(std::min_element(parts_.begin(), parts_.end(),
                                    [](const Kept& a, const Kept& b) { return a.used < b.used; }));
    parts_.push_back({std::move(part), ++uses_});
    return *parts_.back().part;
  }
  const Town& town() const { return mark_.town(); }

 private:
  struct Kept {
    std::unique_ptr<Part> part;
    std::uint64_t used = 0;
  };
  std::size_t most_;
  LedgerMark mark_;
  std::vector<Kept> parts_;
  std::uint64_t uses_ = 0;
};

}  // namespace shanzhi::storage::read
