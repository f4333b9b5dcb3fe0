// Ways to go: rail items, the phone's tab bar, list rows, breadcrumbs.
#include <algorithm>

#include "client/widgets/button.h"
#include "client/widgets/internal.h"
#include "client/widgets/overlay.h"

namespace shanzhi::widgets {
namespace {

std::string grouped(std::int64_t n) {
  std::string s = std::to_string(n);
  for (int at = static_cast<int>(s.size()) - 3; at > 0; at -= 3)
    s.insert(static_cast<std::size_t>(at), ",");
  return s;
}

}  // namespace

bool rail_item(Icon which, std::string_view label, bool on, std::int64_t count, bool narrow) {
  const Rect r = take(take_width(0), 38);
  const Id id = make_id(label);
  const Touch t = touch(id, r);
  const Color ink = on ? Color::jade : t.hovered ? Color::t1 : Color::t2;
  const float warm = transition(id, t.hovered && !on, kHoverMs);
  const ImRect box = dev(r);
  draw_list()->AddRectFilled(box.Min, box.Max, color(Color::line, 0.45f * warm));
  if (on) fill({r.x, r.y + 8, 3, 22}, Color::jade);
  icon(which, {narrow ? r.x + (r.w - 20) / 2 : r.x + 16, r.y + 9}, 20, ink);
  std::string name(shown(label));
  if (!narrow) {
    const std::string number = count >= 0 ? grouped(count) : "";
    const TextStyle small{.size = Size::caption,
                          .color = on ? Color::jade : Color::t2,
                          .weight = on ? Weight::semibold : Weight::regular,
                          .align = Align::right};
    const float w = measure(number, small).x;
    mute_text_in(
        {r.x + 46, r.y, r.w - 46 - 20 - w, r.h}, label,
        {.color = on ? Color::jade : Color::t1, .weight = on ? Weight::semibold : Weight::regular});
    if (count >= 0) mute_text_in({r.x, r.y, r.w - 16, r.h}, number, small);
  }
  add_node(id, Role::link, name, r, kFocusable | (on ? kCurrent : 0u), 0, {},
           count >= 0 ? grouped(count) : std::string());
  if (narrow) tooltip(shown(label));
  return t.pressed;
}

bool tab_bar_item(Rect r, Icon which, std::string_view label, bool on, bool dot) {
  const Touch t = press_area(label, r, Role::link, on ? kCurrent : 0u);
  const Color ink = on ? Color::jade : Color::t2;
  const float top = r.y + (r.h - 24 - 18 - 2) / 2;
  icon(which, {r.x + (r.w - 24) / 2, top}, 24, ink);
  if (dot) disc({r.x + r.w / 2 + 13, top + 2}, 4, Color::cin);
  mute_text_in({r.x, top + 26, r.w, 18}, label,
               {.size = Size::caption,
                .color = ink,
                .weight = on ? Weight::semibold : Weight::regular,
                .align = Align::centre});
  return t.pressed;
}

bool list_row(std::string_view label, const ListRow& row) {
  const bool two = !row.detail.empty();
  const float body = type(Size::body).line, small = type(Size::small).line;
  const float pad = theme().face == Face::desk ? 6.f : 12.f;
  const Rect r = take(take_width(0), (two ? body + small : body) + 2 * pad);
  const Id id = make_id(label);
  const Touch t = row.pressable ? touch(id, r) : Touch{};
  const float warm = transition(id, t.hovered, kHoverMs);
  const ImRect box = dev(r);
  if (row.selected) fill(r, Color::sel);
  draw_list()->AddRectFilled(box.Min, box.Max, color(Color::sunk, 0.6f * warm));
  float x = r.x + (row.selected ? 8 : 0);
  if (row.selected) fill({r.x, r.y, 3, r.h}, Color::jade);
  if (row.icon != Icon::none) {
    icon(row.icon, {x, r.y + (r.h - 20) / 2}, 20, Color::jade);
    x += 32;
  }
  float right = r.right();
  if (row.chevron && row.pressable) {
    icon(Icon::chev, {right - 18, r.y + (r.h - 16) / 2}, 16, Color::t3);
    right -= 28;
  }
  if (!row.value.empty()) {
    // A figure is great; words beside a title are not what the row is about.
    const bool figure = row.value.find_first_of("0123456789") != std::string_view::npos;
    const TextStyle value{.size = figure ? Size::amount : Size::small,
                          .color = row.gold ? Color::gold_text
                                   : figure ? Color::t1
                                            : Color::t2,
                          .weight = figure ? Weight::semibold : Weight::regular,
                          .align = Align::right};
    right = mute_text_in({x, r.y, right - x, r.h}, row.value, value).x - kGap3;
  }
  mute_text_in({x, r.y + pad, right - x, body}, row.title);
  if (two)
    mute_text_in({x, r.y + pad + body, right - x, small}, row.detail,
                 {.size = Size::small, .color = row.alarm ? Color::cin : Color::t2});
  hairline_h(r.x, r.bottom() - logical(hairline_px()), r.w);
  std::string name(row.title);
  for (const std::string_view part : {row.detail, row.value})
    if (!part.empty()) (name += "，") += part;
  add_node(id, row.pressable ? Role::button : Role::text, name, r,
           (row.pressable ? kFocusable : 0u) | (row.selected ? kCurrent : 0u));
  return t.pressed;
}

int breadcrumbs(std::string_view label, std::span<const std::string_view> steps) {
  const float line = type(Size::body).line;
  const Rect r = take(take_width(0), line);
  const Scope scope(label);
  const Group group(Role::navigation, label, r);
  int pressed = -1;
  float x = r.x;
  for (std::size_t i = 0; i < steps.size(); i++) {
    const bool end = i + 1 == steps.size();
    const TextStyle style{.color = end ? Color::t1 : Color::t2,
                          .weight = end ? Weight::semibold : Weight::regular};
    const Rect part{x, r.y, std::min(measure(steps[i], style).x, r.right() - x), line};
    if (part.w < 8) break;
    const Scope each(static_cast<std::int64_t>(i));
    if (end) {
      text_in(part, steps[i], style);
    } else {
      const Touch t = press_area(steps[i], part, Role::link);
      mute_text_in(part, steps[i], {.color = t.hovered ? Color::jade : Color::t2});
      if (t.pressed) pressed = static_cast<int>(i);
      icon(Icon::chev, {part.right() + 4, r.y + (line - 12) / 2}, 12, Color::t3);
    }
    x = part.right() + 20;
  }
  return pressed;
}

}  // namespace shanzhi::widgets
