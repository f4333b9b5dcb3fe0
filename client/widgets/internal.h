// What the widget files share among themselves and nobody else sees: the frame's state and the way
// from design px to device pixels. Not included by screens.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "client/widgets/access.h"
#include "client/widgets/field.h"
#include "client/widgets/layout.h"
#include "client/widgets/pinch.h"
#include "client/widgets/text.h"
#include "client/widgets/theme.h"

namespace shanzhi::widgets {

/// A place where widgets are laid out: the cursor and what the last widget took.
struct Lane {
  Rect rect;
  Vec2 cursor;
  float bottom = 0;  ///< lowest edge taken so far
  float row_top = 0, row_height = 0;
  Rect last;
  bool in_row = false;
  float row_gap = 0;
  float next_width = 0;
  bool has_next_width = false;
  bool chips = false;  ///< the last widget was a chip: the next one joins its row
};

struct Moving {
  bool on = false;
  double since = -1e9;
};

/// When something came into sight, and in which frame it was last there.
struct Appeared {
  double since = 0;
  int frame = -10;
  float height = 0;    ///< of an overlay's content, as it came out last time
  bool above = false;  ///< a popup stands over its anchor, as long as it is open
};

struct FieldChange {
  Id id = 0;
  FieldSignal signal = FieldSignal::input;
  std::string value;
};

struct ToastState {
  std::string words, action;
  double until = 0, since = 0;
  bool pressed = false;
};

/// A window whose content scrolls, while its content is drawn.
struct Scroller {
  ImGuiWindow* window = nullptr;
  int node = -1;  ///< its own in the tree; -1: silent
  Rect rect;
};

struct OpenSelect {
  bool open = false;
  std::string filter;
};

struct UiState {
  double now_ms = 0;
  float width = 0, height = 0;
  Access access;
  std::vector<int> group_depths;  ///< node index of each open group
  std::vector<Scroller> scrollers;
  std::unordered_map<Id, float> scroll_wishes;
  int silent = 0;
  Id activated = 0;  ///< in this frame
  std::vector<Id> activated_waiting;
  Id focus = 0;
  Effects effects;
  KeyPress key;  ///< of this frame
  std::vector<KeyPress> keys_waiting;
  bool typing = false;
  std::vector<FieldChange> field_changes, field_changes_next;
  Id field_focus = 0;
  std::vector<Lane> columns;
  std::unordered_map<Id, Moving> moving;
  ToastState toast;
  std::unordered_map<Id, Appeared> appeared;
  std::unordered_map<Id, OpenSelect> selects;
  ImDrawList* list = nullptr;  ///< draw here instead of into the current window
  Id tip = 0;
  std::string close_label = "关闭";
  double tip_since = 0;
  int modal_nodes_from = -1, modal_nodes_to = -1;
  std::vector<std::pair<int, int>>
      lifted;  ///< nodes of popups: they stand over everything, so last
  bool modal_open = false, modal_open_last = false;
  int popup_open = 0, popup_open_last = 0;
  std::vector<Rect> drag_zones;
  Pinch pinch, pinch_next;
  int overlay_depth = 0;  ///< > 0 while the content of an overlay is drawn
};
UiState& ui_state();
Lane& column();

ImDrawList* draw_list();
inline float logical(float device) {
  return device / theme().device_scale;
}
inline ImVec2 dev(Vec2 p) {
  return {px(p.x), px(p.y)};
}
/// Snapped to whole device pixels, so that edges are sharp.
inline ImRect dev(Rect r) {
  return {snap(px(r.x)), snap(px(r.y)), snap(px(r.right())), snap(px(r.bottom()))};
}
inline Rect logical(const ImRect& r) {
  return {logical(r.Min.x), logical(r.Min.y), logical(r.GetWidth()), logical(r.GetHeight())};
}
Rect clip_rect();  ///< what is visible of the current window, px
/// The part of r that can be reached: in sight, or within a scroller's reach of it. No size: none.
Rect reachable(Rect r);
/// A child window for `r` that scrolls; the caller pushes its column. `id` also names the window.
void begin_scroller(Id id, Rect r, int window_flags);
/// `bottom` is where the content ends, px of the page.
void end_scroller(float bottom);
float font_pixels(Size size);  ///< whole device pixels
Rgba ink(const TextStyle& style);
/// Draws at a device position, no node; `end` device x after the text.
float draw_text(ImVec2 at, std::string_view s, const TextStyle& style);
float ascent(Size size);  ///< px from the top of the em box to the baseline
std::size_t next_character(std::string_view s, std::size_t at, char32_t* out = nullptr);
/// Lines of wrapped text as views into s.
std::vector<std::string_view> wrap(std::string_view s, float width, const TextStyle& style);
/// Width a widget is to take: set_next_width(), or `natural`, or the column's when natural ≤ 0.
float take_width(float natural);
/// 0–1 eased since `id` came into sight; `fresh` is set in its first frame.
float appear(Id id, float duration_ms, bool* fresh = nullptr);
void push_column(Rect r, Vec2 start);
/// A window of its own over everything so far; its content goes into a column at r.
void begin_overlay(Id id, Rect r);
void end_overlay();
/// The frame of a card, menu, dialog: shadow, raise, line2.
void plate(Rect r, float radius);
void finish_effects();
void draw_toast();

}  // namespace shanzhi::widgets
