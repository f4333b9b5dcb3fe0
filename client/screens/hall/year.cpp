// The year as a ribbon over its solar terms; the months as bars where there is room for them.
#include <algorithm>

#include "client/screens/hall/hall.h"

namespace shanzhi::screens {
namespace {

std::string whole_hours(float minutes) {
  return text::count(static_cast<std::int64_t>(minutes + 30) / 60);
}

/// The last twelve months, this one lit, the highest and this one with their figures.
void months(const Env& env, ui::Rect r, HallWord title, const char* unit,
            std::span<const std::int64_t> values, std::int64_t divisor, bool gold) {
  const std::string_view name = env.say(title);
  const ui::Group region(ui::Role::region, name, r);
  const ui::Rect head = r.cut_top(32, 40);
  hall_title(head, name);
  ui::text_in(head, unit,
              {.size = ui::Size::small, .color = ui::Color::t3, .align = ui::Align::right});
  if (values.empty()) return;
  const auto n = static_cast<int>(values.size());
  const std::int64_t most =
      std::max<std::int64_t>(1, *std::max_element(values.begin(), values.end()));
  ui::Rect axis = r;
  axis = axis.cut_bottom(30);
  const float high = r.h - 34, base = r.y + high, each = r.w / static_cast<float>(n);
  const auto now = base::ymd_of(env.today);
  bool told_most = false;
  for (int i = 0; i < n; i++) {
    const std::int64_t v = values[static_cast<std::size_t>(i)];
    const bool last = i == n - 1, top = v == most && !told_most;
    const float x = r.x + each * static_cast<float>(i), h = high * float(v) / float(most);
    ui::fill({x, base - h, each - 8, h},
             last ? (gold ? ui::Color::gold_fill : ui::Color::jade) : ui::Color::line2);
    const int month = (now.month - 1 - (n - 1 - i) % 12 + 12) % 12 + 1;
    ui::mute_text_in({x - 8, axis.y, each + 8, 30}, std::to_string(month),
                     {.size = ui::Size::caption,
                      .color = last ? ui::Color::t1 : ui::Color::t3,
                      .align = ui::Align::centre});
    if (!last && !top) continue;
    told_most = told_most || top;
    const std::string words = text::count((v + divisor / 2) / divisor);
    const float w = ui::measure(words, {.size = ui::Size::small}).x + 2;
    const float at = std::clamp(x + (each - 8 - w) / 2, r.x, r.right() - w);
    // Over the bars on both sides too, so that no figure lies on a bar.
    float clear = h;
    for (int k = std::max(0, i - 1); k < std::min(n, i + 2); k++)
      clear = std::max(clear, high * float(values[static_cast<std::size_t>(k)]) / float(most));
    ui::mute_text_in({at, base - (w > each - 8 ? clear : h) - 32, w, 30}, words,
                     {.size = ui::Size::small});
  }
  ui::fill({r.x, base, r.w - 8, 1}, ui::Color::line2);
  ui::add_node(ui::make_id(name), ui::Role::image,
               std::string(name) + "：" +
                   env.fill(HallWord::months_words,
                            {text::count(most / divisor), text::count(values.back() / divisor)}),
               r);
}

}  // namespace

void hall_months(const Env& env, const HallView& view, ui::Rect r) {
  if (!view.figures) return;
  const bool tall = r.h > 400;
  ui::Rect first = tall ? r.cut_top((r.h - 56) / 2) : r;
  if (tall) ui::hairline_h(r.x, r.y + 28, r.w);
  months(env, first, HallWord::months_points, env.say(HallWord::unit_points),
         view.figures->points_by_month, 100, true);
  if (!tall) return;
  r.cut_top(56);
  months(env, r, HallWord::months_hours, env.say(HallWord::unit_hours),
         view.figures->hours_by_month, 60, false);
}

void hall_ribbon(const Env& env, const HallView& view, ui::Rect r) {
  const HallYear& y = view.year;
  if (y.days.empty()) return;
  const std::string year = std::to_string(y.year);
  const ui::Group region(ui::Role::region, env.fill(HallWord::ribbon, {year}), r);
  const ui::Rect line = r.cut_top(32);
  const float x = hall_title(line, env.fill(HallWord::ribbon, {year}));
  ui::text_in({x, line.y, 460, 34}, env.say(HallWord::ribbon_legend),
              {.size = ui::Size::caption, .color = ui::Color::t3});
  float most = 0;
  for (const ui::RibbonDay& d : y.days) most = std::max(most, d.up);
  // A day that is shown again is the one that the ribbon marks.
  const int first = base::civil_from_ymd(y.year, 1, 1).days;
  const int shown = view.replay ? view.replay->day.days - first : y.today;
  const bool marked = shown >= 0 && shown < static_cast<int>(y.days.size());
  std::vector<ui::RibbonDay> days = y.days;
  for (std::size_t i = 0; i < days.size(); i++) days[i].today = static_cast<int>(i) == shown;
  const float hours = marked ? days[static_cast<std::size_t>(shown)].up : 0;
  std::vector<ui::RibbonMark> peaks = y.peaks;
  std::string label = marked ? env.fill(HallWord::ribbon_today, {whole_hours(hours)}) : "";
  const float today = y.today >= 0 ? y.days[static_cast<std::size_t>(y.today)].up : 0;
  std::string words =
      env.fill(HallWord::ribbon_words, {year, whole_hours(most), whole_hours(today)});
  if (view.replay && marked) {  // only it is named
    const std::string named =
        env.fill(HallWord::replay_ribbon, {short_day(env, view.replay->day), whole_hours(hours)});
    peaks = {{shown, named}};
    words += "，" + named;
  }
  if (view.replay) label.clear();
  ui::year_ribbon(r, days, y.terms, peaks, label, words);
}

}  // namespace shanzhi::screens
