// A wall reads nobody's name, number, door or note: canaries in every record, and every query asked.
#include <catch2/catch_test_macros.hpp>

#include <map>

#include "shared/api/registry.h"
#include "tests/storage/read/fixture.h"

namespace shanzhi::test {
namespace {

/// What stands nowhere but in records of people, in all the ways that it could slip through.
constexpr const char* kCanaries[]{"金丝", "13511112222", "canarydigest", "canarypinyin", "JSQ-"};
constexpr const char* kMasked = "欧*雀";

void plant(TownFile& file) {
  file.database->run(R"(
    DROP TRIGGER journal_no_update; DROP TRIGGER transfer_no_update;
    UPDATE person SET name = '欧阳金丝雀', phone = '13511112222', full_pinyin = 'canarypinyin',
      initials = 'canarypinyin', id_digest = 'canarydigest' || id;
    UPDATE household SET head_name = '欧阳金丝雀', address = '金丝雀巷 7 号', tags = '金丝雀',
      number = 'JSQ-' || id;
    UPDATE merchant SET phone = '13511112222';
    UPDATE journal SET note = '帮金丝雀打扫', actor = '金丝雀', origin = '金丝雀', before = '{"a":"金丝雀"}',
      after = '{"a":"金丝雀"}';
    UPDATE transfer SET note = '帮金丝雀打扫', evidence = '金丝雀签到';
    INSERT INTO site (uuid, kind, name, place_id, longitude, latitude, hours, offers)
      VALUES (randomblob(16), 0, '总阵地 13511112222', 1, 115, 35, '致电 13511112222', '135-1111-2222');
    INSERT INTO user (uuid, name, title, role, place_id, person_id)
      VALUES (randomblob(16), '金丝雀', '金丝雀', 0, 1, 1);
    INSERT INTO alarm (uuid, place_id, state, severity, matter, detail, commander, appeal, outcome,
      reported_at, raised_at, ended_at, by_role, by_place_id, position)
      VALUES (randomblob(16), 1, 0, 2, '老人走失', '', '欧阳金丝雀', '', '', 1, 1, 0, 0, 1, 1))");
}

/// All that a wall could ask, by the name of the query.
std::multimap<std::string, app::Parameters> questions(const TownFile& file) {
  std::multimap<std::string, app::Parameters> all;
  for (const api::Route& route : api::routes())
    if (route.verb == api::Verb::query && !route.octets) all.emplace(route.name, app::Parameters{});
  const std::string grid = "371702106201-G01";
  const std::string person = base::to_text(file.town.people[0].id.uuid);
  const std::string household = base::to_text(file.town.people[0].household.uuid);
  for (const char* subject : {"person", "household", "team", "grid", "village", "hub"})
    for (const char* period : {"all", "year", "month"})
      all.emplace("boards",
                  app::Parameters{{"subject", subject}, {"period", period}, {"limit", "1000"}});
  all.emplace("boards", app::Parameters{{"mine", person}});
  all.emplace("places", app::Parameters{{"under", "371702106"}, {"outline", "1"}});
  all.emplace("place-card", app::Parameters{{"place", grid}});
  all.emplace("subject-history", app::Parameters{{"subject", "village"}, {"mine", "371702106201"}});
  all.emplace("subject-history", app::Parameters{{"subject", "person"}, {"mine", person}});
  all.emplace("subject-history", app::Parameters{{"subject", "household"}, {"mine", household}});
  all.emplace("passbook", app::Parameters{{"person", person}});
  all.emplace("people", app::Parameters{{"place", grid}});
  all.emplace("rules", app::Parameters{{"all", "1"}});
  all.emplace("search", app::Parameters{{"q", "canarypinyin"}});
  for (const char* day : {"2026-11-20", "2026-11-21", "2026-11-22"})
    all.emplace("day-changes", app::Parameters{{"day", day}, {"limit", "1000"}});
  all.emplace("deeds", app::Parameters{{"since", "2026-11-01"}, {"until", "2026-11-22"}});
  for (int after = 0; after < 2000; after += 400)
    all.emplace("changes", app::Parameters{{"after", std::to_string(after)}, {"limit", "1000"}});
  return all;
}

/// Asks everything; gives all the answers in one.
std::string everything(TownFile& file, const app::Caller& wall) {
  std::string bytes;
  std::map<std::string, int> answered;
  for (const auto& [name, parameters] : questions(file)) {
    const auto answer = file.run(name, parameters, wall);
    answered[name] += answer.ok();
    if (answer) bytes += answer->json;
    const bool open =
        (api::find_route(api::Verb::query, name)->roles & api::bit(api::Role::display)) != 0;
    INFO(name);
    if (!open) CHECK_FALSE(answer.ok());
    if (!answer) continue;
    for (const char* canary : kCanaries) {
      INFO(canary);
      CHECK(answer->json.find(canary) == std::string::npos);
    }
  }
  for (const api::Route& route : api::routes()) {
    const bool asked = route.verb == api::Verb::query && !route.octets &&
                       (route.roles & api::bit(api::Role::display)) != 0;
    INFO(route.name << " has to be asked so that it answers");
    if (asked) CHECK(answered[route.name] > 0);
  }
  return bytes;
}

}  // namespace

TEST_CASE("no answer to a wall holds a name, a number, a door or a note") {
  TownFile file;
  plant(file);
  for (const char* place : {"371702106", "371702106-H1", "371702106201", "371702106201-G01"}) {
    INFO(place);
    const std::string bytes = everything(file, file.caller(api::Role::display, place));
    CHECK(bytes.find(kMasked) != std::string::npos);
  }
}

TEST_CASE("a wall with visitors before it reads not even masked names") {
  TownFile file;
  plant(file);
  file.database->run(
      "INSERT INTO hall SELECT id, 1, 0, 0, 0, NULL, 0, NULL, 0 FROM place WHERE parent_id IS "
      "NULL");
  for (const char* place : {"371702106", "371702106-H1", "371702106201-G01"}) {
    INFO(place);
    const std::string bytes = everything(file, file.caller(api::Role::display, place));
    CHECK(bytes.find("欧") == std::string::npos);
    CHECK(bytes.find("志愿者") != std::string::npos);
  }
  // Nobody but the wall is meant.
  const auto officer = file.caller(api::Role::village_officer, "371702106201");
  const auto board = file.run("boards", {{"period", "all"}}, officer);
  REQUIRE(board);
  CHECK(board->json.find("欧阳金丝雀") != std::string::npos);
}

}  // namespace shanzhi::test
