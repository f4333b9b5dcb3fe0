#include "server/demo/tessellation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "server/demo/mesh.h"
#include "server/demo/noise.h"
#include "server/demo/random.h"

namespace shanzhi::demo {
namespace {

using base::Point;
using base::Ring;

// The drawing plane is 1000 × 800; the region is convex there and gets its irregular outline from the
// warp, so that clipping stays exact.
constexpr double kPlaneWidth = 1000, kPlaneHeight = 800;
constexpr double kWeld = 0.05;   ///< far below any edge, far above rounding
constexpr double kEdgeStep = 7;  ///< about 60 m: fine enough to look like a path
constexpr double kEarthDegreeM = 111'194.9;

double distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

/// A rounded rectangle (superellipse), counter-clockwise.
Ring region() {
  Ring ring;
  constexpr int kCorners = 72;
  for (int i = 0; i < kCorners; ++i) {
    const double a = 2 * M_PI * i / kCorners, c = std::cos(a), s = std::sin(a);
    const double r = std::pow(std::pow(std::abs(c), 2.8) + std::pow(std::abs(s), 2.8), -1 / 2.8);
    ring.push_back({kPlaneWidth / 2 + 430 * c * r, kPlaneHeight / 2 + 335 * s * r});
  }
  return ring;
}

/// The part of a convex ring that is nearer to `a` than to `b`.
Ring nearer(const Ring& ring, Point a, Point b) {
  const Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
  auto side = [&](Point p) {
    return (p.x - middle.x) * (b.x - a.x) + (p.y - middle.y) * (b.y - a.y);
  };
  Ring kept;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point p = ring[i], q = ring[(i + 1) % ring.size()];
    const double sp = side(p), sq = side(q);
    if (sp <= 0) kept.push_back(p);
    if ((sp < 0 && sq > 0) || (sp > 0 && sq < 0)) {
      const double t = sp / (sp - sq);
      kept.push_back({p.x + t * (q.x - p.x), p.y + t * (q.y - p.y)});
    }
  }
  return kept;
}

std::vector<Ring> voronoi(const Ring& region, const std::vector<Point>& seeds) {
  std::vector<Ring> cells;
  for (std::size_t i = 0; i < seeds.size(); ++i) {
    Ring cell = region;
    for (std::size_t j = 0; j < seeds.size(); ++j) {
      if (j != i) cell = nearer(cell, seeds[i], seeds[j]);
    }
    cells.push_back(std::move(cell));
  }
  return cells;
}

/// n points spread over a convex ring: random, then relaxed towards their cells' centres.
std::vector<Point> spread(const Ring& ring, int n, Random& random, int rounds) {
  const base::Box box = base::box_of({{ring, {}}});
  double apart = 0.8 * std::sqrt(base::signed_area(ring) / n);
  std::vector<Point> seeds;
  for (int tries = 1; static_cast<int>(seeds.size()) < n; ++tries) {
    const Point p{box.low.x + random.unit() * (box.high.x - box.low.x),
                  box.low.y + random.unit() * (box.high.y - box.low.y)};
    const bool free =
        std::all_of(seeds.begin(), seeds.end(), [&](Point q) { return distance(p, q) > apart; });
    if (free && base::contains(base::Polygon{ring, {}}, p)) seeds.push_back(p);
    if (tries % 200 == 0) apart *= 0.9;
  }
  for (int round = 0; round < rounds; ++round) {
    const auto cells = voronoi(ring, seeds);
    for (std::size_t i = 0; i < seeds.size(); ++i) {
      const Point c = base::centroid(cells[i]);
      seeds[i] = {seeds[i].x + 0.7 * (c.x - seeds[i].x), seeds[i].y + 0.7 * (c.y - seeds[i].y)};
    }
  }
  return seeds;
}

/// Larger villages get more grids, but no village fewer than its share of a base; sums to `grids`.
std::vector<int> grids_by_village(const std::vector<Ring>& cells, int grids, Random& random) {
  double total = 0;
  for (const auto& cell : cells) total += base::signed_area(cell);
  const auto n = static_cast<double>(cells.size());
  const int least = std::max(1, std::min(3, grids / static_cast<int>(cells.size())));
  std::vector<int> counts;
  for (const auto& cell : cells) {
    const double share = 0.55 * base::signed_area(cell) / total + 0.45 / n;
    counts.push_back(std::max(
        least, static_cast<int>(std::lround(grids * share * (0.75 + 0.5 * random.unit())))));
  }
  if (grids >= 6 * static_cast<int>(cells.size())) counts[0] = std::max(counts[0], 11);
  int missing = grids - std::accumulate(counts.begin(), counts.end(), 0);
  for (std::size_t i = 0; missing != 0; i = (i + 1) % counts.size()) {
    if (missing > 0) {
      ++counts[i];
      --missing;
    } else if (counts[i] > least && (i != 0 || counts.size() == 1)) {
      --counts[i];
      ++missing;
    }
  }
  return counts;
}

/// k-means of the villages, hubs then numbered by their distance from the seat.
std::vector<int> hubs_of(const std::vector<Point>& villages, int hubs, const Ring& ring,
                         Random& random) {
  std::vector<Point> centres = spread(ring, hubs, random, 3);
  std::vector<int> nearest(villages.size(), 0);
  auto assign = [&] {
    for (std::size_t i = 0; i < villages.size(); ++i) {
      for (int h = 0; h < hubs; ++h) {
        if (distance(villages[i], centres[static_cast<std::size_t>(h)]) <
            distance(villages[i], centres[static_cast<std::size_t>(nearest[i])]))
          nearest[i] = h;
      }
    }
  };
  for (int round = 0; round < 12; ++round) {
    assign();
    for (int h = 0; h < hubs; ++h) {
      Point sum;
      int n = 0;
      for (std::size_t i = 0; i < villages.size(); ++i) {
        if (nearest[i] != h) continue;
        sum = {sum.x + villages[i].x, sum.y + villages[i].y};
        ++n;
      }
      if (n > 0) centres[static_cast<std::size_t>(h)] = {sum.x / n, sum.y / n};
    }
  }
  // A hub without a village takes the one that lies nearest to it from a hub that has several.
  for (int h = 0; h < hubs; ++h) {
    if (std::count(nearest.begin(), nearest.end(), h) > 0) continue;
    std::size_t best = villages.size();
    for (std::size_t i = 0; i < villages.size(); ++i) {
      if (std::count(nearest.begin(), nearest.end(), nearest[i]) < 2) continue;
      if (best == villages.size() ||
          distance(villages[i], centres[static_cast<std::size_t>(h)]) <
              distance(villages[best], centres[static_cast<std::size_t>(h)]))
        best = i;
    }
    nearest[best] = h;
  }
  std::vector<int> order(static_cast<std::size_t>(hubs));
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    return distance(centres[static_cast<std::size_t>(a)], villages[0]) <
           distance(centres[static_cast<std::size_t>(b)], villages[0]);
  });
  std::vector<int> number(order.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    number[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
  for (int& hub : nearest) hub = number[static_cast<std::size_t>(hub)];
  return nearest;
}

/// Villages' seeds with the one nearest to the middle first: the seat of the town.
std::vector<Point> village_seeds(const Ring& ring, int villages, Random& random) {
  std::vector<Point> seeds = spread(ring, villages, random, 2);
  const Point middle{kPlaneWidth * 0.47, kPlaneHeight * 0.49};
  auto seat = std::min_element(seeds.begin(), seeds.end(), [&](Point a, Point b) {
    return distance(a, middle) < distance(b, middle);
  });
  std::iter_swap(seeds.begin(), seat);
  return seeds;
}

/// From the drawing plane (y down) to degrees, so that the whole measures the wanted area.
void place_on_earth(Mesh& mesh, const TownShape& shape, double plane_area) {
  const double metres = std::sqrt(shape.area_km2 * 1e6 / plane_area);
  const double metres_per_degree_x = kEarthDegreeM * std::cos(shape.centre.y * M_PI / 180);
  for (Point& p : mesh.vertices) {
    p = {shape.centre.x + (p.x - kPlaneWidth / 2) * metres / metres_per_degree_x,
         shape.centre.y + (p.y - kPlaneHeight / 2) * metres / kEarthDegreeM};
    p = {std::round(p.x * 1e6) / 1e6, std::round(p.y * 1e6) / 1e6};
  }
}

}  // namespace

DrawnTown draw_town(const TownShape& shape) {
  Random random(shape.seed);
  const Ring ring = region();
  const std::vector<Point> seeds = village_seeds(ring, shape.villages, random);
  const std::vector<Ring> villages = voronoi(ring, seeds);
  const std::vector<int> counts = grids_by_village(villages, shape.grids, random);

  DrawnTown town;
  town.hub_of_village = hubs_of(seeds, shape.hubs, ring, random);
  std::vector<Ring> cells;
  for (std::size_t v = 0; v < villages.size(); ++v) {
    const auto centres = spread(villages[v], counts[v], random, 1);
    int number = 0;
    for (auto& cell : voronoi(villages[v], centres)) {
      cells.push_back(std::move(cell));
      town.grids.push_back({static_cast<int>(v), ++number, {}, {}});
    }
  }

  Mesh mesh = weld_cells(cells, kWeld, kEdgeStep);
  const auto key = static_cast<std::uint32_t>(random.below(1 << 20));
  for (Point& p : mesh.vertices) p = warp(p, key);
  double plane_area = 0;
  for (std::size_t i = 0; i < mesh.cells.size(); ++i)
    plane_area += base::signed_area(ring_of(mesh, i));
  place_on_earth(mesh, shape, plane_area);

  std::vector<std::vector<std::uint32_t>> of_village(villages.size()),
      of_hub(static_cast<std::size_t>(shape.hubs));
  std::vector<std::uint32_t> all;
  for (std::uint32_t i = 0; i < town.grids.size(); ++i) {
    town.grids[i].ring = ring_of(mesh, i);
    town.grids[i].centre = base::centroid(town.grids[i].ring);
    const auto v = static_cast<std::size_t>(town.grids[i].village);
    of_village[v].push_back(i);
    of_hub[static_cast<std::size_t>(town.hub_of_village[v])].push_back(i);
    all.push_back(i);
  }
  for (const auto& members : of_village) {
    town.villages.push_back(outline_of(mesh, members));
    town.village_centres.push_back(base::label_point(town.villages.back()));
  }
  for (const auto& members : of_hub) town.hubs.push_back(outline_of(mesh, members));
  town.outline = outline_of(mesh, all);
  return town;
}

}  // namespace shanzhi::demo
