// Names and telephone numbers as the public may see them.
#include "shared/base/utf8.h"

namespace shanzhi::base {
namespace {

/// Choose the glyph of the character before; alone they are nothing.
bool variation_selector(char32_t c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

}  // namespace

std::string mask_name(std::string_view name) {
  std::size_t count = 0;
  std::size_t second = name.size();  // where the second character begins
  std::size_t last = 0;              // where the last one does
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t from = at;
    if (variation_selector(next_code_point(name, at)) && count > 0) continue;
    if (++count == 2) second = from;
    last = from;
  }
  if (count == 0) return {};
  if (count == 1) return "*";
  std::string masked(name.substr(0, second));
  masked += '*';
  if (count > 2) masked += name.substr(last);
  return masked;
}

std::string mask_phone(std::string_view phone) {
  constexpr std::size_t kMobileLength = 11;
  std::string masked(phone);
  const bool whole = phone.size() >= kMobileLength;
  const std::size_t from = whole ? 3 : 0;
  const std::size_t kept = whole ? 4 : phone.size() > 2 ? 2 : 0;
  for (std::size_t i = from; i + kept < masked.size(); ++i) masked[i] = '*';
  return masked;
}

}  // namespace shanzhi::base
