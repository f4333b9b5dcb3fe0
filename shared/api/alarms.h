// Alarms over the wire: raised, worked on and ended by commands; told to everybody at the place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/alarms/alarms.h"
#include "shared/describe/describe.h"

namespace shanzhi::api {

/// A step as it is named when the alarm is raised.
struct AlarmStepPlan {
  std::string name;
};
struct AlarmForcePlan {
  std::string name, place;
  std::int64_t people = 1;
  std::int64_t arrives_in = 0;  ///< minutes; 0: it is there
};

struct RaiseAlarm {
  base::AlarmId id;
  std::string place, matter, detail;
  alarms::Severity severity = alarms::Severity::important;
  base::Instant reported_at;  ///< none: now
  std::string commander, appeal;
  std::vector<AlarmStepPlan> steps;  ///< none: the usual ones
  std::vector<AlarmForcePlan> forces;
};
/// What is absent stays as it is.
struct UpdateAlarm {
  base::CommandId id;
  base::AlarmId alarm;
  std::optional<std::int64_t> step;  ///< from 1: the one that `done` and `note` are about
  bool done = false;
  std::string note, detail, commander, appeal;
  std::vector<AlarmForcePlan> forces;  ///< replaces the list there was
};
struct EndAlarm {
  base::CommandId id;
  base::AlarmId alarm;
  std::string outcome;
};

/// GET /api/v1/alarms?place= : open ones, and those that ended in the last ten minutes; newest first.
struct AlarmStep {
  std::string name, note, done_at;
};
struct AlarmForce {
  std::string name, place, place_name, arrives_at;
  std::int64_t people = 0;
  bool arrived = false;
};
struct AlarmView {
  std::string id, place, place_name, village_name, state, severity, matter, detail;
  std::string commander;          ///< masked where people are
  std::string by_role, by_place;  ///< the office that raised it: role, name of its place
  std::string appeal, outcome;
  std::string reported_at, raised_at, ended_at;
  std::int64_t current = 0;   ///< number of the step being worked on, from 1; 0: all are done
  std::int64_t position = 0;  ///< of its last entry in the journal
  std::vector<AlarmStep> steps;
  std::vector<AlarmForce> forces;
  bool may_change = false;  ///< the caller may update and end it
};
struct Alarms {
  std::string now;  ///< the server's: a wall's own clock may go wrong
  std::vector<AlarmView> alarms;
};

/// The alarm as it is told, without the names of places, the caller's rights, and the office.
AlarmView view_of(const alarms::Alarm& alarm);

void fields(describe::Visitor& v, AlarmStepPlan& r);
void fields(describe::Visitor& v, AlarmForcePlan& r);
void fields(describe::Visitor& v, RaiseAlarm& c);
void fields(describe::Visitor& v, UpdateAlarm& c);
void fields(describe::Visitor& v, EndAlarm& c);
void fields(describe::Visitor& v, AlarmStep& r);
void fields(describe::Visitor& v, AlarmForce& r);
void fields(describe::Visitor& v, AlarmView& r);
void fields(describe::Visitor& v, Alarms& r);

}  // namespace shanzhi::api

namespace shanzhi::describe {

template <>
struct EnumNames<alarms::Severity> {
  static constexpr std::array values{"ordinary", "important", "major", "emergency"};
};
template <>
struct EnumNames<alarms::State> {
  static constexpr std::array values{"raised", "ended"};
};

}  // namespace shanzhi::describe
