// Real administrative divisions that the demonstration borrows its names from.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace shanzhi::demo {

struct Division {
  const char* code;    ///< 6, 9 or 12 digits
  const char* name;    ///< official: 小留村村民委员会
  const char* parent;  ///< code
};

/// Parents before children.
std::span<const Division> divisions_of_mudan();

/// 小留村村民委员会 → 小留村, 东安社区居民委员会 → 东安社区.
std::string short_division_name(std::string_view name);

}  // namespace shanzhi::demo
