// Which scene the wall is in: those that an official arranged take turns by the clock, a presenter's
// direction goes before them, and the overview looks at one hub after another by itself.
#include <algorithm>

#include "client/hall.h"

namespace shanzhi::app {

using hall::SceneKind;

namespace {

/// What a kind of scene shows: the map's measure, the board that stays, the months.
struct Look {
  const char* measure;
  int board;  ///< -1: they take turns
  bool months;
};
Look look_of(SceneKind kind) {
  switch (kind) {
    case SceneKind::overview: return {"points_per_household", -1, false};
    case SceneKind::points: return {"points", 0, false};
    case SceneKind::hours: return {"hours", 1, false};
    case SceneKind::households: return {"points_per_household", 2, false};
    case SceneKind::teams: return {"hours", 1, false};
    case SceneKind::villages: return {"points_per_household", 1, true};
    case SceneKind::fields: return {"hours", -1, false};
    case SceneKind::year: return {"hours", -1, true};
    case SceneKind::holiday: return {"points_per_household", -1, true};
  }
  return {"points_per_household", -1, false};
}

/// Of an overview's time the last part looks at one hub.
constexpr std::int64_t kHubSeconds = 20, kHubFrom = 50;

/// The next hub at every turn; villages where there are no hubs.
std::string hub_of_turn(const screens::Env& env, std::int64_t turn) {
  auto places = env.places.below(env.place, "hub");
  if (places.empty()) places = env.places.below(env.place, "village");
  if (places.empty()) return {};
  return places[static_cast<std::size_t>(turn) % places.size()]->code;
}

}  // namespace

Hall::Shown Hall::shown_of(const hall::Scene& scene) {
  const Look look = look_of(scene.kind);
  return {.kind = scene.kind,
          .measure = scene.measure.empty() ? look.measure : scene.measure,
          .focus = scene.place,
          .months = look.months,
          .board = look.board};
}

Hall::Shown Hall::scene(const screens::Env& env) {
  const auto& known =
      model_.hall_scenes.want(model::query_path("hall-scenes", {{"place", env.place}}));
  const std::int64_t minute =
      (env.now.unix_ms + base::kTownOffsetMs) / base::kMsPerMinute % hall::kMinutesOfDay;
  const api::HallDirection* direction = nullptr;
  if (known) {
    const auto until = base::parse_instant(known->direction.until);
    if (known->directed && until && env.now < *until) direction = &known->direction;
  }
  if (!direction || !direction->paused) clock_s_ = env.now.unix_ms / base::kMsPerSecond;
  static const std::vector<hall::Scene> usual(1);
  const auto* scenes = known ? &known->scenes : &usual;
  const std::int64_t chosen = direction ? direction->scene : 0;
  auto turn = hall::turn_at(*scenes, chosen, minute, clock_s_);
  if (!turn) turn = hall::turn_at(*(scenes = &usual), 0, minute, clock_s_);
  const hall::Scene& s = (*scenes)[turn->index];
  Shown out = shown_of(s);
  const bool wanders = s.kind == SceneKind::overview && s.place.empty() && s.seconds >= kHubFrom;
  if (wanders && turn->into >= s.seconds - kHubSeconds) out.focus = hub_of_turn(env, turn->round);
  if (direction && !direction->focus.empty()) out.focus = direction->focus;
  if (out.focus == env.place) out.focus.clear();
  return out;
}

}  // namespace shanzhi::app
