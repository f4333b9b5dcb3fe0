// Refusals that can say more than their code alone, because the field tells what was meant.
#pragma once

#include <string>

#include "shared/text/text.h"

namespace shanzhi::text {

/// The last name of a JSON pointer that is not a number: "/leaves/2/weight" → "weight", "/tags/1" → "tags".
std::string_view field_of(std::string_view pointer);

/// The sentence for this code, field and presence of values; "" when the general one serves.
std::string exact_sentence(const base::Error& error, Language language);

}  // namespace shanzhi::text
