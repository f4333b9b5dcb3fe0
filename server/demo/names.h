// Invented names with the frequencies of a Shandong village: a clan's surname dominates its village.
#pragma once

#include <string>
#include <string_view>

#include "server/demo/random.h"
#include "shared/people/people.h"

namespace shanzhi::demo {

/// A surname; in a village named after one (杨庄村, 鲁谢庄村) that one for about half of the families.
std::string make_surname(Random& random, std::string_view village);
/// A given name of the fashion of the year of birth.
std::string make_given_name(Random& random, people::Gender gender, int born_year);
/// An invented mobile number in the ranges 170–171, which no person's demonstration number shares
/// with the common networks.
std::string make_phone(Random& random);

}  // namespace shanzhi::demo
