// The list of households: filtered, sorted and paged in one statement that picks rows before it
// reads them.
#include <array>

#include "server/storage/read/answers.h"
#include "server/storage/read/paging.h"

namespace shanzhi::storage::read {
namespace {

constexpr std::array<SortColumn, 8> kSorts{{
    {"number", "h.number", true},
    {"head", "h.head_name", true},
    {"members", "h.members", false},
    {"balance", "h.balance", false},
    {"earned", "h.earned", false},
    {"month", "coalesce(m.points, 0)", false},
    {"hours", "h.minutes", false},
    {"last", "h.last_at", false},
}};

// Sorting by the month's sum needs everybody's; otherwise it is read for the page's rows alone.
const std::string kMonthJoin =
    " LEFT JOIN (SELECT p.household_id, sum(t.points) AS points FROM person_total t"
    " JOIN person p ON p.id = t.person_id AND p.removed_by = 0"
    " WHERE t.span = 1 AND t.start = ? GROUP BY p.household_id) m ON m.household_id = h.id";
const std::string kDetails =
    "SELECT h.id, h.uuid, h.number, h.head_name, h.grid_id, h.address, h.tags, h.members, "
    "h.balance,"
    " h.earned, h.minutes, h.last_at, s.k,"
    " (SELECT coalesce(sum(t.points), 0) FROM person p JOIN person_total t"
    "   ON t.person_id = p.id AND t.span = 1 AND t.start = ?"
    "   WHERE p.household_id = h.id AND p.removed_by = 0) FROM (";

// Members are found over one index alone, as in the list of residents.
const std::string kItself =
    "SELECT id FROM household WHERE instr(lower(number), ?) > 0"
    " OR instr(lower(address), ?) > 0";
const std::string kMembers =
    " UNION SELECT household_id FROM person WHERE removed_by = 0 AND id IN (";
const std::string kByName = "SELECT id FROM person WHERE instr(name, ?) > 0";
const std::string kByPinyin =
    "SELECT id FROM person WHERE full_pinyin >= ? AND full_pinyin < ?"
    " UNION SELECT id FROM person WHERE initials >= ? AND initials < ?";
const std::string kByPhone = "SELECT id FROM person WHERE phone <> '' AND phone LIKE '%' || ?";

void add_search(Filter& filter, const Wanted& wanted) {
  if (wanted.text.empty()) return;
  const std::string& q = wanted.text;
  const auto with_members = [](const std::string& members) {
    return "h.id IN (" + kItself + kMembers + members + "))";
  };
  if (wanted.han) {
    filter.add(with_members(kByName), q, q, q);
  } else if (wanted.letters) {
    const std::string end = after_prefix(q);
    filter.add(with_members(kByPinyin), q, q, q, end, q, end);
  } else if (wanted.digits && q.size() >= kPhoneTailMin) {
    filter.add(with_members(kByPhone), q, q, q);
  } else {
    filter.add("h.id IN (" + kItself + ")", q, q);
  }
}

/// Errors: not_found for a place out of the caller's tree, malformed for a household's id.
Result<Filter> filter_of(Reading& r, const api::ListQuery& q) {
  Filter filter;
  filter.add("h.removed_by = 0");
  if (r.sees_people()) {
    const auto place = r.personal_place(q.place);
    if (!place) return place.error();
    add_place(filter, r, **place, "h");
  } else {
    filter.add("h.id = ?", r.household);
  }
  if (!q.household.empty()) {
    const auto id = base::parse_uuid(q.household);
    if (!id) return {base::ErrorCode::malformed, "/household"};
    filter.add("h.uuid = ?", *id);
  }
  if (!q.tag.empty()) filter.add("instr(',' || h.tags || ',', ',' || ? || ',') > 0", q.tag);
  add_search(filter, parse_wanted(q.search));
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
  row.month = rows.integer(13);
  return row;
}

void count_all(Reading& r, const Filter& filter, api::HouseholdPage& page) {
  Rows rows(r.snapshot,
            "SELECT count(*), coalesce(sum(h.balance), 0) FROM household h" + filter.where());
  filter.bind(rows, 1);
  if (!rows.next()) return;
  page.total = rows.integer(0);
  page.balance_sum = rows.integer(1);
}

}  // namespace

Result<api::HouseholdPage> read_households(Reading& r, const api::ListQuery& q) {
  const auto sort = parse_sort(kSorts, q.sort);
  if (!sort) return sort.error();
  auto filter = filter_of(r, q);
  if (!filter) return filter.error();
  api::HouseholdPage page;
  count_all(r, *filter, page);
  if (!q.cursor.empty()) {
    const auto cursor = read_cursor(q.cursor, q.sort);
    if (!cursor) return cursor.error();
    add_cursor(*filter, *sort, *cursor, "h.id");
  }
  const bool by_month = std::string_view(sort->column->name) == "month";
  const std::int64_t month = month_before(r.today, 0).days;
  Rows rows(r.snapshot,
            kDetails + "SELECT h.id AS id, " + sort->column->expression + " AS k FROM household h" +
                (by_month ? kMonthJoin : "") + filter->where() + order_by(*sort, "k", "h.id") +
                " LIMIT ?) s JOIN household h ON h.id = s.id" + order_by(*sort, "s.k", "s.id"));
  int index = 0;
  rows.bind(++index, month);
  if (by_month) rows.bind(++index, month);
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
