// The descriptions of alarms: what they are told with, and what they answer.
#include "shared/api/alarms.h"

#include "shared/api/limits.h"
#include "shared/api/usual_fields.h"
#include "shared/places/place.h"

namespace shanzhi::api {
namespace d = shanzhi::describe;

namespace {

constexpr std::int64_t kMatterMax = 24;
constexpr std::int64_t kPeopleMax = 10'000;

constexpr d::Field alarm_field() {
  return reference("alarm", "Which alarm.");
}
constexpr d::Field commander_field() {
  return words("commander", "Who leads; shown masked on walls and to the public.", kNameMax);
}
constexpr d::Field detail_field() {
  return words("detail",
               "What to look for, one sentence. It hangs on the wall: no name, no number of a "
               "telephone or identity card; such numbers are made unreadable.",
               kNoteMax);
}
constexpr d::Field appeal_field() {
  return words("appeal", "What everybody can do, one sentence.", kNoteMax);
}

std::string time_text(base::Instant at) {
  return at.unix_ms == 0 ? std::string{} : base::to_text(at);
}

template <class Command>
void forces(describe::Visitor& v, Command& c, const char* sentence) {
  d::visit_list(v, {"forces", sentence, kOptional, 0, alarms::kForcesMax}, c.forces);
}

}  // namespace

AlarmView view_of(const alarms::Alarm& alarm) {
  AlarmView view;
  view.id = base::to_text(alarm.id.uuid);
  view.place = alarm.place;
  view.state = d::name_of(alarm.state);
  view.severity = d::name_of(alarm.severity);
  view.matter = alarm.matter;
  view.detail = alarm.detail;
  view.commander = alarm.commander;
  view.appeal = alarm.appeal;
  view.outcome = alarm.outcome;
  view.reported_at = time_text(alarm.reported_at);
  view.raised_at = time_text(alarm.raised_at);
  view.ended_at = time_text(alarm.ended_at);
  view.current = alarms::current_step(alarm);
  for (const alarms::Step& step : alarm.steps)
    view.steps.push_back({step.name, step.note, time_text(step.done_at)});
  for (const alarms::Force& force : alarm.forces)
    view.forces.push_back(
        {force.name, force.place, {}, time_text(force.arrives_at), force.people, force.arrived});
  return view;
}

void fields(describe::Visitor& v, AlarmStepPlan& r) {
  v.text({"name", "What is done, a few words.", kRequired, 1, kMatterMax}, r.name);
}

void fields(describe::Visitor& v, AlarmForcePlan& r) {
  v.text({"name", "Team or office, no person's name.", kRequired, 1, kNameMax}, r.name);
  v.text({"place", "Code of the place that it comes from.", kOptional, 0,
          static_cast<std::int64_t>(places::kPlaceCodeMax), d::Kind::place_code},
         r.place);
  v.integer({"people", "How many they are.", kOptional, 1, kPeopleMax, d::Kind::count}, r.people);
  v.integer({"arrives_in", "Minutes until it is there; 0 or absent: it is there.", kOptional, 0,
             alarms::kArrivalMinutesMax, d::Kind::minutes},
            r.arrives_in);
}

void fields(describe::Visitor& v, RaiseAlarm& c) {
  d::visit_id(v, command_id(), c.id);
  v.text({"place", "Code of the place where it is.", kRequired, 1,
          static_cast<std::int64_t>(places::kPlaceCodeMax), d::Kind::place_code},
         c.place);
  v.text({"matter", "What has happened, a few words, nobody's name.", kRequired, 1, kMatterMax},
         c.matter);
  v.text(detail_field(), c.detail);
  d::visit_choice(v, {"severity", "How grave it is; important when absent.", kOptional},
                  c.severity);
  d::visit_instant(v, {"reported_at", "When it was reported; now when absent.", kOptional, 0, 40},
                   c.reported_at);
  v.text(commander_field(), c.commander);
  v.text(appeal_field(), c.appeal);
  d::visit_list(v,
                {"steps", "What is to be done, in order; the usual steps when absent.", kOptional,
                 0, alarms::kStepsMax},
                c.steps);
  forces(v, c, "Who is on the way or there.");
}

void fields(describe::Visitor& v, UpdateAlarm& c) {
  d::visit_id(v, command_id(), c.id);
  d::visit_id(v, alarm_field(), c.alarm);
  v.optional_integer(
      {"step", "Number of a step, from 1.", kOptional, 1, alarms::kStepsMax, d::Kind::count},
      c.step);
  v.boolean({"done", "True: that step is done. One after the other.", kOptional}, c.done);
  v.text(words("note", "A line under that step. It hangs on the wall.", kNoteMax), c.note);
  v.text(detail_field(), c.detail);
  v.text(commander_field(), c.commander);
  v.text(appeal_field(), c.appeal);
  forces(v, c, "Replaces the forces there were.");
}

void fields(describe::Visitor& v, EndAlarm& c) {
  d::visit_id(v, command_id(), c.id);
  d::visit_id(v, alarm_field(), c.alarm);
  v.text({"outcome", "How it ended, one sentence for the wall.", kRequired, kReasonMin, kReasonMax},
         c.outcome);
}

void fields(describe::Visitor& v, AlarmStep& r) {
  v.text(optional("name"), r.name);
  v.text(optional("note"), r.note);
  v.text(optional("done_at"), r.done_at);
}

void fields(describe::Visitor& v, AlarmForce& r) {
  v.text(optional("name"), r.name);
  v.text(optional("place"), r.place);
  v.text(optional("place_name"), r.place_name);
  v.text(optional("arrives_at"), r.arrives_at);
  v.integer(optional("people"), r.people);
  v.boolean(optional("arrived"), r.arrived);
}

void fields(describe::Visitor& v, AlarmView& r) {
  v.text(optional("id"), r.id);
  v.text(optional("place"), r.place);
  v.text(optional("place_name"), r.place_name);
  v.text(optional("village_name"), r.village_name);
  v.text(optional("state"), r.state);
  v.text(optional("severity"), r.severity);
  v.text(optional("matter"), r.matter);
  v.text(optional("detail"), r.detail);
  v.text(optional("commander"), r.commander);
  v.text(optional("by_role"), r.by_role);
  v.text(optional("by_place"), r.by_place);
  v.text(optional("appeal"), r.appeal);
  v.text(optional("outcome"), r.outcome);
  v.text(optional("reported_at"), r.reported_at);
  v.text(optional("raised_at"), r.raised_at);
  v.text(optional("ended_at"), r.ended_at);
  v.integer(optional("current"), r.current);
  v.integer(optional("position"), r.position);
  d::visit_list(v, optional("steps"), r.steps);
  d::visit_list(v, optional("forces"), r.forces);
  v.boolean(optional("may_change"), r.may_change);
}

void fields(describe::Visitor& v, Alarms& r) {
  v.text(optional("now"), r.now);
  d::visit_list(v, optional("alarms"), r.alarms);
}

}  // namespace shanzhi::api
