// What the town's wall shows and when: scenes that take turns, and a presenter's direction that holds for
// some minutes and then gives way to them by itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/instant.h"
#include "shared/base/result.h"

namespace shanzhi::hall {

enum class SceneKind : std::uint8_t {
  overview,
  points,
  hours,
  households,
  teams,
  villages,  ///< trends village by village
  fields,    ///< trends by field of service
  year,      ///< the year day by day
  holiday
};

struct Scene {
  SceneKind kind = SceneKind::overview;
  std::int64_t seconds = 60;
  /// Minutes of the day between which it may be shown; until < from goes over midnight. Both or none.
  std::optional<std::int64_t> from_minute, until_minute;
  std::string place;    ///< code of what the map looks at; "" the whole
  std::string measure;  ///< of the map; "" the usual one of that kind
};

inline constexpr std::int64_t kScenesMax = 24;
inline constexpr std::int64_t kSceneSecondsMin = 5;
inline constexpr std::int64_t kSceneSecondsMax = 3600;
inline constexpr std::int64_t kMinutesOfDay = 24 * 60;

/// What a presenter asks of the wall.
enum class Action : std::uint8_t {
  scene,
  focus,
  pause,
  go_on,
  replay,
  stop,
  hide_names,
  show_names
};

inline constexpr std::int64_t kDirectionMinutes = 10;  ///< when not said
inline constexpr std::int64_t kDirectionMinutesMax = 120;
inline constexpr std::int64_t kReplaySpeed = 600;  ///< when not said: a day in 2.4 minutes
inline constexpr std::int64_t kReplaySpeedMax = 3600;
/// How long the whole day stays on the wall when it has been shown.
inline constexpr std::int64_t kReplayEndMs = 20'000;

/// What is in force; nothing when `until` has passed.
struct Direction {
  /// When it was given. Of a replay: when the first moment of its day was shown, or would have been.
  base::Instant at;
  /// A replay that is paused stands where it was kDirectionMinutes before this, however long it was to hold.
  base::Instant until;
  std::int64_t scene = 0;  ///< from 1; 0: they take turns
  std::string focus;       ///< place code
  bool paused = false;
  std::optional<base::CivilDate> day;  ///< replayed
  std::int64_t speed = 0;              ///< seconds of that day in one second
};

/// One order of the presenter.
struct Order {
  Action action = Action::stop;
  std::int64_t scene = 0;
  std::string focus;
  std::optional<base::CivilDate> day;
  std::int64_t speed = 0;
  std::int64_t from_minute = 0;         ///< of the day replayed
  std::optional<std::int64_t> minutes;  ///< it holds; none: kDirectionMinutes, a replay to its end
};

/// Where a replay stands.
struct Replay {
  base::Instant shown;  ///< the moment of its day that is shown; never one that is still to come
  bool over = false;    ///< the whole day has been shown
};

/// The scenes of a wall that nobody has arranged.
std::vector<Scene> usual_scenes();
/// Errors: missing_field, out_of_range, each at /scenes/N/…
base::Result<base::Done> check_scenes(const std::vector<Scene>& scenes);
/// Whether the scene may be shown at that minute of the day.
bool shown_at(const Scene& scene, std::int64_t minute_of_day);
/// The scene that has its turn.
struct Turn {
  std::size_t index = 0;
  std::int64_t into = 0;   ///< seconds of it that have passed
  std::int64_t round = 0;  ///< how often all have had their turn since 1970
};
/// Scenes take turns by the clock, those that may be shown now; `chosen` (from 1) stays alone. None: no
/// scene may be shown at this time.
std::optional<Turn> turn_at(const std::vector<Scene>& scenes, std::int64_t chosen,
                            std::int64_t minute_of_day, std::int64_t clock_s);
bool in_force(const Direction& direction, base::Instant now);
/// What a replay shows at that time of the server's clock: on every wall the same. None: there is no replay.
std::optional<Replay> replay_at(const Direction& direction, base::Instant now);
/// The direction after the order. Errors: missing_field, out_of_range (/scene, shown how many there are;
/// /speed, /from_minute), in_the_future (/day).
base::Result<Direction> directed(const Direction& before, const Order& order,
                                 std::int64_t scene_count, base::Instant now);

}  // namespace shanzhi::hall
