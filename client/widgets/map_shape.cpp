// From outlines to cells, borders and names.
#include "client/widgets/map_shape.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "shared/base/order.h"

namespace shanzhi::widgets {
namespace {

constexpr double kMetresPerDegree = 111'195;  // of latitude, on the mean sphere
constexpr double kPi = 3.14159265358979323846;

/// Two coordinates of the wire as one key: shared corners are equal to the unit.
std::uint64_t key_of(base::Point p) {
  const auto x = static_cast<std::uint32_t>(std::llround((p.x + 360) * api::kUnitsPerDegree));
  const auto y = static_cast<std::uint32_t>(std::llround((p.y + 360) * api::kUnitsPerDegree));
  return static_cast<std::uint64_t>(x) << 32 | y;
}

/// 小留村 → 小留: on the map the word 村 says nothing.
std::string short_name(const std::string& name) {
  constexpr std::string_view kVillage = "村";
  const bool ends = name.size() > 2 * kVillage.size() &&
                    name.compare(name.size() - kVillage.size(), kVillage.size(), kVillage) == 0;
  return ends ? name.substr(0, name.size() - kVillage.size()) : name;
}

}  // namespace

void MapBox::add(MapPoint p) {
  x0 = std::min(x0, p.x), y0 = std::min(y0, p.y);
  x1 = std::max(x1, p.x), y1 = std::max(y1, p.y);
}
void MapBox::add(const MapBox& b) {
  if (b.empty()) return;
  add(MapPoint{b.x0, b.y0});
  add(MapPoint{b.x1, b.y1});
}

std::vector<base::Point> decode_points(const std::vector<std::int64_t>& coordinates) {
  std::vector<base::Point> out;
  std::int64_t x = 0, y = 0;
  for (std::size_t i = 0; i + 1 < coordinates.size(); i += 2) {
    x += coordinates[i], y += coordinates[i + 1];
    out.push_back({static_cast<double>(x) / api::kUnitsPerDegree,
                   static_cast<double>(y) / api::kUnitsPerDegree});
  }
  return out;
}

BorderLines decode_borders(const api::Outlines& outlines) {
  const std::vector<base::Point> points = decode_points(outlines.coordinates);
  BorderLines lines;
  std::size_t at = 0;
  for (const std::int64_t size : outlines.border_sizes) {
    base::Ring& line = lines.emplace_back();
    for (std::int64_t i = 0; i < size && at < points.size(); i++) line.push_back(points[at++]);
  }
  return lines;
}

std::vector<base::Polygon> decode_outline(const BorderLines& lines, const api::OutlineRow& row) {
  std::vector<base::Polygon> out;
  std::size_t at = 0;
  for (const std::int64_t size : row.ring_sizes) {
    base::Ring ring;
    for (std::int64_t i = size < 0 ? -size : size; i > 0 && at < row.borders.size(); i--, at++) {
      const bool turned = row.borders[at] < 0;
      const auto number = static_cast<std::size_t>(turned ? -row.borders[at] : row.borders[at]) - 1;
      if (number >= lines.size()) continue;
      const base::Ring& line = lines[number];
      for (std::size_t j = 1; j < line.size(); j++)  // its last point is the next one's first
        ring.push_back(turned ? line[line.size() - j] : line[j - 1]);
    }
    if (ring.size() < 3) continue;
    if (size < 0 && !out.empty())
      out.back().holes.push_back(std::move(ring));
    else if (size > 0)
      out.push_back({std::move(ring), {}});
  }
  return out;
}

MapShape::MapShape(const api::Outlines& outlines) : schematic(outlines.schematic) {
  base::Box all;
  const BorderLines borders = decode_borders(outlines);
  for (const api::OutlineRow& row : outlines.places) {
    const base::Box box = base::box_of(decode_outline(borders, row));
    if (box.empty()) continue;
    all.low = {std::min(all.low.x, box.low.x), std::min(all.low.y, box.low.y)};
    all.high = {std::max(all.high.x, box.high.x), std::max(all.high.y, box.high.y)};
  }
  if (all.empty()) return;
  middle_ = {(all.low.x + all.high.x) / 2, (all.low.y + all.high.y) / 2};
  scale_y_ = kMetresPerDegree;
  scale_x_ = kMetresPerDegree * std::cos(middle_.y * kPi / 180);
  add_cells(outlines, borders);
  collect_edges();
  for (std::size_t i = 0; i < lines.size(); i++)
    if (lines[i].kind == Border::rim) rim.push_back(lines[i]);
  base::put_in_order(
      rim, [](const MapLine& a, const MapLine& b) { return a.points.size() > b.points.size(); });
  add_names(outlines, borders);
}

MapPoint MapShape::project(base::Point p) const {
  return {static_cast<float>((p.x - middle_.x) * scale_x_),
          static_cast<float>((middle_.y - p.y) * scale_y_)};
}

base::Point MapShape::unproject(MapPoint p) const {
  return {middle_.x + static_cast<double>(p.x) / scale_x_,
          middle_.y - static_cast<double>(p.y) / scale_y_};
}

void MapShape::add_cells(const api::Outlines& outlines, const BorderLines& borders) {
  std::unordered_map<std::string, const api::OutlineRow*> by_code;
  std::unordered_map<std::string, bool> has_grids;
  for (const api::OutlineRow& row : outlines.places) {
    by_code[row.code] = &row;
    if (row.level == "grid") has_grids[row.parent] = true;
  }
  const auto parent_of = [&](const std::string& code) {
    const auto found = by_code.find(code);
    return found == by_code.end() ? std::string{} : found->second->parent;
  };
  for (const api::OutlineRow& row : outlines.places) {
    if (row.level == "grid")
      add_cell(row, decode_outline(borders, row), row.parent, parent_of(row.parent));
    if (row.level == "village" && !has_grids[row.code])
      add_cell(row, decode_outline(borders, row), row.code, row.parent);
  }
}

void MapShape::add_cell(const api::OutlineRow& row, std::vector<base::Polygon> polygons,
                        std::string village, std::string hub) {
  MapCell cell;
  cell.code = row.code;
  cell.name = row.name;
  cell.village = std::move(village);
  cell.hub = std::move(hub);
  cell.polygons = std::move(polygons);
  if (cell.polygons.empty()) return;
  cell.first_vertex = static_cast<std::uint32_t>(vertices.size());
  cell.first_index = static_cast<std::uint32_t>(indices.size());
  for (const base::Polygon& polygon : cell.polygons) {
    const auto base_vertex = static_cast<std::uint32_t>(vertices.size());
    const auto add_ring = [&](const base::Ring& ring) {
      for (const base::Point& p : ring) {
        vertices.push_back(project(p));
        cell.box.add(vertices.back());
      }
    };
    add_ring(polygon.outer);
    for (const base::Ring& hole : polygon.holes) add_ring(hole);
    for (const std::uint32_t i : base::triangulate(polygon)) indices.push_back(base_vertex + i);
  }
  cell.vertices = static_cast<std::uint32_t>(vertices.size()) - cell.first_vertex;
  cell.indices = static_cast<std::uint32_t>(indices.size()) - cell.first_index;
  cell.middle = project(base::label_point(cell.polygons));
  box.add(cell.box);
  cells.push_back(std::move(cell));
}

int MapShape::cell_at(MapPoint p) const {
  const base::Point degrees{middle_.x + static_cast<double>(p.x) / scale_x_,
                            middle_.y - static_cast<double>(p.y) / scale_y_};
  for (std::size_t i = 0; i < cells.size(); i++) {
    const MapBox& b = cells[i].box;
    if (p.x < b.x0 || p.x > b.x1 || p.y < b.y0 || p.y > b.y1) continue;
    if (base::contains(cells[i].polygons, degrees)) return static_cast<int>(i);
  }
  return -1;
}

int MapShape::find(std::string_view code) const {
  for (std::size_t i = 0; i < cells.size(); i++)
    if (cells[i].code == code) return static_cast<int>(i);
  return -1;
}

bool MapShape::cell_in(const MapCell& cell, std::string_view place) const {
  return cell.code == place || cell.village == place || cell.hub == place;
}

MapBox MapShape::box_of(std::string_view place) const {
  MapBox out;
  for (const MapCell& cell : cells)
    if (cell_in(cell, place)) out.add(cell.box);
  return out.empty() ? box : out;
}

void MapShape::add_names(const api::Outlines& outlines, const BorderLines& borders) {
  std::unordered_map<std::string, base::Outline> drawn;
  std::unordered_map<std::string, std::string> names;
  for (const api::OutlineRow& row : outlines.places) {
    if (row.level != "village") continue;
    names[row.code] = row.name;
    drawn[row.code] = decode_outline(borders, row);
  }
  std::string town;
  for (const api::OutlineRow& row : outlines.places)
    if (row.level == "town") town = row.name;
  for (const MapCell& cell : cells) {  // a grid's own village need not be named on it again
    const std::string& village = names[cell.village];
    const bool repeats = !village.empty() && cell.name.size() > village.size() &&
                         cell.name.compare(0, village.size(), village) == 0;
    grids.push_back({cell.code, repeats ? cell.name.substr(village.size()) : cell.name, cell.middle,
                     0, false, find(cell.code)});
  }
  for (const api::OutlineRow& row : outlines.places) {
    if (row.level != "village" || drawn[row.code].empty()) continue;
    MapName name{
        row.code, short_name(row.name), project(base::label_point(drawn[row.code])), 0, false, -1};
    name.size = static_cast<float>(std::sqrt(base::area_m2(drawn[row.code])));
    // The village that bears the town's name is its seat: 小留镇, 小留村.
    name.seat = name.words.size() >= 6 && town.compare(0, name.words.size(), name.words) == 0;
    name.cell = cell_at(name.at);
    villages.push_back(std::move(name));
  }
  base::put_in_order(villages, [](const MapName& a, const MapName& b) {
    return a.seat != b.seat ? a.seat : a.size > b.size;
  });
}

Border MapShape::border_of(const Edge& edge) const {
  if (edge.cell_b < 0) return Border::rim;
  const MapCell& a = cells[static_cast<std::size_t>(edge.cell_a)];
  const MapCell& b = cells[static_cast<std::size_t>(edge.cell_b)];
  if (a.hub != b.hub) return Border::hub;
  return a.village != b.village ? Border::village : Border::grid;
}

MapPoint MapShape::point_of(std::uint64_t key) const {
  const base::Point p{static_cast<double>(key >> 32) / api::kUnitsPerDegree - 360,
                      static_cast<double>(key & 0xFFFFFFFFu) / api::kUnitsPerDegree - 360};
  return project(p);
}

void MapShape::collect_edges() {
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> at_node;
  for (std::size_t c = 0; c < cells.size(); c++) {
    const auto add_ring = [&](const base::Ring& ring) {
      for (std::size_t i = 0; i < ring.size(); i++) {
        std::uint64_t a = key_of(ring[i]), b = key_of(ring[(i + 1) % ring.size()]);
        if (a == b) continue;
        if (a > b) std::swap(a, b);
        bool shared = false;
        for (const std::size_t e : at_node[a])
          if (edges_[e].a == a && edges_[e].b == b && edges_[e].cell_b < 0)
            edges_[e].cell_b = static_cast<int>(c), shared = true;
        if (shared) continue;
        at_node[a].push_back(edges_.size());
        edges_.push_back({a, b, static_cast<int>(c), -1});
      }
    };
    for (const base::Polygon& polygon : cells[c].polygons) {
      add_ring(polygon.outer);
      for (const base::Ring& hole : polygon.holes) add_ring(hole);
    }
  }
  for (const Border kind : {Border::grid, Border::village, Border::hub, Border::rim}) {
    std::vector<Edge> of_kind;
    for (const Edge& edge : edges_)
      if (border_of(edge) == kind) of_kind.push_back(edge);
    for (MapLine& line : chain(of_kind)) {
      line.kind = kind;
      lines.push_back(std::move(line));
    }
  }
}

/// Joins edges end to end into lines that run between junctions, or round.
std::vector<MapLine> MapShape::chain(const std::vector<Edge>& edges) const {
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> at_node;
  for (std::size_t i = 0; i < edges.size(); i++) {
    at_node[edges[i].a].push_back(i);
    at_node[edges[i].b].push_back(i);
  }
  std::vector<bool> used(edges.size(), false);
  std::vector<MapLine> out;
  const auto walk = [&](std::size_t first, std::uint64_t from) {
    MapLine line;
    line.cell_a = edges[first].cell_a, line.cell_b = edges[first].cell_b;
    line.points.push_back(point_of(from));
    const std::uint64_t start = from;
    for (std::size_t edge = first;;) {
      used[edge] = true;
      from = edges[edge].a == from ? edges[edge].b : edges[edge].a;
      if (from == start) {
        line.closed = true;
        break;
      }
      line.points.push_back(point_of(from));
      const auto& here = at_node[from];
      if (here.size() != 2) break;
      edge = here[0] == edge ? here[1] : here[0];
      if (used[edge]) break;
    }
    out.push_back(std::move(line));
  };
  for (std::size_t i = 0; i < edges.size(); i++) {  // from the junctions first
    for (const std::uint64_t end : {edges[i].a, edges[i].b})
      if (!used[i] && at_node[end].size() != 2) walk(i, end);
  }
  for (std::size_t i = 0; i < edges.size(); i++)
    if (!used[i]) walk(i, edges[i].a);
  return out;
}

std::vector<MapLine> MapShape::outline_of(std::string_view place) const {
  std::vector<Edge> around;
  const auto in = [&](int cell) {
    return cell >= 0 && cell_in(cells[static_cast<std::size_t>(cell)], place);
  };
  for (const Edge& edge : edges_)
    if (in(edge.cell_a) != in(edge.cell_b)) around.push_back(edge);
  return chain(around);
}

}  // namespace shanzhi::widgets
