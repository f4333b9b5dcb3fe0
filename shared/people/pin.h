// The six digits with which somebody without e-mail signs in: what they must look like.
#pragma once

#include <optional>
#include <string_view>

#include "shared/base/instant.h"
#include "shared/base/result.h"

namespace shanzhi::people {

inline constexpr std::size_t kPinDigits = 6;
/// Digits of the code that the village window prints.
inline constexpr std::size_t kSignInCodeDigits = 8;

/// Refuses what a neighbour would try first: few different digits, counting up or down, the same half
/// twice, the telephone number's last six, the birthday. Errors: malformed (not six digits),
/// out_of_range (too easily guessed).
base::Result<base::Done> check_pin(std::string_view pin, std::string_view phone = {},
                                   std::optional<base::CivilDate> born = {});

}  // namespace shanzhi::people
