// Outlines in the small form the map draws from, made once for each change of a place.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "server/storage/read/snapshot.h"

namespace shanzhi::storage::read {

/// Rings in 1e-6 degrees: first point absolute, then differences, over all rings of the place.
struct CompactOutline {
  std::vector<std::int64_t> ring_sizes;  ///< points of each ring; a negative size begins a hole
  std::vector<std::int64_t> coordinates;
};

/// Thread-safe.
class OutlineCache {
 public:
  /// Empty for a place without an outline, or one that does not read.
  std::shared_ptr<const CompactOutline> of(Snapshot& snapshot, std::int64_t place,
                                           std::int64_t revision);

 private:
  struct Kept {
    std::int64_t revision = -1;
    std::shared_ptr<const CompactOutline> outline;
  };
  std::mutex mutex_;
  std::unordered_map<std::int64_t, Kept> kept_;
};

}  // namespace shanzhi::storage::read
