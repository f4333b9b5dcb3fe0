// SHA-256 (FIPS 180-4) for programs that have no library for it: a browser's page served without TLS has
// no crypto.subtle.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace shanzhi::base {

using Hash256 = std::array<std::uint8_t, 32>;

Hash256 sha256(std::string_view bytes);
/// 64 lower-case digits.
std::string to_hex(const Hash256& hash);
/// nullopt unless it is 64 lower-case digits: one hash has one text.
std::optional<Hash256> parse_hash256(std::string_view text);

}  // namespace shanzhi::base
