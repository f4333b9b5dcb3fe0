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
