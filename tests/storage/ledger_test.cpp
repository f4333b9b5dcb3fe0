// Awards, repeats, reversals: on a real file, through the writer.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/town_fixture.h"

using namespace shanzhi;
using base::ErrorCode;
using test::person;

TEST_CASE("an award moves points and hours, and the ledger holds") {
  test::Town town;
  const auto posted = town.award(person(1), test::kHourRule, 90);
  REQUIRE(posted);
  CHECK(posted->points == 150);
  CHECK(posted->minutes == 90);
  CHECK(posted->balance == 150);
  CHECK(posted->position == 1);
  CHECK(town.number("SELECT count(*) FROM transfer") == 2);
  CHECK(town.number("SELECT balance FROM person WHERE id = 1") == 150);
  CHECK(town.number("SELECT minutes FROM household WHERE id = 1") == 90);
  CHECK(town.number("SELECT points FROM grid_total WHERE span = 2") == 150);
  CHECK(town.faults() == "");
}

TEST_CASE("a repeated award adds no second transfer") {
  test::Town town;
  const auto command = town.award_command(person(1), test::kSweepRule);
  const auto first = town.run("award-points", command, town.administrator());
  const auto again = town.run("award-points", command, town.administrator());
  REQUIRE(first);
  REQUIRE(again);
  CHECK_FALSE(first->replayed);
  CHECK(again->replayed);
  CHECK(again->json == first->json);
  CHECK(town.number("SELECT count(*) FROM transfer") == 1);
  town.reopen();
  CHECK(town.run("award-points", command, town.administrator()).value().replayed);
}

TEST_CASE("the same key with another body is refused") {
  test::Town town;
  auto command = town.award_command(person(1), test::kSweepRule);
  REQUIRE(town.run("award-points", command, town.administrator()));
  command.person = person(2);
  CHECK(town.run("award-points", command, town.administrator()).error().code ==
        ErrorCode::key_reused);
  const base::Uuid key = town.fresh();
  auto other = town.award_command(person(1), test::kSweepRule);
  REQUIRE(town.run("award-points", other, town.administrator(), key));
  other = town.award_command(person(1), test::kSweepRule);
  CHECK(town.run("award-points", other, town.administrator(), key).error().code ==
        ErrorCode::key_reused);
}

TEST_CASE("a refused award leaves nothing behind and may be sent again") {
  test::Town town;
  auto command = town.award_command(person(1), test::kHourRule);
  CHECK(town.run("award-points", command, town.administrator()).error().code ==
        ErrorCode::wrong_unit);
  CHECK(town.number("SELECT count(*) FROM journal") == 0);
  CHECK(town.number("SELECT count(*) FROM transfer") == 0);
  command.minutes = 60;
  CHECK(town.run("award-points", command, town.administrator()));
}

TEST_CASE("a cap counts what was granted in its period, and what was reversed no longer") {
  test::Town town;
  std::string last;
  for (int i = 0; i < 5; ++i) last = town.award(person(1), test::kSweepRule).value().transfer;
  const auto over = town.award(person(1), test::kSweepRule);
  REQUIRE_FALSE(over);
  CHECK(over.error().code == ErrorCode::over_cap);
  CHECK(over.error().field == "/amount");
  REQUIRE(town.reverse(last));
  CHECK(town.award(person(1), test::kSweepRule));
  town.clock().turn(base::kMsPerDay);
  CHECK(town.award(person(1), test::kSweepRule));
  CHECK(town.faults() == "");
}

TEST_CASE("nobody grants to themselves or to their own household") {
  test::Town town;
  app::Caller caller = town.administrator();
  caller.person = 1;
  for (const std::uint64_t who : {1, 2}) {
    const auto command = town.award_command(person(who), test::kSweepRule);
    CHECK(town.run("award-points", command, caller).error().code == ErrorCode::own_household);
  }
  CHECK(town.run("award-points", town.award_command(person(3), test::kSweepRule), caller));
}

TEST_CASE("a role reaches its own tree and no further, and grants what its rule allows") {
  test::Town town;
  const auto worker = town.caller(api::Role::grid_worker, "370000001201-G01");
  const auto run = [&](base::PersonId who, const char* rule, const app::Caller& caller) {
    return town.run("award-points", town.award_command(who, rule), caller);
  };
  CHECK(run(person(1), test::kSweepRule, worker));
  CHECK(run(person(7), test::kSweepRule, worker).error().code == ErrorCode::not_found);
  CHECK(run(person(1), test::kTownRule, worker).error().code == ErrorCode::not_permitted);
  const auto auditor = town.caller(api::Role::auditor, "370000001");
  CHECK(run(person(1), test::kSweepRule, auditor).error().code == ErrorCode::not_permitted);
  CHECK(run(person(1), test::kSweepRule, {}).error().code == ErrorCode::signed_out);
}

TEST_CASE("a deduction never goes below the floor and does not lower what was earned") {
  test::Town town;
  CHECK(town.award(person(1), test::kLitterRule).error().code == ErrorCode::below_floor);
  REQUIRE(town.award(person(1), test::kFreeRule));
  const auto taken = town.award(person(1), test::kLitterRule);
  REQUIRE(taken);
  CHECK(taken->points == -300);
  CHECK(taken->balance == 200);
  CHECK(town.number("SELECT earned FROM person WHERE id = 1") == 500);
  CHECK(town.faults() == "");
}

TEST_CASE("a transfer is reversed once, with its hours, on the day it was for") {
  test::Town town;
  const auto posted = town.award(person(1), test::kHourRule, 120);
  town.clock().turn(40 * base::kMsPerDay);
  const auto reversed = town.reverse(posted->transfer);
  REQUIRE(reversed);
  CHECK(reversed->points == -200);
  CHECK(reversed->minutes == -120);
  CHECK(reversed->balance == 0);
  CHECK(town.number("SELECT sum(abs(points)) + sum(abs(minutes)) FROM person_total") == 0);
  CHECK(town.reverse(posted->transfer).error().code == ErrorCode::already_reversed);
  CHECK(town.reverse(reversed->transfer).error().code == ErrorCode::not_reversible);
  CHECK(town.reverse(base::to_text(town.fresh())).error().code == ErrorCode::not_found);
  CHECK(town.faults() == "");
}

TEST_CASE("points that are spent cannot be taken back below the floor") {
  test::Town town;
  const auto posted = town.award(person(1), test::kFreeRule);
  REQUIRE(town.award(person(1), test::kLitterRule));
  CHECK(town.reverse(posted->transfer).error().code == ErrorCode::below_floor);
}

TEST_CASE("above the monthly sum a second person is needed") {
  test::Town town;
  REQUIRE(town.storage().add_user(
      {"zhoumin", "周敏", "", api::Role::town_administrator, "correct horse", {}}));
  REQUIRE(town.storage().set_setting("second_person_above", "900"));
  app::Caller caller = town.administrator();
  caller.user = 1;
  caller.user_id = town.storage().users().front().id;
  REQUIRE(town.run("award-points", town.award_command(person(1), test::kFreeRule), caller));
  CHECK(town.run("award-points", town.award_command(person(3), test::kFreeRule), caller)
            .error()
            .code == ErrorCode::second_person);
  // What counts is when it was granted: dating it back does not make room.
  auto dated_back = town.award_command(person(3), test::kFreeRule);
  dated_back.occurred_at.unix_ms -= 40 * base::kMsPerDay;
  CHECK(town.run("award-points", dated_back, caller).error().code == ErrorCode::second_person);
  CHECK(town.faults() == "");
}

TEST_CASE("the ledger and the journal refuse change, deletion and INSERT OR REPLACE") {
  test::Town town;
  REQUIRE(town.award(person(1), test::kHourRule, 60));
  storage::Database database(town.storage().path(), storage::Use::tool);
  for (const char* sql :
       {"UPDATE transfer SET amount = 1", "DELETE FROM transfer", "UPDATE journal SET amount = 1",
        "DELETE FROM journal", "DELETE FROM account",
        "INSERT OR REPLACE INTO transfer SELECT * FROM transfer WHERE seq = 1",
        "REPLACE INTO journal SELECT * FROM journal"}) {
    INFO(sql);
    CHECK_THROWS_AS(database.run(sql), SQLite::Exception);
  }
  CHECK(town.faults() == "");
}
