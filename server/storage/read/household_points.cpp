// Where households stand: whole numbers, each point as what it lies from the one before, which is near.
#include <algorithm>
#include <cmath>

#include "server/storage/read/answers.h"
#include "server/storage/read/paging.h"

namespace shanzhi::storage::read {
namespace {

struct Stand {
  std::int64_t x = 0, y = 0;
  std::string id, number, head;
};

/// The bits of both in turns (Morton's order): neighbours in it are mostly neighbours on the ground.
std::uint64_t nearness(const Stand& stand) {
  std::uint64_t key = 0;
  for (int bit = 25; bit >= 0; --bit)
    key = key << 2 | static_cast<std::uint64_t>((stand.y >> bit & 1) << 1 | (stand.x >> bit & 1));
  return key;
}

/// Named where nothing smaller can be looked at.
bool least_part(const Reading& r, const PlaceNode& place) {
  return place.level == places::Level::grid ||
         (place.level == places::Level::village && r.town->count(place, places::Level::grid) == 0);
}

std::vector<Stand> stands_of(Reading& r, const PlaceNode& place, bool named) {
  Filter filter;
  filter.add("h.removed_by = 0 AND h.longitude IS NOT NULL");
  add_place(filter, r, place, "h");
  const std::string columns = named ? ", h.uuid, h.number, h.head_name" : "";
  Rows rows(r.snapshot,
            "SELECT h.longitude, h.latitude" + columns + " FROM household h" + filter.where());
  filter.bind(rows, 1);
  std::vector<Stand> stands;
  while (rows.next()) {
    Stand& stand = stands.emplace_back();
    stand.x = std::llround(rows.real(0) * api::kUnitsPerDegree);
    stand.y = std::llround(rows.real(1) * api::kUnitsPerDegree);
    if (named) stand.id = rows.uuid_text(2), stand.number = rows.text(3), stand.head = rows.text(4);
  }
  return stands;
}

}  // namespace

Result<api::HouseholdPoints> read_household_points(Reading& r, const api::AtPlace& q) {
  const auto place = r.personal_place(q.place);
  if (!place) return place.error();
  const bool named = least_part(r, **place);
  const std::vector<Stand> stands = stands_of(r, **place, named);
  std::vector<std::pair<std::uint64_t, std::size_t>> order;
  for (std::size_t i = 0; i < stands.size(); ++i) order.emplace_back(nearness(stands[i]), i);
  std::sort(order.begin(), order.end());
  api::HouseholdPoints out;
  out.households = (*place)->households;
  out.coordinates.reserve(order.size() * 2);
  Stand before;
  for (const auto& [key, i] : order) {
    const Stand& stand = stands[i];
    out.coordinates.push_back(stand.x - before.x);
    out.coordinates.push_back(stand.y - before.y);
    before.x = stand.x, before.y = stand.y;
    if (!named) continue;
    out.ids.push_back(stand.id);
    out.numbers.push_back(stand.number);
    out.heads.push_back(stand.head);
  }
  return out;
}

}  // namespace shanzhi::storage::read
