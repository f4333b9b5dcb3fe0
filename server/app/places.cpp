// Checks of the tree: one root, levels growing downwards, codes that say where they belong.
#include "server/app/places.h"

#include "server/app/reach.h"
#include "shared/api/names.h"
#include "shared/base/utf8.h"
#include "shared/places/geojson.h"

namespace shanzhi::app {

namespace {

using base::Done;
using base::ErrorCode;
using base::Result;

bool ring_holds(const base::Ring& ring) {
  if (ring.size() < 3 || !base::simple(ring)) return false;
  for (const base::Point& p : ring)
    if (p.x < -180 || p.x > 180 || p.y < -90 || p.y > 90) return false;
  return base::signed_area(ring) != 0;
}

Result<Done> check_outline(const std::string& text) {
  const auto outline = places::parse_geometry(text);
  if (!outline || outline->empty()) return {ErrorCode::malformed, "/outline"};
  for (const base::Polygon& polygon : *outline) {
    if (!ring_holds(polygon.outer)) return {ErrorCode::malformed, "/outline"};
    for (const base::Ring& hole : polygon.holes)
      if (!ring_holds(hole)) return {ErrorCode::malformed, "/outline"};
  }
  return Done{};
}

// Hubs, hamlets and grids have no statistical code: theirs begins with the parent's.
bool code_fits(const PlaceRecord& place, const PlaceRecord& parent) {
  switch (place.level) {
    case places::Level::hub:
    case places::Level::hamlet:
    case places::Level::grid: return place.code.rfind(parent.code + "-", 0) == 0;
    case places::Level::city:
    case places::Level::county:
    case places::Level::town:
    case places::Level::village: return true;
  }
  return false;
}

// The root: there is one; the stand-in of an empty database takes the first real name.
Result<PlaceRecord> as_root(Work& work, std::optional<PlaceRecord> known) {
  const auto root = work.places.root();
  if (known && known->parent_row == 0) {
    if (!reaches(work, known->low)) return {ErrorCode::not_found, "/code"};
    return std::move(*known);
  }
  if (known) return {ErrorCode::missing_field, "/parent"};
  if (!root) return PlaceRecord{};
  if (!work.places.root_is_placeholder()) return {ErrorCode::missing_field, "/parent"};
  if (!reaches(work, root->low)) return {ErrorCode::not_permitted, "/code"};
  return std::move(*work.places.find_row(root->row));
}

Result<PlaceRecord> below_parent(Work& work, const api::SavePlace& command,
                                 std::optional<PlaceRecord> known) {
  auto parent = reached_place(work, command.parent, "/parent");
  if (!parent) return parent.error();
  PlaceRecord place;
  if (known) {
    if (!reaches(work, known->low)) return {ErrorCode::not_found, "/code"};
    place = std::move(*known);
    const bool moves = place.parent_row != parent->row;
    if (moves && place.row == work.caller.place) return {ErrorCode::not_permitted, "/parent"};
    if (place.low <= parent->low && parent->low <= place.high)
      return {ErrorCode::out_of_range, "/parent"};
  } else {
    place.schematic = parent->schematic;
  }
  if (command.level <= parent->level)
    return {ErrorCode::out_of_range, "/level", describe::name_of(parent->level)};
  place.code = command.code;
  place.level = command.level;
  if (place.row == 0 && !code_fits(place, *parent))
    return {ErrorCode::malformed, "/code", parent->code + "-"};
  place.parent_row = parent->row;
  place.parent = parent->code;
  return place;
}

Result<PlaceRecord> checked_place(Work& work, const api::SavePlace& command,
                                  std::optional<PlaceRecord> known) {
  auto place = command.parent.empty() ? as_root(work, std::move(known))
                                      : below_parent(work, command, std::move(known));
  if (!place) return place.error();
  if (const auto least = work.places.least_child_level(place->row);
      place->row != 0 && least && *least <= command.level)
    return {ErrorCode::out_of_range, "/level", describe::name_of(*least)};
  place->code = command.code;
  place->level = command.level;
  place->name = base::tidy(command.name);
  if (place->name.empty()) return {ErrorCode::missing_field, "/name"};
  return place;
}

}  // namespace

Result<Row> put_place(Work& work, const api::SavePlace& command, std::int64_t position) {
  if (!places::valid_place_code(command.code)) return {ErrorCode::malformed, "/code"};
  auto place = checked_place(work, command, work.places.find(command.code));
  if (!place) return place.error();
  if (!command.outline.empty()) {
    const auto checked = check_outline(command.outline);
    if (!checked) return checked.error();
    place->outline = command.outline;
  }
  return work.places.save(*place, position);
}

Result<Outcome> save_place(Work& work, const api::SavePlace& command) {
  const auto known = work.places.find(command.code);
  const std::string before = known ? describe::to_json(*known) : std::string{};
  const std::int64_t position = work.journal.next_position();
  const auto row = put_place(work, command, position);
  if (!row) return row.error();
  const auto place = work.places.find(command.code);
  work.journal.append(position, {.what = "place_saved",
                                 .place_row = *row,
                                 .subject_kind = "place",
                                 .subject = {},
                                 .rule = {},
                                 .note = place->code,
                                 .before = before,
                                 .after = describe::to_json(*place)});
  return saved(place->code, position);
}

Result<Outcome> save_site(Work& work, const api::SaveSite& command) {
  if (command.id.none()) return {ErrorCode::missing_field, "/id"};
  const auto place = reached_place(work, command.place, "/place");
  if (!place) return place.error();
  const auto known = work.places.find_site(command.id);
  if (known) {
    const auto old_place = work.places.find_row(known->place_row);
    if (!old_place || !reaches(work, old_place->low)) return {ErrorCode::not_found, "/id"};
  }
  SiteRecord site{known ? known->row : 0,
                  command.id,
                  command.kind,
                  base::tidy(command.name),
                  place->row,
                  place->code,
                  {command.longitude, command.latitude},
                  command.hours,
                  command.offers};
  if (site.name.empty()) return {ErrorCode::missing_field, "/name"};
  work.places.save_site(site);
  const std::int64_t position =
      record(work, {.what = "site_saved",
                    .place_row = place->row,
                    .subject_kind = "site",
                    .subject = command.id.uuid,
                    .rule = {},
                    .note = site.name,
                    .before = known ? describe::to_json(*known) : std::string{},
                    .after = describe::to_json(site)});
  return saved(base::to_text(command.id.uuid), position);
}

}  // namespace shanzhi::app
