#include "shared/places/place.h"

#include <catch2/catch_test_macros.hpp>

using shanzhi::places::valid_place_code;

TEST_CASE(
    "statistical codes, and those with the suffix of a hub, hamlet or grid, are place codes") {
  for (const char* code : {"371702", "371702106", "371702106201", "371702106-H3", "371702106201-X2",
                           "371702106201-G07", "371702106-V3-G12"}) {
    INFO(code);
    CHECK(valid_place_code(code));
  }
}

TEST_CASE("any other text is no place code") {
  for (const char* code :
       {"", "3717", "37170210", "3717021062011", "371702106-", "371702106-3", "371702106-H",
        "371702106-h3", "371702106-H12345", "371702106-H3-", "371702106 ", "-H3", "371702106-H3x",
        "37170a", "371702106/../", "371702106201-G07-X01-H02-V03-A045"}) {
    INFO(code);
    CHECK_FALSE(valid_place_code(code));
  }
}
