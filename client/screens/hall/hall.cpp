// The wall put together; and the wall that may not show anything.
#include "client/screens/hall/hall.h"

namespace shanzhi::screens {
namespace {

/// The next second is a new picture; nothing else moves by itself.
void wake_at_next_second(const Env& env) {
  const std::int64_t into = env.now.unix_ms % base::kMsPerSecond;
  ui::wake_in(static_cast<double>(base::kMsPerSecond - into));
}

/// Pixels that always show the same would stay in the panel: every ten minutes all moves a little.
ui::Rect shifted(const Env& env, ui::Rect page) {
  constexpr ui::Vec2 kWay[] = {{0, 0},  {2, 0},   {2, 2},  {0, 2}, {-2, 2},
                               {-2, 0}, {-2, -2}, {0, -2}, {2, -2}};
  const auto step = static_cast<std::size_t>(env.now.unix_ms / (10 * base::kMsPerMinute));
  const ui::Vec2 by = kWay[step % std::size(kWay)];
  return {page.x + by.x, page.y + by.y, page.w, page.h};
}

}  // namespace

float hall_title(ui::Rect r, std::string_view words) {
  const ui::Rect drawn = ui::mute_text_in({r.x, r.y, r.w, 32}, words,
                                          {.size = ui::Size::h3, .weight = ui::Weight::semibold});
  ui::add_node(ui::make_id(words), ui::Role::heading, words, drawn, 0, 2);
  return drawn.right() + 16;
}

void hall_page(const Env& env, const HallView& view, HallForm& form, ui::Rect page) {
  const ui::Group main(ui::Role::main, env.say(Message::hall_title), page);
  wake_at_next_second(env);
  const HallPlan plan = hall_plan(shifted(env, page));
  hall_map(env, view, form, plan);
  hall_header(env, view, form, plan.header);
  hall_figures(env, view, form, plan);
  if (plan.shape != HallShape::upright)
    ui::hairline_h(plan.fields.x, plan.fields.y - 12, plan.fields.w);
  if (view.months && plan.months.w == 0)
    hall_months(env, view, plan.fields);
  else
    hall_fields(env, view, plan.fields);
  if (plan.months.w > 0) hall_months(env, view, plan.months);
  hall_boards(env, view, form, plan);
  hall_feed(env, view, form, plan.feed);
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
