// The whole server over a real town: storage, queries, http, as `shanzhi serve` puts them together.
#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <cstring>
#include <thread>

#include "server/app/import_columns.h"
#include "server/app/import_template.h"
#include "server/demo/demo.h"
#include "server/exchange/read_table.h"
#include "server/storage/storage.h"
#include "shared/describe/json.h"
#include "tests/api/fixture.h"
#include "tests/support/served.h"
#include "tests/support/small_jpeg.h"

namespace shanzhi::test {
namespace {

constexpr const char* kPassword = "correct horse battery";

/// A small town with an account for some roles, served.
class ServedTown {
 public:
  ServedTown() {
    storage::OpenOptions options;
    options.folder = folder.path;
    options.serve = true;
    options.clock = &clock;
    options.random = [this](std::uint8_t* bytes, std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<std::uint8_t>(++random_);
    };
    options.password_cost = {1, 64 * 1024};
    auto opened = storage::Storage::open(std::move(options));
    REQUIRE(opened);
    storage = std::move(*opened);
    demo::DemoOptions demo;
    demo.people = 600;
    demo.today = base::day_of(clock.now());
    town = demo::make_town(demo);
    REQUIRE(storage->load(town, [](int) {}));
    for (const auto& place : town.places) {
      if (place.level == places::Level::village) (village.empty() ? village : other) = place.code;
      if (place.level == places::Level::grid && grid.empty() && place.parent == village)
        grid = place.code;
    }
    add("town", api::Role::town_administrator, "");
    add("village", api::Role::village_officer, village);
    add("other", api::Role::village_officer, other);
    served = std::make_unique<ServedStorage>(*storage, clock, settings());
  }

  httplib::Client client() const { return served->client(); }
  /// Signs in; the headers that speak for the session.
  httplib::Headers session(const std::string& name) const {
    auto c = client();
    const auto result =
        c.Post("/api/v1/sign-in", "{\"name\":\"" + name + "\",\"password\":\"" + kPassword + "\"}",
               "application/json");
    REQUIRE(result);
    REQUIRE(result->status == 200);
    return {{"Cookie", cookie_of(result)}};
  }
  /// A resident of the village who has a household other than nobody's.
  std::string somebody(const httplib::Headers& headers) const {
    auto c = client();
    const auto result = c.Get("/api/v1/people?limit=1", headers);
    REQUIRE(result);
    REQUIRE(result->status == 200);
    const auto page = describe::from_answer<api::PersonPage>(result->body);
    REQUIRE(page);
    REQUIRE(page->people.size() == 1);
    return page->people.front().id;
  }
  std::string hourly_rule() const {
    for (const auto& rule : town.rules)
      if (rule.direction == rules::Direction::add && rule.unit == rules::Unit::hour)
        return rule.code;
    return {};
  }

  StoppedClock clock;
  TemporaryFolder folder;
  std::unique_ptr<storage::Storage> storage;
  app::TownData town;
  std::string village, other, grid;
  std::unique_ptr<ServedStorage> served;

 private:
  static http::Settings settings() {
    http::Settings out;
    out.sign_ins_per_minute = 10'000;
    return out;
  }
  void add(const char* name, api::Role role, const std::string& place) {
    storage::NewUser user;
    user.name = name;
    user.title = name;
    user.place = place;
    user.role = role;
    user.password = kPassword;
    REQUIRE(storage->add_user(user));
  }
  std::atomic<std::uint64_t> random_{0};
};

std::string award(const std::string& id, const std::string& person, const std::string& rule) {
  return "{\"id\":\"" + id + "\",\"person\":\"" + person + "\",\"rule\":\"" + rule +
         "\",\"minutes\":60,\"occurred_at\":\"2026-11-22T08:00:00+08:00\",\"note\":\"清扫街道\","
         "\"evidence\":\"签到\"}";
}

}  // namespace

TEST_CASE("every query of a real town answers what its description says") {
  ServedTown town;
  auto client = town.client();
  const auto headers = town.session("town");
  const std::string person = town.somebody(headers);
  for (const api::Route& route : api::routes()) {
    if (route.verb != api::Verb::query ||
        (route.roles & api::bit(api::Role::town_administrator)) == 0)
      continue;
    std::string path = std::string("/api/v1/") + route.name;
    const std::string_view name = route.name;
    if (name == "photo") continue;  // there is none in the demonstration town; below
    if (name == "places") path += "?under=" + town.village;
    if (name == "passbook") path += "?person=" + person;
    if (name == "place-card") path += "?place=" + town.village;
    if (name == "search") path += "?q=%E6%9D%8E";
    if (name == "award-context")
      path += "?person=" + person + "&rule=" + town.hourly_rule() +
              "&occurred_at=2026-11-22T08:00:00%2B08:00";
    if (name == "subject-history") path += "?subject=village&mine=" + town.village;
    if (name == "export") path += "?list=grids&format=csv";
    if (name == "import-template") path += "?kind=roster";
    if (name == "day-changes") path += "?day=2026-11-20";
    if (name == "deeds") path += "?since=2026-11-01&until=2026-11-07";
    INFO(path);
    const auto result = client.Get(path, headers);
    REQUIRE(result);
    INFO(result->body.substr(0, 400));
    CHECK(result->status == 200);
    CHECK(result->body.size() > 2);
  }
}

TEST_CASE("a whole list goes out over http as a file that opens, and nobody's but the caller's") {
  ServedTown town;
  auto client = town.client();
  const auto all = town.session("town"), own = town.session("village");
  const auto total =
      describe::from_answer<api::PersonPage>(client.Get("/api/v1/people?limit=1", all)->body);
  const auto sheet = client.Get("/api/v1/export?list=people", all);
  REQUIRE(sheet);
  REQUIRE(sheet->status == 200);
  CHECK(sheet->get_header_value("Content-Type").find("spreadsheetml") != std::string::npos);
  CHECK(sheet->get_header_value("Content-Disposition") ==
        "attachment; filename=\"people-2026-11-22.xlsx\"");
  CHECK(sheet->get_header_value("Cache-Control") == "no-store");
  const auto table = exchange::read_table(sheet->body);
  REQUIRE(table);
  CHECK(static_cast<std::int64_t>(table->rows.size()) == total->total);
  const auto lines = client.Get("/api/v1/export?list=people&format=csv", own);
  REQUIRE(lines);
  const auto mine = exchange::read_table(lines->body);
  REQUIRE(mine);
  CHECK(mine->rows.size() < table->rows.size());
  CHECK(client.Get("/api/v1/export?list=journal", own)->status == 403);
  CHECK(client.Get("/api/v1/export?list=people")->status == 401);
  CHECK(client.Get("/api/v1/export?list=people&format=pdf", all)->status == 422);
  CHECK(client.Get("/api/v1/export?list=people&place=nowhere", own)->status == 404);
}

TEST_CASE("a template is understood by the import that it is for, and its example is passed over") {
  ServedTown town;
  auto client = town.client();
  const auto headers = town.session("town");
  for (const char* kind : {"roster", "places", "merchants", "teams", "rules"}) {
    INFO(kind);
    const auto file = client.Get(std::string("/api/v1/import-template?kind=") + kind, headers);
    REQUIRE(file);
    REQUIRE(file->status == 200);
    auto table = exchange::read_table(file->body);
    REQUIRE(table);
    REQUIRE(table->rows.size() == 1);
    const auto fields = std::string_view(kind) == "roster"      ? app::roster_fields()
                        : std::string_view(kind) == "places"    ? app::place_fields()
                        : std::string_view(kind) == "merchants" ? app::merchant_fields()
                        : std::string_view(kind) == "teams"     ? app::team_fields()
                                                                : app::rule_fields();
    const app::MatchedColumns matched(*table, fields);
    CHECK(matched.missing().empty());
    for (const auto& column : matched.report()) CHECK_FALSE(column.field.empty());
    const auto first = table->first_row;
    app::drop_example(*table);
    CHECK(table->rows.empty());
    CHECK(table->first_row == first + 1);
  }
  CHECK(client.Get("/api/v1/import-template?kind=nonsense", headers)->status == 422);
  CHECK(client.Get("/api/v1/import-template?kind=roster", town.session("village"))->status == 403);
}

TEST_CASE("an award over http is posted once, seen at once, and taken back once") {
  ServedTown town;
  auto client = town.client();
  const auto officer = town.session("village");
  const std::string person = town.somebody(officer);
  const auto before =
      describe::from_answer<api::Figures>(client.Get("/api/v1/figures", officer)->body);
  const std::string body =
      award("01936f00-0000-7000-8000-000000000001", person, town.hourly_rule());
  const auto first = client.Post("/api/v1/award-points", officer, body, "application/json");
  REQUIRE(first);
  INFO(first->body);
  REQUIRE(first->status == 200);
  const auto posted = describe::from_answer<api::Posted>(first->body);
  REQUIRE(posted);
  CHECK(posted->points > 0);
  CHECK(posted->minutes == 60);

  const auto again = client.Post("/api/v1/award-points", officer, body, "application/json");
  CHECK(again->body == first->body);
  CHECK(again->get_header_value("Idempotency-Replayed") == "true");
  std::string other = body;
  other.replace(other.find("60,"), 3, "61,");
  CHECK(client.Post("/api/v1/award-points", officer, other, "application/json")->status == 422);

  const auto after =
      describe::from_answer<api::Figures>(client.Get("/api/v1/figures", officer)->body);
  CHECK(after->points_issued == before->points_issued + posted->points);
  const auto changes = describe::from_answer<api::Changes>(
      client.Get("/api/v1/changes?after=" + std::to_string(posted->position - 1), officer)->body);
  REQUIRE(changes);
  REQUIRE(changes->changes.size() == 1);
  CHECK(changes->changes.front().amount == posted->points);

  const std::string back = "{\"id\":\"01936f00-0000-7000-8000-000000000002\",\"transfer\":\"" +
                           posted->transfer + "\",\"reason\":\"登记有误\"}";
  const auto reversed = client.Post("/api/v1/reverse-transfer", officer, back, "application/json");
  INFO(reversed->body);
  CHECK(reversed->status == 200);
  const std::string twice = "{\"id\":\"01936f00-0000-7000-8000-000000000003\",\"transfer\":\"" +
                            posted->transfer + "\",\"reason\":\"登记有误\"}";
  CHECK(client.Post("/api/v1/reverse-transfer", officer, twice, "application/json")->status == 409);
  CHECK(town.storage->verify().holds());
}

TEST_CASE("what an officer gave today is told to them and to nobody else, taken back or not") {
  ServedTown town;
  auto client = town.client();
  const auto officer = town.session("village"), other = town.session("town");
  const auto given = [&](const httplib::Headers& headers) {
    const auto view = describe::from_answer<api::Given>(client.Get("/api/v1/given", headers)->body);
    REQUIRE(view);
    return *view;
  };
  CHECK(given(officer).lines.empty());
  const std::string body =
      award("01936f00-0000-7000-8000-000000000011", town.somebody(officer), town.hourly_rule());
  const auto posted = describe::from_answer<api::Posted>(
      client.Post("/api/v1/award-points", officer, body, "application/json")->body);
  REQUIRE(posted);
  const api::Given mine = given(officer);
  REQUIRE(mine.lines.size() == 1);
  CHECK(mine.points == posted->points);
  CHECK(mine.lines[0].transfer == posted->transfer);
  CHECK(mine.lines[0].amount == posted->points);
  CHECK(mine.lines[0].minutes == 60);
  CHECK_FALSE(mine.lines[0].person_name.empty());
  CHECK(given(other).lines.empty());
  const std::string back = "{\"id\":\"01936f00-0000-7000-8000-000000000012\",\"transfer\":\"" +
                           posted->transfer + "\",\"reason\":\"登记有误\"}";
  REQUIRE(client.Post("/api/v1/reverse-transfer", officer, back, "application/json")->status ==
          200);
  const api::Given after = given(officer);
  REQUIRE(after.lines.size() == 2);
  CHECK(after.points == 0);
  CHECK(after.lines[1].reversed);
}

TEST_CASE("a photograph proves one award, and is seen by whoever may open the book it stands in") {
  ServedTown town;
  auto client = town.client();
  const auto officer = town.session("village"), other = town.session("other");
  const auto put = [&](const httplib::Headers& who) {
    return client.Post("/api/v1/upload-photo", who, camera_jpeg(), "image/jpeg");
  };
  const auto first = put(officer), again = put(officer);
  REQUIRE(first);
  INFO(first->body);
  REQUIRE(first->status == 200);
  CHECK(again->body == first->body);
  const std::string photo = describe::from_answer<api::PhotoKept>(first->body).value().id;
  const auto give = [&](const char* id, const httplib::Headers& who) {
    std::string body = award(id, town.somebody(who), town.hourly_rule());
    body.insert(body.size() - 1, ",\"photos\":[\"" + photo + "\"]");
    return client.Post("/api/v1/award-points", who, body, "application/json");
  };
  CHECK(give("01936f00-0000-7000-8000-000000000021", other)->status == 404);
  const auto given = give("01936f00-0000-7000-8000-000000000022", officer);
  INFO(given->body);
  REQUIRE(given->status == 200);
  CHECK(give("01936f00-0000-7000-8000-000000000023", officer)->status == 409);

  const auto seen = client.Get("/api/v1/photo?id=" + photo, officer);
  REQUIRE(seen->status == 200);
  CHECK(seen->get_header_value("Content-Type") == "image/jpeg");
  CHECK(seen->body.find(kPlanted) == std::string::npos);
  CHECK(client.Get("/api/v1/photo?id=" + photo, town.session("town"))->status == 200);
  CHECK(client.Get("/api/v1/photo?id=" + photo, other)->status == 404);
  CHECK(client.Get("/api/v1/photo?id=" + photo)->status == 401);
  CHECK(town.storage->verify().holds());
}

TEST_CASE("a session ends when it is signed out, and a token when it is revoked") {
  ServedTown town;
  auto client = town.client();
  const auto headers = town.session("town");
  CHECK(client.Get("/api/v1/me", headers)->status == 200);

  const auto issued = client.Post("/api/v1/issue-token", headers,
                                  "{\"id\":\"01936f00-0000-7000-8000-000000000009\",\"label\":"
                                  "\"大厅屏\",\"role\":\"display\",\"place\":\"" +
                                      town.village + "\"}",
                                  "application/json");
  REQUIRE(issued);
  INFO(issued->body);
  REQUIRE(issued->status == 200);
  const auto saved = describe::from_answer<api::Saved>(issued->body);
  REQUIRE_FALSE(saved->secret.empty());
  const httplib::Headers bearer{{"Authorization", "Bearer " + saved->secret}};
  CHECK(client.Get("/api/v1/figures", bearer)->status == 200);
  CHECK(client.Get("/api/v1/people", bearer)->status == 403);
  const auto revoked = client.Post("/api/v1/revoke-token", headers,
                                   "{\"id\":\"01936f00-0000-7000-8000-00000000000a\",\"token\":"
                                   "\"01936f00-0000-7000-8000-000000000009\"}",
                                   "application/json");
  INFO(revoked->body);
  CHECK(revoked->status == 200);
  CHECK(client.Get("/api/v1/figures", bearer)->status == 401);

  CHECK(client.Post("/api/v1/sign-out", headers, "{}", "application/json")->status == 200);
  CHECK(client.Get("/api/v1/me", headers)->status == 401);
}

TEST_CASE("a wall opened by an official who is signed in is answered as its token would be") {
  ServedTown town;
  auto client = town.client();
  auto headers = town.session("town");
  const auto name = [&] {
    const auto board = describe::from_answer<api::Board>(
        client.Get("/api/v1/boards?subject=person&period=all", headers)->body);
    REQUIRE(board);
    REQUIRE_FALSE(board->rows.empty());
    return board->rows.front().name;
  };
  const std::string whole = name();
  CHECK(whole.find('*') == std::string::npos);
  CHECK(client.Get("/api/v1/people", headers)->status == 200);
  CHECK(client.Get("/api/v1/places?under=" + town.village, headers)->has_header("Shanzhi-Keep"));

  headers.emplace("Shanzhi-Face", "wall");
  CHECK(name().find('*') != std::string::npos);
  CHECK(client.Get("/api/v1/people", headers)->status == 403);
  const auto places = client.Get("/api/v1/places?under=" + town.village, headers);
  CHECK_FALSE(places->has_header("Shanzhi-Keep"));
  CHECK(places->get_header_value("Vary").find("Shanzhi-Face") != std::string::npos);
  const auto me = describe::from_answer<api::Me>(client.Get("/api/v1/me", headers)->body);
  REQUIRE(me);
  CHECK(me->role == "display");
}

TEST_CASE("sixteen callers awarding at once are all answered and the ledger holds") {
  ServedTown town;
  const auto officer = town.session("village");
  const std::string person = town.somebody(officer), rule = town.hourly_rule();
  std::atomic<int> posted{0}, refused{0}, broken{0};
  std::vector<std::thread> callers;
  for (int caller = 0; caller < 16; ++caller)
    callers.emplace_back([&, caller] {
      auto client = town.client();
      for (int i = 0; i < 8; ++i) {
        char id[64];
        std::snprintf(id, sizeof id, "01936f00-0000-7000-8000-0000%04x%04x", caller + 1, i + 1);
        const auto result = client.Post("/api/v1/award-points", officer, award(id, person, rule),
                                        "application/json");
        if (!result || result->status >= 500)
          ++broken;
        else if (result->status == 200)
          ++posted;
        else
          ++refused;
      }
    });
  for (auto& caller : callers) caller.join();
  CHECK(broken == 0);
  CHECK(posted > 0);
  CHECK(posted + refused == 128);
  CHECK(town.storage->verify().holds());
}

}  // namespace shanzhi::test
