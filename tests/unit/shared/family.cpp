// The rules of family access as a table.
#include <catch2/catch_test_macros.hpp>

#include "shared/people/family.h"

using namespace shanzhi;
using base::ErrorCode;
using people::check_family;
using people::FamilyAsk;

TEST_CASE("a consent is recorded for another, once, by at most five, to a day not past") {
  const base::CivilDate today{20'000};
  struct Row {
    const char* what;
    FamilyAsk ask;
    const char* field;  ///< "": it is good
    ErrorCode code;
  };
  const Row rows[] = {
      {"the usual one", {.today = today}, "", {}},
      {"for oneself", {.same_person = true, .today = today}, "/relative", ErrorCode::not_a_choice},
      {"twice", {.known = true, .today = today}, "/relative", ErrorCode::already_exists},
      {"four look already", {.looking = 4, .today = today}, "", {}},
      {"five look already", {.looking = 5, .today = today}, "/relative", ErrorCode::out_of_range},
      {"looks after five", {.looked_at = 5, .today = today}, "/relative", ErrorCode::out_of_range},
      {"until today", {.until = today, .today = today}, "", {}},
      {"until yesterday",
       {.until = base::CivilDate{19'999}, .today = today},
       "/until",
       ErrorCode::out_of_range},
      {"twice, and for oneself",
       {.same_person = true, .known = true, .today = today},
       "/relative",
       ErrorCode::not_a_choice}};
  for (const Row& row : rows) {
    INFO(row.what);
    const auto result = check_family(row.ask);
    CHECK(result.ok() == (*row.field == 0));
    if (result.ok()) continue;
    CHECK(result.error().code == row.code);
    CHECK(result.error().field == row.field);
  }
}
