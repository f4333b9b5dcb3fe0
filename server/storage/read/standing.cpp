// Where a person stands, in one answer: what they have, this week, ranks from their grid up to the town;
// and what an officer gave today.
#include "server/storage/read/answers.h"
#include "server/storage/read/family.h"
#include "server/storage/read/passbook_history.h"
#include "shared/api/views_phone.h"
#include "shared/base/utf8.h"
#include "shared/describe/describe.h"

namespace shanzhi::storage::read {
namespace {

constexpr int kWeeks = 12;

const std::string kMyTeams =
    "SELECT t.uuid, t.name, t.place_id, t.brand, t.way, coalesce(l.name, ''),"
    " (SELECT count(*) FROM team_member n WHERE n.team_id = t.id)"
    " FROM team_member m JOIN team t ON t.id = m.team_id LEFT JOIN person l ON l.id = t.leader_id"
    " WHERE m.person_id = ? ORDER BY t.name, t.id";
const std::string kDays =
    "SELECT t.start, sum(t.points), sum(CASE WHEN p.id = ? THEN t.points ELSE 0 END)"
    " FROM person p JOIN person_total t ON t.person_id = p.id"
    " WHERE p.household_id = ? AND p.removed_by = 0 AND t.span = 0 AND t.start >= ? AND t.start < ?"
    " GROUP BY t.start";
const std::string kMe = "SELECT uuid FROM person WHERE removed_by = 0 AND id = ?";
const std::string kGivenToday =
    "SELECT t.seq, t.amount, c.person_id IS NULL FROM transfer t JOIN account c ON c.id = t.credit"
    " WHERE t.user_id = ? AND t.currency = 0 AND t.recorded_at >= ? ORDER BY t.seq DESC LIMIT 200";

/// Days of the last weeks, with this one, as sums by week; and the household's of this week.
void read_weeks(Reading& r, api::Standing& s) {
  const auto week = base::span_of(base::Period::week, r.today);
  const std::int64_t first = week.first.days - 7 * (kWeeks - 1);
  s.by_week.assign(kWeeks, 0);
  s.first_week = base::to_text(base::CivilDate{static_cast<std::int32_t>(first)});
  Rows rows(r.snapshot, kDays, r.caller.person, r.household, first,
            static_cast<std::int64_t>(week.end.days));
  while (rows.next()) {
    const auto at = static_cast<std::size_t>((rows.integer(0) - first) / 7);
    s.by_week[at] += rows.integer(2);
    if (at + 1 == kWeeks) s.household_week += rows.integer(1);
  }
  s.week = s.by_week.back();
}

/// From the grid up: the boards decide, so that nothing here differs from them.
Result<base::Done> read_ranks(Reading& r, const PlaceNode& grid, api::Standing& s) {
  for (const auto level : {places::Level::grid, places::Level::village, places::Level::town}) {
    const PlaceNode* place = level == places::Level::grid ? &grid : r.town->above(grid, level);
    if (!place) continue;
    api::BoardQuery q;
    q.place = place->code;
    q.limit = 1;
    const auto board = read_boards(r, q);
    if (!board) return board.error();
    api::StandingPlace& line = s.places.emplace_back();
    line.level = describe::name_of(level);
    line.place = place->code;
    line.name = place->name;
    line.of = board->of;
    if (!board->rows.empty()) line.first = board->rows.front().value;
    if (board->mine.empty()) continue;
    const api::MyPlace& mine = board->mine.front();
    line.rank = mine.rank;
    line.value = mine.value;
    line.to_next = mine.to_next;
    line.next_rank = mine.next_rank;
    line.before_rank = mine.before_rank;
  }
  return base::Done{};
}

void read_my_teams(Reading& r, api::Standing& s) {
  Rows rows(r.snapshot, kMyTeams, r.caller.person);
  while (rows.next()) {
    api::TeamRow& row = s.teams.emplace_back();
    row.id = rows.uuid_text(0);
    row.name = rows.text(1);
    row.brand = rows.text(3);
    row.way = describe::name_of(static_cast<people::LeadWay>(rows.integer(4)));
    row.members = rows.integer(6);
    const PlaceNode* at = r.town->by_id(rows.integer(2));
    if (!at) continue;
    row.place = at->code;
    row.place_name = at->name;
    row.leader = r.name(rows.text(5), at->low);
  }
}

Result<api::Standing> own_standing(Reading& r) {
  api::Standing s;
  Rows me(r.snapshot, kMe, r.caller.person);
  if (r.caller.person == 0 || !me.next()) return s;
  api::PassbookQuery asked;
  asked.person = me.uuid_text(0);
  asked.limit = 1;
  const auto book = read_passbook(r, asked);
  if (!book) return book.error();
  s.person = book->person;
  s.name = book->person_name;
  s.household = book->household;
  s.number = book->number;
  s.grid = book->grid;
  s.grid_name = book->grid_name;
  s.village_name = book->village;
  s.balance = book->balance;
  s.earned = book->earned;
  s.spent = book->spent;
  s.hours = book->hours;
  s.members = book->members;
  for (const api::ArchiveMember& member : s.members) s.household_balance += member.balance;
  read_weeks(r, s);
  read_my_teams(r, s);
  const PlaceNode* grid = r.town->by_code(s.grid);
  if (!grid) return s;
  if (const PlaceNode* village = r.town->above(*grid, places::Level::village))
    s.village = village->code;
  const auto ranked = read_ranks(r, *grid, s);
  if (!ranked) return ranked.error();
  return s;
}

/// What they would read themselves, without the rest of the household, who did not consent.
Result<api::Standing> standing_of(Reading& r, std::int64_t person) {
  app::Caller they = r.caller;
  they.role = api::Role::volunteer;
  they.person = person;
  Reading reading(r.snapshot, r.shared, they, r.now);
  auto s = own_standing(reading);
  if (!s) return s.error();
  s->household.clear();
  s->household_balance = s->household_week = 0;
  std::erase_if(s->members, [&](const api::ArchiveMember& m) { return m.id != s->person; });
  return s;
}

}  // namespace

Result<api::Standing> read_standing(Reading& r, const api::StandingQuery& q) {
  if (q.person.empty()) return own_standing(r);
  const auto person = looked_after(r, q.person);
  if (!person) return {base::ErrorCode::not_found, "/person"};
  return standing_of(r, *person);
}

Result<api::Given> read_given(Reading& r, const api::NoParameters&) {
  api::Given given;
  if (r.caller.user == 0) return given;
  Rows rows(r.snapshot, kGivenToday, r.caller.user, base::start_of(r.today).unix_ms);
  while (rows.next()) {
    Movement movement;
    movement.seq = rows.integer(0);
    movement.amount = rows.integer(2) != 0 ? -rows.integer(1) : rows.integer(1);
    given.lines.push_back(line_of(r, movement, false));
    given.points += movement.amount;
  }
  return given;
}

}  // namespace shanzhi::storage::read
