// What a field's description demands of a value, apart from where the value comes from: used by the
// JSON reader and by forms that check while somebody types.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/describe/describe.h"

namespace shanzhi::describe {

/// Most characters of a text whose description gives no bound.
inline constexpr std::int64_t kTextMax = 10'000;

/// Nothing when the text may stand in the field; else malformed, missing_field (empty though required)
/// or out_of_range (length), with `field` left empty.
std::optional<base::Error> trouble_of_text(const Field& field, std::string_view text);

/// The refusal of a value outside `low` … `high`: `shown` and `shown2` are the bounds as people read
/// them (points for centipoints), empty when there is none on that side.
base::Error out_of_range(const Field& field);

}  // namespace shanzhi::describe
