// Who gets through the door, for every route of the registry.
#include <catch2/catch_test_macros.hpp>

#include "shared/describe/json.h"
#include "tests/api/fixture.h"

namespace shanzhi::test {
namespace {

httplib::Result call(httplib::Client& client, const api::Route& route,
                     const httplib::Headers& headers) {
  const std::string path = std::string("/api/v1/") + route.name;
  return route.verb == api::Verb::query
             ? client.Get(path, headers)
             : client.Post(path, headers, "{}",
                           route.octets ? "application/octet-stream" : "application/json");
}

std::string code_of(const httplib::Result& result) {
  const auto problem = describe::from_answer<api::Problem>(result->body);
  return problem ? problem->code : "";
}

}  // namespace

TEST_CASE("every route lets in the registry's roles and no other") {
  Fixture server;
  auto client = server.client();
  for (const api::Route& route : api::routes()) {
    for (int r = 0; r < api::kRoleCount; ++r) {
      const auto role = static_cast<api::Role>(r);
      INFO(route.name << " as " << describe::name_of(role));
      const auto result = call(client, route, Fixture::as(role));
      REQUIRE(result);
      const bool allowed =
          route.reach == api::Reach::everyone || (route.roles & api::bit(role)) != 0;
      CHECK((result->status == 403) == !allowed);
      CHECK(result->status != 401);
      CHECK(result->status < 500);
      if (!allowed) CHECK(code_of(result) == "not_permitted");
    }
  }
}

TEST_CASE(
    "nobody without a session or with a revoked token gets through any door but the open ones") {
  Fixture server;
  auto client = server.client();
  const std::vector<httplib::Headers> nobodies{{},
                                               {{"Authorization", "Bearer revoked"}},
                                               {{"Cookie", "shanzhi_session=ended"}},
                                               {{"Authorization", "Basic YWRtaW46YWRtaW4="}},
                                               {{"Authorization", "Bearer ?"}}};
  for (const api::Route& route : api::routes()) {
    if (route.reach == api::Reach::everyone) continue;
    for (const auto& headers : nobodies) {
      const auto result = call(client, route, headers);
      INFO(route.name << " " << (headers.empty() ? "" : headers.begin()->second) << " "
                      << httplib::to_string(result.error()));
      REQUIRE(result);
      CHECK(result->status == 401);
      CHECK(code_of(result) == "signed_out");
      CHECK(result->has_header("WWW-Authenticate"));
    }
  }
  CHECK(server.commands.runs == 0);
  CHECK(server.queries.runs == 0);
}

TEST_CASE("a wall can tell that its token has ended from a server that cannot look it up") {
  Fixture server;
  auto client = server.client();
  const auto ended = client.Get("/api/v1/changes", {{"Authorization", "Bearer revoked"}});
  REQUIRE(ended);
  CHECK(ended->status == 401);
  CHECK(code_of(ended) == "signed_out");
  const auto away = client.Get("/api/v1/changes", {{"Authorization", "Bearer disk gone"}});
  REQUIRE(away);
  CHECK(away->status == 503);
  CHECK(code_of(away) == "storage_failed");
}

TEST_CASE("a token alone speaks for who shows it, whatever cookie lies beside") {
  Fixture server;
  auto client = server.client();
  const auto result = client.Get(
      "/api/v1/me",
      {{"Authorization", "Bearer revoked"}, {"Cookie", "shanzhi_session=in:town_administrator"}});
  REQUIRE(result);
  CHECK(result->status == 401);
}

TEST_CASE("a page of another site cannot send a command in a signed-in browser") {
  Fixture server;
  auto client = server.client();
  const std::string cookie = "shanzhi_session=in:town_administrator";
  const auto send = [&](httplib::Headers headers, const char* type = "application/json") {
    headers.emplace("Cookie", cookie);
    return client.Post("/api/v1/sign-out", headers, "{}", type)->status;
  };
  const std::string own = "http://127.0.0.1:" + std::to_string(server.port());
  CHECK(send({{"Sec-Fetch-Site", "cross-site"}}) == 403);
  CHECK(send({{"Sec-Fetch-Site", "same-site"}}) == 403);
  CHECK(send({{"Origin", "https://evil.example"}}) == 403);
  CHECK(send({{"Origin", "null"}}) == 403);
  CHECK(send({{"Origin", own}}, "text/plain") == 415);
  CHECK(send({{"Origin", own}}, "application/x-www-form-urlencoded") == 415);
  CHECK(send({{"Origin", own}, {"Sec-Fetch-Site", "same-origin"}}) == 200);
  CHECK(send({}) == 200);
}

TEST_CASE("the key of the first start makes a session, another key none") {
  Fixture server;
  auto client = server.client();
  const auto send = [&](const char* key) {
    return client.Post(
        "/api/v1/open-town",
        std::string(R"({"key":")") + key + R"(","name":"admin","password":"correct horse"})",
        "application/json");
  };
  const auto wrong = send("guessed key");
  REQUIRE(wrong);
  CHECK(wrong->status == 401);
  CHECK_FALSE(wrong->has_header("Set-Cookie"));
  const auto right = send("printed key");
  REQUIRE(right);
  CHECK(right->status == 200);
  CHECK(right->get_header_value("Set-Cookie") ==
        "shanzhi_session=in:town_administrator; Path=/; HttpOnly; SameSite=Strict");
}

TEST_CASE("signing in gives an HttpOnly cookie that same-site pages alone may use") {
  Fixture server;
  auto client = server.client();
  const auto wrong = client.Post(
      "/api/v1/sign-in", R"({"name":"auditor","password":"wrong horse"})", "application/json");
  REQUIRE(wrong);
  CHECK(wrong->status == 401);
  CHECK(code_of(wrong) == "bad_credentials");
  CHECK_FALSE(wrong->has_header("Set-Cookie"));

  const auto right = client.Post(
      "/api/v1/sign-in", R"({"name":"auditor","password":"correct horse"})", "application/json");
  REQUIRE(right);
  REQUIRE(right->status == 200);
  CHECK(right->body.find("\"name\":\"auditor\"") != std::string::npos);
  CHECK(right->body.find("in:auditor") == std::string::npos);
  CHECK(right->get_header_value_count("Cache-Control") == 1);
  CHECK(right->get_header_value("Cache-Control") == "no-store");
  CHECK(right->get_header_value("Set-Cookie") ==
        "shanzhi_session=in:auditor; Path=/; HttpOnly; SameSite=Strict");

  const auto out = client.Post("/api/v1/sign-out", {{"Cookie", "a=b; shanzhi_session=in:auditor"}},
                               "", "application/json");
  REQUIRE(out);
  CHECK(out->status == 200);
  CHECK(out->get_header_value("Set-Cookie").find("Max-Age=0") != std::string::npos);
  CHECK(server.sessions.ended == std::vector<std::string>{"in:auditor"});
}

TEST_CASE(
    "the cookie is Secure behind a configured proxy that speaks https, and not for a stranger who "
    "says so") {
  const std::string body = R"({"name":"auditor","password":"correct horse"})";
  const httplib::Headers forwarded{{"X-Forwarded-Proto", "https"},
                                   {"X-Forwarded-For", "1.1.1.1, 203.0.113.9"}};
  http::Settings settings;
  settings.proxies = "127.0.0.1";
  Fixture behind(settings);
  auto client = behind.client();
  const auto trusted = client.Post("/api/v1/sign-in", forwarded, body, "application/json");
  REQUIRE(trusted);
  CHECK(trusted->get_header_value("Set-Cookie").find("; Secure") != std::string::npos);
  CHECK(behind.sessions.last_origin == "203.0.113.9");

  Fixture open;
  auto direct = open.client();
  const auto stranger = direct.Post("/api/v1/sign-in", forwarded, body, "application/json");
  REQUIRE(stranger);
  CHECK(stranger->get_header_value("Set-Cookie").find("; Secure") == std::string::npos);
  CHECK(open.sessions.last_origin == "127.0.0.1");
}

}  // namespace shanzhi::test
