// The rule book, and the one decision that every award of points passes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/amounts.h"
#include "shared/base/instant.h"
#include "shared/base/result.h"

namespace shanzhi::rules {

/// The five service fields, and none for what is not a service.
enum class ServiceField : std::uint8_t { livelihood, culture, ecology, safety, industry };
enum class Direction : std::uint8_t { add, deduct };
/// What is counted: an hour pays its rate by the minute, the others a fixed sum each.
enum class Unit : std::uint8_t { hour, instance, month, quarter, year };
/// Who may grant under the rule: this role or one above it.
enum class Approver : std::uint8_t {
  system,
  grid_worker,
  village_officer,
  hub_officer,
  town_administrator
};

/// One version of a rule. A change makes a new version; old transfers keep pointing at theirs.
struct Rule {
  std::string code;
  std::int32_t version = 1;
  std::string name;
  ServiceField field = ServiceField::livelihood;
  Direction direction = Direction::add;
  Unit unit = Unit::instance;
  base::Points points;  ///< for one hour or one instance, > 0
  base::Points cap;     ///< most in one cap_period for one person; 0 = no cap
  base::Period cap_period = base::Period::day;
  base::Points bonus_max;  ///< most that may be added on top of one grant
  std::string evidence;    ///< check_in, photo, document …
  Approver approver = Approver::village_officer;
  std::string source;  ///< where the figure comes from; says so when it is for demonstration
  base::CivilDate valid_from;
  std::optional<base::CivilDate> valid_until;  ///< last day
};

/// How far back an award may be entered.
inline constexpr int kEntryDaysMax = 366;
/// What is entered at `now` happened then or later.
inline base::Instant earliest_entry(base::Instant now) {
  return {now.unix_ms - (kEntryDaysMax + 1) * base::kMsPerDay};
}
/// Most that one person may book for one day.
inline constexpr std::int64_t kServiceMinutesPerDayMax = 16 * 60;

/// What is asked for. Exactly one of `minutes` (rules by the hour) and nothing (others: one instance);
/// `points` is the whole sum wanted, absent for what the rule gives without bonus. Less than the rule
/// gives may be wanted too: when a cap leaves only a part free, the service time still counts whole.
struct AwardRequest {
  std::optional<base::Minutes> minutes;
  std::optional<base::Points> points;
  base::Instant occurred_at;
};

/// What the decision must know of the past, read in the same transaction that will write.
struct AwardContext {
  base::Points
      granted_in_period;  ///< under this rule, to this person, in the cap's period of occurred_at
  base::Minutes booked_that_day;  ///< service minutes of this person on that civil day
  base::Points balance;           ///< of this person
  base::Points floor;             ///< lowest balance a deduction may leave (setting; usually 0)
  bool same_person = false;       ///< the grantor is the person
  bool same_household = false;    ///< the grantor lives in the household
  base::Points granted_by_this_month;  ///< by this grantor, this civil month
  base::Points second_person_above;    ///< setting; 0 = no limit
};

struct AwardDecision {
  base::Points points;    ///< > 0; direction is the rule's
  base::Minutes minutes;  ///< service time to bank; 0 for rules not by the hour
  base::Points bonus;     ///< part of `points` above what the rule gives by itself
};

/// Points of `minutes` at the rule's hourly rate, rounded half up to a centipoint.
base::Points points_for(const Rule& rule, base::Minutes minutes);

/// The one home of the award's checks, called by the form and by the server.
/// Errors: rule_not_in_force, wrong_unit, out_of_range, in_the_future, too_long_ago, own_household,
/// over_bonus, over_cap (`shown` the cap, `shown2` what is still free), below_floor, second_person.
base::Result<AwardDecision> decide_award(const Rule& rule, const AwardRequest& request,
                                         const AwardContext& context, base::Instant now);

}  // namespace shanzhi::rules
