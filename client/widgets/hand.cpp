// What the hand does: pressing, keys, the pointer, and motion that answers it.
#include <algorithm>
#include <cmath>

#include "client/widgets/internal.h"
#include "client/widgets/overlay.h"

namespace shanzhi::widgets {

Touch touch(Id id, Rect r, bool enabled) {
  Touch t;
  const ImRect box = dev(r);
  const bool in_sight = ImGui::ItemAdd(box, id, nullptr, ImGuiItemFlags_NoNav);
  if (in_sight && enabled) {
    bool hovered = false, held = false;
    t.pressed = ImGui::ButtonBehavior(box, id, &hovered, &held, ImGuiButtonFlags_NoNavFocus);
    t.hovered = hovered;
    t.held = held;
    t.double_pressed = hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
    if (hovered) want_cursor("pointer");
  } else if (in_sight) {
    t.hovered = ImGui::ItemHoverable(box, id, 0);
  }
  t.focused = focused(id);
  if (enabled && activated(id)) t.pressed = true;
  t.shift = ImGui::GetIO().KeyShift;
  t.ctrl = ImGui::GetIO().KeyCtrl;
  return t;
}

Touch press_area(std::string_view label, Rect r, Role role, std::uint32_t state) {
  const Id id = make_id(label);
  const Touch t = touch(id, r, (state & kDisabled) == 0);
  add_node(id, role, label, r, state | kFocusable);
  return t;
}

void on_key(const KeyPress& press) {
  auto& waiting = ui_state().keys_waiting;
  // A held key is not to go on after it was let go, however slow the frames are.
  if (press.repeated && !waiting.empty()) return;
  waiting.push_back(press);
}
void set_typing(bool on) {
  ui_state().typing = on;
}
bool typing() {
  return ui_state().typing;
}

namespace {

/// Something lies over what is being drawn now, and has the keys.
bool covered() {
  const UiState& ui = ui_state();
  return ui.overlay_depth == 0 && (ui.modal_open_last || ui.popup_open_last > 0);
}

}  // namespace

bool key_pressed(Key key) {
  if (covered() || (typing() && key != Key::escape) || ui_state().key.key != key) return false;
  ui_state().key.key = Key::none;
  return true;
}
bool character_pressed(char32_t c, bool ctrl) {
  const KeyPress& key = ui_state().key;
  return key.character == c && key.ctrl == ctrl && key_pressed(Key::letter);
}
bool shift_pressed() {
  return ui_state().key.shift;
}

Vec2 pointer() {
  const ImVec2 p = ImGui::GetIO().MousePos;
  return {logical(p.x), logical(p.y)};
}
bool pointer_over(Rect r) {
  const ImRect box = dev(r);
  return ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
         ImGui::IsMouseHoveringRect(box.Min, box.Max);
}
void want_drag(Rect r) {
  ui_state().drag_zones.push_back(r);
}
Pinch pinch() {
  return ui_state().pinch;
}
bool drag_wanted(Vec2 p) {
  // Asked between frames: the zones of the frame just drawn.
  for (const Rect& r : ui_state().drag_zones)
    if (r.contains(p)) return !modal_open();
  return false;
}
void on_pinch(Vec2 at, float factor) {
  Pinch& p = ui_state().pinch_next;
  p.factor *= factor;
  p.at = at;
}
bool reduced_motion() {
  return theme().reduced_motion;
}

float transition(Id id, bool on, float duration_ms) {
  UiState& ui = ui_state();
  const auto [at, is_new] = ui.moving.try_emplace(id);
  Moving& m = at->second;
  if (is_new) {
    m.on = on;  // what is there from the start does not move
  } else if (m.on != on) {
    m.on = on;
    m.since = ui.now_ms;
  }
  const float t = theme().reduced_motion
                      ? 1.f
                      : static_cast<float>(std::clamp((ui.now_ms - m.since) / duration_ms, 0., 1.));
  if (t < 1) animate();
  return on ? ease(t) : 1 - ease(t);
}

void hairline() {
  hairline_h(column().rect.x, take(0, 1).y, column().rect.w);
}
void hairline_h(float x, float y, float width, Color c) {
  const float top = snap(px(y));
  draw_list()->AddRectFilled({snap(px(x)), top}, {snap(px(x + width)), top + hairline_px()},
                             color(c));
}
void hairline_v(float x, float y, float height, Color c) {
  const float left = snap(px(x));
  draw_list()->AddRectFilled({left, snap(px(y))}, {left + hairline_px(), snap(px(y + height))},
                             color(c));
}
void fill(Rect r, Color c, float radius) {
  const ImRect box = dev(r);
  draw_list()->AddRectFilled(box.Min, box.Max, color(c), px(radius));
}
void outline(Rect r, Color c, float radius, float thickness) {
  ImRect box = dev(r);
  const float width = thickness <= 1 ? hairline_px() : std::max(1.f, px(thickness));
  box.Expand(-width / 2 + 0.0f);
  draw_list()->PathRect(box.Min, box.Max, px(radius));
  draw_list()->PathStroke(color(c), ImDrawFlags_Closed, width);
}
void disc(Vec2 centre, float radius, Color c) {
  draw_list()->AddCircleFilled(dev(centre), px(radius), color(c));
}
void ring(Vec2 centre, float radius, Color c, float thickness) {
  draw_list()->AddCircle(dev(centre), px(radius), color(c), 0, px(thickness));
}
void segment(Vec2 a, Vec2 b, Color c, float thickness) {
  draw_list()->AddLine(dev(a), dev(b), color(c), std::max(1.f, px(thickness)));
}

void shadow(Rect r, float radius) {
  // y 6, spread 20: rings laid outwards, the outer ones fainter; near enough to a blur.
  constexpr int kRings = 10;
  for (int i = kRings; i > 0; i--) {
    const float share = 2.f * static_cast<float>(kRings - i + 1) / (kRings * (kRings + 1));
    const float grow = 20.f * static_cast<float>(i) / kRings - 4;
    const ImRect box = dev(Rect{r.x - grow, r.y - grow + 6, r.w + 2 * grow, r.h + 2 * grow});
    draw_list()->AddRectFilled(box.Min, box.Max, with_alpha(color(Color::shadow), share),
                               px(radius + std::max(0.f, grow)));
  }
}

}  // namespace shanzhi::widgets
