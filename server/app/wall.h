// What the use cases of alarms and of the wall need of storage; see stores.h for when they are called.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "server/app/records.h"
#include "shared/alarms/alarms.h"
#include "shared/hall/hall.h"

namespace shanzhi::app {

struct AlarmRecord {
  Row row = 0;
  Row place_row = 0;
  std::int64_t low = 0;  ///< the place's preorder number: for reach
  alarms::Alarm alarm;   ///< places of its forces must exist
  api::Role by_role = api::Role::village_officer;
  Row by_place_row = 0;  ///< of the office that raised it
};

struct HallRecord {
  Row place_row = 0;
  bool names_hidden = false;
  std::vector<hall::Scene> scenes;  ///< none: nobody arranged any
  hall::Direction direction;
};

class AlarmStore {
 public:
  virtual ~AlarmStore() = default;
  virtual std::optional<AlarmRecord> find(base::AlarmId id) = 0;
  /// Row 0 inserts; steps and forces are replaced as a whole.
  virtual void save(const AlarmRecord& alarm, std::int64_t position) = 0;
  virtual std::int64_t open() = 0;
};

class HallStore {
 public:
  virtual ~HallStore() = default;
  /// What holds for a place that nobody has arranged anything for, too.
  virtual HallRecord find(Row place_row) = 0;
  virtual void save(const HallRecord& hall) = 0;
};

}  // namespace shanzhi::app
