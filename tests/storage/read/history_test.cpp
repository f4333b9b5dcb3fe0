// The history of one subject equals the boards of each of its periods, and obeys the same rights.
#include <catch2/catch_test_macros.hpp>

#include "shared/api/views.h"
#include "tests/storage/read/fixture.h"

namespace shanzhi::test {
namespace {

std::string first_id(TownFile& file, const char* table) {
  return file.text(
      std::string("SELECT lower(substr(hex(uuid),1,8)||'-'||substr(hex(uuid),9,4)||'-'||"
                  "substr(hex(uuid),13,4)||'-'||substr(hex(uuid),17,4)||'-'||"
                  "substr(hex(uuid),21)) FROM ") +
      table + " ORDER BY id LIMIT 1");
}

}  // namespace

TEST_CASE("each period of a history is that period's board") {
  TownFile file;
  const auto town = file.caller(api::Role::town_administrator, "371702106");
  const std::pair<const char*, std::string> subjects[] = {
      {"person", first_id(file, "person")},
      {"household", first_id(file, "household")},
      {"team", first_id(file, "team")},
      {"grid", "371702106201-G01"},
      {"village", "371702106201"}};
  for (const auto& [kind, id] : subjects)
    for (const char* period : {"week", "month", "quarter", "all"})
      for (const char* measure : {"points", "hours"}) {
        INFO(kind << " " << id << " by " << period << " in " << measure);
        const app::Parameters asked{
            {"subject", kind}, {"period", period}, {"measure", measure}, {"mine", id}};
        const auto history = file.view<api::SubjectHistory>("subject-history", asked, town);
        CHECK(history.spans.size() == (std::string_view(period) == "all" ? 1 : 12));
        CHECK_FALSE(history.name.empty());
        for (const api::HistorySpan& span : history.spans) {
          app::Parameters then = asked;
          then.emplace_back("date", span.last);
          const auto board = file.view<api::Board>("boards", then, town);
          REQUIRE(board.mine.size() == 1);
          CHECK(board.mine[0].value == span.value);
        }
      }
}

TEST_CASE("a history of people is for their own officers and for themselves") {
  TownFile file;
  const std::string person = first_id(file, "person");
  const app::Parameters asked{{"subject", "person"}, {"mine", person}};
  const auto home = file.number("SELECT household_id FROM person ORDER BY id LIMIT 1");
  CHECK(home > 0);
  CHECK(file.refusal("subject-history", asked, file.caller(api::Role::display, "371702106")) ==
        base::ErrorCode::not_found);
  CHECK(
      file.refusal("subject-history", asked, file.caller(api::Role::volunteer, "371702106", 40)) ==
      base::ErrorCode::not_found);
  const auto self = file.caller(api::Role::volunteer, "371702106",
                                file.number("SELECT id FROM person ORDER BY id LIMIT 1"));
  const auto own = file.view<api::SubjectHistory>("subject-history", asked, self);
  CHECK_FALSE(own.household.empty());
  // What is published of places is open to a kiosk.
  CHECK(file.run("subject-history", {{"subject", "village"}, {"mine", "371702106201"}},
                 file.caller(api::Role::display, "371702106"))
            .ok());
}

TEST_CASE("a board compared with any period tells rank and value then") {
  TownFile file;
  const auto town = file.caller(api::Role::town_administrator, "371702106");
  for (const char* subject : {"person", "household", "village"}) {
    INFO(subject);
    const app::Parameters now{{"subject", subject}, {"period", "month"}, {"limit", "1000"}};
    app::Parameters against = now, then = now;
    against.emplace_back("against", "2026-08-15");
    then.emplace_back("date", "2026-08-31");
    const auto compared = file.view<api::Board>("boards", against, town);
    const auto past = file.view<api::Board>("boards", then, town);
    CHECK(compared.before_first == "2026-08-01");
    CHECK(compared.before_last == "2026-08-31");
    int both = 0;
    for (const api::BoardRow& row : compared.rows)
      for (const api::BoardRow& old : past.rows) {
        if (old.subject != row.subject || old.value <= 0) continue;
        ++both;
        CHECK(row.before == old.value);
        CHECK(row.before_rank == old.rank);
        CHECK(row.move == old.rank - row.rank);
      }
    CHECK(both > 1);
  }
}

TEST_CASE("the journal is narrowed by days and says what each entry is about") {
  TownFile file;
  const auto town = file.caller(api::Role::town_administrator, "371702106");
  const app::Parameters days{{"since", "2026-10-01"}, {"until", "2026-10-31"}, {"limit", "1000"}};
  const auto month = file.view<api::JournalPage>("journal", days, town);
  REQUIRE_FALSE(month.entries.empty());
  for (const api::JournalRow& entry : month.entries) {
    CHECK(entry.at >= "2026-10-01T00:00:00+08:00");
    CHECK(entry.at < "2026-11-01T00:00:00+08:00");
    if (entry.kind != "person") continue;
    CHECK_FALSE(entry.subject_name.empty());
    CHECK(entry.subject.size() == 36);
  }
}

TEST_CASE("past versions of a rule are shown to whoever asks for all") {
  TownFile file;
  const auto town = file.caller(api::Role::town_administrator, "371702106");
  file.database->run(
      "INSERT INTO rule SELECT code, version + 1, name, field, direction, unit, points + 100, cap,"
      " cap_period, bonus_max, evidence, approver, source, valid_from + 30, NULL FROM rule"
      " WHERE code = (SELECT min(code) FROM rule)");
  const auto now = file.view<api::RulePage>("rules", {}, town);
  const auto all = file.view<api::RulePage>("rules", {{"all", "1"}}, town);
  CHECK(all.rules.size() == now.rules.size() + 1);
}

}  // namespace shanzhi::test
