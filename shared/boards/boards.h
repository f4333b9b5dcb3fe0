// Boards: standings of subjects in a scope over a period, with standard competition ranking.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/instant.h"

namespace shanzhi::boards {

enum class Subject : std::uint8_t { person, household, team, grid, village, hub };
enum class Measure : std::uint8_t { points, hours, services };
/// `all`, or one of the five service fields in the order of rules::ServiceField.
enum class FieldFilter : std::uint8_t { all, livelihood, culture, ecology, safety, industry };

/// One subject's total. Order of equal values: by `order` (name, then id), which does not change
/// the rank.
struct Standing {
  std::int64_t value = 0;
  std::int32_t subject = 0;  ///< caller's index
};
struct Ranked {
  std::int32_t rank = 0;  ///< 1, 2, 2, 4
  std::int64_t value = 0;
  std::int32_t subject = 0;
};

/// Ranks by value, greatest first; equal values share a rank and the next rank skips. Stable.
std::vector<Ranked> rank_standings(std::vector<Standing> standings);

/// What "my place" tells beside rank and value.
struct Gap {
  std::int64_t to_next = 0;    ///< points to reach the next better rank; 0 for rank 1
  std::int32_t next_rank = 0;  ///< that rank; 0 for rank 1
};
Gap gap_of(const std::vector<Ranked>& board, std::size_t index);

}  // namespace shanzhi::boards
