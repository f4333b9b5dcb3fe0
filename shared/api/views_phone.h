// What a person's own phone asks for in one answer: where they stand, and what they gave today.
#pragma once

#include "shared/api/views.h"

namespace shanzhi::api {

/// One line of this month's standing by points among the people of a place.
struct StandingPlace {
  std::string level, place, name;
  std::int64_t rank = 0, of = 0;            ///< rank 0: not ranked yet
  std::int64_t value = 0;                   ///< centipoints this month
  std::int64_t to_next = 0, next_rank = 0;  ///< up to whoever stands next above; 0: nobody does
  std::int64_t before_rank = 0;             ///< last month; 0: not ranked then
  std::int64_t first = 0;                   ///< what the first has
};
/// Whose standing.
struct StandingQuery {
  std::string person;  ///< somebody the caller looks after; "" the caller
};
/// GET /api/v1/standing : the caller's own person and household, or one whom they look after, without the
/// rest of that household. Empty for a caller who is no resident.
struct Standing {
  std::string person, name, household, number, grid, grid_name, village, village_name;
  std::int64_t balance = 0, earned = 0, spent = 0, hours = 0, week = 0;
  std::int64_t household_balance = 0, household_week = 0;
  std::vector<std::int64_t> by_week;  ///< earned, last 12 weeks, oldest first, centipoints
  std::string first_week;             ///< the Monday that the oldest begins with
  std::vector<StandingPlace> places;  ///< grid, village, town
  std::vector<ArchiveMember> members;
  std::vector<TeamRow> teams;  ///< that the person belongs to
};
/// GET /api/v1/given : the awards and reversals that the caller entered today, newest first.
struct Given {
  std::vector<PassbookLine> lines;  ///< without balances
  std::int64_t points = 0;          ///< their sum
};

void fields(describe::Visitor& v, StandingQuery& q);
void fields(describe::Visitor& v, StandingPlace& r);
void fields(describe::Visitor& v, Standing& r);
void fields(describe::Visitor& v, Given& r);

}  // namespace shanzhi::api
