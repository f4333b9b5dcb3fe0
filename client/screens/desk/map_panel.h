// The panel at the right of the map page.
#pragma once

#include "client/screens/desk/map_page.h"

namespace shanzhi::screens {

void map_panel(const Env& env, const MapPageView& view, MapPageForm& form, ui::Rect r, Wish& wish);

}  // namespace shanzhi::screens
