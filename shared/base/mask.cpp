// Names and telephone numbers as the public may see them.
#include "shared/base/utf8.h"

namespace shanzhi::base {
namespace {

/// Choose the glyph of the character before; alone they are nothing.
bool variation_selector(char32_t c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

bool digit(char c) {
  return c >= '0' && c <= '9';
}

/// Digits from a place in the text on, as many as wanted, each perhaps after one space, dash or dot.
struct Digits {
  std::string read;
  std::size_t end = 0;  ///< just after the last
};
Digits digits_at(std::string_view text, std::size_t from, std::size_t wanted) {
  Digits found{{}, from};
  for (std::size_t at = from; at < text.size() && found.read.size() < wanted; ++at) {
    const bool parts = text[at] == ' ' || text[at] == '-' || text[at] == '.';
    if (digit(text[at])) {
      found.read += text[at];
      found.end = at + 1;
    } else if (!parts || at != found.end || found.read.empty()) {
      break;
    }
  }
  return found;
}
bool ends_at(std::string_view text, std::size_t at) {
  return at >= text.size() || !digit(text[at]);
}
std::size_t digits_in_a_row(std::string_view text, std::size_t at) {
  const std::size_t from = at;
  while (at < text.size() && digit(text[at])) ++at;
  return at - from;
}

/// The end of the number of an identity card, a landline or any other long number that begins here.
std::size_t end_of_number(std::string_view text, std::size_t from) {
  constexpr std::size_t kCard = 18, kOldCard = 15, kAreaFrom = 10, kAreaTo = 12, kLong = 7;
  const Digits card = digits_at(text, from, kCard);
  if (card.read.size() == kCard && ends_at(text, card.end)) return card.end;
  if (card.read.size() == kCard - 1 && card.end < text.size() &&
      (text[card.end] == 'X' || text[card.end] == 'x'))
    return card.end + 1;
  const Digits old = digits_at(text, from, kOldCard);
  if (old.read.size() == kOldCard && ends_at(text, old.end)) return old.end;
  for (std::size_t count = kAreaTo; text[from] == '0' && count >= kAreaFrom; --count) {
    const Digits landline = digits_at(text, from, count);
    if (landline.read.size() == count && ends_at(text, landline.end)) return landline.end;
  }
  const std::size_t row = digits_in_a_row(text, from);
  return row >= kLong ? from + row : from;
}

}  // namespace

std::string mask_numbers(std::string_view text) {
  constexpr std::size_t kMobile = 11;
  std::string masked;
  for (std::size_t at = 0; at < text.size();) {
    if (!digit(text[at])) {
      masked += text[at++];
      continue;
    }
    const Digits mobile = digits_at(text, at, kMobile);
    const bool is_mobile = mobile.read.size() == kMobile && mobile.read[0] == '1' &&
                           mobile.read[1] >= '3' && ends_at(text, mobile.end);
    const std::size_t end = is_mobile ? mobile.end : end_of_number(text, at);
    if (is_mobile) {
      masked += mask_phone(mobile.read);
    } else if (end > at) {
      masked += "****";
    } else {
      masked += text.substr(at, digits_in_a_row(text, at));
    }
    at = end > at ? end : at + digits_in_a_row(text, at);
  }
  return masked;
}

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
