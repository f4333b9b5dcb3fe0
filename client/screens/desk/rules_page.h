// The rule book: what gives points, how many, up to what, on what evidence.
#pragma once

#include "client/screens/parts.h"

namespace shanzhi::screens {

/// Where a version stands on a day: one of each rule is in force, or none.
enum class RuleState : unsigned char { now, coming, past };
/// By the other versions of the same rule.
RuleState state_of(const api::RuleRow& rule, const std::vector<api::RuleRow>& all,
                   base::CivilDate today);

/// A rule in a line: code, name, field, cap, points; true when it was pressed. `on`: open, or chosen.
bool rule_line(const Env& env, const api::RuleRow& rule, bool on, std::uint32_t flags);

struct RulesForm {
  int state = 0;  ///< RuleState
  int field = 0;  ///< 0 all, then the five service fields
  std::string search;
  std::string open;       ///< code of the rule shown in full
  std::string opened_by;  ///< the address that it was opened from
};
Wish rules_page(const Env& env, const model::Loaded<api::RulePage>& rules, RulesForm& form,
                ui::Rect page);

}  // namespace shanzhi::screens
