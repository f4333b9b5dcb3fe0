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

void ribbon_day(Rect cell, float base, float up_room, float down_room, const RibbonDay& d,
                RibbonScale s) {
  if (d.future) {
    fill({cell.x, base - 1, cell.w, 2}, Color::line);
    return;
  }
  const float k = d.up / s.up;
  const auto steps = ramp(Ramp::jade, 5);
  const auto step = static_cast<std::size_t>(std::clamp(static_cast<int>(k * 4) + 1, 1, 4));
  const float up = up_room * k;
  const ImRect box = dev(Rect{cell.x, base - 1 - up, cell.w, up});
  draw_list()->AddRectFilled(box.Min, box.Max, steps[step]);
  const float down = down_room * d.down / s.down;
  fill({cell.x, base + 1, cell.w, down}, d.overdue ? Color::cin : Color::t3);
}

}  // namespace

void year_ribbon(Rect r, std::span<const RibbonDay> days, std::span<const std::string_view> terms,
                 std::span<const RibbonMark> marks, std::string_view words) {
  const float line = type(Size::caption).line;
  const Rect plot{r.x, r.y + line + 4, r.w, r.h - 2 * line - 10};
  const float base = plot.y + plot.h * 0.66f;
  const RibbonScale s = scale_of(days);
  const float each = r.w / static_cast<float>(std::max<std::size_t>(1, days.size()));
  const float gap = each > 3 ? 1.f : each * 0.2f;
  for (std::size_t i = 0; i < days.size(); i++) {
    const Rect cell{r.x + each * static_cast<float>(i), plot.y, std::max(0.5f, each - gap), plot.h};
    ribbon_day(cell, base, base - plot.y - 2, plot.bottom() - base - 2, days[i], s);
    if (days[i].today) fill({cell.x, plot.y - 2, std::max(1.f, each - gap), plot.h + 4}, Color::t1);
  }
  const TextStyle quiet{.size = Size::caption, .color = Color::t3};
  float free_from = r.x;
  for (std::size_t i = 0; i < terms.size(); i++) {
    const float x = r.x + r.w * static_cast<float>(i) / static_cast<float>(terms.size());
    hairline_v(x, plot.bottom() + 2, 4, Color::line2);
    const float w = measure(terms[i], quiet).x;
    if (x < free_from || x + w > r.right()) continue;
    mute_text_in({x + 2, r.bottom() - line, w + 1, line}, terms[i], quiet);
    free_from = x + w + 10;
  }
  free_from = r.x;
  int shown_marks = 0;
  for (const RibbonMark& m : marks) {
    const float x = r.x + each * static_cast<float>(m.day);
    const float w = measure(m.words, quiet).x;
    const float at = std::min(x, r.right() - w);
    if (at < free_from || ++shown_marks > 5) continue;
    mute_text_in({at, r.y, w + 1, line}, m.words, {.size = Size::caption, .color = Color::t2});
    hairline_v(x, r.y + line, 4, Color::t3);
    free_from = at + w + 16;
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
