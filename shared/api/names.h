// The names on the wire of every enumeration of the domain.
#pragma once

#include "shared/base/result.h"
#include "shared/boards/boards.h"
#include "shared/describe/describe.h"
#include "shared/ledger/ledger.h"
#include "shared/people/people.h"
#include "shared/places/place.h"
#include "shared/rules/rules.h"

namespace shanzhi::describe {

template <>
struct EnumNames<places::Level> {
  static constexpr std::array values{"city", "county", "town", "hub", "village", "hamlet", "grid"};
};
template <>
struct EnumNames<places::SiteKind> {
  static constexpr std::array values{"town_base",      "hub_base",       "village_station",
                                     "supermarket",    "canteen",        "report_point",
                                     "suggestion_box", "service_station"};
};
template <>
struct EnumNames<places::StaffKind> {
  static constexpr std::array values{"chief", "full_time", "part_time"};
};
template <>
struct EnumNames<people::Gender> {
  static constexpr std::array values{"unknown", "male", "female"};
};
template <>
struct EnumNames<people::Relation> {
  static constexpr std::array values{"head",       "spouse",  "son",    "daughter", "parent",
                                     "grandchild", "sibling", "in_law", "other"};
};
template <>
struct EnumNames<people::LeadWay> {
  static constexpr std::array values{"organisation", "paired", "grouped"};
};
template <>
struct EnumNames<ledger::Currency> {
  static constexpr std::array values{"points", "hours"};
};
template <>
struct EnumNames<ledger::HolderKind> {
  static constexpr std::array values{"issue",      "spend",  "expiry",
                                     "correction", "person", "merchant"};
};
template <>
struct EnumNames<ledger::Reason> {
  static constexpr std::array values{"rule", "offer", "reversal", "expiry", "import"};
};
template <>
struct EnumNames<rules::ServiceField> {
  static constexpr std::array values{"livelihood", "culture", "ecology", "safety", "industry"};
};
template <>
struct EnumNames<rules::Direction> {
  static constexpr std::array values{"add", "deduct"};
};
template <>
struct EnumNames<rules::Unit> {
  static constexpr std::array values{"hour", "instance", "month", "quarter", "year"};
};
template <>
struct EnumNames<rules::Approver> {
  static constexpr std::array values{"system", "grid_worker", "village_officer", "hub_officer",
                                     "town_administrator"};
};
template <>
struct EnumNames<boards::Subject> {
  static constexpr std::array values{"person", "household", "team", "grid", "village", "hub"};
};
template <>
struct EnumNames<boards::Measure> {
  static constexpr std::array values{"points", "hours", "services"};
};
template <>
struct EnumNames<boards::FieldFilter> {
  static constexpr std::array values{"all",     "livelihood", "culture",
                                     "ecology", "safety",     "industry"};
};
template <>
struct EnumNames<base::Period> {
  static constexpr std::array values{"day", "week", "month", "quarter", "year", "all"};
};
template <>
struct EnumNames<base::Datum> {
  static constexpr std::array values{"wgs84", "gcj02", "bd09"};
};
template <>
struct EnumNames<base::ErrorCode> {
  static constexpr std::array values{"malformed",          "missing_field",    "unknown_field",
                                     "out_of_range",       "not_a_choice",     "not_found",
                                     "signed_out",         "bad_credentials",  "too_many_attempts",
                                     "not_permitted",      "own_household",    "second_person",
                                     "rule_not_in_force",  "wrong_unit",       "over_cap",
                                     "over_bonus",         "in_the_future",    "too_long_ago",
                                     "below_floor",        "already_reversed", "not_reversible",
                                     "already_exists",     "in_use",           "key_reused",
                                     "year_not_covered",   "too_large",        "unsupported_media",
                                     "method_not_allowed", "too_slow",         "busy",
                                     "storage_failed",     "internal"};
};

}  // namespace shanzhi::describe
