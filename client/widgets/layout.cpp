// The frame, the stack of columns and the cursor in them.
#include "client/widgets/layout.h"

#include <algorithm>
#include <cmath>

#include "client/widgets/internal.h"
#include "client/widgets/overlay.h"
#include "client/widgets/pull.h"

namespace shanzhi::widgets {
namespace {

constexpr float kBarRoom = 10;

void style_scrollbars() {
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = style.FramePadding = style.ItemSpacing = style.ItemInnerSpacing = {0, 0};
  style.WindowBorderSize = style.ChildBorderSize = style.PopupBorderSize = style.FrameBorderSize =
      0;
  style.WindowRounding = style.ChildRounding = 0;
  style.WindowMinSize = {1, 1};
  style.ScrollbarSize = snap(px(8));
  style.ScrollbarRounding = px(4);
  style.GrabMinSize = px(24);
  style.FontSizeBase = font_pixels(Size::body);
  style.Colors[ImGuiCol_WindowBg] = {0, 0, 0, 0};
  style.Colors[ImGuiCol_ChildBg] = {0, 0, 0, 0};
  style.Colors[ImGuiCol_ScrollbarBg] = {0, 0, 0, 0};
  style.Colors[ImGuiCol_ScrollbarGrab] = ImGui::ColorConvertU32ToFloat4(color(Color::line2));
  style.Colors[ImGuiCol_ScrollbarGrabHovered] = ImGui::ColorConvertU32ToFloat4(color(Color::t3));
  style.Colors[ImGuiCol_ScrollbarGrabActive] = ImGui::ColorConvertU32ToFloat4(color(Color::t2));
}

}  // namespace

void push_column(Rect r, Vec2 start) {
  Lane c;
  c.rect = r;
  c.cursor = start;
  c.bottom = start.y;
  ui_state().columns.push_back(c);
}

UiState& ui_state() {
  static UiState state;
  return state;
}
void forget_everything() {
  ui_state() = UiState{};
  set_wall_scale(1);
  set_scheme(Scheme::light);
  set_face(Face::desk);
}
Lane& column() {
  return ui_state().columns.back();
}
ImDrawList* draw_list() {
  UiState& ui = ui_state();
  return ui.list ? ui.list : ImGui::GetCurrentWindow()->DrawList;
}
Rect clip_rect() {
  return logical(ImGui::GetCurrentWindow()->ClipRect);
}

namespace {

/// What the hand does comes one step a frame: a key pressed twice between two frames is two steps.
template <class Step>
Step next_step(std::vector<Step>& waiting) {
  if (waiting.empty()) return {};
  const Step step = waiting.front();
  waiting.erase(waiting.begin());
  if (!waiting.empty()) animate();
  return step;
}

}  // namespace

void begin_frame(float width, float height, double now_ms, float /*delta_s*/) {
  UiState& ui = ui_state();
  ui.width = width / wall_scale();
  ui.height = height / wall_scale();
  ui.now_ms = now_ms;
  ui.access.nodes.clear();
  ui.access.fields.clear();
  ui.group_depths.clear();
  ui.scrollers.clear();
  ui.lifted.clear();
  ui.silent = 0;
  ui.activated = next_step(ui.activated_waiting);
  ui.key = next_step(ui.keys_waiting);
  ui.field_changes = std::move(ui.field_changes_next);
  ui.field_changes_next.clear();
  ui.modal_open_last = ui.modal_open;
  ui.modal_open = false;
  ui.modal_nodes_from = ui.modal_nodes_to = -1;
  ui.popup_open_last = ui.popup_open;
  ui.popup_open = 0;
  ui.overlay_depth = 0;
  ui.drag_zones.clear();
  ui.pinch = ui.pinch_next;
  ui.pinch_next = {};
  ui.columns.clear();
  ui.list = nullptr;
  if (ui.moving.size() > 4096) ui.moving.clear();
  if (ui.appeared.size() > 4096) ui.appeared.clear();
  style_scrollbars();
  const ImGuiViewport* page = ImGui::GetMainViewport();
  ImGui::SetNextWindowPos(page->Pos);
  ImGui::SetNextWindowSize(page->Size);
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav);
  push_column(screen(), {0, 0});
}

void end_frame() {
  UiState& ui = ui_state();
  draw_toast();
  ui.columns.clear();
  ui.scroll_wishes.clear();
  ImGui::End();
  finish_effects();
}

namespace {

/// Moves a part of the tree to the end of `out`, at its root.
void append_part(const std::vector<Node>& nodes, int from, int to, std::vector<Node>& out) {
  if (from >= to) return;
  const int lift = nodes[static_cast<std::size_t>(from)].depth;
  for (int i = from; i < to; i++) {
    out.push_back(nodes[static_cast<std::size_t>(i)]);
    out.back().depth = std::max(0, out.back().depth - lift);
  }
}

}  // namespace

/// Behind something modal nothing can be reached, by eye or by reader; and what pops up over the page
/// stands over it in the tree too: last, held by nothing that could cut it off.
void finish_effects() {
  UiState& ui = ui_state();
  auto& nodes = ui.access.nodes;
  const bool modal = ui.modal_nodes_from >= 0;
  if (!modal && ui.lifted.empty()) return;
  const int from = modal ? ui.modal_nodes_from : 0;
  const int to = modal ? ui.modal_nodes_to : static_cast<int>(nodes.size());
  std::vector<Node> kept;
  std::vector<std::pair<int, int>> over;
  int at = from;
  for (const auto& [first, last] :
       ui.lifted) {  // in the order of their ends: an outer one comes last
    while (!over.empty() && over.back().first >= first) over.pop_back();
    if (first >= from && last <= to) over.emplace_back(first, last);
  }
  const int lift = from < to ? nodes[static_cast<std::size_t>(from)].depth : 0;
  for (const auto& [first, last] : over) {
    for (; at < first; at++) kept.push_back(nodes[static_cast<std::size_t>(at)]);
    at = last;
  }
  for (; at < to; at++) kept.push_back(nodes[static_cast<std::size_t>(at)]);
  for (Node& n : kept) n.depth = std::max(0, n.depth - lift);
  for (const auto& [first, last] : over) append_part(nodes, first, last, kept);
  nodes = std::move(kept);
}

double frame_ms() {
  return ui_state().now_ms;
}
Rect screen() {
  return {0, 0, ui_state().width, ui_state().height};
}

Scope::Scope(std::string_view name) {
  ImGui::PushID(name.data(), name.data() + name.size());
}
Scope::Scope(std::int64_t number) {
  ImGui::PushID(reinterpret_cast<const char*>(&number),
                reinterpret_cast<const char*>(&number) + sizeof number);
}
Scope::~Scope() {
  ImGui::PopID();
}
Id make_id(std::string_view label) {
  return ImGui::GetID(label.data(), label.data() + label.size());
}
std::string_view shown(std::string_view label) {
  return label.substr(0, label.find("##"));
}

Box::Box(Rect rect) {
  push_column(rect, {rect.x, rect.y});
}
Box::~Box() {
  ui_state().columns.pop_back();
}

Scroll::Scroll(std::string_view name, Rect rect, float pad) {
  Rect r = rect;
  if (pad < kBarRoom) r.w += kBarRoom;  // the bar stands beside the content, in the gap
  const bool by_finger = theme().face == Face::phone || theme().face == Face::elder;
  begin_scroller(make_id(name), r, by_finger ? ImGuiWindowFlags_NoScrollbar : 0);
  const float y = rect.y - logical(ImGui::GetScrollY()) + pull_of(ImGui::GetCurrentWindow()->ID);
  push_column({rect.x + pad, rect.y, rect.w - 2 * pad, rect.h}, {rect.x + pad, y});
}
Scroll::~Scroll() {
  const float bottom = column().bottom - pull_of(ImGui::GetCurrentWindow()->ID);
  ui_state().columns.pop_back();
  end_scroller(bottom);
}
float Scroll::offset() const {
  return logical(ImGui::GetScrollY());
}
void Scroll::to(float y) {
  ImGui::SetScrollY(px(y));
}

Rect content() {
  const Lane& c = column();
  return {c.rect.x, c.cursor.y, c.rect.w, std::max(0.f, c.rect.bottom() - c.cursor.y)};
}
Vec2 cursor() {
  const Lane& c = column();
  return c.in_row ? Vec2{c.last.right() + c.row_gap, c.row_top} : c.cursor;
}
void space(float height) {
  column().cursor.y += height;
  column().bottom = std::max(column().bottom, column().cursor.y);
}
void same_row(float gap) {
  Lane& c = column();
  c.in_row = true;
  c.row_gap = gap;
}
void move_to(Vec2 p) {
  Lane& c = column();
  c.cursor = p;
  c.in_row = false;
}

Rect take(float width, float height) {
  Lane& c = column();
  Vec2 at = cursor();
  if (c.in_row && width > 0 && at.x + width > c.rect.right() + 1 && at.x > c.rect.x) {
    c.in_row = false;  // no room left: a new line
    c.cursor.y += kGap2;
    at = cursor();
  }
  if (!c.in_row) c.row_top = at.y, c.row_height = 0;
  if (width <= 0) width = c.rect.right() - at.x + width;
  // In a row what is lower than the row stands in its middle.
  const float drop = std::max(0.f, (c.row_height - height) / 2);
  c.last = {at.x, at.y + drop, width, height};
  c.row_height = std::max(c.row_height, height);
  const float row_bottom = c.in_row ? std::max(c.cursor.y, at.y + height) : at.y + height;
  c.cursor = {c.rect.x, row_bottom};
  c.bottom = std::max(c.bottom, row_bottom);
  c.in_row = c.chips = false;
  return c.last;
}
void set_next_width(float width) {
  column().next_width = width;
  column().has_next_width = true;
}
float take_width(float natural) {
  Lane& c = column();
  const float rest = c.rect.right() - cursor().x;
  float width = natural <= 0 ? rest + natural : natural;
  if (c.has_next_width) width = c.next_width > 0 ? c.next_width : rest + c.next_width;
  c.has_next_width = false;
  return std::max(1.f, width);
}
Rect last() {
  return column().last;
}

bool visible(Rect r) {
  const Rect seen = reachable(r);
  return seen.w > 0 && seen.h > 0;
}

}  // namespace shanzhi::widgets
