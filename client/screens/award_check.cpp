// Typed text to a decision, and a refusal to the field that it is about.
#include "client/screens/award_check.h"

#include <algorithm>

#include "shared/api/names.h"
#include "shared/base/utf8.h"
#include "shared/text/figures.h"

namespace shanzhi::screens {
namespace {

rules::AwardContext context_of(const api::AwardContextView& v) {
  rules::AwardContext c;
  c.granted_in_period = {v.granted_in_period};
  c.booked_that_day = {v.booked_that_day};
  c.balance = {v.balance};
  c.floor = {v.floor};
  c.same_person = v.same_person;
  c.same_household = v.same_household;
  c.granted_by_this_month = {v.granted_by_this_month};
  c.second_person_above = {v.second_person_above};
  return c;
}

AwardField field_of(const base::Error& error, bool by_hour, bool has_amount) {
  if (error.field == "/minutes") return AwardField::hours;
  if (error.field == "/occurred_at") return AwardField::when;
  if (error.field == "/rule") return AwardField::rule;
  if (error.field == "/person") return AwardField::person;
  if (error.field == "/points")
    return by_hour && !has_amount ? AwardField::hours : AwardField::amount;
  return AwardField::none;
}

/// The greatest value that would pass, as it would be typed.
std::string fix_for(const base::Error& error, AwardField field, const rules::Rule& rule) {
  using base::ErrorCode;
  const bool sum = error.code == ErrorCode::over_cap || error.code == ErrorCode::below_floor;
  if (sum && field == AwardField::amount) return error.shown2 == "0" ? "" : error.shown2;
  if (sum && field == AwardField::hours) {
    const auto free = parse_hundredths(error.shown2);
    if (!free || *free <= 0 || rule.points.count <= 0) return {};
    return text::hours(*free * 60 / rule.points.count / 6 * 6);
  }
  if (error.code == ErrorCode::out_of_range && field == AwardField::hours && error.shown2 != "0") {
    const auto minutes = parse_hundredths(error.shown2);
    return minutes ? text::hours(*minutes / 100 / 6 * 6) : std::string{};
  }
  if (error.code == ErrorCode::over_bonus) return {};
  return {};
}

}  // namespace

std::optional<std::int64_t> parse_hundredths(std::string_view typed) {
  const std::string text = base::tidy(typed);
  std::int64_t whole = 0, part = 0;
  int digits = 0, decimals = -1;
  for (const char c : text) {
    if (c == '.') {
      if (decimals >= 0) return std::nullopt;
      decimals = 0;
      continue;
    }
    if (c < '0' || c > '9' || ++digits > 9) return std::nullopt;
    if (decimals < 0)
      whole = whole * 10 + (c - '0');
    else if (++decimals <= 2)
      part = part * 10 + (c - '0');
    else
      return std::nullopt;
  }
  if (digits == 0) return std::nullopt;
  return whole * 100 + (decimals == 1 ? part * 10 : part);
}

std::optional<std::int64_t> parse_hours(std::string_view typed) {
  const auto hundredths = parse_hundredths(typed);
  if (!hundredths) return std::nullopt;
  return (*hundredths * 60 + 50) / 100;
}

std::optional<rules::Rule> rule_of(const api::RuleRow& row) {
  const auto field = describe::parse_enum<rules::ServiceField>(row.field);
  const auto direction = describe::parse_enum<rules::Direction>(row.direction);
  const auto unit = describe::parse_enum<rules::Unit>(row.unit);
  const auto period = describe::parse_enum<base::Period>(row.cap_period);
  const auto approver = describe::parse_enum<rules::Approver>(row.approver);
  const auto from = base::parse_date(row.valid_from);
  if (!direction || !unit || !from) return std::nullopt;
  rules::Rule rule;
  rule.code = row.code;
  rule.version = static_cast<std::int32_t>(row.version);
  rule.name = row.name;
  rule.field = field.value_or(rules::ServiceField::livelihood);
  rule.direction = *direction;
  rule.unit = *unit;
  rule.points = {row.points};
  rule.cap = {row.cap};
  rule.cap_period = period.value_or(base::Period::day);
  rule.bonus_max = {row.bonus_max};
  rule.approver = approver.value_or(rules::Approver::village_officer);
  rule.valid_from = *from;
  rule.valid_until = base::parse_date(row.valid_until);
  return rule;
}

std::optional<base::Instant> when_meant(const std::string& typed, base::Instant now) {
  if (typed.empty()) return now;
  return base::parse_instant(typed + (typed.size() == 16 ? ":00+08:00" : ""));
}

AwardCheck check_award(const AwardForm& form, const api::RuleRow* row,
                       const std::optional<api::AwardContextView>& context, base::Instant now,
                       text::Language language) {
  AwardCheck check;
  check.context_known = context.has_value();
  if (!row || form.person.empty()) return check;
  const auto rule = rule_of(*row);
  if (!rule) return check;
  const bool by_hour = rule->unit == rules::Unit::hour;
  if (by_hour && form.hours.empty()) return check;
  check.complete = true;
  rules::AwardRequest request;
  const auto malformed = [&](AwardField field, const char* pointer) {
    check.field = field;
    check.sentence = text::sentence({base::ErrorCode::malformed, pointer, {}, {}}, language);
  };
  if (by_hour) {
    const auto minutes = parse_hours(form.hours);
    if (!minutes) return malformed(AwardField::hours, "/minutes"), check;
    request.minutes = base::Minutes{*minutes};
  }
  if (!form.amount.empty()) {
    const auto amount = parse_hundredths(form.amount);
    if (!amount) return malformed(AwardField::amount, "/amount"), check;
    request.points = base::Points{*amount};
  }
  const auto when = when_meant(form.when, now);
  if (!when) return malformed(AwardField::when, "/occurred_at"), check;
  request.occurred_at = *when;
  const rules::AwardContext past = context ? context_of(*context) : rules::AwardContext{};
  const auto decided = rules::decide_award(*rule, request, past, now);
  if (decided) {
    check.decision = *decided;
    return check;
  }
  // Without the past only what does not need it may be judged.
  const base::Error& error = decided.error();
  const bool needs_past = error.code == base::ErrorCode::below_floor;
  if (needs_past && !context) return check;
  check.field = field_of(error, by_hour, !form.amount.empty());
  check.sentence = text::sentence(error, language, rule->cap_period);
  check.fix = fix_for(error, check.field, *rule);
  return check;
}

}  // namespace shanzhi::screens
