// The fields that many commands, queries and views have, described in one place.
#pragma once

#include "shared/api/limits.h"
#include "shared/describe/describe.h"
#include "shared/places/place.h"

namespace shanzhi::api {

inline constexpr describe::Presence kRequired = describe::Presence::required;
inline constexpr describe::Presence kOptional = describe::Presence::optional;

/// Of an answer: named, and no more.
inline describe::Field optional(const char* name) {
  return {name, "", kOptional};
}
constexpr describe::Field reference(const char* name, const char* sentence,
                                    describe::Presence presence = kRequired) {
  return {name, sentence, presence, 36, 36, describe::Kind::uuid};
}
constexpr describe::Field id_field(const char* sentence) {
  return reference("id", sentence);
}
/// The id of the command itself, where what it changes has its own.
constexpr describe::Field command_id() {
  return id_field(
      "UUID (version 7) made by the sender; a repeat with the same id is answered alike "
      "and does nothing again.");
}
constexpr describe::Field words(const char* name, const char* sentence, std::int64_t high) {
  return {name, sentence, kOptional, 0, high};
}
constexpr describe::Field place_code(const char* name, const char* sentence,
                                     describe::Presence presence = kRequired) {
  return {name,
          sentence,
          presence,
          presence == kRequired ? 1 : 0,
          static_cast<std::int64_t>(places::kPlaceCodeMax),
          describe::Kind::place_code};
}
constexpr describe::Field longitude(describe::Presence presence = kRequired) {
  return {"longitude",   "Degrees east, WGS 84.", presence,
          kLongitudeMin, kLongitudeMax,           describe::Kind::degrees};
}
constexpr describe::Field latitude(describe::Presence presence = kRequired) {
  return {"latitude",   "Degrees north, WGS 84.", presence, kLatitudeMin,
          kLatitudeMax, describe::Kind::degrees};
}
constexpr describe::Field at_place() {
  return place_code("place",
                    "Code of a place; everything lies within it. Absent: the caller's place.",
                    kOptional);
}

}  // namespace shanzhi::api
