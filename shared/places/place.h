// The tree of places (county › town › hub › village › hamlet and grid) and what stands in them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/geometry.h"
#include "shared/base/id.h"

namespace shanzhi::places {

/// Levels from the top; a child's level is greater than its parent's. Hamlets and grids are both
/// children of a village.
enum class Level : std::uint8_t { city, county, town, hub, village, hamlet, grid };

/// A node of the tree. `code` is its identity: the statistical code where one exists (6 county,
/// 9 town, 12 village); else the parent's code with a suffix: hub "371702106-H3", hamlet
/// "371702106201-X2", grid "371702106201-G07".
struct Place {
  std::string code;
  std::string name;
  Level level = Level::village;
  std::string parent;  ///< empty for the root
  base::Outline outline;
  bool schematic = false;  ///< the outline is a drawing, not a boundary: the map says 示意图
};

inline constexpr std::size_t kPlaceCodeMax = 32;
bool valid_place_code(std::string_view code);

enum class StaffKind : std::uint8_t { chief, full_time, part_time };
/// A grid worker of a grid (网格长, 专职, 兼职 such as couriers and riders).
struct GridWorker {
  std::string grid;
  base::PersonId person;
  StaffKind kind = StaffKind::part_time;
};

enum class SiteKind : std::uint8_t {
  town_base,
  hub_base,
  village_station,
  supermarket,
  canteen,
  report_point,
  suggestion_box,
  service_station,
};
/// 阵地: a point on the map where something is offered.
struct Site {
  base::SiteId id;
  SiteKind kind = SiteKind::village_station;
  std::string name;
  std::string place;
  base::Point at;
  std::string hours;   ///< as people say it: "周一至周六 8:30–17:30"
  std::string offers;  ///< what is offered there, one sentence
};

/// A shop that takes points.
struct Merchant {
  base::MerchantId id;
  std::string name;
  std::string trade;  ///< 超市, 餐饮, 农资, 卫生院, 食品加工 …
  std::string place;
  base::Point at;
  std::string phone;
};

}  // namespace shanzhi::places
