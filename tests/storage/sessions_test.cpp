// Signing in, tokens, passwords: what opens, what ends, what is never stored.
#include <catch2/catch_test_macros.hpp>

#include "server/storage/sessions.h"
#include "tests/support/town_fixture.h"

using namespace shanzhi;
using base::ErrorCode;

namespace {

constexpr const char* kPassword = "correct horse";

void add_zhoumin(test::Town& town) {
  REQUIRE(town.storage().add_user(
      {"zhoumin", "周敏", "", api::Role::town_administrator, kPassword, {}}));
}

}  // namespace

TEST_CASE("the first administrator comes in by the printed key, once") {
  test::Town town(false);
  auto& sessions = town.storage().sessions();
  const auto key = town.storage().await_first_administrator();
  REQUIRE(key);
  const auto open = [&](const std::string& shown) {
    return sessions.open_town({shown, "laozhou", kPassword}, "10.0.0.1");
  };
  CHECK(open(*key + "x").error().code == ErrorCode::bad_credentials);
  const auto secret = open(*key);
  REQUIRE(secret);
  CHECK(sessions.from_session(*secret).value().role == api::Role::town_administrator);
  CHECK(open(*key).error().code == ErrorCode::bad_credentials);
  CHECK(sessions.sign_in({"laozhou", kPassword}, "10.0.0.1"));
  CHECK(town.storage().await_first_administrator().error().code == ErrorCode::already_exists);
}

TEST_CASE("a password opens a session, and signing out ends it") {
  test::Town town;
  add_zhoumin(town);
  auto& sessions = town.storage().sessions();
  CHECK(sessions.sign_in({"zhoumin", "wrong password"}, "10.0.0.1").error().code ==
        ErrorCode::bad_credentials);
  CHECK(sessions.sign_in({"nobody", kPassword}, "10.0.0.1").error().code ==
        ErrorCode::bad_credentials);
  const auto secret = sessions.sign_in({"ZhouMin", kPassword}, "10.0.0.1");
  REQUIRE(secret);
  const auto caller = sessions.from_session(*secret);
  REQUIRE(caller);
  CHECK(caller->name == "周敏");
  CHECK(caller->role == api::Role::town_administrator);
  CHECK(caller->place_code == "370000001");
  sessions.sign_out(*secret);
  CHECK(sessions.from_session(*secret).error().code == ErrorCode::signed_out);
  CHECK(town.faults() == "");
}

TEST_CASE("guessing is stopped after five wrong passwords, for a while") {
  test::Town town;
  add_zhoumin(town);
  auto& sessions = town.storage().sessions();
  for (int i = 0; i < storage::kAttemptsPerAccount; ++i)
    CHECK(sessions.sign_in({"zhoumin", "wrong password"}, "10.0.0.1").error().code ==
          ErrorCode::bad_credentials);
  CHECK(sessions.sign_in({"zhoumin", kPassword}, "10.0.0.2").error().code ==
        ErrorCode::too_many_attempts);
  town.clock().turn(16 * base::kMsPerMinute);
  CHECK(sessions.sign_in({"zhoumin", kPassword}, "10.0.0.2"));
}

TEST_CASE("an unused session ends, a used one is extended") {
  test::Town town;
  add_zhoumin(town);
  auto& sessions = town.storage().sessions();
  const auto used = sessions.sign_in({"zhoumin", kPassword}, "10.0.0.1");
  const auto unused = sessions.sign_in({"zhoumin", kPassword}, "10.0.0.1");
  for (int day = 0; day < 10; ++day) {
    town.clock().turn(base::kMsPerDay);
    CHECK(sessions.from_session(*used));
  }
  CHECK_FALSE(sessions.from_session(*unused));
}

TEST_CASE("a changed password ends the other sessions and not this one") {
  test::Town town;
  add_zhoumin(town);
  auto& sessions = town.storage().sessions();
  const auto here = sessions.sign_in({"zhoumin", kPassword}, "10.0.0.1");
  const auto there = sessions.sign_in({"zhoumin", kPassword}, "10.0.0.2");
  const auto caller = sessions.from_session(*here);
  REQUIRE(caller);
  REQUIRE(sessions.from_session(*there));
  const auto wrong =
      town.run("change-password", api::ChangePassword{"not the password", "new password"}, *caller);
  CHECK(wrong.error().code == ErrorCode::bad_credentials);
  REQUIRE(town.run("change-password", api::ChangePassword{kPassword, "new password"}, *caller));
  CHECK(sessions.from_session(*here));
  CHECK_FALSE(sessions.from_session(*there));
  CHECK(sessions.sign_in({"zhoumin", "new password"}, "10.0.0.1"));
}

TEST_CASE("whoever found an open session cannot guess its password for long") {
  test::Town town;
  add_zhoumin(town);
  auto& sessions = town.storage().sessions();
  const auto caller = sessions.from_session(*sessions.sign_in({"zhoumin", kPassword}, "10.0.0.1"));
  REQUIRE(caller);
  const auto guess = [&](const char* password) {
    return town.run("change-password", api::ChangePassword{password, "new password"}, *caller);
  };
  for (int n = 0; n < storage::kAttemptsPerAccount; n++)
    CHECK(guess("not the password").error().code == ErrorCode::bad_credentials);
  CHECK(guess(kPassword).error().code == ErrorCode::too_many_attempts);
  town.clock().turn(storage::kAttemptWindowMs);
  CHECK(guess(kPassword));
}

TEST_CASE("a token's secret is shown once, and revoking ends it at once") {
  test::Town town;
  api::IssueToken command;
  command.id.uuid = town.fresh();
  command.label = "大屏";
  command.role = api::Role::display;
  command.place = "370000001";
  const auto issued = town.run("issue-token", command, town.administrator());
  REQUIRE(issued);
  const auto answer = describe::from_json<api::Saved>(issued->json);
  REQUIRE(answer);
  REQUIRE(!answer->secret.empty());
  CHECK(town.storage().sessions().from_token(answer->secret).value().role == api::Role::display);
  const auto again = town.run("issue-token", command, town.administrator());
  CHECK(again->replayed);
  CHECK(again->json.find(answer->secret) == std::string::npos);
  api::RevokeToken revoke;
  revoke.id.uuid = town.fresh();
  revoke.token = command.id;
  REQUIRE(town.run("revoke-token", revoke, town.administrator()));
  CHECK(town.storage().sessions().from_token(answer->secret).error().code == ErrorCode::signed_out);
}

TEST_CASE("no password or secret is found in the file") {
  test::Town town;
  api::SaveUser command;
  command.id.uuid = town.fresh();
  command.name = "liqiang";
  command.title = "李强";
  command.role = api::Role::village_officer;
  command.place = "370000001201";
  command.password = "plain as day";
  REQUIRE(town.run("save-user", command, town.administrator(), town.fresh()));
  const auto secret = town.storage().issue_token({"接口", "", api::Role::auditor, {}});
  REQUIRE(secret);
  const std::string file = (town.folder() / "copy.db").string();
  REQUIRE(town.storage().backup(file));
  std::string bytes(std::filesystem::file_size(file), '\0');
  std::FILE* stream = std::fopen(file.c_str(), "rb");
  REQUIRE(std::fread(bytes.data(), 1, bytes.size(), stream) == bytes.size());
  std::fclose(stream);
  CHECK(bytes.find("liqiang") != std::string::npos);
  CHECK(bytes.find("plain as day") == std::string::npos);
  CHECK(bytes.find(*secret) == std::string::npos);
}

TEST_CASE("the last administrator cannot be taken away") {
  test::Town town;
  add_zhoumin(town);
  CHECK(town.storage().set_role("zhoumin", api::Role::auditor, "").error().code ==
        ErrorCode::in_use);
  REQUIRE(
      town.storage().add_user({"second", "", "", api::Role::town_administrator, kPassword, {}}));
  CHECK(town.storage().set_role("zhoumin", api::Role::auditor, ""));
}
