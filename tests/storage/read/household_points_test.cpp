// Where households stand: all that have a point, for those who may look them up, names in a grid alone.
#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <set>

#include "shared/api/views.h"
#include "tests/storage/read/fixture.h"

namespace shanzhi::test {
namespace {

using Spot = std::pair<std::int64_t, std::int64_t>;

std::vector<Spot> spots_of(const api::HouseholdPoints& points) {
  std::vector<Spot> out;
  Spot at{0, 0};
  for (std::size_t i = 0; i + 1 < points.coordinates.size(); i += 2) {
    at = {at.first + points.coordinates[i], at.second + points.coordinates[i + 1]};
    out.push_back(at);
  }
  return out;
}

Spot spot_of(const base::Point& p) {
  return {std::llround(p.x * api::kUnitsPerDegree), std::llround(p.y * api::kUnitsPerDegree)};
}

/// Those of the town's values for which `wanted` holds.
template <class Wanted>
std::multiset<Spot> expected(const TownFile& file, Wanted wanted) {
  std::multiset<Spot> out;
  for (const people::Household& home : file.town.households)
    if (home.at && wanted(home)) out.insert(spot_of(*home.at));
  return out;
}

std::multiset<Spot> found(const api::HouseholdPoints& points) {
  const auto spots = spots_of(points);
  return {spots.begin(), spots.end()};
}

}  // namespace

TEST_CASE("the points of every place are those of its households that have one") {
  TownFile file;
  const auto town = file.caller(api::Role::town_administrator, "371702106");
  const auto of = [&](const std::string& place) {
    return file.view<api::HouseholdPoints>("household-points", {{"place", place}}, town);
  };
  const auto whole = of("");
  CHECK(found(whole) == expected(file, [](const auto&) { return true; }));
  CHECK(whole.households == 60);
  CHECK(whole.coordinates.size() == 96);
  CHECK(found(of("371702106202")) == expected(file, [](const people::Household& home) {
          return home.grid.rfind("371702106202-", 0) == 0;
        }));
  CHECK(found(of("371702106203-X1")) == expected(file, [](const people::Household& home) {
          return home.hamlet == "371702106203-X1";
        }));
}

TEST_CASE("in a grid it is said whose house it is, and nowhere above") {
  TownFile file;
  const auto town = file.caller(api::Role::town_administrator, "371702106");
  CHECK(file.view<api::HouseholdPoints>("household-points", {{"place", "371702106201"}}, town)
            .ids.empty());
  const auto grid =
      file.view<api::HouseholdPoints>("household-points", {{"place", "371702106201-G02"}}, town);
  const auto spots = spots_of(grid);
  REQUIRE(spots.size() == 8);
  REQUIRE(grid.ids.size() == 8);
  REQUIRE(grid.numbers.size() == 8);
  REQUIRE(grid.heads.size() == 8);
  for (std::size_t i = 0; i < spots.size(); ++i)
    for (const people::Household& home : file.town.households) {
      if (base::to_text(home.id.uuid) != grid.ids[i]) continue;
      CHECK(spots[i] == spot_of(*home.at));
      CHECK(grid.numbers[i] == home.number);
      CHECK(grid.heads[i] ==
            file.text("SELECT head_name FROM household WHERE number = '" + home.number + "'"));
    }
}

TEST_CASE("where households stand is for officers and auditors of the place alone") {
  TownFile file;
  const app::Parameters here{{"place", "371702106201"}};
  const auto village = file.caller(api::Role::village_officer, "371702106201");
  CHECK(file.run("household-points", here, village));
  CHECK(file.run("household-points", here, file.caller(api::Role::auditor, "371702106")));
  CHECK(file.refusal("household-points", {{"place", "371702106202"}}, village) ==
        base::ErrorCode::not_found);
  for (const api::Role role : {api::Role::display, api::Role::volunteer, api::Role::merchant_clerk})
    CHECK(file.refusal("household-points", here, file.caller(role, "371702106201", 1)) ==
          base::ErrorCode::not_permitted);
  // Nor does a resident read it in the list or the book of the own household.
  const auto resident = file.caller(api::Role::volunteer, "371702106", 1);
  const auto own = file.view<api::HouseholdPage>("households", {}, resident).households;
  REQUIRE(own.size() == 1);
  CHECK_FALSE(own.front().longitude);
  CHECK_FALSE(file.view<api::Passbook>("passbook", {}, resident).latitude);
  const auto officer =
      file.view<api::Passbook>("passbook", {{"household", own.front().id}}, village);
  REQUIRE(officer.longitude);
  CHECK(officer.longitude == file.town.households.front().at->x);
  CHECK(officer.latitude == file.town.households.front().at->y);
}

}  // namespace shanzhi::test
