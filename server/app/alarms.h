// Use cases of alarms: raised by any officer, worked on and ended by village officers and above.
#pragma once

#include "server/app/work.h"
#include "shared/api/alarms.h"

namespace shanzhi::app {

/// As many may be open at once: more would hide each other.
inline constexpr std::int64_t kOpenAlarmsMax = 20;

/// Errors: missing_field (/id, /matter), not_found (/place, /forces/N/place), in_the_future
/// (/reported_at), already_exists (/id), out_of_range (/alarm: too many are open; /severity).
base::Result<Outcome> raise_alarm(Work& work, const api::RaiseAlarm& command);
/// Errors: not_found (/alarm, /forces/N/place), in_use (/alarm: it has ended; /step: all are done), missing_field (/step: a
/// note or tick needs one), out_of_range (/step).
base::Result<Outcome> update_alarm(Work& work, const api::UpdateAlarm& command);
/// Errors: not_found (/alarm), in_use (/alarm: it has ended), missing_field (/outcome).
base::Result<Outcome> end_alarm(Work& work, const api::EndAlarm& command);

}  // namespace shanzhi::app
