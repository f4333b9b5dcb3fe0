// The rule book of the demonstration town.
#pragma once

#include <vector>

#include "shared/rules/rules.h"

namespace shanzhi::demo {

/// 36 rules, each in its first version, in force from that day.
std::vector<rules::Rule> make_rule_book(base::CivilDate valid_from);

}  // namespace shanzhi::demo
