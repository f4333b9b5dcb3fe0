// The tree of places with the people counted in it, held in memory and read again when it changed.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/storage/read/snapshot.h"
#include "shared/places/place.h"

namespace shanzhi::storage::read {

struct PlaceNode {
  std::int64_t id = 0;
  std::string code;
  std::string name;
  places::Level level = places::Level::village;
  std::int64_t parent_id = 0;  ///< 0 for the root
  std::int64_t low = 0, high = 0;
  bool schematic = false;
  std::int64_t revision = 0;                ///< journal position of its last change
  std::int64_t households = 0, people = 0;  ///< of this place and everything below it
};

/// The whole tree at one position; never changed once made. Nodes stand in preorder.
class Town {
 public:
  explicit Town(Snapshot& snapshot);

  std::int64_t position() const { return position_; }
  const std::vector<PlaceNode>& nodes() const { return nodes_; }
  /// nullptr when there is none.
  const PlaceNode* by_code(std::string_view code) const;
  const PlaceNode* by_id(std::int64_t id) const;
  const PlaceNode* by_low(std::int64_t low) const;
  const PlaceNode& root() const { return nodes_.front(); }
  bool empty() const { return nodes_.empty(); }
  bool within(const PlaceNode& inner, const PlaceNode& outer) const {
    return inner.low >= outer.low && inner.low <= outer.high;
  }
  /// One of the two lies within the other.
  bool related(const PlaceNode& a, const PlaceNode& b) const {
    return within(a, b) || within(b, a);
  }
  /// The node itself or the nearest place above it of that level; nullptr when there is none.
  const PlaceNode* above(const PlaceNode& node, places::Level level) const;
  /// Code and name, empty when there is no such place above.
  std::string name_above(const PlaceNode& node, places::Level level) const;
  /// First and one-past-last index of the nodes within.
  std::pair<std::size_t, std::size_t> range(const PlaceNode& outer) const;
  std::int64_t count(const PlaceNode& outer, places::Level level) const;
  bool schematic() const;

 private:
  void count_people(Snapshot& snapshot);

  std::int64_t position_ = 0;
  std::vector<PlaceNode> nodes_;
  std::unordered_map<std::string, std::size_t> codes_;
  std::unordered_map<std::int64_t, std::size_t> ids_;
};

/// True when an entry of the journal can have changed places, households or who lives where.
/// What is not known to leave them alone is taken to change them.
bool changes_residence(std::string_view what);

/// True when such an entry stands after `after` in the snapshot.
bool residence_changed(Snapshot& snapshot, std::int64_t after);

/// Gives the town of a snapshot (or a newer one), made again only when needed. Thread-safe.
class TownCache {
 public:
  std::shared_ptr<const Town> at(Snapshot& snapshot);

 private:
  std::mutex mutex_;
  std::shared_ptr<const Town> town_;
  std::int64_t checked_ = -1;
};

}  // namespace shanzhi::storage::read
