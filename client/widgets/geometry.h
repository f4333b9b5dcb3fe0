// Points and rectangles of the page in design px (look.md's px; the page's top left is 0,0), and the
// cutting of a rectangle into parts, which is how screens lay themselves out.
#pragma once

namespace shanzhi::widgets {

struct Vec2 {
  float x = 0, y = 0;
};

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  Vec2 centre() const { return {x + w / 2, y + h / 2}; }
  bool contains(Vec2 p) const { return p.x >= x && p.y >= y && p.x < right() && p.y < bottom(); }
  Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
  Rect inset(float d) const { return inset(d, d); }

  /// Cut a part off one side (with a gap) and keep the rest.
  Rect cut_top(float height, float gap = 0) {
    Rect part{x, y, w, height};
    y += height + gap, h -= height + gap;
    return part;
  }
  Rect cut_bottom(float height, float gap = 0) {
    h -= height + gap;
    return {x, y + h + gap, w, height};
  }
  Rect cut_left(float width, float gap = 0) {
    Rect part{x, y, width, h};
    x += width + gap, w -= width + gap;
    return part;
  }
  Rect cut_right(float width, float gap = 0) {
    w -= width + gap;
    return {x + w + gap, y, width, h};
  }
  /// Column i of n equal ones.
  Rect column(int i, int n, float gap) const {
    const float each = (w - gap * float(n - 1)) / float(n);
    return {x + float(i) * (each + gap), y, each, h};
  }
};

}  // namespace shanzhi::widgets
