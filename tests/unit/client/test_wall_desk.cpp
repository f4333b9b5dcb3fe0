// The desk's and the phone's side of the wall: scenes arranged, a wall opened, an alarm raised, worked on and
// ended, the remote; without a browser and without a server.
#include <catch2/catch_test_macros.hpp>

#include "hall_fixture.h"
#include "screens_stage.h"
#include "shared/api/views_phone.h"

using namespace shanzhi;
using shanzhi::test::HallFixture;
using ui::Role;

namespace {

/// An administrator at the desk of a town that has a wall.
class WallDesk : public HallFixture {
 public:
  WallDesk() {
    api::Me me;
    me.user = "0190a000-0000-7000-8000-0000000000aa", me.name = "周敏";
    me.role = "town_administrator";
    me.town = me.place = "371702106", me.town_name = me.place_name = "小留镇";
    me.position = 500, me.today = "2026-11-22";
    answer("me", me);
    api::HallScenes wall;
    wall.place = "371702106", wall.place_name = "小留镇", wall.arranged = true;
    wall.scenes = {{hall::SceneKind::overview, 60, {}, {}, "", ""},
                   {hall::SceneKind::hours, 30, 480, 1200, "371702106201", "hours"},
                   {hall::SceneKind::year, 20, {}, {}, "", ""}};
    answer("hall-scenes", wall);
    answer("given", api::Given{});
    for (const char* command :
         {"save-hall-scenes", "direct-hall", "raise-alarm", "update-alarm", "end-alarm"})
      answer(command, api::Saved{});
    api::Saved token;
    token.id = "0190a000-0000-7000-8000-0000000000cc", token.secret = "abc+1";
    answer("issue-token", token);
    platform.around.page = "https://town.example/";
  }
  bool press(Role role, const char* name) {
    const bool there = platform.press(role, name);
    run();
    return there;
  }
  bool type(const char* name, const char* words) {
    const bool there = platform.type(name, words);
    run();
    return there;
  }
  template <class C>
  C sent(const char* name) const {
    C command;
    const platform::HttpRequest* request = last(name);
    REQUIRE(request);
    const auto access = describe::access_record(command);
    REQUIRE(describe::read_json(request->body, access, describe::ReadMode::tolerant));
    return command;
  }
  static api::Alarms open_alarm() {
    api::AlarmView a;
    a.id = "0190a000-0000-7000-8000-000000000a01", a.place = "371702106201-G01";
    a.place_name = "第 1 微网格", a.village_name = "康庄村", a.state = "raised";
    a.severity = "major", a.matter = "老人走失", a.reported_at = "2026-11-22T09:29:00+08:00";
    a.current = 2, a.may_change = true;
    a.steps = {{"接报", "家属来电", "2026-11-22T09:29:00+08:00"}, {"派单", "", ""}};
    api::AlarmForce f;
    f.name = "打更巡逻队", f.people = 6, f.arrives_at = "2026-11-22T09:46:00+08:00";
    a.forces = {f};
    return {"2026-11-22T09:41:00+08:00", {a}};
  }
  void in_hand() {
    platform.around.width = 360, platform.around.height = 740;
    platform.around.coarse_pointer = true;
  }
};

}  // namespace

TEST_CASE_METHOD(WallDesk, "scenes are moved, changed, removed and saved as they stand") {
  start("#/desk/wall");
  REQUIRE(platform.shows("在新窗口预览"));
  REQUIRE(platform.shows("08:00–20:00"));
  REQUIRE(press(Role::button, "后移"));
  REQUIRE(type("停留", "45"));
  REQUIRE(press(Role::button, "添加场景"));
  REQUIRE(press(Role::button, "删除场景"));
  REQUIRE(press(Role::toggle, "隐去姓名"));
  REQUIRE(press(Role::button, "保存编排"));
  const auto saved = sent<api::SaveHallScenes>("save-hall-scenes");
  REQUIRE(saved.place == "371702106");
  REQUIRE(saved.names_hidden);
  REQUIRE(saved.scenes.size() == 3);
  CHECK(saved.scenes[0].kind == hall::SceneKind::hours);
  CHECK(saved.scenes[0].from_minute == 480);
  CHECK(saved.scenes[0].place == "371702106201");
  CHECK(saved.scenes[1].kind == hall::SceneKind::overview);
  CHECK(saved.scenes[1].seconds == 45);
}

TEST_CASE_METHOD(WallDesk, "a scene that stays for a second is not saved, and it is said why") {
  start("#/desk/wall");
  REQUIRE(type("停留", "1"));
  CHECK(platform.shows("5–3600 秒"));
  press(Role::button, "保存编排");
  CHECK(times("save-hall-scenes") == 0);
}

TEST_CASE_METHOD(WallDesk, "a wall's address is shown once, whole and safe to type") {
  start("#/desk/wall");
  REQUIRE(press(Role::button, "开通大屏"));
  REQUIRE(press(Role::button, "生成地址"));
  CHECK(sent<api::IssueToken>("issue-token").role == api::Role::display);
  CHECK(platform.shows("https://town.example/#/hall?token=abc%2B1"));
  const auto ways_out = platform.find(Role::button, "关闭");  // the cross, and the button in words
  REQUIRE(ways_out.size() == 2);
  CHECK(ways_out[0].id != ways_out[1].id);
  REQUIRE(press(Role::button, "关闭"));
  CHECK_FALSE(platform.shows("abc%2B1"));
}

TEST_CASE_METHOD(WallDesk, "an alarm is raised with its steps and forces") {
  start("#/desk/alarm");
  REQUIRE(platform.shows("当前没有警情"));
  REQUIRE(press(Role::button, "发布警情"));
  REQUIRE(platform.shows("发布后立即上大屏"));
  REQUIRE(type("何事", "老人走失"));
  REQUIRE(type("处置步骤，一行一步", "接报\n出动\n\n  处置完毕 "));
  REQUIRE(type("出动力量", "打更巡逻队"));
  REQUIRE(type("人数", "6"));
  REQUIRE(type("多久到达", "8"));
  ui::on_activate(platform.find(Role::button, "发布警情").back().id);  // that of the form
  run();
  const auto raised = sent<api::RaiseAlarm>("raise-alarm");
  CHECK(raised.matter == "老人走失");
  CHECK(raised.place == "371702106");
  REQUIRE(raised.steps.size() == 3);
  CHECK(raised.steps[2].name == "处置完毕");
  REQUIRE(raised.forces.size() == 1);
  CHECK(raised.forces[0].people == 6);
  CHECK(raised.forces[0].arrives_in == 8);
}

TEST_CASE_METHOD(
    WallDesk, "the strip tells of an alarm on every page, and the alarm is worked on and ended") {
  answer("alarms", open_alarm());
  start("#/desk/map");
  REQUIRE(platform.find(Role::alert, "康庄村 第 1 微网格 · 老人走失").size() == 1);
  REQUIRE(press(Role::button, "处置"));
  REQUIRE(platform.hash.starts_with("#/desk/alarm"));
  REQUIRE(type("说明（可不填）", "网格员 5 人"));
  REQUIRE(press(Role::button, "完成：派单"));
  const auto worked = sent<api::UpdateAlarm>("update-alarm");
  CHECK(worked.step == 2);
  CHECK(worked.done);
  CHECK(worked.note == "网格员 5 人");
  REQUIRE(type("出动力量", "医疗组"));
  REQUIRE(press(Role::button, "加派"));
  const auto more = sent<api::UpdateAlarm>("update-alarm");
  REQUIRE(more.forces.size() == 2);
  CHECK(more.forces[0].arrives_in == 5);
  CHECK(more.forces[1].name == "医疗组");
  REQUIRE(type("结果", "已找到，老人平安"));
  REQUIRE(press(Role::button, "解除警情"));
  CHECK(sent<api::EndAlarm>("end-alarm").outcome == "已找到，老人平安");
}

TEST_CASE_METHOD(WallDesk, "an alarm that comes while one works shows without being asked for") {
  in_hand();
  start("#/me/work");
  REQUIRE(platform.find(Role::alert, "", true).empty());
  answer("alarms", open_alarm());
  api::Change c;
  c.position = 501, c.what = "alarm_raised", c.at = "2026-11-22T09:41:00+08:00";
  answer("changes", api::Changes{501, false, {c}});
  wait(600);
  REQUIRE(platform.find(Role::alert, "康庄村 第 1 微网格 · 老人走失").size() == 1);
  REQUIRE(press(Role::button, "处置"));
  CHECK(platform.hash.starts_with("#/me/alarm"));
  CHECK(platform.shows("打更巡逻队"));
}

TEST_CASE_METHOD(WallDesk,
                 "the remote goes on to the next scene, looks at a village, pauses and stops") {
  in_hand();
  api::HallScenes wall;
  wall.place = "371702106";
  wall.scenes = {{hall::SceneKind::overview, 60, {}, {}, "", ""},
                 {hall::SceneKind::hours, 30, {}, {}, "", ""},
                 {hall::SceneKind::year, 20, {}, {}, "", ""}};
  wall.directed = true, wall.direction.scene = 3;
  wall.direction.until = base::to_text(base::Instant{platform.now + 600'000});
  answer("hall-scenes", wall);
  start("#/me/remote");
  CHECK(platform.find(Role::heading, "全年逐日").size() == 1);
  REQUIRE(press(Role::button, "下一场景"));
  CHECK(sent<api::DirectHall>("direct-hall").action == hall::Action::scene);
  CHECK(sent<api::DirectHall>("direct-hall").scene == 1);
  REQUIRE(press(Role::button, "上一场景"));
  CHECK(sent<api::DirectHall>("direct-hall").scene == 2);
  REQUIRE(press(Role::button, "暂停"));
  CHECK(sent<api::DirectHall>("direct-hall").action == hall::Action::pause);
  REQUIRE(press(Role::button, "结束遥控"));
  CHECK(sent<api::DirectHall>("direct-hall").action == hall::Action::stop);
}

TEST_CASE("scenes take turns by the clock, and those whose hour it is not are passed over") {
  const std::vector<hall::Scene> scenes{{hall::SceneKind::overview, 60, {}, {}, "", ""},
                                        {hall::SceneKind::hours, 30, 480, 1200, "", ""},
                                        {hall::SceneKind::year, 10, {}, {}, "", ""}};
  CHECK(hall::turn_at(scenes, 0, 600, 1059)->index == 0);
  CHECK(hall::turn_at(scenes, 0, 600, 1060)->index == 1);
  CHECK(hall::turn_at(scenes, 0, 600, 1090)->index == 2);
  CHECK(hall::turn_at(scenes, 0, 300, 760)->index == 2);
  CHECK(hall::turn_at(scenes, 2, 300, 760)->index == 1);
  CHECK_FALSE(hall::turn_at({}, 0, 300, 760));
}
