// The hero figure, the four beside it, service by field of this month.
#include "client/screens/hall/hall.h"
#include "client/widgets/board.h"

namespace shanzhi::screens {
namespace {

constexpr float kHeroTracking = -2;

std::string whole(std::int64_t centipoints) {
  return text::count((centipoints + 50) / 100);
}
std::string whole_hours(std::int64_t minutes) {
  return text::count((minutes + 30) / 60);
}

/// The largest size that has room: a figure is never cut.
ui::Size fitting(std::string_view s, float width, std::initializer_list<ui::Size> sizes) {
  for (const ui::Size size : sizes)
    if (ui::tracked_width(s, {.size = size}, kHeroTracking) <= width) return size;
  return ui::Size::h2;
}

/// "今日 +386 · 本月 +9,214", what was won in gold.
void gains(const Env& env, ui::Rect line, const api::Figures& f) {
  const ui::TextStyle quiet{.color = ui::Color::t2}, gold{.color = ui::Color::gold_text};
  float x = line.x;
  const auto put = [&](std::string_view s, const ui::TextStyle& style) {
    x = ui::mute_text_in({x, line.y, line.right() - x, line.h}, s, style).right();
  };
  const std::string today = text::signed_count((f.points_today + 50) / 100),
                    month = text::signed_count((f.points_this_month + 50) / 100);
  put(std::string(env.say(HallWord::today)) + " ", quiet);
  put(today, gold);
  put("  ·  ", quiet);
  put(std::string(env.say(HallWord::month)) + " ", quiet);
  put(month, gold);
  ui::add_node(ui::make_id("gains"), ui::Role::text,
               std::string(env.say(HallWord::today)) + " " + today + "，" +
                   env.say(HallWord::month) + " " + month,
               line);
}

/// The first of all figures; what stands below it is its caller's.
void hero(const Env& env, HallWord label, std::string_view value, HallForm& form, ui::Rect& r) {
  ui::mute_text_in(r.cut_top(30), env.say(label),
                   {.size = ui::Size::small, .color = ui::Color::t2});
  const ui::Size size =
      fitting(value, r.w, {ui::Size::hero, ui::Size::clock, ui::Size::figure, ui::Size::h1});
  const ui::Rect line = r.cut_top(104, 8);
  ui::rolling(form.rolls[0], {line.x - 5, line.y + (104 - ui::line_height(size)) / 2}, value,
              {.size = size, .color = ui::Color::gold_text}, kHeroTracking);
  ui::add_node(ui::make_id("hero"), ui::Role::text,
               std::string(env.say(label)) + " " + std::string(value), line);
}

void small_figure(const Env& env, const HallItem& item, ui::Roll& roll, ui::Size size, ui::Rect r) {
  ui::mute_text_in({r.x, r.y, r.w, 28}, env.say(item.label),
                   {.size = ui::Size::small, .color = ui::Color::t3});
  hall_figure(roll, {r.x, r.y + 28}, item.value, item.unit, size, ui::Color::t1);
  ui::mute_text_in({r.x, r.y + 82, r.w, 28}, item.below,
                   {.size = ui::Size::small, .color = ui::Color::t2});
  ui::add_node(
      ui::make_id(env.say(item.label)), ui::Role::text,
      std::string(env.say(item.label)) + " " + item.value + " " + item.unit + "，" + item.below,
      {r.x, r.y, r.w, 110});
}

std::array<HallItem, 4> four(const Env& env, const api::Figures& f) {
  const std::int64_t per = f.households > 0 ? f.points_issued / f.households : 0;
  std::string share =
      f.points_issued > 0 ? text::points(f.points_verified * 10'000 / f.points_issued) : "0";
  return {{{HallWord::hours, whole_hours(f.hours), env.say(HallWord::unit_hours),
            std::string(env.say(HallWord::month)) + " +" + whole_hours(f.hours_this_month)},
           {HallWord::volunteers, text::count(f.volunteers), env.say(HallWord::unit_people),
            env.fill(HallWord::teams, {text::count(f.teams)})},
           {HallWord::per_household, per_household(per), env.say(HallWord::unit_points),
            env.fill(HallWord::week_active, {text::count(f.volunteers_this_week)})},
           {HallWord::verified, std::move(share), "%",
            env.fill(HallWord::merchants, {text::count(f.merchants)})}}};
}

}  // namespace

float hall_figure(ui::Roll& roll, ui::Vec2 at, std::string_view value, std::string_view unit,
                  ui::Size size, ui::Color color) {
  constexpr float kLine = 54;
  const float y = at.y + (kLine - ui::line_height(size)) / 2;
  const float x = ui::rolling(roll, {at.x, y}, value, {.size = size, .color = color});
  return ui::mute_text_in({x + 6, at.y + 15, 120, 30}, unit,
                          {.size = ui::Size::small, .color = ui::Color::t2})
      .right();
}

void hall_headline(const Env& env, HallForm& form, const HallPlan& plan, HallWord label,
                   std::string_view value, const std::array<HallItem, 4>& items) {
  ui::Rect top = plan.hero;
  hero(env, label, value, form, top);
  const ui::Rect r = plan.figures;
  const int across = plan.figures_in_row ? 4 : 2;
  // Side by side they are of one size: the one in which the longest fits.
  ui::Size size = ui::Size::figure;
  for (const HallItem& item : items) {
    const float unit = ui::measure(item.unit, {.size = ui::Size::small}).x + 8;
    const ui::Size one = fitting(item.value, r.column(0, across, 16).w - unit,
                                 {ui::Size::figure, ui::Size::h1, ui::Size::h2});
    if (ui::type(one).size < ui::type(size).size) size = one;
  }
  for (int i = 0; i < 4; i++) {
    ui::Rect cell = r.column(i % across, across, 16);
    const int row = i / across, roll = i + 1;
    cell.y += static_cast<float>(row) * 122;
    small_figure(env, items[static_cast<std::size_t>(i)],
                 form.rolls[static_cast<std::size_t>(roll)], size, cell);
    if (plan.figures_in_row && i > 0) ui::hairline_v(cell.x - 20, cell.y + 4, 100);
  }
}

void hall_figures(const Env& env, const HallView& view, HallForm& form, const HallPlan& plan) {
  const ui::Group region(ui::Role::region, env.say(HallWord::issued), plan.hero);
  if (!plan.figures_in_row) ui::hairline_h(plan.figures.x, plan.figures.y - 12, plan.figures.w);
  if (!view.figures) {
    ui::Rect top = plan.hero;
    hero(env, HallWord::issued, "–", form, top);
    return;
  }
  hall_headline(env, form, plan, HallWord::issued, whole(view.figures->points_issued),
                four(env, *view.figures));
  const ui::Rect below = plan.hero;
  gains(env, {below.x, below.y + 142, below.w, 32}, *view.figures);
}

void hall_fields(const Env& env, const HallView& view, ui::Rect r) {
  const ui::Group region(ui::Role::region, env.say(HallWord::fields), r);
  const base::DaySpan month = base::span_of(base::Period::month, env.today);
  const int all = month.end.days - month.first.days, left = month.end.days - env.today.days - 1;
  ui::Rect head = r.cut_top(32);
  hall_title(head, env.say(HallWord::fields));
  ui::text_in(head,
              left > 0 ? env.fill(HallWord::days_left, {std::to_string(left)})
                       : env.say(HallWord::last_day),
              {.size = ui::Size::small, .color = ui::Color::t2, .align = ui::Align::right});
  // The month burns down like a stick of incense.
  const float share = static_cast<float>(left) / static_cast<float>(all);
  ui::fuse_line(r.cut_top(16, 6), std::max(.004f, share));
  std::int64_t sum = 0;
  for (const std::int64_t m : view.field_minutes) sum += m;
  if (sum == 0) {
    const ui::Box box(r);
    ui::paragraph(env.say(HallWord::no_service), {.size = ui::Size::small, .color = ui::Color::t2});
    return;
  }
  hall_field_bars(env, view.field_minutes, r);
}

void hall_field_bars(const Env& env, const std::array<std::int64_t, kServiceFields>& all,
                     ui::Rect r) {
  std::int64_t most = 1;
  for (const std::int64_t m : all) most = std::max(most, m);
  float name_w = 104;
  for (const char* field : kFieldNames)
    name_w = std::max(
        name_w,
        ui::measure(env.word(text::Vocabulary::service_field, field), {.size = ui::Size::small}).x);
  const float each = std::min(36.f, r.h / kServiceFields);
  for (int i = 0; i < kServiceFields; i++) {
    const std::int64_t minutes = all[static_cast<std::size_t>(i)];
    const ui::Rect row = r.cut_top(each);
    const std::string_view name =
        env.word(text::Vocabulary::service_field, kFieldNames[static_cast<std::size_t>(i)]);
    const std::string hours = whole_hours(minutes);
    ui::mute_text_in({row.x, row.y, name_w + 1, row.h}, name, {.size = ui::Size::small});
    ui::mute_text_in(row, hours, {.align = ui::Align::right});
    const float x = row.x + name_w + 8, room = row.w - name_w - 100;
    const float w = room * static_cast<float>(minutes) / static_cast<float>(most);
    ui::fill({x, row.y + row.h / 2 - 1, room, 2}, ui::Color::line);
    ui::fill({x, row.y + row.h / 2 - 4, std::max(2.f, w), 8}, ui::Color::jade);
    ui::add_node(ui::make_id(name), ui::Role::text,
                 std::string(name) + " " + env.fill(HallWord::hours_value, {hours}), row);
  }
}

}  // namespace shanzhi::screens
