// An alarm hangs on the wall: its text is made public before anything is kept of it.
#include "server/app/alarms.h"

#include "server/app/reach.h"
#include "shared/base/utf8.h"

namespace shanzhi::app {

namespace {

using base::Done;
using base::ErrorCode;
using base::Result;

/// Forces may come from anywhere in the tree: help does not ask whose it is.
Result<std::vector<alarms::Force>> forces_of(Work& work,
                                             const std::vector<api::AlarmForcePlan>& plans) {
  std::vector<alarms::Force> forces;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const api::AlarmForcePlan& plan = plans[i];
    const std::string at = "/forces/" + std::to_string(i);
    if (base::tidy(plan.name).empty()) return {ErrorCode::missing_field, at + "/name"};
    if (!plan.place.empty() && !work.places.find(plan.place))
      return {ErrorCode::not_found, at + "/place", plan.place};
    forces.push_back({plan.name,
                      plan.place,
                      plan.people,
                      {work.now.unix_ms + plan.arrives_in * base::kMsPerMinute},
                      plan.arrives_in == 0});
  }
  return forces;
}

std::vector<alarms::Step> steps_of(const api::RaiseAlarm& command, bool english) {
  if (command.steps.empty()) return alarms::usual_steps(english);
  std::vector<alarms::Step> steps;
  for (const api::AlarmStepPlan& plan : command.steps) steps.push_back({plan.name, {}, {}});
  return steps;
}

Result<AlarmRecord> reached_alarm(Work& work, base::AlarmId id) {
  auto known = work.alarms.find(id);
  if (!known || !reaches(work, known->low)) return {ErrorCode::not_found, "/alarm"};
  return std::move(*known);
}

Outcome keep(Work& work, AlarmRecord& record, const char* what, std::string before) {
  alarms::make_public(record.alarm);
  Entry entry{};
  entry.what = what;
  entry.place_row = record.place_row;
  entry.subject_kind = "alarm";
  entry.subject = record.alarm.id.uuid;
  entry.before = std::move(before);
  entry.after = describe::to_json(api::view_of(record.alarm));
  const std::int64_t position = app::record(work, entry);
  work.alarms.save(record, position);
  return saved(base::to_text(record.alarm.id.uuid), position);
}

Result<Done> check_raised(Work& work, const api::RaiseAlarm& command) {
  if (command.id.none()) return {ErrorCode::missing_field, "/id"};
  if (work.alarms.find(command.id)) return {ErrorCode::already_exists, "/id"};
  if (base::tidy(command.matter).empty()) return {ErrorCode::missing_field, "/matter"};
  if (work.now < command.reported_at) return {ErrorCode::in_the_future, "/reported_at"};
  if (work.alarms.open() >= kOpenAlarmsMax)
    return {ErrorCode::out_of_range, "/alarm", "0", std::to_string(kOpenAlarmsMax)};
  return Done{};
}

/// Words that are there replace those there were.
void say(std::string& text, const std::string& said) {
  if (!said.empty()) text = said;
}

Result<Done> work_on_step(alarms::Alarm& alarm, const api::UpdateAlarm& command,
                          base::Instant now) {
  if (!command.step) {
    if (command.done || !command.note.empty()) return {ErrorCode::missing_field, "/step"};
    return Done{};
  }
  const auto count = static_cast<std::int64_t>(alarm.steps.size());
  if (*command.step < 1 || *command.step > count)
    return {ErrorCode::out_of_range, "/step", "1", std::to_string(count)};
  say(alarm.steps[static_cast<std::size_t>(*command.step) - 1].note, command.note);
  if (!command.done) return Done{};
  return alarms::finish_step(alarm, *command.step, now);
}

}  // namespace

Result<Outcome> raise_alarm(Work& work, const api::RaiseAlarm& command) {
  const auto good = check_raised(work, command);
  if (!good) return good.error();
  const auto place = reached_place(work, command.place, "/place");
  if (!place) return place.error();
  auto forces = forces_of(work, command.forces);
  if (!forces) return forces.error();
  AlarmRecord record;
  record.place_row = place->row;
  record.low = place->low;
  record.by_role = *work.caller.role;
  record.by_place_row = work.caller.place;
  alarms::Alarm& alarm = record.alarm;
  alarm.id = command.id;
  alarm.place = place->code;
  alarm.matter = command.matter;
  alarm.detail = command.detail;
  alarm.severity = command.severity;
  alarm.commander = command.commander;
  alarm.appeal = command.appeal;
  alarm.raised_at = work.now;
  alarm.reported_at = command.reported_at.unix_ms == 0 ? work.now : command.reported_at;
  alarm.steps = steps_of(command, work.caller.english);
  alarm.forces = std::move(*forces);
  return keep(work, record, "alarm_raised", {});
}

Result<Outcome> update_alarm(Work& work, const api::UpdateAlarm& command) {
  auto record = reached_alarm(work, command.alarm);
  if (!record) return record.error();
  alarms::Alarm& alarm = record->alarm;
  if (alarm.state == alarms::State::ended) return {ErrorCode::in_use, "/alarm"};
  std::string before = describe::to_json(api::view_of(alarm));
  const auto worked = work_on_step(alarm, command, work.now);
  if (!worked) return worked.error();
  auto forces = forces_of(work, command.forces);
  if (!forces) return forces.error();
  if (!forces->empty()) alarm.forces = std::move(*forces);
  say(alarm.detail, command.detail);
  say(alarm.commander, command.commander);
  say(alarm.appeal, command.appeal);
  return keep(work, *record, "alarm_updated", std::move(before));
}

Result<Outcome> end_alarm(Work& work, const api::EndAlarm& command) {
  auto record = reached_alarm(work, command.alarm);
  if (!record) return record.error();
  if (base::tidy(command.outcome).empty()) return {ErrorCode::missing_field, "/outcome"};
  std::string before = describe::to_json(api::view_of(record->alarm));
  const auto ended = alarms::end(record->alarm, command.outcome, work.now);
  if (!ended) return ended.error();
  return keep(work, *record, "alarm_ended", std::move(before));
}

}  // namespace shanzhi::app
