// The phone's own table, checked while compiling as the large one is.
#include "shared/text/phone_words.h"

#include "shared/text/run.h"

namespace shanzhi::text {
namespace {

constexpr Both kPhoneWords[] = {
#define M(name, chinese, english) {chinese, english},
#include "shared/text/phone_words.inc"
#undef M
};
static_assert(complete(kPhoneWords), "a sentence has no text in one of the languages");
static_assert(same_placeholders(kPhoneWords),
              "a sentence shows other values in English than in Chinese");

}  // namespace

const char* say(PhoneWord word, Language language) {
  return said<kPhoneWords>(static_cast<std::size_t>(word), language);
}

std::string fill(PhoneWord word, Language language,
                 std::initializer_list<std::string_view> values) {
  return fill(std::string_view(say(word, language)), values);
}

}  // namespace shanzhi::text
