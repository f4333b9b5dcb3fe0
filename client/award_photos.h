// From a picture that somebody chose to a photograph that an award can name and that can wait on the device.
#pragma once

#include "client/model/model.h"
#include "client/screens/award_check.h"
#include "shared/api/commands.h"

namespace shanzhi::app {

/// Cleans it as the server will, and adds it to the form, or says there why not.
void add_photo(platform::Platform& platform, screens::AwardForm& form, platform::PickedFile&& file);
/// What has to reach the server before the award that names it.
void send_photos(model::Model& model, const screens::AwardForm& form);

}  // namespace shanzhi::app
