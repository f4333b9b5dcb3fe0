// The wall put together; and the wall that may not show anything.
#include "client/screens/hall/hall.h"

namespace shanzhi::screens {
namespace {

/// Pixels that always show the same would stay in the panel: every ten minutes all moves a little.
ui::Rect shifted(const Env& env, ui::Rect page) {
  constexpr ui::Vec2 kWay[] = {{0, 0},  {2, 0},   {2, 2},  {0, 2}, {-2, 2},
                               {-2, 0}, {-2, -2}, {0, -2}, {2, -2}};
  const auto step = static_cast<std::size_t>(env.now.unix_ms / (10 * base::kMsPerMinute));
  const ui::Vec2 by = kWay[step % std::size(kWay)];
  return {page.x + by.x, page.y + by.y, page.w, page.h};
}

}  // namespace

std::string short_day(const Env& env, base::CivilDate day) {
  const std::string words = text::day(day, env.language());
  return env.language() == text::Language::chinese ? words.substr(0, words.find(' '))
                                                   : words.substr(words.find(' ') + 1);
}

float hall_title(ui::Rect r, std::string_view words) {
  const ui::Rect drawn = ui::mute_text_in({r.x, r.y, r.w, 32}, words,
                                          {.size = ui::Size::h3, .weight = ui::Weight::semibold});
  ui::add_node(ui::make_id(words), ui::Role::heading, words, drawn, 0, 2);
  return drawn.right() + 16;
}

namespace {

void present_parts(const Env& env, const HallView& view, HallForm& form, const HallPlan& plan) {
  hall_figures(env, view, form, plan);
  if (view.months && plan.months.w == 0)
    hall_months(env, view, plan.fields);
  else
    hall_fields(env, view, plan.fields);
  if (plan.months.w > 0) hall_months(env, view, plan.months);
  hall_boards(env, view, form, plan);
  hall_feed(env, view, form, plan.feed);
}

void replayed_parts(const Env& env, const HallView& view, HallForm& form, const HallPlan& plan) {
  hall_replay_figures(env, view, form, plan);
  ui::Rect fields = plan.fields;
  const std::string_view name = env.say(HallWord::replay_fields);
  const ui::Group region(ui::Role::region, name, fields);
  const ui::Rect head = fields.cut_top(32, 16);
  hall_title(head, name);
  ui::text_in(head, env.say(HallWord::unit_hours),
              {.size = ui::Size::small, .color = ui::Color::t3, .align = ui::Align::right});
  hall_field_bars(env, view.replay->field_minutes, fields);
  if (plan.months.w > 0) hall_months(env, view, plan.months);
  hall_replay_board(env, view, plan.boards[0]);
  for (int i = 1; i < plan.board_count; i++) hall_board_of(env, view, plan.boards[i], i);
  hall_replay_feed(env, view, form, plan.feed);
}

bool has_composition(const HallView& view) {
  return !view.replay && (view.trends || view.holiday);
}

/// It takes the place of map and figures; boards and feed stay.
void composition(const Env& env, const HallView& view, HallForm& form, const HallPlan& plan) {
  if (view.holiday)
    hall_holiday(env, view, plan.scene);
  else if (view.by_village)
    hall_villages(env, view, plan.scene);
  else
    hall_trends(env, view, plan.scene);
  if (plan.shape == HallShape::widest) {
    hall_figures(env, view, form, plan);
    ui::hairline_h(plan.fields.x, plan.fields.y - 12, plan.fields.w);
    hall_fields(env, view, plan.fields);
  }
  hall_boards(env, view, form, plan);
  hall_feed(env, view, form, plan.feed);
}

/// The next second is a new picture; of a day that runs, ten pictures a second.
void wake_for_next(const Env& env, const HallView& view) {
  constexpr double kReplayFrameMs = 100;
  const std::int64_t into = env.now.unix_ms % base::kMsPerSecond;
  const bool runs = view.replay && !view.replay->paused && !view.replay->over;
  ui::wake_in(runs ? kReplayFrameMs : static_cast<double>(base::kMsPerSecond - into));
}

}  // namespace

void hall_page(const Env& env, const HallView& view, HallForm& form, ui::Rect page) {
  const ui::Group main(ui::Role::main, env.say(Message::hall_title), page);
  wake_for_next(env, view);
  const HallPlan plan = hall_plan(shifted(env, page));
  const bool scene = has_composition(view);
  if (!scene) hall_map(env, view, form, plan);  // looked at closely it reaches under all others
  hall_header(env, view, form, plan.header);
  if (!scene && plan.shape != HallShape::upright)
    ui::hairline_h(plan.fields.x, plan.fields.y - 12, plan.fields.w);
  if (scene)
    composition(env, view, form, plan);
  else if (view.replay)
    replayed_parts(env, view, form, plan);
  else
    present_parts(env, view, form, plan);
  hall_ribbon(env, view, plan.ribbon);
}

void hall_dark(const Env& env, std::string_view sentence, ui::Rect page) {
  const ui::Group main(ui::Role::main, env.say(Message::hall_title), page);
  const ui::Rect box{page.x + page.w / 2 - 460, page.y + page.h / 2 - 120, 920, 240};
  ui::seal({page.x + page.w / 2 - 30, box.y - 100, 60, 60}, "善");
  const ui::Box column(box);
  ui::heading(1, env.say(Message::product));
  ui::space(12);
  ui::paragraph(sentence,
                {.size = ui::Size::h2, .color = ui::Color::t2, .weight = ui::Weight::regular});
}

}  // namespace shanzhi::screens
