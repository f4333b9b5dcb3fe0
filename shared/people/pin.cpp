// What is too easily guessed.
#include "shared/people/pin.h"

#include <algorithm>
#include <string>

namespace shanzhi::people {
namespace {

using base::ErrorCode;

std::size_t different_digits(std::string_view pin) {
  std::string digits(pin);
  std::sort(digits.begin(), digits.end());
  return static_cast<std::size_t>(std::unique(digits.begin(), digits.end()) - digits.begin());
}

/// 345678, 890123, 987654 …
bool counts(std::string_view pin) {
  const int step = (pin[1] - pin[0] + 10) % 10;
  if (step != 1 && step != 9) return false;
  for (std::size_t i = 1; i < pin.size(); ++i)
    if ((pin[i] - pin[i - 1] + 10) % 10 != step) return false;
  return true;
}

/// 650312, as it stands on the identity card, and 031265, 120365 as others write it.
bool is_birthday(std::string_view pin, base::CivilDate born) {
  const std::string day = base::to_text(born);  // 1965-03-12
  if (day.size() != 10) return false;
  const std::string y = day.substr(2, 2), m = day.substr(5, 2), d = day.substr(8, 2);
  return pin == y + m + d || pin == m + d + y || pin == d + m + y || pin == day.substr(0, 4) + m;
}

}  // namespace

base::Result<base::Done> check_pin(std::string_view pin, std::string_view phone,
                                   std::optional<base::CivilDate> born) {
  const bool digits =
      std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (pin.size() != kPinDigits || !digits) return {ErrorCode::malformed, "/pin"};
  const bool halves = pin.substr(0, 3) == pin.substr(3);
  const bool of_phone =
      phone.size() >= kPinDigits && phone.substr(phone.size() - kPinDigits) == pin;
  if (different_digits(pin) < 3 || counts(pin) || halves || of_phone ||
      (born && is_birthday(pin, *born)))
    return {ErrorCode::out_of_range, "/pin"};
  return base::Done{};
}

}  // namespace shanzhi::people
