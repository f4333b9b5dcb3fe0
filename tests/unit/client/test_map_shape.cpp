// The drawn shape of a town, made from outlines on the wire.
#include <catch2/catch_test_macros.hpp>

#include <cmath>

#include "client/widgets/map_shape.h"
#include "tests/unit/client/borders.h"

using namespace shanzhi;
using namespace shanzhi::widgets;

namespace {

constexpr std::int64_t kX = 115'300'000, kY = 35'200'000, kStep = 10'000;

void add_square(api::Outlines& o, const char* code, const char* level, const char* parent,
                int column, int row, int size = 1) {
  add_border(o, {{kX + column * kStep, kY + row * kStep},
                 {kX + (column + size) * kStep, kY + row * kStep},
                 {kX + (column + size) * kStep, kY + (row + size) * kStep},
                 {kX + column * kStep, kY + (row + size) * kStep},
                 {kX + column * kStep, kY + row * kStep}});
  const auto number = static_cast<std::int64_t>(o.border_sizes.size());
  o.places.push_back({code, code, level, parent, {1}, {number}});
}

/// Two hubs; the first has villages A and B of one grid each side by side, the second village C.
api::Outlines town() {
  api::Outlines o;
  add_square(o, "T", "town", "", 0, 0, 3);
  add_square(o, "H1", "hub", "T", 0, 0);
  add_square(o, "H2", "hub", "T", 2, 0);
  add_square(o, "A", "village", "H1", 0, 0);
  add_square(o, "B", "village", "H1", 1, 0);
  add_square(o, "C", "village", "H2", 2, 0);
  add_square(o, "A1", "grid", "A", 0, 0);
  add_square(o, "B1", "grid", "B", 1, 0);
  add_square(o, "C1", "grid", "C", 2, 0);
  add_square(o, "C2", "grid", "C", 2, 1);
  return o;
}

int count(const MapShape& shape, Border kind) {
  int n = 0;
  for (const MapLine& line : shape.lines) n += line.kind == kind;
  return n;
}

}  // namespace

TEST_CASE("grids become cells that know their village and hub") {
  const MapShape shape(town());
  REQUIRE(shape.cells.size() == 4);
  const MapCell& c2 = shape.cells[static_cast<std::size_t>(shape.find("C2"))];
  REQUIRE(c2.village == "C");
  REQUIRE(c2.hub == "H2");
  REQUIRE(c2.indices == 6);
}

TEST_CASE("a shared border is drawn once, as what it parts") {
  const MapShape shape(town());
  REQUIRE(count(shape, Border::village) == 1);  // A | B
  REQUIRE(count(shape, Border::hub) == 1);      // B | C1
  REQUIRE(count(shape, Border::grid) == 1);     // C1 | C2
  REQUIRE(shape.rim.size() == 1);
  REQUIRE(shape.rim.front().closed);
}

TEST_CASE("a point finds the cell that it is in") {
  const MapShape shape(town());
  for (const MapCell& cell : shape.cells)
    REQUIRE(shape.cell_at(cell.middle) == shape.find(cell.code));
  REQUIRE(shape.cell_at({1e7f, 1e7f}) == -1);
}

TEST_CASE("a village without grids is a cell itself") {
  api::Outlines o = town();
  std::erase_if(o.places, [](const api::OutlineRow& r) { return r.code == "A1"; });
  const MapShape shape(o);
  REQUIRE(shape.find("A") >= 0);
  REQUIRE(shape.find("A1") < 0);
}

TEST_CASE("the outline of a place goes round all its cells") {
  const MapShape shape(town());
  const auto around = shape.outline_of("C");
  REQUIRE(around.size() == 1);
  REQUIRE(around.front().closed);
  REQUIRE(around.front().points.size() == 6);
  REQUIRE(shape.outline_of("nowhere").empty());
}

TEST_CASE("east and north have the same scale in the middle of the map") {
  const MapShape shape(town());
  const MapBox b = shape.box_of("A");
  const double east = static_cast<double>(b.x1 - b.x0), north = static_cast<double>(b.y1 - b.y0);
  REQUIRE(std::abs(east / north - std::cos(35.21 * 3.14159265358979 / 180)) < 0.01);
}

TEST_CASE("outlines of nothing make an empty shape") {
  REQUIRE(MapShape(api::Outlines{}).empty());
  api::Outlines broken;
  broken.places = {api::OutlineRow{"X", "X", "grid", "", {4, 9}, {1, 2, 3}}};
  REQUIRE(MapShape(broken).empty());
}
