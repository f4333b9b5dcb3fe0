// A past day on the wall: a moment in the place of the clock, and what had happened by then.
#include "client/screens/hall/replay.h"

#include <algorithm>

#include "client/screens/hall/hall.h"
#include "client/widgets/board.h"

namespace shanzhi::screens {
namespace {

std::string whole(std::int64_t centipoints) {
  return text::count((centipoints + 50) / 100);
}
std::string whole_hours(std::int64_t minutes) {
  return text::count((minutes + 30) / 60);
}

/// Whole and thin: the page's upper edge as the line of the day, burnt up to the moment shown.
void day_line(const HallReplay& day, ui::Rect page) {
  const auto into = static_cast<float>(day.shown.unix_ms - base::start_of(day.day).unix_ms);
  const float share = std::clamp(into / static_cast<float>(base::kMsPerDay), 0.f, 1.f);
  ui::fill({page.x, page.y, page.w, 6}, ui::Color::line);
  ui::fill({page.x, page.y, page.w * share, 6}, ui::Color::gold_fill);
  for (int hour = 6; hour < 24; hour += 6)
    ui::fill({page.x + page.w * static_cast<float>(hour) / 24, page.y, 2, 6}, ui::Color::bg);
}

/// "600 倍速", "已暂停", "全天放完".
std::string pace(const Env& env, const HallReplay& day) {
  if (day.over) return env.say(HallWord::replay_over);
  if (day.paused) return env.say(Message::remote_paused);
  return env.fill(HallWord::replay_speed, {text::count(day.speed)});
}

}  // namespace

void hall_replay_clock(const Env& env, const HallView& view, HallForm& form, ui::Rect r) {
  const HallReplay& day = *view.replay;
  day_line(day, ui::screen());
  // The day's last moment is written 24:00.
  const bool end = day.shown >= base::start_of({day.day.days + 1});
  const std::string clock = end ? "24:00" : text::clock(day.shown);
  const ui::TextStyle big{.size = ui::Size::clock, .color = ui::Color::gold_text};
  const float w = ui::tracked_width(clock, big, -1);
  const ui::Rect at{r.right() - w, r.y, w, 84};
  form.rolls[7] = {};  // a moment that runs does not roll
  ui::rolling(form.rolls[7], {at.x, at.y - 2}, clock, big, -1);
  const std::string words = env.fill(HallWord::replay, {text::full_date(day.day, env.language())});
  const std::string speed = pace(env, day);
  const ui::Rect upper{at.x - 28 - 480, r.y + 6, 480, 34};
  ui::mute_text_in(upper, words,
                   {.size = ui::Size::h2,
                    .color = ui::Color::gold_text,
                    .weight = ui::Weight::semibold,
                    .align = ui::Align::right});
  ui::mute_text_in({upper.x, upper.y + 40, upper.w, 34}, speed,
                   {.size = ui::Size::small, .color = ui::Color::t2, .align = ui::Align::right});
  ui::add_node(ui::make_id("replay"), ui::Role::text, words + " " + clock + "，" + speed,
               {upper.x, r.y, r.right() - upper.x, 84});
}

void hall_replay_figures(const Env& env, const HallView& view, HallForm& form,
                         const HallPlan& plan) {
  const HallReplay& day = *view.replay;
  const ui::Group region(ui::Role::region, env.say(HallWord::replay_points), plan.hero);
  if (!plan.figures_in_row) ui::hairline_h(plan.figures.x, plan.figures.y - 12, plan.figures.w);
  const std::string villages =
      view.figures ? env.fill(HallWord::replay_of, {text::count(view.figures->villages)}) : "";
  hall_headline(
      env, form, plan, HallWord::replay_points, whole(day.points),
      {{{HallWord::replay_services, text::count(day.services), env.say(HallWord::unit_times),
         env.fill(HallWord::replay_whole_day, {text::count(day.services_whole_day)})},
        {HallWord::hours, whole_hours(day.minutes), env.say(HallWord::unit_hours),
         env.fill(HallWord::replay_whole_day, {whole_hours(day.minutes_whole_day)})},
        {HallWord::replay_villages, text::count(static_cast<std::int64_t>(day.villages.size())),
         env.say(HallWord::unit_villages), villages},
        {HallWord::replay_spent, whole(day.spent), env.say(HallWord::unit_points),
         env.fill(HallWord::replay_orders, {text::count(day.orders)})}}});
  const ui::Rect r = plan.hero;
  const std::string below =
      !day.known ? std::string(env.say(Message::loading))
      : day.cut  ? env.fill(HallWord::replay_part, {text::count(day.entries)})
                 : env.fill(HallWord::replay_whole_day, {whole(day.points_whole_day)});
  ui::text_in({r.x, r.y + 142, r.w, 32}, below, {.color = ui::Color::t2});
}

void hall_replay_board(const Env& env, const HallView& view, ui::Rect r) {
  const HallReplay& day = *view.replay;
  const std::string_view name = env.say(HallWord::replay_board);
  const ui::Group region(ui::Role::region, name, r);
  const ui::Rect line = r.cut_top(64);
  hall_title({line.x, line.y, line.w, 32}, name);
  ui::text_in({line.x, line.y + 32, line.w, 28}, env.say(HallWord::unit_points),
              {.size = ui::Size::caption, .color = ui::Color::t3});
  const ui::Box box(r);
  if (day.villages.empty())
    ui::paragraph(env.say(HallWord::replay_quiet),
                  {.size = ui::Size::small, .color = ui::Color::t2});
  const auto room = static_cast<std::size_t>(std::max(1.f, r.h / ui::board_row_height()));
  std::int64_t rank = 0, before = -1;
  for (std::size_t i = 0; i < std::min(room, day.villages.size()); i++) {
    const HallReplay::Place& village = day.villages[i];
    if (village.points != before) rank = static_cast<std::int64_t>(i) + 1;
    before = village.points;
    const std::string value = whole(village.points);
    ui::board_row({.rank = rank,
                   .name = village.name,
                   .move_known = false,
                   .value = value,
                   .share = static_cast<float>(village.points) /
                            static_cast<float>(day.villages.front().points)});
  }
}

void hall_replay_feed(const Env& env, const HallView& view, HallForm& form, ui::Rect r) {
  const HallReplay& day = *view.replay;
  const std::string_view name = env.say(HallWord::replay_feed);
  const ui::Group region(ui::Role::region, name, r);
  ui::hairline_h(r.x, r.y - 14, r.w);
  const ui::Rect line = r.cut_top(32, 6);
  hall_title(line, name);
  ui::text_in(line, env.fill(HallWord::replay_lines, {text::count(day.entries)}),
              {.size = ui::Size::small, .color = ui::Color::t3, .align = ui::Align::right});
  if (day.feed.empty()) {
    const ui::Box box(r);
    const bool nothing = day.known && (day.over || day.grids.empty());
    ui::paragraph(!day.known ? env.say(Message::loading)
                             : env.say(nothing ? HallWord::replay_none : HallWord::replay_quiet),
                  {.size = ui::Size::small, .color = ui::Color::t2});
    return;
  }
  hall_feed_lines(env, view, form, day.feed, day.day, r);
}

}  // namespace shanzhi::screens
