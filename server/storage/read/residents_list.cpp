// The list of residents, filtered, sorted and paged.
#include <array>

#include "server/storage/read/answers.h"
#include "server/storage/read/listed.h"
#include "server/storage/read/register_find.h"
#include "shared/describe/describe.h"

namespace shanzhi::storage::read {
namespace {

/// The month's sum of one, the first day of the month in its text: see with_month.
constexpr const char* kMonthOf =
    "(SELECT coalesce(sum(t.points), 0) FROM person_total t"
    " WHERE t.person_id = p.id AND t.span = 1 AND t.start = %MONTH%)";

// Names sort by their reading, as people look them up. Who has no birthday on record counts as born
// last, since no age is shown.
constexpr std::array<SortColumn, 6> kSorts{{
    {"name", "p.full_pinyin", true},
    {"balance", "p.balance", false},
    {"earned", "p.earned", false},
    {"month", kMonthOf, false},
    {"hours", "p.minutes", false},
    {"age", "coalesce(-p.born, -1000000)", false},
}};

const std::string kDetails =
    "SELECT p.id, p.uuid, p.name, p.gender, p.relation, p.born, p.phone, p.balance, p.earned,"
    " p.minutes, p.off_boards, h.uuid, h.number, h.grid_id, s.k,"
    " (SELECT coalesce(sum(t.points), 0) FROM person_total t"
    "   WHERE t.person_id = p.id AND t.span = 1 AND t.start = ?) FROM (";

/// The place whose residents are listed: for those who see no others, everybody's, and the filter
/// leaves their own household. Errors: not_found.
Result<const PlaceNode*> listed_place(Reading& r, const api::ListQuery& q) {
  if (r.sees_people()) return r.personal_place(q.place);
  if (r.town->empty()) return {base::ErrorCode::not_found, "/place"};
  return &r.town->root();
}

/// A place with at least this share of everybody is met soon enough by walking in the list's order.
constexpr std::int64_t kLargeShare = 30;

void add_home_place(Filter& filter, const Reading& r, const PlaceNode& place) {
  const bool large =
      place.level != places::Level::hamlet && place.people * kLargeShare > r.town->root().people;
  if (large && place.id != r.town->root().id) {
    filter.add(
        "EXISTS (SELECT 1 FROM household h JOIN place g ON g.id = h.grid_id"
        " WHERE h.id = p.household_id AND g.low BETWEEN ? AND ?)",
        place.low, place.high);
    return;
  }
  Filter homes;
  add_place(homes, r, place, "h");
  if (place.id != r.town->root().id)
    filter.add_in("p.household_id IN (SELECT h.id FROM household h" + homes.where() + ")", homes);
}

/// `listed`: the place and the search have been seen to.
Result<Filter> filter_of(Reading& r, const api::ListQuery& q, const PlaceNode& place, bool listed) {
  Filter filter;
  filter.add("p.removed_by = 0");
  if (!r.sees_people())
    filter.add("p.household_id = ?", r.household);
  else if (!listed && q.tag.empty())
    add_home_place(filter, r, place);
  if (!q.household.empty()) {
    const auto id = base::parse_uuid(q.household);
    if (!id) return {base::ErrorCode::malformed, "/household"};
    filter.add("p.household_id = (SELECT id FROM household WHERE uuid = ?)", *id);
  }
  if (!q.team.empty()) {
    const auto id = base::parse_uuid(q.team);
    if (!id) return {base::ErrorCode::malformed, "/team"};
    filter.add(
        "p.id IN (SELECT person_id FROM team_member"
        " WHERE team_id = (SELECT id FROM team WHERE uuid = ?))",
        *id);
  }
  if (!q.tag.empty()) {
    Filter homes;
    homes.add("instr(',' || h.tags || ',', ',' || ? || ',') > 0", q.tag);
    add_place(homes, r, place, "h");
    filter.add_in("p.household_id IN (SELECT h.id FROM household h" + homes.where() + ")", homes);
  }
  return filter;
}

api::PersonRow person_row(const Reading& r, const Rows& rows) {
  api::PersonRow row;
  row.id = rows.uuid_text(1);
  row.name = rows.text(2);
  row.gender = describe::name_of(static_cast<people::Gender>(rows.integer(3)));
  row.relation = describe::name_of(static_cast<people::Relation>(rows.integer(4)));
  if (!rows.null(5)) {
    const base::CivilDate born{static_cast<std::int32_t>(rows.integer(5))};
    row.born = base::to_text(born);
    row.age = age_on(r.today, born);
  }
  row.phone = rows.text(6);
  row.balance = rows.integer(7);
  row.earned = rows.integer(8);
  row.hours = rows.integer(9);
  row.off_boards = rows.integer(10) != 0;
  row.household = rows.uuid_text(11);
  row.household_number = rows.text(12);
  if (const PlaceNode* grid = r.town->by_id(rows.integer(13))) {
    row.grid = grid->code;
    row.grid_name = grid->name;
    row.village = r.town->name_above(*grid, places::Level::village);
  }
  row.month = rows.integer(15);
  return row;
}

std::int64_t count_all(Reading& r, const api::ListQuery& q, const PlaceNode& place,
                       const std::string& source, const std::string& list, const Filter& filter) {
  if (r.sees_people() && whole_place(q)) return place.people;  // counted already
  Rows rows(r.snapshot, "SELECT count(*) FROM " + source + filter.where());
  int index = 1;
  if (!list.empty()) rows.bind(index++, list);
  filter.bind(rows, index);
  return rows.next() ? rows.integer(0) : 0;
}

}  // namespace

Result<api::PersonPage> read_people(Reading& r, const api::ListQuery& q) {
  auto sort = parse_sort(kSorts, q.sort);
  if (!sort) return sort.error();
  const auto place = listed_place(r, q);
  if (!place) return place.error();
  std::optional<Cursor> after;
  if (!q.cursor.empty()) {
    auto cursor = read_cursor(q.cursor, q.sort);
    if (!cursor) return cursor.error();
    after = std::move(*cursor);
  }
  const Listed listed = list_from_memory(r, q, **place, *sort, after ? &*after : nullptr,
                                         find_people, page_of_people);
  auto filter = filter_of(r, q, **place, listed.rows.has_value());
  if (!filter) return filter.error();
  const std::int64_t month = month_before(r.today, 0).days;
  const std::string expression = with_month(sort->column->expression, month);
  const SortColumn column{sort->column->name, expression.c_str(), sort->column->text};
  sort->column = &column;
  const std::string list = listed.rows ? json_list(*listed.rows) : std::string{};
  // The list leads: the order by a column must not make the statement walk through everybody.
  const std::string source =
      listed.rows ? "json_each(?) w CROSS JOIN person p ON p.id = w.value" : "person p";
  api::PersonPage page;
  page.total = count_all(r, q, **place, source, list, *filter);
  if (after && !listed.page) add_cursor(*filter, *sort, *after, "p.id");
  Rows rows(r.snapshot, kDetails + "SELECT p.id AS id, " + expression + " AS k FROM " + source +
                            filter->where() + order_by(*sort, "k", "p.id") +
                            " LIMIT ?) s JOIN person p ON p.id = s.id"
                            " JOIN household h ON h.id = p.household_id" +
                            order_by(*sort, "s.k", "s.id"));
  int index = 0;
  rows.bind(++index, month);
  if (listed.rows) rows.bind(++index, list);
  index = filter->bind(rows, index + 1);
  rows.bind(index, q.limit + 1);
  Cursor last;
  while (rows.next()) {
    if (static_cast<std::int64_t>(page.people.size()) == q.limit) {
      page.next = write_cursor(last);
      break;
    }
    page.people.push_back(person_row(r, rows));
    last = {q.sort, rows.text(14), rows.integer(0)};
  }
  return page;
}

}  // namespace shanzhi::storage::read
