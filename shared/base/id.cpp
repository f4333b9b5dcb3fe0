// Making, writing and reading 128-bit identities.
#include "shared/base/id.h"

namespace shanzhi::base {
namespace {

constexpr char kHex[] = "0123456789abcdef";
constexpr std::size_t kTextLength = 36;

bool dash_at(std::size_t place) {
  return place == 8 || place == 13 || place == 18 || place == 23;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

Uuid make_uuid7(std::int64_t unix_ms, const std::array<std::uint8_t, 10>& random) {
  const auto ms = static_cast<std::uint64_t>(unix_ms) & 0xFFFF'FFFF'FFFFull;
  const std::uint64_t rand_a = ((random[0] & 0x0Fu) << 8) | random[1];
  std::uint64_t rand_b = 0;
  for (std::size_t i = 2; i < random.size(); ++i) rand_b = (rand_b << 8) | random[i];
  Uuid id;
  id.high = (ms << 16) | 0x7000u | rand_a;                                  // version 7
  id.low = (rand_b & 0x3FFF'FFFF'FFFF'FFFFull) | 0x8000'0000'0000'0000ull;  // variant 10
  return id;
}

std::string to_text(const Uuid& id) {
  if (id.none()) return {};
  std::string text;
  text.reserve(kTextLength);
  for (const std::uint8_t byte : to_bytes(id)) {
    if (dash_at(text.size())) text.push_back('-');
    text.push_back(kHex[byte >> 4]);
    text.push_back(kHex[byte & 15]);
  }
  return text;
}

std::optional<Uuid> parse_uuid(std::string_view text) {
  if (text.size() != kTextLength) return std::nullopt;
  Uuid id;
  int digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (dash_at(i)) {
      if (text[i] != '-') return std::nullopt;
      continue;
    }
    const int value = hex_value(text[i]);
    if (value < 0) return std::nullopt;
    std::uint64_t& half = digits++ < 16 ? id.high : id.low;
    half = (half << 4) | static_cast<std::uint64_t>(value);
  }
  return id;
}

std::array<std::uint8_t, 16> to_bytes(const Uuid& id) {
  std::array<std::uint8_t, 16> bytes{};
  for (std::size_t i = 0; i < 8; ++i) {
    bytes[i] = static_cast<std::uint8_t>(id.high >> (56 - 8 * i));
    bytes[i + 8] = static_cast<std::uint8_t>(id.low >> (56 - 8 * i));
  }
  return bytes;
}

Uuid uuid_from_bytes(const std::uint8_t* bytes16) {
  Uuid id;
  for (std::size_t i = 0; i < 8; ++i) {
    id.high = (id.high << 8) | bytes16[i];
    id.low = (id.low << 8) | bytes16[i + 8];
  }
  return id;
}

}  // namespace shanzhi::base
