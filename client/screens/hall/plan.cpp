// The compositions: 4:3, 16:9, 21:9, 32:9 and upright.
#include "client/screens/hall/plan.h"

#include <algorithm>

namespace shanzhi::screens {
namespace {

using widgets::Rect;

constexpr float kLines = 1080, kMargin = 48, kColumn = 408, kTop = 132, kRibbonTop = 846;
constexpr float kBoardHigh = 392, kFeedTop = 546, kFoot = 828;

/// Two columns at the sides, what lies between is the map's.
void sides(HallPlan& p, float column) {
  const Rect left{p.page.x + kMargin, p.page.y + kTop, column, kFoot - kTop};
  const Rect right{p.page.right() - kMargin - column, left.y, column, left.h};
  p.hero = {left.x, left.y, column, 176};
  p.figures = {left.x, left.y + 202, column, 236};
  p.fields = {left.x, left.y + 462, column, left.h - 462};
  p.boards[0] = {right.x, right.y, column, kBoardHigh};
  p.feed = {right.x, p.page.y + kFeedTop, column, kFoot - kFeedTop};
}

/// The map between x0 and x1, its legend at its left edge.
void middle(HallPlan& p, float x0, float x1) {
  const float y = p.page.y;
  p.legend = {x0, y + kTop, 150, kFoot - kTop - 18};
  p.around = {x0, y, x1 - x0, kRibbonTop};
  p.map = {x0 + 34, y + 104, x1 - x0 - 34, 734};
}

void four_columns(HallPlan& p, float gap, bool months) {
  const Rect inner = p.boards[0];
  const float x = inner.x - kColumn - gap;
  p.board_count = 3;
  p.boards[0] = {x, inner.y, kColumn, kBoardHigh};
  p.boards[1] = inner;
  p.boards[2] = {x, p.page.y + kFeedTop, kColumn, kFoot - kFeedTop};
  float left = p.hero.right();
  if (months) {
    p.months = {p.hero.right() + gap, p.hero.y, kColumn, kFoot - kTop};
    left = p.months.right();
  }
  // The map keeps to the middle of the wall when there is room beside it.
  const float room = x - left - 2 * kMargin, wide = std::min(room, 1060.f);
  const float centre =
      std::clamp(p.page.x + p.page.w / 2, left + kMargin + wide / 2, x - kMargin - wide / 2);
  middle(p, centre - wide / 2, centre + wide / 2);
}

void upright(HallPlan& p) {
  const float x = p.page.x + kMargin, w = p.page.w - 2 * kMargin;
  const float bottom = p.page.bottom();
  float y = p.page.y + kTop;
  p.hero = {x, y, w * .46f, 176};
  p.fields = {x + w * .52f, y, w * .48f, 236};
  p.figures = {x, y + 268, w, 112};
  p.figures_in_row = true;
  p.ribbon = {x, bottom - 224, w, 200};
  const float half = (w - 56) / 2, low = p.ribbon.y - 30 - kBoardHigh;
  p.feed = {x, low, half, kBoardHigh};
  p.boards[0] = {x + half + 56, low, half, kBoardHigh};
  y += 268 + 112 + 24;
  p.around = {p.page.x, y, p.page.w, low - y - 20};
  p.map = p.around.inset(kMargin, 20);
  p.scene = {x, p.page.y + kTop, w, low - 44 - p.page.y - kTop};
  p.legend = {x, y, 150, p.around.h};
}

}  // namespace

float hall_scale(float width, float height) {
  if (width < height) return std::max(.1f, std::min(width / kLines, height / 1700));
  return std::max(.1f, std::min(height / kLines, width / 1404));
}

HallPlan hall_plan(Rect page) {
  HallPlan p;
  p.page = page;
  p.header = {page.x + kMargin, page.y + 20, page.w - 2 * kMargin, 84};
  if (page.w < page.h) {
    p.shape = HallShape::upright;
    upright(p);
    return p;
  }
  p.shape = page.w < 1700   ? HallShape::narrow
            : page.w < 2280 ? HallShape::wide
            : page.w < 3200 ? HallShape::wider
                            : HallShape::widest;
  p.ribbon = {page.x + kMargin, page.y + kRibbonTop, page.w - 2 * kMargin,
              page.h - kRibbonTop - 30};
  sides(p, p.shape == HallShape::narrow ? 340.f : kColumn);
  switch (p.shape) {
    case HallShape::wider: four_columns(p, 72, false); break;
    case HallShape::widest: four_columns(p, 112, true); break;
    default: middle(p, p.hero.right() + 44, p.boards[0].x - 24); break;
  }
  // The widest keeps its headline column beside the composition.
  const float left = p.shape == HallShape::widest ? p.months.x : p.page.x + kMargin;
  const float gap = p.shape == HallShape::widest ? 112.f : 64.f;
  p.scene = {left, page.y + kTop, p.boards[0].x - gap - left, kFoot - kTop};
  return p;
}

}  // namespace shanzhi::screens
