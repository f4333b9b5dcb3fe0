// How long each query takes in process: every query of the registry with the parameters that screens send,
// asked by the administrator of a place, in a town where an award is made before each of them.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace shanzhi::bench {

struct Timing {
  double first_ms = 0;  ///< nothing of this query in memory yet
  double ms = 0;  ///< median of later ones, each after an award, never from the answers' cache
  std::size_t bytes = 0;
  std::string trouble;  ///< why it was refused; "" when it answered
};
struct Timings {
  std::vector<std::string> names;    ///< in the order of asking
  std::map<std::string, Timing> of;  ///< by name
  double open_ms = 0;                ///< storage opened and the first query answered
  double awarded_ms = 0;             ///< median of the awards between
};

/// Asks a data folder that nobody serves meanwhile, as administrator of the place of that code.
Timings time_queries(const std::string& data, const std::string& place, int runs);

}  // namespace shanzhi::bench
