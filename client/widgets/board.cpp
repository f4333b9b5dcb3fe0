// Rank rows, fuses, ledger lines, feed lines, ladders.
#include "client/widgets/board.h"

#include <algorithm>
#include <cmath>

#include "client/widgets/button.h"
#include "client/widgets/internal.h"

namespace shanzhi::widgets {
namespace {

float row_height(bool mine) {
  switch (theme().face) {
    case Face::hall: return mine ? 58.f : 41.f;
    case Face::desk: return mine ? 40.f : 30.f;
    case Face::phone: return mine ? 58.f : 47.f;
    case Face::elder: return 72;
  }
  return 30;
}

/// ▲ 3 or ▼ 2; returns nothing when there was no move.
void draw_move(Rect r, int move, const TextStyle& style) {
  if (move == 0) {
    mute_text_in(r, "–", {.size = style.size, .color = Color::t3});
    return;
  }
  const bool up = move > 0;
  const float k = type(style.size).size / 13;
  const float w = 9 * k, h = 6 * k, y = r.y + r.h / 2;
  const Rgba c = color(up ? Color::jade : Color::t2);
  const float s = up ? -1.f : 1.f;
  draw_list()->AddTriangleFilled(dev(Vec2{up ? r.x : r.x + w, y - s * h / 2}),
                                 dev(Vec2{r.x + w / 2, y + s * h / 2}),
                                 dev(Vec2{up ? r.x + w : r.x, y - s * h / 2}), c);
  mute_text_in({r.x + w + 4, r.y, r.w - w - 4, r.h}, std::to_string(std::abs(move)),
               {.size = style.size, .color = up ? Color::jade : Color::t2});
}

std::string told(const BoardRow& row) {
  std::string s = std::to_string(row.rank);
  for (const std::string_view part : {row.name, row.mine_label, row.detail})
    if (!part.empty()) (s += " ") += part;
  (s += " ") += row.value;
  if (!row.unit.empty()) (s += " ") += row.unit;
  if (row.move_known && row.move != 0)
    s += (row.move > 0 ? " ▲" : " ▼") + std::to_string(std::abs(row.move));
  if (!row.gap.empty()) (s += "，") += row.gap;
  return s;
}

}  // namespace

float board_row_height() {
  return row_height(false);
}

bool board_row(const BoardRow& row) {
  const Rect r =
      take(take_width(0), row_height(row.mine) + (row.gap.empty() ? 0 : type(Size::caption).line));
  const Id id = make_id("rank" + std::to_string(row.rank) + std::string(row.name));
  const Touch t = row.pressable ? touch(id, r) : Touch{};
  const bool hand = theme().face == Face::phone || theme().face == Face::elder;
  const float bleed = hand ? margin() : 0;  // on a phone my row goes from edge to edge
  if (row.mine) fill({r.x - bleed, r.y, r.w + 2 * bleed, r.h}, Color::gold_tint);
  if (row.chosen || t.hovered) fill(r, row.chosen ? Color::sel : Color::sunk);
  const bool top = row.rank <= 3;
  const bool hall = theme().face == Face::hall;  // figures greater, names of the first three heavy
  const bool strong = row.mine || top;
  const float line_h = r.h - (row.gap.empty() ? 0 : type(Size::caption).line) - 3;
  const Size small = theme().face == Face::desk ? Size::small : Size::body;
  const TextStyle rank{.size = small,
                       .color = top || row.mine ? Color::gold_text : Color::t2,
                       .weight = strong ? Weight::semibold : Weight::regular};
  const float pad = row.mine && !hand ? 8.f : 0.f;
  const TextStyle widest{.size = small, .weight = Weight::semibold};
  const float rank_w =
      std::max(measure(hall ? "00" : "000", widest).x, measure(std::to_string(row.rank), rank).x);
  mute_text_in({r.x + pad, r.y, rank_w, line_h}, std::to_string(row.rank), rank);
  const TextStyle value{.size = hall ? Size::h2 : small,
                        .color = (row.mine || top) && !hall ? Color::gold_text : Color::t1,
                        .weight = strong && !hall ? Weight::semibold : Weight::regular,
                        .align = hall ? Align::right : Align::decimal};
  float right = r.right() - pad;
  if (!row.unit.empty()) {
    const TextStyle unit{.size = Size::caption, .color = Color::t2, .align = Align::right};
    right = mute_text_in({r.x, r.y, right - r.x, line_h}, row.unit, unit).x - 4;
  }
  const float left = mute_text_in({r.x, r.y, right - r.x, line_h}, row.value, value).x;
  // Moves stand below each other, whatever the weight and length of the values.
  right = std::min(left, right - measure(hall ? "0,000" : "0,000.5", widest).x) - kGap3;
  const float move_w = 12 + measure(std::abs(row.move) < 100 ? "00" : "000", widest).x + 8;
  if (row.move_known)
    draw_move({right - move_w, r.y, move_w, line_h}, row.move, {.size = Size::caption});
  right -= row.move_known ? move_w + kGap2 : 0;
  float x = r.x + pad + rank_w + 4;
  const bool heavy = row.mine || (hall && top);
  const TextStyle name{.size = small, .weight = heavy ? Weight::semibold : Weight::regular};
  const float chip_w =
      row.mine_label.empty() ? 0 : measure(row.mine_label, {.size = Size::caption}).x + 24;
  const Rect named = mute_text_in({x, r.y, right - x - chip_w, line_h}, row.name, name);
  x = named.right() + kGap2;
  if (chip_w > 0) {
    const float chip_h = type(Size::caption).line + 2;
    const Rect c{x, r.y + (line_h - chip_h) / 2, chip_w - 8, chip_h};
    fill(c, Color::gold_fill, chip_h / 2);
    mute_text_in(c, row.mine_label,
                 {.size = Size::caption,
                  .color = Color::on_gold,
                  .weight = Weight::semibold,
                  .align = Align::centre});
    x = c.right() + kGap2;
  }
  // Beside a long name there is room for nothing, not even for an ellipsis.
  if (right - x >= 2 * type(Size::caption).size)
    mute_text_in({x, r.y, right - x, line_h}, row.detail,
                 {.size = Size::caption, .color = row.mine ? Color::t2 : Color::t3});
  if (!row.gap.empty())
    mute_text_in({r.x + pad + rank_w + 4, r.y + line_h - 4, r.w - rank_w - 2 * pad,
                  type(Size::caption).line},
                 row.gap, {.size = Size::caption, .color = Color::t2});
  // the row's rule is the bar
  hairline_h(r.x, r.bottom() - 1, r.w);
  fill({r.x, r.bottom() - 2, r.w * std::clamp(row.share, 0.f, 1.f), 2},
       top || row.mine ? Color::gold_fill : Color::jade);
  const Role role = row.pressable ? Role::button : Role::text;
  add_node(id, role, told(row), r,
           (row.pressable ? kFocusable : 0u) | (row.chosen ? kPressed : 0u));
  return t.pressed;
}

void board_gap() {
  const Rect r = take(take_width(0), 18);
  icon_in(r, Icon::more, 16, Color::t3);
}

void fuse_line(Rect r, float left) {
  const float y = r.y + r.h / 2;
  const float thick = theme().face == Face::hall ? 4.f : 2.5f;
  const float share = std::clamp(left, 0.f, 1.f);
  const bool past = left <= 0;
  const Color c = past ? Color::cin : left <= 0.30f ? Color::gold_fill : Color::jade;
  const float tip = past ? r.w : r.w * share;
  fill({r.x, y - thick / 2, tip, thick}, c);
  if (past) return;
  const float step = 6, dot = theme().face == Face::hall ? 2.5f : 1.5f;
  const Rgba burnt = color(Color::line2);
  for (float x = r.x + tip + step; x < r.right(); x += step) {
    const ImVec2 a = dev(Vec2{x, y - dot / 2});
    draw_list()->AddRectFilled(
        {snap(a.x), snap(a.y)},
        {snap(a.x) + std::max(1.f, px(dot)), snap(a.y) + std::max(1.f, px(dot))}, burnt);
  }
  disc({r.x + tip, y}, thick + 1, c);
}

bool fuse_row(const Fuse& f) {
  const float line = type(Size::body).line;
  const float foot = theme().face == Face::hall ? 18.f : 14.f;
  const float pad = theme().face == Face::desk ? 3.f : 8.f;
  const Rect r = take(take_width(0), line + foot + 2 * pad);
  const Id id = make_id("fuse" + std::string(f.place) + std::string(f.matter));
  const Touch t = f.pressable ? touch(id, r) : Touch{};
  const bool past = f.left <= 0, soon = f.left <= 0.30f;
  const Color urgent = past ? Color::cin : soon ? Color::gold_text : Color::t2;
  const float y = r.y + pad;
  const TextStyle left{
      .color = urgent, .weight = soon ? Weight::semibold : Weight::regular, .align = Align::right};
  const float right = mute_text_in({r.x, y, r.w, line}, f.left_text, left).x - kGap3;
  float x = r.x;
  const auto put = [&](std::string_view s, Color c, Weight w, float gap) {
    if (s.empty() || right - x < 16) return;
    x = mute_text_in({x, y, right - x, line}, s, {.color = c, .weight = w}).right() + gap;
  };
  put(f.level, past ? Color::cin : Color::t1, Weight::semibold, kGap3);
  put(f.place, t.hovered ? Color::jade : Color::t1, Weight::regular, kGap2);
  put(f.matter, Color::t2, Weight::regular, 0);
  fuse_line({r.x, y + line, r.w, 8}, f.left);
  std::string name;
  for (const std::string_view part : {f.level, f.place, f.matter, f.left_text})
    if (!part.empty()) ((name += name.empty() ? "" : " ")) += part;
  add_node(id, f.pressable ? Role::button : Role::text, name, r, f.pressable ? kFocusable : 0u);
  return t.pressed;
}

}  // namespace shanzhi::widgets
