// From GeoJSON text to rings of whole numbers.
#include "server/storage/read/outline_cache.h"

#include <cmath>
#include <string>

#include "shared/api/views.h"
#include "shared/places/geojson.h"

namespace shanzhi::storage::read {
namespace {

const std::string kOutline = "SELECT outline FROM place WHERE id = ?";

/// Without points that fall together; empty when nothing is left between them.
GridRing whole_numbers(const base::Ring& ring) {
  GridRing out;
  for (const base::Point& p : ring) {
    const GridPoint here{std::llround(p.x * api::kUnitsPerDegree),
                         std::llround(p.y * api::kUnitsPerDegree)};
    if (out.empty() || !(out.back() == here)) out.push_back(here);
  }
  while (out.size() > 1 && out.front() == out.back()) out.pop_back();
  if (out.size() < 3) out.clear();
  return out;
}

CompactOutline compact(const std::string& geojson) {
  CompactOutline out;
  if (geojson.empty()) return out;
  const auto outline = places::parse_geometry(geojson);
  if (!outline) return out;
  const auto add = [&](const base::Ring& ring, bool hole) {
    GridRing points = whole_numbers(ring);
    if (points.empty()) return false;
    out.rings.push_back(std::move(points));
    out.holes.push_back(hole);
    return true;
  };
  for (const base::Polygon& polygon : *outline) {
    if (!add(polygon.outer, false)) continue;
    for (const base::Ring& hole : polygon.holes) add(hole, true);
  }
  return out;
}

}  // namespace

std::shared_ptr<const CompactOutline> OutlineCache::of(Snapshot& snapshot, std::int64_t place,
                                                       std::int64_t revision) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(place);
    if (found != kept_.end() && found->second.revision == revision) return found->second.outline;
  }
  Rows rows(snapshot, kOutline, place);
  auto made = std::make_shared<const CompactOutline>(compact(rows.next() ? rows.text(0) : ""));
  const std::lock_guard lock(mutex_);
  kept_[place] = {revision, made};
  return made;
}

}  // namespace shanzhi::storage::read
