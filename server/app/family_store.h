// Consents to being looked after, as the use cases need them of storage; see stores.h for when they are called.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/app/records.h"
#include "shared/base/instant.h"
#include "shared/people/family.h"

namespace shanzhi::app {

struct FamilyRecord {
  Row row = 0;
  base::Uuid id;
  Row person_row = 0;    ///< who is looked after
  Row relative_row = 0;  ///< who looks
  people::ConsentWay way = people::ConsentWay::in_person;
  std::optional<base::CivilDate> until;
  bool boards = false;
  std::string note;
  std::int64_t granted_by = 0;  ///< position in the journal
  std::int64_t ended_by = 0;    ///< 0: nobody ended it

  bool holds(base::CivilDate today) const { return ended_by == 0 && (!until || *until >= today); }
};

class FamilyStore {
 public:
  virtual ~FamilyStore() = default;
  virtual std::optional<FamilyRecord> find(const base::Uuid& id) = 0;
  /// The one between those two that nobody ended; its last day may be past.
  virtual std::optional<FamilyRecord> between(Row person, Row relative) = 0;
  /// Those that hold on that day, between people who are on the register.
  virtual std::int64_t looking_at(Row person, base::CivilDate today) = 0;
  virtual std::int64_t looked_after_by(Row relative, base::CivilDate today) = 0;
  virtual void add(const FamilyRecord& access) = 0;
  virtual void end(Row access, std::int64_t position) = 0;
  /// Everybody on the register of that name and telephone number. A few at most.
  virtual std::vector<Row> named(const std::string& name, const std::string& phone) = 0;
};

}  // namespace shanzhi::app
