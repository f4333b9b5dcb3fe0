// Outlines in whole numbers as the map draws them, made once for each change of a place.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "server/storage/read/borders.h"
#include "server/storage/read/snapshot.h"

namespace shanzhi::storage::read {

/// The rings of one place.
struct CompactOutline {
  std::vector<GridRing> rings;
  std::vector<bool> holes;  ///< whether the ring is one in the ring before it that is none
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
