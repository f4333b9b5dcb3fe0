// A day shown again is what the feed told of it, in the order of its time and no more; trends and deeds are
// sums of the same rows.
#include <catch2/catch_test_macros.hpp>

#include "server/storage/read/queries.h"
#include "shared/api/hall.h"
#include "tests/storage/read/fixture.h"
#include "tests/support/town_fixture.h"

namespace shanzhi::test {
namespace {

api::DayChanges whole_day(TownFile& file, const std::string& day, const app::Caller& caller,
                          const std::string& limit) {
  api::DayChanges all;
  std::string after = "0";
  for (bool more = true; more;) {
    const auto page = file.view<api::DayChanges>(
        "day-changes", {{"day", day}, {"after", after}, {"limit", limit}}, caller);
    all.changes.insert(all.changes.end(), page.changes.begin(), page.changes.end());
    after = std::to_string(page.position);
    more = page.more;
  }
  return all;
}

/// What the feed tells of points on that day.
std::vector<api::Change> of_feed(TownFile& file, const std::string& day,
                                 const app::Caller& caller) {
  std::vector<api::Change> out;
  std::string after = "0";
  for (bool more = true; more;) {
    const auto page =
        file.view<api::Changes>("changes", {{"after", after}, {"limit", "1000"}}, caller);
    for (const api::Change& change : page.changes)
      if (change.amount != 0 && change.at.substr(0, 10) == day) out.push_back(change);
    after = std::to_string(page.position);
    more = page.more;
  }
  return out;
}

/// The day on which most happened.
std::string busiest(TownFile& file) {
  return file.text(
      "SELECT date((at + 28800000) / 1000, 'unixepoch') FROM journal WHERE amount <> 0"
      " GROUP BY 1 ORDER BY count(*) DESC LIMIT 1");
}

}  // namespace

TEST_CASE("a day shown again is what the feed told of it, whatever the page, for every caller") {
  TownFile file;
  const std::string day = busiest(file);
  for (const auto& caller : {file.caller(api::Role::display, "371702106"),
                             file.caller(api::Role::display, "371702106201"),
                             file.caller(api::Role::village_officer, "371702106201"),
                             file.caller(api::Role::town_administrator, "371702106")}) {
    const auto told = of_feed(file, day, caller);
    for (const char* limit : {"1", "7", "1000"}) {
      INFO(day << " by " << limit);
      const auto shown = whole_day(file, day, caller, limit);
      REQUIRE(shown.changes.size() == told.size());
      for (std::size_t i = 0; i < told.size(); ++i) {
        CHECK(shown.changes[i].position == told[i].position);
        CHECK(shown.changes[i].subject_name == told[i].subject_name);
        CHECK(shown.changes[i].note == told[i].note);
        CHECK(shown.changes[i].at == told[i].at);
        if (i > 0) CHECK(shown.changes[i - 1].position < shown.changes[i].position);
      }
    }
  }
  CHECK(of_feed(file, day, file.caller(api::Role::display, "371702106")).size() > 1);
}

TEST_CASE(
    "a day without entries is empty, one to come is refused, and who sees no feed sees no day") {
  TownFile file;
  const auto wall = file.caller(api::Role::display, "371702106");
  CHECK(whole_day(file, "2001-01-01", wall, "10").changes.empty());
  CHECK(whole_day(file, "2026-11-22", wall, "10").changes.size() ==
        of_feed(file, "2026-11-22", wall).size());
  CHECK(file.refusal("day-changes", {{"day", "2026-11-23"}}, wall) ==
        base::ErrorCode::in_the_future);
  CHECK(file.refusal("day-changes", {}, wall) == base::ErrorCode::missing_field);
  const auto villager = file.caller(api::Role::volunteer, "", 1);
  CHECK(file.refusal("day-changes", {{"day", "2026-11-20"}}, villager) ==
        base::ErrorCode::not_permitted);
}

TEST_CASE("villages and fields of the trends each add up to the place's months") {
  TownFile file;
  const auto wall = file.caller(api::Role::display, "371702106");
  for (const char* place : {"371702106", "371702106-H1", "371702106201"}) {
    INFO(place);
    const auto trends = file.view<api::Trends>("trends", {{"place", place}}, wall);
    const auto figures = file.view<api::Figures>("figures", {{"place", place}}, wall);
    REQUIRE(trends.months.size() == 12);
    CHECK(trends.months.back() == "2026-11");
    REQUIRE(trends.fields.size() == 5);
    REQUIRE(!trends.villages.empty());
    CHECK(trends.villages.front().households > 0);
    for (std::size_t month = 0; month < 12; ++month) {
      std::int64_t by_village = 0, by_field = 0, minutes = 0;
      for (const auto& each : trends.villages) by_village += each.points[month];
      for (const auto& each : trends.fields)
        by_field += each.points[month], minutes += each.minutes[month];
      CHECK(by_village == figures.points_by_month[month]);
      CHECK(by_field == figures.points_by_month[month]);
      CHECK(minutes == figures.hours_by_month[month]);
    }
  }
  CHECK(file.refusal("trends", {{"place", "nowhere"}}, wall) == base::ErrorCode::not_found);
}

TEST_CASE("deeds of some days are the services of those days, most often first") {
  TownFile file;
  const auto wall = file.caller(api::Role::display, "371702106");
  const std::string day = busiest(file);
  for (const char* place : {"371702106", "371702106201"}) {
    const auto deeds =
        file.view<api::Deeds>("deeds", {{"place", place}, {"since", day}, {"until", day}}, wall);
    const auto year =
        file.view<api::Days>("days", {{"place", place}, {"year", day.substr(0, 4)}}, wall);
    const auto at =
        static_cast<std::size_t>(base::parse_date(day)->days - base::parse_date(year.first)->days);
    std::int64_t services = 0, points = 0, before = INT64_MAX;
    for (const auto& deed : deeds.deeds) {
      services += deed.services, points += deed.points;
      CHECK(deed.services <= before);
      before = deed.services;
    }
    INFO(place << " " << day);
    CHECK(services == year.services[at]);
    CHECK(points == year.points[at]);
  }
  CHECK(file.refusal("deeds", {{"since", "2026-11-02"}, {"until", "2026-11-01"}}, wall) ==
        base::ErrorCode::out_of_range);
  CHECK(file.refusal("deeds", {{"since", "2026-09-01"}, {"until", "2026-11-01"}}, wall) ==
        base::ErrorCode::out_of_range);
}

}  // namespace shanzhi::test
