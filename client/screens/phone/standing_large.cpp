// One button that reads the page aloud, one figure, one rank, four tiles.
#include "client/screens/phone/standing_large.h"

#include "client/screens/phone/standing.h"

namespace shanzhi::screens {
namespace {

using model::Section;

void who(const Env& env, const api::Standing& s, Wish& wish) {
  ui::space(12);
  const ui::Rect r = ui::take(0, 64);
  const char* plain = env.say(Message::me_plain);
  const float width = ui::measure(plain, {.size = ui::Size::small}).x + 16;
  ui::heading_in({r.x, r.y, r.w - width, r.h}, 1, s.name);
  const ui::Rect b{r.right() - width, r.y, width, r.h};
  const ui::Touch t = ui::press_area(plain, b);
  const ui::Rect drawn = ui::mute_text_in(
      b, plain, {.size = ui::Size::small, .color = ui::Color::t2, .align = ui::Align::right});
  ui::hairline_h(drawn.x, r.y + r.h / 2 + 16, drawn.w, ui::Color::line2);
  if (!t.pressed) return;
  model::Settings changed = env.settings;
  changed.large = false;
  wish = Set{changed};
}

void read_aloud(const Env& env, const api::Standing& s, Wish& wish) {
  const ui::Rect r = ui::take(0, 64);
  const ui::Touch t = ui::press_area(env.say(Message::me_read), r);
  ui::fill(r, ui::Color::jade, r.h / 2);
  const ui::TextStyle style{
      .size = ui::Size::h2, .color = ui::Color::on_jade, .weight = ui::Weight::semibold};
  const float w = ui::measure(env.say(Message::me_read), style).x + 40;
  const float x = r.x + (r.w - w) / 2;
  ui::icon(ui::Icon::say, {x, r.y + (r.h - 28) / 2}, 28, ui::Color::on_jade);
  ui::mute_text_in({x + 40, r.y, w - 40 + 1, r.h}, env.say(Message::me_read), style);
  if (t.pressed) wish = Speak{standing_words(env, s)};
}

void balance(const Env& env, const api::Standing& s) {
  ui::space(20);
  const float label = ui::line_height(ui::Size::body);
  const std::string value = text::points(s.balance);
  ui::TextStyle number{.size = ui::Size::hero, .color = ui::Color::gold_text};
  const float unit = ui::measure(points_unit(env), {.size = ui::Size::h2}).x + 10;
  if (ui::measure(value, number).x + unit > ui::content().w) number.size = ui::Size::figure;
  const ui::Rect r = ui::take(0, label + ui::line_height(ui::Size::hero));
  const float width = ui::measure(value, number).x;
  ui::mute_text_in({r.x, r.y, r.w, label}, env.say(Message::me_balance_large),
                   {.color = ui::Color::t2});
  ui::mute_text_in({r.x - 4, r.y + label, width + 8, r.h - label}, value, number);
  ui::mute_text_in({r.x + width + 8, r.bottom() - 48, unit, 36}, points_unit(env),
                   {.size = ui::Size::h2, .color = ui::Color::t2});
  ui::add_node(ui::make_id("balance"), ui::Role::text,
               std::string(env.say(Message::me_balance_large)) + " " + value + " " +
                   std::string(points_unit(env)),
               r);
}

void week(const Env& env, const api::Standing& s) {
  const float line = ui::line_height(ui::Size::body);
  ui::space(6);
  const std::string week = text::points(s.week), hours = text::duration(s.hours, env.language());
  figure_in_words(env, ui::take(0, line), Message::me_week_large, week,
                  {.color = ui::Color::gold_text, .weight = ui::Weight::semibold});
  figure_in_words(env, ui::take(0, line), Message::me_hours_large, hours,
                  {.weight = ui::Weight::semibold});
}

void rank(const Env& env, const api::Standing& s) {
  for (const api::StandingPlace& p : s.places) {
    if (p.level != "village") continue;
    part_line();
    if (p.rank > 0) {
      const std::string nth = env.fill(Message::me_nth, {text::count(p.rank)});
      const ui::Rect r = ui::take(0, ui::line_height(ui::Size::h2));
      parts_in(
          r, {{env.say(Message::me_village), {.size = ui::Size::h2}},
              {" " + nth,
               {.size = ui::Size::h2, .color = ui::Color::jade, .weight = ui::Weight::semibold}}});
    }
    const std::string gap =
        p.rank > 1
            ? env.fill(Message::me_gap_large, {text::points(p.to_next), text::count(p.next_rank)})
            : gap_words(env, p);
    ui::paragraph(gap, {.color = ui::Color::t2});
  }
}

bool tile(ui::Rect r, ui::Icon icon, std::string_view label, ui::Color back, ui::Color ink) {
  const ui::Touch t = ui::press_area(label, r);
  ui::fill(r, back, 8);
  ui::icon(icon, {r.x + 14, r.y + 14}, 32, ink);
  ui::mute_text_in({r.x + 16, r.bottom() - 56, r.w - 20, 44}, label,
                   {.size = ui::Size::body, .weight = ui::Weight::semibold});
  return t.pressed;
}

void tiles(const Env& env, Wish& wish) {
  struct Tile {
    Section section;
    ui::Icon icon;
    Message label;
    ui::Color back, ink;
  };
  constexpr Tile kTiles[] = {
      {Section::me_passbook, ui::Icon::book, Message::me_book, ui::Color::gold_tint,
       ui::Color::gold_text},
      {Section::me_board, ui::Icon::board, Message::rail_boards, ui::Color::jade_tint,
       ui::Color::jade},
      {Section::me_card, ui::Icon::qr, Message::me_card, ui::Color::sunk, ui::Color::t1},
      {Section::me_rules, ui::Icon::award, Message::me_rules_tab, ui::Color::sunk, ui::Color::t1},
  };
  ui::space(20);
  const ui::Group group(ui::Role::navigation, env.say(Message::rail));
  ui::Rect row;
  int i = 0;
  for (const Tile& each : kTiles) {
    if (i % 2 == 0) {
      row = ui::take(0, 112);
      ui::space(12);
    }
    if (tile(row.column(i % 2, 2, 12), each.icon, env.say(each.label), each.back, each.ink))
      wish = Go{env.route.to(each.section)};
    i++;
  }
}

}  // namespace

Wish standing_large(const Env& env, const api::Standing& s) {
  Wish wish;
  who(env, s, wish);
  ui::space(8);
  read_aloud(env, s, wish);
  balance(env, s);
  week(env, s);
  rank(env, s);
  tiles(env, wish);
  if (ui::button(env.say(Message::me_settings), {.icon = ui::Icon::gear}))
    wish = Go{env.route.to(Section::me_settings)};
  ui::space(24);
  return wish;
}

}  // namespace shanzhi::screens
