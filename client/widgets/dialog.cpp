// What interrupts: dialogs and the small question; and what merely says: tooltip, hover card, toast.
#include <algorithm>
#include <cmath>
#include <utility>

#include "client/widgets/button.h"
#include "client/widgets/internal.h"
#include "client/widgets/overlay.h"

namespace shanzhi::widgets {
namespace {

constexpr double kTipDelayMs = 450;
constexpr float kTipMost = 420;  ///< longer words take another line

/// Draws over everything without a window: it takes no input.
struct Foreground {
  ImDrawList* before = ui_state().list;
  Foreground() { ui_state().list = ImGui::GetForegroundDrawList(); }
  ~Foreground() { ui_state().list = before; }
  Foreground(const Foreground&) = delete;
  Foreground& operator=(const Foreground&) = delete;
};

/// Esc in one of the page's fields is told by the field; a list open inside the dialog has it first.
bool escaped_in_field() {
  const UiState& ui = ui_state();
  return ui.popup_open_last == 0 &&
         std::any_of(ui.field_changes.begin(), ui.field_changes.end(),
                     [](const FieldChange& c) { return c.signal == FieldSignal::escape; });
}

bool phone() {
  return theme().face == Face::phone || theme().face == Face::elder;
}

}  // namespace

Dialog::Dialog(std::string_view title, bool& open, float width)
    : open_(&open), id_(make_id(title)) {
  if (!open) return;
  UiState& ui = ui_state();
  bool fresh = false;
  const float k = appear(id_, kDrawerMs, &fresh);
  const Rect page = screen();
  const float pad = phone() ? 20.f : 24.f;
  const float known = ui.appeared[id_].height;
  const float w = phone() ? std::min(page.w, 480.f) : std::min(width, page.w - 48);
  const float h = std::min(known > 0 ? known : 200.f, page.h - (phone() ? 40.f : 48.f));
  Rect r{(page.w - w) / 2, phone() ? page.h - h : std::max(24.f, (page.h - h) / 2 - 24), w, h};
  r.y += 12 * (1 - k);
  shown_ = true;
  ui.modal_open = true;
  begin_overlay(id_, page);
  draw_list()->AddRectFilled(dev(page).Min, dev(page).Max, color(Color::scrim, k));
  plate(r, phone() ? 8.f : 6.f);
  ui.modal_nodes_from = static_cast<int>(ui.access.nodes.size());
  begin_group(id_, Role::dialog, title, r, kModal | kFocusable);
  if (fresh) request_focus(id_);
  begin_scroller(make_id("content"), r, 0);
  const float top = r.y - logical(ImGui::GetScrollY());
  push_column({r.x + pad, r.y, r.w - 2 * pad, r.h}, {r.x + pad, top + pad - 4});
  const Rect head = take(0, std::max(type(Size::h1).line, 32.f));
  const float side = phone() ? 44.f : 32.f;
  heading_in({head.x, head.y, head.w - side - 8, head.h}, 1, title);
  {
    const Scope apart("corner");  // a button below may bear the same words
    const Box corner({head.right() - side + 6, head.y + (head.h - side) / 2, side, side});
    if (icon_button(Icon::cross, ui.close_label)) open = false;
  }
  space(kGap3);
}

Dialog::~Dialog() {
  if (!shown_) return;
  UiState& ui = ui_state();
  const float pad = phone() ? 20.f : 24.f;
  const Lane c = column();
  ui.columns.pop_back();
  const float height = c.bottom + pad - (c.rect.y - logical(ImGui::GetScrollY()));
  Appeared& a = ui.appeared[id_];
  if (a.height != height) animate();
  a.height = height;
  end_scroller(c.bottom + pad);
  end_group();
  ui.modal_nodes_to = static_cast<int>(ui.access.nodes.size());
  if (key_pressed(Key::escape) || escaped_in_field()) *open_ = false;
  end_overlay();
}

Answer confirm(std::string_view title, bool& open, std::string_view sentence, std::string_view yes,
               std::string_view no) {
  if (!open) return Answer::none;
  Answer answer = Answer::none;
  Dialog dialog(title, open, 420);
  if (!dialog) return answer;
  paragraph(sentence, {.color = Color::t2});
  space(kGap5);
  if (button(yes, {.look = Look::primary})) answer = Answer::yes;
  same_row();
  if (button(no)) answer = Answer::no;
  if (answer != Answer::none) open = false;
  return open || answer != Answer::none ? answer : Answer::no;
}

void tooltip(std::string_view words) {
  tooltip_over(last(), words);
}

void tooltip_over(Rect r, std::string_view words) {
  UiState& ui = ui_state();
  const Id id = make_id(words) ^ static_cast<Id>(r.x * 7 + r.y * 131);
  if (!pointer_over(r) || ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen) {
    if (ui.tip == id) ui.tip = 0;
    return;
  }
  if (ui.tip != id) ui.tip = id, ui.tip_since = ui.now_ms;
  const double waited = ui.now_ms - ui.tip_since;
  if (waited < kTipDelayMs) {
    wake_in(kTipDelayMs - waited + 1);
    return;
  }
  const Foreground foreground;
  const TextStyle style{.size = Size::small};
  const Rect page = screen();
  const float most = std::min(kTipMost, page.w - 32);
  const Vec2 size{std::min(measure(words, style).x, most), paragraph_height(words, most, style)};
  Rect plate_r{r.centre().x - size.x / 2 - 8, r.bottom() + 6, size.x + 16, size.y + 8};
  if (plate_r.bottom() > page.bottom() - 4) plate_r.y = r.y - 6 - plate_r.h;
  plate_r.x = std::clamp(plate_r.x, 4.f, std::max(4.f, page.w - plate_r.w - 4));
  plate(plate_r, 4);
  mute_paragraph_in({plate_r.x + 8, plate_r.y + 4, most, size.y}, words, style);
}

HoverCard::HoverCard(std::string_view key, Rect anchor, float width) : id_(make_id(key)) {
  UiState& ui = ui_state();
  const float known = ui.appeared[id_].height;
  const float height = known > 0 ? known : 120;
  const Rect page = screen();
  constexpr float kAside = 34;
  rect_ = {anchor.right() + kAside, anchor.centre().y - height / 2, width, height};
  if (rect_.right() > page.w - 8) rect_.x = anchor.x - kAside - width;
  rect_.x = std::clamp(rect_.x, 8.f, std::max(8.f, page.w - width - 8));
  rect_.y = std::clamp(rect_.y, 8.f, std::max(8.f, page.h - height - 8));
  ui.list = ImGui::GetForegroundDrawList();
  plate(rect_, 6);
  const Rect inner = rect_.inset(14, 12);
  push_column(inner, {inner.x, inner.y});
}
HoverCard::~HoverCard() {
  UiState& ui = ui_state();
  const float height = column().bottom - rect_.y + 12;
  Appeared& a = ui.appeared[id_];
  if (a.height != height) animate();
  a.height = height;
  ui.columns.pop_back();
  ui.list = nullptr;
}

void toast(std::string_view words, std::string_view action, float seconds) {
  UiState& ui = ui_state();
  ui.toast = {std::string(words), std::string(action), ui.now_ms + seconds * 1000., ui.now_ms,
              false};
  announce(words);
}
bool toast_action_pressed(std::string_view action) {
  return ui_state().toast.action == action && toast_action_pressed();
}
bool toast_action_pressed() {
  return std::exchange(ui_state().toast.pressed, false);
}

void draw_toast() {
  UiState& ui = ui_state();
  ToastState& t = ui.toast;
  if (t.words.empty()) return;
  if (ui.now_ms >= t.until) {
    t.words.clear();
    return;
  }
  wake_in(t.until - ui.now_ms + 1);
  const Id id = make_id("toast");
  const float k = appear(id, kDrawerMs);
  const Rect page = screen();
  const float act = t.action.empty() ? 0 : measure(t.action).x + 24;
  const float w = std::min(page.w - 2 * margin(), measure(t.words).x + 32 + act);
  const float h = std::max(44.f, touch_height());
  const float foot = phone() ? 64.f + 16 : 24.f;
  const Rect r{(page.w - w) / 2, page.h - foot - h + 12 * (1 - k), w, h};
  begin_overlay(id, r);
  draw_list()->PushClipRectFullScreen();
  shadow(r, 6);
  fill(r, Color::t1, 6);
  draw_list()->PopClipRect();
  mute_text_in({r.x + 16, r.y, r.w - 32 - act, h}, t.words, {.color = Color::bg});
  add_node(id, Role::status, t.words, {r.x + 16, r.y, r.w - 32 - act, h});
  if (act > 0) {
    const Rect b{r.right() - act, r.y, act, h};
    if (press_area(t.action, b).pressed) t.pressed = true, t.until = 0;
    mute_text_in(b, t.action,
                 {.weight = Weight::semibold,
                  .align = Align::centre,
                  .tint = mix(color(Color::jade), color(Color::bg), 0.55f)});
  }
  end_overlay();
}

}  // namespace shanzhi::widgets
