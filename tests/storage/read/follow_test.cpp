// What is kept in memory between queries: after whatever happened, the answers are those of somebody who
// has just opened the file.
#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

#include <catch2/catch_test_macros.hpp>

#include "server/storage/read/queries.h"
#include "tests/support/town_fixture.h"

namespace shanzhi::test {
namespace {

constexpr unsigned kSeed = 20261122;
constexpr int kSteps = 60;
constexpr const char* kVillage = "370000001201";

const std::vector<std::pair<std::string, app::Parameters>>& asked() {
  static const std::vector<std::pair<std::string, app::Parameters>> all = [] {
    std::vector<std::pair<std::string, app::Parameters>> out{
        {"figures", {}},
        {"figures", {{"place", kVillage}}},
        {"measures", {{"measure", "volunteers"}}},
        {"measures", {{"measure", "points"}, {"month", "2026-11"}}},
        {"place-card", {{"place", kVillage}}},
        {"grids", {}},
        {"household-points", {{"place", kVillage}}},
        {"teams", {}},
        {"journal", {{"place", kVillage}, {"limit", "7"}}},
        {"passbook", {{"person", base::to_text(numbered(1, 1))}}}};
    for (const char* list : {"people", "households"})
      for (const char* sort : {"-balance", "-earned", "month", "hours"}) {
        out.push_back({list, {{"sort", sort}}});
        out.push_back({list, {{"sort", sort}, {"place", kVillage}, {"limit", "3"}}});
      }
    for (const char* list : {"people", "households"})
      for (const char* search : {"张", "王", "wang", "1003", "h1", "潭上"})
        out.push_back({list, {{"search", search}}});
    out.push_back({"households", {{"sort", "number"}}});
    out.push_back({"households", {{"sort", "-head"}, {"limit", "5"}}});
    for (const char* subject : {"person", "household", "team", "grid", "village"})
      for (const char* period : {"day", "month", "all"})
        for (const char* place : {"", kVillage})
          out.push_back({"boards", {{"subject", subject}, {"period", period}, {"place", place}}});
    return out;
  }();
  return all;
}

/// Random commands on the small town.
class Happening {
 public:
  explicit Happening(Town& town) : town_(town) {}

  void happen() {
    town_.clock().turn(base::kMsPerHour * 7);
    switch (random_() % 6) {
      case 0: return save_person();
      case 1: return move_person();
      case 2: return save_household();
      case 3: return reverse();
      default: return award();
    }
  }

 private:
  std::uint64_t below(std::uint64_t n) { return random_() % n; }
  base::HouseholdId some_household() { return household(1 + below(12)); }

  void save_person() {
    api::SavePerson command;
    // Half of them are new; the others get another name, or ask not to be shown.
    command.id = below(2) == 0 ? base::PersonId{town_.fresh()} : person(1 + below(24));
    command.household = some_household();
    command.name = below(2) == 0 ? "王五" : "张三丰";
    command.phone = "1390000100" + std::to_string(below(10));
    command.relation = below(3) == 0 ? people::Relation::head : people::Relation::other;
    command.off_boards = below(3) == 0;
    (void)town_.run("save-person", command, town_.administrator());
  }
  void move_person() {
    api::MovePerson command;
    command.id.uuid = town_.fresh();
    command.person = person(1 + below(24));
    command.household = some_household();
    command.reason = "分户";
    (void)town_.run("move-person", command, town_.administrator());
  }
  void save_household() {
    static const char* const kGrids[] = {"370000001201-G01", "370000001201-G02", "370000001202-G01",
                                         "370000001202-G02"};
    api::SaveHousehold command;
    command.id = some_household();
    command.number = "H1" + std::to_string(below(90));
    command.grid = kGrids[below(4)];
    command.address = std::to_string(below(9)) + "组 潭上";
    if (below(2) == 0) command.longitude = 115.4, command.latitude = 35 + 0.01 * below(50);
    (void)town_.run("save-household", command, town_.administrator());
  }
  void award() {
    const auto posted = town_.award(person(1 + below(24)), kFreeRule);
    if (posted) transfers_.push_back(posted->transfer);
  }
  void reverse() {
    if (transfers_.empty()) return;
    (void)town_.reverse(transfers_[below(transfers_.size())]);
  }

  Town& town_;
  std::mt19937_64 random_{kSeed};
  std::vector<std::string> transfers_;
};

}  // namespace

TEST_CASE("what is kept in memory answers as the file does, whatever has happened") {
  Town town;
  Happening happening(town);
  const auto kept =
      storage::open_queries(town.storage().path(), town.clock(), &town.storage().commits());
  const app::Caller caller = town.administrator();
  int answered = 0;
  for (int step = 0; step < kSteps; ++step) {
    happening.happen();
    const auto fresh = storage::open_queries(town.storage().path(), town.clock());
    for (const auto& [query, parameters] : asked()) {
      const auto remembered = kept->run(query, parameters, caller);
      const auto read = fresh->run(query, parameters, caller);
      INFO("seed " << kSeed << ", step " << step << ", " << query << " "
                   << (parameters.empty() ? "" : parameters.front().second));
      REQUIRE(remembered.ok() == read.ok());
      if (!read.ok()) continue;
      CHECK(remembered->json == read->json);
      ++answered;
    }
  }
  CHECK(answered > kSteps * 40);
  CHECK(town.number("SELECT count(*) FROM journal") > kSteps / 2);  // most of it was allowed
}

TEST_CASE("a position is known at once after a command here, and soon after another process's") {
  Town town;
  const auto queries =
      storage::open_queries(town.storage().path(), town.clock(), &town.storage().commits());
  const auto newest = [&] { return town.number("SELECT max(position) FROM journal"); };
  for (int i = 0; i < 20; ++i) {
    REQUIRE(town.award(person(1), kFreeRule));
    CHECK(queries->position() == newest());
  }
  // As `shanzhi user add` does beside a server: what it writes is counted nowhere here.
  storage::OpenOptions beside;
  beside.folder = town.folder();
  beside.clock = &town.clock();
  beside.password_cost = {1, 8 * 1024 * 1024};
  beside.random = [](std::uint8_t* bytes, std::size_t count) { std::fill_n(bytes, count, 7); };
  auto tool = storage::Storage::open(std::move(beside));
  REQUIRE(tool);
  storage::NewUser user;
  user.name = "beside";
  user.password = "long enough 1";
  const std::int64_t before = queries->position();
  REQUIRE((*tool)->add_user(user));
  REQUIRE(newest() > before);
  const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (queries->position() == before && std::chrono::steady_clock::now() < patience)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  CHECK(queries->position() == newest());
}

}  // namespace shanzhi::test
