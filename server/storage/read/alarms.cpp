// The alarms that concern a place, as whoever asks may read them.
#include "server/storage/alarm_rows.h"
#include "server/storage/read/answers.h"

namespace shanzhi::storage::read {
namespace {

/// As many as may be open, and those that ended a moment ago.
constexpr std::int64_t kToldMax = 50;

const std::string kTold =
    kSelectAlarm +
    "WHERE a.state = 0 OR a.ended_at >= ? ORDER BY a.raised_at DESC, a.id DESC LIMIT ?";

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
    const PlaceNode* at = r.town->by_id(rows.integer(kAlarmPlaceRow));
    if (!at || !r.concerns(*at) || !r.town->related(*at, **place)) continue;
    alarms::Alarm alarm = alarm_of(rows);
    add_steps(alarm, Rows(r.snapshot, kSelectSteps, rows.integer(kAlarmRow)));
    add_forces(alarm, Rows(r.snapshot, kSelectForces, rows.integer(kAlarmRow)));
    api::AlarmView& view = out.alarms.emplace_back(api::view_of(alarm));
    name_places(r, *at, view);
    view.commander = r.names_hidden ? std::string{} : r.name(alarm.commander, at->low);
    view.by_role = describe::name_of(static_cast<api::Role>(rows.integer(kAlarmByRole)));
    if (const PlaceNode* office = r.town->by_id(rows.integer(kAlarmByPlaceRow)))
      view.by_place = office->name;
    view.position = rows.integer(kAlarmPosition);
    view.may_change = alarm.state == alarms::State::raised && r.has(api::kVillageAndAbove) &&
                      r.in_own_tree(at->low);
  }
  return out;
}

}  // namespace shanzhi::storage::read
