// The decision whether an award stands, one check after the other in the order of the header.
#include "shared/rules/rules.h"

#include <algorithm>
#include <string>

namespace shanzhi::rules {
namespace {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Minutes;
using base::Points;
using base::Result;

constexpr std::int64_t kMinutesPerHour = 60;

/// "8", "0.5", "-1.25": points as people write them, for the sentence of an error.
std::string shown(Points points) {
  const std::int64_t size = points.count < 0 ? -points.count : points.count;
  std::string text = points.count < 0 ? "-" : "";
  text += std::to_string(size / base::kCentipointsPerPoint);
  const std::int64_t rest = size % base::kCentipointsPerPoint;
  if (rest == 0) return text;
  text += '.';
  text += std::to_string(rest / 10);
  if (rest % 10 != 0) text += std::to_string(rest % 10);
  return text;
}

Error refuse(ErrorCode code, const char* field, std::string first = {}, std::string second = {}) {
  return {code, field, std::move(first), std::move(second)};
}

bool in_force(const Rule& rule, base::CivilDate day) {
  return rule.valid_from <= day && (!rule.valid_until || day <= *rule.valid_until);
}

Result<Done> check_minutes(const Rule& rule, const AwardRequest& request,
                           const AwardContext& context) {
  if ((rule.unit == Unit::hour) != request.minutes.has_value())
    return refuse(ErrorCode::wrong_unit, "/minutes");
  if (!request.minutes) return Done{};
  const std::int64_t free =
      std::max<std::int64_t>(0, kServiceMinutesPerDayMax - context.booked_that_day.count);
  if (request.minutes->count < 1 || request.minutes->count > free)
    return refuse(ErrorCode::out_of_range, "/minutes", free > 0 ? "1" : "0", std::to_string(free));
  return Done{};
}

Result<Done> check_time(base::Instant occurred_at, base::Instant now) {
  if (occurred_at > now) return refuse(ErrorCode::in_the_future, "/occurred_at");
  if (base::day_of(now).days - base::day_of(occurred_at).days > kEntryDaysMax)
    return refuse(ErrorCode::too_long_ago, "/occurred_at", std::to_string(kEntryDaysMax));
  return Done{};
}

/// What the rule gives by itself, and the sum wanted, as a decision not yet checked against the past.
Result<AwardDecision> price(const Rule& rule, const AwardRequest& request) {
  const Points given = request.minutes ? points_for(rule, *request.minutes) : rule.points;
  AwardDecision decision;
  decision.points = request.points.value_or(given);
  decision.minutes = request.minutes.value_or(Minutes{});
  if (decision.points.count < 1 || decision.points.count > base::kTransferMax)
    return refuse(ErrorCode::out_of_range, request.points ? "/points" : "/minutes", "0.01",
                  shown(given + rule.bonus_max));
  decision.bonus = Points{std::max<std::int64_t>(0, decision.points.count - given.count)};
  return decision;
}

Result<Done> check_limits(const Rule& rule, const AwardContext& context, Points points) {
  const Points free{std::max<std::int64_t>(0, rule.cap.count - context.granted_in_period.count)};
  if (rule.cap.count > 0 && points > free)
    return refuse(ErrorCode::over_cap, "/points", shown(rule.cap), shown(free));
  if (rule.direction == Direction::deduct) {
    const Points takeable{std::max<std::int64_t>(0, context.balance.count - context.floor.count)};
    if (points > takeable)
      return refuse(ErrorCode::below_floor, "/points", shown(context.floor), shown(takeable));
    return Done{};  // taking points does not count towards what the grantor has given
  }
  const Points limit = context.second_person_above;
  if (limit.count > 0 && context.granted_by_this_month + points > limit)
    return refuse(ErrorCode::second_person, "/points", shown(limit));
  return Done{};
}

}  // namespace

Points points_for(const Rule& rule, Minutes minutes) {
  if (minutes.count <= 0) return {};
  return {(rule.points.count * minutes.count + kMinutesPerHour / 2) / kMinutesPerHour};
}

Result<AwardDecision> decide_award(const Rule& rule, const AwardRequest& request,
                                   const AwardContext& context, base::Instant now) {
  if (!in_force(rule, base::day_of(request.occurred_at)))
    return refuse(ErrorCode::rule_not_in_force, "/rule");
  if (const auto minutes = check_minutes(rule, request, context); !minutes) return minutes.error();
  const auto decision = price(rule, request);
  if (!decision) return decision.error();
  if (const auto time = check_time(request.occurred_at, now); !time) return time.error();
  if (context.same_person || context.same_household)
    return refuse(ErrorCode::own_household, "/person");
  if (decision->bonus > rule.bonus_max)
    return refuse(ErrorCode::over_bonus, "/points", shown(rule.bonus_max));
  if (const auto limits = check_limits(rule, context, decision->points); !limits)
    return limits.error();
  return decision;
}

}  // namespace shanzhi::rules
