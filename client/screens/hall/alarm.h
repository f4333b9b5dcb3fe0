// The wall in alarm: the band, the town gone out but for one place, what is done and who comes.
#pragma once

#include "client/screens/hall/hall.h"
#include "shared/api/alarms.h"

namespace shanzhi::screens {

struct AlarmWall {
  const api::Alarms& all;  ///< newest first; those that ended a moment ago too
  TownMapView map;
  std::int64_t in_step_ms = 0;
};

/// How long the band stays green after the end.
inline constexpr std::int64_t kClearedMs = 10'000;

/// Which alarm takes the wall; nullptr: none does. An open one before one that has just ended.
const api::AlarmView* alarm_on_wall(const api::Alarms& all, base::Instant now);
void hall_alarm(const Env& env, const AlarmWall& view, HallForm& form, const api::AlarmView& alarm,
                ui::Rect page);

}  // namespace shanzhi::screens
