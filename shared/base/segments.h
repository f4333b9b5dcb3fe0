// Which way three points turn, and whether two segments meet: the ground of all plane geometry here.
#pragma once

#include <algorithm>

#include "shared/base/geometry.h"

namespace shanzhi::base {

/// Positive when a, b, c turn to the left, which is inwards on a counter-clockwise ring; its size is
/// twice the triangle's area.
inline double turn(Point a, Point b, Point c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

inline bool within_box(Point p, Point a, Point b) {
  return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
         p.y <= std::max(a.y, b.y);
}

/// True when segments ab and cd have a point in common; touching counts.
inline bool segments_meet(Point a, Point b, Point c, Point d) {
  const auto side = [](double value) { return (value > 0) - (value < 0); };
  const int c_side = side(turn(a, b, c));
  const int d_side = side(turn(a, b, d));
  const int a_side = side(turn(c, d, a));
  const int b_side = side(turn(c, d, b));
  if (c_side != d_side && a_side != b_side) return true;
  return (c_side == 0 && within_box(c, a, b)) || (d_side == 0 && within_box(d, a, b)) ||
         (a_side == 0 && within_box(a, c, d)) || (b_side == 0 && within_box(b, c, d));
}

}  // namespace shanzhi::base
