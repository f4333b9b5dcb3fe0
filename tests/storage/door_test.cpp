// Villagers at the door: the printed code, the PIN, one number for a family, guessing, devices.
#include <catch2/catch_test_macros.hpp>

#include <set>

#include "server/storage/read/queries.h"
#include "server/storage/sessions.h"
#include "tests/support/town_fixture.h"

using namespace shanzhi;
using base::ErrorCode;

namespace {

constexpr const char* kPhone = "13812345678";
constexpr const char* kPin = "296035";

/// A town in which the first people have that telephone number.
struct Village {
  explicit Village(int sharers = 1) {
    test::tamper(town.storage().path(), "UPDATE person SET phone = ''");
    for (int i = 1; i <= sharers; ++i)
      test::tamper(town.storage().path(), "UPDATE person SET phone = '13812345678', name = '王" +
                                              std::string(i == 1 ? "秀兰" : "建国") +
                                              "' WHERE uuid = x'" + hex(test::person(i)) + "'");
  }
  static std::string hex(base::PersonId id) {
    std::string text = base::to_text(id.uuid);
    std::erase(text, '-');
    return text;
  }
  app::Sessions& sessions() { return town.storage().sessions(); }
  base::Result<std::string> print(std::uint64_t who, const app::Caller& caller) {
    const auto answer = town.run("issue-sign-in-code",
                                 api::IssueSignInCode{{town.fresh()}, test::person(who)}, caller);
    if (!answer) return answer.error();
    return describe::from_answer<api::Saved>(answer->json).value().secret;
  }
  std::string print(std::uint64_t who = 1) {
    const auto code = print(who, town.administrator());
    REQUIRE(code);
    return *code;
  }
  base::Result<std::string> choose(const std::string& code, const char* pin = kPin) {
    return sessions().set_pin({kPhone, code, pin}, {"10.0.0.9", "Android · WeChat"});
  }
  base::Result<std::string> come(const std::string& name, const char* pin = kPin) {
    return sessions().sign_in({name, pin}, {"10.0.0.9", "iPhone · Safari"});
  }
  std::vector<api::DeviceRow> devices(const app::Caller& caller) {
    const auto queries = storage::open_queries(town.storage().path(), town.clock());
    const auto answer = queries->run("sessions", {}, caller);
    REQUIRE(answer);
    return describe::from_answer<api::DevicePage>(answer->json).value().devices;
  }

  test::Town town;
};

}  // namespace

TEST_CASE("a printed code and a telephone number make a villager's own account") {
  Village village;
  const std::string code = village.print();
  CHECK(code.size() == 8);
  const auto secret = village.choose(code);
  REQUIRE(secret);
  const auto caller = village.sessions().from_session(*secret);
  REQUIRE(caller);
  CHECK(caller->role == api::Role::volunteer);
  CHECK(caller->person != 0);
  CHECK(caller->name == "王秀兰");
  CHECK(village.come("138 1234-5678"));
  CHECK(village.come("+86 13812345678"));
  CHECK(village.come(kPhone, "296036").error().code == ErrorCode::bad_credentials);
  CHECK(village.town.faults() == "");
}

TEST_CASE("a code works once, for some days, and not after a newer one") {
  Village village;
  const std::string first = village.print(), second = village.print();
  CHECK(village.choose(first).error().code == ErrorCode::bad_credentials);
  REQUIRE(village.choose(second));
  CHECK(village.choose(second).error().code == ErrorCode::bad_credentials);
  const std::string third = village.print();
  village.town.clock().turn((api::kSignInCodeDays + 1) * base::kMsPerDay);
  CHECK(village.choose(third).error().code == ErrorCode::bad_credentials);
  CHECK(village.town.number("SELECT count(*) FROM user") == 1);
}

TEST_CASE("neither the code nor the PIN nor the number is kept where it could be read") {
  Village village;
  const std::string code = village.print();
  REQUIRE(village.choose(code));
  for (const std::string& secret : {code, std::string(kPin), std::string(kPhone)}) {
    CHECK(village.town.number("SELECT count(*) FROM journal WHERE after || before || note || actor "
                              "LIKE '%" +
                              secret + "%'") == 0);
    CHECK(village.town.number("SELECT count(*) FROM answered WHERE answer LIKE '%" + secret +
                              "%'") == 0);
    CHECK(village.town.number("SELECT count(*) FROM user WHERE name || title || password LIKE '%" +
                              secret + "%'") == 0);
  }
  CHECK(village.town.number("SELECT count(*) FROM journal WHERE what = 'sign_in_code_issued'") ==
        1);
  CHECK(village.town.number("SELECT count(*) FROM journal WHERE what = 'pin_set'") == 1);
}

TEST_CASE("an officer prints codes in their own tree only, and where a number is known") {
  Village village;
  const auto officer = village.town.caller(api::Role::village_officer, "370000001202");
  CHECK(village.print(1, officer).error().code == ErrorCode::not_found);
  CHECK(village.print(2, village.town.administrator()).error() ==
        base::Error{ErrorCode::missing_field, "/phone", {}, {}});
}

TEST_CASE("a code never opens an office: whoever holds one gets a second account of their own") {
  Village village;
  REQUIRE(village.town.storage().add_user(
      {"zhoumin", "周敏", "", api::Role::town_administrator, "correct horse", test::person(1)}));
  const auto secret = village.choose(village.print());
  REQUIRE(secret);
  CHECK(village.sessions().from_session(*secret).value().role == api::Role::volunteer);
  CHECK(village.sessions().sign_in({"zhoumin", "correct horse"}, "10.0.0.9"));
  CHECK_FALSE(village.sessions().sign_in({"zhoumin", kPin}, "10.0.0.9"));
}

TEST_CASE("a PIN that a neighbour would try is refused and costs no code") {
  Village village;
  const std::string code = village.print();
  for (const char* pin : {"000000", "123456", "987654", "345678", "121212", "789789", "345678"})
    CHECK(village.choose(code, pin).error().code == ErrorCode::out_of_range);
  CHECK(village.choose(code, "12345a").error().code == ErrorCode::malformed);
  CHECK(village.choose(code));
}

TEST_CASE("of a family with one number the PIN says who it is, or the name behind the number") {
  Village village(2);
  REQUIRE(village.choose(village.print(1)));
  REQUIRE(village.choose(village.print(2), "830614"));
  const auto who = [&](const std::string& name, const char* pin) {
    const auto secret = village.come(name, pin);
    return secret ? village.sessions().from_session(*secret).value().name : std::string();
  };
  CHECK(who(kPhone, kPin) == "王秀兰");
  CHECK(who(kPhone, "830614") == "王建国");
  REQUIRE(village.choose(village.print(2)));
  CHECK(village.come(kPhone).error() == base::Error{ErrorCode::not_a_choice, "/name", {}, {}});
  CHECK(who("13812345678 王建国", kPin) == "王建国");
  CHECK(village.come("13812345678 王秀兰", "830614").error().code == ErrorCode::bad_credentials);
}

TEST_CASE("guessing a PIN is stopped, each time for longer, until the right one comes") {
  Village village;
  REQUIRE(village.choose(village.print()));
  const auto guess = [&] {
    for (int i = 0; i < storage::kAttemptsPerAccount; ++i)
      CHECK(village.come(kPhone, "111213").error().code == ErrorCode::bad_credentials);
    CHECK(village.come(kPhone).error().code == ErrorCode::too_many_attempts);
  };
  guess();
  village.town.clock().turn(16 * base::kMsPerMinute);
  guess();
  village.town.clock().turn(16 * base::kMsPerMinute);
  CHECK(village.come(kPhone).error().code == ErrorCode::too_many_attempts);
  village.town.clock().turn(base::kMsPerHour);
  guess();
  village.town.clock().turn(2 * base::kMsPerHour);
  CHECK(village.come(kPhone).error().code == ErrorCode::too_many_attempts);
  village.town.clock().turn(2 * base::kMsPerHour);
  CHECK(village.come(kPhone));
  guess();
  village.town.clock().turn(16 * base::kMsPerMinute);
  CHECK(village.come(kPhone));
}

TEST_CASE("codes are guessed no more often than PINs, over all numbers of one address too") {
  Village village;
  const std::string code = village.print();
  for (int i = 0; i < storage::kAttemptsPerAccount; ++i)
    CHECK(village.choose("00000000").error().code == ErrorCode::bad_credentials);
  CHECK(village.choose(code).error().code == ErrorCode::too_many_attempts);
  for (int i = storage::kAttemptsPerAccount; i < storage::kAttemptsPerAddress; ++i)
    (void)village.sessions().sign_in({"1391234" + std::to_string(1000 + i), kPin}, "10.0.0.9");
  CHECK(village.come("13700000000").error().code == ErrorCode::too_many_attempts);
}

TEST_CASE("a new PIN ends the other sessions, and the old one opens nothing") {
  Village village;
  const auto here = village.choose(village.print());
  const auto there = village.come(kPhone);
  const auto caller = *village.sessions().from_session(*here);
  const auto change = [&](const char* old_pin, const char* pin) {
    return village.town.run("change-pin", api::ChangePin{old_pin, pin}, caller);
  };
  CHECK(change("111213", "830614").error() ==
        base::Error{ErrorCode::bad_credentials, "/old_pin", {}, {}});
  CHECK(change(kPin, "123456").error().code == ErrorCode::out_of_range);
  REQUIRE(change(kPin, "830614"));
  CHECK(village.sessions().from_session(*here));
  CHECK_FALSE(village.sessions().from_session(*there));
  CHECK_FALSE(village.come(kPhone));
  CHECK(village.come(kPhone, "830614"));
}

TEST_CASE("a lost phone is signed out from another, and nobody signs out somebody else's") {
  Village village(2);
  const auto phone = village.choose(village.print());
  village.town.clock().turn(base::kMsPerHour);
  const auto tablet = village.come(kPhone);
  const auto caller = *village.sessions().from_session(*tablet);
  const auto devices = village.devices(caller);
  REQUIRE(devices.size() == 2);
  CHECK(devices[0].here);
  CHECK(devices[0].device == "iPhone · Safari");
  CHECK_FALSE(devices[1].here);
  CHECK(devices[1].device == "Android · WeChat");
  const auto stranger =
      *village.sessions().from_session(*village.choose(village.print(2), "830614"));
  CHECK(village.devices(stranger).size() == 1);
  const auto end = [&](const app::Caller& who, const std::string& session) {
    api::EndSession command{{village.town.fresh()}, {}};
    if (const auto id = base::parse_uuid(session)) command.session.uuid = *id;
    return village.town.run("end-session", command, who);
  };
  CHECK(end(stranger, devices[1].id).error().code == ErrorCode::not_found);
  REQUIRE(end(caller, devices[1].id));
  CHECK_FALSE(village.sessions().from_session(*phone));
  const auto other = village.come(kPhone);
  REQUIRE(end(caller, {}));
  CHECK_FALSE(village.sessions().from_session(*other));
  CHECK(village.sessions().from_session(*tablet));
}

TEST_CASE("whoever leaves the boards is on none of them, keeps everything, and may come back") {
  Village village;
  const auto caller = *village.sessions().from_session(*village.choose(village.print()));
  REQUIRE(village.town.award(test::person(1), test::kFreeRule));
  const auto leave = [&](bool off) {
    return village.town.run("leave-boards", api::LeaveBoards{{village.town.fresh()}, off}, caller);
  };
  const std::string off = "SELECT off_boards FROM person WHERE phone <> ''";
  REQUIRE(leave(true));
  CHECK(village.town.number(off) == 1);
  CHECK(village.town.number("SELECT balance FROM person WHERE phone <> ''") == 500);
  REQUIRE(leave(false));
  CHECK(village.town.number(off) == 0);
  CHECK(village.town
            .run("leave-boards", api::LeaveBoards{{village.town.fresh()}, true},
                 village.town.administrator())
            .error()
            .code == ErrorCode::not_found);
  CHECK(village.town.faults() == "");
}

TEST_CASE("the list of users is not flooded by residents, who have one of their own") {
  Village village(2);
  REQUIRE(village.town.storage().add_user(
      {"zhoumin", "周敏", "", api::Role::town_administrator, "correct horse", {}}));
  REQUIRE(village.town.storage().add_user(
      {"helper", "志愿者小王", "", api::Role::volunteer, "correct horse", test::person(5)}));
  REQUIRE(village.choose(village.print(1)));
  REQUIRE(village.choose(village.print(2), "830614"));
  const auto names = [&](const app::Parameters& asked) {
    const auto answer = storage::open_queries(village.town.storage().path(), village.town.clock())
                            ->run("users", asked, village.town.administrator());
    REQUIRE(answer);
    const auto page = describe::from_answer<api::UserPage>(answer->json);
    REQUIRE(page);
    std::set<std::string> out;
    for (const auto& row : page->users) out.insert(row.title);
    return out;
  };
  CHECK(names({}) == std::set<std::string>{"周敏", "志愿者小王"});
  CHECK(names({{"residents", "1"}}) == std::set<std::string>{"王秀兰", "王建国"});
}
