// Databases as every landed version wrote them, kept as text in tests/storage/schemas: each is brought
// to today's schema with all its rows, also when that is interrupted; one from the future is refused.
#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <iterator>

#include "server/app/photos.h"
#include "server/storage/migrations.h"
#include "shared/api/alarms.h"
#include "shared/api/family.h"
#include "shared/api/hall.h"
#include "shared/base/sha256.h"
#include "tests/support/faulty_disk.h"
#include "tests/support/importing_town.h"
#include "tests/support/quick_town.h"
#include "tests/support/schema_text.h"
#include "tests/support/small_jpeg.h"

using namespace shanzhi;
using test::person;

namespace {

namespace fs = std::filesystem;

fs::path file_of(int version) {
  std::string number = std::to_string(version);
  number.insert(0, 4 - number.size(), '0');
  return fs::path(SHANZHI_SOURCE_DIR) / "tests/storage/schemas" / (number + ".sql");
}

std::string read_whole(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

int newest() {
  return storage::migrations().back().version;
}

std::string database_in(const fs::path& folder) {
  return (folder / storage::kDatabaseFile).string();
}

/// A folder with the database of that version.
void put(const fs::path& folder, int version) {
  test::make_from_text(database_in(folder), read_whole(file_of(version)));
}

// May write: what was cut short is rolled back by whoever opens it first.
int version_of(const std::string& path) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE);
  return database.execAndGet("PRAGMA user_version").getInt();
}

std::string fresh_schema(const base::Clock& clock) {
  const test::TemporaryFolder folder;
  REQUIRE(storage::Storage::open(test::quick_options(folder.path(), clock, 1)));
  return test::schema_of(database_in(folder.path()));
}

/// Today's schema, a ledger that holds, and room for more.
void check_whole(const fs::path& folder, const base::Clock& clock, const std::string& schema) {
  const auto opened = storage::Storage::open(test::quick_options(folder, clock, 1));
  REQUIRE(opened);
  CHECK(version_of((*opened)->path()) == newest());
  CHECK(test::schema_of((*opened)->path()) == schema);
  const auto report = (*opened)->verify();
  if (!report.holds()) FAIL_CHECK(storage::sentence(report.findings.front(), true));
  CHECK(report.transfers > 10);
  const auto award = test::quick_award(2, test::numbered(40, 1), clock.now());
  CHECK((*opened)->commands().run(
      {"award-points", describe::to_json(award), {}, test::quick_administrator()}));
}

}  // namespace

TEST_CASE("a database of every landed version keeps its rows and gets today's schema") {
  const test::TurnedClock clock;
  const std::string schema = fresh_schema(clock);
  for (const storage::Migration& step : storage::migrations()) {
    const int version = step.version;
    CAPTURE(version);
    INFO("make the newest by: shanzhi_storage_tests \"[make-schema]\"");
    REQUIRE(fs::exists(file_of(version)));
    const test::TemporaryFolder old, folder;
    put(old.path(), version);
    put(folder.path(), version);
    CHECK(version_of(database_in(folder.path())) == version);
    REQUIRE(storage::Storage::open(test::quick_options(folder.path(), clock, 1)));
    CHECK(test::content_of(database_in(folder.path()), database_in(old.path())) ==
          test::content_of(database_in(old.path()), database_in(old.path())));
    check_whole(folder.path(), clock, schema);
  }
}

TEST_CASE("a migration cut short at any write leaves a version that is whole") {
  const test::TurnedClock clock;
  const std::string schema = fresh_schema(clock);
  const test::TemporaryFolder base;
  put(base.path(), 1);
  for (int cut = 1;; ++cut) {
    const std::uint64_t seed = Catch::getSeed() + static_cast<std::uint64_t>(cut);
    CAPTURE(cut, seed);
    std::mt19937_64 random(seed);
    const test::TemporaryFolder before, after;
    fs::copy(base.path(), before.path(), fs::copy_options::recursive);
    bool dark = false;
    {
      test::FaultyDisk disk(before.path());
      disk.cut_power(cut);
      (void)storage::Storage::open(test::quick_options(before.path(), clock, 1));
      dark = disk.struck();
      disk.write_platter(after.path(), random);
    }
    const int version = version_of(database_in(after.path()));
    REQUIRE(version >= 1);
    REQUIRE(version <= newest());
    const test::TemporaryFolder same;
    put(same.path(), version);
    REQUIRE(test::schema_of(database_in(after.path())) ==
            test::schema_of(database_in(same.path())));
    check_whole(after.path(), clock, schema);
    if (!dark) break;
    REQUIRE(cut < 500);
  }
}

TEST_CASE("a database of a newer program is refused and left as it is") {
  const test::TurnedClock clock;
  const test::TemporaryFolder folder;
  put(folder.path(), newest());
  test::tamper(database_in(folder.path()), "PRAGMA user_version = " + std::to_string(newest() + 1));
  const auto opened = storage::Storage::open(test::quick_options(folder.path(), clock, 1));
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == base::ErrorCode::out_of_range);
  CHECK(opened.error().shown == std::to_string(newest() + 1));
  CHECK(opened.error().shown2 == std::to_string(newest()));
  CHECK(version_of(database_in(folder.path())) == newest() + 1);
}

// Not run with the others: writes the file of the newest version, once, before it lands.
TEST_CASE("the newest schema's file is written", "[.][make-schema]") {
  test::ImportingTown town;
  REQUIRE(town.storage().add_user(
      {"zhoumin", "周敏", "", api::Role::town_administrator, "correct horse", {}}));
  REQUIRE(town.storage().issue_token({"大屏", "", api::Role::display, {}}));
  for (std::uint64_t n = 1; n <= 8; ++n) {
    const auto posted = town.award(person(n), test::kHourRule, static_cast<std::int64_t>(n) * 12);
    REQUIRE(posted);
    if (n % 3 == 0) REQUIRE(town.reverse(posted->transfer));
    REQUIRE(town.award(person(n), test::kFreeRule));
    if (n % 4 == 0) REQUIRE(town.award(person(n), test::kLitterRule));
  }
  (void)town.imported("teams", "队伍名称,所属地区\n红心服务队,370000001201\n");
  (void)town.imported(
      "roster", "姓名,村,网格,户号,与户主关系\n王新,370000001201,370000001201-G01,H-0101,户主\n");
  api::RaiseAlarm alarm;
  alarm.id.uuid = town.fresh();
  alarm.place = "370000001201-G01";
  alarm.matter = "老人走失";
  alarm.forces = {{"打更巡逻队", "370000001202", 6, 5}};
  REQUIRE(town.run("raise-alarm", alarm, town.administrator()));
  api::SaveHallScenes scenes;
  scenes.id.uuid = town.fresh();
  scenes.place = "370000001";
  scenes.scenes = hall::usual_scenes();
  REQUIRE(town.run("save-hall-scenes", scenes, town.administrator()));
  api::SavePerson relative;
  relative.id = person(9);
  relative.household = test::household(5);
  relative.name = "赵建国";
  relative.phone = "13912345678";
  REQUIRE(town.run("save-person", relative, town.administrator()));
  api::GrantFamilyAccess consent;
  consent.id.uuid = town.fresh();
  consent.person = person(1);
  consent.relative = "赵建国";
  consent.phone = "13912345678";
  REQUIRE(town.run("grant-family-access", consent, town.administrator()));
  app::Caller zhou = town.administrator();
  const auto users = town.storage().users();
  zhou.user = users.front().row, zhou.user_id = users.front().id;
  for (const int which : {1, 2}) {
    const auto clean = photos::clean_jpeg(test::camera_jpeg(which));
    REQUIRE(clean);
    const auto kept = town.storage().run_work(zhou, [&](app::Work& work) {
      return app::keep_photo(work, base::sha256(clean->bytes), *clean);
    });
    REQUIRE(kept);
    if (which == 2) continue;  // one waits
    api::AwardPoints proven = town.award_command(person(5), test::kFreeRule);
    proven.photos = {describe::from_answer<api::PhotoKept>(kept->json).value().id};
    REQUIRE(town.run("award-points", proven, zhou));
  }
  REQUIRE(town.faults() == "");
  REQUIRE_FALSE(fs::exists(file_of(newest())));
  std::ofstream(file_of(newest())) << "-- A small town as this version of the schema had it, for "
                                      "tests/storage/migration_test.cpp.\n"
                                   << test::text_of(town.storage().path());
}
