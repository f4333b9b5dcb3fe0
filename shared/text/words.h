// Names of the wire's words for people: levels, roles, kinds, units, periods, measures, events, and the
// titles of fields.
#pragma once

#include <cstdint>
#include <string_view>

#include "shared/describe/describe.h"
#include "shared/text/text.h"

namespace shanzhi::text {

/// The sets of words that the wire uses. The same word may mean different things in two sets.
enum class Vocabulary : std::uint8_t {
  level,
  site_kind,
  staff_kind,
  gender,
  relation,
  lead_way,
  currency,
  holder,
  reason,
  service_field,
  direction,
  unit,
  approver,
  subject,
  measure,
  period,
  datum,
  role,
  map_measure,
  event,
  evidence,
  import_kind,
  search_kind,
  severity,
  scene,
  consent_way,
};

/// The word in the language; nullptr when the set does not have it.
const char* find_word(Vocabulary set, std::string_view wire, Language language);
/// As find_word, but an unknown word (a newer server's) as it is. The result lives as long as `wire`.
std::string_view word(Vocabulary set, std::string_view wire, Language language);

/// The set that an enumeration of the domain belongs to; specialised in words_of.h.
template <class E>
struct VocabularyOf;

/// What the number of a field counts, so that a refusal can say 字, 分, 分钟.
enum class FieldUnit : std::uint8_t { none, characters, points, minutes, days, degrees, rows };

/// Title of a field for forms, columns and refusals: "minutes" → 服务时长. nullptr when unknown.
const char* field_title(std::string_view wire, Language language);
FieldUnit field_unit(std::string_view wire);

}  // namespace shanzhi::text
