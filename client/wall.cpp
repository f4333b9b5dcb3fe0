// Puts the wall together: its token first, then what is known, then the picture.
#include "client/wall.h"

namespace shanzhi::app {

Wall::Wall(platform::Platform& platform)
    : model_(platform), settings_(model::load_settings(platform)), hall_(model_) {
  hall_.take_token();
  model_.api.set_language(settings_.language);
  platform.set_language(model::language_tag(settings_.language));
}

bool Wall::work() {
  const bool due = hall_.work();
  return model_.work() || due || minute() != minute_drawn_;
}

void Wall::frame() {
  minute_drawn_ = minute();
  model_.work();
  hall_.take_token();
  hall_.draw(settings_);
}

}  // namespace shanzhi::app
