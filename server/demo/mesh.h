// Convex cells turned into a mesh whose neighbours share every vertex, and unions of cells.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "shared/base/geometry.h"

namespace shanzhi::demo {

/// Rings of vertex numbers, counter-clockwise; a border between two cells runs over the same numbers
/// in both, in opposite directions.
struct Mesh {
  std::vector<base::Point> vertices;
  std::vector<std::vector<std::uint32_t>> cells;
};

/// Welds vertices closer than `weld`, splits edges where another cell's vertex lies on them, then
/// divides every edge into pieces of at most `step`.
Mesh weld_cells(const std::vector<base::Ring>& cells, double weld, double step);

/// The outline of a union of cells: borders inside it are dropped.
base::Outline outline_of(const Mesh& mesh, const std::vector<std::uint32_t>& cells);

base::Ring ring_of(const Mesh& mesh, std::size_t cell);

}  // namespace shanzhi::demo
