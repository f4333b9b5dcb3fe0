// The wall of a place is arranged by the town or its hubs; names are hidden until somebody shows them.
#include "server/app/hall.h"

#include "server/app/reach.h"

namespace shanzhi::app {

namespace {

using base::ErrorCode;
using base::Result;

Outcome keep(Work& work, const PlaceRecord& place, const HallRecord& record, const char* what,
             std::string after) {
  work.halls.save(record);
  Entry entry{};
  entry.what = what;
  entry.place_row = place.row;
  entry.subject_kind = "place";
  entry.after = std::move(after);
  return saved(place.code, app::record(work, entry));
}

hall::Order order_of(const api::DirectHall& command) {
  hall::Order order;
  order.action = command.action;
  order.scene = command.scene.value_or(0);
  order.focus = command.focus;
  order.day = command.day;
  order.speed = command.speed.value_or(0);
  order.from_minute = command.from_minute.value_or(0);
  order.minutes = command.hold_minutes;
  return order;
}

}  // namespace

Result<Outcome> save_hall_scenes(Work& work, const api::SaveHallScenes& command) {
  const auto place = reached_place(work, command.place, "/place");
  if (!place) return place.error();
  const auto good = hall::check_scenes(command.scenes);
  if (!good) return good.error();
  for (std::size_t i = 0; i < command.scenes.size(); ++i)
    if (!command.scenes[i].place.empty() && !work.places.find(command.scenes[i].place))
      return {ErrorCode::not_found, "/scenes/" + std::to_string(i) + "/place",
              command.scenes[i].place};
  HallRecord record = work.halls.find(place->row);
  record.scenes = command.scenes;
  record.names_hidden = command.names_hidden;
  record.direction = {};  // its numbers were those of the scenes before
  return keep(work, *place, record, "hall_scenes_saved", describe::to_json(command));
}

Result<Outcome> direct_hall(Work& work, const api::DirectHall& command) {
  const auto place = reached_place(work, command.place, "/place");
  if (!place) return place.error();
  if (!command.focus.empty() && !work.places.find(command.focus))
    return {ErrorCode::not_found, "/focus", command.focus};
  HallRecord record = work.halls.find(place->row);
  const std::size_t scenes =
      record.scenes.empty() ? hall::usual_scenes().size() : record.scenes.size();
  auto direction = hall::directed(record.direction, order_of(command),
                                  static_cast<std::int64_t>(scenes), work.now);
  if (!direction) return direction.error();
  record.direction = std::move(*direction);
  if (command.action == hall::Action::hide_names) record.names_hidden = true;
  if (command.action == hall::Action::show_names) record.names_hidden = false;
  return keep(work, *place, record, "hall_directed", describe::to_json(command));
}

}  // namespace shanzhi::app
