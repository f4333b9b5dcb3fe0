// Merchants, teams and rules from spreadsheets.
#include <cmath>

#include "server/app/import_cells.h"
#include "server/app/import_tables.h"
#include "server/app/teams.h"
#include "shared/api/names.h"
#include "shared/base/utf8.h"

namespace shanzhi::app {
namespace {

using base::ErrorCode;

/// "1.5" points → 150; nullopt for what is not a sum of 0 … 10,000 points.
std::optional<std::int64_t> centipoints_of(std::string_view cell) {
  if (cell.empty()) return 0;
  const auto value = read_number_cell(cell);
  if (!value || *value < 0 || *value > 10'000) return std::nullopt;
  return std::llround(*value * base::kCentipointsPerPoint);
}

template <class E>
std::optional<E> choice_of(std::string_view cell, std::initializer_list<const char*> chinese) {
  if (const auto named = describe::parse_enum<E>(cell)) return named;
  int index = 0;
  for (const char* word : chinese) {
    if (cell == word) return static_cast<E>(index);
    ++index;
  }
  return std::nullopt;
}

void import_merchant(ImportWork& import, const ReachedPlaces& places, std::size_t row) {
  MerchantRecord merchant;
  merchant.name = import.cell(row, "name");
  if (merchant.name.empty()) return import.refuse(row, "name", {ErrorCode::missing_field, "/name"});
  merchant.trade = base::cut_utf8(import.cell(row, "trade"), kImportedNameMax);
  const auto cell = import.cell(row, "village");
  const PlaceRecord* own = places.row(import.work.caller.place);
  auto place =
      cell.empty() && own != nullptr ? base::Result<PlaceRecord>(*own) : places.find_any(cell);
  if (!place) return import.refuse(row, "village", place.error());
  merchant.place_row = place->row;
  merchant.place = place->code;
  if (const auto phone_cell = import.cell(row, "phone"); !phone_cell.empty()) {
    const auto phone = people::parse_phone(phone_cell);
    if (!phone) return import.refuse(row, "phone", phone.error());
    merchant.phone = *phone;
  }
  merchant.at = read_point(import, row).value_or(base::Point{});
  merchant.id.uuid = import.work.new_id();
  import.keep("merchant", import.work.places.save_merchant(merchant), {});
}

void import_team(ImportWork& import, const ReachedPlaces& places, std::size_t row) {
  api::SaveTeam command;
  command.id.uuid = import.work.new_id();
  command.name = import.cell(row, "name");
  if (command.name.empty()) return import.refuse(row, "name", {ErrorCode::missing_field, "/name"});
  const auto place = places.find_any(import.cell(row, "place"));
  if (!place) return import.refuse(row, "place", place.error());
  command.place = place->code;
  command.brand = base::cut_utf8(import.cell(row, "brand"), kImportedNameMax);
  if (const auto cell = import.cell(row, "way"); !cell.empty()) {
    const auto way = choice_of<people::LeadWay>(cell, {"组织领建", "结对共建", "组团联建"});
    if (!way) {
      return import.refuse(
          row, "way",
          {ErrorCode::not_a_choice, "/way", std::string(cell), "组织领建、结对共建、组团联建"});
    }
    command.way = *way;
  }
  const auto done = save_team(import.work, command);
  if (!done) return import.refuse(row, "name", done.error());
  if (const auto team = import.work.teams.find(command.id)) import.keep("team", team->row, {});
}

bool same_rule(const rules::Rule& a, const rules::Rule& b) {
  return a.name == b.name && a.field == b.field && a.direction == b.direction && a.unit == b.unit &&
         a.points == b.points && a.cap == b.cap && a.cap_period == b.cap_period &&
         a.bonus_max == b.bonus_max && a.evidence == b.evidence && a.approver == b.approver;
}

/// Reads one rule; a cell that is no such thing is refused and gives nullopt.
std::optional<rules::Rule> read_rule(ImportWork& import, std::size_t row) {
  rules::Rule rule;
  bool good = true;
  auto choice = [&](const char* field, auto value, auto& into) {
    if (value) {
      into = *value;
    } else {
      import.refuse(row, field,
                    {ErrorCode::not_a_choice, std::string("/") + field,
                     std::string(import.cell(row, field))});
      good = false;
    }
  };
  auto sum = [&](const char* field, base::Points& into, std::int64_t least) {
    const auto value = centipoints_of(import.cell(row, field));
    if (value && *value >= least) {
      into = {*value};
    } else {
      import.refuse(row, field,
                    {ErrorCode::out_of_range, std::string("/") + field,
                     std::string(import.cell(row, field))});
      good = false;
    }
  };
  rule.code = import.cell(row, "code");
  rule.name = import.cell(row, "name");
  choice(
      "field",
      choice_of<rules::ServiceField>(import.cell(row, "field"),
                                     {"民生保障", "文娱活动", "生态治理", "安全稳定", "产业发展"}),
      rule.field);
  choice("direction", choice_of<rules::Direction>(import.cell(row, "direction"), {"加分", "扣分"}),
         rule.direction);
  choice("unit", choice_of<rules::Unit>(import.cell(row, "unit"), {"小时", "次", "月", "季", "年"}),
         rule.unit);
  sum("points", rule.points, 1);
  sum("cap_points", rule.cap, 0);
  sum("bonus_max", rule.bonus_max, 0);
  const auto period = import.cell(row, "cap_period");
  choice("cap_period",
         choice_of<base::Period>(period.empty() ? "day" : period,
                                 {"日", "周", "月", "季", "年", "全部"}),
         rule.cap_period);
  const auto approver = import.cell(row, "approver");
  choice("approver",
         choice_of<rules::Approver>(approver.empty() ? "village_officer" : approver,
                                    {"系统", "网格员", "村干部", "管区干部", "镇管理员"}),
         rule.approver);
  rule.evidence = base::cut_utf8(import.cell(row, "evidence"), kImportedNameMax);
  rule.source = base::cut_utf8(import.cell(row, "source"), kImportedTextMax);
  if (rule.code.empty() || rule.code.size() > 16 || rule.name.empty()) {
    import.refuse(row, rule.name.empty() ? "name" : "code", {ErrorCode::missing_field, "/code"});
    good = false;
  }
  if (!good) return std::nullopt;
  return rule;
}

/// What undoing a rule's import must know.
void keep_rule(ImportWork& import, const rules::Rule& rule, std::size_t row) {
  RuleKey key;
  key.code = rule.code;
  key.version = rule.version;
  ++import.added;
  import.work.imports.keep(import.import,
                           {"rule", static_cast<Row>(row) + 1, describe::to_json(key)});
}

}  // namespace

void import_merchants(ImportWork& import) {
  const ReachedPlaces places(import.work);
  for (std::size_t row = 0; row < import.table.rows.size(); ++row)
    if (!import.blank(row)) import_merchant(import, places, row);
}

void import_teams(ImportWork& import) {
  const ReachedPlaces places(import.work);
  for (std::size_t row = 0; row < import.table.rows.size(); ++row)
    if (!import.blank(row)) import_team(import, places, row);
}

void import_rules(ImportWork& import) {
  const base::CivilDate today = base::day_of(import.work.now);
  for (std::size_t row = 0; row < import.table.rows.size(); ++row) {
    if (import.blank(row)) continue;
    auto rule = read_rule(import, row);
    if (!rule) continue;
    rule->valid_from = today;
    if (const auto known = import.work.ledger.rule(rule->code, today)) {
      if (same_rule(*known, *rule)) continue;
      rule->version = known->version + 1;
    }
    import.work.ledger.save_rule(*rule);
    keep_rule(import, *rule, row);
  }
}

}  // namespace shanzhi::app
