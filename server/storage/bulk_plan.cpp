// One pass over what happened, in memory: a million people fit, and the rows are then written once.
#include "server/storage/bulk_plan.h"

#include <algorithm>
#include <tuple>

#include "server/storage/ledger_store.h"

namespace shanzhi::storage {

namespace {

using base::Done;
using base::ErrorCode;
using base::Result;

auto key_of(const TotalRow& row) {
  return std::tie(row.span, row.start, row.field, row.subject);
}

void add_totals(std::vector<TotalRow>& rows, base::CivilDate day, TotalRow row) {
  for (const int span : {kSpanDay, kSpanMonth, kSpanAll}) {
    row.span = span;
    row.start = static_cast<std::int32_t>(span_start(span, day));
    rows.push_back(row);
  }
}

Result<Done> place_people(const app::TownData& town, BulkPlan& plan) {
  for (std::size_t i = 0; i < town.places.size(); ++i)
    plan.place_rows[town.places[i].code] = static_cast<std::int64_t>(i) + 1;
  std::unordered_map<base::HouseholdId, std::int32_t> households;
  for (const people::Household& household : town.households) {
    const auto grid = plan.place_rows.find(household.grid);
    if (grid == plan.place_rows.end()) return {ErrorCode::not_found, "/households", household.grid};
    households[household.id] = static_cast<std::int32_t>(plan.grid_of_household.size());
    plan.grid_of_household.push_back(grid->second);
  }
  plan.people.resize(town.people.size());
  for (std::size_t i = 0; i < town.people.size(); ++i) {
    const auto at = households.find(town.people[i].household);
    if (at == households.end()) return {ErrorCode::not_found, "/people", town.people[i].name};
    plan.people[i].household = at->second;
  }
  return Done{};
}

template <class Index, class List>
bool within(Index index, const List& list) {
  return index >= 0 && static_cast<std::size_t>(index) < list.size();
}

Result<Done> plan_award(const app::TownData& town, const app::PastAward& award, BulkPlan& plan,
                        std::int64_t& next_account) {
  if (!within(award.person, plan.people) || !within(award.rule, town.rules))
    return {ErrorCode::not_found, "/awards"};
  PersonSums& person = plan.people[award.person];
  if (person.account == 0) person.account = next_account++;
  if (award.minutes.count > 0 && person.hours_account == 0) person.hours_account = next_account++;
  person.last_at = std::max(person.last_at, award.at.unix_ms);
  const rules::Rule& rule = town.rules[award.rule];
  if (rule.direction == rules::Direction::deduct) {
    person.balance -= award.points.count;
    plan.corrected += award.points.count;
    return Done{};
  }
  person.balance += award.points.count;
  person.earned += award.points.count;
  person.minutes += award.minutes.count;
  plan.issued += award.points.count;
  plan.issued_minutes += award.minutes.count;
  const base::CivilDate day = base::day_of(award.at);
  TotalRow row{0,
               0,
               static_cast<std::int32_t>(rule.field),
               award.person + 1,
               award.points.count,
               award.minutes.count,
               1,
               0};
  add_totals(plan.person_totals, day, row);
  row.subject = static_cast<std::int32_t>(plan.grid_of(award.person));
  add_totals(plan.grid_totals, day, row);
  return Done{};
}

Result<Done> plan_spending(const app::TownData& town, const app::PastSpending& spending,
                           BulkPlan& plan, std::int64_t& next_account) {
  if (!within(spending.person, plan.people) || !within(spending.merchant, town.merchants))
    return {ErrorCode::not_found, "/spendings"};
  PersonSums& person = plan.people[spending.person];
  if (person.account == 0) person.account = next_account++;
  std::int64_t& account = plan.merchant_account[spending.merchant];
  if (account == 0) account = next_account++;
  person.balance -= spending.points.count;
  person.last_at = std::max(person.last_at, spending.at.unix_ms);
  plan.merchant_balance[spending.merchant] += spending.points.count;
  const TotalRow row{0, 0, 0, static_cast<std::int32_t>(plan.grid_of(spending.person)),
                     0, 0, 0, spending.points.count};
  add_totals(plan.grid_totals, base::day_of(spending.at), row);
  return Done{};
}

}  // namespace

void merge_totals(std::vector<TotalRow>& rows) {
  std::sort(rows.begin(), rows.end(),
            [](const TotalRow& a, const TotalRow& b) { return key_of(a) < key_of(b); });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (kept > 0 && key_of(rows[kept - 1]) == key_of(rows[i])) {
      TotalRow& sum = rows[kept - 1];
      sum.points += rows[i].points;
      sum.minutes += rows[i].minutes;
      sum.services += rows[i].services;
      sum.verified += rows[i].verified;
    } else {
      rows[kept++] = rows[i];
    }
  }
  rows.resize(kept);
}

Result<BulkPlan> plan_bulk(const app::TownData& town) {
  BulkPlan plan;
  const auto placed = place_people(town, plan);
  if (!placed) return placed.error();
  plan.merchant_balance.resize(town.merchants.size());
  plan.merchant_account.resize(town.merchants.size());
  std::int64_t next_account = kFirstFreeAccount;
  for (const app::PastAward& award : town.awards) {
    const auto planned = plan_award(town, award, plan, next_account);
    if (!planned) return planned.error();
  }
  for (const app::PastSpending& spending : town.spendings) {
    const auto planned = plan_spending(town, spending, plan, next_account);
    if (!planned) return planned.error();
  }
  for (std::size_t i = 0; i < plan.people.size(); ++i)
    if (plan.people[i].balance < 0) return {ErrorCode::below_floor, "/people", town.people[i].name};
  merge_totals(plan.person_totals);
  merge_totals(plan.grid_totals);
  return plan;
}

}  // namespace shanzhi::storage
