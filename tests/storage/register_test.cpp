// Places, households, people, teams, accounts: what the use cases let through and what they refuse.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/town_fixture.h"

using namespace shanzhi;
using base::ErrorCode;
using test::household;
using test::person;

namespace {

constexpr const char* kSquare =
    R"({"type":"Polygon","coordinates":[[[115,35],[115.1,35],[115.1,35.1],[115,35.1],[115,35]]]})";
constexpr const char* kBowTie =
    R"({"type":"Polygon","coordinates":[[[115,35],[115.1,35.1],[115.1,35],[115,35.1],[115,35]]]})";

api::SavePlace place(test::Town& town, const char* code, places::Level level, const char* parent) {
  api::SavePlace command;
  command.id.uuid = town.fresh();
  command.code = code;
  command.name = "新地";
  command.level = level;
  command.parent = parent;
  return command;
}

template <class Command>
std::optional<ErrorCode> refusal(test::Town& town, const char* name, const Command& command,
                                 const app::Caller& caller) {
  const auto answer = town.run(name, command, caller);
  return answer ? std::nullopt : std::optional(answer.error().code);
}

}  // namespace

TEST_CASE("a new grid takes its number in the tree and can be reached at once") {
  test::Town town;
  auto command = place(town, "370000001201-G03", places::Level::grid, "370000001201");
  command.outline = kSquare;
  REQUIRE(town.run("save-place", command, town.administrator()));
  CHECK(town.number("SELECT count(*) FROM place a, place b WHERE a.id <> b.id AND a.low = b.low") ==
        0);
  CHECK(town.number("SELECT count(*) FROM place g, place v WHERE v.code = '370000001201' AND "
                    "g.low BETWEEN v.low AND v.high") == 4);
  CHECK(town.text("SELECT outline FROM place WHERE code = '370000001201-G03'") == kSquare);
  CHECK(town.faults() == "");
}

TEST_CASE("the tree of places refuses what would break it") {
  test::Town town;
  const auto admin = town.administrator();
  const auto refused = [&](const api::SavePlace& command) {
    return refusal(town, "save-place", command, admin);
  };
  CHECK(refused(place(town, "370000001201-G09", places::Level::grid, "nowhere")) ==
        ErrorCode::not_found);
  CHECK(refused(place(town, "370000001202-G09", places::Level::grid, "370000001201")) ==
        ErrorCode::malformed);
  CHECK(refused(place(town, "370000009", places::Level::town, "370000001201")) ==
        ErrorCode::out_of_range);
  CHECK(refused(place(town, "370000009", places::Level::county, "")) == ErrorCode::missing_field);
  auto crossed = place(town, "370000001201-G01", places::Level::grid, "370000001201");
  crossed.outline = kBowTie;
  CHECK(refused(crossed) == ErrorCode::malformed);
  const auto hub = town.caller(api::Role::hub_officer, "370000001201");
  CHECK(refusal(town, "save-place",
                place(town, "370000001202-G01", places::Level::grid, "370000001202"),
                hub) == ErrorCode::not_found);
}

TEST_CASE("moving house carries a person's sums to the new household") {
  test::Town town;
  REQUIRE(town.award(person(2), test::kHourRule, 60));
  api::MovePerson command;
  command.id.uuid = town.fresh();
  command.person = person(2);
  command.household = household(5);
  command.relation = people::Relation::son;
  command.reason = "分户";
  REQUIRE(town.run("move-person", command, town.administrator()));
  CHECK(town.number("SELECT balance FROM household WHERE id = 1") == 0);
  CHECK(town.number("SELECT balance FROM household WHERE id = 5") == 100);
  CHECK(town.number("SELECT members FROM household WHERE id = 5") == 3);
  CHECK(town.text("SELECT before FROM journal WHERE what = 'person_moved'")
            .find(base::to_text(household(1).uuid)) != std::string::npos);
  CHECK(town.faults() == "");
}

TEST_CASE("a household number is unique in its village, not in the town") {
  test::Town town;
  api::SaveHousehold command;
  command.id.uuid = town.fresh();
  command.number = "H1";
  command.grid = "370000001201-G02";
  CHECK(refusal(town, "save-household", command, town.administrator()) ==
        ErrorCode::already_exists);
  command.grid = "370000001202-G01";
  CHECK(town.run("save-household", command, town.administrator()));
}

TEST_CASE("a household stands at a whole point or at none, and the journal says which it was") {
  test::Town town;
  api::SaveHousehold command;
  command.id = household(1);
  command.number = "H1";
  command.grid = "370000001201-G01";
  command.longitude = 115.41;
  const auto half = town.run("save-household", command, town.administrator());
  REQUIRE_FALSE(half);
  CHECK(half.error().code == ErrorCode::missing_field);
  CHECK(half.error().field == "/latitude");
  std::swap(command.longitude, command.latitude);
  command.latitude = 35.37;
  CHECK(town.run("save-household", command, town.administrator()).error().field == "/longitude");
  command.longitude = 115.41;
  REQUIRE(town.run("save-household", command, town.administrator()));
  CHECK(town.text("SELECT longitude || ' ' || latitude FROM household WHERE id = 1") ==
        "115.41 35.37");
  command.longitude.reset(), command.latitude.reset();
  REQUIRE(town.run("save-household", command, town.administrator()));
  CHECK(town.number("SELECT count(*) FROM household WHERE longitude IS NOT NULL") == 0);
  CHECK(town.text("SELECT before ->> 'longitude' || after FROM journal ORDER BY position DESC "
                  "LIMIT 1")
            .rfind("115.41{", 0) == 0);
  CHECK_THROWS(test::tamper((town.folder() / storage::kDatabaseFile).string(),
                            "PRAGMA ignore_check_constraints = OFF;"
                            "UPDATE household SET latitude = 35 WHERE id = 1"));
  CHECK(town.faults() == "");
}

TEST_CASE("saving a person twice with their own id is no repeat") {
  test::Town town;
  api::SavePerson command;
  command.id = person(1);
  command.household = household(1);
  command.name = "单雄信";
  command.relation = people::Relation::head;
  command.phone = "138 0000 1234";
  REQUIRE(town.run("save-person", command, town.administrator(), command.id.uuid));
  command.name = "单信";
  const auto second = town.run("save-person", command, town.administrator(), command.id.uuid);
  REQUIRE(second);
  CHECK_FALSE(second->replayed);
  CHECK(town.text("SELECT name || full_pinyin || phone FROM person WHERE id = 1") ==
        "单信shanxin13800001234");
  CHECK(town.text("SELECT head_name FROM household WHERE id = 1") == "单信");
  CHECK(town.number("SELECT count(*) FROM journal WHERE after LIKE '%13800001234%'") == 0);
  command.id = person(2);
  CHECK(refusal(town, "save-person", command, town.administrator()) == ErrorCode::already_exists);
}

TEST_CASE("a team's leader is one of its members") {
  test::Town town;
  api::SaveTeam command;
  command.id.uuid = town.fresh();
  command.name = "乐活帮";
  command.place = "370000001201";
  command.leader = person(1);
  command.members = {base::to_text(person(2).uuid)};
  REQUIRE(town.run("save-team", command, town.administrator()));
  CHECK(town.number("SELECT count(*) FROM team_member") == 2);
  command.members.push_back(command.members.front());
  CHECK(refusal(town, "save-team", command, town.administrator()) == ErrorCode::out_of_range);
}

TEST_CASE("the first real root takes the place of the stand-in") {
  test::Town town(false);
  REQUIRE(town.storage().await_first_administrator());
  const auto console = town.storage().console();
  REQUIRE(console);
  REQUIRE(town.run("save-place", place(town, "371702106", places::Level::town, ""), *console));
  CHECK(town.number("SELECT count(*) FROM place") == 1);
  CHECK(town.storage().setting("town") == "371702106");
  CHECK(town.faults() == "");
  CHECK(refusal(town, "save-place", place(town, "371702107", places::Level::town, ""), *console) ==
        ErrorCode::missing_field);
}
