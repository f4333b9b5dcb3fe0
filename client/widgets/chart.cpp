// Small charts: sparkline, bars, lines; each told by one sentence.
#include "client/widgets/chart.h"

#include <algorithm>
#include <cmath>

#include "client/widgets/internal.h"
#include "client/widgets/overlay.h"

namespace shanzhi::widgets {
namespace {

constexpr float kAxis = 18;  // room for labels under the bars
const TextStyle kAxisStyle{.size = Size::caption, .color = Color::t3};

std::string written(const ChartOptions& o, float v) {
  if (o.number) return o.number(v);
  std::string s = std::to_string(static_cast<long long>(std::llround(std::fabs(v))));
  for (int at = static_cast<int>(s.size()) - 3; at > 0; at -= 3)
    s.insert(static_cast<std::size_t>(at), ",");
  return (v < -0.5f ? "−" : "") + s;
}

struct Span {
  float low = 0, high = 1;
};
Span span_of(std::span<const float> values, bool zero) {
  Span s{zero ? 0.f : 1e30f, zero ? 0.f : -1e30f};
  for (const float v : values) s.low = std::min(s.low, v), s.high = std::max(s.high, v);
  if (s.high - s.low < 1e-6f) s.high = s.low + 1;
  return s;
}

Rgba series_color(const Series& s) {
  return s.categorical >= 0 ? ramp(Ramp::categorical)[static_cast<std::size_t>(s.categorical % 6)]
                            : color(s.color);
}

std::string said(std::string_view label, const ChartOptions& o) {
  std::string s(shown(label));
  if (!o.words.empty()) (s += "：") += o.words;
  return s;
}

/// Title at the top, unit at the right; returns what is left.
Rect head(Rect r, const ChartOptions& o) {
  if (o.title.empty() && o.unit.empty()) return r;
  const Rect line = r.cut_top(type(Size::small).line, 6);
  mute_text_in(line, o.title,
               {.size = Size::small, .color = Color::t1, .weight = Weight::semibold});
  mute_text_in(line, o.unit, {.size = Size::caption, .color = Color::t3, .align = Align::right});
  return r;
}

void labels_below(Rect r, std::span<const std::string_view> labels, int lit) {
  if (labels.empty()) return;
  const float each = r.w / static_cast<float>(labels.size());
  float widest = 1;
  for (const std::string_view s : labels) widest = std::max(widest, measure(s, kAxisStyle).x + 8);
  const int skip = std::max(1, static_cast<int>(std::ceil(widest / each)));
  const int n = static_cast<int>(labels.size());
  for (int i = 0; i < n; i++) {
    if ((n - 1 - i) % skip != 0 && i != lit) continue;
    TextStyle style = kAxisStyle;
    style.align = Align::centre;
    if (i == lit) style.color = Color::t1, style.weight = Weight::semibold;
    const float mid = r.x + each * (static_cast<float>(i) + 0.5f);
    mute_text_in({mid - widest / 2, r.bottom() - kAxis + 2, widest, kAxis - 2},
                 labels[static_cast<std::size_t>(i)], style);
  }
}

void value_bubble(Vec2 at, std::string_view words) {
  UiState& ui = ui_state();
  ImDrawList* before = ui.list;
  ui.list = ImGui::GetForegroundDrawList();
  const TextStyle style{.size = Size::small, .align = Align::centre};
  const float w = measure(words, style).x + 16;
  const Rect r{std::clamp(at.x - w / 2, 4.f, std::max(4.f, screen().w - w - 4)), at.y - 30, w, 24};
  plate(r, 4);
  mute_text_in(r, words, style);
  ui.list = before;
}

}  // namespace

void sparkline(Rect r, std::span<const float> values, Color c, std::string_view words) {
  if (values.size() < 2) return;
  const Span s = span_of(values, false);
  ImDrawList* list = draw_list();
  list->PathClear();
  ImVec2 p;
  for (std::size_t i = 0; i < values.size(); i++) {
    const float t = static_cast<float>(i) / static_cast<float>(values.size() - 1);
    p = dev(Vec2{r.x + t * (r.w - 4),
                 r.bottom() - 3 - (values[i] - s.low) / (s.high - s.low) * (r.h - 6)});
    list->PathLineTo(p);
  }
  list->PathStroke(color(c), 0, std::max(1.f, px(1.5f)));
  list->AddCircleFilled(p, px(2.5f), color(c));
  if (!words.empty()) add_node(make_id(words), Role::image, words, r);
}

int bar_chart(std::string_view label, Rect whole, std::span<const float> values,
              const ChartOptions& o) {
  const Id id = make_id(label);
  Rect r = head(whole, o);
  Rect plot = r;
  if (!o.labels.empty()) plot.h -= kAxis;
  const Span s = span_of(values, true);
  const int n = static_cast<int>(values.size());
  const float each = plot.w / static_cast<float>(std::max(1, n));
  const float gap = std::clamp(each * 0.28f, 1.f, 16.f);
  const float grow = appear(id, kBarMs);
  const float zero = plot.bottom() - (0 - s.low) / (s.high - s.low) * plot.h;
  const Touch t = touch(id, plot);
  const int over = t.hovered ? static_cast<int>((pointer().x - plot.x) / each) : -1;
  for (int i = 0; i < n; i++) {
    const float v = values[static_cast<std::size_t>(i)];
    const float h = std::max(1.f, std::fabs(v) / (s.high - s.low) * plot.h * grow);
    const Color c = i == o.highlight || (o.highlight < 0 && i != over) ? Color::jade
                    : i == over                                        ? Color::t3
                                                                       : Color::line2;
    fill({plot.x + each * static_cast<float>(i) + gap / 2, v < 0 ? zero : zero - h, each - gap, h},
         c);
  }
  hairline_h(plot.x, zero, plot.w, Color::line2);
  labels_below(r, o.labels, o.highlight);
  if (over >= 0 && over < n) {
    std::string words;
    if (static_cast<std::size_t>(over) < o.labels.size())
      (words += o.labels[static_cast<std::size_t>(over)]) += "  ";
    words += written(o, values[static_cast<std::size_t>(over)]);
    if (!o.unit.empty()) (words += " ") += o.unit;
    value_bubble({plot.x + each * (static_cast<float>(over) + 0.5f), plot.y + 4}, words);
  }
  add_node(id, Role::image, said(label, o), whole);
  return t.pressed ? over : -1;
}

void line_chart(std::string_view label, Rect whole, std::span<const Series> series,
                const ChartOptions& o) {
  Rect r = head(whole, o);
  Rect plot = r;
  if (!o.labels.empty()) plot.h -= kAxis;
  Span s{o.start_at_zero ? 0.f : 1e30f, o.start_at_zero ? 0.f : -1e30f};
  for (const Series& one : series) {
    const Span part = span_of(one.values, o.start_at_zero);
    s.low = std::min(s.low, part.low), s.high = std::max(s.high, part.high);
  }
  const float axis_w = std::max(measure(written(o, s.high), kAxisStyle).x,
                                measure(written(o, s.low), kAxisStyle).x) +
                       8;
  plot.cut_left(axis_w);
  float names_w = 0;
  for (const Series& one : series)
    names_w = std::max(names_w, measure(one.name, {.size = Size::caption}).x + 10);
  if (series.size() > 1) plot.w -= names_w;
  for (int g = 0; g <= 2; g++) {
    const float y = plot.y + plot.h * static_cast<float>(g) / 2;
    hairline_h(plot.x, y, plot.w, g == 2 ? Color::line2 : Color::line);
    mute_text_in({plot.x - axis_w, y - 9, axis_w - 6, 18},
                 written(o, s.high - (s.high - s.low) * static_cast<float>(g) / 2),
                 {.size = Size::caption, .color = Color::t3, .align = Align::right});
  }
  for (const Series& one : series) {
    if (one.values.size() < 2) continue;
    ImDrawList* list = draw_list();
    list->PathClear();
    ImVec2 p;
    for (std::size_t i = 0; i < one.values.size(); i++) {
      const auto n = static_cast<float>(one.values.size());
      const float t = (static_cast<float>(i) + 0.5f) / n;  // in the middle of its label
      p = dev(Vec2{plot.x + t * plot.w,
                   plot.bottom() - (one.values[i] - s.low) / (s.high - s.low) * plot.h});
      list->PathLineTo(p);
    }
    const Rgba c = series_color(one);
    list->PathStroke(c, 0, std::max(1.f, px(1.5f)));
    list->AddCircleFilled(p, px(3), c);
    if (series.size() > 1)
      mute_text_in({logical(p.x) + 8, logical(p.y) - 9, names_w, 18}, one.name,
                   {.size = Size::caption, .tint = c});
  }
  labels_below({plot.x, r.y, plot.w, r.h}, o.labels, -1);
  add_node(make_id(label), Role::image, said(label, o), whole);
}

void bar_rows(std::string_view label, std::span<const BarRow> rows, float name_width) {
  const Scope scope(label);
  const Group group(Role::list, label, {});
  float most = 1e-6f;
  for (const BarRow& row : rows) most = std::max(most, row.value);
  float value_w = 0;
  for (const BarRow& row : rows)
    value_w = std::max(value_w, measure(row.value_text, {.size = Size::small}).x);
  const float line = std::max(24.f, type(Size::small).line + 4);
  int i = 0;
  for (const BarRow& row : rows) {
    const Rect r = take(take_width(0), line);
    mute_text_in({r.x, r.y, name_width - 8, line}, row.name,
                 {.size = Size::small, .color = Color::t2});
    mute_text_in(r, row.value_text, {.size = Size::small, .align = Align::right});
    const float room = r.w - name_width - value_w - 12;
    const ImRect bar =
        dev(Rect{r.x + name_width, r.y + line / 2 - 6, std::max(1.f, room * row.value / most), 12});
    draw_list()->AddRectFilled(bar.Min, bar.Max, row.tint ? row.tint : color(Color::jade));
    begin_group(make_id("row") + static_cast<Id>(i++), Role::list_item,
                std::string(row.name) + " " + std::string(row.value_text), r);
    end_group();
  }
}

void stacked_bar(std::string_view label, Rect r, std::span<const BarRow> parts) {
  float sum = 0;
  for (const BarRow& p : parts) sum += p.value;
  std::string words(shown(label));
  const float bar = std::min(12.f, r.h);
  float x = r.x, lx = r.x, ly = r.y + bar + 8;
  int i = 0;
  for (const BarRow& p : parts) {
    const Rgba c = p.tint ? p.tint : ramp(Ramp::categorical)[static_cast<std::size_t>(i++ % 6)];
    const float w = sum > 0 ? r.w * p.value / sum : 0;
    const ImRect box = dev(Rect{x, r.y, std::max(0.f, w - 1), bar});
    draw_list()->AddRectFilled(box.Min, box.Max, c);
    x += w;
    const std::string name = std::string(p.name) + " " + std::string(p.value_text);
    ((words += "，") += name);
    const float nw = measure(name, {.size = Size::caption}).x + 28;
    if (lx + nw > r.right() + 16) lx = r.x, ly += 20;
    const ImRect dot = dev(Rect{lx, ly + 5, 8, 8});
    draw_list()->AddRectFilled(dot.Min, dot.Max, c);
    mute_text_in({lx + 13, ly, nw, 18}, name, {.size = Size::caption, .color = Color::t2});
    lx += nw;
  }
  add_node(make_id(label), Role::image, words, r);
}

}  // namespace shanzhi::widgets
