#include "shared/base/id.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/unit/shared/random_numbers.h"

using namespace shanzhi::base;

namespace {

std::array<std::uint8_t, 10> ten_bytes(shanzhi::tests::RandomNumbers& random) {
  std::array<std::uint8_t, 10> bytes{};
  for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random.bits());
  return bytes;
}

}  // namespace

TEST_CASE("the example of RFC 9562 is made and written as printed there") {
  // Appendix A.6: 2022-02-22T19:22:22Z, rand_a CC3, rand_b 18C4DC0C0C07398F.
  const Uuid id =
      make_uuid7(1645557742000, {0x0C, 0xC3, 0x18, 0xC4, 0xDC, 0x0C, 0x0C, 0x07, 0x39, 0x8F});
  CHECK(to_text(id) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

TEST_CASE("every identity survives text and bytes") {
  shanzhi::tests::RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  for (int i = 0; i < 2000; ++i) {
    const Uuid id = make_uuid7(random.between(0, 281474976710655), ten_bytes(random));
    REQUIRE(parse_uuid(to_text(id)) == id);
    REQUIRE(uuid_from_bytes(to_bytes(id).data()) == id);
    REQUIRE(to_text(id)[14] == '7');
    REQUIRE(std::string("89ab").find(to_text(id)[19]) != std::string::npos);
  }
}

TEST_CASE("later identities sort after earlier ones, as numbers, as text and as bytes") {
  shanzhi::tests::RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  for (int i = 0; i < 2000; ++i) {
    const std::int64_t ms = random.between(1, 4000000000000);
    const Uuid early = make_uuid7(ms, ten_bytes(random));
    const Uuid late = make_uuid7(ms + random.between(1, 1000), ten_bytes(random));
    REQUIRE(early < late);
    REQUIRE_FALSE(late < early);
    REQUIRE(to_text(early) < to_text(late));
    REQUIRE(to_bytes(early) < to_bytes(late));
  }
}

TEST_CASE("no identity is written as empty text") {
  CHECK(to_text(Uuid{}).empty());
  CHECK(PersonId{}.none());
}

TEST_CASE("an identity is read in either case and in no other shape") {
  const auto id = parse_uuid("017F22E2-79B0-7CC3-98C4-DC0C0C07398F");
  REQUIRE(id.has_value());
  CHECK(to_text(*id) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  const char* const wrong[] = {"",
                               "017f22e279b07cc398c4dc0c0c07398f",
                               "017f22e2-79b0-7cc3-98c4-dc0c0c07398",
                               "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0",
                               "{17f22e2-79b0-7cc3-98c4-dc0c0c07398f}",
                               "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
                               "017f22e27-9b0-7cc3-98c4-dc0c0c07398f",
                               " 17f22e2-79b0-7cc3-98c4-dc0c0c07398f",
                               "017f22e2-79b0-7cc3-98c4--c0c0c07398f"};
  for (const char* text : wrong) {
    INFO(text);
    CHECK_FALSE(parse_uuid(text).has_value());
  }
}
