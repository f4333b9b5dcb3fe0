// The drop-down list: a combobox of the drawn kind, its options in a popup, a filter where they are many.
#include <algorithm>

#include "client/widgets/field.h"
#include "client/widgets/internal.h"
#include "client/widgets/overlay.h"
#include "shared/base/utf8.h"

namespace shanzhi::widgets {
namespace {

void draw_face(Rect r, std::string_view words, bool chosen, const SelectOptions& o, const Touch& t,
               bool open) {
  fill(r, o.enabled ? Color::raise : Color::sunk, 4);
  if (!o.error.empty())
    outline(r, Color::cin, 4, 1.5f);
  else
    outline(r, open ? Color::jade : t.hovered ? Color::t3 : Color::line2, 4, open ? 1.5f : 1);
  float x = r.x + 10;
  if (o.icon != Icon::none) icon(o.icon, {x, r.y + (r.h - 18) / 2}, 18, Color::jade), x += 26;
  mute_text_in({x, r.y, r.right() - 30 - x, r.h}, words,
               {.color = chosen && o.enabled ? Color::t1 : Color::t3});
  icon(Icon::down, {r.right() - 26, r.y + (r.h - 16) / 2}, 16, Color::t2);
}

constexpr float kListMost = 420, kBelowFilter = 4;

float option_height(const Choice& c) {
  return type(Size::body).line + (c.detail.empty() ? 0 : type(Size::small).line) +
         (theme().face == Face::desk ? 12.f : 24.f);
}

/// Typed letters find an option in either case.
bool passes(const Choice& c, const std::string& filter) {
  return filter.empty() ||
         base::lower_ascii(c.label).find(base::lower_ascii(filter)) != std::string::npos;
}

/// As high as what passes the filter, with a line for the words that nothing does.
float list_height(std::span<const Choice> choices, const std::string& filter, bool searchable) {
  float height = searchable ? touch_height() + kBelowFilter : 0;
  float options = 0;
  for (const Choice& c : choices)
    if (passes(c, filter)) options += option_height(c);
  height += options > 0 ? options : option_height({});
  return std::min(height, kListMost);
}

/// Draws one option; true when it was pressed.
bool option(const Choice& c, bool on, Touch& t, Id& id) {
  const float line = type(Size::body).line;
  const float two = c.detail.empty() ? 0 : type(Size::small).line;
  const Rect r = take(content().w, option_height(c));
  t = press_area(c.label, r, Role::option, (on ? kSelected : 0u) | (c.enabled ? 0u : kDisabled));
  id = make_id(c.label);
  if (t.hovered || t.focused) fill(r, Color::sunk, 4);
  const float y = r.y + (r.h - line - two) / 2;
  mute_text_in({r.x + 10, y, r.w - 40, line}, c.label,
               {.color = !c.enabled ? Color::t3
                         : on       ? Color::jade
                                    : Color::t1,
                .weight = on ? Weight::semibold : Weight::regular});
  if (two > 0)
    mute_text_in({r.x + 10, y + line, r.w - 40, two}, c.detail,
                 {.size = Size::small, .color = Color::t2});
  if (on) icon(Icon::check, {r.right() - 26, r.y + (r.h - 16) / 2}, 16, Color::jade);
  return t.pressed;
}

/// The open list. Returns the choice made in this frame or -1.
int list(Id box, std::string_view label, int index, std::span<const Choice> choices,
         OpenSelect& state, const SelectOptions& o, bool fresh) {
  if (o.searchable) {
    text_field(
        std::string(label) + "##filter", state.filter,
        {.kind = FieldKind::search, .icon = Icon::search, .label_hidden = true, .focus_now = true});
    space(kBelowFilter);
  }
  begin_group(box, Role::list_box, label);
  int chosen = -1, at = -1, start = 0;
  std::vector<Id> ids;
  for (std::size_t i = 0; i < choices.size(); i++) {
    if (!passes(choices[i], state.filter)) continue;
    const Scope each(static_cast<std::int64_t>(i));
    Touch t;
    Id id = 0;
    const bool on = static_cast<int>(i) == index;
    if (option(choices[i], on, t, id)) chosen = static_cast<int>(i);
    if (on) start = static_cast<int>(ids.size());
    if (t.focused) at = static_cast<int>(ids.size());
    ids.push_back(id);
  }
  end_group();
  const int n = static_cast<int>(ids.size());
  if (n == 0) {
    const Rect line = take(0, type(Size::body).line + 12);
    text_in(line.inset(10, 0), o.none, {.color = Color::t2});
    return -1;
  }
  if (fresh && !o.searchable) request_focus(ids[static_cast<std::size_t>(start)]);
  if (key_pressed(Key::down)) request_focus(ids[static_cast<std::size_t>((at + 1) % n)]);
  if (key_pressed(Key::up)) request_focus(ids[static_cast<std::size_t>((at + n - 1) % n)]);
  if (key_pressed(Key::home)) request_focus(ids.front());
  if (key_pressed(Key::end)) request_focus(ids.back());
  return chosen;
}

}  // namespace

void focus_select(std::string_view label) {
  const Scope scope(label);
  request_focus(make_id("select"));
}

bool select(std::string_view label, int& index, std::span<const Choice> choices,
            const SelectOptions& o) {
  const Scope scope(label);
  Lane& c = column();
  const bool fixed = c.has_next_width;
  const float wanted = c.next_width;
  if (!o.label_hidden) {
    const Rect head = take(take_width(0), type(Size::small).line);
    mute_text_in(head, label,
                 {.size = Size::small, .color = o.error.empty() ? Color::t2 : Color::cin});
    space(3);
    if (fixed) set_next_width(wanted);
  }
  const Rect r = take(take_width(0), touch_height());
  const Id id = make_id("select");
  OpenSelect& state = ui_state().selects[id];
  const bool chosen = index >= 0 && index < static_cast<int>(choices.size());
  const std::string_view words =
      chosen ? choices[static_cast<std::size_t>(index)].label : o.placeholder;
  const Touch t = touch(id, r, o.enabled);
  if (t.pressed) state.open = !state.open, state.filter.clear();
  draw_face(r, words, chosen, o, t, state.open);
  add_node(id, Role::combobox, label, r,
           kFocusable | (state.open ? kExpanded : kCollapsed) | (o.enabled ? 0u : kDisabled) |
               (o.error.empty() ? 0u : kInvalid),
           0, words, o.error.empty() ? o.hint : o.error);
  const Id box = make_id("box");
  Access& tree = ui_state().access;
  if (!tree.nodes.empty() && tree.nodes.back().id == id)
    tree.nodes.back().count = static_cast<int>(box);
  bool changed = false;
  if (state.open) {
    bool fresh = false;
    appear(make_id("open"), 1, &fresh);
    Popup popup("list", state.open, r, std::max(r.w, 160.f),
                list_height(choices, state.filter, o.searchable));
    const int pick = list(box, label, index, choices, state, o, fresh);
    if (pick >= 0) changed = pick != index, index = pick, state.open = false;
    if (!state.open) request_focus(id);
  }
  const std::string_view below = o.error.empty() ? o.hint : o.error;
  if (!below.empty()) {
    space(4);
    const bool wrong = !o.error.empty();
    const TextStyle style{.size = Size::caption, .color = wrong ? Color::cin : Color::t3};
    const float lead = wrong ? 19.f : 0.f;
    const Rect words_r = take(r.w, paragraph_height(below, r.w - lead, style));
    if (wrong)
      icon(Icon::warn, {words_r.x, words_r.y + (type(Size::caption).line - 14) / 2}, 14,
           Color::cin);
    const Box box_of_words({words_r.x + lead, words_r.y, words_r.w - lead, words_r.h});
    push_silent();
    paragraph(below, style);
    pop_silent();
  }
  return changed;
}

bool select(std::string_view label, int& index, std::span<const std::string_view> choices,
            const SelectOptions& o) {
  std::vector<Choice> list_of;
  list_of.reserve(choices.size());
  for (const std::string_view s : choices) list_of.push_back({s, {}, true});
  return select(label, index, std::span<const Choice>(list_of), o);
}

}  // namespace shanzhi::widgets
