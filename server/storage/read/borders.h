// The outlines of a map as borders that its places share: each is written once, whoever lies beside it.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace shanzhi::storage::read {

/// In units of the wire (api::kUnitsPerDegree).
struct GridPoint {
  std::int64_t x = 0, y = 0;
  bool operator==(const GridPoint&) const = default;
};
/// Closed, the first point not repeated; at least three points.
using GridRing = std::vector<GridPoint>;

/// Learns every ring first; then tells of each the borders that it is made of. A border runs between two
/// points where lines meet, or round.
class Borders {
 public:
  void learn(const GridRing& ring);
  /// Numbers from 1, negative for one that runs the other way.
  std::vector<std::int64_t> of(const GridRing& ring);

  /// Points of each border, both ends counted.
  const std::vector<std::int64_t>& sizes() const { return sizes_; }
  /// x, y, then differences, over all borders.
  const std::vector<std::int64_t>& coordinates() const { return coordinates_; }

 private:
  /// The points next to one on any line, as far as they matter.
  struct Near {
    std::uint64_t first = 0, second = 0;
    int count = 0;
    void add(std::uint64_t point);
  };
  struct Step {
    std::uint64_t from, to;
    bool operator==(const Step&) const = default;
  };
  struct StepHash {
    std::size_t operator()(const Step& step) const {
      return static_cast<std::size_t>((step.from * 0x9E3779B97F4A7C15u) ^ step.to);
    }
  };
  bool meets(GridPoint p) const;
  std::int64_t number_of(const GridRing& border);

  std::unordered_map<std::uint64_t, Near> near_;
  std::unordered_map<Step, std::int64_t, StepHash>
      begins_;  ///< the border that begins with the step
  std::vector<std::int64_t> sizes_, coordinates_;
  GridPoint last_;
};

}  // namespace shanzhi::storage::read
