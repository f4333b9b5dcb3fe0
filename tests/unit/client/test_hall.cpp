// The wall as a reader hears it: its token, what it shows at every shape, what happens while nobody touches
// it for a week.
#include <malloc.h>
#include <catch2/catch_test_macros.hpp>

#include "client/screens/hall/plan.h"
#include "hall_fixture.h"

using namespace shanzhi;
using shanzhi::test::HallFixture;
using ui::Role;

namespace {

constexpr const char* kAddress = "#/hall?token=secret%2Btoken";

std::string header(const platform::HttpRequest& request, const char* name) {
  for (const auto& [key, value] : request.headers)
    if (key == name) return value;
  return {};
}

api::Alarms one_alarm() {
  api::AlarmView a;
  a.id = "0190a000-0000-7000-8000-000000000a01", a.place = "371702106201-G01";
  a.place_name = "第 1 微网格", a.village_name = "康庄村", a.state = "raised", a.severity = "major";
  a.matter = "老人走失", a.detail = "蓝棉袄、灰帽，今早离家向东", a.commander = "王*明";
  a.by_place = "小留镇", a.appeal = "见到老人请就近报网格员";
  a.reported_at = "2026-11-22T09:29:00+08:00", a.raised_at = "2026-11-22T09:30:00+08:00";
  a.current = 2;
  a.steps = {{"接报", "家属来电", "2026-11-22T09:29:00+08:00"}, {"派单", "", ""}};
  api::AlarmForce f;
  f.name = "打更巡逻队", f.place_name = "康庄村", f.people = 6;
  f.arrives_at = "2026-11-22T09:46:00+08:00";
  a.forces = {f};
  return {"2026-11-22T09:41:00+08:00", {a}};
}

}  // namespace

TEST_CASE_METHOD(HallFixture,
                 "the token leaves the address, goes with every request and is kept nowhere") {
  start(kAddress);
  REQUIRE(platform.hash == "#/hall");
  REQUIRE(last("me"));
  for (const auto& request : asked)
    REQUIRE(header(request, "Authorization") == "Bearer secret+token");
  for (const auto& [key, value] : platform.storage)
    REQUIRE(value.find("secret") == std::string::npos);
  REQUIRE(platform.shows("累计发放积分 162,418"));
}

TEST_CASE_METHOD(HallFixture,
                 "a wall without a right goes dark with one sentence that says what to do") {
  refuse("me", 401, "令牌已吊销");
  start(kAddress);
  REQUIRE(platform.shows("shanzhi user token --role display"));
  REQUIRE_FALSE(platform.shows("累计发放积分"));
  REQUIRE(times("figures") == 0);
}

TEST_CASE_METHOD(HallFixture, "a token that is revoked takes the figures off the wall") {
  start(kAddress);
  REQUIRE(platform.shows("累计发放积分 162,418"));
  refuse("changes", 401, "令牌已吊销");
  wait(1000);
  REQUIRE(platform.shows("shanzhi user token --role display"));
  REQUIRE_FALSE(platform.shows("累计发放积分"));
}

TEST_CASE_METHOD(HallFixture, "every part of the wall is told, and lies on it, at every shape") {
  struct Shape {
    float w, h;
    screens::HallShape shape;
  };
  for (const Shape& s :
       {Shape{1920, 1080, screens::HallShape::wide}, Shape{3840, 2160, screens::HallShape::wide},
        Shape{3840, 1080, screens::HallShape::widest},
        Shape{7680, 2160, screens::HallShape::widest}, Shape{2560, 1080, screens::HallShape::wider},
        Shape{1440, 1080, screens::HallShape::narrow},
        Shape{1080, 1920, screens::HallShape::upright}}) {
    INFO(s.w << "x" << s.h);
    platform.around.width = s.w, platform.around.height = s.h;
    start(kAddress);
    REQUIRE(screens::hall_plan(ui::screen()).shape == s.shape);
    for (const char* part :
         {"小留镇", "09:41", "累计发放积分 162,418", "志愿服务时长 41,306 小时",
          "在册志愿者 3,872 人", "陆庄村 398", "2026 · 每日志愿服务", "本月服务"}) {
      INFO(part);
      CHECK(platform.shows(part));
    }
    if (s.shape == screens::HallShape::widest) CHECK(platform.shows("每月发放积分"));
    for (const ui::Node& n : platform.find(Role::text, "", true)) {
      INFO(n.name);
      CHECK(n.rect.x >= 0);
      CHECK(n.rect.right() <= ui::screen().w + 1);
      CHECK(n.rect.bottom() <= ui::screen().h + 1);
    }
    app.reset();
  }
}

TEST_CASE_METHOD(HallFixture, "what has just happened is on the wall within a second") {
  start(kAddress);
  answer("changes", api::Changes{501, false, {award(501)}});
  wait(600);
  REQUIRE(platform.shows("康庄村 李*兰"));
  REQUIRE(platform.shows("助老理发"));
}

TEST_CASE_METHOD(HallFixture, "the boards take turns every twelve seconds") {
  start(kAddress);
  const auto on = [this] {
    for (const char* name : {"村榜", "队榜", "户榜"})
      if (!platform.find(Role::region, name).empty()) return std::string(name);
    return std::string{};
  };
  const std::string first = on();
  pass(12'000);
  const std::string second = on();
  pass(12'000);
  REQUIRE(!first.empty());
  REQUIRE(first != second);
  REQUIRE(on() != second);
}

TEST_CASE_METHOD(HallFixture,
                 "without the server the figures stay, and after a minute say of when they are") {
  start(kAddress);
  network = false;
  wait(1000);
  REQUIRE(platform.shows("累计发放积分 162,418"));
  REQUIRE_FALSE(platform.shows("数据 09:41"));
  wait(61'000);
  REQUIRE(platform.shows("累计发放积分 162,418"));
  REQUIRE(platform.shows("数据 09:41"));
  network = true;
  auto more = figures();
  more.points_issued = 16'300'000;
  answer("figures", more);
  wait(60'000);
  REQUIRE_FALSE(platform.shows("数据 09:4"));
  REQUIRE(platform.shows("累计发放积分 163,000"));
}

TEST_CASE_METHOD(HallFixture,
                 "an alarm takes the wall, sounds once, and gives it back after its end") {
  start(kAddress);
  answer("alarms", one_alarm());
  api::Change c;
  c.position = 501, c.what = "alarm_raised", c.at = "2026-11-22T09:41:00+08:00";
  answer("changes", api::Changes{501, false, {c}});
  wait(600);
  REQUIRE(platform.find(Role::alert, "康庄村 第 1 微网格 · 老人走失", true).size() == 1);
  REQUIRE(platform.shows("接报，家属来电，09:29"));
  REQUIRE(platform.shows("打更巡逻队 康庄村 6 人 5 分钟"));
  REQUIRE_FALSE(platform.shows("累计发放积分"));
  REQUIRE(platform.alarms == 1);
  api::Alarms over = one_alarm();
  over.alarms[0].state = "ended", over.alarms[0].outcome = "已找到，老人平安";
  over.alarms[0].ended_at = base::to_text(base::Instant{platform.now + 1000});
  over.now = base::to_text(base::Instant{platform.now + 1500});
  answer("alarms", over);
  c.position = 502, c.what = "alarm_ended";
  answer("changes", api::Changes{502, false, {c}});
  wait(1500);
  REQUIRE(platform.shows("已找到，老人平安"));
  wait(11'000);
  REQUIRE(platform.shows("累计发放积分 162,418"));
  REQUIRE(platform.alarms == 1);
}

TEST_CASE_METHOD(HallFixture,
                 "a new version is loaded in a quiet hour, with the token put back for it") {
  start(kAddress);
  for (int i = 0; i < 2; i++) pass(1000);  // it has seen which program it is
  answers["/"] = {200, "<script src=\"start.9f9f.js\" defer></script>"};
  for (int hour = 0; hour < 16; hour++) pass(base::kMsPerHour);  // to 01:41
  REQUIRE(platform.reloads == 0);
  for (int hour = 0; hour < 2; hour++) pass(base::kMsPerHour);
  REQUIRE(platform.reloads == 1);
  REQUIRE(platform.hash == kAddress);
  for (int i = 0; i < 5; i++) pass(1000);  // until the new version has come the clock goes on
  REQUIRE(platform.reloads == 1);
  REQUIRE(platform.hash == kAddress);
}

TEST_CASE_METHOD(HallFixture,
                 "a presenter's direction and an arranged scene decide what the map looks at") {
  api::HallScenes scenes;
  hall::Scene points;
  points.kind = hall::SceneKind::hours;
  scenes.scenes = {points};
  answer("hall-scenes", scenes);
  api::PlacePage places;
  places.places = {{"371702106", "小留镇", "town", "", 3, 9, true, ""},
                   {"371702106201", "康庄村", "village", "371702106", 3, 9, true, ""}};
  answer("places", places);
  start(kAddress);
  REQUIRE(last("measures")->path.find("measure=hours") != std::string::npos);
  REQUIRE_FALSE(platform.find(Role::region, "队榜").empty());
  pass(24'000);
  REQUIRE_FALSE(platform.find(Role::region, "队榜").empty());  // the scene's board stays
}

TEST_CASE_METHOD(HallFixture, "the same version is never loaded again") {
  start(kAddress);
  for (int hour = 0; hour < 30; hour++) pass(base::kMsPerHour);
  REQUIRE(platform.reloads == 0);
}

TEST_CASE_METHOD(HallFixture,
                 "midnight brings another date and asks anew for what is counted by day") {
  start(kAddress);
  REQUIRE(platform.shows("11月22日 星期日"));
  const int before = times("figures");
  wait(15 * base::kMsPerHour);
  REQUIRE(platform.shows("11月23日 星期一"));
  REQUIRE(times("figures") > before);
}

TEST_CASE_METHOD(HallFixture, "a week of awards leaves no more in memory than its first day") {
  start(kAddress);
  std::int64_t position = 500;
  const auto day = [&] {
    for (int quarter = 0; quarter < 96; quarter++) {
      position++;
      answer("changes", api::Changes{position, false, {award(position)}});
      for (int i = 0; i < 12; i++) pass(75'000);
      asked.clear();
      platform.wakes.clear();
    }
    return mallinfo2().uordblks;
  };
  const auto first = day();
  auto last = first;
  for (int i = 1; i < 7; i++) last = day();
  INFO("after a day " << first << " bytes, after a week " << last);
  REQUIRE(last < first + 256 * 1024);
}
