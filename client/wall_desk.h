// What of alarms and of the wall the desk and the phone are shown.
#pragma once

#include "client/model/model.h"
#include "client/screens/env.h"

namespace shanzhi::app {

/// Those that concern where this person is.
const model::Loaded<api::Alarms>& alarms_of(model::Model& model, const screens::Env& env);
/// The scenes and the direction of the wall of the place looked at.
const model::Loaded<api::HallScenes>& scenes_of(model::Model& model, const screens::Env& env);

}  // namespace shanzhi::app
