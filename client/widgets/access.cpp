// Gathers the readable tree of a frame and the presses that come back from it.
#include "client/widgets/access.h"

#include <algorithm>

#include "client/widgets/internal.h"

namespace shanzhi::widgets {
namespace {

constexpr float kReach = 4000;  // px beyond a scroller's edge

}  // namespace

Rect reachable(Rect r) {
  const UiState& ui = ui_state();
  const Rect c = clip_rect();
  const bool scrolls =
      !ui.scrollers.empty() && ui.scrollers.back().window == ImGui::GetCurrentWindow();
  const float top = scrolls ? c.y - kReach : c.y;
  const float bottom = scrolls ? c.bottom() + kReach : c.bottom();
  const float x0 = std::max(r.x, c.x), y0 = std::max(r.y, top);
  const float x1 = std::min(r.right(), c.right()), y1 = std::min(r.bottom(), bottom);
  return {x0, y0, std::max(0.f, x1 - x0), std::max(0.f, y1 - y0)};
}

const Access& access() {
  return ui_state().access;
}

void add_node(Id id, Role role, std::string_view name, Rect rect, std::uint32_t state, int level,
              std::string_view value, std::string_view describe) {
  UiState& ui = ui_state();
  if (ui.silent > 0) return;
  rect = reachable(rect);
  if (rect.w < 1 || rect.h < 1) return;
  Node n;
  n.id = id;
  n.role = role;
  n.state = state;
  n.depth = static_cast<int>(ui.group_depths.size());
  n.level = level;
  n.rect = rect;
  n.name = shown(name);
  n.value = value;
  n.describe = describe;
  ui.access.nodes.push_back(std::move(n));
}

void begin_group(Id id, Role role, std::string_view name, Rect rect, std::uint32_t state, int level,
                 int count) {
  UiState& ui = ui_state();
  if (ui.silent == 0) {
    Node n;
    n.id = id;
    n.role = role;
    n.state = state;
    n.depth = static_cast<int>(ui.group_depths.size());
    n.level = level;
    n.count = count;
    n.rect = rect.w > 0 ? reachable(rect) : Rect{};
    n.name = shown(name);
    ui.access.nodes.push_back(std::move(n));
  }
  ui.group_depths.push_back(static_cast<int>(ui.access.nodes.size()) - 1);
}

void end_group() {
  UiState& ui = ui_state();
  IM_ASSERT(!ui.group_depths.empty());
  if (!ui.group_depths.empty()) ui.group_depths.pop_back();
}

void push_silent() {
  ui_state().silent++;
}
void pop_silent() {
  ui_state().silent--;
}

Group::Group(Role role, std::string_view name, Rect rect, std::uint32_t state, int level) {
  std::string key = "group/" + std::to_string(static_cast<int>(role)) + "/";
  key += name;
  begin_group(make_id(key), role, name, rect, state, level);
}

bool activated(Id id) {
  return id != 0 && ui_state().activated == id;
}
bool focused(Id id) {
  return id != 0 && ui_state().focus == id;
}
void request_focus(Id id) {
  ui_state().effects.focus = id;
}
void on_activate(Id id) {
  ui_state().activated_waiting.push_back(id);
}
void on_focus(Id id, bool on) {
  UiState& ui = ui_state();
  if (on)
    ui.focus = id;
  else if (ui.focus == id)
    ui.focus = 0;
}

void on_scroll(Id id, float y) {
  ui_state().scroll_wishes[id] = y;
}

Effects take_effects() {
  Effects out = std::move(ui_state().effects);
  ui_state().effects = Effects{};
  return out;
}
void copy_to_clipboard(std::string_view text) {
  ui_state().effects.copy = text;
}
void announce(std::string_view text, bool urgent) {
  Effects& e = ui_state().effects;
  if (!e.announce.empty()) e.announce += "。";
  e.announce += text;
  e.announce_urgent = e.announce_urgent || urgent;
}
void animate() {
  ui_state().effects.animate = true;
}
void wake_in(double ms) {
  double& wake = ui_state().effects.wake_ms;
  wake = wake < 0 ? ms : std::min(wake, ms);
}
void want_cursor(const char* css) {
  ui_state().effects.cursor = css;
}

}  // namespace shanzhi::widgets
