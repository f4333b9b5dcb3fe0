// What an order of the presenter makes of the direction there was, and when it has ended.
#include <catch2/catch_test_macros.hpp>

#include "shared/hall/hall.h"

using namespace shanzhi;
using base::ErrorCode;
using hall::Action;
using hall::Direction;
using hall::Order;

namespace {

constexpr base::Instant kNow{1'795'309'200'000};  // 2026-11-22 09:00
constexpr std::int64_t kScenes = 6;

Direction after(const Direction& before, const Order& order, base::Instant now = kNow) {
  const auto direction = hall::directed(before, order, kScenes, now);
  REQUIRE(direction);
  return *direction;
}
ErrorCode refusal(const Order& order) {
  const auto direction = hall::directed({}, order, kScenes, kNow);
  REQUIRE_FALSE(direction);
  return direction.error().code;
}
Order order(Action action) {
  Order order;
  order.action = action;
  return order;
}

}  // namespace

TEST_CASE("a direction holds for its minutes and ends by itself") {
  Order show = order(Action::scene);
  show.scene = 3;
  const Direction shown = after({}, show);
  CHECK(shown.scene == 3);
  CHECK(hall::in_force(shown, {kNow.unix_ms + 10 * base::kMsPerMinute - 1}));
  CHECK_FALSE(hall::in_force(shown, {kNow.unix_ms + 10 * base::kMsPerMinute}));
  CHECK_FALSE(hall::in_force({}, kNow));
  const Direction later = after(shown, order(Action::pause), {kNow.unix_ms + base::kMsPerHour});
  CHECK(later.scene == 0);  // the old one had ended
  CHECK(later.paused);
}

TEST_CASE("orders add up until the wall goes on") {
  Order show = order(Action::scene), look = order(Action::focus), replay = order(Action::replay);
  show.scene = 2;
  look.focus = "371702106201";
  replay.day = base::CivilDate{base::day_of(kNow).days - 1};
  Direction direction = after({}, show);
  direction = after(direction, look);
  direction = after(direction, order(Action::pause));
  CHECK((direction.scene == 2 && direction.focus == "371702106201" && direction.paused));
  direction = after(direction, replay);
  CHECK((direction.day == replay.day && direction.speed == 600 && !direction.paused));
  direction = after(direction, order(Action::go_on));
  CHECK((direction.scene == 0 && direction.focus.empty() && !direction.paused));
  CHECK(direction.day == replay.day);
  direction = after(direction, order(Action::stop));
  CHECK_FALSE(hall::in_force(direction, kNow));
}

TEST_CASE("showing or hiding names leaves the direction as it is") {
  Order show = order(Action::scene);
  show.scene = 4;
  const Direction shown = after({}, show);
  const Direction same = after(shown, order(Action::hide_names), {kNow.unix_ms + 5});
  CHECK(same.scene == 4);
  CHECK(same.until == shown.until);
}

TEST_CASE("orders that make no sense are refused") {
  Order show = order(Action::scene), replay = order(Action::replay), pause = order(Action::pause);
  CHECK(refusal(show) == ErrorCode::out_of_range);
  show.scene = kScenes + 1;
  CHECK(refusal(show) == ErrorCode::out_of_range);
  CHECK(refusal(order(Action::focus)) == ErrorCode::missing_field);
  CHECK(refusal(replay) == ErrorCode::missing_field);
  replay.day = base::CivilDate{base::day_of(kNow).days + 1};
  CHECK(refusal(replay) == ErrorCode::in_the_future);
  pause.minutes = hall::kDirectionMinutesMax + 1;
  CHECK(refusal(pause) == ErrorCode::out_of_range);
}

TEST_CASE("a scene is shown in its hours, over midnight too") {
  hall::Scene scene;
  CHECK(hall::shown_at(scene, 0));
  scene.from_minute = 8 * 60;
  scene.until_minute = 18 * 60;
  CHECK_FALSE(hall::shown_at(scene, 8 * 60 - 1));
  CHECK(hall::shown_at(scene, 8 * 60));
  CHECK_FALSE(hall::shown_at(scene, 18 * 60));
  std::swap(scene.from_minute, scene.until_minute);
  CHECK(hall::shown_at(scene, 0));
  CHECK(hall::shown_at(scene, 18 * 60));
  CHECK_FALSE(hall::shown_at(scene, 12 * 60));
}

TEST_CASE("scenes are checked each by each, and the usual ones are good") {
  CHECK(hall::check_scenes(hall::usual_scenes()));
  std::vector<hall::Scene> scenes(2);
  scenes[1].seconds = 4;
  CHECK(hall::check_scenes(scenes).error().field == "/scenes/1/seconds");
  scenes[1].seconds = 60;
  scenes[1].until_minute = 60;
  CHECK(hall::check_scenes(scenes).error().field == "/scenes/1/from_minute");
  CHECK_FALSE(hall::check_scenes(std::vector<hall::Scene>(hall::kScenesMax + 1)));
}

TEST_CASE("what a replay shows depends on the direction and the clock alone") {
  Order replay = order(Action::replay);
  replay.day = base::CivilDate{base::day_of(kNow).days - 1};
  const std::int64_t midnight = base::start_of(*replay.day).unix_ms;
  struct Line {
    std::int64_t speed, from_minute, after_ms, shown_s;
    bool over;
  };
  for (const Line& line :
       {Line{600, 0, 0, 0, false}, Line{600, 0, 1'000, 600, false},
        Line{600, 6 * 60, 1'000, 6 * 3600 + 600, false}, Line{60, 0, 60'000, 3600, false},
        Line{0, 0, 500, 300, false}, Line{3600, 0, 23'999, 86'396, false},
        Line{3600, 0, 24'000, 86'400, true}, Line{3600, 12 * 60, 12'000, 86'400, true},
        Line{3600, 0, 43'999, 86'400, true}}) {
    INFO(line.speed << " from " << line.from_minute << " after " << line.after_ms);
    replay.speed = line.speed;
    replay.from_minute = line.from_minute;
    const auto shown = hall::replay_at(after({}, replay), {kNow.unix_ms + line.after_ms});
    REQUIRE(shown);
    CHECK((shown->shown.unix_ms - midnight) / 1000 == line.shown_s);
    CHECK(shown->over == line.over);
  }
}

TEST_CASE("a replay ends by itself some seconds after its day, or with its direction") {
  Order replay = order(Action::replay);
  replay.day = base::CivilDate{base::day_of(kNow).days - 1};
  replay.speed = 3600;
  const std::int64_t whole = 24'000 + hall::kReplayEndMs;
  const Direction all = after({}, replay);
  CHECK(hall::replay_at(all, {kNow.unix_ms + whole - 1}));
  CHECK_FALSE(hall::replay_at(all, {kNow.unix_ms + whole}));
  replay.speed = 60;
  CHECK(hall::in_force(after({}, replay), {kNow.unix_ms + 24 * base::kMsPerMinute}));
  replay.minutes = 2;
  CHECK_FALSE(hall::in_force(after({}, replay), {kNow.unix_ms + 2 * base::kMsPerMinute}));
  CHECK_FALSE(hall::replay_at(after(all, order(Action::stop)), kNow));
  CHECK_FALSE(hall::replay_at({}, kNow));
}

TEST_CASE("a replay that is paused stands still and goes on from there, whatever comes between") {
  Order replay = order(Action::replay), look = order(Action::focus);
  replay.day = base::CivilDate{base::day_of(kNow).days - 1};
  look.focus = "371702106201";
  const auto at = [](std::int64_t ms) { return base::Instant{kNow.unix_ms + ms}; };
  Direction direction = after({}, replay);
  direction = after(direction, look, at(5'000));
  direction = after(direction, order(Action::pause), at(10'000));
  const auto stands = hall::replay_at(direction, at(10'000));
  REQUIRE(stands);
  CHECK(stands->shown.unix_ms == base::start_of(*replay.day).unix_ms + 6'000'000);
  for (const std::int64_t ms : {10'001, 60'000, 600'000})
    CHECK(hall::replay_at(direction, at(ms))->shown == stands->shown);
  direction = after(direction, look, at(20'000));
  direction = after(direction, order(Action::pause), at(30'000));
  CHECK(hall::replay_at(direction, at(60'000))->shown == stands->shown);
  direction = after(direction, order(Action::go_on), at(100'000));
  CHECK(hall::replay_at(direction, at(100'000))->shown == stands->shown);
  CHECK(hall::replay_at(direction, at(101'000))->shown.unix_ms == stands->shown.unix_ms + 600'000);
}

TEST_CASE("a replay of today never shows what is still to come") {
  Order replay = order(Action::replay);  // at nine in the morning
  replay.day = base::day_of(kNow);
  replay.speed = 3600;
  const Direction direction = after({}, replay);
  CHECK_FALSE(hall::replay_at(direction, {kNow.unix_ms + 8'000})->over);
  const base::Instant late{kNow.unix_ms + 10'000};
  const auto shown = hall::replay_at(direction, late);
  CHECK((shown->over && shown->shown == late));
}
