#include "shared/people/people.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/unit/shared/random_numbers.h"

using namespace shanzhi;
using base::ErrorCode;
using people::Gender;

namespace {

std::string id_with(const std::string& first_17) {
  for (const char check : std::string("0123456789X"))
    if (people::parse_id_card(first_17 + check)) return first_17 + check;
  return {};
}

}  // namespace

TEST_CASE("the examples of GB 11643 are accepted with their birth date and gender") {
  const auto woman = people::parse_id_card("11010519491231002X");
  REQUIRE(woman.ok());
  CHECK(base::to_text(woman->born) == "1949-12-31");
  CHECK(woman->gender == Gender::female);
  const auto man = people::parse_id_card("440524188001010014");
  REQUIRE(man.ok());
  CHECK(base::to_text(man->born) == "1880-01-01");
  CHECK(man->gender == Gender::male);
}

TEST_CASE("an identity number is read with a small x, full-width digits and spaces around") {
  const auto card = people::parse_id_card(" １１０１０５１９４９１２３１００２x　");
  REQUIRE(card.ok());
  CHECK(card->number == "11010519491231002X");
}

TEST_CASE("a wrong check digit is refused and the right one named") {
  const auto card = people::parse_id_card("110105194912310021");
  REQUIRE_FALSE(card.ok());
  CHECK(card.error().code == ErrorCode::out_of_range);
  CHECK(card.error().shown == "X");
}

TEST_CASE("what has not the shape or not a real date of an identity number is malformed") {
  const char* const wrong[] = {"",
                               "11010519491231002",
                               "11010519491231002XX",
                               "1101051949123100AX",
                               "110105194913310020",
                               "110105194902290029",
                               "110105187912310029",
                               "010105194912310021",
                               "110105491231002",
                               "11010519491231X02X"};
  for (const char* text : wrong) {
    INFO(text);
    const auto card = people::parse_id_card(text);
    REQUIRE_FALSE(card.ok());
    CHECK(card.error().code == ErrorCode::malformed);
  }
}

TEST_CASE(
    "any single wrong digit and any two neighbours exchanged are found in an identity number") {
  tests::RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  for (int i = 0; i < 200; ++i) {
    const std::string right =
        id_with("371702" + std::to_string(random.between(1940, 2020)) + "0" +
                std::to_string(random.between(1, 9)) + "1" + std::to_string(random.between(0, 9)) +
                std::to_string(random.between(100, 999)));
    REQUIRE(right.size() == 18);
    for (std::size_t at = 0; at < 17; ++at) {
      std::string wrong = right;
      wrong[at] = static_cast<char>('0' + (right[at] - '0' + random.between(1, 9)) % 10);
      REQUIRE_FALSE(people::parse_id_card(wrong).ok());
      wrong = right;
      std::swap(wrong[at], wrong[at + 1]);
      REQUIRE((wrong == right || !people::parse_id_card(wrong).ok()));
    }
  }
}

TEST_CASE("mobile and landline numbers are read however they are written") {
  const char* const pairs[][2] = {
      {"13812345678", "13812345678"},     {" 138 1234 5678", "13812345678"},
      {"138-1234-5678", "13812345678"},   {"+86 138 1234 5678", "13812345678"},
      {"008613812345678", "13812345678"}, {"１３８１２３４５６７８", "13812345678"},
      {"0530-5551234", "05305551234"},    {"053055512345", "053055512345"},
      {"+86 530 5551234", "05305551234"}, {"+86-10-62345678", "01062345678"},
      {"021 62345678", "02162345678"}};
  for (const auto& [written, digits] : pairs) {
    INFO(written);
    const auto phone = people::parse_phone(written);
    REQUIRE(phone.ok());
    CHECK(*phone == digits);
  }
}

TEST_CASE("what nobody can be reached under is no telephone number") {
  const char* const wrong[] = {"",
                               "1381234567",
                               "138123456789",
                               "12812345678",
                               "5551234",
                               "110",
                               "0530",
                               "05301551234",
                               "0530555123",
                               "0530555123456",
                               "010623456",
                               "00105551234",
                               "138123456a8",
                               "+1 2025550123",
                               "+",
                               "--",
                               "0106234567",
                               "+86 0138 1234 5678",
                               "13812345678,13912345678"};
  for (const char* text : wrong) {
    INFO(text);
    const auto phone = people::parse_phone(text);
    REQUIRE_FALSE(phone.ok());
    CHECK(phone.error().code == ErrorCode::malformed);
  }
}
