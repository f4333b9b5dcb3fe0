// The list of residents, filtered, sorted and paged.
#include <array>

#include "server/storage/read/answers.h"
#include "server/storage/read/paging.h"
#include "shared/describe/describe.h"

namespace shanzhi::storage::read {
namespace {

// Names sort by their reading, as people look them up. Who has no birthday on record counts as born
// last, since no age is shown.
constexpr std::array<SortColumn, 6> kSorts{{
    {"name", "p.full_pinyin", true},
    {"balance", "p.balance", false},
    {"earned", "p.earned", false},
    {"month", "coalesce(m.points, 0)", false},
    {"hours", "p.minutes", false},
    {"age", "coalesce(-p.born, -1000000)", false},
}};

const std::string kMonthJoin =
    " LEFT JOIN (SELECT person_id, sum(points) AS points FROM person_total"
    " WHERE span = 1 AND start = ? GROUP BY person_id) m ON m.person_id = p.id";
const std::string kDetails =
    "SELECT p.id, p.uuid, p.name, p.gender, p.relation, p.born, p.phone, p.balance, p.earned,"
    " p.minutes, p.off_boards, h.uuid, h.number, h.grid_id, s.k,"
    " (SELECT coalesce(sum(t.points), 0) FROM person_total t"
    "   WHERE t.person_id = p.id AND t.span = 1 AND t.start = ?) FROM (";

// Each half runs over one index alone and gives few rows; only those are then looked at.
const std::string kByName = "SELECT id FROM person WHERE instr(name, ?) > 0";
const std::string kByPinyin =
    "SELECT id FROM person WHERE full_pinyin >= ? AND full_pinyin < ?"
    " UNION SELECT id FROM person WHERE initials >= ? AND initials < ?";
const std::string kByPhone = "SELECT id FROM person WHERE phone <> '' AND phone LIKE '%' || ?";
const std::string kByNumber =
    "SELECT id FROM person WHERE household_id IN"
    " (SELECT id FROM household WHERE instr(lower(number), ?) > 0)";
const std::string kByAddress =
    "SELECT id FROM person WHERE household_id IN"
    " (SELECT id FROM household WHERE instr(address, ?) > 0)";

void add_search(Filter& filter, const Wanted& wanted) {
  if (wanted.text.empty()) return;
  const std::string& q = wanted.text;
  const auto either = [](const std::string& one, const std::string& other) {
    return "p.id IN (" + one + " UNION " + other + ")";
  };
  if (wanted.han) {
    filter.add(either(kByName, kByAddress), q, q);
  } else if (wanted.letters) {
    const std::string end = after_prefix(q);
    filter.add(either(kByPinyin, kByNumber), q, end, q, end, q);
  } else if (wanted.digits && q.size() >= kPhoneTailMin) {
    filter.add(either(kByPhone, kByNumber), q, q);
  } else {
    filter.add("p.id IN (" + kByNumber + ")", q);
  }
}

/// True when the filter narrows nothing but the place.
bool whole_place(const api::ListQuery& q) {
  return q.household.empty() && q.tag.empty() && parse_wanted(q.search).text.empty();
}

Result<Filter> filter_of(Reading& r, const api::ListQuery& q) {
  Filter filter;
  filter.add("p.removed_by = 0");
  if (r.sees_people()) {
    const auto place = r.personal_place(q.place);
    if (!place) return place.error();
    Filter homes;
    add_place(homes, r, **place, "h");
    if ((*place)->id != r.town->root().id)
      filter.add_in("p.household_id IN (SELECT h.id FROM household h" + homes.where() + ")", homes);
  } else {
    filter.add("p.household_id = ?", r.household);
  }
  if (!q.household.empty()) {
    const auto id = base::parse_uuid(q.household);
    if (!id) return {base::ErrorCode::malformed, "/household"};
    filter.add("p.household_id = (SELECT id FROM household WHERE uuid = ?)", *id);
  }
  if (!q.tag.empty())
    filter.add(
        "p.household_id IN (SELECT id FROM household"
        " WHERE instr(',' || tags || ',', ',' || ? || ',') > 0)",
        q.tag);
  add_search(filter, parse_wanted(q.search));
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

std::int64_t count_all(Reading& r, const api::ListQuery& q, const Filter& filter) {
  if (r.sees_people() && whole_place(q)) {
    const auto place = r.personal_place(q.place);
    if (place) return (*place)->people;  // counted already
  }
  Rows rows(r.snapshot, "SELECT count(*) FROM person p" + filter.where());
  filter.bind(rows, 1);
  return rows.next() ? rows.integer(0) : 0;
}

}  // namespace

Result<api::PersonPage> read_people(Reading& r, const api::ListQuery& q) {
  const auto sort = parse_sort(kSorts, q.sort);
  if (!sort) return sort.error();
  auto filter = filter_of(r, q);
  if (!filter) return filter.error();
  api::PersonPage page;
  page.total = count_all(r, q, *filter);
  if (!q.cursor.empty()) {
    const auto cursor = read_cursor(q.cursor, q.sort);
    if (!cursor) return cursor.error();
    add_cursor(*filter, *sort, *cursor, "p.id");
  }
  const bool by_month = std::string_view(sort->column->name) == "month";
  const std::int64_t month = month_before(r.today, 0).days;
  Rows rows(r.snapshot, kDetails + "SELECT p.id AS id, " + sort->column->expression +
                            " AS k FROM person p" + (by_month ? kMonthJoin : "") + filter->where() +
                            order_by(*sort, "k", "p.id") +
                            " LIMIT ?) s JOIN person p ON p.id = s.id"
                            " JOIN household h ON h.id = p.household_id" +
                            order_by(*sort, "s.k", "s.id"));
  int index = 0;
  rows.bind(++index, month);
  if (by_month) rows.bind(++index, month);
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
