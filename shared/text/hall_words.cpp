// The wall's own table, checked while compiling as the large one is.
#include "shared/text/hall_words.h"

#include "shared/text/run.h"

namespace shanzhi::text {
namespace {

constexpr Both kHallWords[] = {
#define M(name, chinese, english) {chinese, english},
#include "shared/text/hall_words.inc"
#undef M
};
static_assert(complete(kHallWords), "a sentence has no text in one of the languages");
static_assert(same_placeholders(kHallWords),
              "a sentence shows other values in English than in Chinese");

}  // namespace

const char* say(HallWord word, Language language) {
  return said<kHallWords>(static_cast<std::size_t>(word), language);
}

std::string fill(HallWord word, Language language, std::initializer_list<std::string_view> values) {
  return fill(std::string_view(say(word, language)), values);
}

}  // namespace shanzhi::text
