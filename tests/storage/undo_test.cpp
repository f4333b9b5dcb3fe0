// Taking an import back: the register is as it was, or the undo is refused by name and changes nothing.
#include <catch2/catch_test_macros.hpp>

#include "shared/text/text.h"
#include "tests/support/importing_town.h"

using namespace shanzhi;
using base::ErrorCode;
using test::household;
using test::person;

namespace {

constexpr const char* kVillage = "370000001201";
/// Two new households with three people, and a phone and a house for somebody known.
constexpr const char* kRoster =
    "姓名,村,网格,户号,与户主关系,手机号,经度,纬度\n"
    "王新,370000001201,370000001201-G01,H-0101,户主,13911110001,115.41,35.37\n"
    "王小新,370000001201,370000001201-G01,H-0101,儿子,,,\n"
    "赵新,370000001201,370000001201-G02,H-0102,户主,13911110003,,\n"
    "张小三,370000001201,370000001201-G01,H1,户主,13911110009,115.42,35.38\n";
constexpr const char* kTeams =
    "队伍名称,所属地区\n红心服务队,370000001201\n银龄服务队,370000001202\n";
constexpr const char* kMerchants = "商户名称,村,行业\n便民超市,370000001201,超市\n";
constexpr const char* kRules =
    "code,name,field,direction,unit,points\nNEW-01,新规则,生态治理,加分,次,2\n";
/// A new village, into which a known grid's sister moves, and a known village under a new name.
constexpr const char* kPlaces =
    "code,name,parent,level\n"
    "370000001203,新村,370000001,村\n"
    "370000001203-G01,第1网格,370000001203,网格\n"
    "370000001202,潭下村,370000001,村\n"
    "370000001202-G02,第2网格,370000001203,网格\n";

api::SavePerson edit_of(test::Town& town, const char* name) {
  api::SavePerson edit;
  edit.id.uuid = *base::parse_uuid(
      town.text(std::string("SELECT lower(substr(hex(uuid),1,8)||'-'||substr(hex(uuid),9,4)||'-'||"
                            "substr(hex(uuid),13,4)||'-'||substr(hex(uuid),17,4)||'-'||"
                            "substr(hex(uuid),21)) FROM person WHERE name = '") +
                name + "' ORDER BY id LIMIT 1"));
  edit.household.uuid = *base::parse_uuid(
      town.text(std::string("SELECT lower(substr(hex(h.uuid),1,8)||'-'||substr(hex(h.uuid),9,4)||"
                            "'-'||substr(hex(h.uuid),13,4)||'-'||substr(hex(h.uuid),17,4)||'-'||"
                            "substr(hex(h.uuid),21)) FROM person p JOIN household h ON "
                            "h.id = p.household_id WHERE p.name = '") +
                name + "' ORDER BY p.id LIMIT 1"));
  edit.name = name;
  edit.relation = people::Relation::head;
  return edit;
}

/// Refused in a sentence that names what is in the way, and nothing has changed.
void check_refused(test::ImportingTown& town, base::ImportId import, const std::string& name) {
  const std::string before = town.state();
  const auto undone = town.undo(import);
  REQUIRE_FALSE(undone);
  CHECK(undone.error().code == ErrorCode::in_use);
  const std::string words = text::sentence(undone.error(), text::Language::chinese);
  INFO(words);
  CHECK(words.find(name) != std::string::npos);
  CHECK(town.state() == before);
  CHECK(town.faults() == "");
}

}  // namespace

TEST_CASE("an import of each kind is taken back and leaves the register as it was") {
  const std::pair<const char*, const char*> files[] = {{"roster", kRoster},
                                                       {"places", kPlaces},
                                                       {"merchants", kMerchants},
                                                       {"teams", kTeams},
                                                       {"rules", kRules}};
  test::ImportingTown town;
  REQUIRE(town.award(person(1), test::kSweepRule));
  for (const auto& [kind, csv] : files) {
    INFO(kind);
    const std::string before = town.state();
    const auto import = town.imported(kind, csv);
    CHECK(town.state() != before);
    CHECK(town.faults() == "");
    const auto undone = town.undo(import);
    if (!undone) FAIL(text::sentence(undone.error(), text::Language::english));
    CHECK(town.state() == before);
    CHECK(town.faults() == "");
  }
}

TEST_CASE("imports taken back one after the other, the last one first, leave nothing") {
  test::ImportingTown town;
  const std::string before = town.state();
  const auto places = town.imported("places", kPlaces);
  const auto roster = town.imported("roster", kRoster);
  const auto teams = town.imported("teams", kTeams);
  CHECK(town.undo(teams));
  CHECK(town.undo(roster));
  CHECK(town.undo(places));
  CHECK(town.state() == before);
  CHECK(town.faults() == "");
}

TEST_CASE("an undo sent twice is the same undo, and another one of that import is refused") {
  test::ImportingTown town;
  const auto import = town.imported("roster", kRoster);
  const base::Uuid id = town.fresh();
  const auto first = town.undo(import, id);
  const auto again = town.undo(import, id);
  REQUIRE(first);
  REQUIRE(again);
  CHECK(again->replayed);
  CHECK(again->json == first->json);
  const std::string before = town.state();
  const auto other = town.undo(import);
  REQUIRE_FALSE(other);
  CHECK(text::sentence(other.error(), text::Language::chinese).find("已经撤销过") !=
        std::string::npos);
  CHECK(town.state() == before);
  CHECK(town.imported("roster", kRoster) != import);  // and the file may come in again
}

TEST_CASE("an import on which points hang is not taken back") {
  test::ImportingTown town;
  const auto import = town.imported("roster", kRoster);
  const auto edit = edit_of(town, "王新");
  const auto posted = town.award(edit.id, test::kFreeRule, {}, 600);
  REQUIRE(posted);
  check_refused(town, import, "王新");
  // Also when nothing is left of them: the passbook stays.
  REQUIRE(town.award(edit.id, test::kLitterRule));
  REQUIRE(town.award(edit.id, test::kLitterRule));
  REQUIRE(town.number("SELECT balance FROM person WHERE name = '王新'") == 0);
  check_refused(town, import, "王新");
}

TEST_CASE("what was changed by hand after an import is not lost with it") {
  test::ImportingTown town;
  const auto import = town.imported("roster", kRoster);
  SECTION("somebody new") {
    auto edit = edit_of(town, "王小新");
    edit.relation = people::Relation::son;
    edit.phone = "13922220000";
    REQUIRE(town.run("save-person", edit, town.administrator()));
    check_refused(town, import, "王小新");
  }
  SECTION("somebody known") {
    auto edit = edit_of(town, "张小三");
    edit.phone = "13922220001";
    REQUIRE(town.run("save-person", edit, town.administrator()));
    check_refused(town, import, "张小三");
  }
  SECTION("who moved away") {
    api::MovePerson move;
    move.id.uuid = town.fresh();
    move.person = edit_of(town, "王小新").id;
    move.household = household(4);
    move.reason = "分户";
    REQUIRE(town.run("move-person", move, town.administrator()));
    check_refused(town, import, "王小新");
  }
  SECTION("who joined a team") {
    api::SaveTeam team;
    team.id.uuid = town.fresh();
    team.name = "乐活帮";
    team.place = kVillage;
    team.members = {base::to_text(edit_of(town, "赵新").id.uuid)};
    REQUIRE(town.run("save-team", team, town.administrator()));
    check_refused(town, import, "赵新");
  }
  SECTION("who signs in") {
    REQUIRE(town.storage().add_user({"wangxin", "王新", kVillage, api::Role::volunteer,
                                     "correct horse", edit_of(town, "王新").id}));
    check_refused(town, import, "王新");
  }
  SECTION("a household") {
    api::SaveHousehold edit;
    edit.id = household(1);
    edit.number = "H1";
    edit.grid = "370000001201-G01";
    edit.address = "东街 1 号";
    REQUIRE(town.run("save-household", edit, town.administrator()));
    check_refused(town, import, "H1");
  }
}

TEST_CASE("a team that people joined and a place that somebody works at keep their import") {
  test::ImportingTown town;
  const auto teams = town.imported("teams", kTeams);
  api::SaveTeam team;
  team.id.uuid = *base::parse_uuid(
      town.text("SELECT lower(substr(hex(uuid),1,8)||'-'||substr(hex(uuid),9,4)||'-'||"
                "substr(hex(uuid),13,4)||'-'||substr(hex(uuid),17,4)||'-'||substr(hex(uuid),21)) "
                "FROM team WHERE name = '红心服务队'"));
  team.name = "红心服务队";
  team.place = kVillage;
  team.members = {base::to_text(person(1).uuid)};
  REQUIRE(town.run("save-team", team, town.administrator()));
  check_refused(town, teams, "红心服务队");
  const auto places = town.imported("places", kPlaces);
  REQUIRE(town.storage().add_user(
      {"xincun", "新村干部", "370000001203", api::Role::village_officer, "correct horse", {}}));
  check_refused(town, places, "新村");
}

TEST_CASE("an import under a later one is taken back after it") {
  test::ImportingTown town;
  const std::string before = town.state();
  const auto first = town.imported("roster", kRoster);
  const auto second = town.imported("roster",
                                    "姓名,村,网格,户号,与户主关系,手机号\n"
                                    "王新,370000001201,370000001201-G01,H-0101,户主,13933330000\n");
  check_refused(town, first, "王新");
  CHECK(town.undo(second));
  CHECK(town.undo(first));
  CHECK(town.state() == before);
}

TEST_CASE("the first import of places into an empty folder is taken back too") {
  test::ImportingTown town(false);
  REQUIRE(town.storage().console());
  REQUIRE(town.storage().add_user(
      {"first", "首任", "", api::Role::town_administrator, "correct horse", {}}));
  const std::string before = town.state();
  const char* file =
      "code,name,parent,level\n371702106,小留镇,,镇\n371702106201,小留村,371702106,村\n";
  const auto import = town.imported("places", file);
  CHECK(town.storage().setting("town") == "371702106");
  CHECK(town.faults() == "");
  const auto undone = town.undo(import);
  if (!undone) FAIL(text::sentence(undone.error(), text::Language::english));
  CHECK(town.state() == before);
  CHECK(town.faults() == "");
  const auto again = town.imported("places", file);
  REQUIRE(town.storage().add_user(
      {"second", "次任", "", api::Role::town_administrator, "correct horse", {}}));
  check_refused(town, again, "小留镇");
}
