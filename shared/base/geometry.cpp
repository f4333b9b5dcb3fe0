// Areas, centres, containment and distances of outlines given in degrees.
#include "shared/base/geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "shared/base/order.h"

namespace shanzhi::base {
namespace {

constexpr double kEarthRadius_m = 6371008.8;
constexpr double kRadians = std::numbers::pi / 180;

/// Calls f(a, b) for every edge of the ring, the closing one too.
template <class F>
void each_edge(const Ring& ring, F f) {
  for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++)
    f(ring[before], ring[i]);
}

/// Area on the sphere by trapezoids down to the equator (Chamberlain and Duquette 2007), unsigned.
double ring_area_m2(const Ring& ring) {
  if (ring.size() < 3) return 0;
  double sum = 0;
  const double base = std::sin(ring.front().y * kRadians);  // from here instead, to lose no digits
  each_edge(ring, [&](Point a, Point b) {
    const double height = std::sin(a.y * kRadians) + std::sin(b.y * kRadians) - 2 * base;
    sum += (b.x - a.x) * kRadians * height;
  });
  return std::abs(sum) / 2 * kEarthRadius_m * kEarthRadius_m;
}

bool ring_contains(const Ring& ring, Point p) {
  if (ring.size() < 3) return false;
  bool inside = false;
  each_edge(ring, [&](Point a, Point b) {
    if ((a.y > p.y) == (b.y > p.y)) return;
    if (p.x < a.x + (b.x - a.x) * ((p.y - a.y) / (b.y - a.y))) inside = !inside;
  });
  return inside;
}

void add_crossings(const Ring& ring, double y, std::vector<double>& xs) {
  if (ring.size() < 3) return;
  each_edge(ring, [&](Point a, Point b) {
    if ((a.y > y) != (b.y > y)) xs.push_back(a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)));
  });
}

/// The middle of the longest piece of the level line at y that lies inside; false when none does.
bool middle_at(const Polygon& polygon, double y, Point& middle) {
  std::vector<double> xs;
  add_crossings(polygon.outer, y, xs);
  for (const Ring& hole : polygon.holes) add_crossings(hole, y, xs);
  std::sort(xs.begin(), xs.end());
  double longest = 0;
  for (std::size_t i = 1; i < xs.size(); i += 2) {
    const Point candidate{(xs[i - 1] + xs[i]) / 2, y};
    if (xs[i] - xs[i - 1] <= longest || !contains(polygon, candidate)) continue;
    longest = xs[i] - xs[i - 1];
    middle = candidate;
  }
  return longest > 0;
}

/// Heights between two neighbouring corners, those nearest to y first: every one of them crosses
/// the polygon properly.
std::vector<double> heights_near(const Polygon& polygon, double y) {
  std::vector<double> corners;
  for (const Point& p : polygon.outer) corners.push_back(p.y);
  for (const Ring& hole : polygon.holes)
    for (const Point& p : hole) corners.push_back(p.y);
  std::sort(corners.begin(), corners.end());
  std::vector<double> heights;
  for (std::size_t i = 1; i < corners.size(); ++i)
    if (corners[i] > corners[i - 1]) heights.push_back((corners[i - 1] + corners[i]) / 2);
  put_in_order(heights, [y](double a, double b) { return std::abs(a - y) < std::abs(b - y); });
  return heights;
}

}  // namespace

double signed_area(const Ring& ring) {
  if (ring.size() < 3) return 0;
  const Point origin = ring.front();  // keeps the products small, so that they keep their digits
  double sum = 0;
  each_edge(ring, [&](Point a, Point b) {
    sum += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
  });
  return sum / 2;
}

double area_m2(const Outline& outline) {
  double sum = 0;
  for (const Polygon& polygon : outline) {
    sum += ring_area_m2(polygon.outer);
    for (const Ring& hole : polygon.holes) sum -= ring_area_m2(hole);
  }
  return sum;
}

Point centroid(const Ring& ring) {
  if (ring.empty()) return {};
  const Point origin = ring.front();
  double twice_area = 0;
  Point moment;
  Point total;
  each_edge(ring, [&](Point a, Point b) {
    a = {a.x - origin.x, a.y - origin.y};
    b = {b.x - origin.x, b.y - origin.y};
    const double cross = a.x * b.y - b.x * a.y;
    twice_area += cross;
    moment = {moment.x + (a.x + b.x) * cross, moment.y + (a.y + b.y) * cross};
    total = {total.x + b.x, total.y + b.y};
  });
  const auto count = static_cast<double>(ring.size());
  const Point mean{origin.x + total.x / count, origin.y + total.y / count};
  if (std::abs(twice_area) < 1e-18) return mean;
  return {origin.x + moment.x / (3 * twice_area), origin.y + moment.y / (3 * twice_area)};
}

Point label_point(const Outline& outline) {
  const Polygon* largest = nullptr;
  double largest_area = -1;
  for (const Polygon& polygon : outline) {
    const double area = std::abs(signed_area(polygon.outer));
    if (area > largest_area) largest = &polygon;
    largest_area = std::max(area, largest_area);
  }
  if (largest == nullptr) return {};
  const Point centre = centroid(largest->outer);
  if (contains(*largest, centre)) return centre;
  Point middle = centre;
  if (middle_at(*largest, centre.y, middle)) return middle;
  for (const double height : heights_near(*largest, centre.y))
    if (middle_at(*largest, height, middle)) return middle;
  return centre;  // no inside at all: a line or a point
}

bool contains(const Polygon& polygon, Point p) {
  if (!ring_contains(polygon.outer, p)) return false;
  return std::none_of(polygon.holes.begin(), polygon.holes.end(),
                      [p](const Ring& hole) { return ring_contains(hole, p); });
}

bool contains(const Outline& outline, Point p) {
  return std::any_of(outline.begin(), outline.end(),
                     [p](const Polygon& polygon) { return contains(polygon, p); });
}

Box box_of(const Outline& outline) {
  Box box;
  for (const Polygon& polygon : outline) {
    for (const Point& p : polygon.outer) {
      box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
      box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
    }
  }
  return box;
}

double distance_m(Point a, Point b) {
  const double half_dy = std::sin((b.y - a.y) * kRadians / 2);
  const double half_dx = std::sin((b.x - a.x) * kRadians / 2);
  const double h =
      half_dy * half_dy + std::cos(a.y * kRadians) * std::cos(b.y * kRadians) * half_dx * half_dx;
  return 2 * kEarthRadius_m * std::asin(std::sqrt(std::min(1.0, h)));
}

}  // namespace shanzhi::base
