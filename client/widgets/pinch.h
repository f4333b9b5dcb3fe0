// Fingers on a map: a widget that wants drags for itself says so, and two fingers become a factor.
#pragma once

#include "client/widgets/geometry.h"

namespace shanzhi::widgets {

/// In this frame drags that begin in r belong to the widget there, not to scrolling.
void want_drag(Rect r);
/// How much two fingers have spread since the last frame (1: not), and where.
struct Pinch {
  float factor = 1;
  Vec2 at;
};
Pinch pinch();

/// For the platform.
bool drag_wanted(Vec2 p);
void on_pinch(Vec2 at, float factor);

}  // namespace shanzhi::widgets
