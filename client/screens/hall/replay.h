// What the wall shows of a past day: everything that had happened by the moment it has come to.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "shared/api/names.h"
#include "shared/api/views.h"
#include "shared/base/instant.h"

namespace shanzhi::screens {

/// The fields of service by their names on the wire.
inline constexpr auto kFieldNames = describe::EnumNames<rules::ServiceField>::values;
inline constexpr int kServiceFields = static_cast<int>(kFieldNames.size());

struct HallReplay {
  struct Place {
    std::string name;         ///< of a grid: its code
    std::int64_t points = 0;  ///< centipoints
  };
  base::CivilDate day;
  base::Instant shown;
  std::int64_t speed = 0;
  bool paused = false;
  bool over = false;   ///< the whole day has been shown
  bool known = false;  ///< the day is here from its beginning to its end
  bool cut = false;    ///< so much happened that only the first part of it is here
  std::int64_t entries = 0, services = 0, minutes = 0, orders = 0;
  std::int64_t points = 0, spent = 0, points_whole_day = 0;  ///< centipoints
  std::int64_t services_whole_day = 0, minutes_whole_day = 0;
  std::array<std::int64_t, kServiceFields> field_minutes{};
  std::vector<Place> villages;  ///< that took part, most points first
  std::vector<Place> grids;  ///< where something happens on that day, each with its points so far
  std::vector<std::int64_t> grids_whole_day;  ///< points of each
  std::vector<api::Change> feed;              ///< newest first
};

}  // namespace shanzhi::screens
