// Boards of every subject, period, field and measure within a place.
#include <algorithm>
#include <limits>
#include <tuple>

#include "server/storage/read/answers.h"
#include "server/storage/read/family.h"
#include "server/storage/read/ranking.h"
#include "shared/base/utf8.h"
#include "shared/describe/describe.h"

namespace shanzhi::storage::read {
namespace {

using boards::Subject;
using places::Level;

const std::string kPerson =
    "SELECT p.uuid, p.name, h.grid_id, coalesce(h.hamlet_id, 0) FROM person p"
    " JOIN household h ON h.id = p.household_id WHERE p.id = ?";
const std::string kHousehold =
    "SELECT uuid, head_name, grid_id, coalesce(hamlet_id, 0) FROM household"
    " WHERE id = ?";
const std::string kTeam = "SELECT uuid, name, place_id, 0 FROM team WHERE id = ?";
const std::string kPersonRow = "SELECT id FROM person WHERE uuid = ?";
const std::string kHouseholdRow = "SELECT id FROM household WHERE uuid = ?";
const std::string kTeamRow = "SELECT id FROM team WHERE uuid = ?";

struct Scope {
  const PlaceNode* place;
  api::BoardQuery query;
  base::DaySpan days, days_before;
  std::optional<std::int64_t> own;  ///< row of the subject whose own line is wanted

  TotalsKey now() const { return totals_key(query.period, days, query.field, query.measure); }
  TotalsKey before() const {
    return totals_key(query.period, days_before, query.field, query.measure);
  }
  /// All time has nothing before it.
  bool compares() const { return query.period != base::Period::all; }
};
/// The ranking and, for its indices, rows of the database.
struct Computed {
  Ranking ranking;
  std::vector<std::int64_t> rows;  ///< of the lines
  std::int64_t own_row = 0;
};

Level level_of(Subject subject) {
  switch (subject) {
    case Subject::village: return Level::village;
    case Subject::hub: return Level::hub;
    case Subject::grid:
    case Subject::person:
    case Subject::household:
    case Subject::team: return Level::grid;
  }
  return Level::grid;
}
bool is_place(Subject s) {
  return s == Subject::grid || s == Subject::village || s == Subject::hub;
}

/// Whoever has anything, now or before, and whose line is asked for.
template <class List>
std::vector<Candidate> candidates_of(const Stretch& stretch, const List& list,
                                     const std::vector<std::int64_t>& now,
                                     const std::vector<std::int64_t>& before, std::int32_t own) {
  std::vector<Candidate> candidates;
  list.within(stretch, [&](std::int32_t i) {
    const auto at = static_cast<std::size_t>(i);
    const std::int64_t earlier = before.empty() ? 0 : before[at];
    if (now[at] == 0 && earlier == 0 && i != own) return;
    candidates.push_back({now[at], earlier, i, list.briefs[at].off_boards});
  });
  return candidates;
}

/// People and households, equals by name, then row.
template <class List>
Computed compute(const Scope& scope, const Stretch& stretch, const List& list,
                 const std::vector<std::int64_t>& now, const std::vector<std::int64_t>& before,
                 std::int32_t own) {
  const auto candidates = candidates_of(stretch, list, now, before, own);
  const auto each = [&](std::int32_t i) -> const auto& {
    return list.all[static_cast<std::size_t>(i)];
  };
  Computed computed;
  computed.ranking = rank_candidates(
      candidates, scope.query.limit, false, own, [&](std::int32_t a, std::int32_t b) {
        return std::tie(each(a).name, each(a).row) < std::tie(each(b).name, each(b).row);
      });
  for (const RankedLine& line : computed.ranking.lines)
    computed.rows.push_back(each(line.subject).row);
  if (computed.ranking.own) computed.own_row = each(own).row;
  return computed;
}

Computed compute_teams(const Scope& scope, const std::vector<Residents::Service>& teams,
                       const std::vector<std::int64_t>& now,
                       const std::vector<std::int64_t>& before, std::int32_t own) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < teams.size(); ++i) {
    const std::int64_t earlier = before.empty() ? 0 : before[i];
    const bool asked = static_cast<std::int32_t>(i) == own;
    if (now[i] == 0 && earlier == 0 && !asked) continue;
    if (inside(*scope.place, teams[i].low, 0))
      candidates.push_back({now[i], earlier, static_cast<std::int32_t>(i), false});
  }
  Computed computed;
  computed.ranking = rank_candidates(candidates, scope.query.limit, false, own);
  for (const RankedLine& line : computed.ranking.lines)
    computed.rows.push_back(teams[static_cast<std::size_t>(line.subject)].row);
  if (computed.ranking.own) computed.own_row = teams[static_cast<std::size_t>(own)].row;
  return computed;
}

std::int32_t team_index(const Residents& all, std::int64_t row) {
  for (std::size_t i = 0; i < all.teams.size(); ++i)
    if (all.teams[i].row == row) return static_cast<std::int32_t>(i);
  return -1;
}

Computed compute_people(Reading& r, const Scope& scope) {
  const Stretch stretch = stretch_of(*r.town, *scope.place);
  return r.shared.standings.with(r.snapshot, [&](Standings::View& view) {
    const Residents& all = view.residents();
    const std::vector<std::int64_t> none;
    const std::int64_t own = scope.own.value_or(-1);
    const auto of = [&](auto each) { return scope.compares() ? each(scope.before()) : none; };
    if (scope.query.subject == Subject::household)
      return compute(scope, stretch, all.households, view.households(scope.now(), stretch),
                     of([&](const TotalsKey& k) { return view.households(k, stretch); }),
                     all.household(own));
    if (scope.query.subject == Subject::team)
      return compute_teams(scope, all.teams, view.teams(scope.now()),
                           of([&](const TotalsKey& k) { return view.teams(k); }),
                           team_index(all, own));
    // Both columns stay: the one just used is the last to make room.
    const auto& now = view.people(scope.now());
    return compute(scope, stretch, all.people, now,
                   scope.compares() ? view.people(scope.before()) : none, all.person(own));
  });
}

/// Value by node of the tree, of that level within the scope.
std::vector<std::int64_t> place_values(Reading& r, const TotalsKey& key,
                                       const std::vector<std::size_t>& nodes) {
  const auto value = [&](const Sums& sums) {
    switch (key.measure) {
      case boards::Measure::points: return sums.points;
      case boards::Measure::hours: return sums.minutes;
      case boards::Measure::services: return sums.services;
    }
    return sums.points;
  };
  const GridSpan span{key.span, key.first, key.end, key.field_low, key.field_high};
  std::vector<std::int64_t> values;
  r.shared.grids.with(r.snapshot, r.town, [&](GridSums::View& view) {
    for (const std::size_t node : nodes) {
      const PlaceNode& place = r.town->nodes()[node];
      values.push_back(value(view.within(place.low, place.high, span)));
    }
  });
  return values;
}

Computed compute_places(Reading& r, const Scope& scope) {
  const Level level = level_of(scope.query.subject);
  const auto [first, last] = r.town->range(*scope.place);
  std::vector<std::size_t> nodes;
  for (std::size_t i = first; i < last; ++i)
    if (r.town->nodes()[i].level == level) nodes.push_back(i);
  std::stable_sort(nodes.begin(), nodes.end(), [&](std::size_t a, std::size_t b) {
    return r.town->nodes()[a].name < r.town->nodes()[b].name;
  });
  const auto now = place_values(r, scope.now(), nodes);
  const auto before = scope.compares() ? place_values(r, scope.before(), nodes)
                                       : std::vector<std::int64_t>(nodes.size(), 0);
  std::vector<Candidate> candidates;
  std::int32_t own = -1;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (r.town->nodes()[nodes[i]].id == scope.own) own = static_cast<std::int32_t>(i);
    candidates.push_back({now[i], before[i], static_cast<std::int32_t>(i), false});
  }
  Computed computed;
  computed.ranking = rank_candidates(candidates, scope.query.limit, true, own);
  for (const RankedLine& line : computed.ranking.lines)
    computed.rows.push_back(r.town->nodes()[nodes[static_cast<std::size_t>(line.subject)]].id);
  computed.own_row = scope.own.value_or(0);
  return computed;
}

struct Label {
  std::string subject, name, place;
};

Label place_label(const Reading& r, std::int64_t id) {
  const PlaceNode* node = r.town->by_id(id);
  if (!node) return {};
  const PlaceNode* parent = r.town->by_id(node->parent_id);
  return {node->code, node->name, parent ? parent->name : std::string{}};
}

Label label_of(Reading& r, Subject subject, std::int64_t row) {
  if (is_place(subject)) return place_label(r, row);
  const std::string& sql = subject == Subject::person      ? kPerson
                           : subject == Subject::household ? kHousehold
                                                           : kTeam;
  Rows rows(r.snapshot, sql, row);
  if (!rows.next()) return {};
  Label label{rows.uuid_text(0), rows.text(1), {}};
  const PlaceNode* grid = r.town->by_id(rows.integer(2));
  if (grid) {
    const PlaceNode* village = r.town->above(*grid, Level::village);
    label.place = village ? village->name : grid->name;
  }
  if (subject == Subject::team) return label;
  const PlaceNode* hamlet = r.town->by_id(rows.integer(3));
  if (!grid || !r.in_full(grid->low, hamlet ? hamlet->low : 0)) label.name = r.masked(label.name);
  return label;
}

std::optional<std::int64_t> row_of(Reading& r, const std::string& sql, const std::string& id) {
  const auto uuid = base::parse_uuid(id);
  if (!uuid) return std::nullopt;
  Rows rows(r.snapshot, sql, *uuid);
  if (!rows.next()) return std::nullopt;
  return rows.integer(0);
}

/// The caller's own person, household, or the place they live in or hold their role at.
std::optional<std::int64_t> callers_own(Reading& r, Subject subject) {
  if (subject == Subject::team) return std::nullopt;
  if (subject == Subject::person)
    return r.caller.person != 0 ? std::optional(r.caller.person) : std::nullopt;
  if (subject == Subject::household)
    return r.household != 0 ? std::optional(r.household) : std::nullopt;
  const PlaceNode* home = r.own;
  Rows rows(r.snapshot, kHousehold, r.household);
  if (rows.next()) home = r.town->by_id(rows.integer(2));
  const PlaceNode* found = home ? r.town->above(*home, level_of(subject)) : nullptr;
  return found ? std::optional(found->id) : std::nullopt;
}

/// Whose line is asked for. Errors: not_found, also for people whom the caller may not look up.
Result<std::optional<std::int64_t>> wanted_own(Reading& r, const api::BoardQuery& q) {
  if (q.mine.empty()) return callers_own(r, q.subject);
  const base::Error not_found{base::ErrorCode::not_found, "/mine", {}, {}};
  if (is_place(q.subject)) {
    const PlaceNode* place = r.town->by_code(q.mine);
    if (!place || place->level != level_of(q.subject)) return not_found;
    return std::optional(place->id);
  }
  if (q.subject == Subject::team) {
    const auto row = row_of(r, kTeamRow, q.mine);
    if (!row) return not_found;
    return row;
  }
  const bool person = q.subject == Subject::person;
  const auto row = row_of(r, person ? kPersonRow : kHouseholdRow, q.mine);
  if (!row) return not_found;
  if (row == callers_own(r, q.subject)) return row;
  if (person && looks_after(r, *row)) return row;
  Rows rows(r.snapshot, person ? kPerson : kHousehold, *row);
  const PlaceNode* grid = rows.next() ? r.town->by_id(rows.integer(2)) : nullptr;
  if (!grid || !r.in_full(grid->low)) return not_found;
  return row;
}

/// Only the first three and those near one's own line; whoever has none sees the first rows.
void keep_near(const api::BoardQuery& q, Computed& computed) {
  constexpr std::int64_t kFirst = 3, kWithout = 20;
  auto& lines = computed.ranking.lines;
  const auto size = static_cast<std::int64_t>(lines.size());
  std::int64_t at = 0;
  while (at < size && computed.rows[static_cast<std::size_t>(at)] != computed.own_row) ++at;
  const bool has_own = computed.ranking.own && computed.ranking.own->rank > 0 && at < size;
  std::vector<RankedLine> kept;
  std::vector<std::int64_t> rows;
  for (std::int64_t i = 0; i < size; ++i) {
    const bool near = i >= at - q.around && i <= at + q.around;
    if (has_own ? i >= kFirst && !near : i >= kWithout) continue;
    kept.push_back(lines[static_cast<std::size_t>(i)]);
    rows.push_back(computed.rows[static_cast<std::size_t>(i)]);
  }
  lines = std::move(kept);
  computed.rows = std::move(rows);
}

void write_lines(Reading& r, const Scope& scope, const Computed& computed, api::Board& board) {
  board.of = computed.ranking.of;
  for (std::size_t i = 0; i < computed.rows.size(); ++i) {
    const RankedLine& line = computed.ranking.lines[i];
    Label label = label_of(r, scope.query.subject, computed.rows[i]);
    if (label.subject.empty()) continue;
    board.rows.push_back({line.rank, label.subject, label.name, label.place, line.value, line.move,
                          line.before, line.before_rank});
  }
  if (!computed.ranking.own) return;
  const OwnLine& own = *computed.ranking.own;
  Label label = label_of(r, scope.query.subject, computed.own_row);
  board.mine.push_back({label.subject, label.name, own.rank, own.value, own.to_next, own.next_rank,
                        own.change, computed.ranking.of, own.before, own.before_rank});
}

}  // namespace

Result<api::Board> read_boards(Reading& r, const api::BoardQuery& q) {
  const auto place = r.published_place(q.place);
  if (!place) return place.error();
  const auto own = wanted_own(r, q);
  if (!own) return own.error();
  const base::CivilDate date = q.date.value_or(r.today);
  const base::DaySpan before =
      q.against ? base::span_of(q.period, *q.against) : base::span_before(q.period, date);
  Scope scope{*place, q, base::span_of(q.period, date), before, *own};

  api::Board board;
  board.place = (*place)->code;
  board.subject = describe::name_of(q.subject);
  board.period = describe::name_of(q.period);
  board.date = base::to_text(date);
  board.field = describe::name_of(q.field);
  board.measure = describe::name_of(q.measure);
  if (scope.compares()) {
    board.first = base::to_text(scope.days.first);
    board.last = base::to_text(base::CivilDate{scope.days.end.days - 1});
    board.before_first = base::to_text(before.first);
    board.before_last = base::to_text(base::CivilDate{before.end.days - 1});
  }
  if (q.around > 0) scope.query.limit = std::numeric_limits<std::int64_t>::max();
  Computed computed = is_place(q.subject) ? compute_places(r, scope) : compute_people(r, scope);
  if (q.around > 0) keep_near(q, computed);
  write_lines(r, scope, computed, board);
  return board;
}

}  // namespace shanzhi::storage::read
