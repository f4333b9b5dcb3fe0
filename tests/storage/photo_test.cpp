// Photographs of awards in storage: whose they are, that each proves one award, how long they wait, that the
// chain and a backup hold them.
#include <catch2/catch_test_macros.hpp>

#include "server/app/photos.h"
#include "server/storage/read/queries.h"
#include "shared/base/sha256.h"
#include "tests/support/importing_town.h"
#include "tests/support/small_jpeg.h"

namespace shanzhi::test {
namespace {

using base::ErrorCode;

/// The small town with two officers who have accounts, a neighbour village's officer, and a resident.
class Photographed : public Town {
 public:
  Photographed() {
    add("zhou", api::Role::village_officer, "370000001201");
    add("wang", api::Role::village_officer, "370000001201");
    add("far", api::Role::village_officer, "370000001202");
  }
  app::Caller user(const std::string& name, const std::string& place = "370000001201") {
    app::Caller out = caller(api::Role::village_officer, place);
    for (const app::UserRecord& each : storage().users())
      if (each.name == name) out.user = each.row, out.user_id = each.id;
    REQUIRE(out.user != 0);
    return out;
  }
  base::Result<api::PhotoKept> keep(const std::string& bytes, const app::Caller& who) {
    return photos_.keep(bytes, who);
  }
  /// The id of another picture for each number.
  std::string kept(int which, const app::Caller& who) {
    const auto photo = keep(camera_jpeg(which), who);
    REQUIRE(photo);
    return photo->id;
  }
  base::Result<app::Answer> award(const std::vector<std::string>& photos, const app::Caller& who,
                                  base::Uuid id = {}) {
    api::AwardPoints command = award_command(person(1), kFreeRule);
    if (!id.none()) command.id.uuid = id;
    command.photos = photos;
    return run("award-points", command, who);
  }
  base::Result<std::string> open(const std::string& id, const app::Caller& who) {
    return photos_.open({{"id", id}}, who);
  }
  api::PassbookLine first_line(const app::Caller& who) {
    const auto answer = queries_->run("passbook", {{"person", base::to_text(person(1).uuid)}}, who);
    REQUIRE(answer);
    return describe::from_answer<api::Passbook>(answer->json).value().lines.front();
  }

 private:
  void add(const char* name, api::Role role, const char* place) {
    REQUIRE(storage().add_user({name, name, place, role, "correct horse", {}}));
  }
  std::unique_ptr<app::Queries> queries_ = storage::open_queries(storage().path(), clock());
  app::PhotoService photos_{*queries_, [this](const app::Caller& who, const auto& work) {
                              return storage().run_work(who, work);
                            }};
};

ErrorCode code_of(const auto& result) {
  return result ? ErrorCode::internal : result.error().code;
}
std::string field_of(const auto& result) {
  return result ? "" : result.error().field;
}

}  // namespace

TEST_CASE("a photograph is kept clean under its hash, and the same picture is the same one") {
  Photographed town;
  const app::Caller zhou = town.user("zhou");
  const auto photo = town.keep(camera_jpeg(), zhou);
  REQUIRE(photo);
  CHECK(photo->width == 24);
  CHECK(photo->height == 16);
  CHECK(town.kept(0, zhou) == photo->id);
  CHECK(town.number("SELECT count(*) FROM photo") == 1);
  CHECK(town.number("SELECT instr(bytes, CAST('34.8511N' AS BLOB)) FROM photo") == 0);
  CHECK(town.text("SELECT lower(hex(id)) FROM photo") == photo->id);
  CHECK(code_of(town.keep("no picture", zhou)) == ErrorCode::unsupported_media);
  app::Caller token = zhou;
  token.user = 0;
  CHECK(code_of(town.keep(camera_jpeg(), token)) == ErrorCode::not_permitted);
}

TEST_CASE("an award names photographs in its entry, and its line shows them in their order") {
  Photographed town;
  const app::Caller zhou = town.user("zhou");
  const std::vector<std::string> named{town.kept(3, zhou), town.kept(1, zhou), town.kept(2, zhou)};
  REQUIRE(town.award(named, zhou));
  CHECK(town.first_line(zhou).photos == named);
  CHECK(town.text("SELECT after FROM journal ORDER BY position DESC LIMIT 1") ==
        "{\"photos\":[\"" + named[0] + "\",\"" + named[1] + "\",\"" + named[2] + "\"]}");
  const auto bytes = town.open(named[1], zhou);
  REQUIRE(bytes);
  CHECK(base::to_hex(base::sha256(*bytes)) == named[1]);
  CHECK(photos::clean_jpeg(*bytes).value().bytes == *bytes);
  CHECK(town.faults() == "");
  const auto line = town.first_line(zhou);
  REQUIRE(town.reverse(line.transfer));
  CHECK(town.open(named[0], zhou));
  CHECK(town.faults() == "");
}

TEST_CASE(
    "a photograph proves one award and belongs to who brought it; a repeat is the same award") {
  Photographed town;
  const app::Caller zhou = town.user("zhou"), wang = town.user("wang");
  const std::string photo = town.kept(1, zhou);
  CHECK(code_of(town.award({photo}, wang)) == ErrorCode::not_found);
  CHECK(field_of(town.award({photo}, wang)) == "/photos/0");
  CHECK(code_of(town.keep(camera_jpeg(1), wang)) == ErrorCode::already_exists);
  CHECK(code_of(town.award({photo, photo}, zhou)) == ErrorCode::in_use);
  CHECK(code_of(town.award({std::string(64, '0')}, zhou)) == ErrorCode::not_found);
  CHECK(code_of(town.award({"37"}, zhou)) == ErrorCode::malformed);
  CHECK(town.number("SELECT count(*) FROM transfer") == 0);
  const base::Uuid id = town.fresh();
  REQUIRE(town.award({photo}, zhou, id));
  const auto again = town.award({photo}, zhou, id);
  REQUIRE(again);
  CHECK(again->replayed);
  CHECK(code_of(town.award({photo}, zhou)) == ErrorCode::in_use);
  CHECK(town.kept(1, zhou) == photo);  // brought once more: still the one that is taken
  CHECK(town.number("SELECT count(*) FROM transfer") == 1);
  api::AwardPoints four = town.award_command(person(1), kFreeRule);
  four.photos.assign(4, photo);
  CHECK(code_of(town.run("award-points", four, zhou)) == ErrorCode::out_of_range);
}

TEST_CASE("what no award names goes after a day; what one names stays") {
  Photographed town;
  const app::Caller zhou = town.user("zhou");
  const std::string left = town.kept(1, zhou), named = town.kept(2, zhou);
  REQUIRE(town.award({named}, zhou));
  town.clock().turn(base::kMsPerDay - 1);
  const std::string kept = town.kept(3, zhou);
  CHECK(town.number("SELECT count(*) FROM photo") == 3);
  town.clock().turn(2);
  (void)town.kept(4, zhou);
  CHECK(town.number("SELECT count(*) FROM photo") == 3);
  CHECK(code_of(town.award({left}, zhou)) == ErrorCode::not_found);
  CHECK(town.award({kept}, zhou));
  for (int n = 0; n < app::kPhotosWaitingMax + 1; ++n) (void)town.keep(small_jpeg(100 + n), zhou);
  CHECK(code_of(town.keep(small_jpeg(99), zhou)) == ErrorCode::too_many_attempts);
}

TEST_CASE("a photograph is seen by whoever may open the archive, and by nobody else") {
  Photographed town;
  const app::Caller zhou = town.user("zhou");
  const std::string photo = town.kept(1, zhou);
  CHECK(code_of(town.open(photo, zhou)) == ErrorCode::not_found);  // of no award yet
  REQUIRE(town.award({photo}, zhou));
  app::Caller resident = town.caller(api::Role::volunteer, "370000001");
  const auto as = [&](std::uint64_t number) {
    resident.person = static_cast<std::int64_t>(number);
    return town.open(photo, resident);
  };
  CHECK(as(1));
  CHECK(as(2));  // of the same household
  CHECK(code_of(as(3)) == ErrorCode::not_found);
  CHECK(town.open(photo, town.caller(api::Role::auditor, "370000001")));
  CHECK(code_of(town.open(photo, town.user("far", "370000001202"))) == ErrorCode::not_found);
  CHECK(code_of(town.open(photo, town.caller(api::Role::grid_worker, "370000001201-G02"))) ==
        ErrorCode::not_found);
  CHECK(code_of(town.open(photo, town.caller(api::Role::display, "370000001"))) ==
        ErrorCode::not_permitted);
  CHECK(code_of(town.open("../" + photo.substr(3), zhou)) == ErrorCode::malformed);
}

TEST_CASE("a photograph changed, exchanged, removed or slipped in is seen and named") {
  Photographed town;
  const app::Caller zhou = town.user("zhou");
  const std::string one = town.kept(1, zhou), two = town.kept(2, zhou);
  REQUIRE(town.award({one}, zhou));
  REQUIRE(town.award({two}, zhou));
  REQUIRE(town.faults() == "");
  CHECK_THROWS(tamper(town.storage().path(), "UPDATE photo SET at = at + 1"));
  CHECK_THROWS(tamper(town.storage().path(), "DELETE FROM photo"));
  const auto kept = (town.folder() / "kept.backup").string();
  REQUIRE(town.storage().backup(kept));
  const char* open =
      "DROP TRIGGER photo_is_proof; DROP TRIGGER photo_is_itself; DROP TRIGGER photo_stays;";
  for (const char* change : {"UPDATE photo SET bytes = CAST(bytes || 'x' AS BLOB) WHERE number = 1",
                             "DELETE FROM photo WHERE rowid = 1",
                             "UPDATE photo SET entry = NULL, number = NULL WHERE rowid = 2",
                             "UPDATE photo SET number = 2 WHERE rowid = 2",
                             "UPDATE photo SET entry = -entry; UPDATE photo SET entry = entry + "
                             "(SELECT sum(position) FROM"
                             " (SELECT position FROM journal ORDER BY position DESC LIMIT 2))"}) {
    INFO(change);
    const TemporaryFolder folder;
    std::filesystem::copy_file(kept, folder.path() / storage::kDatabaseFile);
    const auto path = (folder.path() / storage::kDatabaseFile).string();
    tamper(path, std::string(open) + change);
    storage::Database database(path, storage::Use::reader);
    const auto report = storage::verify(database);
    REQUIRE_FALSE(report.holds());
    const std::string told = storage::sentence(report.findings.back(), true);
    INFO(told);
    CHECK(told.find("photo") != std::string::npos);
  }
}

TEST_CASE("a backup brings back every photograph, byte for byte") {
  Photographed town;
  const app::Caller zhou = town.user("zhou");
  const std::string photo = town.kept(1, zhou);
  REQUIRE(town.award({photo}, zhou));
  const std::string bytes = *town.open(photo, zhou);
  const auto file = (town.folder() / "town.backup").string();
  REQUIRE(town.storage().backup(file));
  const TemporaryFolder folder;
  const auto restored = storage::restore(file, (folder.path() / "new").string());
  REQUIRE(restored);
  CHECK(restored->holds());
  const auto path = (folder.path() / "new" / storage::kDatabaseFile).string();
  CHECK(rows_of(path, "SELECT lower(hex(id)), hex(bytes) FROM photo") ==
        rows_of(town.storage().path(), "SELECT lower(hex(id)), hex(bytes) FROM photo"));
  const auto queries = storage::open_queries(path, town.clock());
  CHECK(queries->run("photo", {{"id", photo}}, zhou).value().json == bytes);
}

}  // namespace shanzhi::test
