// Working days of the People's Republic of China: weekends, national holidays, make-up days.
#pragma once

#include "shared/base/instant.h"
#include "shared/base/result.h"

namespace shanzhi::base {

/// True when the State Council's notice (or the plain week) makes the day a working day.
/// Errors: year_not_covered for a year whose notice is not in the table; never guessed.
Result<bool> working_day(CivilDate date);
/// The holiday's Chinese name on that date, empty when it is an ordinary day.
const char* holiday_name(CivilDate date);
int holidays_first_year();
int holidays_last_year();

}  // namespace shanzhi::base
