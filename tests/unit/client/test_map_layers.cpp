// Teams and homes on the map: asked for when they are switched on, told, pressed; and homes placed in the
// form of a household.
#include "client/screens/desk/map_page.h"
#include "client/widgets/map_dots.h"
#include "tests/unit/client/borders.h"
#include "tests/unit/client/form_desk.h"

using namespace shanzhi;
using namespace shanzhi::test;

namespace {

constexpr const char* kMap = "#/desk/map?place=371702106201";
constexpr const char* kMapOfGrid = "#/desk/map?place=371702106201-G01";

/// One village that is one grid: a square of 0.01° whose middle is 115.305, 35.205.
api::Outlines square() {
  api::Outlines o;
  constexpr std::int64_t kX = 115'300'000, kY = 35'200'000, kStep = 10'000;
  add_border(o, {{kX, kY}, {kX + kStep, kY}, {kX + kStep, kY + kStep}, {kX, kY + kStep}, {kX, kY}});
  o.places = {{"371702106201", "康庄村", "village", "371702106-H1", {1}, {1}},
              {kGrid, "第 1 微网格", "grid", "371702106201", {1}, {1}}};
  return o;
}

/// One home in the middle of the square, another beside it.
api::HouseholdPoints places_of_homes(bool named) {
  api::HouseholdPoints h;
  h.households = 3;
  h.coordinates = {11'530'500, 3'520'500, 200, 200};
  if (named) {
    h.ids = {kHousehold, kOther};
    h.numbers = {"KZ-0127", "KZ-0200"};
    h.heads = {"张三", "王五"};
  }
  return h;
}

struct MapDesk : FormDesk {
  MapDesk() {
    answer("outlines", square());
    answer("place-card", api::PlaceCard{});
    answer("household-points", places_of_homes(false));
    answer("teams", api::TeamPage{{{.id = kTeam, .name = "乐活帮", .place = "371702106201"},
                                   {.id = kTeam, .name = "邻里帮", .place = "371702106201"},
                                   {.id = kTeam, .name = "应急队", .place = "371702106"}}});
  }
  /// What the map says of itself to who cannot see it.
  std::string told() const {
    const auto maps = platform.find(Role::image, "地图", true);
    return maps.empty() ? "" : maps.front().name;
  }
};

}  // namespace

TEST_CASE_METHOD(MapDesk, "teams and homes are asked for when they are switched on, not before") {
  start(kMap);
  CHECK(times("teams") == 0);
  CHECK(times("household-points") == 0);
  press(Role::checkbox, "服务队");
  CHECK(times("teams") == 1);
  CHECK(times("household-points") == 0);
  CHECK(platform.find(Role::checkbox, "服务队  3").size() == 1);
  press(Role::checkbox, "住户");
  CHECK(times("household-points") == 1);
  CHECK(last("household-points")->path == "/api/v1/household-points?place=371702106201");
  CHECK(platform.find(Role::checkbox, "住户  2").size() == 1);
  CHECK(told().find("住户 2") != std::string::npos);
  press(Role::checkbox, "住户  2");
  CHECK(told().find("住户") == std::string::npos);
}

TEST_CASE_METHOD(MapDesk,
                 "a place without placed homes says what to do, a failure offers a retry") {
  answer("household-points", api::HouseholdPoints{.households = 3});
  start(kMap);
  press(Role::checkbox, "住户");
  CHECK(platform.shows("还没有住户标了位置"));
  refuse("teams", 500, "数据库暂时不可用");
  press(Role::checkbox, "服务队");
  CHECK(platform.shows("数据库暂时不可用"));
  answer("teams", api::TeamPage{});
  press(Role::button, "再试");
  CHECK_FALSE(platform.shows("数据库暂时不可用"));
}

TEST_CASE_METHOD(MapDesk, "in a grid a home under the hand is pressed open") {
  answer("household-points", places_of_homes(true));
  start(kMapOfGrid);
  press(Role::checkbox, "住户");
  const auto draw = [this] { app->frame(); };
  run(60);  // the map has come to rest
  const auto stops = platform.find(Role::button, "康庄村 第 1 微网格", true);
  REQUIRE_FALSE(stops.empty());
  REQUIRE(platform.click(Role::button, stops.front().name, draw));
  run();
  CHECK(platform.hash.find("#/desk/households") == 0);
  CHECK(platform.hash.find(kHousehold) != std::string::npos);
}

TEST_CASE_METHOD(MapDesk, "teams of one place are one mark that names them all") {
  model::Loaded<api::TeamPage> teams;
  teams.value = *describe::from_answer<api::TeamPage>(answers["teams"].second);
  const ui::MapShape shape(square());
  const model::Loaded<api::Measures> measures;
  const model::Loaded<api::GridPage> grids;
  const model::Loaded<api::SitePage> sites;
  const model::Loaded<api::MerchantPage> shops;
  screens::MapPageView view{.map = {.shape = shape, .measures = measures},
                            .grids = grids,
                            .sites = sites,
                            .merchants = shops,
                            .teams = &teams};
  screens::MapPageForm form;
  form.teams = true;
  api::Me me;
  me.town = "371702106";
  const model::PlaceTree places;
  const model::Route route;
  const screens::Env env{.settings = {},
                         .now = {},
                         .today = {},
                         .me = me,
                         .places = places,
                         .route = route,
                         .place = "371702106"};
  screens::put_layers(env, view, form);
  REQUIRE(view.map.marks.size() == 1);  // the town's own stand in the middle too
  CHECK(view.map.marks[0].count == 3);
  CHECK(view.map.marks[0].name == "乐活帮、邻里帮、应急队");
  CHECK(base::distance_m(view.map.marks[0].at, {115.305, 35.205}) < 1);
}

TEST_CASE("points on the wire are differences, and know the cell below them") {
  const ui::MapDots dots(ui::MapShape(square()), {11'530'500, 3'520'500, 200, 200, 1000, 0});
  REQUIRE(dots.all.size() == 3);
  CHECK(dots.all[0].cell == 0);
  CHECK(dots.all[2].cell == -1);
  CHECK(dots.all[1].at.x > dots.all[0].at.x);
  CHECK(dots.all[1].at.y < dots.all[0].at.y);  // northwards is up
}

TEST_CASE_METHOD(MapDesk, "a household is placed by its form, whole or not at all, and put back") {
  start(kArchive);
  press(Role::button, "修改户信息");
  CHECK(field("经度").empty());
  press(Role::button, "第 1 微网格");  // the map below: its middle
  CHECK(field("经度") == "115.305");
  CHECK(field("纬度") == "35.205");
  type("纬度", "");
  press(Role::button, "保存");
  CHECK(wrong("纬度") == "请填写纬度");
  type("纬度", "35.2051");
  press(Role::button, "保存");
  const auto placed = sent<api::SaveHousehold>("save-household");
  CHECK(placed.longitude == 115.305);
  CHECK(placed.latitude == 35.2051);
  press(Role::button, "撤销");
  CHECK_FALSE(sent<api::SaveHousehold>("save-household").longitude);
}
