// The board, its filters and what stands beside it.
#include "client/screens/desk/boards.h"

#include <algorithm>

#include "client/screens/desk/board_parts.h"
#include "shared/api/names.h"

namespace shanzhi::screens {
namespace {

using base::Period;
using namespace board_parts;

template <class E>
void chips(const Env& env, const char* key, text::Vocabulary set, Message label,
           const std::string& chosen, Wish& wish) {
  const ui::Group group(ui::Role::group, env.say(label));
  ui::text(env.say(label), {.size = ui::Size::small, .color = ui::Color::t3});
  ui::same_row(ui::kGap3);
  bool first = true;
  for (const char* value : describe::EnumNames<E>::values) {
    const ui::Scope scope(value);
    if (!first) ui::same_row();
    first = false;
    if (ui::chip(env.word(set, value), {.on = chosen == value}))
      wish = Go{env.route.with(key, value).with("open", "")};
  }
  ui::space(ui::kGap3);
}

/// A date of the address in a field of its own; what was typed goes back into the address.
void date_choice(const Env& env, const char* key, Message label, base::CivilDate shown,
                 std::string& typed, std::string& typed_for, Wish& wish) {
  const std::string now = base::to_text(shown);
  if (typed_for != now) typed = typed_for = now;
  ui::set_next_width(150);
  const ui::FieldEvent e =
      ui::date_field(env.say(label), typed, {.icon = ui::Icon::calendar, .label_hidden = true});
  if (!e.changed || typed == now) return;
  if (const auto date = base::parse_date(typed))
    wish = Go{env.route.with(key, base::to_text(std::min(*date, env.today)))};
}

void period_steps(const Env& env, BoardsForm& form, Wish& wish) {
  const Period period = period_of(env);
  const base::CivilDate date = date_of(env);
  ui::text(text::period_span(period, date, env.language()), {.weight = ui::Weight::semibold});
  if (period == Period::all) return;
  const base::CivilDate before{base::span_of(period, date).first.days - 1};
  const base::CivilDate after = base::span_of(period, date).end;
  const bool now = env.today < after;
  ui::space(ui::kGap2);
  date_choice(env, "date", Message::boards_calendar, date, form.date, form.date_of, wish);
  ui::same_row();
  if (ui::icon_button(ui::Icon::left, env.say(Message::boards_previous)))
    wish = Go{env.route.with("date", base::to_text(before))};
  ui::same_row();
  if (ui::icon_button(ui::Icon::chev, env.say(Message::boards_next), !now))
    wish = Go{env.route.with(
        "date", env.today < base::span_of(period, after).end ? "" : base::to_text(after))};
  if (now) return;
  ui::same_row();
  if (ui::button(env.say(Message::boards_this), {.look = ui::Look::quiet, .small = true}))
    wish = Go{env.route.with("date", "")};
}

void comparison(const Env& env, BoardsForm& form, Wish& wish) {
  if (period_of(env) == Period::all) return;
  const ui::Group group(ui::Role::group, env.say(Message::boards_compared));
  const std::string against = env.route.get("against");
  const bool other = !against.empty() && against != "before" && against != "year";
  ui::text(env.say(Message::boards_compared), {.size = ui::Size::small, .color = ui::Color::t3});
  const auto chip = [&](Message label, bool on, const std::string& value) {
    const ui::Scope scope(value);
    ui::same_row(ui::kGap2);
    if (ui::chip(env.say(label), {.on = on})) wish = Go{env.route.with("against", value)};
  };
  chip(Message::boards_against_none, against.empty(), "");
  chip(Message::boards_against_before, against == "before", "before");
  chip(Message::boards_against_year, against == "year", "year");
  const base::CivilDate first{base::span_of(period_of(env), date_of(env)).first.days - 1};
  chip(Message::boards_against_other, other, base::to_text(first));
  if (other) {
    ui::space(ui::kGap2);
    date_choice(env, "against", Message::boards_against_date, against_of(env).value_or(first),
                form.against, form.against_of, wish);
  }
  ui::space(ui::kGap3);
}

void filters(const Env& env, BoardsForm& form, ui::Rect r, Wish& wish) {
  const ui::Scroll box("filters", r, 0);
  period_steps(env, form, wish);
  ui::space(ui::kGap3);
  chips<Period>(env, "period", text::Vocabulary::period, Message::boards_period,
                env.route.get("period", "month"), wish);
  comparison(env, form, wish);
  chips<shanzhi::boards::Subject>(env, "subject", text::Vocabulary::subject,
                                  Message::boards_subject, subject_of(env), wish);
  chips<shanzhi::boards::Measure>(env, "measure", text::Vocabulary::measure,
                                  Message::boards_measure, env.route.get("measure", "points"),
                                  wish);
  chips<shanzhi::boards::FieldFilter>(env, "field", text::Vocabulary::service_field,
                                      Message::boards_field, env.route.get("field", "all"), wish);
  ui::paragraph(env.say(Message::boards_hint), {.size = ui::Size::caption, .color = ui::Color::t3});
}

void my_row(const Env& env, const api::Board& board, const api::MyPlace& mine, float top) {
  const std::string value = value_text(env, board.measure, mine.value);
  const std::string gap =
      mine.next_rank > 0
          ? env.fill(Message::boards_gap,
                     {with_unit(env, board.measure, mine.to_next), text::count(mine.next_rank)})
          : std::string(env.say(Message::boards_first));
  const bool household = board.subject == "household";
  ui::board_row({.rank = mine.rank,
                 .name = mine.name,
                 .move = static_cast<int>(mine.change),
                 .value = value,
                 .unit = unit_text(env, board.measure),
                 .share = static_cast<float>(mine.value) / top,
                 .mine = true,
                 .mine_label = env.say(household ? Message::boards_mine : Message::boards_selected),
                 .gap = gap});
}

void rows(const Env& env, const api::Board& board, Wish& wish) {
  const auto top = static_cast<float>(std::max<std::int64_t>(1, board.rows.front().value));
  const std::string unit = unit_text(env, board.measure), open = env.route.get("open");
  const ui::Group list(ui::Role::group, env.say(Message::boards_title));
  bool mine_shown = board.mine.empty();
  for (const api::BoardRow& row : board.rows) {
    const ui::Scope scope(row.subject);
    if (!mine_shown && board.mine.front().subject == row.subject) {
      my_row(env, board, board.mine.front(), top);
      mine_shown = true;
      continue;
    }
    const std::string value = value_text(env, board.measure, row.value);
    const bool pressed = ui::board_row({.rank = row.rank,
                                        .name = row.name,
                                        .detail = row.place,
                                        .move = static_cast<int>(row.move),
                                        .value = value,
                                        .unit = unit,
                                        .share = static_cast<float>(row.value) / top,
                                        .chosen = row.subject == open,
                                        .pressable = true});
    if (pressed) wish = Go{env.route.with("open", row.subject == open ? "" : row.subject)};
  }
  if (mine_shown) return;
  ui::board_gap();
  my_row(env, board, board.mine.front(), top);
}

void plain_board(const Env& env, const BoardsView& view, BoardsForm& form, ui::Rect area,
                 Wish& wish) {
  area.w = std::min(area.w, 960.f);
  const ui::Scroll list("board", area, 0);
  ui::text(env.fill(Message::boards_of, {text::count(view.board->of)}),
           {.size = ui::Size::small, .color = ui::Color::t2});
  ui::space(ui::kGap2);
  rows(env, *view.board, wish);
  if (view.board->of > static_cast<std::int64_t>(view.board->rows.size()) && form.limit < 1000) {
    ui::space(ui::kGap3);
    if (ui::button(env.say(Message::table_load_more),
                   {.look = ui::Look::quiet, .busy = view.board.loading}))
      form.limit = std::min<std::int64_t>(1000, form.limit + 200);
  }
  ui::space(ui::kGap6);
}

/// Where the board has no room beside it: a button that says what is shown, and opens the choice.
/// False: the choice is open, in the board's place.
bool filters_in_turn(const Env& env, BoardsForm& form, ui::Rect& area, Wish& wish) {
  const std::string now = board_words(env);
  {
    const ui::Box box(area.cut_top(32, 8));
    ui::set_next_width(std::min(area.w, ui::measure(now).x + 64));
    if (ui::button(form.choosing ? env.say(Message::boards_show) : std::string_view(now),
                   {.look = form.choosing ? ui::Look::primary : ui::Look::secondary,
                    .icon = form.choosing ? ui::Icon::check : ui::Icon::filter}))
      form.choosing = !form.choosing;
  }
  if (form.choosing) filters(env, form, area, wish);
  return !form.choosing;
}

/// Filters or a history, at the right or in the board's place. False: there is nothing else to draw.
bool beside_board(const Env& env, const BoardsView& view, BoardsForm& form, ui::Rect& area,
                  Wish& wish) {
  if (area.w <= 900) {
    if (!view.history) return filters_in_turn(env, form, area, wish);
    history_panel(env, view, area, wish);
    return false;
  }
  const ui::Rect beside = area.cut_right(320, 40);
  ui::hairline_v(beside.x - 20, beside.y, beside.h);
  if (view.history)
    history_panel(env, view, beside, wish);
  else
    filters(env, form, beside, wish);
  return true;
}

}  // namespace

Wish boards(const Env& env, const BoardsView& view, BoardsForm& form, ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(Message::boards_title), page);
  ui::Rect area = page.inset(page_margin(), 16);
  ui::Rect head = area.cut_top(32, 8);
  {
    const ui::Box buttons(head.cut_right(file_menu_width(env), 12));
    ui::set_next_width(0);
    if (const auto format = file_menu(env, view.board.value.has_value()))
      wish = Export{List::boards, *format};
  }
  ui::heading_in(head, 1, env.say(Message::boards_title), env.place_name());
  if (!beside_board(env, view, form, area, wish)) return wish;
  if (!view.board || view.board->rows.empty()) {
    const ui::Scroll list("board", area, 0);
    if (!ready(env, view.board, 12, wish)) return wish;
    ui::space(ui::kGap10);
    if (ui::empty_state(ui::Icon::board, env.say(Message::empty_board),
                        env.may(true, "award-points") ? env.say(Message::award_title) : ""))
      wish = Go{env.route.to(model::Section::award)};
    return wish;
  }
  const auto against = against_of(env);
  if (!against) {
    plain_board(env, view, form, area, wish);
    return wish;
  }
  ui::text_in(area.cut_top(20, 8),
              env.fill(Message::boards_between,
                       {text::period_span(period_of(env), date_of(env), env.language()),
                        text::period_span(period_of(env), *against, env.language())}),
              {.size = ui::Size::small, .color = ui::Color::t2});
  compared(env, view.board, form, {page.x, area.y, area.right() - page.x, page.bottom() - area.y},
           wish);
  return wish;
}

}  // namespace shanzhi::screens
