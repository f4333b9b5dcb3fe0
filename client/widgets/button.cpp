// Buttons and links.
#include "client/widgets/button.h"

#include <algorithm>

#include "client/widgets/internal.h"
#include "client/widgets/overlay.h"

namespace shanzhi::widgets {
namespace {

float radius() {
  switch (theme().face) {
    case Face::desk:
    case Face::hall: return 4;
    case Face::phone: return 6;
    case Face::elder: return 8;
  }
  return 4;
}

struct Skin {
  Rgba fill, border, words;
};

Skin skin(const ButtonOptions& o, const Touch& t, float warm) {
  if (!o.enabled) {
    const bool bare = o.look == Look::quiet;
    return {bare ? 0 : color(Color::sunk), 0, color(Color::t3)};
  }
  const float press = t.held ? 1.f : 0.f;
  switch (o.look) {
    case Look::primary:
      return {mix(color(Color::jade), color(Color::t1), 0.10f * warm + 0.10f * press), 0,
              color(Color::on_jade)};
    case Look::secondary:
    case Look::danger:
      return {mix(color(Color::raise), color(Color::sunk), 0.7f * warm + 0.3f * press),
              mix(color(Color::line2), color(Color::t3), warm), color(Color::t1)};
    case Look::quiet: return {color(Color::jade_tint, 0.8f * warm), 0, color(Color::jade)};
  }
  return {};
}

Color icon_color(const ButtonOptions& o) {
  if (!o.enabled) return Color::t3;
  switch (o.look) {
    case Look::primary: return Color::on_jade;
    case Look::quiet: return Color::jade;
    case Look::secondary:
    case Look::danger: return Color::t1;
  }
  return Color::t1;
}

constexpr float kIconSide = 18, kIconRoom = 24;

void draw_words(Rect r, std::string_view label, TextStyle style, const ButtonOptions& o) {
  const float lead = o.icon == Icon::none ? 0 : kIconRoom;
  const float words = std::min(measure(label, style).x, r.w - lead);
  const float x = r.x + (r.w - words - lead) / 2;
  icon(o.icon, {x, r.y + (r.h - kIconSide) / 2}, kIconSide, icon_color(o));
  mute_text_in({x + lead, r.y, words + 1, r.h}, label, style);
}

}  // namespace

bool button(std::string_view label, const ButtonOptions& o) {
  const bool strong = o.look == Look::primary || theme().face == Face::elder;
  const TextStyle style{.weight = strong ? Weight::semibold : Weight::regular};
  const float pad = o.look == Look::quiet ? 8.f : o.small ? 12.f : 16.f;
  const float height = o.small && theme().face == Face::desk ? 28.f : touch_height();
  const float natural =
      o.bare ? height : measure(label, style).x + (o.icon == Icon::none ? 0 : kIconRoom) + 2 * pad;
  const Rect r = take(take_width(std::max(natural, height)), height);
  const bool live = o.enabled && !o.busy;
  const Id id = make_id(label);
  const Touch t = touch(id, r, live);
  const Skin s = skin(o, t, transition(id, t.hovered && live, kHoverMs));
  const ImRect box = dev(r);
  if (s.fill) draw_list()->AddRectFilled(box.Min, box.Max, s.fill, px(radius()));
  if (s.border) {
    ImRect edge = box;
    edge.Expand(-hairline_px() / 2);
    draw_list()->PathRect(edge.Min, edge.Max, px(radius()));
    draw_list()->PathStroke(s.border, ImDrawFlags_Closed, hairline_px());
  }
  TextStyle ink = style;
  ink.tint = o.busy ? with_alpha(s.words, 0.6f) : s.words;
  if (o.bare)
    icon_in(r, o.icon, kIconSide, icon_color(o)), tooltip(shown(label));
  else
    draw_words(r.inset(pad / 2, 0), label, ink, o);
  const std::string_view why = o.enabled ? std::string_view{} : o.why_not;
  add_node(id, Role::button, label, r, kFocusable | (live ? 0u : kDisabled) | (o.busy ? kBusy : 0u),
           0, {}, why);
  if (!why.empty()) tooltip(why);
  return t.pressed;
}

bool primary_button(std::string_view label, bool enabled, std::string_view why_not) {
  return button(label, {.look = Look::primary, .enabled = enabled, .why_not = why_not});
}

bool icon_button(Icon which, std::string_view name, bool enabled, bool on) {
  const float side = theme().face == Face::desk ? 32.f : std::max(44.f, touch_height());
  const Rect r = take(take_width(side), side);
  const Id id = make_id(name);
  const Touch t = touch(id, r, enabled);
  const float warm = transition(id, t.hovered && enabled, kHoverMs);
  const ImRect box = dev(r);
  draw_list()->AddRectFilled(box.Min, box.Max,
                             with_alpha(color(on ? Color::jade_tint : Color::sunk), on ? 1 : warm),
                             px(radius()));
  icon_in(r, which, side >= 44 ? 24.f : 20.f, !enabled ? Color::t3 : on ? Color::jade : Color::t1);
  add_node(id, Role::button, name, r,
           kFocusable | (enabled ? 0u : kDisabled) | (on ? kPressed : 0u));
  tooltip(shown(name));
  return t.pressed;
}

bool link(std::string_view label, const TextStyle* given) {
  TextStyle style = given ? *given : TextStyle{.color = Color::jade};
  const Vec2 size = measure(label, style);
  const Rect r = take(take_width(size.x), size.y);
  const Id id = make_id(label);
  const float reach = theme().face == Face::desk ? 0 : std::max(0.f, (44 - size.y) / 2);
  const Touch t = touch(id, r.inset(0, -reach));  // a finger needs more than a line of text
  const Rect drawn = mute_text_in(r, label, style);
  if (t.hovered)
    hairline_h(drawn.x, r.y + (r.h + type(style.size).size) / 2 + 1, drawn.w, style.color);
  add_node(id, Role::link, label, r, kFocusable);
  return t.pressed;
}

}  // namespace shanzhi::widgets
