#include <catch2/catch_test_macros.hpp>

#include "server/storage/read/borders.h"

using namespace shanzhi::storage::read;
using Numbers = std::vector<std::int64_t>;

namespace {

GridRing square(std::int64_t x, std::int64_t y, std::int64_t size) {
  return {{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}};
}

Borders borders_of(const std::vector<GridRing>& rings) {
  Borders borders;
  for (const GridRing& ring : rings) borders.learn(ring);
  return borders;
}

}  // namespace

TEST_CASE("what two places share is written once, and the second walks it the other way") {
  const GridRing west = square(0, 0, 10), east = square(10, 0, 10);
  Borders borders = borders_of({west, east});
  const Numbers of_west = borders.of(west), of_east = borders.of(east);
  CHECK(of_west == Numbers{1, 2});
  CHECK(of_east == Numbers{3, -1});
  CHECK(borders.sizes() == Numbers{2, 4, 4});
}

TEST_CASE("a ring that meets no other is one border whichever way it runs") {
  const GridRing there = square(5, 5, 2), back(there.rbegin(), there.rend());
  Borders borders = borders_of({there, back});
  CHECK(borders.of(there) == Numbers{1});
  CHECK(borders.of(back) == Numbers{-1});
  CHECK(borders.sizes() == Numbers{5});
  CHECK(borders.coordinates() == Numbers{5, 5, 2, 0, 0, 2, -2, 0, 0, -2});
}

TEST_CASE("a place made of two others is made of their borders") {
  const GridRing west = square(0, 0, 10), east = square(10, 0, 10);
  const GridRing both{{0, 0}, {10, 0}, {20, 0}, {20, 10}, {10, 10}, {0, 10}};
  Borders borders = borders_of({west, east, both});
  borders.of(west);
  borders.of(east);
  CHECK(borders.of(both) == Numbers{3, 2});
  CHECK(borders.sizes().size() == 3);
}
