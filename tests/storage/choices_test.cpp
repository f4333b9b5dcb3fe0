// What the program knows as a choice and what the database lets into its column are the same choices: as many,
// and no other number.
#include <catch2/catch_test_macros.hpp>

#include "shared/api/alarms.h"
#include "shared/api/hall.h"
#include "shared/api/names.h"
#include "shared/api/registry.h"
#include "tests/support/town_fixture.h"

namespace shanzhi::test {
namespace {

template <class E>
constexpr int kChoices = static_cast<int>(describe::EnumNames<E>::values.size());

struct Column {
  const char *table, *column;
  int choices;
};
constexpr Column kColumns[] = {
    {"place", "level", kChoices<places::Level>},
    {"site", "kind", kChoices<places::SiteKind>},
    {"grid_worker", "kind", kChoices<places::StaffKind>},
    {"person", "gender", kChoices<people::Gender>},
    {"person", "relation", kChoices<people::Relation>},
    {"team", "way", kChoices<people::LeadWay>},
    {"rule", "field", kChoices<rules::ServiceField>},
    {"rule", "direction", kChoices<rules::Direction>},
    {"rule", "unit", kChoices<rules::Unit>},
    {"rule", "cap_period", kChoices<base::Period>},
    {"rule", "approver", kChoices<rules::Approver>},
    {"user", "role", api::kRoleCount},
    {"token", "role", api::kRoleCount},
    {"account", "currency", kChoices<ledger::Currency>},
    {"account", "kind", kChoices<ledger::HolderKind>},
    {"transfer", "currency", kChoices<ledger::Currency>},
    {"transfer", "reason", kChoices<ledger::Reason>},
    {"alarm", "state", kChoices<alarms::State>},
    {"alarm", "severity", kChoices<alarms::Severity>},
    {"hall_scene", "kind", kChoices<hall::SceneKind>},
};

/// The condition of the table's CHECK (…) that begins with the column; "" when there is none.
std::string check_of(Town& town, const Column& c) {
  const std::string text =
      town.text(std::string("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = '") +
                c.table + "'");
  const auto from = text.find("CHECK (" + std::string(c.column) + " ");
  if (from == std::string::npos) return {};
  int depth = 0;
  for (auto at = from + 6; at < text.size(); ++at) {
    depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
    if (depth == 0) return text.substr(from + 6, at - from - 5);
  }
  return {};
}

}  // namespace

TEST_CASE("the database lets in the program's choices and no other number") {
  Town town;
  for (const Column& c : kColumns) {
    const std::string check = check_of(town, c);
    INFO(c.table << "." << c.column << ": " << check);
    REQUIRE(check.find(c.column) != std::string::npos);
    for (int choice = -1; choice <= c.choices; ++choice) {
      INFO(choice);
      const bool lets = town.number(std::string("WITH t(") + c.column + ") AS (VALUES (" +
                                    std::to_string(choice) + ")) SELECT " + check + " FROM t") != 0;
      CHECK(lets == (choice >= 0 && choice < c.choices));
    }
  }
}

}  // namespace shanzhi::test
