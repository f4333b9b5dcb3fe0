// Steps, forces and scenes are replaced as a whole: there are a dozen of them.
#include "server/storage/wall_store.h"

#include "server/storage/alarm_rows.h"

namespace shanzhi::storage {

namespace {

const std::string kFindAlarm = kSelectAlarm + "WHERE a.uuid = ?";
constexpr char kSaveAlarm[] = R"(INSERT INTO alarm (uuid, place_id, state, severity, matter, detail,
  commander, appeal, outcome, reported_at, raised_at, ended_at, by_role, by_place_id, position)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (uuid) DO UPDATE SET state = excluded.state, severity = excluded.severity,
  matter = excluded.matter, detail = excluded.detail, commander = excluded.commander,
  appeal = excluded.appeal, outcome = excluded.outcome, ended_at = excluded.ended_at,
  position = excluded.position RETURNING id)";
constexpr char kClearSteps[] = "DELETE FROM alarm_step WHERE alarm_id = ?";
constexpr char kClearForces[] = "DELETE FROM alarm_force WHERE alarm_id = ?";
constexpr char kAddStep[] = "INSERT INTO alarm_step VALUES (?, ?, ?, ?, ?)";
constexpr char kAddForce[] =
    "INSERT INTO alarm_force VALUES (?, ?, ?, (SELECT id FROM place WHERE code = ?), ?, ?, ?)";
constexpr char kOpen[] = "SELECT count(*) FROM alarm WHERE state = 0";

constexpr char kFindHall[] = R"(SELECT h.names_hidden, h.directed_at, h.directed_until, h.scene,
  ifnull(f.code, ''), h.paused, h.day, h.speed FROM hall h LEFT JOIN place f ON f.id = h.focus_id
  WHERE h.place_id = ?)";
constexpr char kScenes[] = R"(SELECT s.kind, s.seconds, s.from_minute, s.until_minute,
  ifnull(p.code, ''), s.measure FROM hall_scene s LEFT JOIN place p ON p.id = s.place_id
  WHERE s.hall_id = ? ORDER BY s.number)";
constexpr char kSaveHall[] =
    R"(INSERT INTO hall (place_id, names_hidden, directed_at, directed_until,
  scene, focus_id, paused, day, speed)
  VALUES (?, ?, ?, ?, ?, (SELECT id FROM place WHERE code = ?), ?, ?, ?)
  ON CONFLICT (place_id) DO UPDATE SET names_hidden = excluded.names_hidden,
  directed_at = excluded.directed_at, directed_until = excluded.directed_until,
  scene = excluded.scene, focus_id = excluded.focus_id, paused = excluded.paused,
  day = excluded.day, speed = excluded.speed)";
constexpr char kClearScenes[] = "DELETE FROM hall_scene WHERE hall_id = ?";
constexpr char kAddScene[] = R"(INSERT INTO hall_scene VALUES (?, ?, ?, ?, ?, ?,
  (SELECT id FROM place WHERE code = ?), ?))";

std::optional<std::int64_t> integer_or_none(Query& query, int column) {
  if (query.null(column)) return std::nullopt;
  return query.integer(column);
}

}  // namespace

std::optional<app::AlarmRecord> SqlAlarmStore::find(base::AlarmId id) {
  app::AlarmRecord record;
  {
    Query query(database_, kFindAlarm.c_str(), id);
    if (!query.next()) return std::nullopt;
    record.alarm = alarm_of(query);
    record.row = query.integer(kAlarmRow);
    record.place_row = query.integer(kAlarmPlaceRow);
    record.low = query.integer(kAlarmLow);
    record.by_role = static_cast<api::Role>(query.integer(kAlarmByRole));
    record.by_place_row = query.integer(kAlarmByPlaceRow);
  }
  add_steps(record.alarm, Query(database_, kSelectSteps.c_str(), record.row));
  add_forces(record.alarm, Query(database_, kSelectForces.c_str(), record.row));
  return record;
}

void SqlAlarmStore::save(const app::AlarmRecord& record, std::int64_t position) {
  const alarms::Alarm& alarm = record.alarm;
  app::Row row = 0;
  {
    Query query(database_, kSaveAlarm, alarm.id, record.place_row, static_cast<int>(alarm.state),
                static_cast<int>(alarm.severity), alarm.matter, alarm.detail, alarm.commander,
                alarm.appeal, alarm.outcome, alarm.reported_at.unix_ms, alarm.raised_at.unix_ms,
                alarm.ended_at.unix_ms, static_cast<int>(record.by_role), record.by_place_row,
                position);
    if (query.next()) row = query.integer(0);
    query.done();
  }
  execute(database_, kClearSteps, row);
  execute(database_, kClearForces, row);
  std::int64_t number = 0;
  for (const alarms::Step& step : alarm.steps)
    execute(database_, kAddStep, row, ++number, step.name, step.note, step.done_at.unix_ms);
  number = 0;
  for (const alarms::Force& force : alarm.forces)
    execute(database_, kAddForce, row, ++number, force.name, force.place, force.people,
            force.arrives_at.unix_ms, force.arrived);
}

std::int64_t SqlAlarmStore::open() {
  Query query(database_, kOpen);
  return query.next() ? query.integer(0) : 0;
}

app::HallRecord SqlHallStore::find(app::Row place_row) {
  app::HallRecord record;
  record.place_row = place_row;
  {
    Query query(database_, kFindHall, place_row);
    if (!query.next()) return record;
    hall::Direction& direction = record.direction;
    record.names_hidden = query.integer(0) != 0;
    direction.at.unix_ms = query.integer(1);
    direction.until.unix_ms = query.integer(2);
    direction.scene = query.integer(3);
    direction.focus = query.text(4);
    direction.paused = query.integer(5) != 0;
    if (const auto day = integer_or_none(query, 6))
      direction.day = base::CivilDate{static_cast<std::int32_t>(*day)};
    direction.speed = query.integer(7);
  }
  Query scenes(database_, kScenes, place_row);
  while (scenes.next())
    record.scenes.push_back({static_cast<hall::SceneKind>(scenes.integer(0)), scenes.integer(1),
                             integer_or_none(scenes, 2), integer_or_none(scenes, 3), scenes.text(4),
                             scenes.text(5)});
  return record;
}

void SqlHallStore::save(const app::HallRecord& record) {
  const hall::Direction& direction = record.direction;
  execute(database_, kSaveHall, record.place_row, record.names_hidden, direction.at.unix_ms,
          direction.until.unix_ms, direction.scene, direction.focus, direction.paused,
          days_or_null(direction.day), direction.speed);
  execute(database_, kClearScenes, record.place_row);
  std::int64_t number = 0;
  for (const hall::Scene& scene : record.scenes)
    execute(database_, kAddScene, record.place_row, ++number, static_cast<int>(scene.kind),
            scene.seconds, scene.from_minute, scene.until_minute, scene.place, scene.measure);
}

}  // namespace shanzhi::storage
