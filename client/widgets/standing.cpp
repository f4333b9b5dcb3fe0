// Ranks, rungs, weeks, crackle.
#include "client/widgets/standing.h"

#include <algorithm>

#include "client/widgets/internal.h"

namespace shanzhi::widgets {

bool rank_column(Rect r, const RankColumn& c) {
  const Touch t = press_area(c.told, r, Role::radio, c.on ? kChecked : 0u);
  const float foot = type(Size::small).line;
  const TextStyle quiet{.color = Color::t2};
  TextStyle numeral{.size = Size::code,
                    .color = c.on ? Color::jade : Color::t1,
                    .weight = c.on ? Weight::semibold : Weight::regular};
  const float room = r.w - measure(c.before, quiet).x - 4;
  for (const Size size : {Size::figure, Size::amount})
    if (measure(c.rank, numeral).x > room) numeral.size = size;
  const Rect head{r.x, r.y, r.w, r.h - foot};
  const float base = head.y + (head.h - type(Size::code).size) / 2 + ascent(Size::code);
  const float small = base - ascent(Size::body);
  float x = logical(draw_text({px(r.x), px(small)}, c.before, quiet));
  if (!c.before.empty()) x += 4;
  draw_text({px(x), px(base - ascent(numeral.size))}, c.rank, numeral);
  mute_text_in({r.x, head.bottom(), r.w, foot}, c.place,
               {.size = Size::small, .color = c.on || t.hovered ? Color::t1 : Color::t2});
  return t.pressed && !c.on;
}

namespace {

/// Words centred at x, inside r; how far right they reach.
float word_at(Rect r, float x, std::string_view words, const TextStyle& style, float from) {
  const float w = measure(words, style).x;
  const float left = std::clamp(x - w / 2, r.x, std::max(r.x, r.right() - w));
  if (words.empty() || left < from) return from;
  mute_text_in({left, r.y, w + 1, r.h}, words, style);
  return left + w + kGap2;
}

void knot(Vec2 at, bool mine) {
  disc(at, mine ? 7.f : 5.f, mine ? Color::jade : Color::bg);
  if (mine)
    disc(at, 2.5f, Color::bg);
  else
    ring(at, 3.5f, Color::t3);
}

}  // namespace

void rungs(Rect r, const Rungs& g) {
  const float y = r.y + 8;
  const bool top = g.next.empty();
  const float mine = r.x + 7 + (r.w - 14) * (top ? 1.f : g.start);
  const float next = r.x + r.w * .72f, first = r.right() - 4;
  fill({r.x, y - 1, first - r.x, 2}, Color::line2);
  fill({r.x, y - 1.25f, mine - r.x, 2.5f}, Color::jade);
  if (!top) {
    fill({mine, y - 2, next - mine, 4}, Color::bg);
    for (float x = mine + 12; x < next - 8; x += 6) fill({x, y - 1.25f, 3, 2.5f}, Color::jade);
    knot({next, y}, false);
    if (!g.first.empty()) knot({first, y}, false);
  }
  knot({mine, y}, true);
  const Rect line{r.x, y + 10, r.w, type(Size::body).line};
  const TextStyle strong{.color = Color::jade, .weight = Weight::semibold};
  float from = word_at(line, mine, g.mine, strong, r.x);
  from = word_at(line, next, g.next, {.color = Color::t2}, from);
  word_at(line, first, g.first, {.color = Color::t3}, from);
  add_node(make_id("rungs"), Role::image, g.told, r);
}

void week_bars(Rect r, std::span<const std::int64_t> values, std::string_view last,
               std::span<const std::string_view> labels, std::string_view told) {
  const float head = type(Size::body).line,
              foot = labels.empty() ? 0 : type(Size::caption).line + 4;
  const Rect plot{r.x, r.y + head, r.w, r.h - head - foot};
  std::int64_t most = 1;
  for (const std::int64_t v : values) most = std::max(most, v);
  const auto n = static_cast<int>(values.size());
  for (int i = 0; i < n; i++) {
    const Rect c = plot.column(i, n, 6);
    const float h =
        static_cast<float>(values[static_cast<std::size_t>(i)]) * plot.h / static_cast<float>(most);
    const bool now = i + 1 == n;
    const ImRect box = dev(Rect{c.x, plot.bottom() - std::max(h, 1.f), c.w, std::max(h, 1.f)});
    draw_list()->AddRectFilled(box.Min, box.Max,
                               now ? color(Color::gold_text) : color(Color::gold_fill, .62f));
    if (now)
      mute_text_in({c.right() - 80, plot.bottom() - h - head, 80, head}, last,
                   {.color = Color::gold_text, .weight = Weight::semibold, .align = Align::right});
    if (i >= static_cast<int>(labels.size()) || labels[static_cast<std::size_t>(i)].empty())
      continue;
    const TextStyle style{.size = Size::caption, .color = now ? Color::t1 : Color::t3};
    const float w = measure(labels[static_cast<std::size_t>(i)], style).x;
    const float x = std::clamp(c.x + (c.w - w) / 2, r.x, r.right() - w);
    mute_text_in({x, plot.bottom() + 4, w + 1, foot - 4}, labels[static_cast<std::size_t>(i)],
                 style);
  }
  hairline_h(plot.x, plot.bottom(), plot.w, Color::line2);
  add_node(make_id("weeks"), Role::image, told, r);
}

void place_mark(Rect r, const MapShape& shape, std::string_view code, std::string_view words) {
  if (shape.empty()) return;
  const MapBox& box = shape.box;
  const float w = box.x1 - box.x0, h = box.y1 - box.y0;
  const float k = std::min(r.w / std::max(w, 1.f), r.h / std::max(h, 1.f));
  const float x0 = r.right() - w * k, y0 = r.y + (r.h + h * k) / 2;  // north is up
  const auto at = [&](MapPoint p) {
    return dev(Vec2{x0 + (p.x - box.x0) * k, y0 - (p.y - box.y0) * k});
  };
  ImDrawList* list = draw_list();
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  for (const MapCell& cell : shape.cells) {
    const Rgba ink = cell.code == code ? color(Color::jade)
                                       : mix(color(Color::jade_tint), color(Color::jade), .12f);
    list->PrimReserve(static_cast<int>(cell.indices), static_cast<int>(cell.indices));
    for (std::uint32_t i = 0; i < cell.indices; i++) {
      list->PrimWriteIdx(static_cast<ImDrawIdx>(list->_VtxCurrentIdx));
      list->PrimWriteVtx(at(shape.vertices[shape.indices[cell.first_index + i]]), white, ink);
    }
  }
  for (const MapLine& line : shape.lines) {
    if (line.kind == Border::rim) continue;
    list->PathClear();
    for (const MapPoint& p : line.points) list->PathLineTo(at(p));
    list->PathStroke(color(Color::bg), line.closed ? ImDrawFlags_Closed : 0, px(1.6f));
  }
  const int mine = shape.find(code);
  if (mine >= 0) {
    const ImVec2 p = at(shape.cells[static_cast<std::size_t>(mine)].middle);
    list->AddCircleFilled(p, px(3.5f), color(Color::bg));
  }
  add_node(make_id("mark"), Role::image, words, r);
}

}  // namespace shanzhi::widgets
