// Every visible sentence of the product, in Chinese and English: a closed set of messages, one table.
//
// To add a message, add one line M(name, "中文", "English") to the messages_*.inc of its screen; the
// compiler refuses one that is empty or whose {1} {2} differ between the languages.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/instant.h"
#include "shared/base/result.h"

namespace shanzhi::text {

enum class Language : std::uint8_t { chinese, english };

enum class Message : std::uint16_t {
#define M(name, chinese, english) name,
#include "shared/text/messages.inc"
#undef M
};

/// The message as it stands; lives as long as the program.
const char* say(Message message, Language language);

/// The message with {1}, {2} … replaced. A value that is missing becomes empty.
std::string fill(Message message, Language language,
                 std::initializer_list<std::string_view> values);
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values);

/// A refusal in one sentence: what, why, the right value. `cap_period` of the rule, where it is known,
/// lets the sentence on a cap say 每日, 每月 …
std::string sentence(const base::Error& error, Language language,
                     std::optional<base::Period> cap_period = std::nullopt);

}  // namespace shanzhi::text
