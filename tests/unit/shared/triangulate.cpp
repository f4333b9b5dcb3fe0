#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "shared/base/geometry.h"
#include "tests/unit/shared/random_polygons.h"

using namespace shanzhi::base;
using shanzhi::tests::RandomNumbers;
using shanzhi::tests::star;
using shanzhi::tests::star_with_holes;

namespace {

std::vector<Point> corners_of(const Polygon& polygon) {
  std::vector<Point> corners = polygon.outer;
  for (const Ring& hole : polygon.holes) corners.insert(corners.end(), hole.begin(), hole.end());
  return corners;
}

double area_of(const Polygon& polygon) {
  double area = std::abs(signed_area(polygon.outer));
  for (const Ring& hole : polygon.holes) area -= std::abs(signed_area(hole));
  return area;
}

struct Filled {
  bool sound = true;  ///< whole triangles, indices in range, none turned over
  double area = 0;
  std::size_t triangles = 0;
};

Filled filled(const Polygon& polygon) {
  const std::vector<std::uint32_t> indices = triangulate(polygon);
  const std::vector<Point> corners = corners_of(polygon);
  Filled result;
  result.sound = indices.size() % 3 == 0;
  result.triangles = indices.size() / 3;
  for (std::size_t i = 0; i + 2 < indices.size() && result.sound; i += 3) {
    if (std::max({indices[i], indices[i + 1], indices[i + 2]}) >= corners.size()) return {false};
    const double area =
        signed_area({corners[indices[i]], corners[indices[i + 1]], corners[indices[i + 2]]});
    result.sound = result.sound && area >= -1e-15;
    result.area += area;
  }
  return result;
}

bool covers(const Polygon& polygon) {
  const Filled result = filled(polygon);
  const double area = area_of(polygon);
  return result.sound && std::abs(result.area - area) <= 1e-9 * area;
}

/// A square with unit holes on a grid, none touching another; turned by the 3-4-5 triangle when
/// `turned`, so that nothing is level and all numbers stay whole.
Polygon perforated(RandomNumbers& random, bool turned) {
  const int size = static_cast<int>(random.between(3, 9));
  const auto at = [turned](int x, int y) {
    return turned ? Point{3.0 * x - 4.0 * y, 4.0 * x + 3.0 * y} : Point{1.0 * x, 1.0 * y};
  };
  const auto square = [&](int x, int y, int side) {
    return Ring{at(x, y), at(x + side, y), at(x + side, y + side), at(x, y + side)};
  };
  Polygon polygon{square(0, 0, size), {}};
  std::vector<bool> holes(static_cast<std::size_t>(size * size), false);
  for (int x = 1; x + 1 < size; ++x) {
    for (int y = 1; y + 1 < size; ++y) {
      const auto cell = static_cast<std::size_t>(x * size + y);
      const auto row = static_cast<std::size_t>(size);
      const bool joined =
          holes[cell - 1] || holes[cell - row] || holes[cell - row - 1] || holes[cell - row + 1];
      if (joined || random.between(0, 1) == 0) continue;
      holes[cell] = true;
      const Ring hole = square(x, y, 1);
      polygon.holes.emplace_back(hole.rbegin(), hole.rend());
    }
  }
  return polygon;
}

}  // namespace

TEST_CASE("holes that stand in rows, level with each other, are all left out") {
  RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  for (int i = 0; i < 500; ++i) {
    REQUIRE(covers(perforated(random, false)));
    REQUIRE(covers(perforated(random, true)));
  }
}

TEST_CASE("a small loop in an edge costs no more than the loop") {
  // The lower edge turns back for a hundredth around (5, 0); all else is a square of ten.
  const Polygon looped{
      {{0, 0}, {5.01, 0.01}, {4.99, 0.01}, {5.01, -0.01}, {10, 0}, {10, 10}, {0, 10}}, {}};
  CHECK(std::abs(filled(looped).area - 100) < 0.2);
}

TEST_CASE("the triangles of a random polygon with holes have together exactly its area") {
  RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  for (int i = 0; i < 1000; ++i) {
    Polygon polygon = star_with_holes(random);
    if (random.between(0, 3) == 0) std::reverse(polygon.outer.begin(), polygon.outer.end());
    for (Ring& hole : polygon.holes)
      if (random.between(0, 3) == 0) std::reverse(hole.begin(), hole.end());
    REQUIRE(covers(polygon));
    const std::size_t corners = corners_of(polygon).size();
    REQUIRE(filled(polygon).triangles == corners + 2 * polygon.holes.size() - 2);
  }
}

TEST_CASE("the triangles of a spiky polygon have together exactly its area") {
  RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  for (int i = 0; i < 1000; ++i) {
    const int corners = static_cast<int>(random.between(3, 150));
    REQUIRE(covers({star(random, {115.4, 35.2}, std::max(corners, 5), 0.001, 0.05), {}}));
  }
}

TEST_CASE("no triangle reaches into a hole") {
  RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  for (int i = 0; i < 200; ++i) {
    const Polygon polygon = star_with_holes(random);
    const std::vector<Point> corners = corners_of(polygon);
    const auto indices = triangulate(polygon);
    for (std::size_t t = 0; t < indices.size(); t += 3) {
      const Point a = corners[indices[t]], b = corners[indices[t + 1]], c = corners[indices[t + 2]];
      if (std::abs(signed_area({a, b, c})) < 1e-12) continue;  // its middle may lie on an edge
      REQUIRE(contains(polygon, {(a.x + b.x + c.x) / 3, (a.y + b.y + c.y) / 3}));
    }
  }
}

TEST_CASE("points along straight edges change nothing of the area") {
  RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  for (int i = 0; i < 200; ++i) {
    Polygon comb;  // teeth on a 1/64 grid, so that collinear is exactly collinear
    const int teeth = static_cast<int>(random.between(1, 20));
    for (int x = 0; x <= 2 * teeth; ++x) comb.outer.push_back({x / 64.0, 0});
    for (int x = 2 * teeth; x >= 0; --x) {
      const double top = random.between(2, 9) / 64.0;
      const double foot = 1 / 64.0;
      comb.outer.push_back({x / 64.0, x % 2 == 0 ? top : foot});
    }
    REQUIRE(covers(comb));
  }
}

TEST_CASE(
    "a repeated closing point, a repeated corner and a hole that touches the edge are borne") {
  CHECK(covers({{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}, {}}));
  CHECK(covers({{{0, 0}, {4, 0}, {4, 0}, {4, 4}, {0, 4}}, {}}));
  CHECK(covers({{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {{{0, 2}, {1, 3}, {2, 2}, {1, 1}}}}));
  CHECK(covers({{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {{{0, 0}, {1, 2}, {2, 1}}}}));
  CHECK(covers(
      {{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {{{1, 1}, {1, 2}, {2, 2}}, {{2, 2}, {2, 3}, {3, 3}}}}));
}

TEST_CASE("a ring without area gives no triangle") {
  CHECK(triangulate({}).empty());
  CHECK(triangulate({{{1, 1}, {2, 2}}, {}}).empty());
  CHECK(triangulate({{{1, 1}, {2, 2}, {3, 3}, {2, 2}}, {}}).empty());
  CHECK(triangulate({{{1, 1}, {1, 1}, {1, 1}, {1, 1}}, {}}).empty());
}

TEST_CASE("a ring that crosses itself ends with whole triangles of its own corners") {
  RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  for (int i = 0; i < 500; ++i) {
    Polygon polygon;
    const auto point = [&] {
      return Point{random.between(0, 9) / 8.0, random.between(0, 9) / 8.0};
    };
    for (std::int64_t left = random.between(3, 30); left > 0; --left)
      polygon.outer.push_back(point());
    for (std::int64_t left = random.between(0, 3); left > 0; --left)
      polygon.holes.push_back({point(), point(), point(), point()});
    const auto indices = triangulate(polygon);
    const std::size_t corners = corners_of(polygon).size();
    REQUIRE(indices.size() % 3 == 0);
    REQUIRE(
        std::all_of(indices.begin(), indices.end(), [&](std::uint32_t i) { return i < corners; }));
  }
}
