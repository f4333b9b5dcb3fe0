// What is painted of the map, from the ripples up to the selection.
#include <algorithm>
#include <cmath>

#include "client/widgets/internal.h"
#include "client/widgets/layout.h"
#include "client/widgets/map_view.h"

namespace shanzhi::widgets {
namespace {

bool hall() {
  return theme().face == Face::hall;
}
bool light() {
  return theme().scheme == Scheme::light;
}

/// The outline moved outwards by d px and smoothed the more the farther.
MapLine ripple(const MapLine& rim, float metres, int rounds) {
  MapLine out;
  out.closed = true;
  const std::size_t step = std::max<std::size_t>(1, rim.points.size() / 140);
  std::vector<MapPoint> p;
  for (std::size_t i = 0; i < rim.points.size(); i += step) p.push_back(rim.points[i]);
  const std::size_t n = p.size();
  if (n < 8) return out;
  std::vector<MapPoint> q(n);
  for (int k = 0; k < rounds; k++) {
    for (std::size_t i = 0; i < n; i++) {
      const MapPoint a = p[(i + n - 1) % n], b = p[(i + 1) % n];
      q[i] = {(a.x + 2 * p[i].x + b.x) / 4, (a.y + 2 * p[i].y + b.y) / 4};
    }
    p.swap(q);
  }
  float area = 0;
  for (std::size_t i = 0; i < n; i++) area += p[i].x * p[(i + 1) % n].y - p[(i + 1) % n].x * p[i].y;
  const float side = area > 0 ? 1.f : -1.f;
  for (std::size_t i = 0; i < n; i++) {
    const MapPoint a = p[(i + n - 2) % n], b = p[(i + 2) % n];
    const float x = (b.y - a.y) * side, y = -(b.x - a.x) * side;
    const float length = std::max(1e-6f, std::hypot(x, y));
    out.points.push_back({p[i].x + x / length * metres, p[i].y + y / length * metres});
  }
  return out;
}

}  // namespace

void MapView::draw_line(const MapLine& line, Rgba colour, float width, float dx, float dy) {
  static std::vector<ImVec2> path;  // reused
  path.clear();
  ImVec2 before{-1e9f, -1e9f};
  for (const MapPoint& p : line.points) {
    const Vec2 at = to_page(p);
    const ImVec2 here{px(at.x + dx), px(at.y + dy)};
    const float ddx = here.x - before.x, ddy = here.y - before.y;
    if (ddx * ddx + ddy * ddy < 1.2f) continue;  // closer than a pixel: only makes joins ugly
    path.push_back(here);
    before = here;
  }
  if (path.size() < 2) return;
  const float thick = std::max(1.f, px(width));
  draw_list()->AddPolyline(path.data(), static_cast<int>(path.size()), colour,
                           line.closed ? ImDrawFlags_Closed : 0, thick);
  if (thick < 3 || line.closed) return;
  draw_list()->AddCircleFilled(path.front(), thick / 2, colour, 8);  // round where lines meet
  draw_list()->AddCircleFilled(path.back(), thick / 2, colour, 8);
}

void MapView::draw_ground(const MapInput& in) {
  if (in.shape.rim.empty()) return;
  const MapLine& rim = in.shape.rim.front();
  constexpr float kHallOut[] = {14, 32, 56, 86, 122}, kDeskOut[] = {10, 24, 42};
  constexpr float kHallAlpha[] = {.36f, .24f, .15f, .09f, .05f}, kDeskAlpha[] = {.16f, .09f, .045f};
  const std::size_t rings = hall() ? 5 : 3;
  if (ripples_.size() != rings) {
    ripples_.clear();
    for (std::size_t i = 0; i < rings; i++) {
      const float out = hall() ? kHallOut[i] : kDeskOut[i];
      ripples_.push_back(ripple(rim, out / fit_scale_, 6 + static_cast<int>(out * .8f)));
    }
  }
  for (std::size_t i = 0; i < rings; i++) {
    const float alpha = hall() ? kHallAlpha[i] : kDeskAlpha[i];
    draw_line(ripples_[i],
              in.alarm.empty() ? color(Color::jade, light() || hall() ? alpha : alpha * 1.6f)
                               : color(Color::t3, alpha * .5f),
              1.2f);
  }
  const float drop = (hall() ? 15.f : 8.f) * std::min(1.6f, std::sqrt(camera_.scale / fit_scale_));
  for (const auto& [share, colour] : {std::pair{1.f, Color::slab}, {.55f, Color::slab_high}}) {
    if (share < 1 && light()) continue;
    ImDrawList* list = draw_list();
    const MapShape& s = in.shape;
    const Rgba tint = in.alarm.empty() ? color(colour) : ramp(Ramp::alarm)[share < 1 ? 1 : 0];
    list->PrimReserve(static_cast<int>(s.indices.size()), static_cast<int>(s.vertices.size()));
    const auto first = list->_VtxCurrentIdx;
    const ImVec2 uv = list->_Data->TexUvWhitePixel;
    for (const MapPoint& p : s.vertices) {
      const Vec2 at = to_page(p);
      list->PrimWriteVtx({px(at.x), px(at.y + drop * share)}, uv, tint);
    }
    for (const std::uint32_t i : s.indices) list->PrimWriteIdx(first + i);
    for (const MapLine& line : s.rim) draw_line(line, tint, 1.5f, 0, drop * share);
  }
}

Rgba MapView::cell_colour(const MapInput& in, std::size_t cell) const {
  const auto steps = ramp(in.alarm.empty() ? in.ramp : Ramp::alarm, in.steps);
  const auto shade = [&](int cls) {
    if (cls < 0) return color(Color::bg);
    return steps[static_cast<std::size_t>(std::min(cls, static_cast<int>(steps.size()) - 1))];
  };
  const double waited = frame_ms() - recolour_since_ - static_cast<double>(delay_[cell]);
  const float t =
      reduced_motion()
          ? 1.f
          : static_cast<float>(std::clamp(waited / static_cast<double>(kRecolourMs), 0., 1.));
  Rgba out = shade(class_to_[cell]);
  if (t < 1) {
    out = mix(shade(class_from_[cell]), out, ease(t));
    animate();
  }
  const MapCell& c = in.shape.cells[cell];
  if (!in.scope.empty() && !in.shape.cell_in(c, in.scope)) out = mix(out, color(Color::bg), .62f);
  if (in.only_class >= 0 && class_to_[cell] != in.only_class)
    out = mix(out, color(Color::bg), .65f);
  return out;
}

void MapView::draw_cells(const MapInput& in) {
  ImDrawList* list = draw_list();
  const MapShape& s = in.shape;
  const ImVec2 uv = list->_Data->TexUvWhitePixel;
  for (std::size_t i = 0; i < s.cells.size(); i++) {
    const MapCell& c = s.cells[i];
    const Vec2 a = to_page({c.box.x0, c.box.y0}), b = to_page({c.box.x1, c.box.y1});
    if (b.x < rect_.x || b.y < rect_.y || a.x > rect_.right() || a.y > rect_.bottom()) continue;
    const Rgba tint = cell_colour(in, i);
    list->PrimReserve(static_cast<int>(c.indices), static_cast<int>(c.vertices));
    const auto first = list->_VtxCurrentIdx;
    for (std::uint32_t v = 0; v < c.vertices; v++) {
      const Vec2 at = to_page(s.vertices[c.first_vertex + v]);
      list->PrimWriteVtx({px(at.x), px(at.y)}, uv, tint);
    }
    for (std::uint32_t k = 0; k < c.indices; k++)
      list->PrimWriteIdx(first + s.indices[c.first_index + k] - c.first_vertex);
    if (class_to_[i] >= 0) continue;
    for (float x = a.x - (b.y - a.y); x < b.x;
         x += 6) {  // no data: sparse hatching, clipped to a sliver
      const float mid = (a.y + b.y) / 2;
      const Vec2 p{x + (b.y - mid), mid};
      if (s.cell_at(from_page(p)) == static_cast<int>(i))
        segment({p.x - 4, p.y + 4}, {p.x + 4, p.y - 4}, Color::line2, 1);
    }
  }
}

void MapView::draw_borders(const MapInput& in) {
  const float grow = std::clamp(std::sqrt(camera_.scale / fit_scale_), .8f, 1.8f);
  const float hub = (hall() ? 5.5f : 3.4f) * grow, village = (hall() ? 2.4f : 1.7f) * grow;
  for (const MapLine& line : in.shape.lines) {
    switch (line.kind) {
      case Border::grid: draw_line(line, color(Color::bg, .66f), hall() ? 1.f : .9f); break;
      case Border::village:
        draw_line(line, color(Color::bg, in.borders ? 1.f : .66f), in.borders ? village : .9f);
        break;
      case Border::hub:
        draw_line(line, color(Color::bg, in.borders ? 1.f : .66f), in.borders ? hub : .9f);
        break;
      case Border::rim: break;
    }
  }
  const Rgba rim = in.alarm.empty() ? color(Color::map_rim) : color(Color::t3, .6f);
  for (const MapLine& line : in.shape.rim) draw_line(line, rim, 1.4f);
}

void MapView::draw_selection(const MapInput& in) {
  const auto outline = [&](std::string_view place, bool strong) {
    if (outlined_ != place) {
      outlined_ = place;
      outline_ = in.shape.outline_of(place);
    }
    if (strong)
      for (const MapLine& line : outline_) draw_line(line, color(Color::bg), 6);
    for (const MapLine& line : outline_) draw_line(line, color(Color::t1), strong ? 2.5f : 1.5f);
  };
  const bool other = !in.selected.empty() && in.selected != in.scope;
  if (!in.scope.empty() && !other) outline(in.scope, false);
  if (other) outline(in.selected, in.shape.find(in.selected) >= 0);
  if (hover_cell_ >= 0 && static_cast<std::size_t>(hover_cell_) < in.shape.cells.size()) {
    MapLine edge;
    edge.closed = true;
    const MapCell& c = in.shape.cells[static_cast<std::size_t>(hover_cell_)];
    for (const base::Polygon& polygon : c.polygons) {
      edge.points.clear();
      for (const base::Point& p : polygon.outer) edge.points.push_back(in.shape.project(p));
      draw_line(edge, color(Color::t1, .8f), 1.5f);
    }
  }
}

void MapView::draw_alarm(const MapInput& in) {
  if (in.alarm.empty()) return;
  ImDrawList* list = draw_list();
  const MapShape& s = in.shape;
  const ImVec2 uv = list->_Data->TexUvWhitePixel;
  for (const MapCell& c : s.cells) {
    if (!s.cell_in(c, in.alarm)) continue;
    list->PrimReserve(static_cast<int>(c.indices), static_cast<int>(c.vertices));
    const auto first = list->_VtxCurrentIdx;
    for (std::uint32_t v = 0; v < c.vertices; v++) {
      const Vec2 at = to_page(s.vertices[c.first_vertex + v]);
      list->PrimWriteVtx({px(at.x), px(at.y)}, uv, color(Color::alarm_cell));
    }
    for (std::uint32_t k = 0; k < c.indices; k++)
      list->PrimWriteIdx(first + s.indices[c.first_index + k] - c.first_vertex);
  }
  if (outlined_ != in.alarm) outlined_ = in.alarm, outline_ = s.outline_of(in.alarm);
  for (const MapLine& line : outline_) draw_line(line, color(Color::alarm_rim), 3);
}

}  // namespace shanzhi::widgets
