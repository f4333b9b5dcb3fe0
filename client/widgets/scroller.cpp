// What scrolls: its window, its place in the readable tree, and the keys that move it.
#include <algorithm>
#include <cmath>

#include "client/widgets/internal.h"

namespace shanzhi::widgets {
namespace {

constexpr float kMainShare = .3f;  // of the page: what scrolls when nothing has the focus
constexpr float kKept = 48;        // px that stay in sight when a page is turned

bool has_focus(const Scroller& s) {
  const UiState& ui = ui_state();
  const auto& nodes = ui.access.nodes;
  if (ui.focus == 0) return s.rect.w * s.rect.h > kMainShare * ui.width * ui.height;
  return s.node >= 0 && std::any_of(nodes.begin() + s.node, nodes.end(),
                                    [&](const Node& n) { return n.id == ui.focus; });
}

void turn_pages(const Scroller& s) {
  if (s.window->ScrollMax.y <= 0 || !has_focus(s)) return;
  const float page = px(std::max(kKept, s.rect.h - kKept)), now = s.window->Scroll.y;
  float to = now;
  if (key_pressed(Key::page_down)) to += page;
  if (key_pressed(Key::page_up)) to -= page;
  if (key_pressed(Key::home)) to = 0;
  if (key_pressed(Key::end)) to = s.window->ScrollMax.y;
  if (to == now) return;
  ImGui::SetScrollY(s.window, std::clamp(to, 0.f, s.window->ScrollMax.y));
  animate();
}

}  // namespace

void begin_scroller(Id id, Rect r, int window_flags) {
  UiState& ui = ui_state();
  const ImRect box = dev(r);
  if (const auto wish = ui.scroll_wishes.find(id); wish != ui.scroll_wishes.end())
    ImGui::SetNextWindowScroll({-1, px(std::max(0.f, wish->second))});
  ImGui::SetCursorScreenPos(box.Min);
  ImGui::BeginChild(id, box.GetSize(), ImGuiChildFlags_None,
                    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | window_flags);
  const int node = ui.silent > 0 ? -1 : static_cast<int>(ui.access.nodes.size());
  begin_group(id, Role::scroller, {}, r);
  ui.scrollers.push_back({ImGui::GetCurrentWindow(), node, r});
}

void end_scroller(float bottom) {
  UiState& ui = ui_state();
  const Scroller s = ui.scrollers.back();
  const float offset = logical(ImGui::GetScrollY());
  turn_pages(s);
  ui.scrollers.pop_back();
  if (s.node >= 0) {
    Node& n = ui.access.nodes[static_cast<std::size_t>(s.node)];
    n.offset = offset;
    n.extent = std::max(s.rect.h, bottom - s.rect.y + offset);
  }
  end_group();
  ImGui::SetCursorScreenPos({dev(s.rect).Min.x, std::floor(px(bottom)) - 2});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace shanzhi::widgets
