// Copies of the database while it is written to, by calls that fail, and beside what others left.
#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <thread>

#include "tests/support/faulty_disk.h"
#include "tests/support/importing_town.h"
#include "tests/support/quick_town.h"

using namespace shanzhi;
using base::ErrorCode;
using test::DiskCall;

namespace {

namespace fs = std::filesystem;

storage::VerifyReport verified(const std::string& file) {
  storage::Database database(file, storage::Use::reader);
  return storage::verify(database);
}

}  // namespace

TEST_CASE("each backup made under four writers is a beginning of the chain") {
  test::Town town;
  const app::Caller caller = town.administrator();
  std::vector<std::thread> writers;
  for (std::uint64_t t = 0; t < 4; ++t)
    writers.emplace_back([&, t] {
      for (std::uint64_t n = 1; n <= 60; ++n)
        (void)town.run("award-points",
                       test::quick_award(n % 24 + 1, test::numbered(20 + t, n), town.clock().now()),
                       caller);
    });
  std::vector<std::string> files;
  for (int i = 0; i < 6; ++i) {
    files.push_back((town.folder() / ("backup" + std::to_string(i))).string());
    CHECK(town.storage().backup(files.back()));
  }
  for (std::thread& writer : writers) writer.join();
  CHECK(town.number("SELECT count(*) FROM transfer") == 240);
  for (const std::string& file : files) {
    const auto report = verified(file);
    CHECK(report.holds());
    if (report.entries == 0) continue;
    const std::string own =
        test::rows_of(town.storage().path(), "SELECT hex(own) FROM journal WHERE position = " +
                                                 std::to_string(report.entries));
    CHECK(test::rows_of(file, "SELECT hex(own) FROM journal ORDER BY position DESC LIMIT 1") ==
          own);
    CHECK_FALSE(fs::exists(file + "-wal"));
  }
}

TEST_CASE("a backup that meets a failing disk leaves a whole file or none", "[alone]") {
  const test::TurnedClock clock;
  const test::TemporaryFolder base;
  test::make_quick_town(base.path(), clock);
  const std::string from = (base.path() / storage::kDatabaseFile).string();
  const std::pair<DiskCall, int> failings[] = {
      {DiskCall::open, SQLITE_CANTOPEN},       {DiskCall::read, SQLITE_IOERR_READ},
      {DiskCall::write, SQLITE_FULL},          {DiskCall::flush, SQLITE_IOERR_FSYNC},
      {DiskCall::lock, SQLITE_BUSY},           {DiskCall::lock, SQLITE_IOERR_LOCK},
      {DiskCall::share, SQLITE_IOERR_SHMLOCK}, {DiskCall::remove, SQLITE_IOERR_DELETE}};
  for (const auto& [call, code] : failings) {
    for (int nth = 1;; nth += 1 + nth / 10) {
      CAPTURE(test::name_of(call), code, nth);
      const test::TemporaryFolder to;
      const std::string file = (to.path() / "backup").string();
      // Both sides of the copy lie on the failing disk.
      fs::copy(base.path(), to.path(), fs::copy_options::recursive);
      test::FaultyDisk disk(to.path());
      disk.fail(call, nth, code, false);
      const auto made = storage::backup((to.path() / storage::kDatabaseFile).string(), file);
      disk.heal();
      CHECK(fs::exists(file) == made.ok());
      if (made) CHECK(verified(file).holds());
      if (!made) CHECK(made.error().code == ErrorCode::storage_failed);
      if (made) CHECK(test::rows_of(file, "SELECT count(*) FROM person") == "24|\n");
      if (!disk.struck()) break;
    }
  }
  CHECK(verified(from).holds());
}

TEST_CASE("neither backup nor restore takes a stranger's log for its own") {
  test::Town town;
  REQUIRE(town.award(test::person(1), test::kFreeRule));
  const std::string file = (town.folder() / "backup").string();
  REQUIRE(town.storage().backup(file));
  const test::TemporaryFolder other;
  std::ofstream((other.path() / storage::kDatabaseFile).string() + "-wal") << "left behind";
  CHECK(storage::restore(file, other.path().string()).error().code == ErrorCode::already_exists);
  CHECK_FALSE(fs::exists(other.path() / storage::kDatabaseFile));
  const std::string second = (town.folder() / "second").string();
  std::ofstream(second + "-journal") << "left behind";
  CHECK(town.storage().backup(second).error().code == ErrorCode::already_exists);
  CHECK_FALSE(fs::exists(second));
}

TEST_CASE("a folder that was closed is whole in its one file") {
  const test::TurnedClock clock;
  const test::TemporaryFolder folder;
  test::make_quick_town(folder.path(), clock);
  CHECK_FALSE(fs::exists((folder.path() / storage::kDatabaseFile).string() + "-wal"));
  const test::TemporaryFolder copy;
  fs::copy_file(folder.path() / storage::kDatabaseFile, copy.path() / storage::kDatabaseFile);
  const auto opened = storage::Storage::open(test::quick_options(copy.path(), clock, 1));
  REQUIRE(opened);
  CHECK_FALSE((*opened)->empty());
}

TEST_CASE("the key of identity numbers appears with all its bytes, and stays") {
  test::Town town;
  const auto first = town.storage().id_digest("371702195803120014");
  REQUIRE(first);
  town.reopen();
  CHECK(*town.storage().id_digest("371702195803120014") == *first);
  int keys = 0;
  for (const auto& file : fs::directory_iterator(town.folder()))
    keys += file.path().filename().string().starts_with("identity.key") ? 1 : 0;
  CHECK(keys == 1);
  CHECK(fs::file_size(town.folder() / "identity.key") == 32);
}
