// Looking about on the map: camera, hand, colours in transition.
#include "client/widgets/map_view.h"

#include <algorithm>
#include <cmath>

#include "client/widgets/internal.h"
#include "client/widgets/layout.h"
#include "client/widgets/overlay.h"
#include "shared/base/order.h"

namespace shanzhi::widgets {
namespace {

constexpr float kZoomMost = 14, kFlyMs = 600, kFlyNearMs = 900, kDragPx = 4;
constexpr double kHoverDelayMs = 120;

}  // namespace

Vec2 MapView::to_page(MapPoint p) const {
  return {rect_.x + rect_.w / 2 + (p.x - camera_.centre.x) * camera_.scale,
          rect_.y + rect_.h / 2 + (p.y - camera_.centre.y) * camera_.scale};
}
MapPoint MapView::from_page(Vec2 p) const {
  return {camera_.centre.x + (p.x - rect_.x - rect_.w / 2) / camera_.scale,
          camera_.centre.y + (p.y - rect_.y - rect_.h / 2) / camera_.scale};
}

/// The box in the middle of r, filling that share of its narrower side.
MapView::Camera MapView::fitting(Rect r, const MapBox& box, float share) const {
  Camera c;
  c.centre = {(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2};
  const float w = std::max(1.f, box.x1 - box.x0), h = std::max(1.f, box.y1 - box.y0);
  c.scale = std::max(1e-6f, std::min(r.w / w, r.h / h) * share);
  return c;
}

void MapView::fly(const Camera& to, float ms) {
  from_ = camera_;
  to_ = to;
  flight_since_ = frame_ms();
  flight_ms_ = reduced_motion() || camera_.scale <= 0 ? 0 : ms;
  if (flight_ms_ <= 0) camera_ = to;
}

void MapView::look(Rect r, const MapInput& in) {
  rect_ = r;
  const Camera whole = fitting(r, in.shape.box, .90f);
  const std::string_view target = in.near.empty() ? in.scope : in.near;
  Camera wanted = in.scope.empty() ? whole : fitting(r, in.shape.box_of(in.scope), .78f);
  if (!in.near.empty()) {
    wanted = fitting(r, in.shape.box_of(in.near), 1);
    wanted.scale = whole.scale * in.near_zoom;
  }
  fit_scale_ = whole.scale;
  const bool other_shape = shape_ != &in.shape || shape_cells_ != in.shape.cells.size();
  const bool resized = std::abs(seen_w_ - r.w) > .5f || std::abs(seen_h_ - r.h) > .5f;
  if (other_shape) {
    shape_ = &in.shape;
    shape_cells_ = in.shape.cells.size();
    ripples_.clear();
    outlined_ = "\x01";
    class_from_.clear(), class_to_.clear();
  }
  if (other_shape || camera_.scale <= 0 || (resized && !moved_)) {
    fly(wanted, 0);
    moved_ = false;
  } else if (scope_ != target || refit_) {
    fly(wanted, in.near.empty() ? kFlyMs : kFlyNearMs);
    moved_ = false;
  }
  scope_ = target;
  seen_w_ = r.w, seen_h_ = r.h;
  refit_ = false;
  if (zoom_wish_ != 1) {
    const Camera now = camera_;
    zoom_at(r, r.centre(), zoom_wish_);
    const Camera then = camera_;
    camera_ = now;
    fly(then, kDrawerMs);
    zoom_wish_ = 1;
  }
  if (flight_ms_ <= 0) return;
  const auto t = static_cast<float>(std::clamp((frame_ms() - flight_since_) / flight_ms_, 0., 1.));
  const float k = ease(t);
  camera_.scale =
      std::exp(std::log(from_.scale) + (std::log(to_.scale) - std::log(from_.scale)) * k);
  camera_.centre = {from_.centre.x + (to_.centre.x - from_.centre.x) * k,
                    from_.centre.y + (to_.centre.y - from_.centre.y) * k};
  if (t >= 1)
    flight_ms_ = 0, camera_ = to_;
  else
    animate();
}

void MapView::zoom_at(Rect r, Vec2 at, float factor) {
  const MapPoint under = from_page(at);
  camera_.scale = std::clamp(camera_.scale * factor, fit_scale_ * .7f, fit_scale_ * kZoomMost);
  camera_.centre = {under.x - (at.x - r.x - r.w / 2) / camera_.scale,
                    under.y - (at.y - r.y - r.h / 2) / camera_.scale};
  flight_ms_ = 0;
  moved_ = true;
}

void MapView::handle(Rect r, const MapInput& in, MapEvent& event) {
  const Id id = make_id("map");
  const Touch t = touch(id, r);
  add_node(id, Role::image, in.words, r);
  want_drag(r);
  const ImGuiIO& io = ImGui::GetIO();
  if (t.hovered && io.MouseWheel != 0 && !modal_open())
    zoom_at(r, pointer(), std::exp(io.MouseWheel * .18f));
  if (const Pinch p = pinch(); p.factor != 1 && r.contains(p.at)) zoom_at(r, p.at, p.factor);
  if (t.held && !pressed_inside_) press_at_ = pointer(), dragging_ = false;
  const bool was_dragging = dragging_;
  if (t.held) {
    const Vec2 p = pointer();
    if (std::abs(p.x - press_at_.x) + std::abs(p.y - press_at_.y) > kDragPx) dragging_ = true;
    if (dragging_) {
      const Vec2 step{logical(io.MouseDelta.x), logical(io.MouseDelta.y)};
      camera_.centre.x -= step.x / camera_.scale;
      camera_.centre.y -= step.y / camera_.scale;
      flight_ms_ = 0;
      moved_ = true;
      want_cursor("grabbing");
    }
  }
  pressed_inside_ = t.held;
  const int cell = t.hovered && !dragging_ ? in.shape.cell_at(from_page(pointer())) : -1;
  if (t.hovered && cell < 0 && !t.held) want_cursor("grab");
  if (cell != hover_cell_) hover_cell_ = cell, hover_since_ = frame_ms();
  const double waited = frame_ms() - hover_since_;
  if (cell >= 0 && waited < kHoverDelayMs) wake_in(kHoverDelayMs - waited + 1);
  if (cell >= 0 && waited >= kHoverDelayMs) show_hovered(in, cell, event);
  if (cell < 0) return;
  const std::string& picked = picked_of(in.shape.cells[static_cast<std::size_t>(cell)], in.pick);
  if (t.double_pressed && !was_dragging) event.entered = picked, double_pressed_ = true;
  if (!t.pressed) return;
  if (!was_dragging && !double_pressed_) event.pressed = picked;
  event.at = in.shape.unproject(from_page(pointer()));
  double_pressed_ = false;
}

void MapView::pulse(const std::string& grid, bool gold) {
  std::erase_if(pulses_, [&](const Pulse& p) { return p.grid == grid; });
  pulses_.push_back({grid, -1, gold});
}

Vec2 MapView::place_at(const MapShape& shape, std::string_view code) const {
  if (const int cell = shape.find(code); cell >= 0)
    return to_page(shape.cells[static_cast<std::size_t>(cell)].middle);
  const MapBox box = shape.box_of(code);
  return to_page({(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2});
}

MapBox MapView::seen(Rect r) const {
  MapBox box;
  box.add(from_page({r.x, r.y}));
  box.add(from_page({r.right(), r.bottom()}));
  return box;
}

/// Notes which class each cell is in; a change runs outwards from the middle.
void MapView::recolour(const MapInput& in) {
  std::vector<int> now(in.shape.cells.size(), -1);
  for (std::size_t i = 0; i < now.size() && i < in.values.size(); i++) {
    if (in.values[i] == kNoValue) continue;
    const auto above = std::upper_bound(in.breaks.begin(), in.breaks.end(), in.values[i]);
    const auto cls = static_cast<int>(above - in.breaks.begin());
    const auto classes = static_cast<int>(in.breaks.size()) + 1;
    // Fewer classes than steps: spread over the ramp.
    now[i] = classes >= in.steps || classes < 2 ? std::min(cls, in.steps - 1)
                                                : cls * (in.steps - 1) / (classes - 1);
  }
  if (now == class_to_) return;
  class_from_ = class_to_.size() == now.size() ? class_to_ : now;
  class_to_ = std::move(now);
  recolour_since_ = frame_ms();
  delay_.assign(class_to_.size(), 0);
  std::vector<std::pair<float, std::size_t>> order;
  const MapPoint middle{(in.shape.box.x0 + in.shape.box.x1) / 2,
                        (in.shape.box.y0 + in.shape.box.y1) / 2};
  for (std::size_t i = 0; i < delay_.size(); i++) {
    const MapPoint m = in.shape.cells[i].middle;
    order.emplace_back(std::hypot(m.x - middle.x, m.y - middle.y), i);
  }
  base::put_in_order(order);
  for (std::size_t i = 0; i < order.size(); i++)
    delay_[order[i].second] = std::min(263.f, static_cast<float>(i));
}

/// So few marks are what the map is looked at for: no name may cover them.
constexpr std::size_t kMarksOverNames = 8;

MapEvent MapView::draw(Rect r, const MapInput& in) {
  MapEvent event;
  if (in.shape.empty()) return event;
  look(r, in);
  recolour(in);
  handle(r, in, event);
  stop_by_stop(r, in, event);
  const ImRect clip = dev(in.around.w > 0 ? in.around : r);
  draw_list()->PushClipRect(clip.Min, clip.Max, true);
  push_silent();
  draw_ground(in);
  draw_cells(in);
  draw_borders(in);
  draw_dots(in);
  draw_selection(in);
  draw_alarm(in);
  const bool few = in.marks.size() <= kMarksOverNames;
  if (in.names && few) draw_names(in);
  draw_marks(in, event);
  draw_pulses(in);
  if (in.names && !few) draw_names(in);
  pop_silent();
  draw_list()->PopClipRect();
  return event;
}

}  // namespace shanzhi::widgets
