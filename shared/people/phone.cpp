// Telephone numbers as people write them, into digits only.
#include <string>
#include <string_view>

#include "shared/base/utf8.h"
#include "shared/people/people.h"

namespace shanzhi::people {
namespace {

using base::ErrorCode;

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool mobile(std::string_view digits) {
  return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
}

/// Area codes 010 and 02x have numbers of eight digits, the others (0530 …) of seven or eight. No
/// local number begins with 0, 1 or 9: those are trunk, mobile and service numbers.
bool landline(std::string_view digits) {
  if (digits.size() < 11 || digits[0] != '0' || digits[1] == '0') return false;
  const bool short_code = starts_with(digits, "010") || digits[1] == '2';
  if (!short_code && digits[1] < '3') return false;
  const std::string_view local = digits.substr(short_code ? 3 : 4);
  const bool length_fits = local.size() == 8 || (!short_code && local.size() == 7);
  return length_fits && local[0] >= '2' && local[0] <= '8';
}

}  // namespace

base::Result<std::string> parse_phone(std::string_view text) {
  const std::string given = base::tidy(text);
  const bool plus = starts_with(given, "+");
  std::string digits;
  for (const char c : std::string_view(given).substr(plus ? 1 : 0)) {
    if (c == ' ' || c == '-') continue;
    if (c < '0' || c > '9') return ErrorCode::malformed;
    digits.push_back(c);
  }
  const bool international = plus || starts_with(digits, "0086");
  if (international) {
    if (!plus) digits.erase(0, 2);
    if (!starts_with(digits, "86")) return ErrorCode::malformed;
    digits.erase(0, 2);
    // Behind the country's code the trunk zero of an area code is left out: +86 530 5551234.
    if (!mobile(digits) && !starts_with(digits, "0")) digits.insert(digits.begin(), '0');
  }
  if (mobile(digits) || landline(digits)) return digits;
  return ErrorCode::malformed;
}

}  // namespace shanzhi::people
