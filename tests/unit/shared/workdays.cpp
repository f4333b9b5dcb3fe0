#include "shared/base/workdays.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace shanzhi::base;

namespace {

bool works(const char* date) {
  const auto working = working_day(*parse_date(date));
  return working.ok() && *working;
}

int working_days_in(int year) {
  int count = 0;
  for (CivilDate date = civil_from_ymd(year, 1, 1); ymd_of(date).year == year; ++date.days)
    count += *working_day(date) ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("an ordinary week has five working days") {
  for (const char* date : {"2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"})
    CHECK(works(date));
  CHECK_FALSE(works("2026-11-21"));
  CHECK_FALSE(works("2026-11-22"));
}

TEST_CASE("the weekends of the notices of 2024, 2025 and 2026 are made up for") {
  for (const char* date : {"2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11",
                           "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08",
                           "2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04", "2026-02-14",
                           "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"}) {
    INFO(date);
    CHECK(weekday_of(*parse_date(date)) >= 6);
    CHECK(works(date));
    CHECK(std::string(holiday_name(*parse_date(date))).empty());
  }
}

TEST_CASE("no day with the name of a holiday is a working day, and each year has all seven") {
  for (int year = holidays_first_year(); year <= holidays_last_year(); ++year) {
    std::string seen;
    for (CivilDate date = civil_from_ymd(year, 1, 1); ymd_of(date).year == year; ++date.days) {
      const std::string name = holiday_name(date);
      if (name.empty()) continue;
      REQUIRE_FALSE(*working_day(date));
      if (seen.find(name) == std::string::npos) seen += name + " ";
    }
    for (const char* name : {"元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"}) {
      INFO(year << " " << name);
      CHECK(seen.find(name) != std::string::npos);
    }
  }
}

// The sums that the package chinese-days 1.5.7 gives, which keeps the notices independently of us.
TEST_CASE("each year has as many working days as its notice leaves") {
  CHECK(working_days_in(2024) == 251);
  CHECK(working_days_in(2025) == 248);
  CHECK(working_days_in(2026) == 248);
}

TEST_CASE("holidays have their names to the day") {
  CHECK(std::string(holiday_name(*parse_date("2026-02-15"))) == "春节");
  CHECK(std::string(holiday_name(*parse_date("2026-02-23"))) == "春节");
  CHECK(std::string(holiday_name(*parse_date("2026-02-24"))).empty());
  CHECK(std::string(holiday_name(*parse_date("2025-10-06"))) == "中秋节");
  CHECK(std::string(holiday_name(*parse_date("2025-10-07"))) == "国庆节");
  CHECK(std::string(holiday_name(*parse_date("2024-06-10"))) == "端午节");
}

TEST_CASE("a year without a notice is refused, never guessed") {
  for (const char* date : {"2023-12-31", "2027-01-01", "1999-05-05"}) {
    const auto working = working_day(*parse_date(date));
    REQUIRE_FALSE(working.ok());
    CHECK(working.error().code == ErrorCode::year_not_covered);
    CHECK(working.error().shown == std::string(date).substr(0, 4));
  }
  CHECK(holidays_first_year() == 2024);
  CHECK(holidays_last_year() == 2026);
}

TEST_CASE("the holidays of a year are its rows, those that meet as one, and no year is guessed") {
  const auto of_2025 = holidays_of(2025);
  REQUIRE(of_2025.size() == 6);
  CHECK(of_2025.back().name == "国庆节、中秋节");
  CHECK(of_2025.back().days() == 8);
  CHECK(holidays_of(2026).size() == 7);
  CHECK(holidays_of(holidays_last_year() + 1).empty());
  for (int year = holidays_first_year(); year <= holidays_last_year(); ++year)
    for (const HolidaySpan& span : holidays_of(year))
      for (CivilDate date = span.first; date <= span.last; ++date.days)
        CHECK(span.name.find(holiday_name(date)) != std::string::npos);
}

TEST_CASE("the coming holiday is the present one until its last day, then the next that is known") {
  const auto from = [](const char* date) { return holiday_from(*parse_date(date)); };
  CHECK(from("2026-09-20")->name == "中秋节");
  CHECK(from("2026-10-01")->name == "国庆节");
  CHECK(from("2026-10-07")->name == "国庆节");
  CHECK(from("2025-12-30")->name == "元旦");  // of the next year, whose notice is known
  CHECK_FALSE(from("2026-10-08"));            // that year's is not
  CHECK_FALSE(from("2030-05-01"));
}

TEST_CASE("the last holiday of a kind lies before the day, also when it met another") {
  const auto before = [](const char* name, const char* date) {
    return holiday_before(name, *parse_date(date));
  };
  CHECK(to_text(before("国庆节", "2026-10-03")->first) == "2025-10-01");
  CHECK(to_text(before("国庆节", "2026-10-08")->first) == "2026-10-01");
  CHECK(to_text(before("中秋节", "2026-09-01")->last) == "2025-10-08");
  CHECK_FALSE(before("元旦", "2024-01-01"));
}
