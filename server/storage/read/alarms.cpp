// The alarms that concern a place, as whoever asks may read them.
#include "server/storage/read/answers.h"

namespace shanzhi::storage::read {
namespace {

/// As many as may be open, and those that ended a moment ago.
constexpr std::int64_t kToldMax = 50;

const std::string kTold =
    "SELECT id, uuid, place_id, state, severity, matter, detail, commander, appeal, outcome,"
    " reported_at, raised_at, ended_at, by_role, by_place_id, position FROM alarm"
    " WHERE state = 0 OR ended_at >= ? ORDER BY raised_at DESC, id DESC LIMIT ?";
const std::string kSteps =
    "SELECT name, note, done_at FROM alarm_step WHERE alarm_id = ? ORDER BY number";
const std::string kForces =
    "SELECT name, coalesce(place_id, 0), people, arrives_at, arrived FROM alarm_force"
    " WHERE alarm_id = ? ORDER BY number";

alarms::Alarm alarm_of(Reading& r, const Rows& row, const PlaceNode& place) {
  alarms::Alarm alarm;
  alarm.id.uuid = row.uuid(1);
  alarm.place = place.code;
  alarm.state = static_cast<alarms::State>(row.integer(3));
  alarm.severity = static_cast<alarms::Severity>(row.integer(4));
  int column = 5;
  for (std::string* text :
       {&alarm.matter, &alarm.detail, &alarm.commander, &alarm.appeal, &alarm.outcome})
    *text = row.text(column++);
  for (base::Instant* at : {&alarm.reported_at, &alarm.raised_at, &alarm.ended_at})
    at->unix_ms = row.integer(column++);
  Rows steps(r.snapshot, kSteps, row.integer(0));
  while (steps.next()) alarm.steps.push_back({steps.text(0), steps.text(1), {steps.integer(2)}});
  Rows forces(r.snapshot, kForces, row.integer(0));
  while (forces.next()) {
    const PlaceNode* from = r.town->by_id(forces.integer(1));
    alarm.forces.push_back({forces.text(0),
                            from ? from->code : std::string{},
                            forces.integer(2),
                            {forces.integer(3)},
                            forces.integer(4) != 0});
  }
  return alarm;
}

void name_places(const Reading& r, const PlaceNode& place, api::AlarmView& view) {
  view.place_name = place.name;
  view.village_name = r.town->name_above(place, places::Level::village);
  for (api::AlarmForce& force : view.forces)
    if (const PlaceNode* from = r.town->by_code(force.place)) force.place_name = from->name;
}

}  // namespace

Result<api::Alarms> read_alarms(Reading& r, const api::AtPlace& q) {
  const auto place = r.published_place(q.place);
  if (!place) return place.error();
  api::Alarms out;
  out.now = base::to_text(r.now);
  Rows rows(r.snapshot, kTold, r.now.unix_ms - alarms::kToldAfterEndMs, kToldMax);
  while (rows.next()) {
    const PlaceNode* at = r.town->by_id(rows.integer(2));
    if (!at || !r.concerns(*at) || !r.town->related(*at, **place)) continue;
    const alarms::Alarm alarm = alarm_of(r, rows, *at);
    api::AlarmView& view = out.alarms.emplace_back(api::view_of(alarm));
    name_places(r, *at, view);
    view.commander = r.names_hidden ? std::string{} : r.name(alarm.commander, at->low);
    view.by_role = describe::name_of(static_cast<api::Role>(rows.integer(13)));
    if (const PlaceNode* office = r.town->by_id(rows.integer(14))) view.by_place = office->name;
    view.position = rows.integer(15);
    view.may_change = alarm.state == alarms::State::raised && r.has(api::kVillageAndAbove) &&
                      r.in_own_tree(at->low);
  }
  return out;
}

}  // namespace shanzhi::storage::read
