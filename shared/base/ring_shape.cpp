// Thinning a ring's points, and whether a ring crosses itself.
#include <algorithm>
#include <cmath>
#include <utility>

#include "shared/base/geometry.h"
#include "shared/base/segments.h"

namespace shanzhi::base {
namespace {

constexpr std::size_t kRingPointsMin = 4;

double distance_to_segment(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length2 = dx * dx + dy * dy;
  double along = length2 == 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2;
  along = std::clamp(along, 0.0, 1.0);
  return std::hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

/// A stretch of the ring between two kept points; `to` may be ring.size(), which is point 0 again.
struct Stretch {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t farthest = 0;
  double distance = -1;  ///< of the farthest point between them; -1 when there is none
};

Stretch measure(const Ring& ring, std::size_t from, std::size_t to) {
  Stretch stretch{from, to};
  for (std::size_t i = from + 1; i < to; ++i) {
    const double distance = distance_to_segment(ring[i], ring[from], ring[to % ring.size()]);
    if (distance > stretch.distance) stretch.distance = distance, stretch.farthest = i;
  }
  return stretch;
}

Ring without_repeats(const Ring& ring) {
  Ring out;
  for (const Point& p : ring)
    if (out.empty() || !(p == out.back())) out.push_back(p);
  while (out.size() > 1 && out.back() == out.front()) out.pop_back();
  return out;
}

}  // namespace

Ring simplify(const Ring& ring, double tolerance) {
  if (ring.size() <= kRingPointsMin) return ring;
  std::vector<bool> keep(ring.size(), false);
  keep[0] = true;
  std::size_t kept = 1;
  std::vector<Stretch> open{measure(ring, 0, ring.size())};
  const auto nearer = [](const Stretch& a, const Stretch& b) { return a.distance < b.distance; };
  while (!open.empty()) {  // a heap: the farthest point is kept first, so the first four count most
    std::pop_heap(open.begin(), open.end(), nearer);
    const Stretch stretch = open.back();
    open.pop_back();
    if (stretch.distance < 0) continue;
    if (stretch.distance <= tolerance && kept >= kRingPointsMin) break;
    keep[stretch.farthest] = true;
    ++kept;
    for (const auto& [from, to] :
         {std::pair{stretch.from, stretch.farthest}, std::pair{stretch.farthest, stretch.to}}) {
      open.push_back(measure(ring, from, to));
      std::push_heap(open.begin(), open.end(), nearer);
    }
  }
  Ring out;
  for (std::size_t i = 0; i < ring.size(); ++i)
    if (keep[i]) out.push_back(ring[i]);
  return out;
}

// Touching counts as crossing: a ring that touches itself has no clear inside there.
bool simple(const Ring& given) {
  const Ring ring = without_repeats(given);
  const std::size_t count = ring.size();
  if (count < 4) return true;  // a triangle's edges are all neighbours
  std::vector<std::size_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = i;
  const auto next = [&](std::size_t i) { return ring[(i + 1) % count]; };
  const auto west = [&](std::size_t i) { return std::min(ring[i].x, next(i).x); };
  const auto east = [&](std::size_t i) { return std::max(ring[i].x, next(i).x); };
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return west(a) < west(b); });
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = i + 1; j < count && west(order[j]) <= east(order[i]); ++j) {
      const std::size_t a = order[i];
      const std::size_t b = order[j];
      if ((a + 1) % count == b || (b + 1) % count == a) continue;
      if (segments_meet(ring[a], next(a), ring[b], next(b))) return false;
    }
  }
  return true;
}

}  // namespace shanzhi::base
