// 帮家人看: what a consent lets a relative read, whom it leaves out, and that its end is the end.
#include <catch2/catch_test_macros.hpp>

#include "server/storage/read/queries.h"
#include "shared/api/registry.h"
#include "tests/support/town_fixture.h"

using namespace shanzhi;
using api::Role;
using base::ErrorCode;

namespace {

constexpr const char* kElder = "王秀英";
constexpr const char* kHusband = "赵老栓";
constexpr const char* kSon = "赵建国";
constexpr const char* kNumber = "13912345678";
constexpr const char* kDistant = "370000001202-G01";

std::string text_of(base::PersonId id) {
  return base::to_text(id.uuid);
}

/// An elder with her husband in one village, her son in another.
struct Family {
  Family() {
    name(elder, kElder, "");
    name(husband, kHusband, "13912345670");
    name(son, kSon, kNumber);
    REQUIRE(town.award(elder, test::kFreeRule));
    REQUIRE(town.award(husband, test::kFreeRule));
  }
  void name(base::PersonId who, const std::string& name, const std::string& phone) {
    test::tamper(town.storage().path(), "UPDATE person SET name = '" + name + "', phone = '" +
                                            phone + "' WHERE id = " + std::to_string(row(who)));
  }
  std::int64_t row(base::PersonId who) {
    std::string hex = text_of(who);
    std::erase(hex, '-');
    return town.number("SELECT id FROM person WHERE uuid = x'" + hex + "'");
  }
  app::Caller resident(base::PersonId who, const char* grid) {
    app::Caller caller = town.caller(Role::volunteer, grid);
    caller.person = row(who);
    return caller;
  }
  app::Caller relative() { return resident(son, kDistant); }
  app::Caller herself() { return resident(elder, "370000001201-G01"); }
  app::Caller officer(const char* place = "370000001201") {
    return town.caller(Role::village_officer, place);
  }
  api::GrantFamilyAccess consent() {
    api::GrantFamilyAccess command;
    command.id.uuid = town.fresh();
    command.person = elder;
    command.relative = kSon;
    command.phone = "139 1234-5678";
    command.note = "本人口头同意";
    return command;
  }
  base::Result<std::string> grant(const api::GrantFamilyAccess& command,
                                  const app::Caller& caller) {
    const auto answer = town.run("grant-family-access", command, caller);
    if (!answer) return answer.error();
    return describe::from_answer<api::Saved>(answer->json).value().id;
  }
  std::string grant() {
    const auto id = grant(consent(), officer());
    REQUIRE(id);
    return *id;
  }
  base::Result<app::Answer> end(const std::string& access, const app::Caller& caller) {
    api::EndFamilyAccess command;
    command.id.uuid = town.fresh();
    command.access.uuid = base::parse_uuid(access).value_or(base::Uuid{});
    return town.run("end-family-access", command, caller);
  }
  /// By queries that remember nothing from before.
  base::Result<app::QueryAnswer> ask(const char* query, const app::Parameters& parameters,
                                     const app::Caller& caller) {
    return storage::open_queries(town.storage().path(), town.clock())
        ->run(query, parameters, caller);
  }
  template <class View>
  View view(const char* query, const app::Parameters& parameters, const app::Caller& caller) {
    const auto answer = ask(query, parameters, caller);
    REQUIRE(answer);
    return *describe::from_answer<View>(answer->json);
  }

  /// Whatever the relative may ask about her, by name: refused as not there, or an answer without her.
  void check_blind(const app::Caller& who) {
    const std::string her = text_of(elder);
    const app::Parameters about{{"person", her}}, mine{{"mine", her}};
    CHECK(ask("standing", about, who).error() == unseen("/person"));
    CHECK(ask("passbook", about, who).error() == unseen("/person"));
    CHECK(ask("boards", mine, who).error() == unseen("/mine"));
    CHECK(ask("subject-history", mine, who).error() == unseen("/mine"));
    for (const api::Route& route : api::routes()) {
      if (route.verb != api::Verb::query || route.octets) continue;
      INFO(route.name);
      const auto answer = ask(route.name, {}, who);
      if (!answer) continue;
      CHECK(answer->json.find(kElder) == std::string::npos);
      CHECK((route.name == std::string("boards") || answer->json.find(her) == std::string::npos));
    }
  }
  static base::Error unseen(const char* field) { return {ErrorCode::not_found, field, {}, {}}; }

  test::Town town;
  base::PersonId elder = test::person(1), husband = test::person(2), son = test::person(13);
};

}  // namespace

TEST_CASE("with her consent a relative of another village reads what she would read herself") {
  Family family;
  family.check_blind(family.relative());
  family.grant();
  const app::Parameters about{{"person", text_of(family.elder)}};
  const auto theirs = family.view<api::Standing>("standing", about, family.relative());
  const auto hers = family.view<api::Standing>("standing", {}, family.herself());
  CHECK(theirs.name == kElder);
  CHECK(theirs.balance == 500);
  CHECK(theirs.week == hers.week);
  REQUIRE(theirs.places.size() == hers.places.size());
  for (std::size_t i = 0; i < hers.places.size(); ++i) {
    CHECK(theirs.places[i].rank == hers.places[i].rank);
    CHECK(theirs.places[i].of == hers.places[i].of);
  }
  const auto book = family.view<api::Passbook>("passbook", about, family.relative());
  REQUIRE(book.lines.size() == 1);
  CHECK(book.lines[0].rule == test::kFreeRule);
  CHECK(book.lines[0].by ==
        family.view<api::Passbook>("passbook", about, family.herself()).lines[0].by);
  const auto board = family.view<api::Board>(
      "boards", {{"place", "370000001"}, {"mine", text_of(family.elder)}}, family.relative());
  REQUIRE(board.mine.size() == 1);
  CHECK(board.mine[0].value == 500);
}

TEST_CASE("one consented, not the household: nothing of the others is told") {
  Family family;
  family.grant();
  for (const char* query : {"standing", "passbook"}) {
    const auto answer = family.ask(query, {{"person", text_of(family.elder)}}, family.relative());
    REQUIRE(answer);
    INFO(answer->json);
    CHECK(answer->json.find(kHusband) == std::string::npos);
    CHECK(answer->json.find(text_of(family.husband)) == std::string::npos);
    CHECK(answer->json.find(base::to_text(test::household(1).uuid)) == std::string::npos);
    CHECK(answer->json.find("1000,") == std::string::npos);  // the sum of both
  }
  const app::Caller who = family.relative();
  CHECK(family.ask("passbook", {{"person", text_of(family.husband)}}, who).error() ==
        Family::unseen("/person"));
  CHECK(family.ask("passbook", {{"household", base::to_text(test::household(1).uuid)}}, who)
            .error() == Family::unseen("/household"));
  CHECK(family.ask("standing", {{"person", text_of(family.husband)}}, who).error() ==
        Family::unseen("/person"));
}

TEST_CASE("when a consent has ended, by whomever, nothing of her is answered") {
  Family family;
  const std::string access = family.grant();
  SECTION("the relative ended it") {
    REQUIRE(family.end(access, family.relative()));
  }
  SECTION("she ended it") {
    REQUIRE(family.end(access, family.herself()));
  }
  SECTION("the village window ended it") {
    REQUIRE(family.end(access, family.officer()));
  }
  SECTION("she left the register") {
    test::tamper(family.town.storage().path(),
                 "UPDATE person SET removed_by = 1 WHERE name = '王秀英'");
  }
  SECTION("the relative left the register") {
    const app::Caller who = family.relative();
    test::tamper(family.town.storage().path(),
                 "UPDATE person SET removed_by = 1 WHERE name = '赵建国'");
    return family.check_blind(who);
  }
  family.check_blind(family.relative());
  CHECK(family.view<api::FamilyPage>("family-access", {}, family.relative()).looked_after.empty());
}

TEST_CASE("a consent holds on its last day and not on the next, and can be given anew") {
  Family family;
  auto command = family.consent();
  command.until = base::day_of(family.town.clock().now());
  REQUIRE(family.grant(command, family.officer()));
  const app::Parameters about{{"person", text_of(family.elder)}};
  CHECK(family.ask("standing", about, family.relative()));
  family.town.clock().turn(base::kMsPerDay);
  family.check_blind(family.relative());
  family.grant();
  CHECK(family.ask("standing", about, family.relative()));
  CHECK(family.town.number("SELECT count(*) FROM family_access") == 2);
}

TEST_CASE("it is hers alone to give: it is not handed on, and gives no right back") {
  Family family;
  family.grant();
  api::GrantFamilyAccess next = family.consent();
  next.id.uuid = family.town.fresh();
  next.person = family.son;
  next.relative = "孙子";
  next.phone = "13912345671";
  family.name(test::person(15), "孙子", "13912345671");
  REQUIRE(family.grant(next, family.officer("370000001202")));
  family.check_blind(family.resident(test::person(15), kDistant));
  CHECK(family.ask("standing", {{"person", text_of(family.son)}}, family.herself()).error() ==
        Family::unseen("/person"));
}

TEST_CASE("the window records it for whom it reaches, to whom name and number both point") {
  Family family;
  const auto refused = [&](api::GrantFamilyAccess command, const app::Caller& caller) {
    return family.grant(command, caller).error();
  };
  CHECK(refused(family.consent(), family.officer("370000001202")) == Family::unseen("/person"));
  CHECK(refused(family.consent(), family.relative()).code == ErrorCode::not_permitted);
  auto command = family.consent();
  command.relative = "赵建军";
  CHECK(refused(command, family.officer()).code == ErrorCode::not_found);
  command = family.consent();
  command.phone = "13912345679";
  CHECK(refused(command, family.officer()).field == "/phone");
  command = family.consent();
  command.until = base::CivilDate{base::day_of(family.town.clock().now()).days - 1};
  CHECK(refused(command, family.officer()).field == "/until");
  family.name(family.elder, kElder, kNumber);
  command = family.consent();
  command.relative = kElder;
  CHECK(refused(command, family.officer()) ==
        base::Error{ErrorCode::not_a_choice, "/relative", {}, {}});
  family.grant();
  CHECK(refused(family.consent(), family.officer()) ==
        base::Error{ErrorCode::already_exists, "/relative", {}, {}});
}

TEST_CASE("nobody looks after more than five, and no more than five look at one") {
  Family family;
  const auto consent_of = [&](base::PersonId who, int relative) {
    auto command = family.consent();
    command.person = who;
    if (relative > 0) {
      command.relative = "家人" + std::to_string(relative);
      command.phone = "1391111000" + std::to_string(relative);
    }
    return family.grant(command, family.town.administrator());
  };
  for (int i = 1; i <= 6; ++i)
    family.name(test::person(static_cast<std::uint64_t>(13 + i)), "家人" + std::to_string(i),
                "1391111000" + std::to_string(i));
  for (int i = 1; i <= 5; ++i) REQUIRE(consent_of(family.elder, i));
  const base::Error full{ErrorCode::out_of_range, "/relative", "", "5"};
  CHECK(consent_of(family.elder, 6).error() == full);
  for (std::uint64_t i = 2; i <= 6; ++i) REQUIRE(consent_of(test::person(i), 0));
  CHECK(consent_of(test::person(7), 0).error() == full);
}

TEST_CASE("who is not concerned ends nothing, and learns nothing by trying") {
  Family family;
  const std::string access = family.grant();
  const auto stranger = family.resident(test::person(20), kDistant);
  CHECK(family.end(access, stranger).error() == Family::unseen("/access"));
  CHECK(family.end(access, family.officer("370000001202")).error() == Family::unseen("/access"));
  CHECK(family.end(base::to_text(family.town.fresh()), stranger).error() ==
        Family::unseen("/access"));
  CHECK(family.ask("standing", {{"person", text_of(family.elder)}}, family.relative()));
  REQUIRE(family.end(access, family.relative()));
  CHECK(family.end(access, family.relative()).error() == Family::unseen("/access"));
}

TEST_CASE("a relative takes her off the boards only where she consented to that too") {
  Family family;
  const auto leave = [&](bool off) {
    return family.town.run("leave-boards",
                           api::LeaveBoards{{family.town.fresh()}, off, family.elder},
                           family.relative());
  };
  const std::string off = "SELECT off_boards FROM person WHERE name = '王秀英'";
  CHECK(leave(true).error() == Family::unseen("/person"));
  const std::string access = family.grant();
  CHECK(leave(true).error() == Family::unseen("/person"));
  REQUIRE(family.end(access, family.officer()));
  auto command = family.consent();
  command.boards = true;
  const auto wide = family.grant(command, family.officer());
  REQUIRE(wide);
  REQUIRE(leave(true));
  CHECK(family.town.number(off) == 1);
  REQUIRE(family.end(*wide, family.officer()));
  CHECK(leave(false).error() == Family::unseen("/person"));
  CHECK(family.town.number(off) == 1);
}

TEST_CASE("grant and end stand in the journal, without the number, and a repeat adds nothing") {
  Family family;
  const auto command = family.consent();
  const auto id = family.grant(command, family.officer());
  REQUIRE(id);
  CHECK(*family.grant(command, family.officer()) == *id);
  REQUIRE(family.end(*id, family.relative()));
  CHECK(family.town.number("SELECT count(*) FROM family_access") == 1);
  CHECK(family.town.number("SELECT count(*) FROM journal WHERE what = 'family_granted'") == 1);
  CHECK(family.town.number("SELECT count(*) FROM journal WHERE what = 'family_ended'") == 1);
  CHECK(family.town.number("SELECT count(*) FROM journal WHERE before || after || note LIKE "
                           "'%13912345678%'") == 0);
  CHECK(family.town.faults() == "");
}

TEST_CASE("officials see in the archive who may look, both sides see it, nobody else does") {
  Family family;
  const std::string access = family.grant();
  const app::Parameters home{{"household", base::to_text(test::household(1).uuid)}};
  const auto book = family.view<api::Passbook>("passbook", home, family.officer());
  REQUIRE(book.family.size() == 1);
  CHECK(book.family[0].id == access);
  CHECK(book.family[0].name == kElder);
  CHECK(book.family[0].relative == kSon);
  CHECK(book.family[0].way == "in_person");
  CHECK(book.family[0].by == "测试");
  const auto husband = family.resident(family.husband, "370000001201-G01");
  CHECK(family.view<api::Passbook>("passbook", home, husband).family.empty());
  const auto his = family.view<api::FamilyPage>("family-access", {}, husband);
  CHECK((his.looked_after.empty() && his.looking.empty()));
  CHECK(family.view<api::FamilyPage>("family-access", {}, family.relative()).looked_after[0].name ==
        kElder);
  CHECK(family.view<api::FamilyPage>("family-access", {}, family.herself()).looking[0].relative ==
        kSon);
}

TEST_CASE("a relative's phone is told of her points and of the end, wherever she lives") {
  Family family;
  const auto told = [&](std::int64_t after, const app::Caller& who) {
    return family.view<api::Changes>("changes", {{"after", std::to_string(after)}}, who).changes;
  };
  const std::int64_t before = family.town.number("SELECT max(position) FROM journal");
  const std::string access = family.grant();
  REQUIRE(family.town.award(family.elder, test::kFreeRule));
  REQUIRE(family.town.award(family.husband, test::kFreeRule));
  const auto changes = told(before, family.relative());
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].what == "family_granted");
  CHECK(changes[1].what == "points_awarded");
  CHECK(told(before, family.resident(test::person(20), kDistant)).empty());
  REQUIRE(family.end(access, family.officer()));
  REQUIRE(family.town.award(family.elder, test::kFreeRule));
  const auto after = told(changes[1].position, family.relative());
  REQUIRE(after.size() == 1);
  CHECK(after[0].what == "family_ended");
}
