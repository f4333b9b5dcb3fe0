// A villager's first day over real HTTP: the window's code, a PIN, the cookie, a second device.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/served.h"
#include "tests/support/town_fixture.h"

namespace shanzhi::test {
namespace {

constexpr const char* kPhoneBrowser =
    "Mozilla/5.0 (Linux; Android 10; JAT-AL00) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
    "Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0";

/// The small town, served; its first person is reached by a number.
class ServedVillage : public Town {
 public:
  ServedVillage() {
    tamper(storage().path(), "UPDATE person SET phone = ''");
    tamper(storage().path(),
           "UPDATE person SET phone = '13812345678', name = '王秀兰' WHERE id = 1");
  }

  httplib::Result post(const char* command, const std::string& body, const std::string& cookie = {},
                       const char* browser = kPhoneBrowser) const {
    return served_.client().Post(std::string("/api/v1/") + command,
                                 {{"Cookie", cookie}, {"User-Agent", browser}}, body,
                                 "application/json");
  }
  httplib::Result get(const char* query, const std::string& cookie) const {
    return served_.client().Get(std::string("/api/v1/") + query, {{"Cookie", cookie}});
  }
  /// As a browser that has an answer asks whether it still holds.
  httplib::Result again(const std::string& query, const std::string& cookie,
                        const std::string& tag) const {
    return served_.client().Get("/api/v1/" + query, {{"Cookie", cookie}, {"If-None-Match", tag}});
  }

 private:
  ServedStorage served_{storage(), clock()};
};

}  // namespace

TEST_CASE("a villager comes in by number, code and PIN over http, and sees their own devices") {
  ServedVillage village;
  const auto officer = village.storage().add_user(
      {"officer", "李干部", "370000001201", api::Role::village_officer, "correct horse", {}});
  REQUIRE(officer);
  const std::string window =
      cookie_of(village.post("sign-in", R"({"name":"officer","password":"correct horse"})"));
  const std::string whose = base::to_text(person(1).uuid);
  const std::string issue =
      R"({"id":")" + base::to_text(village.fresh()) + R"(","person":")" + whose + R"("})";
  const auto printed = village.post("issue-sign-in-code", issue, window);
  REQUIRE(printed);
  REQUIRE(printed->status == 200);
  const std::string code = describe::from_answer<api::Saved>(printed->body).value().secret;
  REQUIRE(code.size() == 8);
  const auto again = village.post("issue-sign-in-code", issue, window);
  CHECK(again->has_header("Idempotency-Replayed"));
  CHECK(again->body.find(code) == std::string::npos);

  const auto choose = [&](const std::string& with, const char* pin) {
    return village.post(
        "set-pin", R"({"phone":"138 1234 5678","code":")" + with + R"(","pin":")" + pin + R"("})");
  };
  CHECK(choose(code, "123456")->status == 422);
  CHECK(choose(code == "00000000" ? "00000001" : "00000000", "296035")->status == 401);
  const auto first = choose(code, "296035");
  REQUIRE(first->status == 200);
  CHECK(first->body.find("王秀兰") != std::string::npos);
  CHECK(first->get_header_value("Set-Cookie").find("HttpOnly; SameSite=Strict") !=
        std::string::npos);
  CHECK(choose(code, "296035")->status == 401);

  const auto second =
      village.post("sign-in", R"({"name":"13812345678","password":"296035"})", {},
                   "Mozilla/5.0 (iPhone; CPU iPhone OS 15_0) Version/15 Safari/604");
  REQUIRE(second->status == 200);
  const std::string here = cookie_of(second);
  const auto devices = village.get("sessions", here);
  REQUIRE(devices->status == 200);
  CHECK_FALSE(devices->has_header("ETag"));
  const auto page = describe::from_answer<api::DevicePage>(devices->body);
  REQUIRE(page->devices.size() == 2);
  CHECK(page->devices[0].here);
  CHECK(page->devices[0].device == "iPhone · Safari");
  CHECK(page->devices[1].device == "Android · WeChat");
  const std::string end = R"({"id":")" + base::to_text(village.fresh()) + R"("})";
  CHECK(village.post("end-session", end, here)->status == 200);
  CHECK(village.get("me", cookie_of(first))->status == 401);
  CHECK(village.get("me", here)->status == 200);
  CHECK(village.post("issue-sign-in-code", issue, here)->status == 403);
}

TEST_CASE("a consent opens one person's pages over http, and its end shuts them for good") {
  ServedVillage village;
  REQUIRE(village.storage().add_user(
      {"officer", "李干部", "370000001202", api::Role::village_officer, "correct horse", {}}));
  const std::string window =
      cookie_of(village.post("sign-in", R"({"name":"officer","password":"correct horse"})"));
  const auto code =
      village.run("issue-sign-in-code", api::IssueSignInCode{{village.fresh()}, person(1)},
                  village.administrator());
  REQUIRE(code);
  const auto begun = village.post(
      "set-pin", R"({"phone":"13812345678","pin":"296035","code":")" +
                     describe::from_answer<api::Saved>(code->json).value().secret + R"("})");
  REQUIRE(begun->status == 200);
  const std::string phone = cookie_of(begun);
  const std::string elder = base::to_text(person(13).uuid);
  const std::string standing = "standing?person=" + elder, book = "passbook?person=" + elder;
  CHECK(village.get(standing.c_str(), phone)->status == 404);

  const auto grant = [&](const std::string& more, const std::string& cookie) {
    return village.post("grant-family-access",
                        R"({"id":")" + base::to_text(village.fresh()) + R"(","person":")" + elder +
                            R"(","relative":"王秀兰","phone":"13812345678")" + more + "}",
                        cookie);
  };
  CHECK(grant("", window)->status == 422);  // how was it given?
  CHECK(grant(R"(,"way":"shouted")", window)->status == 422);
  CHECK(grant(R"(,"way":"written")", phone)->status == 403);
  const auto granted = grant(R"(,"way":"written","until":"2027-11-22")", window);
  REQUIRE(granted->status == 200);
  const auto seen = village.get(standing.c_str(), phone);
  REQUIRE(seen->status == 200);
  CHECK(village.get(book.c_str(), phone)->status == 200);

  const std::string access = describe::from_answer<api::Saved>(granted->body).value().id;
  CHECK(village
            .post("end-family-access",
                  R"({"id":")" + base::to_text(village.fresh()) + R"(","access":")" + access +
                      R"("})",
                  window)
            ->status == 200);
  CHECK(village.get(standing.c_str(), phone)->status == 404);
  CHECK(village.get(book.c_str(), phone)->status == 404);
  CHECK(village.again(standing, phone, seen->get_header_value("ETag"))->status == 404);
}

}  // namespace shanzhi::test
