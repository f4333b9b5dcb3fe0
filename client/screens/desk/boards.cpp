// The board and its filters.
#include "client/screens/desk/boards.h"

#include <algorithm>

#include "shared/api/names.h"

namespace shanzhi::screens {
namespace {

using base::Period;

std::string default_subject(const Env& env) {
  const api::PlaceRow* row = env.places.find(env.place);
  if (row && row->level == "village") return "grid";
  return row && row->level == "grid" ? "household" : "village";
}

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
      wish = Go{env.route.with(key, value)};
  }
}

base::CivilDate date_of(const Env& env) {
  const auto date = base::parse_date(env.route.get("date"));
  return date.value_or(env.today);
}

Period period_of(const Env& env) {
  return describe::parse_enum<Period>(env.route.get("period", "month")).value_or(Period::month);
}

void period_steps(const Env& env, Wish& wish) {
  const Period period = period_of(env);
  const base::CivilDate date = date_of(env);
  ui::text(text::period_span(period, date, env.language()), {.weight = ui::Weight::semibold});
  if (period == Period::all) return;
  const base::CivilDate before{base::span_of(period, date).first.days - 1};
  const base::CivilDate after = base::span_of(period, date).end;
  ui::same_row();
  if (ui::button(env.say(Message::boards_previous),
                 {.look = ui::Look::quiet, .icon = ui::Icon::left, .small = true}))
    wish = Go{env.route.with("date", base::to_text(before))};
  ui::same_row();
  const bool now = env.today < after;
  if (ui::button(env.say(Message::boards_next),
                 {.look = ui::Look::quiet, .icon = ui::Icon::chev, .enabled = !now, .small = true}))
    wish = Go{env.route.with(
        "date", env.today < base::span_of(period, after).end ? "" : base::to_text(after))};
  if (now) return;
  ui::same_row();
  if (ui::button(env.say(Message::boards_this), {.look = ui::Look::quiet, .small = true}))
    wish = Go{env.route.with("date", "")};
}

std::string value_text(const Env& env, std::string_view measure, std::int64_t value) {
  if (measure == "hours") return text::duration(value, env.language());
  return measure == "points" ? text::points(value) : text::count(value);
}

std::string unit_text(const Env& env, std::string_view measure) {
  if (measure == "points") return env.say(Message::unit_points);
  return measure == "services" ? env.say(Message::unit_times) : "";
}

std::string with_unit(const Env& env, std::string_view measure, std::int64_t value) {
  const std::string unit = unit_text(env, measure);
  return value_text(env, measure, value) + (unit.empty() ? "" : " " + unit);
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
  const std::string unit = unit_text(env, board.measure);
  const ui::Group list(ui::Role::group, env.say(Message::boards_title));
  const bool place =
      board.subject == "grid" || board.subject == "village" || board.subject == "hub";
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
                                        .pressable = true});
    if (!pressed) continue;
    if (place)
      wish = Go{env.route.to(model::Section::map).with("at", row.subject)};
    else if (board.subject == "household" && env.may(false, "households"))
      wish = Go{env.route.to(model::Section::households).with("open", row.subject)};
    else
      wish = Go{env.route.with("mine", row.subject)};
  }
  if (mine_shown) return;
  ui::board_gap();
  my_row(env, board, board.mine.front(), top);
}

}  // namespace

model::Parameters board_parameters(const Env& env, const BoardsForm& form) {
  return {{"place", env.place},
          {"subject", env.route.get("subject", default_subject(env))},
          {"period", env.route.get("period", "month")},
          {"date", env.route.get("date")},
          {"field", env.route.get("field")},
          {"measure", env.route.get("measure", "points")},
          {"limit", std::to_string(form.limit)},
          {"mine", env.route.get("mine")}};
}

Wish boards(const Env& env, const BoardsView& view, BoardsForm& form, ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(Message::boards_title), page);
  ui::Rect area = page.inset(24, 16);
  ui::Rect head = area.cut_top(32, 8);
  ui::heading_in(head, 1, env.say(Message::boards_title), env.place_name());
  {
    const ui::Box buttons(right_of(head, {env.say(Message::table_export_csv)}));
    ui::set_next_width(0);
    if (ui::button(env.say(Message::table_export_csv),
                   {.icon = ui::Icon::exports, .enabled = view.board.value.has_value()}))
      wish = Export{List::boards};
  }
  const bool wide = area.w > 900;
  const ui::Rect filters = wide ? area.cut_right(300, 40) : area.cut_top(210, 12);
  if (wide) ui::hairline_v(filters.x - 20, filters.y, filters.h);
  {
    const ui::Scroll box("filters", filters, 0);
    period_steps(env, wish);
    ui::space(ui::kGap3);
    const auto part = [&](auto tag, const char* key, text::Vocabulary set, Message label,
                          const std::string& chosen) {
      chips<decltype(tag)>(env, key, set, label, chosen, wish);
      ui::space(ui::kGap3);
    };
    part(shanzhi::boards::Subject{}, "subject", text::Vocabulary::subject, Message::boards_subject,
         env.route.get("subject", default_subject(env)));
    part(Period{}, "period", text::Vocabulary::period, Message::boards_period,
         env.route.get("period", "month"));
    part(shanzhi::boards::Measure{}, "measure", text::Vocabulary::measure, Message::boards_measure,
         env.route.get("measure", "points"));
    part(shanzhi::boards::FieldFilter{}, "field", text::Vocabulary::service_field,
         Message::boards_field, env.route.get("field", "all"));
    ui::space(ui::kGap2);
    ui::paragraph(env.say(Message::boards_hint),
                  {.size = ui::Size::caption, .color = ui::Color::t3});
  }
  area.w = std::min(area.w, 720.f);
  const ui::Scroll list("board", area, 0);
  if (!ready(env, view.board, 12, wish)) return wish;
  if (view.board->rows.empty()) {
    ui::space(ui::kGap10);
    ui::empty_state(ui::Icon::board, env.say(Message::empty_board));
    return wish;
  }
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
  return wish;
}

}  // namespace shanzhi::screens
