// Every transfer of points of some people with its running balance: what a passbook is cut from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/storage/read/reading.h"

namespace shanzhi::storage::read {

/// One movement, as light as running through a whole history needs.
struct Movement {
  std::int64_t seq = 0;
  std::int64_t amount = 0;   ///< signed: gained or given
  std::int64_t balance = 0;  ///< of all the people together, after it
  std::int64_t occurred_at = 0;
  bool spending = false;  ///< to or from a merchant or the spend account
};

/// In the order in which they were booked. `where` is a condition on person p, with one value.
std::vector<Movement> history_of(Snapshot& snapshot, const std::string& where, std::int64_t value);

/// One line in full.
api::PassbookLine line_of(Reading& r, const Movement& movement, bool may_reverse);

/// The lines before the cursor (a seq; 0 for the newest), newest first, at most `limit`; `next` gets
/// the cursor of the following page, or stays empty.
std::vector<api::PassbookLine> lines_of(Reading& r, const std::vector<Movement>& history,
                                        std::int64_t before, std::int64_t limit, bool may_reverse,
                                        std::string& next);

}  // namespace shanzhi::storage::read
