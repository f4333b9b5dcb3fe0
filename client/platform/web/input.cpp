// Mouse, wheel, fingers and keys from the page to Dear ImGui and to the widgets. A finger scrolls what it
// is on, with inertia, unless a widget asked for the drag; two fingers pinch.
#include <emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>

#include "client/platform/web/browser.h"
#include "client/widgets/pinch.h"
#include "client/widgets/pull.h"
#include "client/widgets/ui.h"

namespace shanzhi::platform {
namespace {

enum class Finger : std::uint8_t { up, down, scroll, drag, stop, pinch };

struct {
  Finger mode = Finger::up;
  ImVec2 start, last;
  double last_ms = 0, down_ms = 0;
  ImVec2 speed, owed;  // device pixels a second; and not yet scrolled
  ImGuiID window = 0;
  float spread = 0;
  float pull = 0;  // device pixels beyond the end of what scrolls
} g_touch;

float scale() {
  return ui::theme().device_scale / ui::wall_scale();
}  // device pixels in a CSS pixel

ImGuiWindow* scrollable_at(ImVec2 p) {
  ImGuiWindow *hovered = nullptr, *under = nullptr;
  ImGui::FindHoveredWindowEx(p, false, &hovered, &under);
  while (hovered && hovered->ScrollMax.y <= 0 && hovered->ScrollMax.x <= 0 && hovered->ParentWindow)
    hovered = hovered->ParentWindow;
  return hovered;
}

void finger_down(ImVec2 p, double ms) {
  ImGuiIO& io = ImGui::GetIO();
  const bool was_moving = touch_moving();
  g_touch.speed = g_touch.owed = {0, 0};
  g_touch.start = g_touch.last = p;
  g_touch.last_ms = g_touch.down_ms = ms;
  g_touch.mode = was_moving ? Finger::stop : Finger::down;
  if (ui::drag_wanted({p.x / ui::theme().device_scale, p.y / ui::theme().device_scale})) {
    g_touch.mode = Finger::drag;
    io.AddMousePosEvent(p.x, p.y);
    io.AddMouseButtonEvent(0, true);
  }
}

void finger_moved(ImVec2 p, double ms) {
  const float slip = 8 * scale();
  if ((g_touch.mode == Finger::down || g_touch.mode == Finger::stop) &&
      std::hypot(p.x - g_touch.start.x, p.y - g_touch.start.y) > slip) {
    ImGuiWindow* window = scrollable_at(g_touch.start);
    g_touch.window = window ? window->ID : 0;
    g_touch.mode = Finger::scroll;
    g_touch.last = p;
    g_touch.last_ms = ms;
  }
  if (g_touch.mode == Finger::drag) ImGui::GetIO().AddMousePosEvent(p.x, p.y);
  if (g_touch.mode != Finger::scroll) return;
  const float dt = static_cast<float>(std::fmax(ms - g_touch.last_ms, 1.0)) / 1000;
  const ImVec2 d = p - g_touch.last;
  g_touch.speed = g_touch.speed * 0.6f + d * (0.4f / dt);
  g_touch.owed += d;
  g_touch.last = p;
  g_touch.last_ms = ms;
}

/// A finger that came in from the left edge and went on to the right.
bool came_from_edge(ImVec2 p) {
  const ImVec2 d = p - g_touch.start;
  return g_touch.start.x < 24 * scale() && d.x > 72 * scale() && d.x > 2 * std::fabs(d.y);
}

void finger_up(ImVec2 p, double ms, bool cancelled) {
  ImGuiIO& io = ImGui::GetIO();
  if (g_touch.mode == Finger::scroll && !cancelled) {
    if (came_from_edge(p)) ui::on_swipe_back();
    if (g_touch.pull > ui::kPullEnough * ui::theme().device_scale) ui::on_refresh();
  }
  if (g_touch.mode == Finger::down && !cancelled) {
    io.AddMousePosEvent(p.x, p.y);
    io.AddMouseButtonEvent(0, true);
    io.AddMouseButtonEvent(0, false);
  }
  if (g_touch.mode == Finger::drag) io.AddMouseButtonEvent(0, false);
  if (g_touch.mode != Finger::scroll || ms - g_touch.last_ms > 80) g_touch.speed = {0, 0};
  io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  g_touch.mode = Finger::up;
}

void two_fingers(ImVec2 a, ImVec2 b) {
  const float spread = std::hypot(a.x - b.x, a.y - b.y);
  if (g_touch.mode != Finger::pinch) {
    if (g_touch.mode == Finger::drag) ImGui::GetIO().AddMouseButtonEvent(0, false);
    g_touch.mode = Finger::pinch;
  } else if (g_touch.spread > 1) {
    const float k = ui::theme().device_scale;
    ui::on_pinch({(a.x + b.x) / 2 / k, (a.y + b.y) / 2 / k}, spread / g_touch.spread);
  }
  g_touch.spread = spread;
}

}  // namespace

bool touch_moving() {
  return g_touch.mode != Finger::scroll &&
         (g_touch.pull != 0 || std::fabs(g_touch.speed.x) > 1 || std::fabs(g_touch.speed.y) > 1);
}

namespace {

bool bounces() {
  return ui::theme().face == ui::Face::phone || ui::theme().face == ui::Face::elder;
}

/// What goes beyond the end pulls the content after it, the less the further; let go, it comes back.
void pull(ImGuiWindow* w, float delta_s) {
  const float wanted = w->Scroll.y - g_touch.owed.y;
  const bool held = g_touch.mode == Finger::scroll;
  float& y = g_touch.pull;
  if (y != 0 && held) {  // first what is pulled goes back
    const float after = y + g_touch.owed.y * .5f;
    g_touch.owed.y = 0;
    y = (after > 0) == (y > 0) ? after : 0;
  } else if (bounces() && held && wanted < 0) {
    y = -wanted * .5f;
  } else if (bounces() && held && wanted > w->ScrollMax.y) {
    y = (w->ScrollMax.y - wanted) * .5f;
  } else if (bounces() && !held && y == 0 && (wanted < 0 || wanted > w->ScrollMax.y)) {
    y = ImClamp(g_touch.speed.y * .03f, -40 * scale(), 40 * scale());
    g_touch.speed.y = 0;
  }
  y = ImClamp(y, -120 * scale(), 120 * scale());
  if (!held) y *= std::exp(-11.f * delta_s);
  if (!held && std::fabs(y) < 1) y = 0;
  ui::on_pull(w->ID, y / ui::theme().device_scale);
}

}  // namespace

void move_touch(float delta_s) {
  if (touch_moving()) {
    g_touch.owed += g_touch.speed * delta_s;
    g_touch.speed = g_touch.speed * std::exp(-3.2f * delta_s);
    if (std::fabs(g_touch.speed.y) < 12 * scale()) g_touch.speed.y = 0;
    if (std::fabs(g_touch.speed.x) < 12 * scale()) g_touch.speed.x = 0;
  }
  if (g_touch.owed.x == 0 && g_touch.owed.y == 0 && g_touch.pull == 0) return;
  if (ImGuiWindow* w = ImGui::FindWindowByID(g_touch.window)) {
    pull(w, delta_s);
    ImGui::SetScrollX(w, ImClamp(w->Scroll.x - g_touch.owed.x, 0.f, w->ScrollMax.x));
    ImGui::SetScrollY(w, ImClamp(w->Scroll.y - g_touch.owed.y, 0.f, w->ScrollMax.y));
  }
  g_touch.owed = {0, 0};
}

extern "C" {

EMSCRIPTEN_KEEPALIVE void sz_touch(int kind, int count, float x0, float y0, float x1, float y1,
                                   double ms) {
  const float k = scale();
  const ImVec2 p(x0 * k, y0 * k);
  ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  if (kind <= 1 && count >= 2)
    two_fingers(p, ImVec2(x1 * k, y1 * k));
  else if (kind == 0)
    finger_down(p, ms);
  else if (kind == 1)
    finger_moved(p, ms);
  else
    finger_up(p, ms, kind == 3);
  wake();
}

EMSCRIPTEN_KEEPALIVE void sz_mouse(int kind, float x, float y, int button, int modifiers) {
  static constexpr int kButtons[3] = {0, 2, 1};
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
  io.AddKeyEvent(ImGuiMod_Ctrl, (modifiers & 1) != 0);
  io.AddKeyEvent(ImGuiMod_Shift, (modifiers & 2) != 0);
  if (kind == 3)
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  else
    io.AddMousePosEvent(x * scale(), y * scale());
  if ((kind == 1 || kind == 2) && button >= 0 && button < 3)
    io.AddMouseButtonEvent(kButtons[button], kind == 1);
  wake();
}

EMSCRIPTEN_KEEPALIVE void sz_wheel(float x, float y) {
  ImGui::GetIO().AddMouseWheelEvent(x, y);
  wake();
}

EMSCRIPTEN_KEEPALIVE void sz_key(int key, unsigned letter, int modifiers) {
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, (modifiers & 1) != 0);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, (modifiers & 2) != 0);
  ui::KeyPress press;
  press.key = static_cast<ui::Key>(key);
  press.character = letter;
  press.ctrl = (modifiers & 1) != 0;
  press.shift = (modifiers & 2) != 0;
  press.alt = (modifiers & 4) != 0;
  press.repeated = (modifiers & 8) != 0;
  ui::on_key(press);
  wake();
}

EMSCRIPTEN_KEEPALIVE void sz_activate(unsigned id) {
  ui::on_activate(id);
  wake();
}
EMSCRIPTEN_KEEPALIVE void sz_scroll(unsigned id, float y) {
  ui::on_scroll(id, y / ui::wall_scale());
  wake();
}
EMSCRIPTEN_KEEPALIVE void sz_focus(unsigned id, int on) {
  ui::on_focus(id, on != 0);
  wake();
}
EMSCRIPTEN_KEEPALIVE void sz_field_signal(unsigned id, int signal, const char* value) {
  ui::on_field(id, static_cast<ui::FieldSignal>(signal), value);
  wake();
}
EMSCRIPTEN_KEEPALIVE void sz_wake() {
  wake();
}
/// The time that something asked for has come.
EMSCRIPTEN_KEEPALIVE void sz_tick() {
  wake_once();
}
}

}  // namespace shanzhi::platform
