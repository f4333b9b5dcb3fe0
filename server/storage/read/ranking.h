// From totals to a board: the best of a scope with ranks, their moves, and one line of one's own.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace shanzhi::storage::read {

/// One subject of a scope.
struct Candidate {
  std::int64_t value = 0;
  std::int64_t before = 0;   ///< in the period before
  std::int32_t subject = 0;  ///< caller's index
  bool hidden = false;       ///< counts for the rank of others, is not shown
};
struct RankedLine {
  std::int64_t rank = 0, value = 0;
  std::int64_t move = 0;  ///< ranks gained; 0 when not ranked before
  std::int32_t subject = 0;
  std::int64_t before = 0, before_rank = 0;  ///< value and rank then; rank 0: not ranked
};
struct OwnLine {
  std::int64_t rank = 0;  ///< 0: not ranked yet
  std::int64_t value = 0, to_next = 0, next_rank = 0, change = 0;
  std::int64_t before = 0, before_rank = 0;
};
struct Ranking {
  std::vector<RankedLine> lines;
  std::int64_t of = 0;  ///< how many are ranked
  std::optional<OwnLine> own;
};

/// Whether the first of two subjects is shown first when both have as much.
using ShownFirst = std::function<bool(std::int32_t, std::int32_t)>;

/// Ranks who has more than nothing (everybody when `rank_zero`). Linear in the candidates, whatever
/// the limit. `own` is an index of a subject, or -1. Without `shown_first` equals are shown in the order
/// of the candidates.
Ranking rank_candidates(const std::vector<Candidate>& candidates, std::int64_t limit,
                        bool rank_zero, std::int32_t own, const ShownFirst& shown_first = {});

}  // namespace shanzhi::storage::read
