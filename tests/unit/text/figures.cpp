// Numbers, durations, dates and times as people read them.
#include <catch2/catch_test_macros.hpp>

#include "shared/text/figures.h"

namespace {

using namespace shanzhi;
using namespace shanzhi::text;
constexpr Language kZh = Language::chinese, kEn = Language::english;

base::Instant at(const char* rfc3339) {
  return *base::parse_instant(rfc3339);
}
base::CivilDate date(const char* iso) {
  return *base::parse_date(iso);
}

}  // namespace

TEST_CASE("numbers have commas, a true minus and no needless zeros") {
  CHECK(count(0) == "0");
  CHECK(count(999) == "999");
  CHECK(count(1000) == "1,000");
  CHECK(count(-1234567) == "\u22121,234,567");
  CHECK(count(INT64_MIN) == "\u22129,223,372,036,854,775,808");
  CHECK(points(123450) == "1,234.5");
  CHECK(points(100) == "1");
  CHECK(points(1) == "0.01");
  CHECK(points(-205) == "\u22122.05");
  CHECK(signed_points(800) == "+8");
  CHECK(signed_points(-200) == "\u22122");
  CHECK(signed_points(0) == "0");
  CHECK(grouped("1000000.5") == "1,000,000.5");
  CHECK(grouped("-1234") == "\u22121,234");
  CHECK(grouped("007") == "007");
  CHECK(grouped("2026-11-22") == "2026-11-22");
}

TEST_CASE("where room is short numbers fall back to 万, never to an ellipsis") {
  CHECK(short_count(99'999, kZh) == "99,999");
  CHECK(short_count(162'000, kZh) == "16.2万");
  CHECK(short_count(162'499, kZh) == "16.2万");
  CHECK(short_count(162'500, kZh) == "16.3万");
  CHECK(short_count(99'994'999, kZh) == "9,999.5万");
  CHECK(short_count(99'999'999, kZh) == "1亿");
  CHECK(short_count(-162'000, kZh) == "\u221216.2万");
  CHECK(short_count(162'000, kEn) == "162k");
  CHECK(short_count(999'600, kEn) == "1M");
  CHECK(short_points(16'200'000, kZh) == "16.2万");
  CHECK(short_points(123'450, kZh) == "1,234.5");
}

TEST_CASE("durations are said in minutes, hours or both") {
  CHECK(duration(45, kZh) == "45 分钟");
  CHECK(duration(90, kZh) == "1.5 小时");
  CHECK(duration(100, kZh) == "1 小时 40 分");
  CHECK(duration(3120, kZh) == "52 小时");
  CHECK(duration(63'138, kZh) == "1,052.3 小时");
  CHECK(duration(-120, kZh) == "\u22122 小时");
  CHECK(duration(100, kEn) == "1 h 40 min");
  CHECK(hours(90) == "1.5");
  CHECK(hours(3120) == "52");
}

TEST_CASE("changes are signed percentages, and nothing is compared with nothing") {
  CHECK(change_percent(104, 100) == "+4%");
  CHECK(change_percent(958, 1000) == "\u22124.2%");
  CHECK(change_percent(100, 100) == "0%");
  CHECK(change_percent(5, 0).empty());
  CHECK(share_percent(3, 8) == "37.5%");
}

TEST_CASE("dates are said as in the village office") {
  CHECK(day(date("2026-11-22"), kZh) == "11月22日 周日");
  CHECK(day(date("2026-11-22"), kEn) == "Sun 22 Nov");
  CHECK(full_date(date("2026-11-22"), kZh) == "2026年11月22日");
  CHECK(month(date("2026-11-22"), kZh) == "2026年11月");
  CHECK(period_span(base::Period::week, date("2026-11-22"), kZh) == "11月16日–11月22日");
  CHECK(period_span(base::Period::quarter, date("2026-11-22"), kZh) == "2026年第4季度");
  CHECK(period_span(base::Period::year, date("2026-11-22"), kEn) == "2026");
}

TEST_CASE("times near now are said relative to it, in the town's zone") {
  const auto now = at("2026-11-22T09:41:00+08:00");
  CHECK(when(at("2026-11-22T01:38:00Z"), now, kZh) == "今天 09:38");
  CHECK(when(at("2026-11-21T16:24:59+08:00"), now, kZh) == "昨天 16:24");
  CHECK(when(at("2026-11-20T00:00:00+08:00"), now, kZh) == "11-20 00:00");
  CHECK(when(at("2025-11-20T08:00:00+08:00"), now, kZh) == "2025-11-20");
  CHECK(when(at("2026-11-21T16:24:00+08:00"), now, kEn) == "Yesterday 16:24");
  CHECK(when(at("2026-11-20T16:24:00+08:00"), now, kEn) == "20 Nov 16:24");
  CHECK(when_day(date("2026-11-20"), date("2026-11-22"), kEn) == "20 Nov");
  const auto new_year = at("2027-01-01T00:10:00+08:00");
  CHECK(when(at("2026-12-31T23:50:00+08:00"), new_year, kZh) == "昨天 23:50");
}
