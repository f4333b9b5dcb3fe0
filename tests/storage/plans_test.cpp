// How SQLite finds whom a telephone number or a household's member means: by the index that leaves a handful,
// however many people there are and however many of them have one name.
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "server/storage/database.h"
#include "server/storage/family_store.h"
#include "server/storage/people_store.h"
#include "server/storage/user_store.h"
#include "tests/support/town_fixture.h"

namespace shanzhi::test {
namespace {

int note_statement(unsigned, void* seen, void* statement, void*) {
  static_cast<std::vector<std::string>*>(seen)->emplace_back(
      sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
  return 0;
}

/// The steps of the plan of every statement that `run` has the database execute.
template <class F>
std::vector<std::string> plans_of(storage::Database& database, F run) {
  sqlite3* const handle = database.handle();
  std::vector<std::string> seen, steps;
  sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, note_statement, &seen);
  run();
  sqlite3_trace_v2(handle, 0, nullptr, nullptr);
  SQLite::Database reader(database.path(), SQLite::OPEN_READONLY);
  for (const std::string& sql : seen) {
    SQLite::Statement plan(reader, "EXPLAIN QUERY PLAN " + sql);
    while (plan.executeStep()) steps.push_back(plan.getColumn(3).getString());
  }
  return steps;
}

bool any_has(const std::vector<std::string>& steps, std::string_view words) {
  for (const std::string& step : steps)
    if (step.find(words) != std::string::npos) return true;
  return false;
}

}  // namespace

TEST_CASE("whoever is looked for by telephone or in a household is found by an index of few") {
  Town town;
  // As measured while the town was small: by those figures a name leaves fewer than a household does.
  tamper(town.storage().path(),
         "ANALYZE; DELETE FROM sqlite_stat4; DELETE FROM sqlite_stat1;"
         "INSERT INTO sqlite_stat1 VALUES ('person', 'person_by_household', '500 2'),"
         " ('person', 'person_by_name', '500 1'), ('person', 'person_by_phone', '404 1');");
  storage::Database database(town.storage().path(), storage::Use::reader);
  storage::SqlPeopleStore people(database);
  storage::SqlUserStore users(database);
  storage::SqlFamilyStore families(database);

  const auto member = plans_of(database, [&] { (void)people.find_member(1, "张小三"); });
  CHECK(any_has(member, "USING INDEX person_by_household"));
  CHECK_FALSE(any_has(member, "person_by_name"));

  const auto by_phone = {
      plans_of(database, [&] { (void)users.residents("13812345678", ""); }),
      plans_of(database, [&] { (void)users.codes("13812345678", town.clock().now()); }),
      plans_of(database, [&] { (void)families.named("张小三", "13812345678"); })};
  for (const auto& steps : by_phone) {
    CHECK(any_has(steps, "USING INDEX person_by_phone"));
    CHECK_FALSE(any_has(steps, "SCAN"));
  }
}

}  // namespace shanzhi::test
