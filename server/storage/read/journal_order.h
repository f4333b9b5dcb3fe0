// Positions of the journal's entries, newest first, without looking at what is not asked for.
#pragma once

#include <cstdint>
#include <queue>
#include <string>
#include <utility>
#include <vector>

#include "server/storage/read/reading.h"

namespace shanzhi::storage::read {

/// Facts that happen all day; all others are few. As in the index journal_by_rare_fact.
bool is_rare(const std::string& fact);
/// The condition of that index, so that it is used.
std::string rare_condition();

/// Entries of many, each of whose own follow one another in an index: the newest of all heads is taken.
class NewestFirst {
 public:
  enum class Whose : std::uint8_t { place, user };
  /// Rows of places or users; user 0 is the program itself. Entries before that position.
  NewestFirst(Snapshot& snapshot, Whose whose, const std::vector<std::int64_t>& rows,
              std::int64_t before);
  /// 0 when there is none.
  std::int64_t next();

 private:
  void look(std::int64_t row, std::int64_t before);

  Snapshot& snapshot_;
  Whose whose_;
  std::priority_queue<std::pair<std::int64_t, std::int64_t>> heads_;  ///< position, row
};

/// Rows of those who go, or once went, by a name or title with that in it, and 0: who else acted is only
/// found by looking at their entries.
std::vector<std::int64_t> users_like(Snapshot& snapshot, const std::string& who);

}  // namespace shanzhi::storage::read
