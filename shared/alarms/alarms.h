// An alarm: what has happened where, what is done about it step by step, and who is on the way. It hangs
// on the town's wall, so its free text carries no numbers of people.
#pragma once

#include <string>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/base/result.h"

namespace shanzhi::alarms {

/// Grades as of requests, and one above them for life and limb.
enum class Severity : std::uint8_t { ordinary, important, major, emergency };
enum class State : std::uint8_t { raised, ended };

struct Step {
  std::string name;
  std::string note;       ///< one line under it: 打更巡逻队 6 人、网格员 5 人
  base::Instant done_at;  ///< 0: not yet
};
struct Force {
  std::string name;
  std::string place;  ///< code; "" where it comes from is not said
  std::int64_t people = 0;
  base::Instant arrives_at;
  bool arrived = false;
};

struct Alarm {
  base::AlarmId id;
  std::string place;   ///< code
  std::string matter;  ///< 老人走失
  std::string detail;
  Severity severity = Severity::important;
  State state = State::raised;
  std::string commander;  ///< a name; shown masked to whoever does not see people
  std::string appeal;     ///< what everybody can do: 见到老人请就近报网格员
  base::Instant reported_at, raised_at, ended_at;
  std::vector<Step> steps;
  std::vector<Force> forces;
  std::string outcome;  ///< 已找到，老人平安
};

inline constexpr std::int64_t kStepsMax = 12;
inline constexpr std::int64_t kForcesMax = 20;
/// Longer on the way than this is no help any more; also catches a wrong unit.
inline constexpr std::int64_t kArrivalMinutesMax = 24 * 60;
/// How long an alarm that has ended is still told of.
inline constexpr std::int64_t kToldAfterEndMs = 10 * base::kMsPerMinute;

/// The steps that an alarm has when none were named.
std::vector<Step> usual_steps(bool english);
/// Number (from 1) of the step being worked on; 0 when all are done.
std::int64_t current_step(const Alarm& alarm);
/// Ticks a step off. One after the other: errors: in_use (/alarm: it has ended; /step: all are done), out_of_range (/step, shown
/// the one that is next) for any step but the current one.
base::Result<base::Done> finish_step(Alarm& alarm, std::int64_t number, base::Instant now);
/// Errors: in_use (it has ended already).
base::Result<base::Done> end(Alarm& alarm, std::string outcome, base::Instant now);
/// Whether it is still to be told of: open, or ended a moment ago.
bool told(const Alarm& alarm, base::Instant now);
/// All free text tidied, and numbers of telephones and identity cards in it made unreadable.
void make_public(Alarm& alarm);

}  // namespace shanzhi::alarms
