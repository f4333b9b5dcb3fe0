// The usual scenes, and what an order of the presenter makes of the direction there was.
#include "shared/hall/hall.h"

#include <algorithm>

namespace shanzhi::hall {

using base::Done;
using base::ErrorCode;
using base::Result;

namespace {

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
      if (order.from_minute < 0 || order.from_minute >= kMinutesOfDay)
        return {ErrorCode::out_of_range, "/from_minute", "0", std::to_string(kMinutesOfDay - 1)};
      break;
    case Action::pause:
    case Action::go_on:
    case Action::stop:
    case Action::hide_names:
    case Action::show_names: break;
  }
  return Done{};
}

/// How much of its day a replay has shown, ms; not yet cut at the day's end.
std::int64_t shown_ms(const Direction& direction, base::Instant now) {
  const std::int64_t until = direction.paused
                                 ? direction.until.unix_ms - kDirectionMinutes * base::kMsPerMinute
                                 : now.unix_ms;
  return std::max<std::int64_t>(0, until - direction.at.unix_ms) * direction.speed;
}

/// Goes on, or begins, with so much of the day shown.
void run_replay(Direction& direction, std::int64_t from_ms, base::Instant now) {
  const std::int64_t left_ms = base::kMsPerDay - std::min(from_ms, base::kMsPerDay);
  direction.paused = false;
  direction.at = {now.unix_ms - from_ms / direction.speed};
  direction.until = {now.unix_ms + left_ms / direction.speed + kReplayEndMs};
}

/// Orders that come while a day is replayed: the day goes on from where it is.
void follow_replay(Direction& direction, const Order& order, base::Instant now) {
  const bool running = direction.day && order.action != Action::replay;
  const std::int64_t shown =
      running ? shown_ms(direction, now) : order.from_minute * base::kMsPerMinute;
  if (order.action == Action::replay) {
    direction.day = order.day;
    direction.speed = order.speed == 0 ? kReplaySpeed : order.speed;
  }
  if (order.action == Action::pause && !direction.paused) {
    direction.paused = true;
    direction.until = {now.unix_ms + kDirectionMinutes * base::kMsPerMinute};
  } else if (order.action == Action::replay || order.action == Action::go_on) {
    run_replay(direction, shown, now);
  }
}

void follow(Direction& direction, const Order& order, base::Instant now) {
  const bool replaying = order.action == Action::replay || direction.day;
  switch (order.action) {
    case Action::scene: direction.scene = order.scene; break;
    case Action::focus: direction.focus = order.focus; break;
    case Action::go_on:
      direction.scene = 0;
      direction.focus.clear();
      break;
    case Action::pause:
    case Action::replay:
    case Action::stop:
    case Action::hide_names:
    case Action::show_names: break;
  }
  if (replaying) {
    follow_replay(direction, order, now);
    return;
  }
  if (order.action == Action::pause || order.action == Action::go_on)
    direction.paused = order.action == Action::pause;
  direction.at = now;
  direction.until = {now.unix_ms + order.minutes.value_or(kDirectionMinutes) * base::kMsPerMinute};
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

std::optional<Replay> replay_at(const Direction& direction, base::Instant now) {
  if (!direction.day || direction.speed <= 0 || !in_force(direction, now)) return std::nullopt;
  const std::int64_t shown = shown_ms(direction, now);
  const base::Instant first = base::start_of(*direction.day);
  Replay replay{{first.unix_ms + std::min(shown, base::kMsPerDay)}, shown >= base::kMsPerDay};
  if (replay.shown < now) return replay;
  return Replay{now, true};
}

Result<Direction> directed(const Direction& before, const Order& order, std::int64_t scene_count,
                           base::Instant now) {
  const auto good = check_order(order, scene_count, now);
  if (!good) return good.error();
  const std::int64_t minutes = order.minutes.value_or(kDirectionMinutes);
  if (minutes < 1 || minutes > kDirectionMinutesMax)
    return {ErrorCode::out_of_range, "/hold_minutes", "1", std::to_string(kDirectionMinutesMax)};
  Direction direction = in_force(before, now) ? before : Direction{};
  if (order.action == Action::stop) return Direction{};
  if (order.action == Action::hide_names || order.action == Action::show_names) return direction;
  follow(direction, order, now);
  const std::int64_t most = order.minutes && !direction.paused ? minutes : kDirectionMinutesMax;
  direction.until.unix_ms =
      std::min(direction.until.unix_ms, now.unix_ms + most * base::kMsPerMinute);
  return direction;
}

}  // namespace shanzhi::hall
