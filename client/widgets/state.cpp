// Empty, failed, offline, loading, working.
#include "client/widgets/state.h"

#include <algorithm>

#include "client/widgets/button.h"
#include "client/widgets/internal.h"

namespace shanzhi::widgets {
namespace {

bool centred(Icon which, std::string_view sentence, std::string_view action, Look look, Role role) {
  const Rect area = content();
  const float width = std::min(area.w, 360.f);
  const TextStyle style{.color = Color::t2, .align = Align::centre};
  const float words = paragraph_height(sentence, width, style);
  const float total = 36 + 12 + words + (action.empty() ? 0 : 16 + touch_height());
  const float top = area.y + std::max(24.f, std::min((area.h - total) / 2 - 20, 160.f));
  icon(which, {area.x + (area.w - 36) / 2, top}, 36, Color::t3);
  const Rect at{area.x + (area.w - width) / 2, top + 48, width, words};
  {
    const Box box(at);
    push_silent();
    paragraph(sentence, style);
    pop_silent();
  }
  add_node(make_id(sentence), role, sentence, at);
  bool pressed = false;
  if (!action.empty()) {
    const float w = measure(action, {.weight = Weight::semibold}).x + 40;
    const Box box({area.x + (area.w - w) / 2, at.bottom() + 16, w, touch_height()});
    set_next_width(w);
    pressed = button(action, {.look = look});
  }
  space(top - area.y + total + 24);
  return pressed;
}

}  // namespace

bool empty_state(Icon which, std::string_view sentence, std::string_view action) {
  return centred(which, sentence, action, Look::secondary, Role::text);
}
bool error_state(std::string_view sentence, std::string_view retry) {
  return centred(Icon::warn, sentence, retry, Look::secondary, Role::alert);
}

void loading_rows(std::string_view label, int rows, float row_height) {
  const Rect r = take(take_width(0), row_height * static_cast<float>(rows));
  for (int i = 0; i < rows; i++) {
    const float y = r.y + row_height * static_cast<float>(i);
    mute_text_in({r.x, y, r.w, row_height}, "–", {.color = Color::t3});
    mute_text_in({r.x, y, r.w, row_height}, "–", {.color = Color::t3, .align = Align::right});
    hairline_h(r.x, y + row_height - 1, r.w);
  }
  add_node(make_id(label), Role::status, label, r, kBusy);
}

bool banner(BannerKind kind, std::string_view sentence, std::string_view action) {
  Color back = Color::line2, ink = Color::t1;
  Icon which = Icon::info;
  float height = 28;
  Role role = Role::status;
  switch (kind) {
    case BannerKind::offline: which = Icon::off; break;
    case BannerKind::info: back = Color::jade_tint; break;
    case BannerKind::alarm:
      back = Color::cin_fill, ink = Color::on_cin, which = Icon::warn, height = 44,
      role = Role::alert;
      break;
    case BannerKind::good: back = Color::jade, ink = Color::on_jade, which = Icon::check; break;
  }
  height = std::max(height, type(Size::small).line + 8);
  if (!action.empty() && theme().face != Face::desk) height = std::max(height, 44.f);
  const Rect r = take(take_width(0), height);
  fill(r, back);
  icon(which, {r.x + kGap4, r.y + (height - 16) / 2}, 16, ink);
  const TextStyle words{.size = Size::small, .color = ink};
  const float act = action.empty() ? 0 : measure(action, words).x + 24;
  const Rect middle{r.x + kGap4 + 24, r.y, r.w - 2 * kGap4 - 24 - act, height};
  mute_text_in(middle, sentence, words);
  add_node(make_id(sentence), role, sentence, middle);
  if (action.empty()) return false;
  const Rect b{r.right() - act - 4, r.y, act, height};
  const Touch t = press_area(action, b);
  TextStyle strong = words;
  strong.weight = Weight::semibold;
  strong.align = Align::centre;
  mute_text_in(b, action, strong);
  return t.pressed;
}

void progress(std::string_view label, float share, std::string_view words) {
  const bool known = share >= 0;
  share = known ? std::clamp(share, 0.f, 1.f) : 0.33f;
  const float line = type(Size::small).line;
  const Rect r = take(take_width(0), line + 8);
  mute_text_in({r.x, r.y, r.w, line}, label, {.size = Size::small, .color = Color::t2});
  mute_text_in({r.x, r.y, r.w, line}, words, {.size = Size::small, .align = Align::right});
  fill({r.x, r.bottom() - 4, r.w, 2}, Color::line);
  fill({r.x, r.bottom() - 4, r.w * share, 2}, Color::jade);
  add_node(make_id(label), Role::meter, label, r, 0,
           known ? static_cast<int>(share * 100 + 0.5f) : -1, words);
}

void status_dot(std::string_view words, Color c) {
  const TextStyle style{.size = Size::caption, .color = Color::t2};
  const float line = type(Size::caption).line;
  const Rect r = take(take_width(measure(words, style).x + 13), line);
  disc({r.x + 3, r.y + line / 2}, 3, c);
  text_in({r.x + 12, r.y, r.w - 12, line}, words, style);
}

void steps(std::string_view label, int current, std::initializer_list<std::string_view> names) {
  const float line = 24;
  const Rect r = take(take_width(0), line);
  const Scope scope(label);
  const Group group(Role::list, label, r);
  float x = r.x;
  int i = 0;
  for (const std::string_view name : names) {
    const bool done = i < current, here = i == current;
    const TextStyle style{.color = here   ? Color::jade
                                   : done ? Color::t1
                                          : Color::t3,
                          .weight = here ? Weight::semibold : Weight::regular};
    const Vec2 at{x + 10, r.y + line / 2};
    if (here || done)
      disc(at, 10, here ? Color::jade : Color::jade_tint);
    else
      ring(at, 9.5f, Color::line2, 1);
    if (done)
      icon(Icon::check, {at.x - 7, at.y - 7}, 14, Color::jade);
    else
      mute_text_in({x, r.y, 20, line}, std::to_string(i + 1),
                   {.size = Size::caption,
                    .color = here ? Color::on_jade : Color::t3,
                    .weight = Weight::semibold,
                    .align = Align::centre});
    const float w = measure(name, style).x;
    mute_text_in({x + 28, r.y, w + 1, line}, name, style);
    {
      const Group item(Role::list_item, std::to_string(i + 1) + " " + std::string(name),
                       {x, r.y, w + 28, line}, here ? kCurrent : 0u);
    }
    x += 28 + w + 12;
    i++;
    if (i == static_cast<int>(names.size())) break;
    hairline_h(x, r.y + line / 2, 28, Color::line2);
    x += 40;
  }
}

void photo(std::string_view url, Rect r, std::string_view alternative) {
  fill(r, Color::sunk, 4);
  add_node(make_id(url), Role::image, alternative, r, 0, 0, url);
}

}  // namespace shanzhi::widgets
