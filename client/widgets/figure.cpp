// The headline figure: a label, a great numeral, its unit, how it changed, its last weeks as a line.
#include <algorithm>
#include <cmath>

#include "client/widgets/chart.h"
#include "client/widgets/internal.h"

namespace shanzhi::widgets {
namespace {

Color trend_color(Trend trend) {
  switch (trend) {
    case Trend::up: return Color::jade;
    case Trend::gold: return Color::gold_text;
    case Trend::down:
    case Trend::none: return Color::t2;
  }
  return Color::t2;
}

TextStyle unit_style() {
  return {.size = Size::small, .color = Color::t2};
}

std::string told(std::string_view label, std::string_view value, const FigureStyle& style) {
  std::string s(shown(label));
  (s += " ") += value;
  if (!style.unit.empty()) (s += " ") += style.unit;
  if (!style.change.empty()) (s += "，") += style.change;
  return s;
}

/// The largest size in which numeral and unit fit: a figure is never cut.
Size fitting(std::string_view value, std::string_view unit, Size wanted, float width) {
  const float beside = unit.empty() ? 0 : measure(unit, unit_style()).x + 6;
  for (const Size size : {wanted, Size::h1, Size::amount})
    if (measure(value, {.size = size}).x + beside <= width && type(size).size <= type(wanted).size)
      return size;
  return Size::body;
}

/// The whole sentence of change, or where it is too long only its figure: what stands between spaces
/// round the first digit.
std::string_view fitting_change(std::string_view change, float width) {
  const std::size_t digit = change.find_first_of("0123456789");
  const bool fits = measure(change, {.size = Size::small}).x <= width;
  if (fits || digit == std::string_view::npos) return change;
  const std::size_t space = change.rfind(' ', digit);
  const std::size_t from = space == std::string_view::npos ? 0 : space + 1;
  return change.substr(from, change.find(' ', digit) - from);
}

/// Draws and returns the height used.
float draw(Rect r, std::string_view label, std::string_view value, const FigureStyle& style) {
  const TextStyle caption{.size = Size::small, .color = Color::t2};
  const Size size = fitting(value, style.unit, style.size, r.w);
  const TextStyle number{.size = size, .color = style.color};
  const float head = type(Size::small).line, body = type(style.size).line;
  mute_text_in({r.x, r.y, r.w, head}, label, caption);
  const float top = r.y + head + 1;
  const float em = logical(font_pixels(style.size));
  const float base = top + (body - em) / 2 + ascent(style.size);
  float x = logical(draw_text({px(r.x), px(base - ascent(size))}, value, number));
  if (!style.unit.empty()) {
    const TextStyle unit = unit_style();
    draw_text({px(x + 5), px(base - ascent(unit.size))}, style.unit, unit);
  }
  float used = head + 1 + body;
  if (style.change.empty() && style.sparkline.size() < 2) return used;
  const Rect foot{r.x, r.y + used - 1, r.w, head};
  x = r.x;
  if (!style.change.empty())
    x = mute_text_in(foot, fitting_change(style.change, r.w),
                     {.size = Size::small, .color = trend_color(style.trend)})
            .right() +
        kGap3;
  const float k = type(Size::small).size / 13;  // 60×18 at the desk
  if (style.sparkline.size() >= 2 && r.right() - x >= 40)
    sparkline({x, foot.y + (head - 18 * k) / 2, std::min(60 * k, r.right() - x), 18 * k},
              style.sparkline,
              style.trend == Trend::up     ? Color::jade
              : style.trend == Trend::gold ? Color::gold_fill
                                           : Color::t2);
  return used + head;
}

}  // namespace

void figure_in(Rect r, std::string_view label, std::string_view value, const FigureStyle& style) {
  draw(r, label, value, style);
  add_node(make_id(label), Role::text, told(label, value, style), r);
}

void figure(std::string_view label, std::string_view value, const FigureStyle& style) {
  const float head = type(Size::small).line;
  const bool foot = !style.change.empty() || style.sparkline.size() >= 2;
  const float height = head + 1 + type(style.size).line + (foot ? head : 0);
  figure_in(take(take_width(0), height), label, value, style);
}

int figures(Rect r, std::span<const FigureItem> items) {
  int pressed = -1;
  const int n = static_cast<int>(items.size());
  const float each = r.w / static_cast<float>(std::max(1, n));
  Size common = n > 0 ? items[0].style.size : Size::figure;  // side by side they are of one size
  for (const FigureItem& item : items) {
    const Size size = fitting(item.value, item.style.unit, item.style.size, each - kGap5 - kGap2);
    if (type(size).size < type(common).size) common = size;
  }
  for (int i = 0; i < n; i++) {
    FigureItem item = items[static_cast<std::size_t>(i)];
    item.style.size = common;
    const float left = i == 0 ? 0 : kGap5;
    const Rect cell{r.x + each * static_cast<float>(i) + left, r.y, each - left - kGap2, r.h};
    if (i > 0) hairline_v(r.x + each * static_cast<float>(i), r.y, r.h);
    if (item.pressable) {
      const Id id = make_id(item.label);
      const Touch t = touch(id, cell);
      if (t.pressed) pressed = i;
      draw(cell, item.label, item.value, item.style);
      add_node(id, Role::link, told(item.label, item.value, item.style), cell, kFocusable);
    } else {
      figure_in(cell, item.label, item.value, item.style);
    }
  }
  return pressed;
}

}  // namespace shanzhi::widgets
