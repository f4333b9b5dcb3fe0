// What a finger does at the edge: pulling a list beyond its ends, and coming in from the left to go back.
#pragma once

#include "client/widgets/access.h"

namespace shanzhi::widgets {

/// From here on letting go reads everything again, px.
inline constexpr float kPullEnough = 64;

/// How far the list that is held stands below (+) or above (−) its end, px; rests at 0.
float pulled();
/// The finger let go of a list that was pulled far enough. True once.
bool take_refresh();
/// A finger came in from the left edge. True once.
bool take_swipe_back();

/// For the platform: the window of this id now stands so far beyond its end.
void on_pull(Id window, float y);
void on_refresh();
void on_swipe_back();
/// Of the scroller being drawn.
float pull_of(Id window);

}  // namespace shanzhi::widgets
