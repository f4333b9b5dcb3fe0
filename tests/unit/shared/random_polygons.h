// Random polygons whose area and inside are known by how they are made.
#pragma once

#include <cmath>
#include <numbers>

#include "shared/base/geometry.h"
#include "tests/unit/shared/random_numbers.h"

namespace shanzhi::tests {

/// A star-shaped ring, counter-clockwise: one corner in each of `corners` equal sectors around the
/// centre, at a distance between `near` and `far`. Never crosses itself.
inline base::Ring star(RandomNumbers& random, base::Point centre, int corners, double near,
                       double far) {
  base::Ring ring;
  const double sector = 2 * std::numbers::pi / corners;
  for (int i = 0; i < corners; ++i) {
    const double angle = sector * (i + random.real(0.05, 0.95));
    const double distance = random.real(near, far);
    ring.push_back({centre.x + distance * std::cos(angle), centre.y + distance * std::sin(angle)});
  }
  return ring;
}

/// A star with up to four holes that touch neither it nor each other: its radius is never below
/// 0.6, so it contains the disc of 0.51; holes reach to 0.44 and lie 0.1 apart.
inline base::Polygon star_with_holes(RandomNumbers& random) {
  const base::Point centre{115.4, 35.2};  // about where Heze is: digits are lost as they are there
  const double size = random.real(0.001, 0.1);
  base::Polygon polygon;
  polygon.outer = star(random, centre, static_cast<int>(random.between(12, 60)), 0.6 * size, size);
  const std::int64_t holes = random.between(0, 4);
  for (std::int64_t i = 0; i < holes; ++i) {
    const base::Point at{centre.x + (i % 2 == 0 ? 0.2 : -0.2) * size,
                         centre.y + (i / 2 == 0 ? 0.2 : -0.2) * size};
    const base::Ring ring =
        star(random, at, static_cast<int>(random.between(3, 20)), 0.02 * size, 0.15 * size);
    polygon.holes.emplace_back(ring.rbegin(), ring.rend());
  }
  return polygon;
}

}  // namespace shanzhi::tests
