// What is stored for speed, held against what the walk added up.
#include <array>

#include "server/storage/verify_walk.h"

namespace shanzhi::storage {

namespace {

using ledger::Currency;
using ledger::HolderKind;

constexpr char kPeople[] = "SELECT id, balance, earned, minutes, last_at FROM person";
constexpr char kPersonTotals[] =
    R"(SELECT span, start, field, person_id, points, minutes, services, 0
  FROM person_total ORDER BY span, start, field, person_id)";
constexpr char kGridTotals[] = R"(SELECT span, start, field, grid_id, points, minutes, services,
  verified FROM grid_total ORDER BY span, start, field, grid_id)";

void check_balances(Walk& walk, VerifyReport& report) {
  std::array<std::int64_t, 2> sums{};
  for (const auto& [row, account] : walk.accounts) {
    const auto currency = static_cast<std::size_t>(account.currency);
    if (currency < sums.size())
      sums[currency] += account.balance;
    else
      note(report, Check::currency_sums, "account", std::to_string(row),
           "is of a currency that there is not");
    if (account.balance != account.sum)
      note(report, Check::balances, "account", std::to_string(row),
           "balance is " + std::to_string(account.balance) + ", its transfers give " +
               std::to_string(account.sum));
  }
  for (std::size_t currency = 0; currency < sums.size(); ++currency)
    if (sums[currency] != 0)
      note(report, Check::currency_sums, "account", currency == 0 ? "points" : "hours",
           "all balances together are " + std::to_string(sums[currency]));
}

struct PersonSum {
  std::int64_t balance = 0, earned = 0, minutes = 0, last_at = 0;
};

void check_people(Database& database, const Walk& walk, VerifyReport& report) {
  std::unordered_map<std::int64_t, PersonSum> sums;
  for (const auto& [row, account] : walk.accounts) {
    if (account.holder.kind != HolderKind::person) continue;
    PersonSum& sum = sums[account.person];
    (account.currency == Currency::points ? sum.balance : sum.minutes) += account.sum;
    sum.earned += account.earned;
    sum.last_at = std::max(sum.last_at, account.last_at);
  }
  Query people(database, kPeople);
  while (people.next()) {
    const PersonSum& sum = sums[people.integer(0)];
    const std::int64_t expected[] = {sum.balance, sum.earned, sum.minutes, sum.last_at};
    constexpr const char* kNames[] = {"balance", "earned", "minutes", "last_at"};
    for (int i = 0; i < 4; ++i)
      if (people.integer(i + 1) != expected[i])
        note(report, Check::people_sums, "person", std::to_string(people.integer(0)),
             std::string(kNames[i]) + " should be " + std::to_string(expected[i]));
  }
}

bool nothing(const TotalRow& row) {
  return row.points == 0 && row.minutes == 0 && row.services == 0 && row.verified == 0;
}

std::string name_of(const TotalRow& row) {
  return "span " + std::to_string(row.span) + ", start " + std::to_string(row.start) + ", field " +
         std::to_string(row.field) + ", subject " + std::to_string(row.subject);
}

bool same_key(const TotalRow& a, const TotalRow& b) {
  return a.span == b.span && a.start == b.start && a.field == b.field && a.subject == b.subject;
}

bool next_row(Query& query, TotalRow& row) {
  do {
    if (!query.next()) return false;
    row = {static_cast<std::int32_t>(query.integer(0)),
           static_cast<std::int32_t>(query.integer(1)),
           static_cast<std::int32_t>(query.integer(2)),
           static_cast<std::int32_t>(query.integer(3)),
           query.integer(4),
           query.integer(5),
           query.integer(6),
           query.integer(7)};
  } while (nothing(row));
  return true;
}

// Rows of nothing count as absent on both sides; both are in the order of their keys.
void check_totals(Database& database, const char* sql, const std::vector<TotalRow>& expected,
                  Check check, const char* table, VerifyReport& report) {
  Query query(database, sql);
  TotalRow stored{};
  for (const TotalRow& row : expected) {
    if (nothing(row)) continue;
    if (!next_row(query, stored) || !same_key(stored, row))
      return note(report, check, table, name_of(row), "is missing, or another row is too much");
    if (stored.points != row.points || stored.minutes != row.minutes ||
        stored.services != row.services || stored.verified != row.verified)
      return note(report, check, table, name_of(row),
                  "should be " + std::to_string(row.points) + " centipoints, " +
                      std::to_string(row.minutes) + " minutes, " + std::to_string(row.services) +
                      " services, " + std::to_string(row.verified) + " verified");
  }
  if (next_row(query, stored)) note(report, check, table, name_of(stored), "should not be");
}

}  // namespace

void check_sums(Database& database, Walk& walk, VerifyReport& report) {
  check_balances(walk, report);
  check_people(database, walk, report);
  check_totals(database, kPersonTotals, walk.person_totals, Check::person_totals, "person_total",
               report);
  check_totals(database, kGridTotals, walk.grid_totals, Check::grid_totals, "grid_total", report);
}

}  // namespace shanzhi::storage
