// The months as mountain lines, field by field; the villages side by side, each with its own months.
#include <algorithm>

#include "client/screens/hall/hall.h"

namespace shanzhi::screens {
namespace {

constexpr float kHead = 44, kAxis = 36;

std::string whole_hours(std::int64_t minutes) {
  return text::count((minutes + 30) / 60);
}
/// "2026-03" → "3月", "Mar"; of the present month "3月至今", "Mar so far".
std::string month_name(const Env& env, const std::string& month, bool so_far) {
  const auto first = base::parse_date(month + "-01");
  if (!first) return month;
  const std::string name = text::short_month(*first, env.language());
  return so_far ? env.fill(HallWord::trends_now, {name}) : name;
}

void title(const Env& env, ui::Rect r, HallWord words, const std::string& note) {
  const float x = hall_title({r.x, r.y, r.w, 32}, env.say(words));
  if (note.empty()) return;
  ui::text_in({x, r.y + 1, r.right() - x, 32}, note,
              {.size = ui::Size::caption, .color = ui::Color::t3});
}

/// How this month stands to last month up to the same day, in words; "" when it is not known.
std::string than_before(const Env& env, std::int64_t now, std::int64_t before) {
  if (before <= 0) return {};
  const std::int64_t percent = (std::abs(now - before) * 200 + before) / (2 * before);
  if (percent == 0) return env.say(HallWord::trends_same);
  return env.fill(now > before ? HallWord::trends_more : HallWord::trends_less,
                  {text::count(percent)});
}

/// Name, this month's figure, and how it stands.
void field_head(const Env& env, const HallView& view, const api::Trend& field, std::size_t which,
                std::string_view month, ui::Rect r) {
  const std::string_view name = env.word(text::Vocabulary::service_field, field.code);
  const std::string hours = whole_hours(field.minutes.back());
  const float beside =
      ui::mute_text_in({r.x, r.y, r.w, 32}, name, {.weight = ui::Weight::semibold}).right() + 14;
  ui::mute_text_in({beside, r.y + 1, r.right() - beside, 32}, month,
                   {.size = ui::Size::caption, .color = ui::Color::t3});
  const ui::Rect figure{r.x, r.y + 32, r.w, 54};
  const float x = ui::mute_text_in(figure, hours, {.size = ui::Size::figure}).right();
  ui::mute_text_in({x + 8, r.y + 48, r.right() - x - 8, 32}, env.say(HallWord::unit_hours),
                   {.size = ui::Size::small, .color = ui::Color::t2});
  ui::mute_text_in({r.x, r.y + 86, r.w, 28},
                   than_before(env, view.field_minutes[which], view.field_minutes_before[which]),
                   {.size = ui::Size::caption, .color = ui::Color::t2});
}

/// The line with its highest month and the present one named.
void field_ridge(const Env& env, const api::Trend& field, const std::vector<std::string>& months,
                 ui::Rect r, float high, std::int64_t most) {
  const std::size_t n = field.minutes.size();
  std::vector<float> heights;
  for (const std::int64_t m : field.minutes)
    heights.push_back(high * static_cast<float>(std::max<std::int64_t>(0, m)) /
                      static_cast<float>(most));
  ui::ridge(r, heights, ui::Color::jade, 2.5f);
  ui::hairline_h(r.x, r.bottom(), r.w, ui::Color::line2);
  const auto peak = static_cast<std::size_t>(
      std::max_element(field.minutes.begin(), field.minutes.end() - 1) - field.minutes.begin());
  const auto at = [&](std::size_t i) {
    return ui::Vec2{r.x + r.w * static_cast<float>(i) / static_cast<float>(n - 1),
                    r.bottom() - heights[i]};
  };
  if (field.minutes[peak] > 0) {
    const std::string words = whole_hours(field.minutes[peak]);
    const ui::TextStyle style{.size = ui::Size::small};
    const float w = ui::measure(words, style).x + 12;
    const ui::Rect label{std::clamp(at(peak).x - w / 2, r.x, r.right() - w), at(peak).y - 38, w,
                         28};
    ui::fill(label, ui::Color::bg);  // it may stand on the row above
    ui::mute_text_in({label.x + 6, label.y, w, 28}, words, style);
    ui::disc(at(peak), 5, ui::Color::jade);
  }
  ui::disc(at(n - 1), 6, ui::Color::t1);
  const std::string_view name = env.word(text::Vocabulary::service_field, field.code);
  ui::add_node(ui::make_id(name), ui::Role::image,
               env.fill(HallWord::trends_words,
                        {name, whole_hours(field.minutes[peak]),
                         month_name(env, months[peak], false), whole_hours(field.minutes.back())}),
               {r.x, r.bottom() - high, r.w, high});
}

void month_names(const Env& env, const std::vector<std::string>& months, ui::Rect r) {
  const std::size_t n = months.size();
  float free_until = 1e9f;  // the present month comes first: it is never left out
  for (std::size_t i = n; i-- > 0;) {
    const bool now = i + 1 == n;
    const std::string words = month_name(env, months[i], now);
    const ui::TextStyle style{.size = ui::Size::caption,
                              .color = now ? ui::Color::t1 : ui::Color::t3,
                              .weight = now ? ui::Weight::semibold : ui::Weight::regular};
    const float w = ui::measure(words, style).x + 2;
    const float middle = r.x + r.w * static_cast<float>(i) / static_cast<float>(n - 1);
    const float x = std::min(middle - w / 2, r.right() + 30 - w);
    if (x + w > free_until) continue;
    ui::mute_text_in({x, r.y, w, r.h}, words, style);
    free_until = x - 6;
  }
}

}  // namespace

void hall_trends(const Env& env, const HallView& view, ui::Rect r) {
  const api::Trends& t = *view.trends;
  const ui::Group region(ui::Role::region, env.say(HallWord::trends), r);
  title(env, r.cut_top(kHead), HallWord::trends, "");
  ui::Rect axis = r.cut_bottom(kAxis);
  const float heads = std::min(300.f, r.w * .27f);
  std::int64_t most = 1;
  for (const api::Trend& field : t.fields)
    for (const std::int64_t m : field.minutes) most = std::max(most, m);
  const auto n = static_cast<float>(std::max<std::size_t>(1, t.fields.size()));
  const float pitch = r.h / n;
  const float high =
      pitch;  // a mountain's figure may stand on the row above: what matters there is its foot
  const std::string month = t.months.empty() ? "" : month_name(env, t.months.back(), true);
  ui::text_in({axis.x, axis.y + 6, heads, 28}, env.say(HallWord::trends_note),
              {.size = ui::Size::caption, .color = ui::Color::t3});
  const ui::Rect plot{r.x + heads + 24, 0, r.w - heads - 60, 0};
  for (std::size_t i = 0; i < t.fields.size(); i++) {
    if (t.fields[i].minutes.size() < 2) continue;
    const float top = r.y + pitch * static_cast<float>(i);
    field_ridge(env, t.fields[i], t.months, {plot.x, top, plot.w, pitch - 2}, high, most);
    field_head(env, view, t.fields[i], i, month, {r.x, top + pitch - 118, heads, 118});
  }
  month_names(env, t.months, {plot.x, axis.y + 6, plot.w, 28});
}

namespace {

/// Early in a month the one before is ranked, which is whole.
std::size_t month_ranked(const api::Trends& t) {
  constexpr int kEarly = 3;
  const auto today = base::parse_date(t.today);
  const bool early = today && base::ymd_of(*today).day <= kEarly;
  return t.months.size() - (early && t.months.size() > 1 ? 2 : 1);
}

std::int64_t per_hundred(const api::Trend& village, std::size_t month) {
  return village.households > 0 ? village.points[month] / village.households : 0;
}

struct Line {
  const api::Trend* village;
  std::int64_t value, rank;
};
std::vector<Line> ranked(const api::Trends& t, std::size_t month) {
  std::vector<Line> lines;
  for (const api::Trend& village : t.villages)
    if (village.points.size() > month) lines.push_back({&village, per_hundred(village, month), 0});
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.value > b.value; });
  for (std::size_t i = 0; i < lines.size(); i++)
    lines[i].rank = i > 0 && lines[i].value == lines[i - 1].value
                        ? lines[i - 1].rank
                        : static_cast<std::int64_t>(i) + 1;
  return lines;
}

void village_line(const Env& env, const Line& line, std::string_view month, std::int64_t most,
                  ui::Rect r) {
  constexpr float kRank = 36, kFigure = 46, kName = 136, kBetween = 16;
  const bool first = line.rank <= 3;
  const ui::Color ink = first ? ui::Color::gold_text : ui::Color::t3;
  const std::string rank = text::count(line.rank), value = text::count(line.value);
  ui::mute_text_in({r.x, r.y, kRank, r.h}, rank, {.size = ui::Size::small, .color = ink});
  const float spark = std::clamp(r.w - kRank - kFigure - kBetween - kName, 56.f, 200.f);
  const float name = r.w - kRank - spark - kFigure - kBetween;
  ui::mute_text_in({r.x + kRank, r.y, name, r.h}, line.village->name,
                   {.weight = first ? ui::Weight::semibold : ui::Weight::regular});
  const ui::Rect plot{r.right() - kFigure - kBetween - spark, r.y + 8, spark, r.h - 16};
  std::vector<float> heights;
  for (std::size_t i = 0; i < line.village->points.size(); i++)
    heights.push_back(plot.h *
                      static_cast<float>(std::max<std::int64_t>(0, per_hundred(*line.village, i))) /
                      static_cast<float>(most));
  ui::ridge(plot, heights, first ? ui::Color::gold_fill : ui::Color::jade, 1.6f);
  ui::disc({plot.right(), plot.bottom() - heights.back()}, 3.5f, ui::Color::t1);
  ui::mute_text_in(
      r, value, {.color = first ? ui::Color::gold_text : ui::Color::t1, .align = ui::Align::right});
  ui::hairline_h(r.x, r.bottom() - 1, r.w);
  ui::add_node(ui::make_id(line.village->code), ui::Role::list_item,
               env.fill(HallWord::villages_words, {rank, line.village->name, month, value}), r);
}

}  // namespace

void hall_villages(const Env& env, const HallView& view, ui::Rect r) {
  const api::Trends& t = *view.trends;
  if (t.months.empty()) return;
  const std::size_t month = month_ranked(t);
  const std::string name = month_name(env, t.months[month], month + 1 == t.months.size());
  const ui::Group region(ui::Role::region, env.say(HallWord::villages), r);
  const bool grids = !env.places.below(env.place, "village").empty() ? false : true;
  ui::Rect head = r.cut_top(kHead + 8);
  const std::string_view unit = env.say(HallWord::villages_unit);
  const ui::TextStyle quiet{.size = ui::Size::caption, .color = ui::Color::t3};
  const float unit_w = ui::measure(unit, quiet).x + 2;
  ui::text_in({head.right() - unit_w, head.y, unit_w, 32}, unit, quiet);
  head.w -= unit_w + 24;
  title(env, head, grids ? HallWord::villages_grids : HallWord::villages,
        env.fill(HallWord::villages_note, {name}));
  const std::vector<Line> lines = ranked(t, month);
  std::int64_t most = 1;
  for (const Line& line : lines)
    for (std::size_t i = 0; i < t.months.size() && i < line.village->points.size(); i++)
      most = std::max(most, per_hundred(*line.village, i));
  constexpr float kLow = 46, kNarrow = 284, kGap = 40, kRest = 34;
  const auto across = static_cast<std::size_t>(std::max(1.f, (r.w + kGap) / (kNarrow + kGap)));
  auto room = static_cast<std::size_t>(r.h / kLow);
  if (lines.size() > across * room) room = static_cast<std::size_t>((r.h - kRest) / kLow);
  const std::size_t columns = std::clamp<std::size_t>(
      (lines.size() + room - 1) / std::max<std::size_t>(1, room), 1, across);
  const std::size_t down = std::min(room, (lines.size() + columns - 1) / columns);
  if (down == 0) return;
  const float all = lines.size() > across * room ? r.h - kRest : r.h;
  const float high = std::min(64.f, all / static_cast<float>(down));
  const std::size_t shown = std::min(lines.size(), columns * down);
  const ui::Group list(ui::Role::list, env.say(HallWord::villages_unit), r);
  for (std::size_t i = 0; i < shown; i++) {
    ui::Rect cell = r.column(static_cast<int>(i / down), static_cast<int>(columns), kGap);
    cell.y += high * static_cast<float>(i % down), cell.h = high;
    village_line(env, lines[i], name, most, cell);
  }
  if (shown < lines.size())
    ui::mute_text_in(
        {r.x, r.bottom() - 30, r.w, 30},
        env.fill(HallWord::villages_rest,
                 {text::count(static_cast<std::int64_t>(lines.size() - shown))}),
        {.size = ui::Size::caption, .color = ui::Color::t3, .align = ui::Align::right});
}

}  // namespace shanzhi::screens
