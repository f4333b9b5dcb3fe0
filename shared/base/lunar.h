// The lunar calendar and the 24 solar terms by the rules of GB/T 33661-2017, in Beijing time.
#pragma once

#include <string>

#include "shared/base/instant.h"
#include "shared/base/result.h"

namespace shanzhi::base {

struct LunarDate {
  int year = 0;   ///< the civil year in which it begins: 2026 is 丙午
  int month = 1;  ///< 1–12
  int day = 1;    ///< 1–30
  bool leap = false;

  bool operator==(const LunarDate&) const = default;
};

/// Errors: year_not_covered for a civil year that is not in the table; never guessed.
Result<LunarDate> lunar_date(CivilDate date);
/// 丙午年十月十四, 癸卯年闰二月初一.
std::string lunar_text(const LunarDate& date);

inline constexpr int kSolarTerms = 24;
/// The civil day of the term: 0 is 小寒 in January, 23 is 冬至 in December. Errors: year_not_covered,
/// out_of_range.
Result<CivilDate> solar_term_day(int year, int term);
/// 小寒 … 冬至; "" for any other number.
const char* solar_term_name(int term);
/// The term that falls on one of these days, the last if several do; "" for none, and in years that are not
/// in the table.
const char* solar_term_within(CivilDate first, CivilDate last);
int lunar_first_year();
int lunar_last_year();

}  // namespace shanzhi::base
