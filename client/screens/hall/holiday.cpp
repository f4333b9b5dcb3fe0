// The holiday that comes or is, what it brought last time, and how the days off of the year were.
#include <algorithm>

#include "client/screens/hall/hall.h"

namespace shanzhi::screens {
namespace {

using Off = HallHoliday::Off;

std::string whole(std::int64_t centipoints) {
  return text::count((centipoints + 50) / 100);
}
std::string hours_a_day(std::int64_t minutes, int days) {
  const std::int64_t all = std::max(1, days) * std::int64_t{60};
  return text::count((minutes + all / 2) / all);
}

/// A notice's name in the language of the wall; two that meet stay together.
std::string name_of(const Env& env, const std::string& chinese) {
  constexpr struct {
    const char* chinese;
    HallWord name;
  } kNames[] = {{"元旦", HallWord::feast_new_year}, {"春节", HallWord::feast_spring},
                {"清明", HallWord::feast_qingming}, {"劳动", HallWord::feast_may},
                {"端午", HallWord::feast_dragon},   {"中秋", HallWord::feast_autumn},
                {"国庆", HallWord::feast_national}};
  if (env.language() == text::Language::chinese) return chinese;
  std::string out;
  for (const auto& each : kNames)
    if (chinese.find(each.chinese) != std::string::npos)
      (out += out.empty() ? "" : ", ") += env.say(each.name);
  return out;
}

std::string span_words(const Env& env, const base::HolidaySpan& span) {
  if (span.days() == 1) return env.fill(HallWord::holiday_one, {short_day(env, span.first)});
  return env.fill(HallWord::holiday_span, {short_day(env, span.first), short_day(env, span.last),
                                           std::to_string(span.days())});
}

/// "还有 12 天", "假期第 3 天", "46 天前".
std::string distance(const Env& env, const base::HolidaySpan& span) {
  const int until = span.first.days - env.today.days, since = env.today.days - span.last.days;
  if (until == 1) return env.say(HallWord::holiday_tomorrow);
  if (until > 0) return env.fill(HallWord::holiday_in, {std::to_string(until)});
  if (since > 0) return env.fill(HallWord::holiday_past, {std::to_string(since)});
  return env.fill(HallWord::holiday_now, {std::to_string(1 - until)});
}

void headline(const Env& env, const Off& off, ui::Rect r) {
  const std::string name = name_of(env, off.span.name), away = distance(env, off.span);
  const ui::TextStyle big{.size = ui::Size::clock};
  const bool fits = ui::measure(name, big).x < r.w * .62f;
  const ui::Rect line = r.cut_top(92, 6);
  const ui::TextStyle style{.size = fits ? ui::Size::clock : ui::Size::figure};
  const float x = ui::mute_text_in(line, name, style).right() + 28;
  ui::mute_text_in({x, line.y + 30, line.right() - x, 54}, away,
                   {.size = ui::Size::h1, .color = ui::Color::gold_text});
  ui::mute_text_in(r, span_words(env, off.span),
                   {.size = ui::Size::h2, .color = ui::Color::t2, .weight = ui::Weight::regular});
  ui::add_node(ui::make_id("holiday"), ui::Role::heading,
               name + " " + away + "，" + span_words(env, off.span), {line.x, line.y, line.w, 132},
               0, 2);
}

/// Services, hours and points of the days there were.
void brought(const Env& env, const Off& off, std::int64_t ordinary, std::string_view title,
             ui::Rect r) {
  hall_title(r.cut_top(32, 12), title);
  const struct {
    HallWord label;
    std::string value;
    const char* unit;
  } figures[] = {
      {HallWord::holiday_services, text::count(off.services), env.say(HallWord::unit_times)},
      {HallWord::hours, text::count((off.minutes + 30) / 60), env.say(HallWord::unit_hours)},
      {HallWord::holiday_points, whole(off.points), env.say(HallWord::unit_points)}};
  const ui::Rect row = r.cut_top(92, 8);
  for (int i = 0; i < 3; i++) {
    const ui::Rect cell = row.column(i, 3, 24);
    const auto& f = figures[i];
    ui::mute_text_in({cell.x, cell.y, cell.w, 30}, env.say(f.label),
                     {.size = ui::Size::small, .color = ui::Color::t3});
    const float x =
        ui::mute_text_in({cell.x, cell.y + 32, cell.w, 54}, f.value, {.size = ui::Size::figure})
            .right();
    ui::mute_text_in({x + 6, cell.y + 46, 100, 32}, f.unit,
                     {.size = ui::Size::small, .color = ui::Color::t2});
    ui::add_node(ui::make_id(env.say(f.label)), ui::Role::text,
                 std::string(env.say(f.label)) + " " + f.value + " " + f.unit, cell);
  }
  ui::text_in(r.cut_top(34),
              env.fill(HallWord::holiday_each_day, {hours_a_day(off.minutes, off.days_past),
                                                    text::count((ordinary + 30) / 60)}),
              {.color = ui::Color::t2});
}

/// A dotted line as high as an ordinary day.
void year_average(const Env& env, const HallHoliday& h, ui::Rect r, float most) {
  const float y = r.bottom() - r.h * static_cast<float>(h.ordinary_minutes) / std::max(1.f, most);
  ui::dotted({r.x, y}, {r.right(), y}, ui::Color::t2, 2, 10);
  const std::string words =
      env.fill(HallWord::holiday_average, {text::count((h.ordinary_minutes + 30) / 60)});
  ui::text_in({r.x, y - 32, 200, 30}, words, {.size = ui::Size::caption, .color = ui::Color::t2});
}

/// The year's days off as columns, hours a day, with what an ordinary day brings across them.
void year_columns(const Env& env, const HallHoliday& h, ui::Rect r) {
  const std::string title =
      env.fill(HallWord::holidays, {std::to_string(base::ymd_of(env.today).year)});
  const ui::Group region(ui::Role::region, title, r);
  const ui::Rect head = r.cut_top(44);
  const float x = hall_title({head.x, head.y, head.w, 32}, title);
  ui::text_in({x, head.y + 1, head.right() - x, 32}, env.say(HallWord::holiday_by_day),
              {.size = ui::Size::caption, .color = ui::Color::t3});
  ui::Rect names = r.cut_bottom(64);
  r.cut_top(34);
  float most = static_cast<float>(h.ordinary_minutes);
  for (const Off& off : h.year)
    most = std::max(most, static_cast<float>(off.minutes) / static_cast<float>(off.days_past));
  year_average(env, h, r, most);
  const auto n = static_cast<int>(h.year.size());
  const ui::Group list(ui::Role::list, env.say(HallWord::holiday_by_day), r);
  for (int i = 0; i < n; i++) {
    const Off& off = h.year[static_cast<std::size_t>(i)];
    const ui::Rect column = r.column(i, n, 28);
    const float k =
        static_cast<float>(off.minutes) / static_cast<float>(off.days_past) / std::max(1.f, most);
    const float high = std::max(2.f, r.h * k), w = std::min(64.f, column.w);
    const float left = column.x + (column.w - w) / 2;
    const bool named = h.last && off.span.first == h.last->span.first;
    const bool more = off.minutes > h.ordinary_minutes * off.days_past;
    ui::fill({left, r.bottom() - high, w, high}, named  ? ui::Color::gold_fill
                                                 : more ? ui::Color::jade
                                                        : ui::Color::line2);
    const std::string hours = hours_a_day(off.minutes, off.days_past);
    ui::fill({column.x + column.w / 2 - 30, r.bottom() - high - 34, 60, 32}, ui::Color::bg);
    ui::mute_text_in({column.x, r.bottom() - high - 34, column.w, 30}, hours,
                     {.size = ui::Size::small, .align = ui::Align::centre});
    const std::string name = name_of(env, off.span.name);
    ui::mute_text_in({column.x - 12, names.y + 4, column.w + 24, 30}, name,
                     {.size = ui::Size::small, .align = ui::Align::centre});
    ui::mute_text_in(
        {column.x - 12, names.y + 34, column.w + 24, 28}, short_day(env, off.span.first),
        {.size = ui::Size::caption, .color = ui::Color::t3, .align = ui::Align::centre});
    ui::add_node(ui::make_id(off.span.name + std::to_string(i)), ui::Role::list_item,
                 env.fill(HallWord::holiday_words, {name, std::to_string(off.days_past), hours}),
                 {column.x, r.y, column.w, r.h + 64});
  }
  ui::fill({r.x, r.bottom(), r.w, 1}, ui::Color::line2);
}

/// What was done most often, as bars with the number of times.
void deeds(const Env& env, const HallView& view, ui::Rect r) {
  const api::Deeds* all = view.holiday->deeds;
  hall_title(r.cut_top(32, 14), env.say(HallWord::holiday_deeds));
  if (!all || all->deeds.empty()) return;
  constexpr float kRow = 62;
  const auto room = static_cast<std::size_t>(std::max(0.f, r.h / kRow));
  const auto most = static_cast<float>(std::max<std::int64_t>(1, all->deeds.front().services));
  for (std::size_t i = 0; i < std::min(room, all->deeds.size()); i++) {
    const api::Deed& deed = all->deeds[i];
    api::Change change;
    change.rule = deed.rule;
    const std::string name = hall_deed(env, view, change);
    const std::string times = env.fill(HallWord::holiday_times, {text::count(deed.services)});
    const ui::Rect row = r.cut_top(kRow);
    ui::mute_text_in({row.x, row.y, row.w - 130, 36}, name);
    ui::mute_text_in({row.x, row.y, row.w, 36}, times,
                     {.color = ui::Color::t2, .align = ui::Align::right});
    ui::fill({row.x, row.y + 40, row.w, 2}, ui::Color::line);
    ui::fill({row.x, row.y + 38, row.w * static_cast<float>(deed.services) / most, 6},
             ui::Color::jade);
    ui::add_node(ui::make_id("deed" + deed.rule), ui::Role::text, name + " " + times, row);
  }
}

}  // namespace

void hall_holiday(const Env& env, const HallView& view, ui::Rect r) {
  const HallHoliday& h = *view.holiday;
  const ui::Group region(ui::Role::region, env.word(text::Vocabulary::scene, "holiday"), r);
  const Off* first = h.next ? &*h.next : h.last ? &*h.last : nullptr;
  if (!first) return;
  const bool tall = r.h > r.w;
  const float side = tall ? r.w : std::min(620.f, r.w * .46f);
  ui::Rect left{r.x, r.y, side, tall ? 400.f : r.h};
  ui::Rect right = tall ? ui::Rect{r.x, r.y + 400, r.w, r.h - 400}
                        : ui::Rect{r.x + side + 80, r.y, r.w - side - 80, r.h};
  headline(env, *first, left.cut_top(150, 26));
  const bool present = h.next && h.next->days_past > 0;
  const Off* told = present ? &*h.next : h.last ? &*h.last : nullptr;
  if (told) {
    const std::string title =
        present  ? std::string(env.say(HallWord::holiday_so_far))
        : h.next ? env.fill(HallWord::holiday_last, {name_of(env, told->span.name)})
                 : std::string(env.say(HallWord::holiday_brought));
    ui::hairline_h(left.x, left.y - 14, left.w);
    brought(env, *told, h.ordinary_minutes, title, left.cut_top(182, 30));
  }
  if (tall) {
    ui::Rect lower = right;
    const ui::Rect columns = lower.cut_top(right.h * .5f, 30);
    year_columns(env, h, columns);
    deeds(env, view, lower);
    return;
  }
  ui::hairline_h(left.x, left.y - 16, left.w);
  deeds(env, view, left);
  year_columns(env, h, right);
}

}  // namespace shanzhi::screens
