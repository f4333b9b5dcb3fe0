// How an alarm is read from its rows, by the writer (Query) as by the queries (read::Rows).
#pragma once

#include <string>

#include "shared/alarms/alarms.h"

namespace shanzhi::storage {

/// Columns of an alarm; a condition follows.
inline const std::string kSelectAlarm =
    "SELECT a.id, a.uuid, a.place_id, a.by_role, a.by_place_id, a.position, p.low, p.code, a.state,"
    " a.severity, a.matter, a.detail, a.commander, a.appeal, a.outcome, a.reported_at, a.raised_at,"
    " a.ended_at FROM alarm a JOIN place p ON p.id = a.place_id ";
/// The first of them by name.
enum AlarmColumn {
  kAlarmRow,
  kAlarmUuid,
  kAlarmPlaceRow,
  kAlarmByRole,
  kAlarmByPlaceRow,
  kAlarmPosition,
  kAlarmLow,
  kAlarmRest
};
/// Of one alarm, in their order.
inline const std::string kSelectSteps =
    "SELECT name, note, done_at FROM alarm_step WHERE alarm_id = ? ORDER BY number";
inline const std::string kSelectForces =
    "SELECT f.name, ifnull(p.code, ''), f.people, f.arrives_at, f.arrived"
    " FROM alarm_force f LEFT JOIN place p ON p.id = f.place_id WHERE f.alarm_id = ?"
    " ORDER BY f.number";

/// Without steps and forces.
template <class Rows>
alarms::Alarm alarm_of(Rows& row) {
  alarms::Alarm alarm;
  alarm.id.uuid = row.uuid(kAlarmUuid);
  int column = kAlarmRest;
  alarm.place = row.text(column++);
  alarm.state = static_cast<alarms::State>(row.integer(column++));
  alarm.severity = static_cast<alarms::Severity>(row.integer(column++));
  for (std::string* text :
       {&alarm.matter, &alarm.detail, &alarm.commander, &alarm.appeal, &alarm.outcome})
    *text = row.text(column++);
  for (base::Instant* at : {&alarm.reported_at, &alarm.raised_at, &alarm.ended_at})
    at->unix_ms = row.integer(column++);
  return alarm;
}

template <class Rows>
void add_steps(alarms::Alarm& alarm, Rows&& rows) {
  while (rows.next()) alarm.steps.push_back({rows.text(0), rows.text(1), {rows.integer(2)}});
}

template <class Rows>
void add_forces(alarms::Alarm& alarm, Rows&& rows) {
  while (rows.next())
    alarm.forces.push_back(
        {rows.text(0), rows.text(1), rows.integer(2), {rows.integer(3)}, rows.integer(4) != 0});
}

}  // namespace shanzhi::storage
