// What shares a transaction: one that fails fails alone, and nobody can tell from the books who shared.
#include <catch2/catch_test_macros.hpp>

#include "server/storage/checkpoints.h"
#include "tests/support/shared_batch.h"
#include "tests/support/town_fixture.h"

using namespace shanzhi;
using test::person;

namespace {

app::CommandRequest request(test::Town& town, const api::AwardPoints& command) {
  return {"award-points", describe::to_json(command), {}, town.administrator()};
}

/// Twenty awards, the eleventh with that note.
std::vector<app::CommandRequest> twenty_awards(test::Town& town, const char* note) {
  std::vector<app::CommandRequest> all;
  for (std::uint64_t i = 1; i <= 20; ++i) {
    auto command = town.award_command(person(i), test::kHourRule);
    command.minutes = 60;
    if (i == 11) command.note = note;
    all.push_back(request(town, command));
  }
  return all;
}

/// Lets the hours of an award with the note `defect` fail, when its points are already posted.
void plant_defect(test::Town& town) {
  storage::Database database(town.storage().path(), storage::Use::tool);
  database.run(
      "CREATE TRIGGER defect BEFORE INSERT ON transfer WHEN NEW.currency = 1 AND NEW.note = "
      "'defect' "
      "BEGIN SELECT RAISE(ABORT, 'planted'); END");
}

std::int64_t log_bytes(const storage::Database& database) {
  return static_cast<std::int64_t>(std::filesystem::file_size(database.path() + "-wal"));
}

}  // namespace

TEST_CASE("a command that breaks off in the middle of a batch fails alone") {
  test::Town town;
  plant_defect(town);
  const auto answers = test::run_in_one_batch(town, twenty_awards(town, "defect"));
  for (std::size_t i = 0; i < answers.size(); ++i) {
    INFO(i);
    CHECK(answers[i].ok() == (i != 10));
  }
  CHECK(answers[10].error().code == base::ErrorCode::internal);
  CHECK(town.number("SELECT count(*) FROM transfer") == 38);
  CHECK(town.number("SELECT balance FROM person WHERE id = 11") == 0);
  CHECK(town.number("SELECT balance FROM account WHERE kind = 0 AND currency = 0") == -1900);
  CHECK(town.number("SELECT sum(points) FROM grid_total WHERE span = 2") == 1900);
  // What the writer remembers is right behind it too.
  const auto next = test::run_in_one_batch(town, twenty_awards(town, "ok"));
  for (const auto& answer : next) CHECK(answer.ok());
  CHECK(town.number("SELECT balance FROM account WHERE kind = 0 AND currency = 0") == -3900);
  CHECK(town.faults() == "");
}

TEST_CASE("a refused award leaves a batch as it is") {
  test::Town town;
  auto all = twenty_awards(town, "");
  auto unknown = town.award_command(person(99), test::kHourRule);
  unknown.minutes = 60;
  all.insert(all.begin() + 7, request(town, unknown));
  const auto answers = test::run_in_one_batch(town, all);
  CHECK(answers[7].error().code == base::ErrorCode::not_found);
  CHECK(town.number("SELECT count(*) FROM journal WHERE what = 'points_awarded'") == 20);
  CHECK(town.faults() == "");
}

TEST_CASE("the cap counts what the same batch has granted") {
  test::Town town;
  std::vector<app::CommandRequest> all;
  for (int i = 0; i < 12; ++i)
    all.push_back(request(town, town.award_command(person(1), test::kSweepRule)));
  const auto answers = test::run_in_one_batch(town, all);
  for (std::size_t i = 0; i < answers.size(); ++i) CHECK(answers[i].ok() == (i < 5));
  CHECK(town.number("SELECT balance FROM person WHERE id = 1") == 1000);
  CHECK(town.faults() == "");
}

TEST_CASE("a limit that is set counts from the next command of the batch on") {
  test::Town town;
  REQUIRE(town.award(person(1), test::kFreeRule));
  REQUIRE(town.storage().set_setting("floor", "-1000"));
  for (int i = 0; i < 3; ++i) CHECK(town.award(person(2), test::kLitterRule));
  REQUIRE(town.storage().set_setting("floor", "0"));
  CHECK_FALSE(town.award(person(2), test::kLitterRule));
}

TEST_CASE("the log is carried over beside the writer and begins anew") {
  test::TemporaryFolder folder;
  storage::Database database((folder.path() / "log.db").string(), storage::Use::writer);
  database.run("CREATE TABLE t (n INTEGER PRIMARY KEY, bytes BLOB)");
  storage::Checkpoints checkpoints(database, 64);
  std::int64_t longest = 0;
  for (int i = 0; i < 3000; ++i) {
    storage::Transaction transaction(database);
    storage::execute(database, "INSERT OR REPLACE INTO t VALUES (?, randomblob(6000))", i % 50);
    transaction.commit();
    checkpoints.after_commit();
    longest = std::max(longest, log_bytes(database));
  }
  // All that was written is 40 MB.
  CHECK(longest < 20'000'000);
  storage::Query check(database, "PRAGMA integrity_check");
  REQUIRE(check.next());
  CHECK(check.text(0) == "ok");
}

TEST_CASE("what is gathered for the log is read back, committed and rolled back whole") {
  test::TemporaryFolder folder;
  const std::string path = (folder.path() / "log.db").string();
  storage::Database writer(path, storage::Use::writer);
  // So small a cache spills uncommitted pages into the log and reads them again.
  writer.run("CREATE TABLE t (n INTEGER PRIMARY KEY, bytes BLOB); PRAGMA cache_size = 10");
  storage::Database reader(path, storage::Use::reader);
  const auto count = [](storage::Database& database) {
    storage::Query query(database, "SELECT count(*), ifnull(sum(length(bytes)), 0) FROM t");
    REQUIRE(query.next());
    return std::pair(query.integer(0), query.integer(1));
  };
  for (const bool keep : {true, false, true}) {
    const auto before = count(reader);
    {
      storage::Transaction transaction(writer);
      for (int i = 0; i < 400; ++i)
        storage::execute(writer, "INSERT INTO t (bytes) VALUES (randomblob(3000))");
      CHECK(count(writer).first == before.first + 400);
      CHECK(count(reader) == before);
      if (keep) transaction.commit();
    }
    CHECK(count(reader).first == before.first + (keep ? 400 : 0));
    CHECK(count(reader) == count(writer));
  }
  storage::Query check(reader, "PRAGMA integrity_check");
  REQUIRE(check.next());
  CHECK(check.text(0) == "ok");
}
