// Lines that tell what happened: the ledger's, the feed's; and the ladder of a standing.
#include <algorithm>

#include "client/widgets/board.h"
#include "client/widgets/internal.h"

namespace shanzhi::widgets {
namespace {

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string s;
  for (const std::string_view part : parts)
    if (!part.empty()) (s += s.empty() ? "" : "，") += part;
  return s;
}

}  // namespace

bool ledger_line(const LedgerLine& l) {
  const float small = type(Size::small).line, body = type(Size::body).line;
  const float foot = l.by.empty() ? 0 : small;
  const Rect r = take(take_width(0), 5 + small + body + foot + 6);
  const Id id = make_id("ledger" + joined({l.when, l.what, l.amount}));
  const Touch t = l.pressable ? touch(id, r) : Touch{};
  if (t.hovered) fill(r, Color::sunk);
  float right = r.right();
  if (!l.balance.empty()) {
    const float room = std::max(46.f, measure(l.balance, {.size = Size::small}).x);
    mute_text_in({right - room, r.y, room, r.h}, l.balance,
                 {.size = Size::small, .color = Color::t2, .align = Align::decimal});
    right -= room + kGap2;
  }
  const TextStyle amount{.size = Size::amount,
                         .color = l.minus ? Color::t2 : Color::gold_text,
                         .weight = Weight::semibold,
                         .align = Align::decimal};
  right = mute_text_in({r.x, r.y, right - r.x, r.h}, l.amount, amount).x - kGap3;
  const float w = right - r.x;
  mute_text_in({r.x, r.y + 5, w, small}, l.when, {.size = Size::caption, .color = Color::t3});
  mute_text_in({r.x, r.y + 5 + small, w, body}, l.what);
  mute_text_in({r.x, r.y + 5 + small + body, w, foot}, l.by,
               {.size = Size::caption, .color = Color::t2});
  hairline_h(r.x, r.bottom() - 1, r.w);
  add_node(id, l.pressable ? Role::button : Role::text,
           joined({l.when, l.what, l.by, l.amount, l.balance}), r, l.pressable ? kFocusable : 0u);
  return t.pressed;
}

float feed_line_height() {
  return std::max(2 * type(Size::body).line - 4, theme().face == Face::hall ? 60.f : 44.f);
}

void feed_line(const FeedLine& l) {
  const float height = feed_line_height();
  const float k = reduced_motion() ? 1.f : ease(l.age_ms / kDrawerMs);
  if (k < 1) animate();
  const Rect whole = take(take_width(0), height * std::max(k, 0.02f));
  const Rect r{whole.x, whole.bottom() - height, whole.w, height};
  if (k < 1) draw_list()->PushClipRect(dev(whole).Min, dev(whole).Max, true);
  const float line = height / 2 - 2;
  const float when_w = measure("00:00", {.size = Size::small}).x + kGap3;
  mute_text_in({r.x, r.y + 2, when_w, line}, l.when, {.size = Size::small, .color = Color::t3});
  const bool hall = theme().face == Face::hall;
  const TextStyle amount{.size = hall ? Size::h2 : Size::body,
                         .weight = hall ? Weight::regular : Weight::semibold,
                         .align = hall ? Align::right : Align::decimal,
                         .tint = color(l.minus ? Color::t2 : Color::gold_text)};
  const float right = mute_text_in({r.x, r.y + 2, r.w, height - 4}, l.amount, amount).x - kGap3;
  const float x = r.x + when_w;
  mute_text_in({x, r.y + 2, right - x, line}, l.who);
  mute_text_in({x, r.y + 2 + line, right - x, line}, l.what,
               {.size = Size::small, .color = Color::t2});
  hairline_h(r.x, r.bottom() - 1, r.w);
  if (k < 1) draw_list()->PopClipRect();
  add_node(make_id("feed" + joined({l.when, l.who, l.what})), Role::text,
           joined({l.when, l.who, l.what, l.amount}), whole);
}

void ladder(std::string_view place, std::string_view rank, std::string_view total,
            std::string_view gap, float percentile) {
  const float line = type(Size::body).line;
  const Rect r = take(take_width(0), line + 18);
  float x = mute_text_in({r.x, r.y, r.w * 0.4f, line}, place, {.color = Color::t2}).right() + kGap2;
  const float right = mute_text_in({r.x, r.y, r.w, line}, gap,
                                   {.size = Size::small, .color = Color::t2, .align = Align::right})
                          .x -
                      kGap2;
  x = mute_text_in({x, r.y, right - x, line}, rank, {.weight = Weight::semibold}).right() + 4;
  if (screen().w >= 340)
    mute_text_in({x, r.y, right - x, line}, total, {.size = Size::small, .color = Color::t3});
  const float y = r.y + line + 8;
  fill({r.x, y - 1, r.w, 2}, Color::line2);
  const float at = r.x + 5 + (r.w - 10) * std::clamp(percentile, 0.f, 1.f);
  disc({at, y}, 7, Color::bg);
  disc({at, y}, 5, Color::gold_fill);
  add_node(make_id("ladder" + std::string(place)), Role::text, joined({place, rank, total, gap}),
           r);
}

}  // namespace shanzhi::widgets
