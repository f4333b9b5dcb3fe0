// Bytes as text (RFC 4648 §4), for stores that keep text alone.
#pragma once

#include <string>
#include <string_view>

namespace shanzhi::base {

std::string to_base64(std::string_view bytes);
/// What to_base64() wrote; of anything else as much as can be read.
std::string from_base64(std::string_view text);

}  // namespace shanzhi::base
