// The archive of a person or a household: who they are, what they have, and the lines of the book.
#include <charconv>

#include "server/storage/read/answers.h"
#include "server/storage/read/family.h"
#include "server/storage/read/passbook_history.h"
#include "server/storage/read/place_in_board.h"
#include "shared/describe/describe.h"

namespace shanzhi::storage::read {
namespace {

const std::string kHouseholdByRow =
    "SELECT id, uuid, number, address, grid_id, coalesce(hamlet_id, 0), tags, head_name, balance,"
    " earned, minutes, longitude, latitude FROM household WHERE removed_by = 0 AND id = ?";
const std::string kHouseholdRow = "SELECT id FROM household WHERE removed_by = 0 AND uuid = ?";
const std::string kPerson =
    "SELECT id, household_id, name, phone, balance, earned, minutes, uuid"
    " FROM person WHERE removed_by = 0 AND uuid = ?";
const std::string kMembers =
    "SELECT uuid, name, relation, gender, born, balance, minutes, phone, off_boards FROM person"
    " WHERE household_id = ? AND removed_by = 0 ORDER BY relation, born, id";
const std::string kEarned =
    "SELECT t.start, sum(t.points) FROM person p JOIN person_total t ON t.person_id = p.id"
    " WHERE t.span = ? AND t.start >= ? AND t.start < ? AND ";

/// Whose book it is; `person` is 0 for a whole household.
struct Owner {
  std::int64_t household = 0, person = 0;
  const PlaceNode* grid = nullptr;
  std::int64_t hamlet_low = 0;

  const char* where() const {
    return person != 0 ? "p.id = ?" : "p.household_id = ? AND p.removed_by = 0";
  }
  std::int64_t value() const { return person != 0 ? person : household; }
};

const base::Error kUnseenPerson{base::ErrorCode::not_found, "/person", {}, {}};
const base::Error kUnseenHousehold{base::ErrorCode::not_found, "/household", {}, {}};

Result<Owner> owner_by_person(Reading& r, const std::string& id, api::Passbook& book) {
  const auto uuid = base::parse_uuid(id);
  if (!uuid) return {base::ErrorCode::malformed, "/person"};
  Rows rows(r.snapshot, kPerson, *uuid);
  if (!rows.next()) return kUnseenPerson;
  Owner owner;
  owner.person = rows.integer(0);
  owner.household = rows.integer(1);
  book.person_name = rows.text(2);
  book.phone = rows.text(3);
  book.balance = rows.integer(4);
  book.earned = rows.integer(5);
  book.hours = rows.integer(6);
  book.person = rows.uuid_text(7);
  return owner;
}

Result<Owner> owner_of(Reading& r, const api::PassbookQuery& q, api::Passbook& book) {
  if (!q.person.empty()) return owner_by_person(r, q.person, book);
  Owner owner;
  owner.household = r.household;
  if (q.household.empty()) {
    if (owner.household == 0) return {base::ErrorCode::missing_field, "/person"};
    return owner;
  }
  const auto uuid = base::parse_uuid(q.household);
  if (!uuid) return {base::ErrorCode::malformed, "/household"};
  Rows rows(r.snapshot, kHouseholdRow, *uuid);
  if (!rows.next()) return kUnseenHousehold;
  owner.household = rows.integer(0);
  return owner;
}

void read_household(Reading& r, Owner& owner, api::Passbook& book) {
  Rows rows(r.snapshot, kHouseholdByRow, owner.household);
  if (!rows.next()) return;
  book.household = rows.uuid_text(1);
  book.number = rows.text(2);
  book.address = rows.text(3);
  book.tags = rows.text(6);
  book.head = rows.text(7);
  if (const PlaceNode* hamlet = r.town->by_id(rows.integer(5))) {
    owner.hamlet_low = hamlet->low;
    book.hamlet = hamlet->code;
  }
  owner.grid = r.town->by_id(rows.integer(4));
  if (owner.grid) {
    book.grid = owner.grid->code;
    book.grid_name = owner.grid->name;
    book.village = r.town->name_above(*owner.grid, places::Level::village);
    book.chief = chief_of(r.snapshot, owner.grid->id);
  }
  if (!rows.null(11) && owner.grid && r.in_full(owner.grid->low, owner.hamlet_low)) {
    book.longitude = rows.real(11);
    book.latitude = rows.real(12);
  }
  if (owner.person != 0) return;
  book.balance = rows.integer(8);
  book.earned = rows.integer(9);
  book.hours = rows.integer(10);
}

/// `all`: the whole household, else the owner alone.
void read_members(Reading& r, const Owner& owner, bool all, api::Passbook& book) {
  Rows rows(r.snapshot, kMembers, owner.household);
  while (rows.next()) {
    if (!all && rows.uuid_text(0) != book.person) continue;
    api::ArchiveMember& member = book.members.emplace_back();
    member.id = rows.uuid_text(0);
    member.name = rows.text(1);
    member.relation = describe::name_of(static_cast<people::Relation>(rows.integer(2)));
    member.gender = describe::name_of(static_cast<people::Gender>(rows.integer(3)));
    if (!rows.null(4))
      member.age = age_on(r.today, base::CivilDate{static_cast<std::int32_t>(rows.integer(4))});
    member.balance = rows.integer(5);
    member.hours = rows.integer(6);
    member.off_boards = rows.integer(8) != 0;
    // A household answers the telephone of the first of its members who has one.
    if (owner.person == 0 && book.phone.empty()) book.phone = rows.text(7);
  }
}

void read_earned(Reading& r, const Owner& owner, api::Passbook& book) {
  constexpr std::int64_t kDays = 0, kMonths = 1;
  const std::string group = " GROUP BY t.start";
  book.by_month.assign(kChartMonths, 0);
  const auto first = base::ymd_of(month_before(r.today, kChartMonths - 1));
  Rows months(r.snapshot, kEarned + owner.where() + group, kMonths,
              month_before(r.today, kChartMonths - 1).days, month_before(r.today, 0).days + 1,
              owner.value());
  while (months.next()) {
    const auto then = base::ymd_of({static_cast<std::int32_t>(months.integer(0))});
    const int index = (then.year - first.year) * 12 + then.month - first.month;
    if (index >= 0 && index < kChartMonths)
      book.by_month[static_cast<std::size_t>(index)] += months.integer(1);
  }
  book.month_earned = book.by_month.back();
  const auto week = base::span_of(base::Period::week, r.today);
  Rows days(r.snapshot, kEarned + owner.where() + group, kDays, week.first.days, week.end.days,
            owner.value());
  while (days.next()) book.week += days.integer(1);
}

Result<base::Done> read_lines(Reading& r, const Owner& owner, const api::PassbookQuery& q,
                              api::Passbook& book) {
  std::int64_t before = 0;
  if (!q.cursor.empty()) {
    const char* end = q.cursor.data() + q.cursor.size();
    const auto read = std::from_chars(q.cursor.data(), end, before);
    if (read.ec != std::errc{} || read.ptr != end || before <= 0)
      return {base::ErrorCode::malformed, "/cursor"};
  }
  const auto history = history_of(r.snapshot, owner.where(), owner.value());
  const base::Instant month = base::start_of(month_before(r.today, 0));
  for (const Movement& m : history) {
    if (!m.spending) continue;
    book.spent -= m.amount;
    if (m.occurred_at >= month.unix_ms) book.month_spent -= m.amount;
  }
  constexpr api::RoleSet kMayReverse =
      api::roles(api::Role::town_administrator, api::Role::hub_officer, api::Role::village_officer);
  const bool may_reverse = r.has(kMayReverse) && owner.grid && r.in_own_tree(owner.grid->low) &&
                           owner.household != r.household;
  book.lines = lines_of(r, history, before, q.limit, may_reverse, book.next);
  return base::Done{};
}

void read_rank(Reading& r, const Owner& owner, api::Passbook& book) {
  const PlaceNode* village =
      owner.grid ? r.town->above(*owner.grid, places::Level::village) : nullptr;
  if (!village) return;
  const PlaceInBoard found = owner.person != 0 ? place_of_person(r, *village, owner.person)
                                               : place_of_household(r, *village, owner.household);
  book.rank = found.rank;
  book.of = found.of;
}

}  // namespace

Result<api::Passbook> read_passbook(Reading& r, const api::PassbookQuery& q) {
  if (!q.person.empty() && !q.household.empty())
    return {base::ErrorCode::unknown_field, "/household"};
  api::Passbook book;
  auto owner = owner_of(r, q, book);
  if (!owner) return owner.error();
  read_household(r, *owner, book);
  const bool their_own = owner->household == r.household && r.household != 0;
  const bool seen = owner->grid && r.in_full(owner->grid->low, owner->hamlet_low);
  // Out of sight and not there are told apart by nobody.
  if (!their_own && !seen && !looks_after(r, owner->person))
    return q.person.empty() ? kUnseenHousehold : kUnseenPerson;
  read_members(r, *owner, their_own || seen, book);
  if (seen)
    book.family = family_of_household(r, owner->household, owner->person);
  else if (!their_own)  // one consented, not the household: nothing of the others
    book.household.clear(), book.head.clear(), book.tags.clear();
  read_earned(r, *owner, book);
  const auto lines = read_lines(r, *owner, q, book);
  if (!lines) return lines.error();
  read_rank(r, *owner, book);
  return book;
}

}  // namespace shanzhi::storage::read
