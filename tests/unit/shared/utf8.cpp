#include "shared/base/utf8.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/shared/random_numbers.h"

using namespace shanzhi::base;

TEST_CASE("broken, overlong, surrogate and too great sequences are not valid UTF-8") {
  const std::string_view wrong[] = {"\x80",
                                    "\xBF",
                                    "\xC3",
                                    "\xC0\xAF",
                                    "\xC1\xBF",
                                    "\xE0\x80\xAF",
                                    "\xE0\x9F\xBF",
                                    "\xF0\x80\x80\xAF",
                                    "\xF0\x8F\xBF\xBF",
                                    "\xED\xA0\x80",
                                    "\xED\xBF\xBF",
                                    "\xF4\x90\x80\x80",
                                    "\xF5\x80\x80\x80",
                                    "\xF8\x88\x80\x80\x80",
                                    "\xFE",
                                    "\xFF",
                                    "\xE5\xBC",
                                    "\xE5\xBC"
                                    "a",
                                    "a\xF0\x9F\x98",
                                    "\xC3\x28",
                                    "\xE2\x28\xA1",
                                    "张\xE4\xB8"};
  for (const std::string_view text : wrong) {
    INFO(text.size() << " bytes from " << static_cast<int>(static_cast<unsigned char>(text[0])));
    CHECK_FALSE(valid_utf8(text));
    CHECK_FALSE(printable(text, true));
  }
}

TEST_CASE("the edges of every length are valid UTF-8") {
  for (const char32_t c :
       {0x0u, 0x7Fu, 0x80u, 0x7FFu, 0x800u, 0xD7FFu, 0xE000u, 0xFFFFu, 0x10000u, 0x10FFFFu}) {
    std::string text;
    append_utf8(text, c);
    CHECK(valid_utf8(text));
    std::size_t at = 0;
    CHECK(next_code_point(text, at) == c);
    CHECK(at == text.size());
  }
}

TEST_CASE("a surrogate or a number past the last code point is written as the replacement") {
  for (const char32_t c : {0xD800u, 0xDFFFu, 0x110000u, 0xFFFFFFFFu}) {
    std::string text;
    append_utf8(text, c);
    CHECK(text == "\xEF\xBF\xBD");
  }
}

TEST_CASE("every code point survives writing and reading") {
  std::string text;
  for (char32_t c = 0; c <= 0x10FFFF; ++c)
    if (c < 0xD800 || c > 0xDFFF) append_utf8(text, c);
  std::size_t at = 0;
  char32_t differing = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c)
    if ((c < 0xD800 || c > 0xDFFF) && next_code_point(text, at) != c && differing == 0)
      differing = c;
  CHECK(differing == 0);
  CHECK(at == text.size());
}

TEST_CASE("any bytes are walked to their end, and a cut never splits a character") {
  shanzhi::tests::RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (std::int64_t left = random.between(0, 12); left > 0; --left) {
      if (random.between(0, 1) == 0)
        text.push_back(static_cast<char>(random.bits()));
      else
        append_utf8(text, static_cast<char32_t>(random.between(0x4E00, 0x9FFF)));
    }
    const std::size_t length = length_utf8(text);
    REQUIRE(length <= text.size());
    REQUIRE(cut_utf8(text, length) == text);
    const auto wanted = static_cast<std::size_t>(random.between(0, 12));
    const std::string_view cut = cut_utf8(text, wanted);
    REQUIRE(length_utf8(cut) <= wanted);
    REQUIRE((!valid_utf8(text) || valid_utf8(cut)));
    REQUIRE((!valid_utf8(text) || valid_utf8(tidy(text))));
  }
}

TEST_CASE("characters are counted and cut, not bytes") {
  CHECK(length_utf8("小留镇a😀") == 5);
  CHECK(cut_utf8("小留镇", 2) == "小留");
  CHECK(cut_utf8("小留镇", 9) == "小留镇");
  CHECK(cut_utf8("", 3).empty());
}

TEST_CASE("tidying drops outer spaces of both widths and narrows letters and digits") {
  CHECK(tidy(" \t　张　三\n　") == "张 三");
  CHECK(tidy("ＸＬ－０１２７") == "XL-0127");
  CHECK(tidy("３组　１２７号") == "3组 127号");
  CHECK(tidy("　　").empty());
}

TEST_CASE("tidying leaves Chinese punctuation as it is") {
  CHECK(tidy("帮扶老人，打扫院落（两小时）：好！") == "帮扶老人，打扫院落（两小时）：好！");
}

TEST_CASE("lower case touches ASCII letters only") {
  CHECK(lower_ascii("XL-Ä张Z") == "xl-Ä张z");
}

TEST_CASE("control characters and bidirectional overrides are not printable") {
  CHECK(printable("小留镇 Xiaoliu — 善治 😀", false));
  CHECK_FALSE(printable("a\tb", false));
  CHECK(printable("a\tb\nc", true));
  const std::string_view wrong[] = {std::string_view("a\0b", 3),
                                    "a\x1B[31m",
                                    "a\x7F",
                                    "\xC2\x85",
                                    "a\xE2\x80\xAE"
                                    "b",
                                    "a\xE2\x81\xA6"
                                    "b",
                                    "a\xE2\x80\xA8"
                                    "b",
                                    "a\xE2\x80\x8F",
                                    "a\rb"};
  for (const std::string_view text : wrong) CHECK_FALSE(printable(text, true));
}

TEST_CASE("of a name the first and the last character are shown, of two only the first") {
  CHECK(mask_name("张三") == "张*");
  CHECK(mask_name("张小三") == "张*三");
  CHECK(mask_name("欧阳小三") == "欧*三");
  CHECK(mask_name("阿卜杜拉·买买提") == "阿*提");
  CHECK(mask_name("𠮷三") == "𠮷*");
  CHECK(mask_name("").empty());
}

TEST_CASE("a name of one character is not given away") {
  CHECK(mask_name("张") == "*");
  CHECK(mask_name("\xEF\xB8\x8F") == "*");
  CHECK(mask_name("葛\xF3\xA0\x84\x80") == "*");  // with a variation selector
  CHECK(mask_name("葛\xF3\xA0\x84\x80三") == "葛\xF3\xA0\x84\x80*");
}

TEST_CASE("the middle of a telephone number is never shown") {
  CHECK(mask_phone("13812345678") == "138****5678");
  CHECK(mask_phone("053012345678") == "053*****5678");
  CHECK(mask_phone("5551234") == "*****34");
  CHECK(mask_phone("12") == "**");
  CHECK(mask_phone("").empty());
}
