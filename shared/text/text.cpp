// The one table of messages, checked while compiling.
#include "shared/text/text.h"

#include "shared/text/run.h"

namespace shanzhi::text {
namespace {

constexpr Both kMessages[] = {
#define M(name, chinese, english) {chinese, english},
#include "shared/text/messages.inc"
#undef M
};

static_assert(complete(kMessages), "a message has no text in one of the languages");
static_assert(same_placeholders(kMessages),
              "a message shows other values in English than in Chinese");

}  // namespace

const char* say(Message message, Language language) {
  return said<kMessages>(static_cast<std::size_t>(message), language);
}

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool slot = i + 2 < pattern.size() && pattern[i] == '{' && pattern[i + 2] == '}' &&
                      pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
    if (!slot) {
      out += pattern[i];
      continue;
    }
    const auto number = static_cast<std::size_t>(pattern[i + 1] - '1');
    if (number < values.size()) out += values.begin()[number];
    i += 2;
  }
  return out;
}

std::string fill(Message message, Language language,
                 std::initializer_list<std::string_view> values) {
  return fill(say(message, language), values);
}

}  // namespace shanzhi::text
