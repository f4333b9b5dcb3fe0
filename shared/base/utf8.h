// Text as people have it: UTF-8 that is checked, cut and searched without breaking a character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace shanzhi::base {

/// True for well-formed UTF-8 without surrogates, overlong forms or code points past U+10FFFF.
bool valid_utf8(std::string_view text);
/// Number of code points (of well-formed text).
std::size_t length_utf8(std::string_view text);
/// Decodes the code point at `at` and moves past it; U+FFFD for a broken byte.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);
/// At most `code_points` characters; never splits one.
std::string_view cut_utf8(std::string_view text, std::size_t code_points);
/// Without leading and trailing spaces (ASCII and U+3000); full-width letters, digits, spaces and the
/// signs of codes (＋－．／＃＠＿％＊＝＆) made half-width. Chinese punctuation (，：（）) stays.
std::string tidy(std::string_view text);
/// ASCII lower case; other bytes unchanged.
std::string lower_ascii(std::string_view text);
/// No control characters (tab and newline allowed when `multiline`), no bidirectional overrides.
bool printable(std::string_view text, bool multiline);

/// 张三 → 张*, 张小三 → 张*三, 欧阳小三 → 欧*三: first and last kept, one star for the rest.
std::string mask_name(std::string_view name);
/// 13812345678 → 138****5678; shorter numbers keep the last two digits.
std::string mask_phone(std::string_view phone);
/// Numbers of telephones (138****5678) and of identity cards and the like (****) within a text that
/// everybody reads; dates, times and counts stay. Also when their digits are parted by spaces or dashes.
std::string mask_numbers(std::string_view text);

}  // namespace shanzhi::base
