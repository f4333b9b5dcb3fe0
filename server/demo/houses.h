// Where houses stand: in rows along the lanes of a hamlet, the nearest to its heart first, none outside
// the grid. Schematic like the outlines: nobody's real door.
#pragma once

#include "server/demo/random.h"
#include "shared/base/geometry.h"

namespace shanzhi::demo {

/// The houses of one hamlet within one grid.
class Houses {
 public:
  /// `heart`: of the hamlet, also where that lies in another grid.
  Houses(const base::Ring& ring, base::Point heart);
  /// The next house, to about 0.1 m; within the ring.
  base::Point next(Random& random);

 private:
  base::Polygon ground_;
  base::Point heart_;
  std::size_t door_ = 0;  ///< the lattice's next
};

}  // namespace shanzhi::demo
