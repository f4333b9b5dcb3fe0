// What everybody can reach without eyes or mouse: below the fold, in what pops up, on the map.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "client/platform/headless/headless.h"
#include "client/widgets/map_view.h"
#include "client/widgets/ui.h"
#include "tests/unit/client/borders.h"

using namespace shanzhi;
using ui::Role;

namespace {

constexpr std::int64_t kX = 115'300'000, kY = 35'200'000, kStep = 10'000;

void add_square(api::Outlines& o, const std::string& code, const char* level, const char* parent,
                int column, int row) {
  const std::int64_t x = kX + column * kStep, y = kY - row * kStep;
  add_border(o, {{x, y}, {x + kStep, y}, {x + kStep, y + kStep}, {x, y + kStep}, {x, y}});
  const auto number = static_cast<std::int64_t>(o.border_sizes.size());
  o.places.push_back({code, code, level, parent, {1}, {number}});
}

/// One village of three by three grids, G00 in the north-west, G22 in the south-east.
ui::MapShape nine_grids() {
  api::Outlines o;
  add_square(o, "V", "village", "", 0, 0);
  for (int row = 0; row < 3; row++)
    for (int column = 0; column < 3; column++)
      add_square(o, "G" + std::to_string(row) + std::to_string(column), "grid", "V", column, row);
  return ui::MapShape(o);
}

ui::MapInput input(const ui::MapShape& shape, ui::PickLevel pick) {
  return {.shape = shape,
          .values = {},
          .breaks = {},
          .scope = {},
          .selected = {},
          .pick = pick,
          .words = "地图",
          .places_words = "地点",
          .say_place = [](const std::string& code, int cells, std::int64_t, std::int64_t) {
            return code + " " + std::to_string(cells);
          }};
}

/// Forty buttons in a box that shows four.
struct LongList {
  int pressed = -1;
  float offset = 0;
  void operator()() {
    const ui::Scroll scroll("list", {0, 0, 300, 160}, 0);
    for (int i = 0; i < 40; i++)
      if (ui::button("第" + std::to_string(i) + "项")) pressed = i;
    offset = scroll.offset();
  }
};

}  // namespace

TEST_CASE("what a scroll holds below its edge is in the tree and can be pressed") {
  platform::HeadlessPlatform world;
  LongList list;
  world.settle([&] { list(); });
  CHECK(world.find(Role::button, "第39项").size() == 1);
  REQUIRE(world.press(Role::button, "第39项"));
  world.frame([&] { list(); });
  CHECK(list.pressed == 39);
}

TEST_CASE("the tree tells how long a scroll's content is, and follows where the page scrolls it") {
  platform::HeadlessPlatform world;
  LongList list;
  world.settle([&] { list(); });
  const auto before = world.find(Role::scroller, "");
  REQUIRE(before.size() == 1);
  CHECK(before[0].offset == 0);
  CHECK(before[0].extent >= 40 * 32);
  ui::on_scroll(before[0].id, 200);
  world.frame([&] { list(); });
  CHECK(list.offset == 200);
  CHECK(world.find(Role::scroller, "")[0].offset == 200);
}

TEST_CASE("the page keys scroll what is on the page when nothing else has the focus") {
  platform::HeadlessPlatform world(300, 160);
  LongList list;
  world.settle([&] { list(); });
  ui::on_key({.key = ui::Key::page_down});
  world.settle([&] { list(); });
  CHECK(list.offset > 90);
  ui::on_key({.key = ui::Key::home});
  world.settle([&] { list(); });
  CHECK(list.offset == 0);
}

TEST_CASE("what pops up stands last in the tree, held by nothing that could cut it off") {
  platform::HeadlessPlatform world;
  int chosen = -1;
  const std::string_view words[] = {"甲", "乙"};
  const auto draw = [&] {
    const ui::Scroll scroll("form", {0, 0, 300, 200}, 0);
    ui::select("选一个", chosen, std::span<const std::string_view>(words));
    ui::text("后面的字");
  };
  world.settle(draw);
  REQUIRE(world.press(Role::combobox, "选一个"));
  world.settle(draw);
  const auto& nodes = ui::access().nodes;
  const auto option = std::find_if(nodes.begin(), nodes.end(), [](const ui::Node& n) {
    return n.role == Role::option && n.name == "乙";
  });
  const auto after = std::find_if(nodes.begin(), nodes.end(),
                                  [](const ui::Node& n) { return n.name == "后面的字"; });
  REQUIRE(option != nodes.end());
  CHECK(after < option);
  const auto holder = std::find_if(std::make_reverse_iterator(option), nodes.rend(),
                                   [](const ui::Node& n) { return n.depth == 0; });
  CHECK(holder->role == Role::scroller);
  CHECK(&*holder > &*after);
}

TEST_CASE("the map's places are told with their cells, and arrow keys find the neighbour") {
  const ui::MapShape shape = nine_grids();
  const auto villages = ui::map_stops(input(shape, ui::PickLevel::village));
  REQUIRE(villages.size() == 1);
  CHECK(villages[0].words == "V 9");
  const auto grids = ui::map_stops(input(shape, ui::PickLevel::grid));
  REQUIRE(grids.size() == 9);
  CHECK(grids.front().code == "G00");
  CHECK(grids.back().code == "G22");
  const std::size_t middle = 4;
  CHECK(grids[middle].code == "G11");
  CHECK(grids[ui::next_stop(grids, middle, 0, -1)].code == "G01");
  CHECK(grids[ui::next_stop(grids, middle, 0, 1)].code == "G21");
  CHECK(grids[ui::next_stop(grids, middle, -1, 0)].code == "G10");
  CHECK(grids[ui::next_stop(grids, middle, 1, 0)].code == "G12");
  CHECK(ui::next_stop(grids, 0, -1, 0) == 0);  // at the edge one stays
}

TEST_CASE("one place of the map is a tab stop; a press through the tree chooses its place") {
  platform::HeadlessPlatform world;
  const ui::MapShape shape = nine_grids();
  ui::MapView view;
  ui::MapEvent event;
  const auto draw = [&] { event = view.draw({0, 0, 600, 600}, input(shape, ui::PickLevel::grid)); };
  world.settle(draw);
  int stops = 0;
  for (const ui::Node& n : world.find(Role::button, "G", true))
    stops += (n.state & ui::kNoTab) == 0;
  CHECK(stops == 1);
  REQUIRE(world.press(Role::button, "G12 1"));
  world.frame(draw);
  CHECK(event.pressed == "G12");
}
