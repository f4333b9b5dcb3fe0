// Positions of the journal's entries, newest first, without looking at what is not asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <queue>
#include <string>
#include <utility>
#include <vector>

#include "server/storage/read/reading.h"

namespace shanzhi::storage::read {

/// Facts that move points happen all day; all others are few. As in the index journal_by_rare_fact.
bool is_rare(const std::string& fact);
/// The condition of that index on an entry `j`, so that it is used.
std::string rare_condition();
/// Its opposite: entries that move points.
std::string points_condition();

/// Entries of many, each of whose own follow one another in an index: the newest of all heads is taken.
class NewestFirst {
 public:
  /// What happened in those places (rows), before that position.
  static NewestFirst in_places(Reading& r, const PlaceNode& within, std::int64_t before);
  /// What those users did within the place (at the root also what happened nowhere), and, anywhere, what
  /// was done at the command line.
  static NewestFirst by_users(Reading& r, const std::vector<std::int64_t>& users,
                              const PlaceNode& within, std::int64_t before);
  /// 0 when there is none.
  std::int64_t next();

 private:
  enum class Whose : std::uint8_t { place, user, program };
  /// Where to look for the next.
  struct Source {
    Whose whose = Whose::place;
    std::int64_t user = 0;
    std::optional<std::int64_t> place;  ///< none: nowhere
  };
  explicit NewestFirst(Snapshot& snapshot) : snapshot_(snapshot) {}
  void add_user(const Reading& r, std::int64_t user, const PlaceNode& within, std::int64_t before);
  void add(const Source& source, std::int64_t before);
  void look(std::size_t source, std::int64_t before);

  Snapshot& snapshot_;
  std::vector<Source> sources_;
  std::priority_queue<std::pair<std::int64_t, std::size_t>> heads_;  ///< position, source
};

/// Rows of those who go, or once went, by a name or title with that in it.
std::vector<std::int64_t> users_like(Snapshot& snapshot, const std::string& who);

}  // namespace shanzhi::storage::read
