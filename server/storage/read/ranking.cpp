// Only those who can be shown are sorted; of the others it is enough to count who stands higher.
#include "server/storage/read/ranking.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <unordered_map>

#include "shared/boards/boards.h"

namespace shanzhi::storage::read {
namespace {

/// The least value that is shown, when `limit` of those not hidden are.
std::int64_t least_shown(const std::vector<Candidate>& candidates, std::int64_t floor,
                         std::int64_t limit) {
  std::vector<std::int64_t> best;  // a heap with the least of them on top
  for (const Candidate& c : candidates) {
    if (c.hidden || c.value < floor) continue;
    if (static_cast<std::int64_t>(best.size()) == limit) {
      if (c.value <= best.front()) continue;
      std::pop_heap(best.begin(), best.end(), std::greater<>());
      best.pop_back();
    }
    best.push_back(c.value);
    std::push_heap(best.begin(), best.end(), std::greater<>());
  }
  return static_cast<std::int64_t>(best.size()) < limit ? floor : best.front();
}

/// Rank in the period before of each of these values: 1 + how many had more. One pass for all.
std::unordered_map<std::int64_t, std::int64_t> ranks_before(
    const std::vector<Candidate>& candidates, std::vector<std::int64_t> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  std::vector<std::int64_t> above(values.size() + 1, 0);  // [k]: more than exactly k of the values
  const std::int64_t least = std::max<std::int64_t>(0, values.empty() ? 0 : values.front());
  for (const Candidate& c : candidates) {
    if (c.before <= least) continue;
    const auto not_less = std::lower_bound(values.begin(), values.end(), c.before);
    ++above[static_cast<std::size_t>(not_less - values.begin())];
  }
  std::unordered_map<std::int64_t, std::int64_t> ranks;
  std::int64_t higher = 0;
  for (std::size_t k = values.size(); k > 0; --k) {
    higher += above[k];
    ranks[values[k - 1]] = higher + 1;
  }
  return ranks;
}

OwnLine own_line(const std::vector<Candidate>& candidates, const Candidate& own, std::int64_t floor,
                 std::int64_t rank_before) {
  OwnLine line;
  line.value = own.value;
  std::int64_t higher = 0, next = std::numeric_limits<std::int64_t>::max(), above_next = 0;
  for (const Candidate& c : candidates) {
    if (c.value < floor || c.value <= own.value) continue;
    ++higher;
    next = std::min(next, c.value);
  }
  for (const Candidate& c : candidates) above_next += higher > 0 && c.value > next;
  const bool ranked = own.value >= floor;
  if (ranked) line.rank = higher + 1;
  if (higher > 0) {
    line.to_next = next - own.value;
    line.next_rank = above_next + 1;
  }
  line.before = own.before;
  if (own.before > 0) line.before_rank = rank_before;
  if (ranked && own.before > 0) line.change = rank_before - line.rank;
  return line;
}

}  // namespace

Ranking rank_candidates(const std::vector<Candidate>& candidates, std::int64_t limit,
                        bool rank_zero, std::int32_t own, const ShownFirst& shown_first) {
  Ranking ranking;
  const std::int64_t floor = rank_zero ? std::numeric_limits<std::int64_t>::min() : 1;
  const std::int64_t least = least_shown(candidates, floor, limit);
  std::vector<boards::Standing> best;
  const Candidate* mine = nullptr;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& c = candidates[i];
    ranking.of += c.value >= floor;
    if (c.subject == own) mine = &c;
    if (c.value >= least) best.push_back({c.value, static_cast<std::int32_t>(i)});
  }
  if (shown_first)
    std::sort(best.begin(), best.end(), [&](const auto& a, const auto& b) {
      return shown_first(candidates[static_cast<std::size_t>(a.subject)].subject,
                         candidates[static_cast<std::size_t>(b.subject)].subject);
    });
  std::vector<std::int64_t> wanted_before;
  for (const boards::Ranked& ranked : boards::rank_standings(std::move(best))) {
    const Candidate& c = candidates[static_cast<std::size_t>(ranked.subject)];
    if (c.hidden) continue;
    if (static_cast<std::int64_t>(ranking.lines.size()) == limit) break;
    ranking.lines.push_back({ranked.rank, c.value, 0, c.subject, c.before, 0});
    wanted_before.push_back(c.before);
  }
  if (mine) wanted_before.push_back(mine->before);
  auto before = ranks_before(candidates, std::move(wanted_before));
  for (RankedLine& line : ranking.lines) {
    if (line.before <= 0) continue;
    line.before_rank = before[line.before];
    line.move = line.before_rank - line.rank;
  }
  if (mine) ranking.own = own_line(candidates, *mine, floor, before[mine->before]);
  return ranking;
}

}  // namespace shanzhi::storage::read
