// Addresses to routes and back.
#include "client/model/route.h"

#include "client/model/api_client.h"
#include "shared/base/escape.h"

namespace shanzhi::model {
namespace {

constexpr const char* kNames[] = {
    "sign-in",  "overview", "map",     "households", "people",      "teams",       "grids",
    "boards",   "award",    "rules",   "sites",      "merchants",   "import",      "journal",
    "users",    "settings", "wall",    "alarm",      "me",          "me/passbook", "me/board",
    "me/rules", "me/team",  "me/card", "me/work",    "me/settings", "me/remote",   "me/alarm"};
static_assert(std::size(kNames) == kSections);
constexpr std::string_view kDesk = "#/desk/", kDoor = "#/sign-in", kRoot = "#/", kPhone = "#/me";

}  // namespace

const char* section_name(Section section) {
  return kNames[static_cast<int>(section)];
}

std::string Route::get(const std::string& key, std::string_view otherwise) const {
  const auto found = set.find(key);
  return found == set.end() ? std::string(otherwise) : found->second;
}

Route Route::with(const std::string& key, std::string_view value) const {
  Route out = *this;
  if (value.empty())
    out.set.erase(key);
  else
    out.set[key] = std::string(value);
  return out;
}

Route Route::to(Section other) const {
  Route out;
  out.section = other;
  for (const auto& each : set)
    if (each.first == "place" || (each.first == kFor && of_somebody(other))) out.set.insert(each);
  return out;
}

std::string to_hash(const Route& route) {
  if (route.section == Section::sign_in) return std::string(kDoor);
  std::string hash =
      std::string(in_hand(route.section) ? kRoot : kDesk) + section_name(route.section);
  char separator = '?';
  for (const auto& [key, value] : route.set) {
    if (value.empty()) continue;
    hash += separator + base::percent_encoded(key) + "=" + base::percent_encoded(value);
    separator = '&';
  }
  return hash;
}

Route parse_hash(std::string_view hash) {
  Route route;
  const bool door = hash.substr(0, kDoor.size()) == kDoor;
  const bool phone = hash.substr(0, kPhone.size()) == kPhone;
  if (!door && !phone && hash.substr(0, kDesk.size()) != kDesk) return route;
  if (!door) hash.remove_prefix(phone ? kRoot.size() : kDesk.size());
  const std::string_view name = hash.substr(0, hash.find('?'));
  bool known = door;
  if (door) route.section = Section::sign_in;
  for (int i = 1; i < kSections; i++)
    if (name == kNames[i] && in_hand(static_cast<Section>(i)) == phone)
      route.section = static_cast<Section>(i), known = true;
  if (phone && !known) route.section = Section::me;
  if (!known || name.size() == hash.size()) return route;
  hash.remove_prefix(name.size() + 1);
  while (!hash.empty()) {
    const std::string_view pair = hash.substr(0, hash.find('&'));
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && equals > 0 && equals + 1 < pair.size())
      route.set[base::percent_decoded(pair.substr(0, equals))] =
          base::percent_decoded(pair.substr(equals + 1));
    hash.remove_prefix(std::min(hash.size(), pair.size() + 1));
  }
  return route;
}

}  // namespace shanzhi::model
