// The overview's parts and their places.
#include "client/screens/desk/overview.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "client/model/feed.h"

namespace shanzhi::screens {
namespace {

using model::Section;

std::string unit(const Env& env, const char* chinese, const char* english) {
  return env.language() == text::Language::chinese ? chinese : english;
}

/// Whole points with commas as long as a column has room for them.
std::string whole_points(const Env& env, std::int64_t centipoints) {
  constexpr std::int64_t kRoom = 100'000'000;
  const std::int64_t points = (centipoints + 50) / 100;
  return points < kRoom ? text::count(points) : text::short_count(points, env.language());
}

constexpr std::size_t kInHand = 2;  ///< figures side by side on a narrow page: three rows of them
constexpr float kFigureRowsInHand = 3;
constexpr float kFigureHeight = 92;

/// All figures in one row, or two by two; returns the one pressed or -1.
int in_rows(ui::Rect r, std::span<const ui::FigureItem> items) {
  if (!compact(ui::screen())) return ui::figures(r, items);
  int pressed = -1;
  for (std::size_t at = 0; at < items.size(); at += kInHand) {
    const auto some = items.subspan(at, std::min(kInHand, items.size() - at));
    ui::Rect row = r.cut_top(kFigureHeight);
    if (some.size() < kInHand) row.w /= kInHand;
    const int one = ui::figures(row, some);
    if (one >= 0) pressed = static_cast<int>(at) + one;
  }
  return pressed;
}

/// How the share of the points spent moved since the last month's end, in percentage points.
ChangeWords share_change(const Env& env, const api::Figures& f) {
  const auto before_all = f.points_issued - f.points_this_month;
  if (before_all <= 0 || f.points_issued <= 0) return {};
  const std::int64_t now = f.points_verified * 10'000 / f.points_issued;
  const std::int64_t before = (f.points_verified - f.verified_this_month) * 10'000 / before_all;
  if (now == before) return {env.say(Message::change_none_since_month_end), ui::Trend::none};
  return {env.fill(Message::change_share, {text::signed_points(now - before)}),
          now > before ? ui::Trend::up : ui::Trend::down};
}

void figure_band(const Env& env, const model::Loaded<api::Figures>& loaded, ui::Rect r,
                 Wish& wish) {
  const bool known = static_cast<bool>(loaded);
  const api::Figures none, &f = known ? *loaded : none;
  const auto shown = [&](std::string s) { return known ? std::move(s) : std::string("–"); };
  const std::string issued = shown(whole_points(env, f.points_issued)),
                    month = shown(whole_points(env, f.points_this_month));
  const std::string hours = shown(text::hours(f.hours_this_month)),
                    people = shown(text::count(f.volunteers));
  // Two decimals: the figure that towns publish (6.35 %) moves in its hundredths.
  std::string share = f.points_issued == 0
                          ? std::string{}
                          : text::points(f.points_verified * 10'000 / f.points_issued) + "%";
  if (!share.empty()) share.pop_back();  // the sign stands as the unit
  share = shown(share.empty() ? "0" : share);
  const std::string today = std::string(env.say(Message::figure_points_today)) + " " +
                            text::signed_points(f.points_today);
  const std::string week = std::string(env.say(Message::figure_volunteers_week)) + " " +
                           text::count(f.volunteers_this_week);
  const ChangeWords points_change = change_words(env, f.points_this_month, f.points_last_month),
                    hours_change = change_words(env, f.hours_this_month, f.hours_last_month),
                    spent_change = share_change(env, f);
  const auto points_line = as_floats(f.points_by_month, 100),
             hours_line = as_floats(f.hours_by_month, 60),
             spent_line = as_floats(f.verified_by_month, 100);
  const std::string point = unit(env, "分", "points"), hour = unit(env, "小时", "hours"),
                    person = unit(env, "人", "people");
  const ui::FigureItem items[] = {
      {env.say(Message::figure_points_issued),
       issued,
       {.color = ui::Color::gold_text,
        .unit = point,
        .change = known ? std::string_view(today) : "",
        .trend = ui::Trend::gold,
        .sparkline = points_line},
       true},
      {env.say(Message::figure_points_month),
       month,
       {.unit = point,
        .change = points_change.words,
        .trend = points_change.trend,
        .sparkline = points_line},
       true},
      {env.say(Message::figure_hours_month),
       hours,
       {.unit = hour,
        .change = hours_change.words,
        .trend = hours_change.trend,
        .sparkline = hours_line},
       true},
      {env.say(Message::figure_volunteers),
       people,
       {.unit = person, .change = known ? std::string_view(week) : "", .trend = ui::Trend::up},
       true},
      {env.say(Message::figure_verified_share),
       share,
       {.unit = "%",
        .change = spent_change.words,
        .trend = spent_change.trend,
        .sparkline = spent_line},
       false}};
  const int pressed = in_rows(r, items);
  if (pressed < 0) return;
  const model::Route boards = env.route.to(Section::boards);
  wish = Go{pressed == 0   ? boards.with("period", "all")
            : pressed == 1 ? boards
            : pressed == 2 ? boards.with("measure", "hours")
                           : boards.with("measure", "services")};
}

constexpr std::size_t kBoardRows = 8, kBoardRowsWide = 40;
constexpr float kBoardHead = 32;  ///< its heading and the gap below

void month_board(const Env& env, const model::Loaded<api::Board>& board, std::size_t most,
                 Wish& wish) {
  const ui::Vec2 at = ui::cursor();
  const ui::Rect line{at.x, at.y, ui::content().w, 24};
  ui::heading(2, env.say(Message::overview_board),
              board ? env.word(text::Vocabulary::subject, board->subject) : std::string_view{});
  {
    const float w = ui::measure(env.say(Message::overview_open_board)).x + 2;
    const ui::Box box({line.right() - w, line.y + 2, w, line.h});
    if (ui::link(env.say(Message::overview_open_board)))
      wish = Go{env.route.to(Section::boards).with("subject", board ? board->subject : "")};
  }
  ui::space(ui::kGap2);
  if (!ready(env, board, 6, wish)) return;
  if (board->rows.empty()) {
    ui::paragraph(env.say(Message::empty_board), {.size = ui::Size::small, .color = ui::Color::t2});
    return;
  }
  const auto top = static_cast<float>(std::max<std::int64_t>(1, board->rows.front().value));
  for (std::size_t i = 0; i < board->rows.size() && i < most; i++) {
    const api::BoardRow& row = board->rows[i];
    const ui::Scope scope(row.subject);
    const std::string value = text::points(row.value);
    if (ui::board_row({.rank = row.rank,
                       .name = row.name,
                       .detail = row.place,
                       .move = static_cast<int>(row.move),
                       .value = value,
                       .share = static_cast<float>(row.value) / top,
                       .pressable = true}))
      wish = Go{board->subject == "household"
                    ? env.route.to(Section::households).with("open", row.subject)
                    : env.route.with("place", row.subject)};
  }
}

std::string_view rule_name(const OverviewView& view, std::string_view code) {
  if (!view.rules || !*view.rules) return {};
  for (const api::RuleRow& rule : (*view.rules)->rules)
    if (rule.code == code) return rule.name;
  return {};
}

/// As many whole rows as stand above `bottom`, from where the column has come to.
int rows_above(float bottom, float row) {
  return static_cast<int>((bottom - ui::cursor().y) / row);
}

constexpr int kFeedMost = 40, kFeedLeast = 3;

/// How many of the lines are of today; the feed may begin after the day did.
std::string today_words(const Env& env, const std::vector<api::Change>& feed) {
  const auto of_today = [&](const api::Change& change) {
    const auto at = base::parse_instant(change.at);
    return at && base::day_of(*at) == env.today;
  };
  const auto today = std::count_if(feed.begin(), feed.end(), [&](const api::Change& change) {
    return change.amount != 0 && of_today(change);
  });
  if (today == 0) return {};
  const bool whole = std::ssize(feed) < model::kFeedBackwardInTown || !of_today(feed.back());
  return env.fill(Message::feed_today, {text::count(today) + (whole ? "" : "+")});
}

/// The newest entries, at most `most`, and no more than stand whole above `bottom`.
void latest(const Env& env, const OverviewView& view, float bottom, Wish& wish) {
  ui::heading(2, env.say(Message::feed_title), today_words(env, view.feed));
  ui::space(4);
  if (!ready(env, view.feed_known, false, view.feed_trouble, 5, wish)) return;
  const int most = std::clamp(rows_above(bottom, ui::feed_line_height()), kFeedLeast, kFeedMost);
  int drawn = 0;
  for (const api::Change& change : view.feed) {
    if (change.amount == 0) continue;
    const ui::Scope scope(change.position);
    feed_line(env, change, rule_name(view, change.rule));
    if (++drawn == most) break;
  }
  if (drawn == 0)
    ui::paragraph(env.say(Message::empty_feed), {.size = ui::Size::small, .color = ui::Color::t2});
}

void map_part(const Env& env, const OverviewView& view, OverviewForm& form, ui::Rect r,
              Wish& wish) {
  const ui::Group region(ui::Role::region, env.say(Message::rail_map), r);
  ui::Rect head = r.cut_top(28);
  const std::string aside = env.fill(
      Message::map_grids_in_class,
      {text::count(view.map.measures ? static_cast<std::int64_t>(view.map.measures->grids.size())
                                     : 0)});
  ui::heading_in(
      head, 2,
      env.word(text::Vocabulary::map_measure, kMapMeasures[kOverviewMeasures[form.measure]]),
      view.map.measures ? aside : std::string{});
  {
    std::vector<std::string_view> names;
    float width = 0;
    for (const int m : kOverviewMeasures) {
      names.push_back(env.word(text::Vocabulary::map_measure, kMapMeasures[m]));
      width += ui::measure(names.back(), {.size = ui::Size::small}).x + 32;
    }
    const ui::Box chips({head.right() - width, head.y, width + 4, 28});
    for (std::size_t i = 0; i < names.size(); i++)
      if (ui::chip(names[i], {.on = form.measure == static_cast<int>(i)}))
        form.measure = static_cast<int>(i);
  }
  ui::Rect body = r;
  const float h = legend_height(form.map);
  const ui::Rect legend{body.x, body.bottom() - h, 120, h};
  ui::Rect map_rect = body;
  map_rect.cut_left(64);
  const ui::MapEvent event = town_map(env, view.map, form.map, map_rect, {});
  if (form.map.wanted) wish = std::exchange(form.map.wanted, {});
  map_legend(env, view.map, form.map, legend, false);
  if (view.map.shape.schematic)
    ui::text_in({body.right() - 220, body.bottom() - 20, 220, 18}, env.say(Message::map_schematic),
                {.size = ui::Size::caption, .color = ui::Color::t3, .align = ui::Align::right});
  if (!event.pressed.empty())
    wish = Go{env.route.to(Section::map)
                  .with("at", event.pressed)
                  .with("measure", kMapMeasures[kOverviewMeasures[form.measure]])};
}

}  // namespace

void feed_line(const Env& env, const api::Change& change, std::string_view rule) {
  const bool minus = change.amount < 0;
  const std::string who =
      (change.place_name.empty() ? std::string{} : change.place_name + " ") + change.subject_name;
  std::string what = change.note;
  if (what.empty()) what = rule.empty() ? std::string_view(change.rule) : rule;
  if (what.empty()) what = env.word(text::Vocabulary::event, change.what);
  const auto at = base::parse_instant(change.at);
  const base::CivilDate day = at ? base::day_of(*at) : env.today;
  std::string when = !at                ? std::string{}
                     : day == env.today ? text::clock(*at)
                                        : text::when_day(day, env.today, env.language());
  constexpr float kWhen = 44;  // the column; a date is shorter than “Yesterday”
  if (ui::measure(when, {.size = ui::Size::small}).x > kWhen) when = base::to_text(day).substr(5);
  const std::string amount = text::signed_points(change.amount);
  ui::feed_line({.when = when, .who = who, .what = what, .amount = amount, .minus = minus});
}

namespace {

constexpr float kWithoutEnd = 1e6f;

/// One column that scrolls; the map has its own page.
void in_one_column(const Env& env, const OverviewView& view, ui::Rect area, Wish& wish) {
  const ui::Scroll scroll("column", area, 0);
  figure_band(env, view.figures, ui::take(0, kFigureRowsInHand * kFigureHeight), wish);
  ui::space(ui::kGap4);
  month_board(env, view.board, kBoardRows, wish);
  ui::space(ui::kGap5);
  latest(env, view, kWithoutEnd, wish);
}

}  // namespace

Wish overview(const Env& env, const OverviewView& view, OverviewForm& form, ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(Message::rail_overview), page);
  const bool in_hand = compact(ui::screen());
  ui::Rect area = page.inset(page_margin(), 16);
  const std::string title = env.fill(Message::overview_title, {env.place_name()});
  ui::add_node(ui::make_id("title"), ui::Role::heading, title, {area.x, area.y, area.w, 1}, 0, 1);
  if (in_hand) {
    in_one_column(env, view, area, wish);
    return wish;
  }
  figure_band(env, view.figures, area.cut_top(kFigureHeight, 16), wish);
  ui::hairline_h(area.x, area.y - 8, area.w);
  area.cut_top(8);
  const bool wide = area.w > 1500;
  ui::Rect left = area.cut_left(wide ? 440.f : 372.f, 24);
  ui::hairline_v(left.right() + 12, area.y, area.h);
  if (wide) {
    const ui::Rect right = area.cut_right(360, 24);
    ui::hairline_v(right.x - 12, right.y, right.h);
    const ui::Scroll scroll("feed", right);
    latest(env, view, right.bottom(), wish);
  }
  {
    const ui::Scroll scroll("left", left);
    const int fit = rows_above(left.bottom() - kBoardHead, ui::board_row_height());
    const auto most = static_cast<std::size_t>(std::max(3, fit));
    month_board(env, view.board, std::min(most, wide ? kBoardRowsWide : kBoardRows), wish);
    if (!wide) {
      ui::space(ui::kGap5);
      latest(env, view, left.bottom(), wish);
    }
  }
  map_part(env, view, form, area, wish);
  return wish;
}

}  // namespace shanzhi::screens
