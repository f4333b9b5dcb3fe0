// The map for who does not point at it: its places as buttons with name and value, Tab leads to one of
// them, arrow keys from neighbour to neighbour.
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "client/widgets/internal.h"
#include "client/widgets/layout.h"
#include "client/widgets/map_view.h"
#include "shared/base/order.h"

namespace shanzhi::widgets {
namespace {

constexpr float kStopPx = 24, kFollowMs = 240;

struct Gathered {
  std::string code;
  std::vector<int> cells;
  std::int64_t low = INT64_MAX, high = INT64_MIN;
};

std::vector<Gathered> gather(const MapInput& in) {
  std::vector<Gathered> out;
  std::unordered_map<std::string_view, std::size_t> known;
  for (std::size_t i = 0; i < in.shape.cells.size(); i++) {
    const MapCell& cell = in.shape.cells[i];
    if (!in.scope.empty() && !in.shape.cell_in(cell, in.scope)) continue;
    const std::string& code = picked_of(cell, in.pick);
    const auto [at, is_new] = known.try_emplace(code, out.size());
    if (is_new) out.push_back({code, {}, INT64_MAX, INT64_MIN});
    Gathered& g = out[at->second];
    g.cells.push_back(static_cast<int>(i));
    if (i >= in.values.size() || in.values[i] == kNoValue) continue;
    g.low = std::min(g.low, in.values[i]);
    g.high = std::max(g.high, in.values[i]);
  }
  return out;
}

/// Of the place's cells the one nearest to the middle of them all: a point that is surely inside.
int middle_cell(const MapShape& shape, const std::vector<int>& cells) {
  MapPoint m;
  for (const int i : cells) {
    const MapPoint p = shape.cells[static_cast<std::size_t>(i)].middle;
    m.x += p.x / static_cast<float>(cells.size());
    m.y += p.y / static_cast<float>(cells.size());
  }
  const auto far = [&](int i) {
    const MapPoint p = shape.cells[static_cast<std::size_t>(i)].middle;
    return std::hypot(p.x - m.x, p.y - m.y);
  };
  return *std::min_element(cells.begin(), cells.end(),
                           [&](int a, int b) { return far(a) < far(b); });
}

std::uint32_t source_of(const MapInput& in) {
  std::uint32_t h =
      ImHashData(in.values.data(), in.values.size_bytes(),
                 static_cast<ImGuiID>(in.shape.cells.size() * 4) + static_cast<ImGuiID>(in.pick));
  h = ImHashData(in.words.data(), in.words.size(), h + 1);
  return ImHashData(in.scope.data(), in.scope.size(), h + 1);
}

}  // namespace

const std::string& picked_of(const MapCell& cell, PickLevel pick) {
  if (pick == PickLevel::grid || cell.village.empty()) return cell.code;
  return pick == PickLevel::hub && !cell.hub.empty() ? cell.hub : cell.village;
}

std::vector<MapStop> map_stops(const MapInput& in) {
  std::vector<MapStop> out;
  if (!in.say_place) return out;
  for (const Gathered& g : gather(in)) {
    const bool known = g.low <= g.high;
    const int cell = middle_cell(in.shape, g.cells);
    out.push_back({g.code,
                   in.say_place(g.code, static_cast<int>(g.cells.size()), known ? g.low : kNoValue,
                                known ? g.high : kNoValue),
                   cell, in.shape.cells[static_cast<std::size_t>(cell)].middle});
  }
  const float band = std::max(1.f, (in.shape.box.y1 - in.shape.box.y0) / 12);
  base::put_in_order(out, [band](const MapStop& a, const MapStop& b) {
    const float row_a = std::floor(a.at.y / band), row_b = std::floor(b.at.y / band);
    return row_a != row_b ? row_a < row_b : a.at.x < b.at.x;
  });
  return out;
}

std::size_t next_stop(std::span<const MapStop> stops, std::size_t from, float x, float y) {
  std::size_t best = from;
  float least = 1e30f;
  for (std::size_t i = 0; i < stops.size(); i++) {
    const float dx = stops[i].at.x - stops[from].at.x, dy = stops[i].at.y - stops[from].at.y;
    const float ahead = dx * x + dy * y, aside = std::abs(dx * y - dy * x);
    if (i == from || ahead <= 0 || aside > 2 * ahead) continue;
    const float cost = ahead + 2 * aside;
    if (cost < least) least = cost, best = i;
  }
  return best;
}

void MapView::show_hovered(const MapInput& in, int cell, MapEvent& event) const {
  event.hovered = cell;
  const MapBox& b = in.shape.cells[static_cast<std::size_t>(cell)].box;
  const Vec2 a = to_page({b.x0, b.y0}), z = to_page({b.x1, b.y1});
  event.hovered_rect = {a.x, a.y, z.x - a.x, z.y - a.y};
}

void MapView::stop_by_stop(Rect r, const MapInput& in, MapEvent& event) {
  if (const std::uint32_t source = source_of(in); source != stops_of_) {
    stops_of_ = source;
    stops_ = map_stops(in);
  }
  if (stops_.empty()) return;
  const Scope scope("places");
  const Group group(Role::group, in.places_words, r);
  const auto is = [&](const MapStop& s) { return s.code == stop_; };
  if (std::none_of(stops_.begin(), stops_.end(), is)) stop_ = stops_.front().code;
  const Rect room = r.inset(kStopPx / 2);
  std::size_t at = stops_.size();
  for (std::size_t i = 0; i < stops_.size(); i++) {
    const MapStop& s = stops_[i];
    const Id id = make_id(s.code);
    if (focused(id)) at = i;
    if (activated(id)) event.pressed = s.code, event.at = in.shape.unproject(s.at);
    const Vec2 p = to_page(s.at);
    const Vec2 seen{std::clamp(p.x, room.x, room.right()), std::clamp(p.y, room.y, room.bottom())};
    add_node(id, Role::button, s.words,
             {seen.x - kStopPx / 2, seen.y - kStopPx / 2, kStopPx, kStopPx},
             kFocusable | (is(s) ? 0u : kNoTab) | (s.code == in.selected ? kPressed : 0u));
  }
  if (at == stops_.size()) return;
  if (stop_ != stops_[at].code && !room.contains(to_page(stops_[at].at)))
    fly({stops_[at].at, camera_.scale}, kFollowMs), moved_ = true;
  stop_ = stops_[at].code;
  if (event.hovered < 0) show_hovered(in, stops_[at].cell, event);
  std::size_t to = at;
  if (key_pressed(Key::left)) to = next_stop(stops_, at, -1, 0);
  if (key_pressed(Key::right)) to = next_stop(stops_, at, 1, 0);
  if (key_pressed(Key::up)) to = next_stop(stops_, at, 0, -1);
  if (key_pressed(Key::down)) to = next_stop(stops_, at, 0, 1);
  if (to != at) request_focus(make_id(stops_[to].code));
}

}  // namespace shanzhi::widgets
