// The boards: one that takes turns, or all of them where there is room; and what has just happened.
#include <algorithm>

#include "client/screens/hall/hall.h"
#include "client/widgets/board.h"
#include "shared/base/utf8.h"

namespace shanzhi::screens {
namespace {

constexpr HallWord kNames[] = {HallWord::board_village, HallWord::board_team,
                               HallWord::board_household};
constexpr float kHead = 64, kTurnMs = 440, kStaggerMs = 30;

std::string board_unit(const Env& env, int which) {
  return env.say(which == static_cast<int>(HallBoard::team) ? HallWord::unit_hours
                                                            : HallWord::unit_points);
}

std::string board_value(const api::Board& board, std::int64_t value) {
  return board.measure == "hours" ? text::count((value + 30) / 60)
                                  : text::count((value + 50) / 100);
}

/// The names of the boards; the line under the one shown fills as its time runs.
void tabs(const Env& env, ui::Rect r, int on, float share) {
  float x = r.right();
  for (int i = kHallBoards - 1; i >= 0; i--) {
    const std::string_view name = env.say(kNames[i]);
    const ui::TextStyle style{.size = ui::Size::small,
                              .color = i == on ? ui::Color::t1 : ui::Color::t3};
    const float w = ui::measure(name, style).x;
    x -= w;
    ui::mute_text_in({x, r.y, w + 1, 30}, name, style);
    ui::fill({x, r.y + 34, w, 3}, ui::Color::line2);
    if (i == on) ui::fill({x, r.y + 34, w * share, 3}, ui::Color::jade);
    x -= 14;
  }
}

void rows(const Env& env, const model::Loaded<api::Board>& loaded, int which, ui::Rect r) {
  const ui::Box box(r);
  if (!loaded || loaded->rows.empty()) {
    if (loaded)
      ui::paragraph(env.say(HallWord::board_empty),
                    {.size = ui::Size::small, .color = ui::Color::t2});
    return;
  }
  const auto room = static_cast<std::size_t>(std::max(1.f, r.h / ui::board_row_height()));
  const api::Board& board = *loaded;
  const auto most = static_cast<float>(std::max<std::int64_t>(1, board.rows.front().value));
  for (std::size_t i = 0; i < std::min(room, board.rows.size()); i++) {
    const api::BoardRow& row = board.rows[i];
    const std::string value = board_value(board, row.value);
    const bool household = which == static_cast<int>(HallBoard::household);
    ui::board_row({.rank = row.rank,
                   .name = household && !row.place.empty() ? row.place : row.name,
                   .detail = household && !row.place.empty() ? row.name : std::string_view{},
                   .move = static_cast<int>(row.move),
                   .value = value,
                   .share = static_cast<float>(row.value) / most});
  }
}

/// How far row `i` has faded, from the middle of the turn outwards: 1 gone.
float gone(double since, std::size_t i, bool leaving) {
  const double half = static_cast<double>(kTurnMs) / 2;
  const double at = since - static_cast<double>(kStaggerMs) * static_cast<double>(i);
  const auto t = static_cast<float>(std::clamp(leaving ? at / half : (at - half) / half, 0., 1.));
  return leaving ? ui::ease(t) : 1 - ui::ease(t);
}

void head(const Env& env, const model::Loaded<api::Board>& board, int which, ui::Rect& r,
          bool turning, float share) {
  ui::Rect line = r.cut_top(kHead);
  hall_title({line.x, line.y, line.w, 32},
             turning ? env.say(HallWord::board) : env.say(kNames[which]));
  const bool year = board && board->period == "year";
  ui::text_in(
      {line.x, line.y + 32, line.w, 28},
      env.fill(year ? HallWord::board_year : HallWord::board_month, {board_unit(env, which)}),
      {.size = ui::Size::caption, .color = ui::Color::t3});
  if (turning) tabs(env, line, which, share);
}

void turning(const Env& env, const HallView& view, HallForm& form, ui::Rect r) {
  const std::int64_t turn = env.now.unix_ms / kBoardTurnMs;
  const int which = view.board >= 0 ? view.board : static_cast<int>(turn % kHallBoards);
  const std::int64_t shown = view.board >= 0 ? -2 - view.board : turn;
  if (form.turn != shown) {
    form.board_before = form.turn == -1 ? which : form.board_now;
    form.turned_ms = form.turn == -1 ? -1e9 : ui::frame_ms();
    form.turn = shown, form.board_now = which;
  }
  const ui::Group region(ui::Role::region, env.say(kNames[which]), r);
  const float share =
      view.board >= 0 ? 1.f
                      : static_cast<float>(env.now.unix_ms % kBoardTurnMs) / float(kBoardTurnMs);
  ui::Rect body = r;
  head(env, *view.boards[static_cast<std::size_t>(which)], which, body, true, share);
  const double since = ui::frame_ms() - form.turned_ms;
  const bool leaving = since < static_cast<double>(kTurnMs) / 2;
  const int now = leaving ? form.board_before : which;
  rows(env, *view.boards[static_cast<std::size_t>(now)], now, body);
  if (since > static_cast<double>(kTurnMs + 10 * kStaggerMs)) return;
  ui::animate();
  const float high = ui::board_row_height();
  for (std::size_t i = 0; float(i) * high < body.h; i++)
    ui::veil({body.x, body.y + float(i) * high, body.w, high}, gone(since, i, leaving));
}

}  // namespace

void hall_board_of(const Env& env, const HallView& view, ui::Rect r, int which) {
  const ui::Scope scope(which);
  const ui::Group region(ui::Role::region, env.say(kNames[which]), r);
  const auto& board = *view.boards[static_cast<std::size_t>(which)];
  if (which == 2) ui::hairline_h(r.x, r.y - 14, r.w);
  head(env, board, which, r, false, 0);
  rows(env, board, which, r);
}

void hall_boards(const Env& env, const HallView& view, HallForm& form, const HallPlan& plan) {
  if (plan.board_count == 1) {
    turning(env, view, form, plan.boards[0]);
    return;
  }
  for (int i = 0; i < plan.board_count; i++) hall_board_of(env, view, plan.boards[i], i);
}

std::string hall_deed(const Env& env, const HallView& view, const api::Change& change) {
  if (!change.note.empty()) return change.note;
  if (view.rules)
    for (const api::RuleRow& rule : view.rules->rules)
      if (rule.code == change.rule) return rule.name;
  return std::string(change.rule.empty() ? env.word(text::Vocabulary::event, change.what)
                                         : std::string_view(change.rule));
}

void hall_feed(const Env& env, const HallView& view, HallForm& form, ui::Rect r) {
  const ui::Group region(ui::Role::region, env.say(HallWord::now), r);
  ui::hairline_h(r.x, r.y - 14, r.w);
  const ui::Rect line = r.cut_top(32, 6);
  hall_title(line, env.say(HallWord::now));
  std::int64_t today = 0;
  for (const api::Change& change : view.feed) {
    const auto at = base::parse_instant(change.at);
    today += change.amount != 0 && at && base::day_of(*at) == env.today;
  }
  if (today > 0)
    ui::text_in(
        line, env.fill(HallWord::today_lines, {text::count(today) + (view.feed_whole ? "" : "+")}),
        {.size = ui::Size::small, .color = ui::Color::t3, .align = ui::Align::right});
  if (view.feed.empty()) {
    const ui::Box box(r);
    ui::paragraph(env.say(Message::empty_feed), {.size = ui::Size::small, .color = ui::Color::t2});
    return;
  }
  hall_feed_lines(env, view, form, view.feed, env.today, r);
}

void hall_feed_lines(const Env& env, const HallView& view, HallForm& form,
                     const std::vector<api::Change>& lines, base::CivilDate today, ui::Rect r) {
  const std::int64_t newest = lines.empty() ? 0 : lines.front().position;
  if (form.feed_newest != newest) {
    form.feed_ms = form.feed_newest < 0 ? -1e9 : ui::frame_ms();
    form.feed_newest = newest;
  }
  const ui::Box box(r);
  int room = static_cast<int>(r.h / ui::feed_line_height());
  for (const api::Change& change : lines) {
    if (change.amount == 0) continue;
    if (room-- <= 0) break;
    const ui::Scope scope(change.position);
    const auto at = base::parse_instant(change.at);
    const base::CivilDate day = at ? base::day_of(*at) : today;
    const std::string when = !at            ? std::string{}
                             : day == today ? text::clock(*at)
                                            : base::to_text(day).substr(5);
    // An official who looks at the wall sees names in full elsewhere; a wall may be looked at by all.
    const bool public_already = env.me.role == "display";
    const std::string who =
        change.place_name + " " +
        (public_already ? change.subject_name : base::mask_name(change.subject_name));
    const std::string what = hall_deed(env, view, change);
    const std::string amount = text::signed_points(change.amount);
    ui::feed_line({.when = when,
                   .who = who,
                   .what = what,
                   .amount = amount,
                   .minus = change.amount < 0,
                   .age_ms = change.position == newest
                                 ? static_cast<float>(ui::frame_ms() - form.feed_ms)
                                 : 1e9f});
  }
}

}  // namespace shanzhi::screens
