// Use cases of the town's wall: its scenes, and the presenter's remote.
#pragma once

#include "server/app/work.h"
#include "shared/api/hall.h"

namespace shanzhi::app {

/// Errors: not_found (/place, /scenes/N/place), and those of hall::check_scenes.
base::Result<Outcome> save_hall_scenes(Work& work, const api::SaveHallScenes& command);
/// Errors: not_found (/place, /focus), and those of hall::directed.
base::Result<Outcome> direct_hall(Work& work, const api::DirectHall& command);

}  // namespace shanzhi::app
