// Where everything stands on a wall of any shape. In px of a frame that is 1080 high (upright: wide).
#pragma once

#include "client/widgets/geometry.h"

namespace shanzhi::screens {

enum class HallShape : unsigned char { narrow, wide, wider, widest, upright };

struct HallPlan {
  HallShape shape = HallShape::wide;
  widgets::Rect page;
  widgets::Rect header;
  widgets::Rect hero, figures, fields;  ///< headline, the four beside it, service by field
  widgets::Rect months;                 ///< charts by month; no size: there is no room
  widgets::Rect boards[3];              ///< one: they take turns
  int board_count = 1;
  widgets::Rect feed;
  widgets::Rect map;     ///< what the town fits into
  widgets::Rect around;  ///< what the map may be drawn in when one looks closer
  widgets::Rect legend;  ///< title at its top, steps at its foot
  widgets::Rect ribbon;
  widgets::Rect scene;          ///< of a composition that takes the place of map and figures
  bool figures_in_row = false;  ///< four side by side, not two by two
};

/// How much larger than 1080 lines this wall is.
float hall_scale(float width, float height);
HallPlan hall_plan(widgets::Rect page);

}  // namespace shanzhi::screens
