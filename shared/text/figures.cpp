// Numbers as people read them.
#include "shared/text/figures.h"

#include <algorithm>

namespace shanzhi::text {
namespace {

std::uint64_t size_of(std::int64_t value) {
  return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

std::string with_commas(std::string digits) {
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

/// `value` / 10^`places` rounded half away from zero to `kept` decimals, trailing zeros dropped.
std::string decimal(std::uint64_t value, int places, int kept) {
  for (; places > kept; --places)
    value = value / 10 + (places == kept + 1 && value % 10 >= 5 ? 1 : 0);
  std::uint64_t scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  std::string out = with_commas(std::to_string(value / scale));
  std::string rest = std::to_string(scale + value % scale).substr(1);
  while (!rest.empty() && rest.back() == '0') rest.pop_back();
  return rest.empty() ? out : out + "." + rest;
}

std::string signed_text(std::int64_t value, std::string size) {
  if (value > 0) return "+" + size;
  return value < 0 ? kMinus + size : size;
}
std::string minus_text(std::int64_t value, std::string size) {
  return value < 0 ? kMinus + size : size;
}

std::string shortened(std::uint64_t whole, Language language) {
  const bool english = language == Language::english;
  if (whole < 100'000) return with_commas(std::to_string(whole));
  if (english) {
    if (whole < 999'500) return decimal(whole, 3, 0) + "k";
    return decimal(whole, 6, 1) + "M";
  }
  if (whole < 99'995'000) return decimal(whole, 4, 1) + "万";
  return decimal(whole, 8, 1) + "亿";
}

/// part / whole in tenths of a percent, rounded.
std::int64_t per_mille(std::int64_t part, std::int64_t whole) {
  const double exact = static_cast<double>(part) * 1000.0 / static_cast<double>(whole);
  return static_cast<std::int64_t>(exact < 0 ? exact - 0.5 : exact + 0.5);
}

}  // namespace

std::string count(std::int64_t value) {
  return minus_text(value, with_commas(std::to_string(size_of(value))));
}
std::string points(std::int64_t centipoints) {
  return minus_text(centipoints, decimal(size_of(centipoints), 2, 2));
}
std::string signed_points(std::int64_t centipoints) {
  return signed_text(centipoints, decimal(size_of(centipoints), 2, 2));
}
std::string signed_count(std::int64_t value) {
  return signed_text(value, with_commas(std::to_string(size_of(value))));
}
std::string short_count(std::int64_t value, Language language) {
  return minus_text(value, shortened(size_of(value), language));
}
std::string short_points(std::int64_t centipoints, Language language) {
  if (size_of(centipoints) < 10'000'000) return points(centipoints);
  return minus_text(centipoints, shortened(size_of(centipoints) / 100, language));
}

std::string hours(std::int64_t minutes) {
  const std::uint64_t tenths = (size_of(minutes) + 3) / 6;
  return minus_text(minutes, decimal(tenths, 1, 1));
}

std::string duration(std::int64_t minutes, Language language) {
  const bool english = language == Language::english;
  const std::uint64_t size = size_of(minutes);
  if (size < 60) return count(minutes) + (english ? " min" : " 分钟");
  if (size < 600 && size % 6 != 0) {
    const std::string whole = std::to_string(size / 60), rest = std::to_string(size % 60);
    return minus_text(minutes,
                      whole + (english ? " h " : " 小时 ") + rest + (english ? " min" : " 分"));
  }
  return hours(minutes) + (english ? " h" : " 小时");
}

std::string change_percent(std::int64_t value, std::int64_t base) {
  if (base == 0) return {};
  const std::int64_t change = per_mille(value - base, base);
  return signed_text(change, decimal(size_of(change), 1, 1)) + "%";
}

std::string share_percent(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return {};
  const std::int64_t share = per_mille(part, whole);
  return minus_text(share, decimal(size_of(share), 1, 1)) + "%";
}

std::string grouped(std::string_view decimal) {
  const bool minus = decimal.starts_with('-');
  const std::string_view plain = minus ? decimal.substr(1) : decimal;
  const std::size_t dot = std::min(plain.find('.'), plain.size());
  const std::string_view whole = plain.substr(0, dot), rest = plain.substr(dot);
  constexpr std::string_view kDigits = "0123456789";
  const bool number =
      !whole.empty() && whole.find_first_not_of(kDigits) == std::string_view::npos &&
      (whole.size() == 1 || whole.front() != '0') &&
      (rest.empty() ||
       (rest.size() > 1 && rest.substr(1).find_first_not_of(kDigits) == std::string_view::npos));
  if (!number) return std::string(decimal);
  return (minus ? kMinus : "") + with_commas(std::string(whole)) + std::string(rest);
}

}  // namespace shanzhi::text
