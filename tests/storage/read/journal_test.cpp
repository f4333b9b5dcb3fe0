// The journal, narrowed and paged, against one plain statement over all its rows.
#include <catch2/catch_test_macros.hpp>

#include "shared/api/views.h"
#include "tests/storage/read/fixture.h"

namespace shanzhi::test {
namespace {

/// Entries by four users, one of whom had another name before, and by the program itself; some are of
/// facts that seldom happen.
void tell_of_users(TownFile& file) {
  file.database->run(R"(
    DROP TRIGGER journal_no_update;
    INSERT INTO user (id, uuid, name, title, role, place_id) VALUES
      (101, randomblob(16), 'lin', '林主任', 2, 1), (102, randomblob(16), 'wangx', '小王', 1, 1),
      (103, randomblob(16), 'wang', '大王', 1, 1), (104, randomblob(16), 'quiet', '', 1, 1);
    UPDATE journal SET user_id = CASE position % 5 WHEN 0 THEN NULL ELSE 100 + position % 5 END;
    UPDATE journal SET actor = CASE user_id % 100 WHEN 1 THEN 'lin' WHEN 2 THEN
      iif(position < 400, 'oldwang"x', 'wangx') WHEN 3 THEN '' WHEN 4 THEN 'quiet' ELSE 'import' END;
    UPDATE journal SET actor = 'import' WHERE user_id IS NULL;
    UPDATE journal SET what = 'site_saved' WHERE position % 11 = 0;
    UPDATE journal SET what = 'user_saved', before = '{"name":"oldwang\"x"}',
      subject = (SELECT uuid FROM user WHERE id = 102) WHERE position = 400)");
}

std::string condition(const std::string& who, const std::string& what, const std::string& place) {
  std::string sql = " WHERE 1";
  if (!who.empty())
    sql += " AND (instr(CASE WHEN j.actor = '' THEN u.name ELSE j.actor END, '" + who +
           "') > 0 OR instr(u.title, '" + who + "') > 0)";
  if (!what.empty()) sql += " AND j.what = '" + what + "'";
  if (!place.empty())
    sql +=
        " AND j.place_id IN (SELECT i.id FROM place i JOIN place o ON i.low BETWEEN o.low AND"
        " o.high WHERE o.code = '" +
        place + "')";
  return sql;
}

/// Positions of all pages, one after the other, as text.
std::string all_pages(TownFile& file, app::Parameters parameters, const app::Caller& caller) {
  std::string positions, cursor;
  do {
    app::Parameters page = parameters;
    if (!cursor.empty()) page.emplace_back("cursor", cursor);
    const auto view = file.view<api::JournalPage>("journal", page, caller);
    for (const api::JournalRow& row : view.entries) positions += std::to_string(row.position) + ",";
    cursor = view.next;
  } while (!cursor.empty());
  return positions;
}

}  // namespace

TEST_CASE(
    "whoever and whatever the journal is narrowed to, its pages hold those entries and no others") {
  TownFile file;
  tell_of_users(file);
  const auto caller = file.caller(api::Role::town_administrator, "371702106");
  REQUIRE(file.number("SELECT max(position) FROM journal") > 500);
  int found = 0;
  for (const char* who : {"", "lin", "林", "wang", "oldwang\"x", "王", "import", "quiet", "nobody"})
    for (const char* what : {"", "points_awarded", "site_saved", "user_saved"})
      for (const char* place : {"", "371702106201", "371702106202-G01"}) {
        INFO("who " << who << " what " << what << " place " << place);
        const std::string expected = file.text(
            "SELECT coalesce(group_concat(position || ',', '' ORDER BY position DESC), '') FROM"
            " (SELECT j.position FROM journal j LEFT JOIN user u ON u.id = j.user_id" +
            condition(who, what, place) + ")");
        CHECK(all_pages(file, {{"who", who}, {"what", what}, {"place", place}, {"limit", "40"}},
                        caller) == expected);
        found += !expected.empty();
      }
  CHECK(found > 50);
}

TEST_CASE("somebody's entries, a rare fact and the households of a grid are found by an index") {
  TownFile file;
  const auto plan = [&](const char* explain) {
    std::string all;
    storage::Query query(*file.database, explain);
    while (query.next()) all += query.text(3) + "\n";
    return all;
  };
  CHECK(plan("EXPLAIN QUERY PLAN SELECT position FROM journal WHERE user_id IS ? AND place_id IS ? "
             "AND position < ? ORDER"
             " BY position DESC LIMIT 1")
            .find("COVERING INDEX journal_by_user (user_id=? AND place_id=? AND position<?)") !=
        std::string::npos);
  CHECK(plan("EXPLAIN QUERY PLAN SELECT position FROM journal j WHERE j.what = 'site_saved' AND "
             "j.what NOT IN"
             " ('points_awarded', 'points_verified', 'transfer_reversed') ORDER BY position DESC")
            .find("journal_by_rare_fact") != std::string::npos);
  const std::string counting = plan(
      "EXPLAIN QUERY PLAN SELECT grid_id, hamlet_id, count(*), sum(members) FROM household WHERE "
      "removed_by = 0 GROUP"
      " BY grid_id, hamlet_id");
  CHECK(counting.find("COVERING INDEX household_count") != std::string::npos);
  CHECK(counting.find("TEMP") == std::string::npos);
}

}  // namespace shanzhi::test
