// The wall's head: seal, town and its extent; date, lunar date and solar term, the clock.
#include "client/screens/hall/hall.h"

namespace shanzhi::screens {
namespace {

/// After this long without the server the seconds give way to the data's age.
constexpr std::int64_t kStaleMs = 60'000;

/// "11月22日 星期日": on a wall the weekday is written out.
std::string long_day(const Env& env) {
  std::string s = text::day(env.today, env.language());
  const std::string_view brief = "周";
  if (const auto at = s.find(brief); at != std::string::npos) s.replace(at, brief.size(), "星期");
  return s;
}

void town(const Env& env, const HallView& view, ui::Rect r) {
  ui::seal({r.x, r.y + 14, 60, 60}, "善");
  const float x = r.x + 78;
  const ui::TextStyle name{.size = ui::Size::h1, .weight = ui::Weight::semibold};
  const ui::Rect drawn = ui::mute_text_in({x, r.y + 8, r.w - 78, 48}, env.place_name(), name);
  ui::add_node(ui::make_id("town"), ui::Role::heading, env.place_name(), drawn, 0, 1);
  ui::text_in({drawn.right() + 20, r.y + 8, 200, 48}, env.say(Message::product),
              {.size = ui::Size::h1, .color = ui::Color::t2});
  if (!view.figures) return;
  const api::Figures& f = *view.figures;
  ui::text_in({x, r.y + 56, r.w - 78, 30},
              env.fill(HallWord::counts,
                       {text::count(f.villages), text::count(f.grids), text::count(f.households)}),
              {.size = ui::Size::small, .color = ui::Color::t3});
}

/// Seconds, or since when the figures are no longer new.
float seconds(const Env& env, const HallView& view, ui::Rect r) {
  const std::int64_t away = env.away_since_ms == 0 ? 0 : env.now.unix_ms - env.away_since_ms;
  const bool stale = away >= kStaleMs;
  std::string words;
  if (stale) {
    const base::Instant last{view.in_step_ms ? view.in_step_ms : env.away_since_ms};
    words = env.fill(HallWord::data_of, {text::clock(last)});
  } else {
    const auto s = env.now.unix_ms / base::kMsPerSecond % 60;
    words = (s < 10 ? "0" : "") + std::to_string(s);
  }
  const ui::TextStyle style{.size = ui::Size::h2,
                            .color = stale ? ui::Color::gold_text : ui::Color::t3,
                            .weight = ui::Weight::regular};
  const float w = ui::measure(words, style).x + 2;
  const ui::Rect at{r.right() - w, r.y + 38, w, 36};
  if (stale)
    ui::text_in(at, words, style);
  else
    ui::mute_text_in(at, words, style);  // a reader is not told every second
  return at.x;
}

}  // namespace

void hall_header(const Env& env, const HallView& view, HallForm& form, ui::Rect r) {
  const ui::Group top(ui::Role::group, env.say(Message::hall_title), r);
  town(env, view, r);
  if (view.replay) return hall_replay_clock(env, view, form, r);
  const float right = seconds(env, view, r) - 16;
  const std::string clock = text::clock(env.now);
  const ui::TextStyle big{.size = ui::Size::clock};
  const float w = ui::tracked_width(clock, big, -1);
  const ui::Rect at{right - w, r.y, w, 84};
  ui::rolling(form.rolls[7], {at.x, at.y - 2}, clock, big, -1);
  ui::add_node(ui::make_id("clock"), ui::Role::text, clock, at);
  ui::Rect dates{at.x - 28 - 420, r.y + 6, 420, 34};
  const ui::TextStyle day{
      .size = ui::Size::h2, .weight = ui::Weight::regular, .align = ui::Align::right};
  ui::text_in(dates, long_day(env), day);
  dates.y += 40;
  ui::TextStyle term{.size = ui::Size::small, .color = ui::Color::jade, .align = ui::Align::right};
  float x = dates.right();
  if (!view.term.empty()) {
    x = ui::text_in(dates, view.term, term).x;
    x = ui::mute_text_in(
            {dates.x, dates.y, x - dates.x, 34}, " · ",
            {.size = ui::Size::small, .color = ui::Color::t2, .align = ui::Align::right})
            .x;
  }
  term.color = ui::Color::t2;
  std::string_view lunar = view.lunar;
  const std::string_view year = "年";
  if (const auto at = lunar.find(year); r.w < 1100 && at != lunar.npos)
    lunar.remove_prefix(at + year.size());  // the month and day are what has room
  ui::text_in({dates.x, dates.y, x - dates.x, 34}, lunar, term);
}

}  // namespace shanzhi::screens
