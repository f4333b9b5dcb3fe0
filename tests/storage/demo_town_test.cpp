// The demonstration town keeps its promises: published figures from rows, no broken rule, no gap in
// the map, the same town for the same seed.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "server/demo/demo.h"

using namespace shanzhi;

namespace {

const app::TownData& reference_town() {
  static const app::TownData town = demo::make_town(
      {.people = demo::kPeople, .seed = 20260, .today = base::civil_from_ymd(2026, 11, 22)});
  return town;
}

std::int64_t count_level(const app::TownData& town, places::Level level) {
  return std::count_if(town.places.begin(), town.places.end(),
                       [&](const auto& place) { return place.level == level; });
}

}  // namespace

TEST_CASE("the demonstration town has the figures that 小留镇 published") {
  const auto& town = reference_town();
  CHECK(count_level(town, places::Level::village) == 38);
  CHECK(count_level(town, places::Level::hub) == 9);
  CHECK(count_level(town, places::Level::hamlet) == 76);
  CHECK(count_level(town, places::Level::grid) == 263);
  CHECK(town.households.size() == 17'206);
  CHECK(town.people.size() == 60'000);
  CHECK(town.teams.size() == 39);
  CHECK(town.merchants.size() == 87);
  CHECK(town.grid_workers.size() == 2'160);
  CHECK(town.rules.size() == 36);
  std::int64_t issued = 0, verified = 0;
  for (const auto& award : town.awards) {
    const auto& rule = town.rules[static_cast<std::size_t>(award.rule)];
    if (rule.direction == rules::Direction::add) issued += award.points.count;
  }
  for (const auto& spending : town.spendings) verified += spending.points.count;
  CHECK(issued == 16'200'000);
  CHECK(verified * 10'000 == issued * 635);
}

TEST_CASE("demonstration awards keep every cap and no balance goes below zero") {
  const auto& town = reference_town();
  std::map<std::tuple<int, int, int>, std::int64_t> granted;
  struct Movement {
    base::Instant at;
    std::int32_t person;
    std::int64_t amount;
  };
  std::vector<Movement> movements;
  bool in_order = true;
  for (std::size_t i = 0; i < town.awards.size(); ++i) {
    const auto& award = town.awards[i];
    const auto& rule = town.rules[static_cast<std::size_t>(award.rule)];
    if (i > 0) in_order = in_order && town.awards[i - 1].at <= award.at;
    const auto period = base::span_of(rule.cap_period, base::day_of(award.at)).first.days;
    auto& sum = granted[{award.person, award.rule, period}];
    sum += award.points.count;
    if (rule.cap.count > 0 && sum > rule.cap.count) FAIL("over the cap of " << rule.code);
    const bool deduct = rule.direction == rules::Direction::deduct;
    movements.push_back(
        {award.at, award.person, deduct ? -award.points.count : award.points.count});
    if (award.minutes.count > 0 && rules::points_for(rule, award.minutes) != award.points)
      FAIL("points do not follow from minutes");
  }
  CHECK(in_order);
  for (const auto& spending : town.spendings)
    movements.push_back({spending.at, spending.person, -spending.points.count});
  std::stable_sort(movements.begin(), movements.end(),
                   [](const auto& a, const auto& b) { return a.at < b.at; });
  std::vector<std::int64_t> balance(town.people.size(), 0);
  std::int64_t lowest = 0;
  for (const auto& movement : movements) {
    auto& mine = balance[static_cast<std::size_t>(movement.person)];
    mine += movement.amount;
    lowest = std::min(lowest, mine);
  }
  CHECK(lowest == 0);
}

TEST_CASE("the schematic grids are simple polygons that tile the town without gap or overlap") {
  const auto& town = reference_town();
  double grids = 0, villages = 0, whole = 0;
  for (const auto& place : town.places) {
    if (place.level == places::Level::hamlet) continue;
    REQUIRE_FALSE(place.outline.empty());
    CHECK(place.schematic);
    for (const auto& polygon : place.outline) {
      if (!base::simple(polygon.outer)) FAIL(place.code << " crosses itself");
    }
    const double area = base::area_m2(place.outline);
    if (place.level == places::Level::grid) grids += area;
    if (place.level == places::Level::village) villages += area;
    if (place.level == places::Level::town) whole = area;
  }
  CHECK(std::abs(whole - 75e6) < 1e5);
  CHECK(std::abs(grids - whole) < 1e-6 * whole);
  CHECK(std::abs(villages - whole) < 1e-6 * whole);
}

TEST_CASE("every demonstration house stands in its grid, gathered in its hamlet") {
  const auto& town = reference_town();
  std::map<std::string, const places::Place*> grids;
  for (const auto& place : town.places) grids[place.code] = &place;
  std::set<std::pair<double, double>> doors;
  std::map<std::string, std::pair<base::Point, double>> hamlets;  // sum of points, how many
  for (const auto& household : town.households) {
    REQUIRE(household.at);
    if (!base::contains(grids[household.grid]->outline, *household.at))
      FAIL(household.number << " stands outside " << household.grid);
    doors.insert({household.at->x, household.at->y});
    auto& [sum, count] = hamlets[household.grid + household.hamlet];
    sum = {sum.x + household.at->x, sum.y + household.at->y};
    ++count;
  }
  CHECK(doors.size() > town.households.size() * 99 / 100);
  double apart = 0;
  for (const auto& household : town.households) {
    const auto& [sum, count] = hamlets[household.grid + household.hamlet];
    apart += base::distance_m(*household.at, {sum.x / count, sum.y / count});
  }
  CHECK(apart / static_cast<double>(town.households.size()) < 100);  // a grid is 500 m wide
}

TEST_CASE("the same seed gives the same town and another seed another") {
  const demo::DemoOptions options{
      .people = 2'000, .seed = 7, .today = base::civil_from_ymd(2026, 3, 1)};
  const auto a = demo::make_town(options), b = demo::make_town(options);
  REQUIRE(a.people.size() == 2'000);
  CHECK(a.people == b.people);
  CHECK(a.households == b.households);
  REQUIRE(a.awards.size() == b.awards.size());
  CHECK(a.awards.back().id == b.awards.back().id);
  auto other = options;
  other.seed = 8;
  CHECK_FALSE(demo::make_town(other).people == a.people);
}

TEST_CASE("a larger demonstration is a county of towns of the same shape") {
  const auto county =
      demo::make_town({.people = 130'000, .seed = 1, .today = base::civil_from_ymd(2026, 11, 22)});
  CHECK(county.people.size() == 130'000);
  CHECK(count_level(county, places::Level::county) == 1);
  CHECK(count_level(county, places::Level::town) == 2);
  std::set<std::string> codes;
  for (const auto& place : county.places) {
    if (!place.parent.empty()) CHECK(codes.count(place.parent) == 1);
    CHECK(codes.insert(place.code).second);
  }
}
