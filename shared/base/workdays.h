// Working days of the People's Republic of China: weekends, national holidays, make-up days.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/instant.h"
#include "shared/base/result.h"

namespace shanzhi::base {

/// True when the State Council's notice (or the plain week) makes the day a working day.
/// Errors: year_not_covered for a year whose notice is not in the table; never guessed.
Result<bool> working_day(CivilDate date);
/// The holiday's Chinese name on that date, empty when it is an ordinary day.
const char* holiday_name(CivilDate date);

/// Days off in a row. Two holidays that meet are one: 国庆节、中秋节.
struct HolidaySpan {
  CivilDate first, last;  ///< both included
  std::string name;
  int days() const { return last.days - first.days + 1; }
};
/// In their order; empty for a year that is not covered.
std::vector<HolidaySpan> holidays_of(int year);
/// The one that the date lies in, else the next; none when no notice that is known names one.
std::optional<HolidaySpan> holiday_from(CivilDate date);
/// The newest of that kind that had ended before the date; none when none is known.
std::optional<HolidaySpan> holiday_before(const std::string& name, CivilDate date);
int holidays_first_year();
int holidays_last_year();

}  // namespace shanzhi::base
