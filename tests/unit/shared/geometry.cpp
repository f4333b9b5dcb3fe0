#include "shared/base/geometry.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <numbers>

#include "tests/unit/shared/random_polygons.h"

using namespace shanzhi::base;
using shanzhi::tests::RandomNumbers;
using shanzhi::tests::star;
using shanzhi::tests::star_with_holes;

namespace {

bool near(double a, double b, double relative) {
  return std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b));
}

Ring box_ring(double west, double south, double east, double north) {
  return {{west, south}, {east, south}, {east, north}, {west, north}};
}

Ring reversed(const Ring& ring) {
  return {ring.rbegin(), ring.rend()};
}

double distance_to_segment(Point p, Point a, Point b) {
  const double length2 = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
  double along =
      length2 == 0 ? 0 : ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length2;
  along = std::clamp(along, 0.0, 1.0);
  return std::hypot(p.x - a.x - along * (b.x - a.x), p.y - a.y - along * (b.y - a.y));
}

}  // namespace

TEST_CASE("area is positive counter-clockwise and negative clockwise") {
  const Ring square = box_ring(115, 35, 117, 36);
  CHECK(near(signed_area(square), 2, 1e-12));
  CHECK(near(signed_area(reversed(square)), -2, 1e-12));
  CHECK(signed_area({{1, 1}, {2, 2}}) == 0);
}

TEST_CASE("area in square metres is that of the sphere, less the holes") {
  constexpr double kRadius = 6371008.8;
  constexpr double kDegree = std::numbers::pi / 180;
  const double expected =
      kRadius * kRadius * kDegree * (std::sin(36 * kDegree) - std::sin(35 * kDegree));
  Outline outline{{box_ring(115, 35, 116, 36), {}}};
  CHECK(near(area_m2(outline), expected, 1e-9));
  outline[0].holes.push_back(reversed(box_ring(115.25, 35, 115.75, 36)));
  CHECK(near(area_m2(outline), expected / 2, 1e-9));
  CHECK(area_m2({}) == 0);
}

TEST_CASE("a hectare in Heze is a hectare") {
  const double dy = 100 / 111195.08;  // degrees in a hundred metres north
  const double dx = dy / std::cos(35.2 * std::numbers::pi / 180);
  CHECK(near(area_m2({{box_ring(115.4, 35.2, 115.4 + dx, 35.2 + dy), {}}}), 10000, 0.001));
}

TEST_CASE("one degree north is a sixtieth of the way to ninety, and distance has no direction") {
  CHECK(near(distance_m({115, 35}, {115, 36}), 111195.0802, 1e-8));
  CHECK(near(distance_m({0, 0}, {180, 0}), 6371008.8 * std::numbers::pi, 1e-12));
  CHECK(distance_m({115.4, 35.2}, {115.4, 35.2}) == 0);
  CHECK(distance_m({115, 35}, {116, 36}) == distance_m({116, 36}, {115, 35}));
}

TEST_CASE("the centre of mass does not depend on direction or on points along an edge") {
  const Ring square = box_ring(115, 35, 116, 36);
  const Point centre = centroid(square);
  CHECK((near(centre.x, 115.5, 1e-12) && near(centre.y, 35.5, 1e-12)));
  const Point other = centroid(reversed(square));
  CHECK((near(other.x, 115.5, 1e-12) && near(other.y, 35.5, 1e-12)));
  const Point denser =
      centroid({{115, 35}, {115.1, 35}, {115.2, 35}, {116, 35}, {116, 36}, {115, 36}});
  CHECK((near(denser.x, 115.5, 1e-12) && near(denser.y, 35.5, 1e-12)));
}

TEST_CASE("the centre of a line is the mean of its points") {
  const Point centre = centroid({{1, 1}, {2, 2}, {6, 6}});
  CHECK((near(centre.x, 3, 1e-12) && near(centre.y, 3, 1e-12)));
  CHECK(centroid({}) == Point{});
  CHECK(centroid({{7, 8}}) == Point{7, 8});
}

TEST_CASE("a point in a hole, or outside, is not contained") {
  const Polygon ring{box_ring(0, 0, 3, 3), {reversed(box_ring(1, 1, 2, 2))}};
  CHECK(contains(ring, {0.5, 0.5}));
  CHECK_FALSE(contains(ring, {1.5, 1.5}));
  CHECK_FALSE(contains(ring, {3.5, 1.5}));
  CHECK_FALSE(contains(ring, {-0.5, 0}));
  CHECK(contains(Outline{ring, {box_ring(1.2, 1.2, 1.8, 1.8), {}}}, {1.5, 1.5}));
  CHECK_FALSE(contains(Outline{}, {0, 0}));
}

TEST_CASE("a label always stands inside its outline") {
  RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  for (int i = 0; i < 500; ++i) {
    Polygon polygon = star_with_holes(random);
    const Point centre = centroid(polygon.outer);
    if (i % 2 == 0) {  // the centre itself is taken
      polygon.holes.clear();
      polygon.holes.push_back(reversed(star(random, centre, 9, 1e-5, 1e-4)));
    }
    REQUIRE(contains(polygon, label_point({polygon})));
  }
}

TEST_CASE(
    "the label of a horseshoe and of a ring stands on the land, that of two fields on the larger") {
  const Polygon horseshoe{{{0, 0}, {4, 0}, {4, 1}, {1, 1}, {1, 3}, {4, 3}, {4, 4}, {0, 4}}, {}};
  CHECK(contains(horseshoe, label_point({horseshoe})));
  const Polygon ring{box_ring(0, 0, 9, 9), {reversed(box_ring(1, 1, 8, 8))}};
  CHECK(contains(ring, label_point({ring})));
  const Polygon small{box_ring(20, 20, 21, 21), {}};
  CHECK(contains(ring, label_point({small, ring, small})));
  CHECK(label_point({}) == Point{});
}

TEST_CASE("the box holds every corner, and nothing has an empty box") {
  CHECK(box_of({}).empty());
  const Box box = box_of({{box_ring(0, 1, 2, 3), {}}, {box_ring(-5, 2, -4, 9), {}}});
  CHECK_FALSE(box.empty());
  CHECK(box.low == Point{-5, 1});
  CHECK(box.high == Point{2, 9});
}

TEST_CASE("a simplified ring leaves out only points that lie within the tolerance") {
  RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  for (int i = 0; i < 200; ++i) {
    const Ring ring =
        star(random, {115.4, 35.2}, static_cast<int>(random.between(5, 200)), 0.04, 0.05);
    const double tolerance = random.real(0, 0.01);
    const Ring thin = simplify(ring, tolerance);
    REQUIRE(thin.size() >= 4);
    REQUIRE(thin.size() <= ring.size());
    std::size_t kept = 0;  // walks the thin ring along the full one: same points, same order
    for (const Point& p : ring) {
      if (kept < thin.size() && p == thin[kept]) {
        ++kept;
        continue;
      }
      REQUIRE(kept > 0);
      REQUIRE(distance_to_segment(p, thin[kept - 1], thin[kept % thin.size()]) <= tolerance);
    }
    REQUIRE(kept == thin.size());
  }
}

TEST_CASE("points along straight edges go, corners stay, and a ring keeps four points at least") {
  const Ring dense{{0, 0}, {1, 0}, {2, 0}, {2, 1}, {2, 2}, {1, 2}, {0, 2}, {0, 1}};
  CHECK(simplify(dense, 1e-9) == box_ring(0, 0, 2, 2));
  CHECK(simplify(dense, 1e9).size() == 4);
  CHECK(simplify({{0, 0}, {1, 0}, {1, 1}}, 1e9).size() == 3);
}

TEST_CASE("a star is simple; two of its corners exchanged on a circle make it cross itself") {
  RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  for (int i = 0; i < 300; ++i) {
    const int corners = static_cast<int>(random.between(5, 80));
    REQUIRE(simple(star(random, {115.4, 35.2}, corners, 0.001, 0.05)));
    Ring circle = star(random, {115.4, 35.2}, corners, 0.05, 0.05);
    REQUIRE(simple(circle));
    const auto at = static_cast<std::size_t>(random.between(0, corners - 1));
    std::swap(circle[at], circle[(at + 1) % circle.size()]);
    REQUIRE_FALSE(simple(circle));
  }
}

TEST_CASE("a ring that touches itself is not simple, one that repeats a corner is") {
  CHECK_FALSE(simple({{0, 0}, {2, 2}, {2, 0}, {0, 2}}));
  CHECK_FALSE(simple({{0, 0}, {2, 0}, {2, 2}, {1, 0}, {0, 2}}));
  CHECK(simple({{0, 0}, {2, 0}, {2, 0}, {2, 2}, {0, 2}, {0, 0}}));
  CHECK(simple({{0, 0}, {1, 0}, {0, 1}}));
}
