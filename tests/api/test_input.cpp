// Bad input for every route, made from the descriptions: each has its refusal, none is a defect.
#include <catch2/catch_test_macros.hpp>

#include "shared/describe/field_list.h"
#include "shared/describe/json.h"
#include "shared/describe/random_record.h"
#include "tests/api/fixture.h"

namespace shanzhi::test {
namespace {

constexpr std::uint64_t kSeed = 2310;

describe::RecordAccess record_of(const api::Route& route) {
  return {const_cast<api::Route*>(&route),
          [](void* row, describe::Visitor& v) { static_cast<const api::Route*>(row)->request(v); }};
}

httplib::Headers allowed(const api::Route& route) {
  for (int r = 0; r < api::kRoleCount; ++r)
    if ((route.roles & api::bit(static_cast<api::Role>(r))) != 0)
      return Fixture::as(static_cast<api::Role>(r));
  return {};
}

void check_problem(const httplib::Result& result) {
  REQUIRE(result);
  CHECK(result->get_header_value("Content-Type") == "application/problem+json");
  const auto problem = describe::from_answer<api::Problem>(result->body);
  REQUIRE(problem);
  CHECK(problem->status == result->status);
  CHECK_FALSE(problem->code.empty());
  CHECK_FALSE(problem->detail.empty());
  CHECK_FALSE(problem->instance.empty());
}

}  // namespace

TEST_CASE("every wrong body of every command is refused with the field and the reason") {
  http::Settings settings;
  settings.sign_ins_per_minute = 100'000;
  Fixture server(settings);
  auto client = server.client();
  describe::Random random(kSeed);
  for (const api::Route& route : api::routes()) {
    if (route.verb != api::Verb::command || route.octets) continue;
    for (const auto& bad : describe::bad_inputs(record_of(route), random)) {
      // Signing out has nothing to say: its body may be absent.
      if (bad.json.empty() && std::string_view(route.name) == "sign-out") continue;
      INFO(route.name << ": " << bad.why << ": " << bad.json.substr(0, 300));
      const auto result = client.Post(std::string("/api/v1/") + route.name, allowed(route),
                                      bad.json, "application/json");
      check_problem(result);
      CHECK(result->status >= 400);
      CHECK(result->status < 500);
      const auto problem = describe::from_answer<api::Problem>(result->body);
      // The record made from a route stays at its defaults, so other fields may be wrong as well.
      bool named = bad.pointer.empty() && problem->code == describe::name_of(bad.code);
      for (const auto& error : problem->errors)
        named =
            named || (error.pointer == bad.pointer && error.code == describe::name_of(bad.code));
      CHECK(named);
    }
  }
}

TEST_CASE("every query refuses unknown, doubled and misshapen parameters") {
  Fixture server;
  auto client = server.client();
  for (const api::Route& route : api::routes()) {
    if (route.verb != api::Verb::query) continue;
    const std::string path = std::string("/api/v1/") + route.name;
    INFO(route.name);
    const auto unknown = client.Get(path + "?surplus=1", allowed(route));
    check_problem(unknown);
    CHECK((unknown->status == 400 || unknown->status == 422));
    for (const auto& info : describe::field_list(record_of(route))) {
      const std::string name = info.field.name;
      INFO(name);
      for (const std::string value :
           {"%FF%FE", "%00", "99999999999999999999", "-1", "%27%20OR%201=1--", "%F0%9F%91%BB",
            "..%2F..%2Fetc%2Fpasswd", "1e400", "%E2%80%AE", ""}) {
        const auto result = client.Get(path + "?" + name + "=" + value, allowed(route));
        REQUIRE(result);
        CHECK(result->status < 500);
        if (result->status != 200) check_problem(result);
      }
      if (info.shape == describe::Shape::integer || info.shape == describe::Shape::boolean ||
          info.shape == describe::Shape::choice) {
        const auto result = client.Get(path + "?" + name + "=neither", allowed(route));
        check_problem(result);
      }
      const auto doubled = client.Get(path + "?" + name + "=1&" + name + "=2", allowed(route));
      check_problem(doubled);
    }
  }
}

TEST_CASE("a defect is answered by its number alone and told to the operator") {
  Fixture server;
  server.commands.throws = true;
  auto client = server.client();
  const auto result = client.Post("/api/v1/award-points", Fixture::as(api::Role::grid_worker), "{}",
                                  "application/json");
  check_problem(result);
  CHECK(result->status == 500);
  CHECK(result->body.find("secret") == std::string::npos);
  server.stop();
  REQUIRE(server.log.size() == 1);
  CHECK(server.log.front().find("secret path") != std::string::npos);
}

TEST_CASE("every error code has its status, its name and a sentence in both languages") {
  Fixture server;
  auto client = server.client();
  for (int c = 0; c < static_cast<int>(base::ErrorCode::internal); ++c) {
    const auto code = static_cast<base::ErrorCode>(c);
    server.commands.refuse_with = {code, "/amount", "8", "2"};
    INFO(describe::name_of(code));
    auto headers = Fixture::as(api::Role::grid_worker);
    const auto chinese = client.Post("/api/v1/award-points", headers, "{}", "application/json");
    headers.emplace("Accept-Language", "en-GB,zh;q=0.5");
    const auto english = client.Post("/api/v1/award-points", headers, "{}", "application/json");
    check_problem(chinese);
    check_problem(english);
    CHECK(chinese->status >= 400);
    CHECK(chinese->status != 500);
    CHECK(chinese->get_header_value("Content-Language") == "zh-CN");
    CHECK(english->get_header_value("Content-Language") == "en");
    CHECK(chinese->body != english->body);
    CHECK(english->has_header("Retry-After") == (english->status == 429 || english->status == 503));
  }
}

TEST_CASE("a repeat under the same key gets the first answer and says so") {
  Fixture server;
  auto client = server.client();
  describe::Random random(kSeed);
  const auto body = describe::to_json(describe::random_record<api::AwardPoints>(random));
  auto headers = Fixture::as(api::Role::grid_worker);
  headers.emplace("Idempotency-Key", "018f3b1e-7a10-7000-8000-0123456789ab");
  const auto first = client.Post("/api/v1/award-points", headers, body, "application/json");
  const auto second = client.Post("/api/v1/award-points", headers, body, "application/json");
  REQUIRE(first);
  REQUIRE(second);
  REQUIRE(first->status == 200);
  CHECK_FALSE(first->has_header("Idempotency-Replayed"));
  CHECK(second->get_header_value("Idempotency-Replayed") == "true");
  CHECK(second->body == first->body);

  auto broken = Fixture::as(api::Role::grid_worker);
  broken.emplace("Idempotency-Key", "one-two-three");
  const auto refused = client.Post("/api/v1/award-points", broken, body, "application/json");
  check_problem(refused);
  CHECK(refused->status == 400);
}

TEST_CASE("an import takes the file as it is and refuses parameters it does not know") {
  Fixture server;
  auto client = server.client();
  const auto town = Fixture::as(api::Role::town_administrator);
  const std::string bytes("a\0b\xFF", 4);
  const auto good =
      client.Post("/api/v1/import?kind=roster&name=x.csv&dry_run=1", town, bytes, "text/csv");
  REQUIRE(good);
  CHECK(good->status == 200);
  CHECK(server.imports.last_bytes == bytes);
  CHECK(good->body.find("\"dry_run\":true") != std::string::npos);
  check_problem(
      client.Post("/api/v1/import?kind=roster&name=x.csv&surplus=1", town, bytes, "text/csv"));

  const auto file =
      client.Get("/api/v1/import-errors?id=00000000-0000-0001-0000-000000000005", town);
  REQUIRE(file);
  CHECK(file->status == 200);
  CHECK(file->body == "PK marked");
  CHECK(client.Get("/api/v1/import-errors?id=00000000-0000-0001-0000-000000000006", town)->status ==
        404);
  CHECK(client.Get("/api/v1/import-errors?id=x", town)->status == 400);
  CHECK(client.Get("/api/v1/import-errors?id=00000000-0000-0001-0000-000000000005")->status == 401);

  Fixture without({}, false);
  auto other = without.client();
  CHECK(other.Post("/api/v1/import?kind=roster", town, bytes, "text/csv")->status == 404);
}

}  // namespace shanzhi::test
