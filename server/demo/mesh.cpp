#include "server/demo/mesh.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace shanzhi::demo {
namespace {

using base::Point;
using Edge = std::pair<std::uint32_t, std::uint32_t>;

/// Numbers vertices, the same number for what lies within the welding distance.
class Welder {
 public:
  Welder(std::vector<Point>& vertices, double weld) : vertices_(vertices), weld_(weld) {}

  std::uint32_t number_of(Point p) {
    const auto cx = static_cast<std::int64_t>(std::floor(p.x / weld_));
    const auto cy = static_cast<std::int64_t>(std::floor(p.y / weld_));
    for (std::int64_t dx = -1; dx <= 1; ++dx) {
      for (std::int64_t dy = -1; dy <= 1; ++dy) {
        auto found = buckets_.find({cx + dx, cy + dy});
        if (found == buckets_.end()) continue;
        const Point q = vertices_[found->second];
        if (std::hypot(p.x - q.x, p.y - q.y) < weld_) return found->second;
      }
    }
    const auto number = static_cast<std::uint32_t>(vertices_.size());
    vertices_.push_back(p);
    buckets_[{cx, cy}] = number;
    return number;
  }

 private:
  std::vector<Point>& vertices_;
  double weld_;
  std::map<std::pair<std::int64_t, std::int64_t>, std::uint32_t> buckets_;
};

/// Vertices that lie on the open edge a–b, in order from a.
std::vector<std::uint32_t> vertices_on(const std::vector<Point>& vertices, std::uint32_t a,
                                       std::uint32_t b, double weld) {
  const Point p = vertices[a], q = vertices[b];
  const double dx = q.x - p.x, dy = q.y - p.y, length = std::hypot(dx, dy);
  std::vector<std::pair<double, std::uint32_t>> found;
  for (std::uint32_t i = 0; i < vertices.size(); ++i) {
    if (i == a || i == b) continue;
    const double ax = vertices[i].x - p.x, ay = vertices[i].y - p.y;
    const double along = (ax * dx + ay * dy) / length;
    if (along <= 0 || along >= length) continue;
    if (std::abs(ax * dy - ay * dx) / length < weld) found.emplace_back(along, i);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::uint32_t> order;
  for (const auto& [along, number] : found) order.push_back(number);
  return order;
}

/// Pieces of an edge between its ends, made once and reused backwards by the neighbour.
class Divider {
 public:
  Divider(std::vector<Point>& vertices, double step) : vertices_(vertices), step_(step) {}

  void append(std::vector<std::uint32_t>& ring, std::uint32_t a, std::uint32_t b) {
    ring.push_back(a);
    const Edge key{std::min(a, b), std::max(a, b)};
    auto found = pieces_.find(key);
    if (found == pieces_.end()) found = pieces_.emplace(key, divide(key)).first;
    if (a < b) {
      ring.insert(ring.end(), found->second.begin(), found->second.end());
    } else {
      ring.insert(ring.end(), found->second.rbegin(), found->second.rend());
    }
  }

 private:
  std::vector<std::uint32_t> divide(Edge edge) {
    const Point p = vertices_[edge.first], q = vertices_[edge.second];
    const int parts =
        std::max(1, static_cast<int>(std::ceil(std::hypot(q.x - p.x, q.y - p.y) / step_)));
    std::vector<std::uint32_t> between;
    for (int k = 1; k < parts; ++k) {
      const double t = static_cast<double>(k) / parts;
      between.push_back(static_cast<std::uint32_t>(vertices_.size()));
      vertices_.push_back({p.x + (q.x - p.x) * t, p.y + (q.y - p.y) * t});
    }
    return between;
  }

  std::vector<Point>& vertices_;
  double step_;
  std::map<Edge, std::vector<std::uint32_t>> pieces_;
};

}  // namespace

Mesh weld_cells(const std::vector<base::Ring>& cells, double weld, double step) {
  Mesh mesh;
  Welder welder(mesh.vertices, weld);
  std::vector<std::vector<std::uint32_t>> corners;
  for (const auto& cell : cells) {
    std::vector<std::uint32_t> ring;
    for (Point p : cell) {
      const std::uint32_t number = welder.number_of(p);
      if (ring.empty() || (ring.back() != number && ring.front() != number)) ring.push_back(number);
    }
    corners.push_back(std::move(ring));
  }
  const std::vector<Point> known = mesh.vertices;
  Divider divider(mesh.vertices, step);
  for (const auto& ring : corners) {
    std::vector<std::uint32_t> whole;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      std::uint32_t from = ring[i];
      const std::uint32_t to = ring[(i + 1) % ring.size()];
      for (std::uint32_t middle : vertices_on(known, from, to, weld)) {
        divider.append(whole, from, middle);
        from = middle;
      }
      divider.append(whole, from, to);
    }
    mesh.cells.push_back(std::move(whole));
  }
  return mesh;
}

base::Ring ring_of(const Mesh& mesh, std::size_t cell) {
  base::Ring ring;
  for (std::uint32_t v : mesh.cells[cell]) ring.push_back(mesh.vertices[v]);
  return ring;
}

base::Outline outline_of(const Mesh& mesh, const std::vector<std::uint32_t>& cells) {
  std::set<Edge> border;
  for (std::uint32_t cell : cells) {
    const auto& ring = mesh.cells[cell];
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Edge edge{ring[i], ring[(i + 1) % ring.size()]};
      if (border.erase({edge.second, edge.first}) == 0) border.insert(edge);
    }
  }
  std::multimap<std::uint32_t, std::uint32_t> following(border.begin(), border.end());
  std::vector<base::Ring> rings;
  while (!following.empty()) {
    base::Ring ring;
    const std::uint32_t start = following.begin()->first;
    std::uint32_t at = start;
    do {
      auto next = following.find(at);
      if (next == following.end()) break;
      ring.push_back(mesh.vertices[at]);
      at = next->second;
      following.erase(next);
    } while (at != start);
    if (ring.size() >= 3) rings.push_back(std::move(ring));
  }
  base::Outline outline;
  for (const auto& ring : rings) {
    if (base::signed_area(ring) > 0) outline.push_back({ring, {}});
  }
  for (const auto& ring : rings) {
    if (base::signed_area(ring) >= 0) continue;
    for (auto& polygon : outline) {
      if (base::contains(polygon, ring.front())) {
        polygon.holes.push_back(ring);
        break;
      }
    }
  }
  return outline;
}

}  // namespace shanzhi::demo
