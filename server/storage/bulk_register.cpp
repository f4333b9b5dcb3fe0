// Rows of the register get their place in the list as their number: the database is empty.
#include <unordered_map>

#include "server/storage/bulk_parts.h"
#include "server/storage/place_store.h"
#include "shared/base/pinyin.h"
#include "shared/places/geojson.h"

namespace shanzhi::storage {

namespace {

using base::Done;
using base::ErrorCode;
using base::Result;

constexpr char kPlace[] =
    R"(INSERT INTO place (id, code, name, level, parent_id, schematic, outline,
  full_pinyin, initials) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))";
constexpr char kSite[] =
    R"(INSERT INTO site (uuid, kind, name, place_id, longitude, latitude, hours,
  offers) VALUES (?, ?, ?, ?, ?, ?, ?, ?))";
constexpr char kMerchant[] = R"(INSERT INTO merchant (id, uuid, name, trade, place_id, longitude,
  latitude, phone) VALUES (?, ?, ?, ?, ?, ?, ?, ?))";
constexpr char kHousehold[] =
    R"(INSERT INTO household (id, uuid, number, grid_id, hamlet_id, address,
  tags, head_name, members, balance, earned, minutes, last_at, longitude, latitude)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";
constexpr char kPerson[] =
    R"(INSERT INTO person (id, uuid, household_id, name, full_pinyin, initials,
  gender, relation, born, phone, id_digest, off_boards, balance, earned, minutes, last_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";
constexpr char kWorker[] = "INSERT INTO grid_worker VALUES (?, ?, ?)";
constexpr char kTeam[] = R"(INSERT INTO team (id, uuid, name, place_id, brand, way, leader_id)
  VALUES (?, ?, ?, ?, ?, ?, ?))";
constexpr char kMember[] = "INSERT INTO team_member VALUES (?, ?) ON CONFLICT DO NOTHING";
constexpr char kRule[] = R"(INSERT INTO rule VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";
constexpr char kTown[] =
    "INSERT INTO setting VALUES ('town', ?) ON CONFLICT DO UPDATE SET value = excluded.value";

std::int64_t row_of(const BulkPlan& plan, const std::string& code) {
  const auto at = plan.place_rows.find(code);
  return at == plan.place_rows.end() ? 0 : at->second;
}

Result<Done> load_places(Database& database, const app::TownData& town, const BulkPlan& plan) {
  std::int64_t row = 0;
  for (const places::Place& place : town.places) {
    const std::int64_t parent = row_of(plan, place.parent);
    if (parent == 0 && !place.parent.empty())
      return {ErrorCode::not_found, "/places", place.parent};
    const auto pinyin = base::pinyin_of_place(place.name);
    const std::string outline = place.outline.empty() ? "" : places::write_geometry(place.outline);
    execute(database, kPlace, ++row, place.code, place.name, static_cast<int>(place.level),
            row_or_null(parent), place.schematic, outline, pinyin.full, pinyin.initials);
    if (place.parent.empty()) execute(database, kTown, place.code);
  }
  renumber_places(database);
  return Done{};
}

Result<Done> load_sites(Database& database, const app::TownData& town, const BulkPlan& plan) {
  for (const places::Site& site : town.sites) {
    const std::int64_t place = row_of(plan, site.place);
    if (place == 0) return {ErrorCode::not_found, "/sites", site.place};
    execute(database, kSite, site.id, static_cast<int>(site.kind), site.name, place, site.at.x,
            site.at.y, site.hours, site.offers);
  }
  std::int64_t row = 0;
  for (const places::Merchant& merchant : town.merchants) {
    const std::int64_t place = row_of(plan, merchant.place);
    if (place == 0) return {ErrorCode::not_found, "/merchants", merchant.place};
    execute(database, kMerchant, ++row, merchant.id, merchant.name, merchant.trade, place,
            merchant.at.x, merchant.at.y, merchant.phone);
  }
  return Done{};
}

struct HouseholdSums {
  std::int64_t members = 0, balance = 0, earned = 0, minutes = 0, last_at = 0;
  const std::string* head = nullptr;
};

std::vector<HouseholdSums> sum_households(const app::TownData& town, const BulkPlan& plan) {
  std::vector<HouseholdSums> sums(town.households.size());
  for (std::size_t i = 0; i < town.people.size(); ++i) {
    const PersonSums& person = plan.people[i];
    HouseholdSums& sum = sums[person.household];
    ++sum.members;
    sum.balance += person.balance;
    sum.earned += person.earned;
    sum.minutes += person.minutes;
    sum.last_at = std::max(sum.last_at, person.last_at);
    if (town.people[i].relation == people::Relation::head && sum.head == nullptr)
      sum.head = &town.people[i].name;
  }
  return sums;
}

void load_households(Database& database, const app::TownData& town, const BulkPlan& plan) {
  const auto sums = sum_households(town, plan);
  const std::string nobody;
  for (std::size_t i = 0; i < town.households.size(); ++i) {
    const people::Household& household = town.households[i];
    const HouseholdSums& sum = sums[i];
    std::optional<double> longitude, latitude;
    if (household.at) longitude = household.at->x, latitude = household.at->y;
    execute(database, kHousehold, static_cast<std::int64_t>(i) + 1, household.id, household.number,
            plan.grid_of_household[i], row_or_null(row_of(plan, household.hamlet)),
            household.address, household.tags, sum.head ? *sum.head : nobody, sum.members,
            sum.balance, sum.earned, sum.minutes, sum.last_at, longitude, latitude);
  }
}

void load_people(Database& database, const app::TownData& town, const BulkPlan& plan) {
  for (std::size_t i = 0; i < town.people.size(); ++i) {
    const people::Person& person = town.people[i];
    const PersonSums& sums = plan.people[i];
    const auto pinyin = base::pinyin_of_name(person.name);
    const auto born = days_or_null(person.born);
    execute(database, kPerson, static_cast<std::int64_t>(i) + 1, person.id,
            static_cast<std::int64_t>(sums.household) + 1, person.name, pinyin.full,
            pinyin.initials, static_cast<int>(person.gender), static_cast<int>(person.relation),
            born, person.phone, person.id_digest, person.off_boards, sums.balance, sums.earned,
            sums.minutes, sums.last_at);
  }
}

using PeopleRows = std::unordered_map<base::PersonId, std::int64_t>;

Result<Done> load_teams(Database& database, const app::TownData& town, const BulkPlan& plan,
                        const PeopleRows& rows) {
  std::int64_t row = 0;
  for (const people::Team& team : town.teams) {
    const std::int64_t place = row_of(plan, team.place);
    if (place == 0) return {ErrorCode::not_found, "/teams", team.place};
    const auto leader = rows.find(team.leader);
    execute(database, kTeam, ++row, team.id, team.name, place, team.brand,
            static_cast<int>(team.way), row_or_null(leader == rows.end() ? 0 : leader->second));
    for (const base::PersonId& member : team.members) {
      const auto at = rows.find(member);
      if (at == rows.end()) return {ErrorCode::not_found, "/teams", team.name};
      execute(database, kMember, row, at->second);
    }
  }
  return Done{};
}

Result<Done> load_workers(Database& database, const app::TownData& town, const BulkPlan& plan,
                          const PeopleRows& rows) {
  for (const places::GridWorker& worker : town.grid_workers) {
    const auto person = rows.find(worker.person);
    const std::int64_t grid = row_of(plan, worker.grid);
    if (grid == 0 || person == rows.end())
      return {ErrorCode::not_found, "/grid_workers", worker.grid};
    execute(database, kWorker, grid, person->second, static_cast<int>(worker.kind));
  }
  return Done{};
}

void load_rules(Database& database, const app::TownData& town) {
  for (const rules::Rule& rule : town.rules) {
    const auto until = days_or_null(rule.valid_until);
    execute(database, kRule, rule.code, rule.version, rule.name, static_cast<int>(rule.field),
            static_cast<int>(rule.direction), static_cast<int>(rule.unit), rule.points.count,
            rule.cap.count, static_cast<int>(rule.cap_period), rule.bonus_max.count, rule.evidence,
            static_cast<int>(rule.approver), rule.source, rule.valid_from.days, until);
  }
}

}  // namespace

Result<Done> load_register(Database& database, const app::TownData& town, const BulkPlan& plan) {
  if (const auto done = load_places(database, town, plan); !done) return done.error();
  if (const auto done = load_sites(database, town, plan); !done) return done.error();
  load_households(database, town, plan);
  load_people(database, town, plan);
  PeopleRows rows;
  rows.reserve(town.people.size());
  for (std::size_t i = 0; i < town.people.size(); ++i)
    rows[town.people[i].id] = static_cast<std::int64_t>(i) + 1;
  if (const auto done = load_teams(database, town, plan, rows); !done) return done.error();
  if (const auto done = load_workers(database, town, plan, rows); !done) return done.error();
  load_rules(database, town);
  return Done{};
}

}  // namespace shanzhi::storage
