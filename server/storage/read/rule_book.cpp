// The rule book in force, and what an award's decision must know of the past.
#include "server/storage/read/answers.h"
#include "shared/base/utf8.h"
#include "shared/describe/describe.h"

namespace shanzhi::storage::read {
namespace {

// In force or to come; a version is left out once a later one holds.
const std::string kVersions =
    "SELECT code, version, name, field, direction, unit, points, cap, cap_period, bonus_max, "
    "evidence,"
    " approver, source, valid_from, valid_until FROM rule r";
const std::string kOrder = " ORDER BY direction, field, code, version";
const std::string kRules =
    kVersions +
    " WHERE (valid_until IS NULL OR valid_until >= ?1) AND NOT EXISTS (SELECT 1 FROM rule later"
    "  WHERE later.code = r.code AND later.version > r.version AND later.valid_from <= ?1)" +
    kOrder;
const std::string kAllRules = kVersions + kOrder;
const std::string kRule =
    "SELECT cap_period, direction FROM rule WHERE code = ? AND valid_from <= ?"
    " ORDER BY version DESC LIMIT 1";
const std::string kAnyRule =
    "SELECT cap_period, direction FROM rule WHERE code = ? ORDER BY version DESC LIMIT 1";
const std::string kPerson =
    "SELECT p.id, p.household_id, p.balance, g.low, coalesce(m.low, 0)"
    " FROM person p JOIN household h ON h.id = p.household_id"
    " JOIN place g ON g.id = h.grid_id LEFT JOIN place m ON m.id = h.hamlet_id"
    " WHERE p.uuid = ? AND p.removed_by = 0";
const std::string kGranted =
    "SELECT coalesce(sum(t.amount), 0) FROM account a JOIN transfer t ON t.%SIDE% = a.id"
    " WHERE a.person_id = ? AND a.currency = 0 AND t.rule = ? AND t.reason = 0"
    " AND t.occurred_at >= ? AND t.occurred_at < ?"
    " AND NOT EXISTS (SELECT 1 FROM transfer x WHERE x.reverses = t.uuid)";
const std::string kBooked =
    "SELECT coalesce(sum(minutes), 0) FROM person_total"
    " WHERE person_id = ? AND span = 0 AND start = ?";
const std::string kGrantedBy =
    "SELECT coalesce(sum(t.amount), 0) FROM transfer t JOIN account d ON d.id = t.debit"
    " WHERE t.user_id = ? AND t.occurred_at >= ? AND t.recorded_at >= ? AND t.recorded_at < ?"
    " AND t.currency = 0 AND t.reason = 0 AND d.kind = 0"
    " AND NOT EXISTS (SELECT 1 FROM transfer x WHERE x.reverses = t.uuid)";
const std::string kSetting = "SELECT CAST(value AS INTEGER) FROM setting WHERE name = ?";

std::int64_t setting(Reading& r, const std::string& name) {
  Rows rows(r.snapshot, kSetting, name);
  return rows.next() ? rows.integer(0) : 0;
}

/// Everything that an instant lies in: `all` has no bounds.
struct Moments {
  std::int64_t from, before;
};
Moments moments_of(base::Period period, base::CivilDate day) {
  if (period == base::Period::all) return {INT64_MIN, INT64_MAX};
  const auto days = base::span_of(period, day);
  return {base::start_of(days.first).unix_ms, base::start_of(days.end).unix_ms};
}

std::int64_t granted(Reading& r, std::int64_t person, const std::string& rule, bool deducts,
                     const Moments& when) {
  std::string sql = kGranted;
  sql.replace(sql.find("%SIDE%"), 6, deducts ? "debit" : "credit");
  Rows rows(r.snapshot, sql, person, rule, when.from, when.before);
  return rows.next() ? rows.integer(0) : 0;
}

struct RuleFacts {
  base::Period cap_period;
  bool deducts;
};
std::optional<RuleFacts> rule_facts(Reading& r, const std::string& code, base::CivilDate day) {
  const auto facts = [](const Rows& rows) {
    return RuleFacts{static_cast<base::Period>(rows.integer(0)), rows.integer(1) == 1};
  };
  Rows then(r.snapshot, kRule, code, day.days);
  if (then.next()) return facts(then);
  Rows any(r.snapshot, kAnyRule, code);
  if (any.next()) return facts(any);
  return std::nullopt;
}

}  // namespace

Result<api::RulePage> read_rules(Reading& r, const api::RulesQuery& q) {
  api::RulePage page;
  Rows rows(r.snapshot, q.all ? kAllRules : kRules);
  if (!q.all) rows.bind(1, r.today.days);
  while (rows.next()) {
    api::RuleRow& row = page.rules.emplace_back();
    row.code = rows.text(0);
    row.version = rows.integer(1);
    row.name = rows.text(2);
    row.field = describe::name_of(static_cast<rules::ServiceField>(rows.integer(3)));
    row.direction = describe::name_of(static_cast<rules::Direction>(rows.integer(4)));
    row.unit = describe::name_of(static_cast<rules::Unit>(rows.integer(5)));
    row.points = rows.integer(6);
    row.cap = rows.integer(7);
    row.cap_period = describe::name_of(static_cast<base::Period>(rows.integer(8)));
    row.bonus_max = rows.integer(9);
    row.evidence = rows.text(10);
    row.approver = describe::name_of(static_cast<rules::Approver>(rows.integer(11)));
    row.source = rows.text(12);
    row.valid_from = base::to_text(base::CivilDate{static_cast<std::int32_t>(rows.integer(13))});
    if (!rows.null(14))
      row.valid_until = base::to_text(base::CivilDate{static_cast<std::int32_t>(rows.integer(14))});
  }
  return page;
}

Result<api::AwardContextView> read_award_context(Reading& r, const api::AwardContextQuery& q) {
  const auto id = base::parse_uuid(q.person);
  if (!id) return {base::ErrorCode::malformed, "/person"};
  const auto at = q.occurred_at.empty() ? std::optional(r.now) : base::parse_instant(q.occurred_at);
  if (!at) return {base::ErrorCode::malformed, "/occurred_at"};
  const base::CivilDate day = base::day_of(*at);

  Rows person(r.snapshot, kPerson, *id);
  if (!person.next() || !r.in_full(person.integer(3), person.integer(4)))
    return {base::ErrorCode::not_found, "/person"};
  const std::int64_t row = person.integer(0);
  const auto rule = rule_facts(r, q.rule, day);
  if (!rule) return {base::ErrorCode::not_found, "/rule"};

  api::AwardContextView view;
  view.balance = person.integer(2);
  view.same_person = row == r.caller.person;
  view.same_household = r.household != 0 && person.integer(1) == r.household;
  view.granted_in_period =
      granted(r, row, q.rule, rule->deducts, moments_of(rule->cap_period, day));
  Rows booked(r.snapshot, kBooked, row, day.days);
  if (booked.next()) view.booked_that_day = booked.integer(0);
  view.floor = setting(r, "floor");
  view.second_person_above = setting(r, "second_person_above");
  if (r.caller.user == 0) return view;
  const Moments month = moments_of(base::Period::month, r.today);
  Rows by(r.snapshot, kGrantedBy, r.caller.user, rules::earliest_entry({month.from}).unix_ms,
          month.from, month.before);
  if (by.next()) view.granted_by_this_month = by.integer(0);
  return view;
}

}  // namespace shanzhi::storage::read
