// The wall of a place: its scenes, or the usual ones, and the direction while it holds.
#include "server/storage/read/answers.h"

namespace shanzhi::storage::read {
namespace {

const std::string kHall =
    "SELECT names_hidden, directed_at, directed_until, scene, coalesce(focus_id, 0), paused,"
    " coalesce(day, 0), speed FROM hall WHERE place_id = ?";
const std::string kScenes =
    "SELECT kind, seconds, coalesce(from_minute, -1), coalesce(until_minute, -1),"
    " coalesce(place_id, 0), measure FROM hall_scene WHERE hall_id = ? ORDER BY number";

std::optional<std::int64_t> minute_of(std::int64_t stored) {
  if (stored < 0) return std::nullopt;
  return stored;
}

std::vector<hall::Scene> scenes_of(Reading& r, const PlaceNode& place) {
  std::vector<hall::Scene> scenes;
  Rows rows(r.snapshot, kScenes, place.id);
  while (rows.next()) {
    const PlaceNode* focus = r.town->by_id(rows.integer(4));
    scenes.push_back({static_cast<hall::SceneKind>(rows.integer(0)), rows.integer(1),
                      minute_of(rows.integer(2)), minute_of(rows.integer(3)),
                      focus ? focus->code : std::string{}, rows.text(5)});
  }
  return scenes;
}

void tell_direction(Reading& r, const Rows& row, api::HallScenes& out) {
  if (row.integer(2) <= r.now.unix_ms) return;
  out.directed = true;
  api::HallDirection& direction = out.direction;
  direction.at = instant_text(row.integer(1));
  direction.until = instant_text(row.integer(2));
  direction.scene = row.integer(3);
  if (const PlaceNode* focus = r.town->by_id(row.integer(4))) {
    direction.focus = focus->code;
    direction.focus_name = focus->name;
  }
  direction.paused = row.integer(5) != 0;
  if (row.integer(6) != 0)
    direction.day = base::to_text(base::CivilDate{static_cast<std::int32_t>(row.integer(6))});
  direction.speed = row.integer(7);
}

}  // namespace

Result<api::HallScenes> read_hall_scenes(Reading& r, const api::AtPlace& q) {
  const auto place = r.published_place(q.place);
  if (!place) return place.error();
  api::HallScenes out;
  out.place = (*place)->code;
  out.place_name = (*place)->name;
  out.now = base::to_text(r.now);
  out.names_hidden = r.names_hidden;
  Rows row(r.snapshot, kHall, (*place)->id);
  if (row.next()) {
    out.names_hidden = out.names_hidden || row.integer(0) != 0;
    tell_direction(r, row, out);
  }
  out.scenes = scenes_of(r, **place);
  out.arranged = !out.scenes.empty();
  if (!out.arranged) out.scenes = hall::usual_scenes();
  return out;
}

}  // namespace shanzhi::storage::read
