// Roles, where they are held, and what a command or query asks of its caller.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "shared/describe/describe.h"

namespace shanzhi::api {

enum class Role : std::uint8_t {
  town_administrator,
  hub_officer,
  village_officer,
  grid_worker,
  team_leader,
  volunteer,
  merchant_clerk,
  care_worker,
  auditor,
  display,
};
inline constexpr int kRoleCount = 10;

/// A set of roles as bits.
using RoleSet = std::uint16_t;
constexpr RoleSet bit(Role role) {
  return static_cast<RoleSet>(1u << static_cast<int>(role));
}
template <class... R>
constexpr RoleSet roles(R... each) {
  return static_cast<RoleSet>((bit(each) | ... | 0));
}
inline constexpr RoleSet kOfficers =
    roles(Role::town_administrator, Role::hub_officer, Role::village_officer, Role::grid_worker);
inline constexpr RoleSet kOfficersAndAuditor = kOfficers | bit(Role::auditor);
inline constexpr RoleSet kEverybody = (1u << kRoleCount) - 1;
inline constexpr RoleSet kTown = roles(Role::town_administrator);
inline constexpr RoleSet kTownAndHub = kTown | bit(Role::hub_officer);
inline constexpr RoleSet kVillageAndAbove = kTownAndHub | bit(Role::village_officer);
inline constexpr RoleSet kTownAndAuditor = kTown | bit(Role::auditor);
/// A kiosk reads published aggregates only: whatever names single residents is closed to it.
inline constexpr RoleSet kPersons = kEverybody & ~bit(Role::display);
/// Who may be a resident with an archive of their own; an auditor only watches.
inline constexpr RoleSet kResidents = kPersons & ~bit(Role::auditor);

/// How far a permitted role reaches.
enum class Reach : std::uint8_t {
  everyone,    ///< needs no sign-in
  signed_in,   ///< no place is concerned
  own_tree,    ///< the place concerned is the caller's own or below it
  own_record,  ///< the caller's own person, or their household
};

}  // namespace shanzhi::api

template <>
struct shanzhi::describe::EnumNames<shanzhi::api::Role> {
  static constexpr std::array values{
      "town_administrator", "hub_officer",    "village_officer", "grid_worker", "team_leader",
      "volunteer",          "merchant_clerk", "care_worker",     "auditor",     "display"};
};
