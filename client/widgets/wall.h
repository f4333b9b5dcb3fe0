// What only a wall draws: numerals whose last digits roll, edges that fade out, a seal, a line of dots.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "client/widgets/map_shape.h"
#include "client/widgets/text.h"

namespace shanzhi::widgets {

/// A numeral that is on its way from one value to the next.
struct Roll {
  std::string now, before;
  double since = -1e9;
};
/// Draws `s` with its top left at `at`; of what changed since the last frame the last three digits roll.
/// No node. `tracking` px is added after each character. Returns the x where it ends.
float rolling(Roll& roll, Vec2 at, std::string_view s, const TextStyle& style, float tracking = 0);
float tracked_width(std::string_view s, const TextStyle& style, float tracking);

enum class Side : std::uint8_t { left, right, top, bottom };
/// The ground, from nothing to whole towards that side.
void fade_to(Rect r, Side side, float alpha = 1);
/// The ground laid over what was drawn: 0 nothing, 1 all of it is gone.
void veil(Rect r, float alpha);
void seal(Rect r, std::string_view character);
void dotted(Vec2 a, Vec2 b, Color c, float dot, float step);
void ring_fading(Vec2 centre, float radius, Color c, float alpha, float thickness);
/// A mountain line over the foot of `r`: heights in px, the first at its left edge, the last at its right. What
/// lies behind is covered. The last stretch is quiet: its month is not over. No node.
void ridge(Rect r, std::span<const float> heights, Color c, float thickness);
/// The plate that says what has just happened, with a line from where it did.
void tag_plate(Vec2 from, Rect r, std::string_view words, std::string_view amount, float alpha);
/// The whole town small, the place as a dot, and what of it the wall shows.
void town_inset(Rect r, const MapShape& shape, std::string_view place, const MapBox& seen);

}  // namespace shanzhi::widgets
