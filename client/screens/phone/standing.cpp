// Hero figure, ranks, weeks, household, and the ways on.
#include "client/screens/phone/standing.h"

#include <algorithm>

#include "client/screens/phone/standing_large.h"
#include "shared/base/lunar.h"

namespace shanzhi::screens {
namespace {

using model::Section;

const ui::TextStyle kQuiet{.color = ui::Color::t2};
const ui::TextStyle kStrong{.weight = ui::Weight::semibold};
const ui::TextStyle kGold{.color = ui::Color::gold_text, .weight = ui::Weight::semibold};

/// Name and home, and at the right the way to larger or back to smaller things.
void who(const Env& env, const api::Standing& s, Wish& wish) {
  const bool large = large_type();
  const char* label = env.say(large ? PhoneWord::me_plain : PhoneWord::me_large);
  ui::space(large ? 4 : 14);
  const float name = ui::line_height(ui::Size::h1);
  const ui::Rect r = ui::take(0, large ? 64 : name + ui::line_height(ui::Size::body));
  const float width = ui::measure(label).x + 40, height = large ? 60.f : 44.f;
  ui::heading_in({r.x, r.y, r.w - width - 8, large ? r.h : name}, 1, s.name);
  if (!large)
    ui::text_in({r.x, r.y + name, r.w - width - 8, r.h - name},
                grid_words(s.village_name, s.grid_name), kQuiet);
  const ui::Rect b{r.right() - width, r.y + (r.h - height) / 2, width, height};
  const ui::Touch t = ui::press_area(label, b);
  const ui::Rect drawn = b.inset(0, 5);
  if (t.hovered) ui::fill(drawn, ui::Color::sunk, drawn.h / 2);
  ui::outline(drawn, ui::Color::line2, drawn.h / 2);
  ui::mute_text_in(drawn, label, {.align = ui::Align::centre});
  if (!t.pressed) return;
  model::Settings changed = env.settings;
  changed.large = !large;
  wish = Set{changed};
}

/// The balance as large as it fits, and where there is room for it the village's crackle.
void hero(const Env& env, const StandingView& view, const api::Standing& s) {
  constexpr float kMark = 112;
  const bool large = large_type();
  const ui::TextStyle unit{.size = large ? ui::Size::h2 : ui::Size::body, .color = ui::Color::t2};
  const std::string label = !large     ? env.say(PhoneWord::me_balance)
                            : view.kin ? env.fill(PhoneWord::family_balance, {view.kin->name})
                                       : std::string(env.say(PhoneWord::me_balance_large));
  ui::space(14);
  const float head = ui::line_height(ui::Size::body), width = ui::content().w;
  const float unit_w = ui::measure(points_unit(env), unit).x + 8;
  const std::string value = text::points(s.balance);
  ui::TextStyle number{.size = ui::Size::hero, .color = ui::Color::gold_text};
  if (ui::measure(value, number).x + unit_w > width) number.size = ui::Size::code;
  const float digits = ui::measure(value, number).x;
  const ui::Rect r = ui::take(0, head + ui::line_height(ui::Size::hero) + 4);
  ui::mute_text_in({r.x, r.y, r.w, head}, label, kQuiet);
  ui::mute_text_in({r.x - 3, r.y + head, digits + 6, r.h - head}, value, number);
  ui::mute_text_in(
      {r.x + digits + 6, r.bottom() - ui::line_height(ui::Size::hero) * .25f - 15, unit_w, 24},
      points_unit(env), unit);
  ui::add_node(ui::make_id("balance"), ui::Role::text,
               label + " " + value + " " + std::string(points_unit(env)), r);
  if (!large && digits + unit_w + kMark + 12 < width)
    ui::place_mark({r.right() - kMark, r.y - 6, kMark, r.h}, view.shape, s.grid,
                   grid_words(s.village_name, s.grid_name));
}

void this_week(const Env& env, const api::Standing& s) {
  ui::space(4);
  const ui::Rect r = ui::take(0, ui::line_height(ui::Size::body));
  const std::string week = text::signed_points(s.week),
                    hours = text::duration(s.hours, env.language()),
                    home = text::points(s.household_balance);
  float x = figure_in_words(env, r, PhoneWord::me_week, week, kGold, kQuiet) + kPageSide - 4;
  x = figure_in_words(env, {x, r.y, r.right() - x, r.h}, PhoneWord::me_hours, hours, kStrong,
                      kQuiet) +
      kPageSide - 4;
  if (s.members.size() > 1 && r.right() - x > 72)
    figure_in_words(env, {x, r.y, r.right() - x, r.h}, PhoneWord::me_home, home, kStrong, kQuiet);
}

/// How the chosen rank has moved since last month.
std::string move_words(const Env& env, const api::StandingPlace& p, int& direction) {
  const char* where = env.say(level_words(p.level));
  direction = 0;
  if (p.rank == 0) return {};
  if (p.before_rank == 0) return env.fill(PhoneWord::me_newly, {where});
  const std::int64_t up = p.before_rank - p.rank;
  if (up == 0) return env.fill(PhoneWord::me_same, {where});
  direction = up > 0 ? 1 : -1;
  return env.fill(up > 0 ? PhoneWord::me_up : PhoneWord::me_down,
                  {where, text::count(up > 0 ? up : -up)});
}

void head_of_ranks(const Env& env, const api::StandingPlace& chosen) {
  const ui::Rect r = ui::take(0, ui::line_height(ui::Size::h2));
  ui::heading_in({r.x, r.y, r.w / 2, r.h}, 2, env.say(PhoneWord::me_ranks));
  int direction = 0;
  const std::string words = move_words(env, chosen, direction);
  const ui::TextStyle style{.color = direction > 0 ? ui::Color::jade : ui::Color::t2,
                            .align = ui::Align::right};
  const char* mark = direction > 0 ? "▲ " : direction < 0 ? "▼ " : "";
  ui::mute_text_in({r.x + r.w / 2 - 20, r.y, r.w / 2 + 20, r.h}, mark + words, style);
  ui::add_node(ui::make_id(words), ui::Role::text, words, {r.x + r.w / 2, r.y, r.w / 2, r.h});
}

void rank_columns(const Env& env, const api::Standing& s, StandingForm& form) {
  const ui::Rect r = ui::take(0, 74);
  const ui::Group group(ui::Role::radio_group, env.say(PhoneWord::me_ranks), r);
  const auto n = static_cast<int>(s.places.size());
  for (int i = 0; i < n; i++) {
    const api::StandingPlace& p = s.places[static_cast<std::size_t>(i)];
    const char* where = env.say(level_words(p.level));
    const std::string rank = p.rank > 0 ? text::count(p.rank) : "–";
    const std::string place = env.fill(PhoneWord::me_of, {where, text::count(p.of)});
    const std::string told =
        place + "，" +
        (p.rank > 0 ? env.fill(PhoneWord::me_nth, {rank}) : env.say(PhoneWord::me_no_rank));
    if (ui::rank_column(r.column(i, n, 8),
                        {.before = p.rank > 0 ? env.say(PhoneWord::me_before) : "",
                         .rank = rank,
                         .place = place,
                         .told = told,
                         .on = i == form.chosen}))
      form.chosen = i;
  }
}

void ladder(const Env& env, const api::StandingPlace& p, const api::FamilyRow* kin) {
  ui::space(10);
  const bool top = p.rank == 1;
  const std::string mine = kin ? kin->name + " " + text::points(p.value)
                               : env.fill(PhoneWord::me_mine, {text::points(p.value)});
  const std::string next =
      p.to_next > 0 ? env.fill(PhoneWord::me_next,
                               {text::count(p.next_rank), text::points(p.value + p.to_next)})
                    : std::string{};
  const std::string first =
      p.next_rank > 1 ? env.fill(PhoneWord::me_next, {"1", text::points(p.first)}) : std::string{};
  const std::string gap = gap_words(env, p);
  ui::rungs(ui::take(0, 10 + ui::line_height(ui::Size::body) + 4),
            {.mine = mine,
             .next = top ? std::string_view{} : std::string_view(next),
             .first = top ? std::string_view{} : std::string_view(first),
             .start = p.rank > 0 ? .24f : 0.f,
             .told = gap});
  ui::space(6);
  ui::paragraph(gap, kQuiet);
}

void ranks(const Env& env, const api::Standing& s, const api::FamilyRow* kin, StandingForm& form) {
  if (s.places.empty()) return;
  form.chosen = std::clamp(form.chosen, 0, static_cast<int>(s.places.size()) - 1);
  const api::StandingPlace& chosen = s.places[static_cast<std::size_t>(form.chosen)];
  part_line();
  head_of_ranks(env, chosen);
  ui::space(6);
  rank_columns(env, s, form);
  ladder(env, chosen, kin);
}

/// Below the bars: the solar terms of the weeks, as villages count the year; in English every third Monday.
std::vector<std::string> week_words(const Env& env, base::CivilDate first, std::size_t weeks) {
  std::vector<std::string> words(weeks);
  for (std::size_t i = 0; i < weeks; i++) {
    const base::CivilDate monday{first.days + static_cast<std::int32_t>(i) * 7};
    if (env.language() == text::Language::chinese) {
      words[i] = base::solar_term_within(monday, {monday.days + 6});
      continue;
    }
    const auto d = base::ymd_of(monday);
    if (i + 1 == weeks)
      words[i] = env.say(PhoneWord::me_this_week);
    else if ((weeks - 1 - i) % 3 == 0)
      words[i] = std::to_string(d.month) + "-" + std::to_string(d.day);
  }
  return words;
}

void weeks(const Env& env, const api::Standing& s) {
  part_line();
  const ui::Rect head = ui::take(0, ui::line_height(ui::Size::h2));
  ui::heading_in(head, 2, env.say(PhoneWord::me_weeks));
  ui::text_in(head, env.say(PhoneWord::me_weeks_aside),
              {.color = ui::Color::t2, .align = ui::Align::right});
  std::vector<std::string> words;
  if (const auto first = base::parse_date(s.first_week))
    words = week_words(env, *first, s.by_week.size());
  const std::vector<std::string_view> labels(words.begin(), words.end());
  std::int64_t most = 0;
  for (const std::int64_t v : s.by_week) most = std::max(most, v);
  const std::string last = text::signed_points(s.week);
  ui::week_bars(ui::take(0, 108), s.by_week, last, labels,
                env.fill(PhoneWord::me_weeks_told, {text::points(most), text::points(s.week)}));
}

void household(const Env& env, const api::Standing& s) {
  part_line();
  ui::heading(
      2, env.say(PhoneWord::me_household),
      s.number + " · " + text::points(s.household_balance) + " " + std::string(points_unit(env)));
  ui::space(4);
  const ui::Group list(ui::Role::list, env.say(PhoneWord::me_household));
  std::int64_t most = 1;
  for (const api::ArchiveMember& m : s.members) most = std::max(most, m.balance);
  for (const api::ArchiveMember& m : s.members) {
    const ui::Scope scope(m.id);
    const bool mine = m.id == s.person;
    const ui::Rect r = ui::take(0, 44);
    const std::string value = text::points(m.balance);
    const std::string relation(env.word(text::Vocabulary::relation, m.relation));
    const ui::Group item(ui::Role::list_item, m.name + "，" + relation + "，" + value, r);
    ui::push_silent();
    if (mine) ui::fill({r.x - kPageSide, r.y, r.w + 2 * kPageSide, r.h}, ui::Color::gold_tint);
    const ui::Weight weight = mine ? ui::Weight::semibold : ui::Weight::regular;
    const float right =
        ui::mute_text_in(
            r, value,
            {.color = ui::Color::gold_text, .weight = weight, .align = ui::Align::decimal})
            .x -
        12;
    parts_in({r.x, r.y, right - r.x, r.h},
             {{m.name, {.weight = weight}},
              {"  " + relation, {.size = ui::Size::small, .color = ui::Color::t2}}});
    const float share =
        static_cast<float>(std::max<std::int64_t>(m.balance, 0)) / static_cast<float>(most);
    ui::hairline_h(r.x, r.bottom() - 1, r.w);
    ui::fill({r.x, r.bottom() - 2, r.w * share, 2}, mine ? ui::Color::gold_fill : ui::Color::jade);
    ui::pop_silent();
  }
}

void ways_on(const Env& env, const api::Standing& s, Wish& wish) {
  ui::space(16);
  ui::hairline();
  const std::string teams =
      s.teams.empty() ? env.say(PhoneWord::me_no_teams) : s.teams.front().name;
  const auto way = [&](Section to, ui::Icon icon, PhoneWord title, std::string_view detail,
                       std::string_view value = {}) {
    if (ui::list_row(env.say(title),
                     {.icon = icon, .title = env.say(title), .detail = detail, .value = value}))
      wish = to_page(env, to);
  };
  way(Section::me_passbook, ui::Icon::book, PhoneWord::me_book, env.say(PhoneWord::me_book_hint));
  way(Section::me_card, ui::Icon::qr, PhoneWord::me_card, env.say(PhoneWord::me_card_hint));
  way(Section::me_team, ui::Icon::team, PhoneWord::me_teams, teams);
  way(Section::me_settings, ui::Icon::gear, PhoneWord::me_settings, {});
  ui::space(24);
}

void no_person(const Env& env, Wish& wish) {
  ui::space(12);
  ui::heading(1, env.me.name);
  const bool office = env.may(true, "award-points");
  if (ui::empty_state(ui::Icon::user, env.say(PhoneWord::me_no_person),
                      env.say(office ? PhoneWord::me_give : PhoneWord::me_settings)))
    wish = to_page(env, office ? Section::me_work : Section::me_settings);
  if (office &&
      ui::list_row("settings", {.icon = ui::Icon::gear, .title = env.say(PhoneWord::me_settings)}))
    wish = to_page(env, Section::me_settings);
}

}  // namespace

std::string gap_words(const Env& env, const api::StandingPlace& p) {
  const char* where = env.say(level_words(p.level));
  if (p.rank == 0) return env.say(PhoneWord::me_unranked);
  if (p.rank == 1) return env.fill(PhoneWord::me_top, {where});
  return env.fill(PhoneWord::me_gap, {where, text::points(p.to_next)});
}

std::string standing_words(const Env& env, const api::Standing& s) {
  std::string words =
      env.fill(PhoneWord::me_spoken, {s.name, text::points(s.balance), text::points(s.week),
                                      text::duration(s.hours, env.language())});
  for (const api::StandingPlace& p : s.places)
    if (p.level == "village" && p.rank > 0) {
      words +=
          env.fill(PhoneWord::me_spoken_rank, {env.say(level_words(p.level)), text::count(p.rank)});
      words += gap_words(env, p);
    }
  return words;
}

Wish standing(const Env& env, const StandingView& view, StandingForm& form, ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(PhoneWord::me_title), page);
  const ui::Scroll scroll("standing", page, kPageSide);
  if (!env.me.person.empty() && !view.standing) {
    ui::space(14);
    ui::heading(1, env.me.name);
    ui::space(8);
    ready(env, view.standing, 6, wish);
    return wish;
  }
  if (!view.standing || view.standing->person.empty()) {
    no_person(env, wish);
    return wish;
  }
  const api::Standing& s = *view.standing;
  who(env, s, wish);
  if (view.family && *view.family) family_switch(env, **view.family, wish);
  if (large_type()) read_button(env, s, wish);
  hero(env, view, s);
  if (large_type()) {
    standing_large(env, s, view.kin != nullptr, wish);
    if (view.kin) family_ways(env, s, *view.kin, form.family, wish);
    return wish;
  }
  this_week(env, s);
  if (s.earned == 0) {
    ui::space(10);
    ui::paragraph(env.say(PhoneWord::me_no_points), kQuiet);
  }
  ranks(env, s, view.kin, form);
  weeks(env, s);
  if (view.kin) {
    family_ways(env, s, *view.kin, form.family, wish);
    return wish;
  }
  household(env, s);
  ways_on(env, s, wish);
  return wish;
}

}  // namespace shanzhi::screens
