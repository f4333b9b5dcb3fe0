// The lunar calendar day by day against another maker's, and the solar terms against published tables.
#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "shared/base/lunar.h"

using namespace shanzhi;
using base::CivilDate;
using base::LunarDate;

namespace {

std::string on(int year, int month, int day) {
  const auto date = base::lunar_date(base::civil_from_ymd(year, month, day));
  return date ? base::lunar_text(*date) : "refused";
}

struct Month {
  CivilDate first;
  int year = 0;
  std::string name;
};

/// tests/golden/lunar_months.txt: the ICU in Node.js.
std::vector<Month> reference() {
  std::vector<Month> months;
  std::ifstream file(std::string(SHANZHI_SOURCE_DIR) + "/tests/golden/lunar_months.txt");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream words(line);
    std::string date;
    Month month;
    words >> date >> month.year >> month.name;
    month.first = *base::parse_date(date);
    months.push_back(month);
  }
  return months;
}

std::string month_name(const LunarDate& date) {
  constexpr const char* kNames[]{"正", "二", "三", "四", "五",   "六",
                                 "七", "八", "九", "十", "十一", "腊"};
  return (date.leap ? "闰" : "") + std::string(kNames[date.month - 1]) + "月";
}

}  // namespace

TEST_CASE("lunar dates read as they are written") {
  CHECK(on(2026, 11, 22) == "丙午年十月十四");
  CHECK(on(2026, 2, 17) == "丙午年正月初一");
  CHECK(on(2026, 2, 16) == "乙巳年腊月廿九");
  CHECK(on(2023, 3, 22) == "癸卯年闰二月初一");
  CHECK(on(2033, 12, 22) == "癸丑年闰冬月初一");
  CHECK(on(2025, 1, 28) == "甲辰年腊月廿九");
  CHECK(on(2024, 2, 9) == "癸卯年腊月三十");
  CHECK(on(2024, 10, 12) == "甲辰年九月初十");
  CHECK(on(2024, 10, 22) == "甲辰年九月二十");
  CHECK(on(2024, 10, 23) == "甲辰年九月廿一");
  CHECK(on(2000, 2, 5) == "庚辰年正月初一");
}

// These new moons lie within a quarter of an hour of midnight: 1999-01-17 23:46, 2012-08-17 23:54,
// 2018-11-08 00:02, 2027-02-06 23:56 (new year), 2030-02-03 00:07 (new year). ICU, which reckons less
// closely, begins the month a day early or late; the published calendars begin it on these days.
TEST_CASE(
    "every day has the date that ICU gives it, but for five months that ICU begins a day off") {
  const std::set<std::string> off{"1999-01-17", "2012-08-17", "2018-11-08", "2027-02-06",
                                  "2030-02-03"};
  const auto months = reference();
  REQUIRE(months.size() > 800);
  std::set<std::string> found;
  for (std::size_t i = 0; i < months.size(); ++i) {
    const std::int32_t end =
        i + 1 < months.size() ? months[i + 1].first.days : base::civil_from_ymd(2057, 1, 1).days;
    for (std::int32_t day = months[i].first.days; day < end; ++day) {
      const auto date = base::lunar_date({day});
      REQUIRE(date);
      if (date->year == months[i].year && month_name(*date) == months[i].name &&
          date->day == day - months[i].first.days + 1)
        continue;
      const CivilDate first{day - date->day + 1};
      found.insert(
          base::to_text(off.count(base::to_text(first)) != 0 ? first : CivilDate{day + 1}));
    }
  }
  CHECK(found == off);
}

// Purple Mountain Observatory and Hong Kong Observatory, calendars of these years.
TEST_CASE("solar terms fall on their published days") {
  const std::map<int, std::vector<int>> published{
      {2024, {6, 20, 4, 19, 5, 20, 4, 19, 5, 20, 5, 21, 6, 22, 7, 22, 7, 22, 8, 23, 7, 22, 6, 21}},
      {2025, {5, 20, 3, 18, 5, 20, 4, 20, 5, 21, 5, 21, 7, 22, 7, 23, 7, 23, 8, 23, 7, 22, 7, 21}},
      {2026, {5, 20, 4, 18, 5, 20, 5, 20, 5, 21, 5, 21, 7, 23, 7, 23, 7, 23, 8, 23, 7, 22, 7, 22}},
      {2027, {5, 20, 4, 19, 6, 21, 5, 20, 6, 21, 6, 21, 7, 23, 8, 23, 8, 23, 8, 23, 7, 22, 7, 22}}};
  for (const auto& [year, days] : published)
    for (int term = 0; term < base::kSolarTerms; ++term) {
      INFO(year << " " << base::solar_term_name(term));
      const auto day = base::solar_term_day(year, term);
      REQUIRE(day);
      CHECK(base::to_text(*day) == base::to_text(base::civil_from_ymd(
                                       year, term / 2 + 1, days[static_cast<std::size_t>(term)])));
    }
  CHECK(base::to_text(*base::solar_term_day(2021, 23)) == "2021-12-21");  // 23:59 that day
  CHECK(base::to_text(*base::solar_term_day(2008, 9)) == "2008-05-21");   // 00:01
}

TEST_CASE("terms come in order, two a month, fifteen days apart or so") {
  CivilDate before = *base::solar_term_day(base::lunar_first_year(), 0);
  for (int year = base::lunar_first_year(); year <= base::lunar_last_year(); ++year)
    for (int term = 0; term < base::kSolarTerms; ++term) {
      const auto day = *base::solar_term_day(year, term);
      CHECK(base::ymd_of(day).month == term / 2 + 1);
      if (term == 0 && year == base::lunar_first_year()) continue;
      CHECK(day.days - before.days >= 14);
      CHECK(day.days - before.days <= 16);
      before = day;
    }
  CHECK(std::string(base::solar_term_name(0)) == "小寒");
  CHECK(std::string(base::solar_term_name(23)) == "冬至");
  CHECK(std::string(base::solar_term_name(24)).empty());
}

TEST_CASE("the month of every winter solstice is the eleventh") {
  for (int year = base::lunar_first_year(); year <= base::lunar_last_year(); ++year) {
    const auto date = *base::lunar_date(*base::solar_term_day(year, 23));
    INFO(year);
    CHECK(date.month == 11);
    CHECK_FALSE(date.leap);
  }
}

TEST_CASE("a year that is not in the table is refused") {
  CHECK(on(1989, 12, 31) == "refused");
  CHECK(on(1990, 1, 1) == "己巳年腊月初五");
  CHECK(on(2056, 12, 31) != "refused");
  CHECK(on(2057, 1, 1) == "refused");
  CHECK(base::solar_term_day(2057, 3).error().code == base::ErrorCode::year_not_covered);
  CHECK(base::solar_term_day(2026, 24).error().code == base::ErrorCode::out_of_range);
}
