// Sentences that the wall alone says, in a table of their own: a program that shows none of them does not
// carry them. To add one, add a line to hall_words.inc, as for text.h.
#pragma once

#include "shared/text/text.h"

namespace shanzhi::text {

enum class HallWord : std::uint8_t {
#define M(name, chinese, english) name,
#include "shared/text/hall_words.inc"
#undef M
};

const char* say(HallWord word, Language language);
std::string fill(HallWord word, Language language, std::initializer_list<std::string_view> values);

}  // namespace shanzhi::text
