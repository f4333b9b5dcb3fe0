// The rule book in plain words: what is worth how much, what has to be shown, who checks it.
#pragma once

#include "client/screens/phone/frame.h"

namespace shanzhi::screens {

Wish my_rules(const Env& env, const model::Loaded<api::RulePage>& rules, ui::Rect page);

/// "每小时 1 分，每天最多 8 分".
std::string rule_in_words(const Env& env, const api::RuleRow& rule);

}  // namespace shanzhi::screens
