// The rule book: what gives points, how many, up to what, on what evidence.
#pragma once

#include "client/screens/parts.h"

namespace shanzhi::screens {

struct RulesForm {
  int field = 0;  ///< 0 all, then the five service fields
  std::string search;
  std::string open;  ///< code of the rule shown in full
};
Wish rules_page(const Env& env, const model::Loaded<api::RulePage>& rules, RulesForm& form,
                ui::Rect page);

}  // namespace shanzhi::screens
