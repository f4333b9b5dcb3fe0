// From GeoJSON text to differences of whole numbers.
#include "server/storage/read/outline_cache.h"

#include <cmath>
#include <string>

#include "shared/places/geojson.h"

namespace shanzhi::storage::read {
namespace {

constexpr double kUnitsPerDegree = 1e6;
const std::string kOutline = "SELECT outline FROM place WHERE id = ?";

struct Cursor {
  std::int64_t x = 0, y = 0;
};

void add_ring(CompactOutline& out, const base::Ring& ring, bool hole, Cursor& last) {
  const auto size = static_cast<std::int64_t>(ring.size());
  out.ring_sizes.push_back(hole ? -size : size);
  for (const base::Point& p : ring) {
    const Cursor here{std::llround(p.x * kUnitsPerDegree), std::llround(p.y * kUnitsPerDegree)};
    out.coordinates.push_back(here.x - last.x);
    out.coordinates.push_back(here.y - last.y);
    last = here;
  }
}

CompactOutline compact(const std::string& geojson) {
  CompactOutline out;
  if (geojson.empty()) return out;
  const auto outline = places::parse_geometry(geojson);
  if (!outline) return out;
  Cursor last;
  for (const base::Polygon& polygon : *outline) {
    add_ring(out, polygon.outer, false, last);
    for (const base::Ring& hole : polygon.holes) add_ring(out, hole, true, last);
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
