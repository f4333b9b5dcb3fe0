// What a bulk load knows before it writes: rows of everything, final sums, totals.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/app/town_data.h"
#include "shared/base/result.h"

namespace shanzhi::storage {

/// Final sums of one person. Rows are indexes + 1: the database is empty.
struct PersonSums {
  std::int64_t balance = 0, earned = 0, minutes = 0, last_at = 0;
  std::int32_t household = -1;  ///< index
  std::int64_t account = 0;     ///< row of the points account; 0: none yet
  std::int64_t hours_account = 0;
};

/// One row of totals before rows of the same key are added up.
struct TotalRow {
  std::int32_t span, start, field, subject;
  std::int64_t points, minutes, services, verified;
};
/// Sorts and adds up.
void merge_totals(std::vector<TotalRow>& rows);

struct BulkPlan {
  std::unordered_map<std::string, std::int64_t> place_rows;  ///< by code
  std::vector<std::int64_t> grid_of_household;               ///< place row
  std::vector<PersonSums> people;
  std::vector<std::int64_t> merchant_balance, merchant_account;
  std::int64_t issued = 0, corrected = 0, issued_minutes = 0;
  std::vector<TotalRow> person_totals, grid_totals;

  std::int64_t grid_of(std::int32_t person) const {
    return grid_of_household[people[person].household];
  }
};

/// Rows of the system accounts that a bulk load opens; people's and merchants' follow.
inline constexpr std::int64_t kIssueAccount = 1, kCorrectionAccount = 2, kIssueHoursAccount = 3;
inline constexpr std::int64_t kFirstFreeAccount = 4;

/// Errors: not_found, below_floor.
base::Result<BulkPlan> plan_bulk(const app::TownData& town);

}  // namespace shanzhi::storage
