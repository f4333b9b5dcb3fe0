// The ledger store's other half: the rule book, and the totals that boards and maps are read from.
#include "server/storage/ledger_store.h"

namespace shanzhi::storage {

namespace {

using app::Row;

constexpr char kInForce[] = R"(SELECT code, version, name, field, direction, unit, points, cap,
  cap_period, bonus_max, evidence, approver, source, valid_from, valid_until FROM rule
  WHERE code = ?1 ORDER BY (valid_from <= ?2 AND (valid_until IS NULL OR valid_until >= ?2)) DESC,
  version DESC LIMIT 1)";
constexpr char kVersion[] = R"(SELECT code, version, name, field, direction, unit, points, cap,
  cap_period, bonus_max, evidence, approver, source, valid_from, valid_until FROM rule
  WHERE code = ? AND version = ?)";
constexpr char kSaveRule[] =
    R"(INSERT INTO rule (code, version, name, field, direction, unit, points,
  cap, cap_period, bonus_max, evidence, approver, source, valid_from, valid_until)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";
constexpr char kRemoveRule[] = R"(DELETE FROM rule WHERE code = ?1 AND version = ?2 AND NOT EXISTS
  (SELECT 1 FROM transfer WHERE rule = ?1 AND rule_version = ?2))";
constexpr char kPersonTotal[] = R"(INSERT INTO person_total VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET points = points + excluded.points, minutes = minutes + excluded.minutes,
  services = services + excluded.services)";

std::optional<rules::Rule> read_rule(Query& query) {
  if (!query.next()) return std::nullopt;
  rules::Rule rule;
  rule.code = query.text(0);
  rule.version = static_cast<std::int32_t>(query.integer(1));
  rule.name = query.text(2);
  rule.field = static_cast<rules::ServiceField>(query.integer(3));
  rule.direction = static_cast<rules::Direction>(query.integer(4));
  rule.unit = static_cast<rules::Unit>(query.integer(5));
  rule.points = {query.integer(6)};
  rule.cap = {query.integer(7)};
  rule.cap_period = static_cast<base::Period>(query.integer(8));
  rule.bonus_max = {query.integer(9)};
  rule.evidence = query.text(10);
  rule.approver = static_cast<rules::Approver>(query.integer(11));
  rule.source = query.text(12);
  rule.valid_from = {static_cast<std::int32_t>(query.integer(13))};
  if (!query.null(14))
    rule.valid_until = base::CivilDate{static_cast<std::int32_t>(query.integer(14))};
  return rule;
}

}  // namespace

std::int64_t span_start(int span, base::CivilDate day) {
  if (span == kSpanDay) return day.days;
  if (span == kSpanMonth) return base::span_of(base::Period::month, day).first.days;
  return 0;
}

std::optional<rules::Rule> SqlLedgerStore::rule(std::string_view code, base::CivilDate day) {
  return recall_.rule(code, day, [&] {
    Query query(database_, kInForce, code, day.days);
    return read_rule(query);
  });
}

std::optional<rules::Rule> SqlLedgerStore::rule_version(std::string_view code,
                                                        std::int32_t version) {
  Query query(database_, kVersion, code, version);
  return read_rule(query);
}

void SqlLedgerStore::save_rule(const rules::Rule& rule) {
  const auto until = days_or_null(rule.valid_until);
  execute(database_, kSaveRule, rule.code, rule.version, rule.name, static_cast<int>(rule.field),
          static_cast<int>(rule.direction), static_cast<int>(rule.unit), rule.points.count,
          rule.cap.count, static_cast<int>(rule.cap_period), rule.bonus_max.count, rule.evidence,
          static_cast<int>(rule.approver), rule.source, rule.valid_from.days, until);
}

bool SqlLedgerStore::remove_rule(std::string_view code, std::int32_t version) {
  execute(database_, kRemoveRule, code, version);
  return database_.rows_changed() == 1;
}

void SqlLedgerStore::add_totals(Row person, Row grid, base::CivilDate day,
                                rules::ServiceField field, base::Points points,
                                base::Minutes minutes, std::int64_t services) {
  for (const int span : {kSpanDay, kSpanMonth, kSpanAll}) {
    const std::int64_t start = span_start(span, day);
    execute(database_, kPersonTotal, span, start, static_cast<int>(field), person, points.count,
            minutes.count, services);
    recall_.add_grid(database_, span, start, static_cast<int>(field), grid,
                     {points.count, minutes.count, services, 0});
  }
}

void SqlLedgerStore::add_verified(Row grid, base::CivilDate day, base::Points points) {
  for (const int span : {kSpanDay, kSpanMonth, kSpanAll})
    recall_.add_grid(database_, span, span_start(span, day), 0, grid, {0, 0, 0, points.count});
}

}  // namespace shanzhi::storage
