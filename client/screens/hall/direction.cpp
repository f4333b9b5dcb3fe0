// From text to a value.
#include "client/screens/hall/direction.h"

namespace shanzhi::screens {

std::optional<hall::Direction> direction_of(const api::HallScenes& scenes) {
  const api::HallDirection& told = scenes.direction;
  const auto at = base::parse_instant(told.at), until = base::parse_instant(told.until);
  if (!scenes.directed || !at || !until) return std::nullopt;
  hall::Direction direction;
  direction.at = *at, direction.until = *until;
  direction.scene = told.scene, direction.focus = told.focus;
  direction.paused = told.paused, direction.speed = told.speed;
  direction.day = base::parse_date(told.day);
  return direction;
}

}  // namespace shanzhi::screens
