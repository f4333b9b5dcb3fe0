// Tampering with any column of the ledger's tables is seen; a backup comes back the same.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/town_fixture.h"

using namespace shanzhi;
using test::person;

namespace {

// Two awards by the hour, one of them reversed, and a deduction, entered by a user.
void fill(test::Town& town) {
  REQUIRE(town.storage().add_user(
      {"zhoumin", "周敏", "", api::Role::town_administrator, "correct horse", {}}));
  const auto first = town.award(person(1), test::kHourRule, 60);
  REQUIRE(town.award(person(3), test::kHourRule, 30, 100));
  REQUIRE(town.reverse(first->transfer));
  REQUIRE(town.award(person(3), test::kFreeRule));
  REQUIRE(town.award(person(3), test::kLitterRule));
  REQUIRE(town.faults() == "");
}

}  // namespace

TEST_CASE("a change of any column of the ledger is seen and named") {
  const char* changes[] = {
      "UPDATE transfer SET seq = 70 WHERE seq = 7",
      "UPDATE transfer SET uuid = randomblob(16) WHERE seq = 1",
      "UPDATE transfer SET entry = entry + 1 WHERE seq = 7",
      "UPDATE transfer SET entry = entry - 1 WHERE seq = 7",
      "UPDATE transfer SET currency = 1 - currency WHERE seq = 7",
      "UPDATE transfer SET debit = credit, credit = debit WHERE seq = 7",
      "UPDATE transfer SET debit = 3 WHERE seq = 7",
      "UPDATE transfer SET credit = 1 WHERE seq = 8",
      "UPDATE transfer SET amount = amount + 1 WHERE seq = 1",
      "UPDATE transfer SET reason = 3 WHERE seq = 1",
      "UPDATE transfer SET rule = 'FREE' WHERE seq = 1",
      "UPDATE transfer SET rule_version = 2 WHERE seq = 1",
      "UPDATE transfer SET reverses = randomblob(16) WHERE seq = 5",
      "UPDATE transfer SET reverses = NULL WHERE seq = 5",
      "UPDATE transfer SET pair = NULL WHERE seq = 1",
      "UPDATE transfer SET note = 'x' WHERE seq = 1",
      "UPDATE transfer SET evidence = 'x' WHERE seq = 1",
      "UPDATE transfer SET user_id = 1 WHERE seq = 1",
      "UPDATE transfer SET occurred_at = occurred_at + 1 WHERE seq = 1",
      "UPDATE transfer SET recorded_at = recorded_at + 1 WHERE seq = 1",
      "UPDATE transfer SET previous = randomblob(32) WHERE seq = 4",
      "UPDATE transfer SET own = randomblob(32) WHERE seq = 4",
      "DELETE FROM transfer WHERE seq = 4",
      "DELETE FROM transfer WHERE seq = 8",
      "UPDATE account SET balance = balance + 1 WHERE id = 2",
      "UPDATE account SET who = randomblob(16) WHERE id = 2",
      "UPDATE account SET kind = 1 WHERE id = 1",
      "UPDATE account SET currency = 1 WHERE id = 2",
      "UPDATE account SET currency = 255 WHERE id = 2",
      "UPDATE account SET currency = -1 WHERE id = 1",
      "UPDATE account SET currency = currency + 256 WHERE id = 2",
      "UPDATE account SET kind = kind + 256 WHERE id = 2",
      "UPDATE transfer SET currency = currency + 256 WHERE seq = 7",
      "UPDATE transfer SET reason = reason + 256 WHERE seq = 7",
      "UPDATE account SET person_id = 5 WHERE id = 2",
      "DELETE FROM account WHERE id = 2",
      "INSERT INTO account (currency, kind, who, balance) VALUES (0, 1, x'', 5)",
      "UPDATE journal SET position = 90 WHERE position = 6",
      "UPDATE journal SET at = at + 1 WHERE position = 2",
      "UPDATE journal SET user_id = 1 WHERE position = 2",
      "UPDATE journal SET actor = 'x' WHERE position = 2",
      "UPDATE journal SET role = 3 WHERE position = 2",
      "UPDATE journal SET origin = 'x' WHERE position = 2",
      "UPDATE journal SET command_id = NULL WHERE position = 2",
      "UPDATE journal SET what = 'x' WHERE position = 2",
      "UPDATE journal SET place_id = 1 WHERE position = 2",
      "UPDATE journal SET subject_kind = 'x' WHERE position = 2",
      "UPDATE journal SET subject = NULL WHERE position = 2",
      "UPDATE journal SET amount = amount + 1 WHERE position = 2",
      "UPDATE journal SET minutes = minutes + 1 WHERE position = 2",
      "UPDATE journal SET rule = 'x' WHERE position = 2",
      "UPDATE journal SET note = 'x' WHERE position = 2",
      "UPDATE journal SET before = 'x' WHERE position = 2",
      "UPDATE journal SET after = 'x' WHERE position = 1",
      "UPDATE journal SET ledger_digest = randomblob(32) WHERE position = 2",
      "UPDATE journal SET previous = randomblob(32) WHERE position = 2",
      "UPDATE journal SET own = randomblob(32) WHERE position = 6",
      "DELETE FROM journal WHERE position = 3",
      "UPDATE person SET balance = balance + 1 WHERE id = 3",
      "UPDATE person SET earned = earned + 1 WHERE id = 3",
      "UPDATE person SET minutes = minutes + 1 WHERE id = 3",
      "UPDATE person SET last_at = last_at + 1 WHERE id = 3",
      "UPDATE household SET balance = balance + 1 WHERE id = 2",
      "UPDATE household SET members = members + 1 WHERE id = 2",
      "UPDATE person_total SET points = points + 1 WHERE person_id = 3 AND span = 0",
      "UPDATE person_total SET minutes = minutes + 1 WHERE person_id = 3 AND span = 1",
      "UPDATE person_total SET services = services + 1 WHERE person_id = 3 AND span = 2",
      "UPDATE person_total SET start = start + 1 WHERE person_id = 3 AND span = 0",
      "DELETE FROM person_total WHERE person_id = 3 AND span = 1",
      "UPDATE grid_total SET verified = verified + 1 WHERE span = 2",
      "UPDATE rule SET field = 4 WHERE code = 'HOUR'",
  };
  test::Town town;
  fill(town);
  const auto kept = town.folder() / "kept.db";
  REQUIRE(town.storage().backup(kept.string()));
  for (const char* change : changes) {
    INFO(change);
    const test::TemporaryFolder folder;
    const std::string copy = (folder.path() / storage::kDatabaseFile).string();
    std::filesystem::copy_file(kept, copy);
    test::tamper(copy, change);
    storage::Database database(copy, storage::Use::reader);
    CHECK_FALSE(storage::verify(database).holds());
  }
}

TEST_CASE("a backup made under writing restores to the same ledger") {
  test::Town town;
  fill(town);
  const std::string file = (town.folder() / "backup.db").string();
  REQUIRE(town.storage().backup(file));
  CHECK(town.storage().backup(file).error().code == base::ErrorCode::already_exists);
  const auto before = town.storage().verify();
  const std::string other = (town.folder() / "other").string();
  const auto restored = storage::restore(file, other);
  REQUIRE(restored);
  CHECK(restored->journal_head == before.journal_head);
  CHECK(restored->ledger_head == before.ledger_head);
  CHECK(storage::restore(file, other).error().code == base::ErrorCode::already_exists);
  test::tamper(file, "UPDATE transfer SET amount = 5 WHERE seq = 1");
  CHECK(storage::restore(file, (town.folder() / "third").string()).error().code ==
        base::ErrorCode::malformed);
}
