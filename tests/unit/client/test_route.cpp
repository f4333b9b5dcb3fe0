// Addresses of the desk.
#include <catch2/catch_test_macros.hpp>

#include "client/model/route.h"

using namespace shanzhi::model;

TEST_CASE("an address comes back as it went") {
  Route route;
  route.section = Section::households;
  route.set = {{"place", "371702106201"}, {"search", "张三 & 李四"}, {"sort", "-balance"}};
  REQUIRE(parse_hash(to_hash(route)) == route);
}

TEST_CASE("every section has an address of its own") {
  for (int i = 0; i < kSections; i++) {
    Route route;
    route.section = static_cast<Section>(i);
    REQUIRE(parse_hash(to_hash(route)).section == route.section);
  }
}

TEST_CASE("an address that means nothing leads to the overview") {
  for (const char* hash : {"", "#", "#/desk/", "#/desk/nothing?place=1", "#/hall", "garbage"})
    REQUIRE(parse_hash(hash).section == Section::overview);
  REQUIRE(parse_hash("#/desk/nothing?place=1").set.empty());
  REQUIRE(parse_hash("#/desk/map?=1&x&&place=7").set ==
          std::map<std::string, std::string>{{"place", "7"}});
}

TEST_CASE("another section keeps the place and nothing else") {
  const Route from = parse_hash("#/desk/households?place=7&open=abc&search=x");
  REQUIRE(to_hash(from.to(Section::map)) == "#/desk/map?place=7");
}
