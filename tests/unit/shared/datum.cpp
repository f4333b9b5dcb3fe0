#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "shared/base/geometry.h"
#include "tests/unit/shared/random_numbers.h"

using namespace shanzhi::base;

namespace {

bool within(Point a, Point b, double degrees) {
  return std::abs(a.x - b.x) <= degrees && std::abs(a.y - b.y) <= degrees;
}

}  // namespace

// The pairs are those of the documentation of the npm package coordtransform.
TEST_CASE("a point of Beijing is shifted as the map services shift it") {
  CHECK(within(gcj02_from_wgs84({116.404, 39.915}), {116.41024449916938, 39.91640428150164}, 1e-9));
  CHECK(within(bd09_from_gcj02({116.404, 39.915}), {116.41036949371029, 39.92133699351021}, 1e-9));
}

TEST_CASE("every shift inside China is undone to a centimetre") {
  shanzhi::tests::RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  double shift_m = 0;
  for (int i = 0; i < 5000; ++i) {
    const Point p{random.real(73, 135), random.real(18, 54)};
    REQUIRE(within(to_wgs84(gcj02_from_wgs84(p), Datum::gcj02), p, 1e-7));
    REQUIRE(within(to_wgs84(bd09_from_gcj02(gcj02_from_wgs84(p)), Datum::bd09), p, 1e-7));
    shift_m += distance_m(p, gcj02_from_wgs84(p)) / 5000;
  }
  // Its waves cross zero here and there, so a single shift may be small; the mean is not.
  CHECK(shift_m > 200);
}

TEST_CASE("outside China GCJ-02 is WGS 84, and WGS 84 is never touched") {
  const Point paris{2.35, 48.85};
  CHECK(gcj02_from_wgs84(paris) == paris);
  CHECK(to_wgs84(paris, Datum::gcj02) == paris);
  CHECK(to_wgs84({115.4, 35.2}, Datum::wgs84) == Point{115.4, 35.2});
}
