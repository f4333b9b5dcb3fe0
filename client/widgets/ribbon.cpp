// The map's legend, the year ribbon, and the code to be scanned.
#include <algorithm>
#include <cmath>

#include "client/widgets/chart.h"
#include "client/widgets/internal.h"

namespace shanzhi::widgets {

int legend(Rect r, std::string_view unit, std::span<const std::string> breaks,
           std::span<const Rgba> steps, std::span<const int> counts) {
  const bool hall = theme().face == Face::hall;
  const float w = hall ? 24.f : 16.f, h = hall ? 32.f : 22.f;
  const TextStyle small{.size = Size::caption, .color = Color::t2};
  const float line = type(Size::caption).line;
  if (!hall)  // there it stands under the title
    mute_text_in({r.x, r.y, r.w, line}, unit, {.size = Size::caption, .color = Color::t3});
  int over = -1;
  std::string words(unit);
  int most = 1;
  for (const int c : counts) most = std::max(most, c);
  float label_w = 0;
  for (const std::string& b : breaks) label_w = std::max(label_w, measure(b, small).x);
  const int n = static_cast<int>(steps.size());
  for (int i = 0; i < n; i++) {  // the top is most
    const auto at = static_cast<std::size_t>(n - 1 - i);
    const Rect row{r.x, r.y + line + 4 + static_cast<float>(i) * (h + 1), r.w, h};
    const ImRect box = dev(Rect{row.x, row.y, w, h});
    draw_list()->AddRectFilled(box.Min, box.Max, steps[at]);
    if (pointer_over(row)) over = static_cast<int>(at);
    if (at >= breaks.size()) continue;
    mute_text_in({row.x + w + 8, row.y, label_w + 2, h}, breaks[at], small);
    (words += "，") += breaks[at];
    if (at >= counts.size()) continue;
    const float room = r.w - w - label_w - 24 - 36;
    if (room > 20)
      fill({row.x + w + label_w + 20, row.y + h / 2 - 6,
            room * static_cast<float>(counts[at]) / static_cast<float>(most), 12},
           Color::line2);
    mute_text_in(row, std::to_string(counts[at]),
                 {.size = Size::caption, .color = Color::t2, .align = Align::right});
  }
  add_node(make_id(std::string("legend") + std::string(unit)), Role::image, words,
           {r.x, r.y, r.w, line + 4 + static_cast<float>(n) * (h + 1)});
  return over;
}

namespace {

struct RibbonScale {
  float up = 1, down = 1;
};
RibbonScale scale_of(std::span<const RibbonDay> days) {
  RibbonScale s;
  for (const RibbonDay& d : days) s.up = std::max(s.up, d.up), s.down = std::max(s.down, d.down);
  return s;
}

/// Two thirds of the room are above the base line.
struct RibbonPlot {
  Rect r;
  float base = 0, each = 1, up = 0, down = 0;
  float x(int day) const { return r.x + each * static_cast<float>(day); }
};

/// Edges on whole device pixels, so that every bar is as wide as its neighbours look.
void bar(float x, float w, float y0, float y1, Rgba c) {
  const float left = snap(px(x)), right = std::max(left + 1, snap(px(x + w)));
  draw_list()->AddRectFilled({left, snap(px(y0))}, {right, snap(px(y1))}, c);
}

void ribbon_day(const RibbonPlot& plot, int i, const RibbonDay& d, RibbonScale s) {
  const float x = plot.x(i), w = plot.each > 3 ? plot.each - 1.6f : plot.each * .75f;
  const float base = plot.base;
  if (d.future) return bar(x, w, base - 2, base, color(Color::line));
  const float k = d.up / s.up;
  const auto steps = ramp(Ramp::jade, 7);
  const auto step = static_cast<std::size_t>(std::clamp(static_cast<int>(k * 5) + 2, 2, 5));
  bar(x, w, base - std::max(2.f, plot.up * k), base, d.today ? color(Color::t1) : steps[step]);
  const float down = d.down > 0 ? std::max(2.f, plot.down * d.down / s.down) : 0;
  if (down > 0) bar(x, w, base + 4, base + 4 + down, color(d.overdue ? Color::cin : Color::line2));
}

/// Terms under the axis, those that have room; the present one always.
void ribbon_terms(const RibbonPlot& plot, std::span<const RibbonMark> terms, float y) {
  const TextStyle quiet{.size = Size::caption, .color = Color::t3};
  const float line = type(Size::caption).line;
  float now_from = 1e9f, now_to = -1e9f;
  for (const RibbonMark& m : terms)
    if (m.now) now_from = plot.x(m.day) - 8, now_to = now_from + measure(m.words, quiet).x + 16;
  float free_from = plot.r.x;
  for (const RibbonMark& m : terms) {
    const float x = plot.x(m.day), w = measure(m.words, quiet).x;
    hairline_v(x, y, 8, Color::line2);
    const bool meets_now = x < now_to && x + w > now_from;
    if (!m.now && (x < free_from || x + w > plot.r.right() || meets_now)) continue;
    const float at = std::min(x, plot.r.right() - w - 1);
    mute_text_in({at, y + 10, w + 2, line}, m.words,
                 m.now ? TextStyle{.size = Size::caption, .weight = Weight::semibold} : quiet);
    free_from = x + w + 6;
  }
}

/// The height of the highest bar below words of that width.
float peak_at(const RibbonPlot& plot, std::span<const RibbonDay> days, int day, float x, float w,
              RibbonScale s) {
  float top = days[static_cast<std::size_t>(day)].up;
  for (std::size_t i = 0; i < days.size(); i++) {
    const float at = plot.x(static_cast<int>(i));
    if (at > x - plot.each && at < x + w) top = std::max(top, days[i].up);
  }
  return plot.up * top / s.up;
}

}  // namespace

void year_ribbon(Rect r, std::span<const RibbonDay> days, std::span<const RibbonMark> terms,
                 std::span<const RibbonMark> marks, std::string_view today,
                 std::string_view words) {
  const float line = type(Size::caption).line;
  RibbonPlot plot{{r.x, r.y + line, r.w, r.h - 2 * line - 18}};
  plot.base = plot.r.y + plot.r.h * .78f;
  plot.up = plot.base - plot.r.y, plot.down = plot.r.bottom() - plot.base - 4;
  plot.each = r.w / static_cast<float>(std::max<std::size_t>(1, days.size()));
  const RibbonScale s = scale_of(days);
  int now = -1;
  for (std::size_t i = 0; i < days.size(); i++) {
    ribbon_day(plot, static_cast<int>(i), days[i], s);
    if (days[i].today) now = static_cast<int>(i);
  }
  ribbon_terms(plot, terms, plot.r.bottom() + 8);
  const TextStyle quiet{.size = Size::caption, .color = Color::t2, .align = Align::centre};
  const TextStyle strong{.size = Size::caption, .weight = Weight::semibold};
  const float today_w = measure(today, strong).x;
  const float today_x = std::min(plot.x(now) + 14, r.right() - today_w);
  // The highest first; one that would lie over another is left out.
  std::vector<Rect> taken;
  if (!today.empty()) taken.push_back({today_x - 12, r.y, today_w + 12, r.h});
  std::vector<bool> done(marks.size());
  for (std::size_t n = 0; n < marks.size(); n++) {
    std::size_t high = marks.size();
    const auto up = [&](std::size_t i) { return days[static_cast<std::size_t>(marks[i].day)].up; };
    for (std::size_t i = 0; i < marks.size(); i++)
      if (!done[i] && (high == marks.size() || up(i) > up(high))) high = i;
    done[high] = true;
    const RibbonMark& m = marks[high];
    const float w = measure(m.words, quiet).x + 4, x = std::max(r.x, plot.x(m.day) - w / 2);
    const float y = plot.base - peak_at(plot, days, m.day, x, w, s) - line - 2;
    const Rect at{x - 6, y, w + 12, line};
    const auto meets = [&](const Rect& t) {
      return t.x < at.right() && at.x < t.right() && t.y < at.bottom() && at.y < t.bottom();
    };
    if (at.right() > r.right() || std::any_of(taken.begin(), taken.end(), meets)) continue;
    mute_text_in({x, y, w, line}, m.words, quiet);
    taken.push_back(at);
  }
  if (now >= 0 && !today.empty()) {
    const float up = plot.up * days[static_cast<std::size_t>(now)].up / s.up;
    mute_text_in({today_x, plot.base - std::max(up, line), today_w + 2, line}, today, strong);
  }
  add_node(make_id("ribbon"), Role::image, words, r);
}

void qr_card(Rect r, std::span<const std::uint8_t> modules, int side, std::string_view name) {
  fill(r, Color::paper, 8);
  if (theme().scheme == Scheme::light) outline(r, Color::line, 8);
  if (side <= 0 || modules.size() < static_cast<std::size_t>(side) * static_cast<std::size_t>(side))
    return;
  // A module is a whole number of device pixels; four modules of quiet around.
  const float module = std::floor(px(std::min(r.w, r.h)) / static_cast<float>(side + 8));
  const float x0 = snap(px(r.x) + (px(r.w) - module * static_cast<float>(side)) / 2);
  const float y0 = snap(px(r.y) + (px(r.h) - module * static_cast<float>(side)) / 2);
  const Rgba ink_c = color(Color::ink);
  for (int y = 0; y < side; y++)
    for (int x = 0; x < side; x++) {
      if (!modules[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) +
                   static_cast<std::size_t>(x)])
        continue;
      const ImVec2 a(x0 + module * static_cast<float>(x), y0 + module * static_cast<float>(y));
      draw_list()->AddRectFilled(a, {a.x + module, a.y + module}, ink_c);
    }
  add_node(make_id("qr"), Role::image, name, r);
}

}  // namespace shanzhi::widgets
