// The reading of single Han characters; the table behind pinyin.h, generated.
#pragma once

#include <cstdint>

namespace shanzhi::base {

/// The most common syllable, lower case without tone, ü as v; "" for what is not a known character.
const char* reading_of(char32_t character);

}  // namespace shanzhi::base
