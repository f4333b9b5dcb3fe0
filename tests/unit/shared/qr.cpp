// QR codes against the standard's worked example, its fixed patterns, and codes that scanners have read.
#include "shared/base/qr.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace shanzhi;

namespace {

std::uint64_t digest(const base::QrCode& code) {
  std::uint64_t h = 1469598103934665603ull;
  for (const std::uint8_t m : code.modules) h = (h ^ m) * 1099511628211ull;
  return h;
}

/// The 15 bits beside the upper left finder, the first one first.
unsigned format_of(const base::QrCode& code) {
  unsigned bits = 0;
  for (int x : {0, 1, 2, 3, 4, 5, 7, 8}) bits = bits << 1 | static_cast<unsigned>(code.dark(x, 8));
  for (int y : {7, 5, 4, 3, 2, 1, 0}) bits = bits << 1 | static_cast<unsigned>(code.dark(8, y));
  return bits;
}

}  // namespace

TEST_CASE("the remainder of the standard's worked example is the one it prints") {
  const std::vector<std::uint8_t> data{0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11,
                                       0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11};
  const std::vector<std::uint8_t> printed{0xA5, 0x24, 0xD4, 0xC1, 0xED,
                                          0x36, 0xC7, 0x87, 0x2C, 0x55};
  CHECK(base::qr_remainder(data, 10) == printed);
}

TEST_CASE("a code is as small as its bytes allow, and none is made of too many") {
  constexpr std::size_t kMost[] = {14,  26,  42,  62,  84,
                                   106, 122, 152, 180, 213};  // the standard's table 7
  for (int version = 1; version <= 10; version++) {
    INFO(version);
    const std::string full(kMost[version - 1], 'x');
    REQUIRE(base::qr_code(full));
    CHECK(base::qr_code(full)->side == 17 + 4 * version);
    if (version < 10) CHECK(base::qr_code(full + "x")->side == 21 + 4 * version);
  }
  CHECK_FALSE(base::qr_code(std::string(base::kQrBytesMax + 1, 'x')));
}

TEST_CASE("every code has the standard's fixed patterns and tells its level and mask") {
  // Level M, masks 0 to 7: table C.1.
  constexpr unsigned kFormats[] = {0x5412, 0x5125, 0x5E7C, 0x5B4B, 0x45F9, 0x40CE, 0x4F97, 0x4AA0};
  for (const std::size_t bytes : {5u, 40u, 110u, 200u})
    for (int mask = 0; mask < 8; mask++) {
      const auto code = base::qr_code(std::string(bytes, 'q'), mask);
      REQUIRE(code);
      INFO(bytes << " bytes, mask " << mask);
      CHECK(format_of(*code) == kFormats[mask]);
      CHECK(code->dark(8, code->side - 8));
      for (int i = 8; i < code->side - 8; i++) {
        CHECK(code->dark(i, 6) == (i % 2 == 0));
        CHECK(code->dark(6, i) == (i % 2 == 0));
      }
      for (const auto& [x, y] : {std::pair{0, 0}, {code->side - 7, 0}, {0, code->side - 7}}) {
        CHECK(code->dark(x, y));
        CHECK_FALSE(code->dark(x + 1, y + 1));
        CHECK(code->dark(x + 3, y + 3));
      }
    }
}

TEST_CASE("codes that a scanner has read stay as they were") {
  // Each of these, under all eight masks, was read back by an independent decoder when it was recorded.
  const auto card = base::qr_code("SZ1:0199cb5f-89f2-7b5f-a226-962b14574d84");
  const auto han = base::qr_code("善治 你好 Ünïcode");
  const auto large = base::qr_code(std::string(213, 'x'));
  REQUIRE((card && han && large));
  CHECK(card->side == 29);
  CHECK(digest(*card) == 1178298937817209328ull);
  CHECK(digest(*han) == 5746638291172182973ull);
  CHECK(digest(*large) == 5773074396027093917ull);
}
