// Two periods side by side, as a table of the lines that have come.
#include <algorithm>

#include "shared/base/order.h"

#include "client/screens/desk/board_parts.h"

namespace shanzhi::screens::board_parts {
namespace {

enum Place : std::size_t { kRank, kName, kWhere, kValue, kThenRank, kThenValue, kMove, kMore };

void make_columns(const Env& env, BoardsForm& form) {
  const std::string of = env.language() == text::Language::english ? "en" : "zh";
  if (form.columns_of == of) return;
  form.columns_of = of;
  const auto right = ui::Align::right, decimal = ui::Align::decimal;
  form.columns = {
      {.key = "rank",
       .title = env.say(Message::boards_rank),
       .width = 52,
       .align = right,
       .fixed = true},
      {.key = "name",
       .title = env.say(Message::boards_name),
       .width = 110,
       .grow = 2,
       .fixed = true},
      {.key = "place", .title = text::field_title("place", env.language()), .width = 90, .grow = 1},
      {.key = "value", .title = env.say(Message::boards_value), .width = 92, .align = decimal},
      {.key = "then_rank",
       .title = env.say(Message::boards_then_rank),
       .width = 84,
       .align = right},
      {.key = "then_value",
       .title = env.say(Message::boards_then_value),
       .width = 92,
       .align = decimal},
      {.key = "move", .title = env.say(Message::boards_move), .width = 82, .align = right},
      {.key = "more", .title = env.say(Message::boards_more), .width = 88, .align = decimal}};
}

std::int64_t sorted_by(const api::BoardRow& row, int column) {
  switch (column) {
    case kValue: return row.value;
    case kThenRank: return row.before_rank > 0 ? row.before_rank : INT64_MAX;
    case kThenValue: return row.before;
    case kMove: return row.before_rank > 0 ? row.move : INT64_MIN;
    case kMore: return row.value - row.before;
    default: return row.rank;
  }
}

void put_in_order(const api::Board& board, BoardsForm& form) {
  form.order.resize(board.rows.size());
  for (std::size_t i = 0; i < form.order.size(); i++) form.order[i] = i;
  const int column = form.table.sort_column;
  if (column < 0) return;
  const auto less = [&](std::size_t a, std::size_t b) {
    const api::BoardRow &x = board.rows[a], &y = board.rows[b];
    if (column == kName) return x.name < y.name;
    if (column == kWhere) return x.place < y.place;
    return sorted_by(x, column) < sorted_by(y, column);
  };
  base::put_in_order(form.order, [&](std::size_t a, std::size_t b) {
    return form.table.descending ? less(b, a) : less(a, b);
  });
}

std::string signed_value(const Env& env, const std::string& measure, std::int64_t value) {
  if (value == 0) return "0";
  return (value > 0 ? "+" : text::kMinus) + value_text(env, measure, value < 0 ? -value : value);
}

void fill_row(const Env& env, const api::Board& board, const api::BoardRow& row,
              std::vector<ui::Cell>& cells) {
  using ui::Color;
  const bool then = row.before_rank > 0, top = row.rank <= 3;
  cells[kRank] = {.text = text::count(row.rank),
                  .color = top ? Color::gold_text : Color::t2,
                  .weight = top ? ui::Weight::semibold : ui::Weight::regular};
  cells[kName].text = row.name;
  cells[kWhere] = {.text = row.place, .color = Color::t2};
  cells[kValue] = {.text = value_text(env, board.measure, row.value),
                   .color = Color::gold_text,
                   .weight = ui::Weight::semibold};
  cells[kThenRank] = {.text = then ? text::count(row.before_rank) : "–", .color = Color::t2};
  cells[kThenValue] = {.text = then ? value_text(env, board.measure, row.before) : "–",
                       .color = Color::t2};
  cells[kMove] = {.text = !then           ? env.say(Message::boards_new)
                          : row.move == 0 ? "–"
                          : row.move > 0  ? "▲ " + std::to_string(row.move)
                                          : "▼ " + std::to_string(-row.move),
                  .color = then && row.move > 0 ? Color::jade : Color::t2};
  cells[kMore] = {.text = signed_value(env, board.measure, row.value - row.before),
                  .color = row.value > row.before ? Color::jade : Color::t2};
}

}  // namespace

void compared(const Env& env, const model::Loaded<api::Board>& loaded, BoardsForm& form, ui::Rect r,
              Wish& wish) {
  const api::Board& board = *loaded;
  make_columns(env, form);
  form.columns[kWhere].shown = r.w > 780;  // the least stands where there is little room
  form.columns[kMore].shown = r.w > 690;
  form.columns[kThenValue].shown = r.w > 640;
  put_in_order(board, form);
  const auto n = static_cast<std::int64_t>(form.order.size());
  const auto row_at = [&](std::int64_t i) -> const api::BoardRow& {
    return board.rows[form.order[static_cast<std::size_t>(i)]];
  };
  form.table.current = -1;
  for (std::int64_t i = 0; i < n; i++)
    if (row_at(i).subject == env.route.get("open")) form.table.current = i;
  ui::TableOptions options = table_options(
      env, "boards", [&](std::int64_t i) { return row_at(i).subject; },
      (static_cast<std::int64_t>(loaded.revision) << 8) + form.table.sort_column * 2 +
          (form.table.descending ? 1 : 0));
  const std::string foot =
      env.fill(Message::table_range, {"1", text::count(n), text::count(board.of)});
  options.foot_left = foot;
  const ui::TableEvent e = ui::table(
      env.say(Message::boards_title), r, form.columns, n,
      [&](std::int64_t i, std::vector<ui::Cell>& cells) { fill_row(env, board, row_at(i), cells); },
      form.table, options);
  if (e.opened >= 0 && e.opened < n) wish = Go{env.route.with("open", row_at(e.opened).subject)};
  table_answers(env, e, form.table, n);
  if (board.of > n && form.limit < 1000 && !loaded.loading &&
      form.table.scroll_y + 2 * r.h > 37.f * static_cast<float>(n))
    form.limit = std::min<std::int64_t>(1000, form.limit + 200);
}

}  // namespace shanzhi::screens::board_parts
