// Alarms and the wall's arrangement in SQLite.
#pragma once

#include "server/app/wall.h"
#include "server/storage/database.h"

namespace shanzhi::storage {

class SqlAlarmStore : public app::AlarmStore {
 public:
  explicit SqlAlarmStore(Database& database) : database_(database) {}
  std::optional<app::AlarmRecord> find(base::AlarmId id) override;
  void save(const app::AlarmRecord& alarm, std::int64_t position) override;
  std::int64_t open() override;

 private:
  Database& database_;
};

class SqlHallStore : public app::HallStore {
 public:
  explicit SqlHallStore(Database& database) : database_(database) {}
  app::HallRecord find(app::Row place_row) override;
  void save(const app::HallRecord& hall) override;

 private:
  Database& database_;
};

}  // namespace shanzhi::storage
