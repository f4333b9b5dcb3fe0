// One button that reads the page aloud, one figure, one rank, four tiles.
#include "client/screens/phone/standing_large.h"

#include "client/screens/phone/standing.h"

namespace shanzhi::screens {
namespace {

using model::Section;

void week(const Env& env, const api::Standing& s) {
  const float line = ui::line_height(ui::Size::body);
  ui::space(6);
  const std::string week = text::points(s.week), hours = text::duration(s.hours, env.language());
  figure_in_words(env, ui::take(0, line), PhoneWord::me_week_large, week,
                  {.color = ui::Color::gold_text, .weight = ui::Weight::semibold});
  figure_in_words(env, ui::take(0, line), PhoneWord::me_hours_large, hours,
                  {.weight = ui::Weight::semibold});
}

void rank(const Env& env, const api::Standing& s) {
  for (const api::StandingPlace& p : s.places) {
    if (p.level != "village") continue;
    part_line();
    if (p.rank > 0) {
      const std::string nth = env.fill(PhoneWord::me_nth, {text::count(p.rank)});
      const ui::Rect r = ui::take(0, ui::line_height(ui::Size::h2));
      parts_in(
          r, {{env.say(PhoneWord::me_village), {.size = ui::Size::h2}},
              {" " + nth,
               {.size = ui::Size::h2, .color = ui::Color::jade, .weight = ui::Weight::semibold}}});
    }
    const std::string gap =
        p.rank > 1
            ? env.fill(PhoneWord::me_gap_large, {text::points(p.to_next), text::count(p.next_rank)})
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

/// Of somebody else no code: it stands for being there.
void tiles(const Env& env, bool of_other, Wish& wish) {
  struct Tile {
    Section section;
    ui::Icon icon;
    PhoneWord label;
    ui::Color back, ink;
  };
  constexpr Tile kTiles[] = {
      {Section::me_passbook, ui::Icon::book, PhoneWord::me_book, ui::Color::gold_tint,
       ui::Color::gold_text},
      {Section::me_board, ui::Icon::board, PhoneWord::me_boards_tab, ui::Color::jade_tint,
       ui::Color::jade},
      {Section::me_card, ui::Icon::qr, PhoneWord::me_card, ui::Color::sunk, ui::Color::t1},
      {Section::me_rules, ui::Icon::award, PhoneWord::me_rules_tab, ui::Color::sunk, ui::Color::t1},
  };
  ui::space(20);
  const ui::Group group(ui::Role::navigation, env.say(Message::rail));
  ui::Rect row;
  int i = 0;
  for (const Tile& each : kTiles) {
    if (of_other && each.section == Section::me_card) continue;
    if (i % 2 == 0) {
      row = ui::take(0, 112);
      ui::space(12);
    }
    if (tile(row.column(i % 2, 2, 12), each.icon, env.say(each.label), each.back, each.ink))
      wish = to_page(env, each.section);
    i++;
  }
}

}  // namespace

void read_button(const Env& env, const api::Standing& s, Wish& wish) {
  ui::space(8);
  const ui::Rect r = ui::take(0, 64);
  const ui::Touch t = ui::press_area(env.say(PhoneWord::me_read), r);
  ui::fill(r, ui::Color::jade, r.h / 2);
  const ui::TextStyle style{
      .size = ui::Size::h2, .color = ui::Color::on_jade, .weight = ui::Weight::semibold};
  const float w = ui::measure(env.say(PhoneWord::me_read), style).x + 40;
  const float x = r.x + (r.w - w) / 2;
  ui::icon(ui::Icon::say, {x, r.y + (r.h - 28) / 2}, 28, ui::Color::on_jade);
  ui::mute_text_in({x + 40, r.y, w - 40 + 1, r.h}, env.say(PhoneWord::me_read), style);
  if (t.pressed) wish = Speak{standing_words(env, s)};
}

void standing_large(const Env& env, const api::Standing& s, bool of_other, Wish& wish) {
  week(env, s);
  rank(env, s);
  tiles(env, of_other, wish);
  if (of_other) return;
  if (env.may(true, "award-points") && ui::button(env.say(PhoneWord::me_give)))
    wish = to_page(env, Section::me_work);
  ui::space(8);
  if (ui::button(env.say(PhoneWord::me_settings), {.icon = ui::Icon::gear}))
    wish = to_page(env, Section::me_settings);
  ui::space(24);
}

}  // namespace shanzhi::screens
