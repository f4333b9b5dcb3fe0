// Decoding, counting, cutting and tidying UTF-8, safe on hostile bytes.
#include "shared/base/utf8.h"

namespace shanzhi::base {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kIdeographicSpace = 0x3000;

/// Length of the well-formed sequence at `at`, with its code point; 0 when there is none.
std::size_t decode(std::string_view text, std::size_t at, char32_t& code_point) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at);
  if (lead < 0x80) {
    code_point = lead;
    return 1;
  }
  std::size_t length = 0;
  char32_t lowest = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2, code_point = lead & 0x1F, lowest = 0x80;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3, code_point = lead & 0x0F, lowest = 0x800;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4, code_point = lead & 0x07, lowest = 0x10000;
  } else {
    return 0;
  }
  if (text.size() - at < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
    code_point = (code_point << 6) | (byte(at + i) & 0x3F);
  }
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  return code_point < lowest || code_point > 0x10FFFF || surrogate ? 0 : length;
}

bool space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == kIdeographicSpace;
}

/// Letters, digits and the signs of codes, numbers and addresses. The full-width comma, colon,
/// brackets and so on are Chinese punctuation proper and stay as they are.
bool narrows(char32_t half) {
  if ((half >= '0' && half <= '9') || (half >= 'A' && half <= 'Z') || (half >= 'a' && half <= 'z'))
    return true;
  return half == '+' || half == '-' || half == '.' || half == '/' || half == '#' || half == '@' ||
         half == '_' || half == '%' || half == '*' || half == '=' || half == '&';
}

char32_t half_width(char32_t c) {
  if (c == kIdeographicSpace) return ' ';
  if (c >= 0xFF01 && c <= 0xFF5E && narrows(c - 0xFEE0)) return c - 0xFEE0;
  return c;
}

bool control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

bool bidirectional(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

bool valid_utf8(std::string_view text) {
  char32_t code_point = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = decode(text, at, code_point);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::size_t length_utf8(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  if (at >= text.size()) return kReplacement;
  char32_t code_point = 0;
  const std::size_t length = decode(text, at, code_point);
  at += length == 0 ? 1 : length;
  return length == 0 ? kReplacement : code_point;
}

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  }
}

std::string_view cut_utf8(std::string_view text, std::size_t code_points) {
  std::size_t at = 0;
  while (at < text.size() && code_points-- > 0) next_code_point(text, at);
  return text.substr(0, at);
}

std::string tidy(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t kept = 0;  // length up to the last character that is not a space
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (space(c) && kept == 0) continue;
    const char32_t half = half_width(c);
    // Bytes that need no change are copied, so that broken ones are still seen as broken later.
    if (half == c)
      out.append(text.substr(from, at - from));
    else
      append_utf8(out, half);
    if (!space(c)) kept = out.size();
  }
  out.resize(kept);
  return out;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool printable(std::string_view text, bool multiline) {
  char32_t c = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = decode(text, at, c);
    if (length == 0 || bidirectional(c)) return false;
    if (control(c) && !(multiline && (c == '\t' || c == '\n'))) return false;
    at += length;
  }
  return true;
}

}  // namespace shanzhi::base
