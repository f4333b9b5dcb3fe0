// Scenes with a composition of their own: the fields and the villages over the months, the holidays.
#include <catch2/catch_test_macros.hpp>

#include "hall_fixture.h"

using namespace shanzhi;
using shanzhi::test::HallFixture;
using ui::Role;

namespace {

constexpr const char* kAddress = "#/hall?token=secret";

struct Shape {
  float w, h;
};
constexpr Shape kShapes[] = {{1920, 1080}, {3840, 1080}, {2560, 1080}, {1440, 1080}, {1080, 1920}};

class Scenes : public HallFixture {
 public:
  Scenes() {
    api::Trends t;
    t.place = "371702106", t.today = "2026-11-22";
    for (int m = 0; m < 12; m++)
      t.months.push_back(m == 0 ? "2025-12"
                                : "2026-" + std::string(m < 10 ? "0" : "") + std::to_string(m));
    for (const char* code : {"livelihood", "culture", "ecology", "safety", "industry"}) {
      api::Trend field{code, "", 0, {}, {}, {}};
      for (int m = 0; m < 12; m++)
        field.minutes.push_back(60 * (1000 + 100 * m - (m == 11 ? 900 : 0)));
      field.points = field.services = field.minutes;
      t.fields.push_back(field);
    }
    for (int v = 0; v < 38; v++) {
      api::Trend village{
          "v" + std::to_string(v), "第" + std::to_string(v + 1) + "村", 400, {}, {}, {}};
      village.points.assign(12, 100 * (3000 + 10 * v));
      t.villages.push_back(village);
    }
    answer("trends", t);
    answer("deeds",
           api::Deeds{"371702106", "2026-10-01", "2026-10-07", {{"A01", 88, 5280, 17600}}});
  }
  void show(hall::SceneKind kind, Shape shape = kShapes[0]) {
    app.reset();
    ui::forget_everything();
    api::HallScenes scenes;
    scenes.scenes.resize(1);
    scenes.scenes[0].kind = kind;
    answer("hall-scenes", scenes);
    platform.around.width = shape.w, platform.around.height = shape.h;
    start(kAddress);
  }
  /// Everything that is told lies on the wall.
  void check_on_wall() {
    for (const ui::Node& n : platform.find(Role::text, "", true)) {
      INFO(n.name);
      CHECK(n.rect.x >= 0);
      CHECK(n.rect.right() <= ui::screen().w + 1);
      CHECK(n.rect.bottom() <= ui::screen().h + 1);
    }
  }
};

}  // namespace

TEST_CASE_METHOD(Scenes,
                 "the fields stand one below another with their highest month and this one") {
  for (const Shape& shape : kShapes) {
    INFO(shape.w << "x" << shape.h);
    show(hall::SceneKind::fields, shape);
    CHECK(platform.shows("民生保障：近十二个月最多 2,000 小时（10月），本月至今 1,200 小时"));
    CHECK(platform.find(Role::image, "近十二个月最多", true).size() == 5);
    CHECK(platform.shows("刚刚发生"));  // life goes on beside it
    check_on_wall();
  }
}

TEST_CASE_METHOD(Scenes, "every village of the town has its line at every shape, the best first") {
  for (const Shape& shape : kShapes) {
    INFO(shape.w << "x" << shape.h);
    show(hall::SceneKind::villages, shape);
    const auto lines = platform.find(Role::list_item, "每百户", true);
    CHECK(lines.size() == 38);
    REQUIRE(!lines.empty());
    CHECK(lines.front().name == "第 1，第38村，11月至今每百户 842 分");
    for (const ui::Node& line : lines) {
      CHECK(line.rect.h >= 40);
      CHECK(line.rect.w >= 280);
    }
    check_on_wall();
  }
}

TEST_CASE_METHOD(Scenes, "early in a month the month before is ranked, which is whole") {
  api::Trends t;
  t.place = "371702106", t.today = "2026-11-02", t.months = {"2026-10", "2026-11"};
  t.villages = {{"a", "甲村", 100, {50'000, 100}, {}, {}},
                {"b", "乙村", 100, {40'000, 300}, {}, {}}};
  answer("trends", t);
  show(hall::SceneKind::villages);
  CHECK(platform.find(Role::list_item, "每百户", true).front().name ==
        "第 1，甲村，10月每百户 500 分");
}

TEST_CASE_METHOD(Scenes, "in English the months have their names, not their numbers") {
  platform.around.query = "lang=en";
  show(hall::SceneKind::villages);
  CHECK(platform.find(Role::list_item, "a hundred households in Nov so far", true).size() == 38);
  show(hall::SceneKind::fields);
  CHECK(platform.shows("at most 2,000 h in Oct in twelve months"));
}

TEST_CASE_METHOD(Scenes,
                 "where the next holiday is not known the last one is told, and none is guessed") {
  for (const Shape& shape : kShapes) {
    INFO(shape.w << "x" << shape.h);
    show(hall::SceneKind::holiday, shape);
    CHECK(platform.shows("国庆节 46 天前，10月1日至10月7日，共 7 天"));
    CHECK_FALSE(platform.shows("元旦 还有"));
    CHECK(platform.shows("服务人次 297"));  // seven days of 40 to 44
    CHECK(platform.shows("助老理发 88 次"));
    CHECK(platform.find(Role::list_item, "每天", true).size() == 7);
    check_on_wall();
  }
}

TEST_CASE_METHOD(Scenes, "the coming holiday counts its days, the present one its days so far") {
  platform.now = base::parse_instant("2026-09-29T09:00:00+08:00")->unix_ms;
  show(hall::SceneKind::holiday);
  CHECK(platform.shows("国庆节 还有 2 天"));
  CHECK(platform.shows("上一个国庆节"));
  app.reset();
  platform.now = base::parse_instant("2026-10-03T09:00:00+08:00")->unix_ms;
  show(hall::SceneKind::holiday);
  CHECK(platform.shows("国庆节 假期第 3 天"));
  CHECK(platform.shows("假期至今"));
}

TEST_CASE_METHOD(Scenes, "in a year without a notice the holiday scene is the map's") {
  platform.now = base::parse_instant("2031-05-01T09:00:00+08:00")->unix_ms;
  show(hall::SceneKind::holiday);
  CHECK(platform.shows("累计发放积分 162,418"));
  CHECK_FALSE(platform.shows("假期"));
}
