// The caller, the tree of places, and the drawn map.
#include "server/storage/read/answers.h"
#include "shared/describe/describe.h"

namespace shanzhi::storage::read {
namespace {

const std::string kUser = "SELECT title, name FROM user WHERE id = ?";
const std::string kPersonId = "SELECT uuid FROM person WHERE id = ?";
const std::string kOutlineText = "SELECT outline FROM place WHERE id = ?";
const std::string kChief =
    "SELECT p.name FROM grid_worker w JOIN person p ON p.id = w.person_id"
    " WHERE w.grid_id = ? AND w.kind = 0 AND p.removed_by = 0"
    " ORDER BY p.id LIMIT 1";

api::PlaceRow place_row(Reading& r, const PlaceNode& node, bool outline) {
  api::PlaceRow row;
  row.code = node.code;
  row.name = node.name;
  row.level = describe::name_of(node.level);
  if (const PlaceNode* parent = r.town->by_id(node.parent_id)) row.parent = parent->code;
  row.households = node.households;
  row.people = node.people;
  row.schematic = node.schematic;
  if (!outline) return row;
  Rows rows(r.snapshot, kOutlineText, node.id);
  if (rows.next()) row.outline = rows.text(0);
  return row;
}

Result<const PlaceNode*> place_at(const Reading& r, const std::string& code, const char* field) {
  const PlaceNode* place = r.town->by_code(code);
  if (!place) return {base::ErrorCode::not_found, field};
  return place;
}

void tell_borders(const CompactOutline& outline, Borders& borders, api::OutlineRow& row) {
  for (std::size_t i = 0; i < outline.rings.size(); ++i) {
    const auto numbers = borders.of(outline.rings[i]);
    const auto size = static_cast<std::int64_t>(numbers.size());
    row.ring_sizes.push_back(outline.holes[i] ? -size : size);
    row.borders.insert(row.borders.end(), numbers.begin(), numbers.end());
  }
}

}  // namespace

std::string chief_of(Snapshot& snapshot, std::int64_t grid) {
  Rows rows(snapshot, kChief, grid);
  return rows.next() ? rows.text(0) : std::string{};
}

Result<api::Me> read_me(Reading& r, const api::NoParameters&) {
  api::Me me;
  me.user = base::to_text(r.caller.user_id.uuid);
  me.name = r.caller.name;
  if (r.caller.user != 0) {
    Rows rows(r.snapshot, kUser, r.caller.user);
    if (rows.next()) me.name = rows.text(0).empty() ? rows.text(1) : rows.text(0);
  }
  if (r.caller.role) me.role = describe::name_of(*r.caller.role);
  if (r.own) {
    me.place = r.own->code;
    me.place_name = r.own->name;
  }
  if (r.caller.person != 0) {
    Rows rows(r.snapshot, kPersonId, r.caller.person);
    if (rows.next()) me.person = rows.uuid_text(0);
  }
  if (!r.town->empty()) {
    me.town = r.town->root().code;
    me.town_name = r.town->root().name;
  }
  me.position = r.snapshot.position();
  me.today = base::to_text(r.today);
  me.schematic = r.town->schematic();
  return me;
}

Result<api::PlacePage> read_places(Reading& r, const api::PlacesQuery& q) {
  const int given = !q.code.empty() + !q.parent.empty() + !q.under.empty();
  if (given > 1) return {base::ErrorCode::unknown_field, q.code.empty() ? "/under" : "/parent"};
  api::PlacePage page;
  if (!q.parent.empty()) {
    const auto parent = place_at(r, q.parent, "/parent");
    if (!parent) return parent.error();
    const auto [first, last] = r.town->range(**parent);
    for (std::size_t i = first; i < last; ++i)
      if (r.town->nodes()[i].parent_id == (*parent)->id)
        page.places.push_back(place_row(r, r.town->nodes()[i], q.outline));
    return page;
  }
  if (!q.under.empty()) {
    const auto under = place_at(r, q.under, "/under");
    if (!under) return under.error();
    const auto [first, last] = r.town->range(**under);
    for (std::size_t i = first; i < last; ++i)
      page.places.push_back(place_row(r, r.town->nodes()[i], q.outline));
    return page;
  }
  const auto place = q.code.empty() ? r.published_place("") : place_at(r, q.code, "/code");
  if (!place) return place.error();
  page.places.push_back(place_row(r, **place, q.outline));
  return page;
}

Result<api::Outlines> read_outlines(Reading& r, const api::OutlinesQuery& q) {
  const auto place = r.published_place(q.place);
  if (!place) return place.error();
  api::Outlines out;
  Borders borders;
  std::vector<std::shared_ptr<const CompactOutline>> outlines;
  const auto [first, last] = r.town->range(**place);
  for (std::size_t i = first; i < last; ++i) {
    const PlaceNode& node = r.town->nodes()[i];
    const auto outline = r.shared.outlines.of(r.snapshot, node.id, node.revision);
    if (outline->rings.empty()) continue;
    for (const GridRing& ring : outline->rings) borders.learn(ring);
    outlines.push_back(outline);
    api::OutlineRow& row = out.places.emplace_back();
    row.code = node.code;
    row.name = node.name;
    row.level = describe::name_of(node.level);
    if (const PlaceNode* parent = r.town->by_id(node.parent_id)) row.parent = parent->code;
    out.schematic = out.schematic || node.schematic;
  }
  for (std::size_t i = 0; i < outlines.size(); ++i)
    tell_borders(*outlines[i], borders, out.places[i]);
  out.border_sizes = borders.sizes();
  out.coordinates = borders.coordinates();
  return out;
}

}  // namespace shanzhi::storage::read
