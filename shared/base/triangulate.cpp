// Ear clipping of polygons with holes, once when an outline is loaded. The method, with its order of
// fallbacks for bad input, is that of mapbox/earcut (ISC licence, copyright 2024 Mapbox).
#include <algorithm>
#include <cmath>
#include <limits>

#include "shared/base/geometry.h"
#include "shared/base/order.h"
#include "shared/base/segments.h"

namespace shanzhi::base {
namespace {

/// A corner in a circular list; bridges and splits give one point several corners.
struct Corner {
  Point at;
  std::uint32_t index = 0;  ///< into the outer ring followed by the holes
  int before = 0;
  int after = 0;
};

constexpr int kNone = -1;

/// Inside or on the edge of the counter-clockwise triangle.
bool in_triangle(Point a, Point b, Point c, Point p) {
  return turn(a, b, p) >= 0 && turn(b, c, p) >= 0 && turn(c, a, p) >= 0;
}

class Clipper {
 public:
  std::vector<std::uint32_t> run(const Polygon& polygon) {
    if (polygon.outer.size() < 3) return {};
    origin_ = polygon.outer.front();  // small numbers keep their digits
    int outer = add_ring(polygon.outer, true);
    std::vector<int> leftmost;
    for (const Ring& hole : polygon.holes)
      if (!hole.empty()) leftmost.push_back(leftmost_of(add_ring(hole, false)));
    outer = join_holes(std::move(leftmost), outer);
    clip(outer, 0);
    return std::move(triangles_);
  }

 private:
  Corner& c(int corner) { return corners_[static_cast<std::size_t>(corner)]; }
  Point at(int corner) { return c(corner).at; }
  int after(int corner) { return c(corner).after; }
  int before(int corner) { return c(corner).before; }
  double turn_at(int x, int y, int z) { return turn(at(x), at(y), at(z)); }
  bool same_place(int x, int y) { return at(x) == at(y); }

  int add_corner(Point p, std::uint32_t index, int last) {
    const int corner = static_cast<int>(corners_.size());
    corners_.push_back({p, index, corner, corner});
    if (last == kNone) return corner;
    c(corner).after = after(last);
    c(corner).before = last;
    c(after(last)).before = corner;
    c(last).after = corner;
    return corner;
  }

  void remove(int corner) {
    c(after(corner)).before = before(corner);
    c(before(corner)).after = after(corner);
  }

  /// Links the ring in the wanted direction, whatever its own is.
  int add_ring(const Ring& ring, bool counter_clockwise) {
    int last = kNone;
    const bool forward = (signed_area(ring) > 0) == counter_clockwise;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const std::size_t from = forward ? i : ring.size() - 1 - i;
      const Point p{ring[from].x - origin_.x, ring[from].y - origin_.y};
      last = add_corner(p, index_base_ + static_cast<std::uint32_t>(from), last);
    }
    index_base_ += static_cast<std::uint32_t>(ring.size());
    return last;
  }

  int leftmost_of(int start) {
    int best = start;
    for (int p = after(start); p != start; p = after(p))
      if (at(p).x < at(best).x || (at(p).x == at(best).x && at(p).y < at(best).y)) best = p;
    return best;
  }

  /// Drops repeated and collinear corners from `start` up to `end`.
  int tidy(int start, int end) {
    int p = start;
    bool again = false;
    do {
      again = false;
      if (same_place(p, after(p)) || turn_at(before(p), p, after(p)) == 0) {
        remove(p);
        p = end = before(p);
        if (p == after(p)) break;
        again = true;
      } else {
        p = after(p);
      }
    } while (again || p != end);
    return end;
  }

  /// Clips ears until three corners are left; when none is found, repairs once more each `stage`.
  void clip(int ear, int stage) {
    if (ear == kNone) return;
    int stop = ear;
    while (before(ear) != after(ear)) {
      const int previous = before(ear);
      const int next = after(ear);
      if (is_ear(ear)) {
        emit(previous, ear, next);
        remove(ear);
        ear = stop = after(next);  // skipping one makes fewer slivers
        continue;
      }
      ear = next;
      if (ear != stop) continue;
      if (stage == 0) return clip(tidy(ear, ear), 1);
      if (stage == 1) return clip(uncross(tidy(ear, ear)), 2);
      return split(ear);
    }
  }

  void emit(int x, int y, int z) {
    for (const int corner : {x, y, z}) triangles_.push_back(c(corner).index);
  }

  bool is_ear(int ear) {
    const Point a = at(before(ear));
    const Point b = at(ear);
    const Point d = at(after(ear));
    if (turn(a, b, d) <= 0) return false;
    const double west = std::min({a.x, b.x, d.x}), east = std::max({a.x, b.x, d.x});
    const double south = std::min({a.y, b.y, d.y}), north = std::max({a.y, b.y, d.y});
    for (int p = after(after(ear)); p != before(ear); p = after(p)) {
      const Point q = at(p);
      if (q.x < west || q.x > east || q.y < south || q.y > north || q == a) continue;
      if (in_triangle(a, b, d, q) && turn_at(before(p), p, after(p)) <= 0) return false;
    }
    return true;
  }

  /// Cuts off small loops where two edges next but one to each other cross.
  int uncross(int start) {
    int p = start;
    do {
      const int a = before(p);
      const int b = after(after(p));
      if (!same_place(a, b) && segments_meet(at(a), at(p), at(after(p)), at(b)) && opens_to(a, b) &&
          opens_to(b, a)) {
        emit(a, p, b);
        remove(p);
        remove(after(p));
        p = start = b;
      }
      p = after(p);
    } while (p != start);
    return tidy(p, p);
  }

  /// Looks for a diagonal that makes two smaller rings of this one.
  void split(int start) {
    int a = start;
    do {
      for (int b = after(after(a)); b != before(a); b = after(b)) {
        if (c(a).index == c(b).index || !good_diagonal(a, b)) continue;
        int other = bridge(a, b);
        a = tidy(a, after(a));
        other = tidy(other, after(other));
        clip(a, 0);
        clip(other, 0);
        return;
      }
      a = after(a);
    } while (a != start);
  }

  int join_holes(std::vector<int> holes, int outer) {
    put_in_order(holes, [this](int x, int y) {
      return at(x).x != at(y).x ? at(x).x < at(y).x : at(x).y < at(y).y;
    });
    for (const int hole : holes) {
      const int from = bridge_end(hole, outer);
      if (from == kNone) continue;  // a hole outside the ring
      const int back = bridge(from, hole);
      tidy(back, after(back));
      outer = tidy(from, after(from));
    }
    return outer;
  }

  /// David Eberly's way to the corner of the outer ring that the hole's leftmost corner can see.
  int bridge_end(int hole, int outer) {
    const Point h = at(hole);
    double hit_x = -std::numeric_limits<double>::infinity();
    int best = kNone;
    int p = outer;
    if (same_place(hole, p)) return p;
    do {
      const Point a = at(p);
      const Point b = at(after(p));
      if (h == b) return after(p);
      if (h.y <= a.y && h.y >= b.y && a.y != b.y) {
        const double x = a.x + (h.y - a.y) * (b.x - a.x) / (b.y - a.y);
        if (x <= h.x && x > hit_x) {
          hit_x = x;
          best = a.x < b.x ? p : after(p);
          if (x == h.x) return best;  // the hole touches the edge
        }
      }
      p = after(p);
    } while (p != outer);
    return best == kNone ? kNone : nearest_in_view(hole, best, hit_x);
  }

  /// Of the corners inside the triangle of sight, the one at the smallest angle to the ray.
  int nearest_in_view(int hole, int best, double hit_x) {
    const Point h = at(hole);
    const Point m = at(best);
    const Point hit{hit_x, h.y};
    const bool below = h.y < m.y;
    const int stop = best;
    double least = std::numeric_limits<double>::infinity();
    int p = best;
    do {
      const Point q = at(p);
      const bool ahead = h.x >= q.x && q.x >= m.x && h.x != q.x;
      // The three corners in counter-clockwise order: the ray, and the corner above or below it.
      if (ahead && in_triangle(below ? hit : h, below ? h : hit, m, q)) {
        const double slope = std::abs(h.y - q.y) / (h.x - q.x);
        const bool nearer =
            slope < least || (slope == least && (q.x > at(best).x ||
                                                 (q.x == at(best).x && sector_in_sector(best, p))));
        if (opens_to(p, hole) && nearer) best = p, least = slope;
      }
      p = after(p);
    } while (p != stop);
    return best;
  }

  bool sector_in_sector(int m, int p) {
    return turn_at(before(m), m, before(p)) > 0 && turn_at(after(p), m, after(m)) > 0;
  }

  /// True when the diagonal from a to b starts inside the ring at a.
  bool opens_to(int a, int b) {
    if (turn_at(before(a), a, after(a)) > 0)
      return turn_at(a, b, after(a)) <= 0 && turn_at(a, before(a), b) <= 0;
    return turn_at(a, b, before(a)) > 0 || turn_at(a, after(a), b) > 0;
  }

  bool good_diagonal(int a, int b) {
    if (c(after(a)).index == c(b).index || c(before(a)).index == c(b).index || crosses(a, b))
      return false;
    if (opens_to(a, b) && opens_to(b, a) && middle_inside(a, b) &&
        (turn_at(before(a), a, before(b)) != 0 || turn_at(a, before(b), b) != 0))
      return true;
    return same_place(a, b) && turn_at(before(a), a, after(a)) < 0 &&
           turn_at(before(b), b, after(b)) < 0;
  }

  bool crosses(int a, int b) {
    int p = a;
    do {
      const std::uint32_t i = c(p).index;
      const std::uint32_t j = c(after(p)).index;
      const bool apart = i != c(a).index && j != c(a).index && i != c(b).index && j != c(b).index;
      if (apart && segments_meet(at(p), at(after(p)), at(a), at(b))) return true;
      p = after(p);
    } while (p != a);
    return false;
  }

  bool middle_inside(int a, int b) {
    const Point m{(at(a).x + at(b).x) / 2, (at(a).y + at(b).y) / 2};
    bool inside = false;
    int p = a;
    do {
      const Point q = at(p);
      const Point r = at(after(p));
      if ((q.y > m.y) != (r.y > m.y) && m.x < (r.x - q.x) * (m.y - q.y) / (r.y - q.y) + q.x)
        inside = !inside;
      p = after(p);
    } while (p != a);
    return inside;
  }

  /// Joins two rings by an edge there and back, or splits one ring in two; returns the new corner.
  int bridge(int a, int b) {
    const int a_after = after(a);
    const int b_before = before(b);
    const int a2 = static_cast<int>(corners_.size());
    const int b2 = a2 + 1;
    corners_.push_back({at(a), c(a).index, b2, a_after});
    corners_.push_back({at(b), c(b).index, b_before, a2});
    c(a).after = b;
    c(b).before = a;
    c(a_after).before = a2;
    c(b_before).after = b2;
    return b2;
  }

  std::vector<Corner> corners_;
  std::vector<std::uint32_t> triangles_;
  Point origin_;
  std::uint32_t index_base_ = 0;
};

}  // namespace

std::vector<std::uint32_t> triangulate(const Polygon& polygon) {
  return Clipper().run(polygon);
}

}  // namespace shanzhi::base
