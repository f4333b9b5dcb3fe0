// A wall over real HTTP with a real token: what it may read, that it reads it at once, and how it ends.
#include <catch2/catch_test_macros.hpp>

#include "shared/api/registry.h"
#include "tests/support/served.h"
#include "tests/support/town_fixture.h"

namespace shanzhi::test {
namespace {

/// The small town, served, and a token for its wall.
class ServedWall : public Town {
 public:
  httplib::Result get(const std::string& query, const std::string& secret) const {
    return served_.client().Get("/api/v1/" + query, {{"Authorization", "Bearer " + secret}});
  }
  /// Id and secret of a new token.
  api::Saved token(std::optional<std::int64_t> days = {}) {
    api::IssueToken command;
    command.id.uuid = fresh();
    command.label = "大厅";
    command.place = "370000001";
    command.days = days;
    const auto answer = run("issue-token", command, administrator());
    REQUIRE(answer);
    return *describe::from_answer<api::Saved>(answer->json);
  }

 private:
  ServedStorage served_{storage(), clock()};
};

std::string code_of(const httplib::Result& result) {
  const auto problem = describe::from_answer<api::Problem>(result->body);
  return problem ? problem->code : "";
}

}  // namespace

TEST_CASE("no byte that a wall's token gets over http is anybody's name, number, door or note") {
  ServedWall town;
  api::SaveHousehold home;
  home.id = household(1);
  home.number = "JSQ-1";
  home.grid = "370000001201-G01";
  home.address = "金丝雀巷 7 号";
  home.tags = "金丝雀户";
  REQUIRE(town.run("save-household", home, town.administrator()));
  api::SavePerson somebody;
  somebody.id = person(1);
  somebody.household = home.id;
  somebody.name = "欧阳金丝雀";
  somebody.phone = "13511112222";
  somebody.relation = people::Relation::head;
  REQUIRE(town.run("save-person", somebody, town.administrator()));
  api::AwardPoints award = town.award_command(person(1), kHourRule);
  award.minutes = 60;
  award.note = "帮金丝雀打扫";
  award.evidence = "金丝雀签到";
  REQUIRE(town.run("award-points", award, town.administrator()));
  api::RaiseAlarm alarm;
  alarm.id.uuid = town.fresh();
  alarm.place = "370000001201-G01";
  alarm.matter = "老人走失";
  alarm.detail = "家属电话 135 1111 2222";
  alarm.commander = "欧阳金丝雀";
  REQUIRE(town.run("raise-alarm", alarm, town.administrator()));

  const std::string secret = town.token().secret;
  int answered = 0;
  std::string all;
  for (const api::Route& route : api::routes()) {
    if (route.verb != api::Verb::query) continue;
    std::string query = route.name;
    if (query == "places") query += "?under=370000001";
    if (query == "boards") query += "?period=all&limit=1000";
    if (query == "place-card") query += "?place=370000001201-G01";
    if (query == "subject-history") query += "?subject=village&mine=370000001201";
    if (query == "day-changes") query += "?day=" + base::to_text(base::day_of(town.clock().now()));
    if (query == "deeds") query += "?since=2026-11-01&until=2026-11-22";
    const auto result = town.get(query, secret);
    INFO(query);
    REQUIRE(result);
    const bool open = (route.roles & api::bit(api::Role::display)) != 0;
    CHECK(result->status == (open ? 200 : 403));
    answered += open;
    for (const char* canary : {"金丝", "13511112222", "135 1111", "JSQ-"}) {
      INFO(canary);
      CHECK(result->body.find(canary) == std::string::npos);
      for (const auto& [name, value] : result->headers)
        CHECK(value.find(canary) == std::string::npos);
    }
    all += result->body;
  }
  CHECK(answered >= 15);
  CHECK(all.find("欧*雀") != std::string::npos);
  CHECK(all.find("老人走失") != std::string::npos);
}

TEST_CASE(
    "a wall hears of an alarm by its next question, and is never told 304 for what the clock "
    "ends") {
  ServedWall town;
  const std::string secret = town.token().secret;
  const auto before = describe::from_answer<api::Changes>(town.get("changes", secret)->body);
  REQUIRE(before);
  api::RaiseAlarm alarm;
  alarm.id.uuid = town.fresh();
  alarm.place = "370000001";
  alarm.matter = "汛情";
  REQUIRE(town.run("raise-alarm", alarm, town.administrator()));
  const auto after = describe::from_answer<api::Changes>(
      town.get("changes?after=" + std::to_string(before->position), secret)->body);
  REQUIRE(after);
  REQUIRE(after->changes.size() == 1);
  CHECK(after->changes.front().what == "alarm_raised");
  CHECK(after->changes.front().subject_name == "汛情");
  for (const char* query : {"alarms", "hall-scenes"}) {
    const auto result = town.get(query, secret);
    CHECK(result->status == 200);
    CHECK_FALSE(result->has_header("ETag"));
  }
}

TEST_CASE("a token that was revoked or has expired is answered 401 at once, everywhere") {
  ServedWall town;
  const auto revoked = town.token(), expiring = town.token(1);
  CHECK(town.get("figures", revoked.secret)->status == 200);
  CHECK(town.get("figures", expiring.secret)->status == 200);
  api::RevokeToken command;
  command.id.uuid = town.fresh();
  command.token.uuid = *base::parse_uuid(revoked.id);
  REQUIRE(town.run("revoke-token", command, town.administrator()));
  CHECK(town.get("figures", expiring.secret)->status == 200);
  town.clock().turn(base::kMsPerDay);
  for (const api::Route& route : api::routes()) {
    if (route.verb != api::Verb::query) continue;
    for (const auto& secret : {revoked.secret, expiring.secret}) {
      const auto result = town.get(route.name, secret);
      INFO(route.name);
      REQUIRE(result);
      CHECK(result->status == 401);
      CHECK(code_of(result) == "signed_out");
    }
  }
}

}  // namespace shanzhi::test
