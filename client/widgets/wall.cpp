// The wall's own drawing.
#include "client/widgets/wall.h"

#include <algorithm>
#include <cmath>

#include "client/widgets/internal.h"

namespace shanzhi::widgets {
namespace {

constexpr std::size_t kRollingDigits = 3;

bool digit(char c) {
  return c >= '0' && c <= '9';
}

/// Does the character at `at` roll? Among the last digits, and another than before.
bool rolls(const Roll& roll, std::size_t at) {
  if (roll.before.size() != roll.now.size() || !digit(roll.now[at])) return false;
  const auto after =
      std::count_if(roll.now.begin() + static_cast<std::ptrdiff_t>(at), roll.now.end(), digit);
  return roll.before[at] != roll.now[at] && static_cast<std::size_t>(after) <= kRollingDigits;
}

}  // namespace

float tracked_width(std::string_view s, const TextStyle& style, float tracking) {
  float w = 0;
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t next = next_character(s, i);
    w += measure(s.substr(i, next - i), style).x + tracking;
    i = next;
  }
  return w;
}

float rolling(Roll& roll, Vec2 at, std::string_view s, const TextStyle& style, float tracking) {
  if (roll.now != s) {
    roll.before = roll.now;
    roll.now = s;
    roll.since = roll.before.empty() ? -1e9 : frame_ms();
  }
  const auto t = static_cast<float>((frame_ms() - roll.since) / static_cast<double>(kRollMs));
  const bool moving = t < 1 && !reduced_motion();
  if (moving) animate();
  const float k = moving ? ease(std::max(0.f, t)) : 1.f, line = type(style.size).line;
  float x = at.x;
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t next = next_character(s, i);
    const std::string_view c = s.substr(i, next - i);
    if (moving && rolls(roll, i)) {
      const ImRect cell = dev(Rect{x, at.y, measure(c, style).x + 1, line});
      draw_list()->PushClipRect(cell.Min, cell.Max, true);
      draw_text({px(x), px(at.y + line * (1 - k))}, c, style);
      draw_text({px(x), px(at.y - line * k)}, std::string_view(&roll.before[i], 1), style);
      draw_list()->PopClipRect();
    } else {
      draw_text({px(x), px(at.y)}, c, style);
    }
    x += measure(c, style).x + tracking;
    i = next;
  }
  return x;
}

void fade_to(Rect r, Side side, float alpha) {
  const Rgba whole = color(Color::bg, alpha), none = color(Color::bg, 0);
  const bool flat = side == Side::left || side == Side::right;
  const Rgba first = side == Side::left || side == Side::top ? whole : none;
  const Rgba last = first == whole ? none : whole;
  const ImRect box = dev(r);
  draw_list()->AddRectFilledMultiColor(box.Min, box.Max, first, flat ? last : first, last,
                                       flat ? first : last);
}

void veil(Rect r, float alpha) {
  if (alpha <= 0.004f) return;
  const ImRect box = dev(r);
  draw_list()->AddRectFilled(box.Min, box.Max, color(Color::bg, alpha));
}

void seal(Rect r, std::string_view character) {
  fill(r, Color::jade, r.h / 10);
  mute_text_in(r, character,
               {.size = Size::h1,
                .color = Color::on_jade,
                .weight = Weight::semibold,
                .align = Align::centre});
}

void dotted(Vec2 a, Vec2 b, Color c, float dot, float step) {
  const float length = std::hypot(b.x - a.x, b.y - a.y);
  for (float at = 0; at <= length; at += step)
    disc({a.x + (b.x - a.x) * at / std::max(1.f, length),
          a.y + (b.y - a.y) * at / std::max(1.f, length)},
         dot / 2, c);
}

void ring_fading(Vec2 centre, float radius, Color c, float alpha, float thickness) {
  draw_list()->AddCircle(dev(centre), px(radius), color(c, alpha), 0, std::max(1.f, px(thickness)));
}

void ridge(Rect r, std::span<const float> heights, Color c, float thickness) {
  if (heights.size() < 2) return;
  const float each = r.w / static_cast<float>(heights.size() - 1);
  const auto top = [&](std::size_t i) {
    return dev(Vec2{r.x + each * static_cast<float>(i), r.bottom() - heights[i]});
  };
  const float foot = px(r.bottom());
  ImDrawList* list = draw_list();
  const auto area = [&](std::size_t from, std::size_t to, Rgba fill) {
    list->PathClear();
    list->PathLineTo({top(from).x, foot});
    for (std::size_t i = from; i <= to; i++) list->PathLineTo(top(i));
    list->PathLineTo({top(to).x, foot});
    list->PathFillConcave(fill);
  };
  const std::size_t last = heights.size() - 1;
  area(0, last, color(Color::bg));
  area(0, last - 1, color(c, .16f));
  area(last - 1, last, color(c, .07f));
  list->PathClear();
  for (std::size_t i = 0; i + 1 < heights.size(); i++) list->PathLineTo(top(i));
  list->PathStroke(color(c), 0, px(thickness));
  list->AddLine(top(heights.size() - 2), top(heights.size() - 1), color(c, .45f), px(thickness));
}

void tag_plate(Vec2 from, Rect r, std::string_view words, std::string_view amount, float alpha) {
  const Vec2 to{std::clamp(from.x, r.x + 20, r.right() - 20), from.y < r.y ? r.y : r.bottom()};
  draw_list()->AddLine(dev(from), dev(to), color(Color::t1, alpha), std::max(1.f, px(1.5f)));
  const ImRect box = dev(r);
  draw_list()->AddRectFilled(box.Min, box.Max, color(Color::t1, alpha), px(4));
  const TextStyle ink{.weight = Weight::semibold, .tint = color(Color::ink, alpha)};
  TextStyle gold{.size = Size::h2, .weight = Weight::semibold, .align = Align::right};
  gold.tint = with_alpha(ramp(Ramp::gold, 7)[1], alpha);
  const Rect inner = r.inset(14, 0);
  const float left = mute_text_in(inner, amount, gold).x;
  mute_text_in({inner.x, inner.y, left - inner.x - kGap3, inner.h}, words, ink);
}

void town_inset(Rect r, const MapShape& shape, std::string_view place, const MapBox& seen) {
  if (shape.empty()) return;
  const MapBox& b = shape.box;
  const float scale = std::min(r.w / (b.x1 - b.x0), r.h / (b.y1 - b.y0));
  const auto at = [&](MapPoint p) {
    return Vec2{r.x + r.w / 2 + (p.x - (b.x0 + b.x1) / 2) * scale,
                r.y + r.h / 2 + (p.y - (b.y0 + b.y1) / 2) * scale};
  };
  ImDrawList* list = draw_list();
  const Rgba ground = ramp(Ramp::alarm)[2];
  list->PrimReserve(static_cast<int>(shape.indices.size()),
                    static_cast<int>(shape.vertices.size()));
  const auto first = list->_VtxCurrentIdx;
  for (const MapPoint& p : shape.vertices)
    list->PrimWriteVtx(dev(at(p)), list->_Data->TexUvWhitePixel, ground);
  for (const std::uint32_t i : shape.indices) list->PrimWriteIdx(first + i);
  const Vec2 a = at({seen.x0, seen.y0}), z = at({seen.x1, seen.y1});
  outline({a.x, a.y, z.x - a.x, z.y - a.y}, Color::t1, 0, 1.5f);
  const int cell = shape.find(place);
  const MapBox box = shape.box_of(place);
  const MapPoint middle = cell >= 0 ? shape.cells[static_cast<std::size_t>(cell)].middle
                                    : MapPoint{(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2};
  disc(at(middle), 5, Color::alarm_cell);
}

}  // namespace shanzhi::widgets
