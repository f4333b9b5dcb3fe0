// Chips, tags, tabs, segments, check boxes, switches.
#include <algorithm>

#include "client/widgets/button.h"
#include "client/widgets/internal.h"

namespace shanzhi::widgets {
namespace {

float chip_height() {
  switch (theme().face) {
    case Face::desk: return 24;
    case Face::hall: return 34;
    case Face::phone: return 30;
    case Face::elder: return 60;
  }
  return 24;
}

/// The least height of what a finger presses.
float finger(float at_desk) {
  switch (theme().face) {
    case Face::desk: return at_desk;
    case Face::hall:
    case Face::phone: return 44;
    case Face::elder: return 60;
  }
  return at_desk;
}

/// Between what is pressed and its words.
constexpr float kGlyphGap = 6;
constexpr TextStyle kHint{.size = Size::small, .color = Color::t2};

/// A row that is at least a finger high on phones; the hint has the lines that it needs.
Rect option_row(std::string_view label, std::string_view hint, float glyph) {
  const float words = measure(label).x + glyph + 8;
  const bool natural = column().in_row || column().has_next_width;
  const float width = take_width(natural ? words : 0);
  float height = std::max(type(Size::body).line + 4, finger(24));
  if (!hint.empty()) height += paragraph_height(hint, width - glyph - kGlyphGap, kHint);
  return take(width, height);
}

void option_words(Rect r, std::string_view label, std::string_view hint, float x, bool enabled) {
  const float head = hint.empty() ? r.h : type(Size::body).line + 4;
  mute_text_in({x, r.y, r.right() - x, head}, label, {.color = enabled ? Color::t1 : Color::t3});
  if (hint.empty()) return;
  mute_paragraph_in({x, r.y + head, r.right() - x, r.h - head}, hint, kHint);
}

}  // namespace

bool chip(std::string_view label, const ChipOptions& o) {
  const TextStyle style{.size = Size::small,
                        .color = o.on ? Color::jade : Color::t2,
                        .weight = o.on ? Weight::semibold : Weight::regular};
  const float height = chip_height();
  const std::string number = o.count >= 0 ? " " + std::to_string(o.count) : "";
  const std::string words = std::string(shown(label)) + number;
  const float text_w = measure(words, style).x;
  const float width = text_w + 24 + (o.removable ? 18 : 0) + (o.icon == Icon::none ? 0 : 20);
  Lane& c = column();
  if (c.chips && !c.in_row) same_row(kGap2);
  if (c.in_row && cursor().x + width > c.rect.right()) {  // wrap
    c.in_row = false;
    c.cursor.y += kGap2;
    c.bottom = std::max(c.bottom, c.cursor.y);
  }
  const Rect r = take(width, height);
  const Rect hit = r.inset(0, -std::max(0.f, finger(height) - height) / 2);
  const Id id = make_id(label);
  const Touch t = touch(id, hit);
  const float on = transition(id, o.on, kRowMs);
  const ImRect box = dev(r);
  const float round = box.GetHeight() / 2;
  const Rgba off_fill = t.hovered ? color(Color::sunk) : with_alpha(color(Color::sunk), 0);
  draw_list()->AddRectFilled(box.Min, box.Max, mix(off_fill, color(Color::jade_tint), on), round);
  if (on < 1) outline(r, Color::line2, height / 2);
  float x = r.x + 12;
  if (o.icon != Icon::none) {
    icon(o.icon, {x - 2, r.y + (height - 16) / 2}, 16, style.color);
    x += 20;
  }
  mute_text_in({x, r.y, text_w + 1, r.h}, words, style);
  if (o.removable) icon(Icon::cross, {x + text_w + 5, r.y + (height - 13) / 2}, 13, Color::jade);
  add_node(id, Role::button, words, hit, kFocusable | (o.on ? kPressed : 0u));
  column().chips = true;
  return t.pressed;
}

void tag(std::string_view label, TagLook look) {
  Color back = Color::jade_tint, ink = Color::jade;
  switch (look) {
    case TagLook::jade: break;
    case TagLook::gold: back = Color::gold_fill, ink = Color::on_gold; break;
    case TagLook::plain: back = Color::sunk, ink = Color::t2; break;
    case TagLook::alarm: back = Color::cin_fill, ink = Color::on_cin; break;
  }
  const TextStyle style{.size = Size::caption, .color = ink, .weight = Weight::semibold};
  const float height = type(Size::caption).line + 4;
  const Rect r = take(measure(label, style).x + 16, height);
  fill(r, back, height / 2);
  mute_text_in(r.inset(8, 0), label, style);
  add_node(make_id(label), Role::text, label, r);
}

bool segmented(std::string_view label, int& index, std::span<const std::string_view> options) {
  const TextStyle on{.size = Size::small, .color = Color::jade, .weight = Weight::semibold};
  const TextStyle off{.size = Size::small, .color = Color::t1};
  const float height = finger(28);
  float width = 0;
  for (const std::string_view s : options) width += measure(s, on).x + 28;
  const bool stretch = column().has_next_width;
  const float total = take_width(width);
  const float extra = stretch ? (total - width) / static_cast<float>(options.size()) : 0;
  const Rect r = take(total, height);
  const Scope scope(label);
  const Group group(Role::radio_group, label, r);
  fill(r, Color::raise, 4);
  bool changed = false;
  float x = r.x;
  for (std::size_t i = 0; i < options.size(); i++) {
    const bool chosen = index == static_cast<int>(i);
    const Rect part{x, r.y, measure(options[i], on).x + 28 + extra, height};
    const Touch t = press_area(options[i], part, Role::radio, chosen ? kChecked : 0u);
    if (chosen || t.hovered)
      fill({part.x, part.y + 1, part.w, part.h - 2}, chosen ? Color::jade_tint : Color::sunk,
           i == 0 || i + 1 == options.size() ? 3.f : 0.f);
    if (i > 0) hairline_v(x, r.y + 1, height - 2, Color::line2);
    mute_text_in({part.x, part.y, part.w, part.h}, options[i],
                 {.size = Size::small,
                  .color = chosen ? on.color : off.color,
                  .weight = chosen ? Weight::semibold : Weight::regular,
                  .align = Align::centre});
    if (t.pressed && !chosen) index = static_cast<int>(i), changed = true;
    x += part.w;
  }
  outline(r, Color::line2, 4);
  return changed;
}

constexpr float kTabPad = 12;

bool tabs(std::string_view label, int& index, std::span<const std::string_view> options) {
  const float height = finger(36);
  const Rect r = take(take_width(0), height);
  const Scope scope(label);
  const Group group(Role::tab_list, label, r);
  hairline_h(r.x, r.bottom() - 1, r.w);
  bool changed = false;
  float x = r.x - kTabPad;  // the first word stands where everything else begins
  for (std::size_t i = 0; i < options.size(); i++) {
    const bool chosen = index == static_cast<int>(i);
    const float w = measure(options[i], {.weight = Weight::semibold}).x;
    const Rect part{x, r.y, w + 2 * kTabPad, height};
    const Touch t = press_area(options[i], part, Role::tab, chosen ? kSelected : 0u);
    mute_text_in(part, options[i],
                 {.color = chosen      ? Color::jade
                           : t.hovered ? Color::t1
                                       : Color::t2,
                  .weight = chosen ? Weight::semibold : Weight::regular,
                  .align = Align::centre});
    if (chosen) fill({part.x + kTabPad, r.bottom() - 2, w, 2}, Color::jade);
    if (t.pressed && !chosen) index = static_cast<int>(i), changed = true;
    x += part.w;
  }
  return changed;
}

bool checkbox(std::string_view label, bool& on, bool enabled) {
  const Rect r = option_row(label, {}, 18);
  const Touch t =
      press_area(label, r, Role::checkbox, (on ? kChecked : 0u) | (enabled ? 0u : kDisabled));
  if (t.pressed) on = !on;
  const Rect box{r.x, r.y + (r.h - 16) / 2, 16, 16};
  if (on) {
    fill(box, enabled ? Color::jade : Color::t3, 3);
    icon(Icon::check, {box.x + 1, box.y + 1}, 14, Color::on_jade);
  } else {
    fill(box, Color::raise, 3);
    outline(box, t.hovered ? Color::jade : Color::t3, 3);
  }
  option_words(r, label, {}, r.x + 24, enabled);
  return t.pressed;
}

bool toggle(std::string_view label, bool& on, std::string_view hint) {
  const Rect r = option_row(label, hint, 44);
  const Id id = make_id(label);
  const Touch t = touch(id, r);
  add_node(id, Role::toggle, label, r, kFocusable | (on ? kChecked : 0u), 0, {}, hint);
  if (t.pressed) on = !on;
  const float k = transition(make_id(label), on, kRowMs);
  const float head = hint.empty() ? r.h : type(Size::body).line + 4;
  const Rect track{r.right() - 36, r.y + (head - 20) / 2, 36, 20};
  const ImRect box = dev(track);
  draw_list()->AddRectFilled(box.Min, box.Max, mix(color(Color::t3), color(Color::jade), k),
                             px(10));
  disc({track.x + 10 + 16 * k, track.y + 10}, 7.5f, Color::raise);
  option_words({r.x, r.y, r.w - 44 - kGlyphGap, r.h}, label, hint, r.x, true);
  return t.pressed;
}

bool radio(std::string_view label, bool on, std::string_view hint) {
  const Rect r = option_row(label, hint, 18);
  const Touch t = press_area(label, r, Role::radio, on ? kChecked : 0u);
  const float head = hint.empty() ? r.h : type(Size::body).line + 4;
  const Vec2 at{r.x + 8, r.y + head / 2};
  ring(at, 7.25f, on ? Color::jade : Color::t3, 1.5f);
  if (on) disc(at, 4, Color::jade);
  option_words(r, label, hint, r.x + 24, true);
  return t.pressed && !on;
}

}  // namespace shanzhi::widgets
