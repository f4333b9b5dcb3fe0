// The town's drawn shape, made once from its outlines: cells with their triangles, shared borders sorted
// by what they part, the rim, and where names stand. In metres east and north of the middle.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/api/views.h"
#include "shared/base/geometry.h"

namespace shanzhi::widgets {

struct MapPoint {
  float x = 0, y = 0;
};
struct MapBox {
  float x0 = 1e9f, y0 = 1e9f, x1 = -1e9f, y1 = -1e9f;
  bool empty() const { return x0 > x1; }
  void add(MapPoint p);
  void add(const MapBox& box);
};

/// A grid, or a village where no grids are drawn.
struct MapCell {
  std::string code, name, village, hub;  ///< the latter two are codes, "" when there is none
  std::vector<base::Polygon> polygons;
  std::uint32_t first_vertex = 0, vertices = 0;  ///< into Shape::vertices
  std::uint32_t first_index = 0, indices = 0;    ///< into Shape::indices
  MapBox box;
  MapPoint middle;
};

enum class Border : std::uint8_t { grid, village, hub, rim };
struct MapLine {
  Border kind = Border::grid;
  bool closed = false;
  std::vector<MapPoint> points;
  int cell_a = -1, cell_b = -1;  ///< of its first edge; -1 outside
};

struct MapName {
  std::string code, words;
  MapPoint at;
  float size = 0;  ///< square root of its area: the greater goes first
  bool seat = false;
  int cell = -1;  ///< whose colour lies below it
};

/// Degrees of each point of x, y, dx, dy, …, as on the wire.
std::vector<base::Point> decode_points(const std::vector<std::int64_t>& coordinates);
/// The borders of a map in the order of their numbers, in degrees.
using BorderLines = std::vector<base::Ring>;
BorderLines decode_borders(const api::Outlines& outlines);
/// The rings that a place is made of.
std::vector<base::Polygon> decode_outline(const BorderLines& lines, const api::OutlineRow& row);

class MapShape {
 public:
  MapShape() = default;
  explicit MapShape(const api::Outlines& outlines);

  bool empty() const { return cells.empty(); }
  MapPoint project(base::Point p) const;
  base::Point unproject(MapPoint p) const;
  int cell_at(MapPoint p) const;  ///< -1: outside
  int find(std::string_view code) const;
  /// Is the cell the place, or in it?
  bool cell_in(const MapCell& cell, std::string_view place) const;
  /// The box of a place of any level; of everything when it is not known.
  MapBox box_of(std::string_view place) const;
  /// Closed lines round a place made of cells.
  std::vector<MapLine> outline_of(std::string_view place) const;

  std::vector<MapCell> cells;
  std::vector<MapPoint> vertices;
  std::vector<std::uint32_t> indices;
  std::vector<MapLine> lines;
  std::vector<MapLine> rim;  ///< closed loops, the greatest first
  std::vector<MapName> villages, grids;
  MapBox box;
  bool schematic = false;

 private:
  struct Edge {
    std::uint64_t a = 0, b = 0;  ///< node keys
    int cell_a = -1, cell_b = -1;
  };
  void add_cells(const api::Outlines& outlines, const BorderLines& borders);
  void add_cell(const api::OutlineRow& row, std::vector<base::Polygon> polygons,
                std::string village, std::string hub);
  void collect_edges();
  void add_names(const api::Outlines& outlines, const BorderLines& borders);
  Border border_of(const Edge& edge) const;
  std::vector<MapLine> chain(const std::vector<Edge>& edges) const;
  MapPoint point_of(std::uint64_t key) const;

  base::Point middle_;
  double scale_x_ = 1, scale_y_ = 1;
  std::vector<Edge> edges_;
};

}  // namespace shanzhi::widgets
