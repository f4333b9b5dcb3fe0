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
    case SceneKind::villages: return {"points_per_household", 0, true};
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

Hall::Shown Hall::scene(const screens::Env& env) {
  const auto& known = scenes_.want(model::query_path("hall-scenes", {{"place", env.place}}));
  std::vector<hall::Scene> list;
  const std::int64_t now_s = env.now.unix_ms / base::kMsPerSecond;
  const std::int64_t minute =
      (env.now.unix_ms + base::kTownOffsetMs) / base::kMsPerMinute % hall::kMinutesOfDay;
  const api::HallDirection* direction = nullptr;
  if (known) {
    const auto until = base::parse_instant(known->direction.until);
    if (known->directed && until && env.now < *until) direction = &known->direction;
    const auto chosen = static_cast<std::size_t>(direction ? direction->scene : 0);
    for (std::size_t i = 0; i < known->scenes.size(); i++)
      if (chosen > 0 ? i + 1 == chosen : hall::shown_at(known->scenes[i], minute))
        list.push_back(known->scenes[i]);
  }
  if (list.empty()) list.push_back({});
  std::int64_t all = 0;
  for (const hall::Scene& s : list) all += s.seconds;
  if (!direction || !direction->paused) clock_s_ = now_s;
  std::int64_t at = clock_s_ % std::max<std::int64_t>(1, all);
  std::size_t which = 0;
  while (which + 1 < list.size() && at >= list[which].seconds) at -= list[which++].seconds;
  const hall::Scene& s = list[which];
  const Look look = look_of(s.kind);
  Shown out{.measure = s.measure.empty() ? look.measure : s.measure,
            .focus = s.place,
            .months = look.months,
            .board = look.board};
  const bool wanders = s.kind == SceneKind::overview && s.place.empty() && s.seconds >= kHubFrom;
  if (wanders && at >= s.seconds - kHubSeconds)
    out.focus = hub_of_turn(env, clock_s_ / std::max<std::int64_t>(1, all));
  if (direction && !direction->focus.empty()) out.focus = direction->focus;
  if (out.focus == env.place) out.focus.clear();
  return out;
}

}  // namespace shanzhi::app
