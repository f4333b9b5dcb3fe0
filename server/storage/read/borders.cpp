// Cuts rings where lines meet.
#include "server/storage/read/borders.h"

#include <algorithm>
#include <tuple>

namespace shanzhi::storage::read {
namespace {

std::uint64_t key_of(GridPoint p) {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(p.x)) << 32 |
         static_cast<std::uint32_t>(p.y);
}

/// Where to cut a ring that meets no other: the same place whichever way it runs.
std::size_t lowest(const GridRing& ring) {
  const auto low = std::min_element(ring.begin(), ring.end(), [](GridPoint a, GridPoint b) {
    return std::tie(a.x, a.y) < std::tie(b.x, b.y);
  });
  return static_cast<std::size_t>(low - ring.begin());
}

}  // namespace

void Borders::Near::add(std::uint64_t point) {
  if (count > 0 && first == point) return;
  if (count > 1 && second == point) return;
  (count == 0 ? first : second) = point;
  ++count;
}

void Borders::learn(const GridRing& ring) {
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const std::uint64_t a = key_of(ring[i]), b = key_of(ring[(i + 1) % ring.size()]);
    near_[a].add(b);
    near_[b].add(a);
  }
}

bool Borders::meets(GridPoint p) const {
  const auto found = near_.find(key_of(p));
  return found == near_.end() || found->second.count != 2;
}

std::vector<std::int64_t> Borders::of(const GridRing& ring) {
  std::vector<std::size_t> cuts;
  for (std::size_t i = 0; i < ring.size(); ++i)
    if (meets(ring[i])) cuts.push_back(i);
  if (cuts.empty()) cuts.push_back(lowest(ring));
  cuts.push_back(cuts.front() + ring.size());
  std::vector<std::int64_t> numbers;
  for (std::size_t cut = 0; cut + 1 < cuts.size(); ++cut) {
    GridRing border;
    for (std::size_t i = cuts[cut]; i <= cuts[cut + 1]; ++i)
      border.push_back(ring[i % ring.size()]);
    numbers.push_back(number_of(border));
  }
  return numbers;
}

std::int64_t Borders::number_of(const GridRing& border) {
  const Step begin{key_of(border[0]), key_of(border[1])};
  if (const auto found = begins_.find(begin); found != begins_.end()) return found->second;
  sizes_.push_back(static_cast<std::int64_t>(border.size()));
  for (const GridPoint& p : border) {
    coordinates_.push_back(p.x - last_.x);
    coordinates_.push_back(p.y - last_.y);
    last_ = p;
  }
  const auto number = static_cast<std::int64_t>(sizes_.size());
  begins_.emplace(begin, number);
  begins_.emplace(Step{key_of(border.back()), key_of(border[border.size() - 2])}, -number);
  return number;
}

}  // namespace shanzhi::storage::read
