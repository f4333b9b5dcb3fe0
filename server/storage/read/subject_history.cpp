// One subject of a board over the last twelve periods: its own rows alone are read, whoever else there is.
#include "server/storage/read/answers.h"
#include "shared/describe/describe.h"

namespace shanzhi::storage::read {
namespace {

using boards::Subject;

constexpr int kSpans = 12;

const std::string kWhen =
    " AND t.span = ? AND t.start >= ? AND t.start < ? AND t.field BETWEEN ? AND ?";
const std::string kOfPerson =
    " FROM person p JOIN person_total t INDEXED BY person_total_by_person ON t.person_id = p.id"
    " WHERE p.uuid = ?";
const std::string kOfHousehold =
    " FROM household h JOIN person p ON p.household_id = h.id AND p.removed_by = 0"
    " JOIN person_total t INDEXED BY person_total_by_person ON t.person_id = p.id"
    " WHERE h.uuid = ?";
const std::string kOfTeam =
    " FROM team e JOIN team_member m ON m.team_id = e.id"
    " JOIN person p ON p.id = m.person_id AND p.removed_by = 0"
    " JOIN person_total t INDEXED BY person_total_by_person ON t.person_id = p.id"
    " WHERE e.uuid = ?";
const std::string kOfPlace =
    " FROM grid_total t JOIN place p ON p.id = t.grid_id WHERE p.low BETWEEN ? AND ?";
const std::string kHouseholdOf =
    "SELECT h.uuid FROM person p JOIN household h ON h.id = p.household_id WHERE p.uuid = ?";

bool is_place(Subject s) {
  return s == Subject::grid || s == Subject::village || s == Subject::hub;
}

std::int64_t value_of(Reading& r, const api::HistoryQuery& q, base::DaySpan days) {
  const TotalsKey key = totals_key(q.period, days, q.field, q.measure);
  const std::string sum = std::string("SELECT coalesce(sum(t.") + column_of(q.measure) + "), 0)";
  const auto read = [&](Rows&& rows) { return rows.next() ? rows.integer(0) : 0; };
  if (is_place(q.subject)) {
    const PlaceNode* place = r.town->by_code(q.mine);
    if (!place) return 0;
    return read(Rows(r.snapshot, sum + kOfPlace + kWhen, place->low, place->high, key.span,
                     key.first, key.end, key.field_low, key.field_high));
  }
  const std::string& of = q.subject == Subject::person      ? kOfPerson
                          : q.subject == Subject::household ? kOfHousehold
                                                            : kOfTeam;
  const base::Uuid id = base::parse_uuid(q.mine).value_or(base::Uuid{});
  return read(Rows(r.snapshot, sum + of + kWhen, id, key.span, key.first, key.end, key.field_low,
                   key.field_high));
}

/// The archive that a person or household can be looked up in; whoever sees their line may.
std::string household_of(Reading& r, const api::HistoryQuery& q) {
  if (q.subject == Subject::household) return q.mine;
  if (q.subject != Subject::person) return {};
  Rows rows(r.snapshot, kHouseholdOf, base::parse_uuid(q.mine).value_or(base::Uuid{}));
  return rows.next() ? rows.uuid_text(0) : std::string{};
}

}  // namespace

Result<api::SubjectHistory> read_subject_history(Reading& r, const api::HistoryQuery& q) {
  // The board decides who may be looked at, under which name, and where they stand.
  const api::BoardQuery asked{q.place,   q.subject, q.period, q.date, q.field,
                              q.measure, 1,         q.mine,   {}};
  const auto board = read_boards(r, asked);
  if (!board) return board.error();
  api::SubjectHistory history;
  history.subject = q.mine;
  history.kind = describe::name_of(q.subject);
  history.period = describe::name_of(q.period);
  history.measure = describe::name_of(q.measure);
  history.field = describe::name_of(q.field);
  history.of = board->of;
  if (!board->mine.empty()) {
    history.name = board->mine.front().name;
    history.rank = board->mine.front().rank;
  }
  history.household = household_of(r, q);
  const bool all = q.period == base::Period::all;
  base::DaySpan days = base::span_of(q.period, q.date.value_or(r.today));
  for (int i = 0; i < (all ? 1 : kSpans); ++i) {
    history.spans.insert(
        history.spans.begin(),
        {all ? "" : base::to_text(days.first),
         all ? "" : base::to_text(base::CivilDate{days.end.days - 1}), value_of(r, q, days)});
    days = base::span_before(q.period, days.first);
  }
  return history;
}

}  // namespace shanzhi::storage::read
