// The usual scenes, and what an order of the presenter makes of the direction there was.
#include "shared/hall/hall.h"

namespace shanzhi::hall {

using base::Done;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::int64_t kReplaySpeed = 600;  // a day in two and a half minutes

Result<Done> check_scene(const Scene& scene, const std::string& at) {
  if (scene.seconds < kSceneSecondsMin || scene.seconds > kSceneSecondsMax)
    return {ErrorCode::out_of_range, at + "/seconds", std::to_string(kSceneSecondsMin),
            std::to_string(kSceneSecondsMax)};
  if (scene.from_minute.has_value() != scene.until_minute.has_value())
    return {ErrorCode::missing_field, at + (scene.from_minute ? "/until_minute" : "/from_minute")};
  for (const auto& minute : {scene.from_minute, scene.until_minute})
    if (minute && (*minute < 0 || *minute > kMinutesOfDay))
      return {ErrorCode::out_of_range, at + "/from_minute", "0", std::to_string(kMinutesOfDay)};
  return Done{};
}

/// What the order itself must be like.
Result<Done> check_order(const Order& order, std::int64_t scene_count, base::Instant now) {
  switch (order.action) {
    case Action::scene:
      if (order.scene < 1 || order.scene > scene_count)
        return {ErrorCode::out_of_range, "/scene", "1", std::to_string(scene_count)};
      break;
    case Action::focus:
      if (order.focus.empty()) return {ErrorCode::missing_field, "/focus"};
      break;
    case Action::replay:
      if (!order.day) return {ErrorCode::missing_field, "/day"};
      if (*order.day > base::day_of(now)) return {ErrorCode::in_the_future, "/day"};
      if (order.speed < 0 || order.speed > kReplaySpeedMax)
        return {ErrorCode::out_of_range, "/speed", "1", std::to_string(kReplaySpeedMax)};
      break;
    case Action::pause:
    case Action::go_on:
    case Action::stop:
    case Action::hide_names:
    case Action::show_names: break;
  }
  return Done{};
}

void follow(Direction& direction, const Order& order) {
  switch (order.action) {
    case Action::scene: direction.scene = order.scene; break;
    case Action::focus: direction.focus = order.focus; break;
    case Action::pause: direction.paused = true; break;
    case Action::go_on:
      direction.paused = false;
      direction.scene = 0;
      direction.focus.clear();
      break;
    case Action::replay:
      direction.day = order.day;
      direction.speed = order.speed == 0 ? kReplaySpeed : order.speed;
      direction.paused = false;
      break;
    case Action::stop:
    case Action::hide_names:
    case Action::show_names: break;
  }
}

}  // namespace

std::vector<Scene> usual_scenes() {
  std::vector<Scene> scenes;
  for (const SceneKind kind : {SceneKind::overview, SceneKind::points, SceneKind::hours,
                               SceneKind::households, SceneKind::teams, SceneKind::year}) {
    Scene& scene = scenes.emplace_back();
    scene.kind = kind;
    if (kind == SceneKind::overview) scene.seconds = 120;
  }
  return scenes;
}

Result<Done> check_scenes(const std::vector<Scene>& scenes) {
  if (static_cast<std::int64_t>(scenes.size()) > kScenesMax)
    return {ErrorCode::out_of_range, "/scenes", "0", std::to_string(kScenesMax)};
  for (std::size_t i = 0; i < scenes.size(); ++i) {
    const auto good = check_scene(scenes[i], "/scenes/" + std::to_string(i));
    if (!good) return good;
  }
  return Done{};
}

bool shown_at(const Scene& scene, std::int64_t minute_of_day) {
  if (!scene.from_minute || !scene.until_minute) return true;
  const std::int64_t from = *scene.from_minute, until = *scene.until_minute;
  if (from <= until) return from <= minute_of_day && minute_of_day < until;
  return minute_of_day >= from || minute_of_day < until;
}

std::optional<Turn> turn_at(const std::vector<Scene>& scenes, std::int64_t chosen,
                            std::int64_t minute_of_day, std::int64_t clock_s) {
  const auto takes_part = [&](std::size_t i) {
    return chosen > 0 ? static_cast<std::int64_t>(i) + 1 == chosen
                      : shown_at(scenes[i], minute_of_day);
  };
  std::int64_t all = 0;
  for (std::size_t i = 0; i < scenes.size(); i++)
    if (takes_part(i)) all += scenes[i].seconds;
  if (all <= 0) return std::nullopt;
  Turn turn{0, clock_s % all, clock_s / all};
  for (;; turn.index++) {
    if (!takes_part(turn.index)) continue;
    if (turn.into < scenes[turn.index].seconds) return turn;
    turn.into -= scenes[turn.index].seconds;
  }
}
bool in_force(const Direction& direction, base::Instant now) {
  return now < direction.until;
}

Result<Direction> directed(const Direction& before, const Order& order, std::int64_t scene_count,
                           base::Instant now) {
  const auto good = check_order(order, scene_count, now);
  if (!good) return good.error();
  if (order.minutes < 1 || order.minutes > kDirectionMinutesMax)
    return {ErrorCode::out_of_range, "/hold_minutes", "1", std::to_string(kDirectionMinutesMax)};
  Direction direction = in_force(before, now) ? before : Direction{};
  if (order.action == Action::stop) return Direction{};
  if (order.action == Action::hide_names || order.action == Action::show_names) return direction;
  follow(direction, order);
  direction.at = now;
  direction.until = {now.unix_ms + order.minutes * base::kMsPerMinute};
  return direction;
}

}  // namespace shanzhi::hall
