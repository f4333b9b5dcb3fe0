// Whether somebody may be let look after an older member of the family: the rules that need no storage.
#pragma once

#include <cstdint>
#include <optional>

#include "shared/base/instant.h"
#include "shared/base/result.h"

namespace shanzhi::people {

/// How the one who is looked after has consented.
enum class ConsentWay : std::uint8_t { in_person, phone, written };

/// For one who is looked after, and for one who looks: more is no family any more.
inline constexpr std::int64_t kFamilyMax = 5;

/// What is known when a consent is to be recorded.
struct FamilyAsk {
  bool same_person = false;
  bool known = false;          ///< that very consent holds already
  std::int64_t looking = 0;    ///< who else may look at the elder
  std::int64_t looked_at = 0;  ///< whom else the relative looks after
  std::optional<base::CivilDate> until;
  base::CivilDate today;
};

/// Errors, at the fields of the command: not_a_choice, already_exists, out_of_range (/relative),
/// out_of_range (/until: the day is past).
base::Result<base::Done> check_family(const FamilyAsk& ask);

}  // namespace shanzhi::people
