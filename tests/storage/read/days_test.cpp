// The year day by day is the sum of what the ledger's totals say, and stays so while it grows.
#include <catch2/catch_test_macros.hpp>

#include <chrono>

#include "server/storage/read/queries.h"
#include "shared/api/hall.h"
#include "tests/storage/read/fixture.h"
#include "tests/support/town_fixture.h"

namespace shanzhi::test {
namespace {

api::Days days(TownFile& file, const app::Parameters& parameters, const app::Caller& caller) {
  return file.view<api::Days>("days", parameters, caller);
}

std::string sum(const std::string& column, const std::string& place, std::int32_t day,
                const std::string& and_also = "") {
  return "SELECT coalesce(sum(t." + column +
         "), 0) FROM grid_total t JOIN place g ON g.id = t.grid_id JOIN place p ON p.code = '" +
         place + "' AND g.low BETWEEN p.low AND p.high WHERE t.span = 0 AND t.start = " +
         std::to_string(day) + and_also;
}

}  // namespace

TEST_CASE("each day of the year is the sum of its awards within the place") {
  TownFile file;
  const auto wall = file.caller(api::Role::display, "371702106");
  for (const char* place : {"371702106", "371702106-H1", "371702106201", "371702106203-G02"}) {
    const auto year = days(file, {{"place", place}}, wall);
    const std::int32_t first = base::civil_from_ymd(2026, 1, 1).days;
    INFO(place);
    CHECK(year.year == 2026);
    CHECK(year.first == "2026-01-01");
    CHECK(year.today == "2026-11-22");
    REQUIRE(year.minutes.size() == 326);  // up to and with today
    REQUIRE(year.points.size() == 326);
    REQUIRE(year.services.size() == 326);
    for (std::int32_t i = 0; i < 326; i += 7) {
      const auto at = static_cast<std::size_t>(i);
      CHECK(year.minutes[at] == file.number(sum("minutes", place, first + i)));
      CHECK(year.points[at] == file.number(sum("points", place, first + i)));
      CHECK(year.services[at] == file.number(sum("services", place, first + i)));
    }
  }
}

TEST_CASE("a field's days are its own, and all fields add up to the whole") {
  TownFile file;
  const auto wall = file.caller(api::Role::display, "371702106");
  const auto whole = days(file, {}, wall);
  std::vector<std::int64_t> added(whole.points.size(), 0);
  for (const char* field : {"livelihood", "culture", "ecology", "safety", "industry"}) {
    const auto part = days(file, {{"field", field}}, wall);
    for (std::size_t i = 0; i < added.size(); ++i) added[i] += part.points[i];
    CHECK(part.points != whole.points);
  }
  CHECK(added == whole.points);
}

TEST_CASE("a year that is past is whole, one to come is empty, and a hamlet has its own days") {
  TownFile file;
  const auto wall = file.caller(api::Role::display, "371702106");
  CHECK(days(file, {{"year", "2025"}}, wall).points.size() == 365);
  CHECK(days(file, {{"year", "2024"}}, wall).points.size() == 366);
  CHECK(days(file, {{"year", "2027"}}, wall).points.empty());
  CHECK(file.refusal("days", {{"year", "1999"}}, wall) == base::ErrorCode::out_of_range);
  CHECK(file.refusal("days", {{"place", "nowhere"}}, wall) == base::ErrorCode::not_found);
  const auto hamlet = days(file, {{"place", "371702106201-X1"}}, wall);
  const auto village = days(file, {{"place", "371702106201"}}, wall);
  std::int64_t in_hamlet = 0, in_village = 0;
  for (const std::int64_t points : hamlet.points) in_hamlet += points;
  for (const std::int64_t points : village.points) in_village += points;
  CHECK(in_hamlet > 0);
  CHECK(in_hamlet < in_village);
}

TEST_CASE("an award and its reversal are in the day at once, in every place above and no other") {
  Town town;
  const auto queries = storage::open_queries(town.storage().path(), town.clock());
  const auto today = [&](const std::string& place) {
    const auto answer =
        queries->run("days", {{"place", place}}, town.caller(api::Role::display, "370000001"));
    REQUIRE(answer);
    const auto year = describe::from_answer<api::Days>(answer->json);
    REQUIRE(year);
    return std::pair{year->minutes.back(), year->points.back()};
  };
  const std::pair<std::int64_t, std::int64_t> none{0, 0};
  for (const char* place : {"370000001", "370000001201", "370000001202"})
    CHECK(today(place) == none);
  const auto posted = town.award(person(1), kHourRule, 90);
  REQUIRE(posted);
  const std::pair<std::int64_t, std::int64_t> once{90, 150};
  CHECK(today("370000001") == once);
  CHECK(today("370000001201") == once);
  CHECK(today("370000001202") == none);
  REQUIRE(town.reverse(posted->transfer));
  CHECK(today("370000001") == none);
  CHECK(today("370000001201") == none);
}

}  // namespace shanzhi::test
