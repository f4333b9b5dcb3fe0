// Lunar months are counted from the table's first day; terms lie on straight lines but for a few.
#include "shared/base/lunar.h"

#include <iterator>

#include "shared/base/lunar_table.h"

namespace shanzhi::base {
namespace {

constexpr const char* kTerms =
    "小寒\0大寒\0立春\0雨水\0惊蛰\0春分\0清明\0谷雨\0立夏\0小满\0芒种\0夏至\0"
    "小暑\0大暑\0立秋\0处暑\0白露\0秋分\0寒露\0霜降\0立冬\0小雪\0大雪\0冬至";
constexpr int kTermBytes = 7;  // two characters of three bytes, and the end
constexpr std::string_view kStems = "甲乙丙丁戊己庚辛壬癸";
constexpr std::string_view kBranches = "子丑寅卯辰巳午未申酉戌亥";
constexpr std::string_view kMonths = "正二三四五六七八九十冬腊";
constexpr std::string_view kDigits = "一二三四五六七八九十";
constexpr std::string_view kTens = "初十廿三";

std::string_view character(std::string_view text, int index) {
  constexpr std::size_t kBytes = 3;
  return text.substr(static_cast<std::size_t>(index) * kBytes, kBytes);
}

bool covered(int year) {
  return year >= kLunarFirstYear && year <= kLunarLastYear;
}
Error not_covered(int year) {
  return {ErrorCode::year_not_covered, {}, std::to_string(year), {}};
}

int leap_month(std::uint32_t year) {
  return static_cast<int>(year >> 13);
}

/// The day within a lunar year that begins at `left` = 0, or how many days are left after it.
bool within_year(std::uint32_t bits, std::int32_t& left, LunarDate& date) {
  const int leap = leap_month(bits);
  const int months = leap == 0 ? 12 : 13;
  for (int i = 0; i < months; ++i) {
    const std::int32_t length = (bits >> i & 1) != 0 ? 30 : 29;
    if (left < length) {
      const bool past_leap = leap != 0 && i >= leap;
      date.month = past_leap ? i : i + 1;
      date.leap = leap != 0 && i == leap;
      date.day = left + 1;
      return true;
    }
    left -= length;
  }
  return false;
}

}  // namespace

Result<LunarDate> lunar_date(CivilDate date) {
  const int civil_year = ymd_of(date).year;
  if (!covered(civil_year)) return not_covered(civil_year);
  LunarDate lunar;
  lunar.year = kLunarFirstYear - 1;
  std::int32_t left = date.days - kLunarStart;
  for (const std::uint32_t bits : kLunarYears) {
    if (within_year(bits, left, lunar)) return lunar;
    ++lunar.year;
  }
  return not_covered(civil_year);
}

std::string lunar_text(const LunarDate& date) {
  constexpr int kYearOfJiaZi = 4;
  const int cycle = date.year - kYearOfJiaZi;
  std::string text(character(kStems, cycle % 10));
  text += character(kBranches, cycle % 12);
  text += "年";
  if (date.leap) text += "闰";
  text += character(kMonths, date.month - 1);
  text += "月";
  const int tens = (date.day - 1) / 10, digit = (date.day - 1) % 10;
  if (digit == 9) {
    text += tens == 0 ? "初" : tens == 1 ? "二" : "三";
  } else {
    text += character(kTens, tens);
  }
  text += character(kDigits, digit);
  return text;
}

Result<CivilDate> solar_term_day(int year, int term) {
  constexpr std::int64_t kYear = 525'948'768, kDay = 1'440'000;  // thousandths of a minute
  if (!covered(year)) return not_covered(year);
  if (term < 0 || term >= kSolarTerms) return {ErrorCode::out_of_range, {}, std::to_string(term)};
  const SolarTermLine& line = kSolarTermLines[term];
  const std::int64_t at = std::int64_t{line.minutes} * 1000 + (year - 2000) * (kYear + line.drift);
  CivilDate day{static_cast<std::int32_t>(at / kDay)};
  for (const SolarTermMiss& miss : kSolarTermMisses)
    if (miss.year == year && miss.term == term) day.days += miss.days;
  return day;
}

const char* solar_term_name(int term) {
  return term < 0 || term >= kSolarTerms ? "" : kTerms + term * kTermBytes;
}

const char* solar_term_within(CivilDate first, CivilDate last) {
  for (CivilDate day = last; first <= day; --day.days) {
    const auto [year, month, number] = ymd_of(day);
    for (int term = 2 * month - 2; term < 2 * month; ++term)
      if (const auto on = solar_term_day(year, term); on && *on == day)
        return solar_term_name(term);
  }
  return "";
}

int lunar_first_year() {
  return kLunarFirstYear;
}

int lunar_last_year() {
  return kLunarLastYear;
}

}  // namespace shanzhi::base
