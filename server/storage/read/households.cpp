// The list of households: filtered, sorted and paged in one statement that picks rows before it
// reads them.
#include <array>

#include "server/storage/read/answers.h"
#include "server/storage/read/listed.h"
#include "server/storage/read/register_find.h"

namespace shanzhi::storage::read {
namespace {

/// The month's sum of its members, the first day of the month in its text: see with_month.
constexpr const char* kMonthOf =
    "(SELECT coalesce(sum(t.points), 0) FROM person p JOIN person_total t ON t.person_id = p.id"
    " AND t.span = 1 AND t.start = %MONTH% WHERE p.household_id = h.id AND p.removed_by = 0)";

constexpr std::array<SortColumn, 8> kSorts{{
    {"number", "h.number", true},
    {"head", "h.head_name", true},
    {"members", "h.members", false},
    {"balance", "h.balance", false},
    {"earned", "h.earned", false},
    {"month", kMonthOf, false},
    {"hours", "h.minutes", false},
    {"last", "h.last_at", false},
}};

const std::string kDetails =
    "SELECT h.id, h.uuid, h.number, h.head_name, h.grid_id, h.address, h.tags, h.members, "
    "h.balance,"
    " h.earned, h.minutes, h.last_at, s.k, h.longitude, h.latitude,"
    " (SELECT coalesce(sum(t.points), 0) FROM person p JOIN person_total t"
    "   ON t.person_id = p.id AND t.span = 1 AND t.start = ?"
    "   WHERE p.household_id = h.id AND p.removed_by = 0) FROM (";

/// The place whose households are listed: for those who see no others, everybody's, and the filter
/// leaves their own. Errors: not_found.
Result<const PlaceNode*> listed_place(Reading& r, const api::ListQuery& q) {
  if (r.sees_people()) return r.personal_place(q.place);
  if (r.town->empty()) return {base::ErrorCode::not_found, "/place"};
  return &r.town->root();
}

/// `listed`: the place and the search have been seen to. Errors: malformed for a household's id.
Result<Filter> filter_of(Reading& r, const api::ListQuery& q, const PlaceNode& place, bool listed) {
  Filter filter;
  filter.add("h.removed_by = 0");
  if (!r.sees_people())
    filter.add("h.id = ?", r.household);
  else if (!listed)
    add_place(filter, r, place, "h");
  if (!q.household.empty()) {
    const auto id = base::parse_uuid(q.household);
    if (!id) return {base::ErrorCode::malformed, "/household"};
    filter.add("h.uuid = ?", *id);
  }
  if (!q.team.empty()) {
    const auto id = base::parse_uuid(q.team);
    if (!id) return {base::ErrorCode::malformed, "/team"};
    filter.add(
        "h.id IN (SELECT p.household_id FROM person p JOIN team_member m ON m.person_id = p.id"
        " WHERE m.team_id = (SELECT id FROM team WHERE uuid = ?))",
        *id);
  }
  if (!q.tag.empty()) filter.add("instr(',' || h.tags || ',', ',' || ? || ',') > 0", q.tag);
  return filter;
}

api::HouseholdRow household_row(const Reading& r, const Rows& rows) {
  api::HouseholdRow row;
  row.id = rows.uuid_text(1);
  row.number = rows.text(2);
  row.head = rows.text(3);
  if (const PlaceNode* grid = r.town->by_id(rows.integer(4))) {
    row.grid = grid->code;
    row.grid_name = grid->name;
    row.village = r.town->name_above(*grid, places::Level::village);
  }
  row.address = rows.text(5);
  row.tags = rows.text(6);
  row.members = rows.integer(7);
  row.balance = rows.integer(8);
  row.earned = rows.integer(9);
  row.hours = rows.integer(10);
  if (rows.integer(11) != 0) row.last = base::to_text(base::day_of({rows.integer(11)}));
  if (!rows.null(13) && r.sees_people()) {
    row.longitude = rows.real(13);
    row.latitude = rows.real(14);
  }
  row.month = rows.integer(15);
  return row;
}

void count_all(Reading& r, const api::ListQuery& q, const PlaceNode& place,
               const std::string& source, const std::string& list, const Filter& filter,
               api::HouseholdPage& page) {
  if (r.sees_people() && whole_place(q)) {
    const HouseholdSum sum = sum_of_households(r, place);
    page.total = sum.households;
    page.balance_sum = sum.balance;
    return;
  }
  Rows rows(r.snapshot,
            "SELECT count(*), coalesce(sum(h.balance), 0) FROM " + source + filter.where());
  int index = 1;
  if (!list.empty()) rows.bind(index++, list);
  filter.bind(rows, index);
  if (!rows.next()) return;
  page.total = rows.integer(0);
  page.balance_sum = rows.integer(1);
}

}  // namespace

Result<api::HouseholdPage> read_households(Reading& r, const api::ListQuery& q) {
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
                                         find_households, page_of_households);
  auto filter = filter_of(r, q, **place, listed.rows.has_value());
  if (!filter) return filter.error();
  const std::int64_t month = month_before(r.today, 0).days;
  const std::string expression = with_month(sort->column->expression, month);
  const SortColumn column{sort->column->name, expression.c_str(), sort->column->text};
  sort->column = &column;
  const std::string list = listed.rows ? json_list(*listed.rows) : std::string{};
  // The list leads: the order by a column must not make the statement walk through everybody.
  const std::string source =
      listed.rows ? "json_each(?) w CROSS JOIN household h ON h.id = w.value" : "household h";
  api::HouseholdPage page;
  count_all(r, q, **place, source, list, *filter, page);
  if (after && !listed.page) add_cursor(*filter, *sort, *after, "h.id");
  Rows rows(r.snapshot, kDetails + "SELECT h.id AS id, " + expression + " AS k FROM " + source +
                            filter->where() + order_by(*sort, "k", "h.id") +
                            " LIMIT ?) s JOIN household h ON h.id = s.id" +
                            order_by(*sort, "s.k", "s.id"));
  int index = 0;
  rows.bind(++index, month);
  if (listed.rows) rows.bind(++index, list);
  index = filter->bind(rows, index + 1);
  rows.bind(index, q.limit + 1);
  Cursor last;
  while (rows.next()) {
    if (static_cast<std::int64_t>(page.households.size()) == q.limit) {
      page.next = write_cursor(last);
      break;
    }
    page.households.push_back(household_row(r, rows));
    last = {q.sort, rows.text(12), rows.integer(0)};
  }
  return page;
}

}  // namespace shanzhi::storage::read
