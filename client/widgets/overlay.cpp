// Windows over the page: the shared frame, popups, menus, and the drawer.
#include "client/widgets/overlay.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "client/widgets/internal.h"

namespace shanzhi::widgets {

float appear(Id id, float duration_ms, bool* fresh) {
  UiState& ui = ui_state();
  Appeared& a = ui.appeared[id];
  const int frame = ImGui::GetFrameCount();
  const bool is_new = a.frame < frame - 1;
  if (is_new) a.since = ui.now_ms;
  a.frame = frame;
  if (fresh) *fresh = is_new;
  if (theme().reduced_motion) return 1;
  const auto t = static_cast<float>(std::clamp((ui.now_ms - a.since) / duration_ms, 0., 1.));
  if (t < 1 && duration_ms > 1) animate();
  return ease(t);
}

void begin_overlay(Id id, Rect r) {
  char name[24];
  std::snprintf(name, sizeof name, "over%08x", id);
  const ImRect box = dev(r);
  ImGui::SetNextWindowPos(box.Min);
  ImGui::SetNextWindowSize(box.GetSize());
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                   ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  ui_state().overlay_depth++;
  push_column(r, {r.x, r.y});
}

void end_overlay() {
  ui_state().overlay_depth--;
  ui_state().columns.pop_back();
  ImGui::End();
}

void plate(Rect r, float radius) {
  draw_list()->PushClipRectFullScreen();
  shadow(r, radius);
  fill(r, Color::raise, radius);
  outline(r, Color::line2, radius);
  draw_list()->PopClipRect();
}

void set_close_label(std::string_view label) {
  ui_state().close_label = label;
}
bool modal_open() {
  return ui_state().modal_open || ui_state().modal_open_last;
}

namespace {

constexpr float kPopupPad = 6;

/// Esc in a text field (the filter of a list) is told by the field.
bool escaped_inside(const UiState& ui) {
  return std::any_of(ui.field_changes.begin(), ui.field_changes.end(),
                     [](const FieldChange& c) { return c.signal == FieldSignal::escape; });
}

constexpr float kPopupGap = 4, kPopupLeast = 120;

/// Free px below and above the anchor.
float room_below(Rect anchor) {
  return screen().bottom() - anchor.bottom() - 2 * kPopupGap;
}
float room_above(Rect anchor) {
  return anchor.y - 2 * kPopupGap;
}

/// The edge at the anchor stays at the anchor; what has no room scrolls; inside the page.
Rect beside(Rect anchor, bool above, float width, float height) {
  const Rect page = screen();
  height = std::min(height, std::max(kPopupLeast, above ? room_above(anchor) : room_below(anchor)));
  Rect r{anchor.x, anchor.bottom() + kPopupGap, width, height};
  if (above) r.y = anchor.y - kPopupGap - height;
  r.x = std::clamp(r.x, kPopupGap, std::max(kPopupGap, page.w - width - kPopupGap));
  r.y = std::clamp(r.y, kPopupGap, std::max(kPopupGap, page.h - height - kPopupGap));
  return r;
}

}  // namespace

Popup::Popup(std::string_view label, bool& open, Rect anchor, float width, float height)
    : open_(&open), anchor_(anchor), id_(make_id(label)) {
  if (!open) return;
  bool fresh = false;
  appear(id_, kRowMs, &fresh);
  UiState& ui = ui_state();
  const float whole = height + 2 * kPopupPad;
  Appeared& a = ui.appeared[id_];
  if (fresh) a.above = whole > room_below(anchor) && room_above(anchor) > room_below(anchor);
  rect_ = beside(anchor, a.above, width, whole);
  shown_ = true;
  ui.popup_open++;
  begin_overlay(id_, rect_);
  plate(rect_, 6);
  const Rect inner = rect_.inset(kPopupPad);
  nodes_from_ = static_cast<int>(ui.access.nodes.size());
  begin_scroller(make_id("content"), inner, 0);
  push_column(inner, {inner.x, inner.y - logical(ImGui::GetScrollY())});
}

Popup::~Popup() {
  if (!shown_) return;
  UiState& ui = ui_state();
  const Lane c = column();
  ui.columns.pop_back();
  end_scroller(c.bottom);
  ui.lifted.emplace_back(nodes_from_, static_cast<int>(ui.access.nodes.size()));
  if (key_pressed(Key::escape) || escaped_inside(ui)) *open_ = false;
  end_overlay();
  const bool elsewhere = ImGui::IsMouseClicked(ImGuiMouseButton_Left) &&
                         !rect_.contains(pointer()) && !anchor_.contains(pointer());
  if (elsewhere) *open_ = false;
}

int menu(std::string_view label, bool& open, Rect anchor, std::span<const MenuItem> items) {
  if (!open) return -1;
  float width = std::max(160.f, anchor.w);
  for (const MenuItem& item : items)
    width =
        std::max(width, measure(item.label).x + measure(item.detail, {.size = Size::small}).x + 80);
  int chosen = -1;
  const Scope scope(label);
  bool fresh = false;
  appear(make_id("menu"), 1, &fresh);
  const float row = std::max(34.f, theme().face == Face::desk ? 34.f : 48.f);
  const auto lines = std::count_if(items.begin(), items.end(),
                                   [](const MenuItem& item) { return item.line_above; });
  const float height = row * static_cast<float>(items.size()) + 9 * static_cast<float>(lines);
  Popup popup("menu", open, anchor, std::min(width, screen().w - 16), height);
  if (!popup) return -1;
  const Group group(Role::menu, label, content());
  std::vector<Id> ids;
  int at = -1;
  for (std::size_t i = 0; i < items.size(); i++) {
    const MenuItem& item = items[i];
    if (item.line_above) space(4), hairline_h(content().x, cursor().y, content().w), space(5);
    const Rect r = take(content().w, row);
    const Touch t = press_area(item.label, r, Role::menu_item, item.enabled ? 0u : kDisabled);
    ids.push_back(make_id(item.label));
    if (t.focused) at = static_cast<int>(i);
    if ((t.hovered && item.enabled) || t.focused) fill(r, Color::sunk, 4);
    const Color ink = item.enabled ? Color::t1 : Color::t3;
    const Icon which = item.on ? Icon::check : item.icon;
    if (which != Icon::none)
      icon(which, {r.x + 10, r.y + (row - 18) / 2}, 18, item.on ? Color::jade : ink);
    mute_text_in({r.x + 36, r.y, r.w - 46, row}, item.label, {.color = ink});
    mute_text_in(r.inset(10, 0), item.detail,
                 {.size = Size::small, .color = Color::t3, .align = Align::right});
    if (t.pressed) chosen = static_cast<int>(i);
  }
  const int n = static_cast<int>(ids.size());
  if (n > 0 && fresh) request_focus(ids[0]);
  if (n > 0 && key_pressed(Key::down)) request_focus(ids[static_cast<std::size_t>((at + 1) % n)]);
  if (n > 0 && key_pressed(Key::up)) request_focus(ids[static_cast<std::size_t>((at + n - 1) % n)]);
  if (chosen >= 0) open = false;
  return chosen;
}

Drawer::Drawer(std::string_view label, Rect r) {
  const float k = appear(make_id(label), kDrawerMs);
  rect_ = {r.x + 12 * (1 - k), r.y, r.w - 12 * (1 - k), r.h};
  fill(rect_, Color::raise);
  hairline_v(rect_.x, rect_.y, rect_.h);
  begin_group(make_id(label), Role::complementary, label, rect_);
  push_column(rect_, {rect_.x, rect_.y});
}
Drawer::~Drawer() {
  ui_state().columns.pop_back();
  end_group();
}

}  // namespace shanzhi::widgets
