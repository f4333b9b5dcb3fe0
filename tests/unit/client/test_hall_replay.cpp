// A past day on the wall: its clock, its figures as they grow, its end; and what moves less for whoever asks for it.
#include <catch2/catch_test_macros.hpp>

#include "hall_fixture.h"
#include "tests/unit/client/borders.h"

using namespace shanzhi;
using shanzhi::test::HallFixture;
using ui::Role;

namespace {

constexpr const char* kAddress = "#/hall?token=secret";

api::Change at(std::int64_t position, const char* time, std::int64_t amount, std::int64_t minutes) {
  api::Change c = HallFixture::award(position);
  c.at = std::string("2026-11-21T") + time + "+08:00";
  c.amount = amount, c.minutes = minutes;
  if (amount < 0) c.what = "points_verified";
  return c;
}

/// A wall on which yesterday is shown again, 600 times as fast, from midnight on.
class Replay : public HallFixture {
 public:
  Replay() {
    api::RuleRow rule;
    rule.code = "A01", rule.name = "助老理发", rule.field = "livelihood";
    answer("rules", api::RulePage{{rule}});
    api::DayChanges day;
    day.day = "2026-11-21";
    day.changes = {at(1, "08:00:00", 300, 90), at(2, "10:00:00", 500, 60),
                   at(3, "15:30:00", -200, 0)};
    day.position = 3;
    answer("day-changes", day);
    direct(platform.now, false);
  }
  void direct(std::int64_t since_ms, bool paused, std::int64_t until_ms = 0) {
    api::HallScenes scenes;
    scenes.scenes = hall::usual_scenes();
    scenes.directed = true;
    scenes.now = base::to_text(base::Instant{platform.now});
    scenes.direction.at = base::to_text(base::Instant{since_ms});
    scenes.direction.until = base::to_text(
        base::Instant{until_ms != 0 ? until_ms : since_ms + 144'000 + hall::kReplayEndMs});
    scenes.direction.day = "2026-11-21", scenes.direction.speed = 600;
    scenes.direction.paused = paused;
    answer("hall-scenes", scenes);
  }
  void told_anew() {
    api::Change c;
    c.position = ++position_, c.what = "hall_directed", c.at = "2026-11-22T09:41:00+08:00";
    c.place = "371702106";
    answer("changes", api::Changes{position_, false, {c}});
    wait(600);
  }

 private:
  std::int64_t position_ = 500;
};

/// One village of one grid.
api::Outlines one_grid() {
  constexpr std::int64_t kX = 115'300'000, kY = 35'200'000, kStep = 10'000;
  api::Outlines o;
  add_border(o, {{kX, kY}, {kX + kStep, kY}, {kX + kStep, kY + kStep}, {kX, kY + kStep}, {kX, kY}});
  for (const auto& [code, level, parent] :
       {std::tuple{"371702106", "town", ""}, std::tuple{"371702106201", "village", "371702106"},
        std::tuple{"371702106201-G01", "grid", "371702106201"}})
    o.places.push_back({code, code, level, parent, {1}, {1}});
  return o;
}

}  // namespace

TEST_CASE_METHOD(Replay, "a past day grows on the wall as it did, by the server's clock") {
  start(kAddress);
  REQUIRE(platform.shows("回放 2026年11月21日 00:0"));
  REQUIRE(platform.shows("当日发放积分 0"));
  REQUIRE(platform.shows("600 倍速"));
  REQUIRE_FALSE(platform.shows("累计发放积分"));
  REQUIRE(platform.shows("这个时辰之前还没有登记"));
  wait(54'000);  // nine in the morning of that day
  REQUIRE(platform.shows("回放 2026年11月21日 09:0"));
  REQUIRE(platform.shows("当日发放积分 3"));
  REQUIRE(platform.shows("服务人次 1"));
  REQUIRE(platform.shows("全天 8"));
  REQUIRE(platform.shows("民生保障 2 小时"));
  wait(48'000);
  REQUIRE(platform.shows("当日发放积分 8"));
  REQUIRE(platform.shows("商户核销 2"));
  REQUIRE(platform.shows("康庄村 8"));
  REQUIRE(platform.shows("11月21日 110 小时"));  // on the ribbon
}

TEST_CASE_METHOD(Replay,
                 "a day shown again stays when it is over, and then the wall is the present one") {
  start(kAddress);
  wait(145'000);
  REQUIRE(platform.shows("24:00，全天放完"));
  REQUIRE(platform.shows("当日发放积分 8"));
  wait(20'000);
  REQUIRE_FALSE(platform.shows("回放"));
  REQUIRE(platform.shows("累计发放积分 162,418"));
  REQUIRE(platform.find(Role::status, "助老理发", true).empty());
}

TEST_CASE_METHOD(Replay, "a replay stands still while it is paused, and ends when it is stopped") {
  const std::int64_t began = platform.now;
  start(kAddress);
  wait(60'000);
  // Paused at ten: it stands where it was ten minutes before its end.
  direct(began, true, began + 60'000 + hall::kDirectionMinutes * base::kMsPerMinute);
  told_anew();
  REQUIRE(platform.shows("10:00，已暂停"));
  wait(60'000);
  REQUIRE(platform.shows("10:00，已暂停"));
  REQUIRE(platform.shows("当日发放积分 8"));
  api::HallScenes none;
  none.scenes = hall::usual_scenes();
  answer("hall-scenes", none);
  told_anew();
  REQUIRE_FALSE(platform.shows("回放"));
  REQUIRE(platform.shows("累计发放积分 162,418"));
}

TEST_CASE_METHOD(Replay, "two walls whose own clocks differ show the same moment") {
  platform.now += 3 * base::kMsPerMinute;  // this wall's clock is fast
  start(kAddress);
  REQUIRE(platform.shows("回放 2026年11月21日 00:0"));
}

TEST_CASE_METHOD(Replay, "what happens now waits for the day to end, but an alarm does not") {
  start(kAddress);
  answer("changes", api::Changes{501, false, {award(501)}});
  wait(600);
  REQUIRE(platform.find(Role::status, "助老理发", true).empty());
  api::AlarmView a;
  a.id = "0190a000-0000-7000-8000-000000000a01", a.place = "371702106201-G01";
  a.state = "raised", a.matter = "老人走失", a.place_name = "第 1 微网格",
  a.village_name = "康庄村";
  a.reported_at = a.raised_at = "2026-11-22T09:41:00+08:00";
  answer("alarms", api::Alarms{"2026-11-22T09:41:10+08:00", {a}});
  api::Change c;
  c.position = 502, c.what = "alarm_raised", c.at = a.raised_at;
  answer("changes", api::Changes{502, false, {c}});
  wait(1000);
  REQUIRE(platform.find(Role::alert, "老人走失", true).size() == 1);
}

TEST_CASE_METHOD(HallFixture,
                 "who wants less motion gets fades only: no rings, no rolling figures") {
  answer("outlines", one_grid());
  const auto moves_after = [this](bool reduced) {
    app.reset();
    ui::forget_everything();
    platform.around.reduced_motion = reduced;
    answer("changes", api::Changes{500, false, {}});
    start(kAddress);
    auto more = figures();
    more.points_issued = 16'243'900;
    answer("figures", more);
    answer("changes", api::Changes{501, false, {award(501)}});
    wait(600);
    int moving = 0;
    for (int i = 0; i < 40; i++) {  // for two seconds
      platform.frame_wanted = false;
      pass(50);
      moving += platform.frame_wanted;
    }
    return moving;
  };
  const int full = moves_after(false), less = moves_after(true);
  INFO(full << " frames of motion, " << less << " when reduced");
  CHECK(full >= 30);
  CHECK(less <= 12);  // the plate's fade
  CHECK(platform.shows("累计发放积分 162,439"));
}

TEST_CASE_METHOD(HallFixture,
                 "a wall that slept for hours is in step and of today at once when it wakes") {
  start(kAddress);
  platform.around.visible = false;
  run(2);
  platform.now += 15 * base::kMsPerHour;  // not one frame, over midnight
  platform.uptime += 15.0 * base::kMsPerHour;
  api::Change c = award(501);
  c.at = "2026-11-23T00:30:00+08:00";
  answer("changes", api::Changes{501, false, {c}});
  auto more = figures();
  more.points_issued = 16'300'000;
  answer("figures", more);
  platform.around.visible = true;
  const int before = times("figures");
  run();
  REQUIRE(platform.shows("11月23日 星期一"));
  REQUIRE(platform.shows("累计发放积分 163,000"));
  REQUIRE(platform.shows("康庄村 李*兰"));
  REQUIRE(platform.shows("今日 1 条"));
  REQUIRE(times("figures") > before);
}
