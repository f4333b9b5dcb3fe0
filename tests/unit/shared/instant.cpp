#include "shared/base/instant.h"

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>
#include <utility>

#include "tests/unit/shared/random_numbers.h"

using namespace shanzhi::base;

namespace {

std::string span_text(DaySpan span) {
  return to_text(span.first) + " " + to_text(span.end);
}

std::string span_text(Period period, const char* date) {
  return span_text(span_of(period, *parse_date(date)));
}

}  // namespace

TEST_CASE("each day from 1900 to 2200 is the next one's eve, and comes back from its date") {
  YearMonthDay expected{1900, 1, 1};
  int weekday = 1;  // 1900-01-01 was a Monday
  const CivilDate end = civil_from_ymd(2200, 12, 31);
  for (CivilDate date = civil_from_ymd(1900, 1, 1); date <= end; ++date.days) {
    const YearMonthDay ymd = ymd_of(date);
    REQUIRE(ymd.year == expected.year);
    REQUIRE(ymd.month == expected.month);
    REQUIRE(ymd.day == expected.day);
    REQUIRE(civil_from_ymd(ymd.year, ymd.month, ymd.day) == date);
    REQUIRE(weekday_of(date) == weekday);
    REQUIRE(parse_date(to_text(date)) == date);
    weekday = weekday % 7 + 1;
    if (valid_ymd(expected.year, expected.month, ++expected.day)) continue;
    expected.day = 1;
    if (++expected.month <= 12) continue;
    expected = {expected.year + 1, 1, 1};
  }
  CHECK(expected.year == 2201);
  CHECK(civil_from_ymd(1970, 1, 1).days == 0);
}

TEST_CASE("a leap year is every fourth, not every hundredth, but every four hundredth") {
  CHECK(valid_ymd(2024, 2, 29));
  CHECK(valid_ymd(2000, 2, 29));
  CHECK_FALSE(valid_ymd(1900, 2, 29));
  CHECK_FALSE(valid_ymd(2026, 2, 29));
}

TEST_CASE("only a real date in its one form is read") {
  const char* const wrong[] = {
      "",           "2026-2-01", "2026-02-30",  "2026-13-01", "2026-00-10", "2026-01-00",
      "2026/01/01", "20260101",  "2026-01-01 ", "+026-01-01", "0000-01-01", "2026-01-011"};
  for (const char* text : wrong) {
    INFO(text);
    CHECK_FALSE(parse_date(text).has_value());
  }
}

TEST_CASE("the town's day begins at sixteen hundred hours UTC") {
  const CivilDate day = *parse_date("2026-11-22");
  CHECK(start_of(day) == *parse_instant("2026-11-21T16:00:00Z"));
  CHECK(day_of(start_of(day)) == day);
  CHECK(day_of({start_of(day).unix_ms - 1}).days == day.days - 1);
  CHECK(day_of({start_of(day).unix_ms + kMsPerDay - 1}) == day);
  CHECK(to_text(day_of({-1})) == "1970-01-01");
  CHECK(to_text(day_of({-kTownOffsetMs - 1})) == "1969-12-31");
}

TEST_CASE("moments are written in the town's zone, with milliseconds only when there are some") {
  CHECK(to_text(Instant{0}) == "1970-01-01T08:00:00+08:00");
  CHECK(to_text(*parse_instant("2026-11-22T01:41:00Z")) == "2026-11-22T09:41:00+08:00");
  CHECK(to_text(*parse_instant("2026-11-22T01:41:00.05Z")) == "2026-11-22T09:41:00.050+08:00");
}

TEST_CASE("every moment survives its text") {
  shanzhi::tests::RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  for (int i = 0; i < 5000; ++i) {
    const Instant instant{random.between(-2208988800000, 7258118400000)};
    REQUIRE(parse_instant(to_text(instant)) == instant);
  }
}

TEST_CASE("the same moment is read from every offset") {
  const auto noon = parse_instant("2026-11-22T12:00:00+08:00");
  REQUIRE(noon.has_value());
  CHECK(parse_instant("2026-11-22T04:00:00Z") == noon);
  CHECK(parse_instant("2026-11-21t19:00:00-09:00") == noon);
  CHECK(parse_instant("2026-11-22T09:45:00.000+05:45") == noon);
}

TEST_CASE("what is not RFC 3339 to the millisecond is refused") {
  const char* const wrong[] = {"2026-11-22",
                               "2026-11-22T12:00:00",
                               "2026-11-22 12:00:00Z",
                               "2026-11-22T24:00:00Z",
                               "2026-11-22T12:60:00Z",
                               "2026-11-22T12:00:60Z",
                               "2026-11-22T12:00Z",
                               "2026-11-22T12:00:00.Z",
                               "2026-11-22T12:00:00.1234Z",
                               "2026-11-22T12:00:00+0800",
                               "2026-11-22T12:00:00+24:00",
                               "2026-11-22T12:00:00Zz",
                               "2026-02-29T12:00:00Z",
                               "2026-11-22T1a:00:00Z"};
  for (const char* text : wrong) {
    INFO(text);
    CHECK_FALSE(parse_instant(text).has_value());
  }
}

TEST_CASE("weeks begin on Monday, quarters in January, April, July and October") {
  CHECK(span_text(Period::day, "2026-11-22") == "2026-11-22 2026-11-23");
  CHECK(span_text(Period::week, "2026-11-22") == "2026-11-16 2026-11-23");
  CHECK(span_text(Period::week, "2026-11-23") == "2026-11-23 2026-11-30");
  CHECK(span_text(Period::month, "2024-02-29") == "2024-02-01 2024-03-01");
  CHECK(span_text(Period::quarter, "2026-12-31") == "2026-10-01 2027-01-01");
  CHECK(span_text(Period::quarter, "2026-01-01") == "2026-01-01 2026-04-01");
  CHECK(span_text(Period::year, "2026-06-15") == "2026-01-01 2027-01-01");
}

TEST_CASE("a span contains its date, and the one before it ends where it begins") {
  for (const Period period :
       {Period::day, Period::week, Period::month, Period::quarter, Period::year}) {
    const CivilDate end = civil_from_ymd(2029, 1, 1);
    for (CivilDate date = civil_from_ymd(2023, 1, 1); date < end; ++date.days) {
      const DaySpan span = span_of(period, date);
      REQUIRE((span.first <= date && date < span.end));
      REQUIRE(span_of(period, span.first).end == span.end);
      REQUIRE(span_before(period, date).end == span.first);
      REQUIRE(span_before(period, date).first < span.first);
    }
  }
}

TEST_CASE("all time contains every date and has nothing before it") {
  const DaySpan all = span_of(Period::all, *parse_date("2026-11-22"));
  CHECK(all.first <= *parse_date("0001-01-01"));
  CHECK(all.end > *parse_date("9999-12-31"));
  const DaySpan before = span_before(Period::all, *parse_date("2026-11-22"));
  CHECK(before.first == before.end);
  CHECK(before.end <= all.first);
}
