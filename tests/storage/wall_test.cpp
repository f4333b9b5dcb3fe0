// Alarms and the wall's scenes from the command to what a wall, an officer and a villager read.
#include <catch2/catch_test_macros.hpp>

#include "server/storage/read/queries.h"
#include "shared/api/alarms.h"
#include "shared/api/hall.h"
#include "tests/support/town_fixture.h"

using namespace shanzhi;
using api::Role;
using base::ErrorCode;

namespace {

constexpr const char* kTown = "370000001";
constexpr const char* kVillage = "370000001201";
constexpr const char* kOther = "370000001202";
constexpr const char* kGrid = "370000001201-G01";

/// The small town with its read side.
struct Hall : test::Town {
  std::unique_ptr<app::Queries> queries = storage::open_queries(storage().path(), clock());

  template <class View>
  View read(const char* query, const app::Caller& caller, const app::Parameters& parameters = {}) {
    const auto answer = queries->run(query, parameters, caller);
    REQUIRE(answer);
    auto view = describe::from_answer<View>(answer->json);
    REQUIRE(view);
    return std::move(*view);
  }
  std::vector<api::AlarmView> alarms(Role role, const char* place) {
    return read<api::Alarms>("alarms", caller(role, place)).alarms;
  }
  api::HallScenes scenes(Role role = Role::display) {
    return read<api::HallScenes>("hall-scenes", caller(role, kTown));
  }
  std::vector<std::string> heard(Role role, const char* place) {
    std::vector<std::string> what;
    for (const auto& change : read<api::Changes>("changes", caller(role, place)).changes)
      what.push_back(change.what);
    return what;
  }
  std::optional<ErrorCode> refused(const char* name, const auto& command, Role role,
                                   const char* place) {
    const auto answer = run(name, command, caller(role, place));
    return answer ? std::nullopt : std::optional(answer.error().code);
  }
  std::optional<ErrorCode> step(base::AlarmId alarm, std::int64_t number) {
    api::UpdateAlarm update;
    update.id.uuid = fresh();
    update.alarm = alarm;
    update.step = number;
    update.done = true;
    return refused("update-alarm", update, Role::village_officer, kVillage);
  }
  std::optional<ErrorCode> order(hall::Action action, std::int64_t scene = 0) {
    api::DirectHall order;
    order.id.uuid = fresh();
    order.place = kTown;
    order.action = action;
    if (scene != 0) order.scene = scene;
    return refused("direct-hall", order, Role::hub_officer, kTown);
  }
};

api::RaiseAlarm lost(test::Town& town) {
  api::RaiseAlarm command;
  command.id.uuid = town.fresh();
  command.place = kGrid;
  command.matter = "老人走失";
  command.detail = "87 岁，男，蓝棉袄，家属电话 13800138000，身份证 37172919390102001X";
  command.severity = alarms::Severity::major;
  command.commander = "王大明";
  command.appeal = "见到老人请就近报网格员";
  command.forces = {{"打更巡逻队", kOther, 6, 5}, {"网格员", kGrid, 1, 0}};
  return command;
}

}  // namespace

TEST_CASE(
    "an alarm raised by a grid worker is on the wall with its steps and forces, and no number") {
  Hall town;
  const auto command = lost(town);
  REQUIRE(town.run("raise-alarm", command, town.caller(Role::grid_worker, kGrid)));
  const auto seen = town.alarms(Role::display, kTown);
  REQUIRE(seen.size() == 1);
  const api::AlarmView& alarm = seen.front();
  CHECK(alarm.matter == "老人走失");
  CHECK(alarm.state == "raised");
  CHECK(alarm.severity == "major");
  CHECK(alarm.place == kGrid);
  CHECK(alarm.village_name == "潭上村");
  CHECK(alarm.detail == "87 岁，男，蓝棉袄，家属电话 138****8000，身份证 ****");
  CHECK(alarm.commander == "王*明");
  CHECK(alarm.by_role == "grid_worker");
  CHECK(alarm.current == 1);
  CHECK(alarm.steps.size() == 5);
  REQUIRE(alarm.forces.size() == 2);
  CHECK(alarm.forces[0].arrives_at == "2026-11-22T09:05:00+08:00");
  CHECK_FALSE(alarm.forces[0].arrived);
  CHECK(alarm.forces[1].arrived);
  CHECK_FALSE(alarm.may_change);
  CHECK(town.heard(Role::display, kTown) == std::vector<std::string>{"alarm_raised"});
  CHECK(town.number("SELECT count(*) FROM journal WHERE after LIKE '%13800138000%' OR "
                    "after LIKE '%19390102%'") == 0);
  CHECK(town.faults() == "");
}

TEST_CASE("an alarm is told to whom it concerns: above, below, and to nobody beside") {
  Hall town;
  REQUIRE(town.run("raise-alarm", lost(town), town.administrator()));
  for (const char* place : {kTown, kVillage, kGrid})
    for (const Role role : {Role::display, Role::volunteer, Role::village_officer}) {
      CHECK(town.alarms(role, place).size() == 1);
      CHECK(town.heard(role, place).size() == 1);
    }
  CHECK(town.alarms(Role::display, kOther).empty());
  CHECK(town.heard(Role::volunteer, kOther).empty());
  CHECK(town.alarms(Role::village_officer, kVillage).front().may_change);
  CHECK(town.alarms(Role::village_officer, kVillage).front().commander == "王大明");
  CHECK(town.alarms(Role::volunteer, kVillage).front().commander == "王*明");
}

TEST_CASE("steps are ticked in order by the village, and the end is told for ten minutes") {
  Hall town;
  const auto command = lost(town);
  REQUIRE(town.run("raise-alarm", command, town.administrator()));
  CHECK(town.step(command.id, 2) == ErrorCode::out_of_range);
  CHECK(town.step(command.id, 1) == std::nullopt);
  CHECK(town.step(command.id, 2) == std::nullopt);
  CHECK(town.alarms(Role::display, kTown).front().current == 3);
  CHECK(town.alarms(Role::display, kTown).front().steps[1].done_at == "2026-11-22T09:00:00+08:00");

  api::EndAlarm end;
  end.id.uuid = town.fresh();
  end.alarm = command.id;
  end.outcome = "已找到，老人平安";
  CHECK(town.refused("end-alarm", end, Role::grid_worker, kGrid) == ErrorCode::not_permitted);
  CHECK(town.refused("end-alarm", end, Role::village_officer, kOther) == ErrorCode::not_found);
  CHECK(town.refused("end-alarm", end, Role::village_officer, kVillage) == std::nullopt);
  CHECK(town.step(command.id, 3) == ErrorCode::in_use);
  CHECK(town.alarms(Role::display, kTown).front().outcome == "已找到，老人平安");
  CHECK(town.heard(Role::display, kTown).back() == "alarm_ended");
  town.clock().turn(11 * base::kMsPerMinute);
  CHECK(town.alarms(Role::display, kTown).empty());
}

TEST_CASE("a repeated alarm is the same alarm, and another under its id is refused") {
  Hall town;
  auto command = lost(town);
  const auto first = town.run("raise-alarm", command, town.administrator());
  const auto again = town.run("raise-alarm", command, town.administrator());
  REQUIRE((first && again));
  CHECK(again->replayed);
  CHECK(again->json == first->json);
  CHECK(town.number("SELECT count(*) FROM alarm") == 1);
  command.matter = "火情";
  CHECK(town.refused("raise-alarm", command, Role::town_administrator, kTown) ==
        ErrorCode::key_reused);
}

TEST_CASE("an alarm is refused where the caller does not reach, and with what cannot be") {
  Hall town;
  const auto refused = [&](auto change, Role role = Role::town_administrator,
                           const char* place = kTown) {
    auto command = lost(town);
    change(command);
    return town.refused("raise-alarm", command, role, place);
  };
  const auto as_is = [](api::RaiseAlarm&) {};
  CHECK(refused(as_is, Role::grid_worker, kOther) == ErrorCode::not_found);
  CHECK(refused(as_is, Role::volunteer, kGrid) == ErrorCode::not_permitted);
  CHECK(refused(as_is, Role::display, kTown) == ErrorCode::not_permitted);
  CHECK(refused([](auto& c) { c.matter = " "; }) == ErrorCode::missing_field);
  CHECK(refused([](auto& c) { c.forces[0].place = "nowhere"; }) == ErrorCode::not_found);
  CHECK(refused([&](auto& c) { c.reported_at = {town.clock().now().unix_ms + 1000}; }) ==
        ErrorCode::in_the_future);
  for (int i = 0; i < 20; ++i) CHECK(refused(as_is) == std::nullopt);
  CHECK(refused(as_is) == ErrorCode::out_of_range);
}

TEST_CASE("a wall has the usual scenes until somebody arranges others") {
  Hall town;
  CHECK_FALSE(town.scenes().arranged);
  CHECK(town.scenes().scenes.size() == 6);
  api::SaveHallScenes save;
  save.id.uuid = town.fresh();
  save.place = kTown;
  save.scenes = {{hall::SceneKind::households, 45, 480, 1080, kVillage, "hours"},
                 {hall::SceneKind::year, 30, {}, {}, "", ""}};
  CHECK(town.refused("save-hall-scenes", save, Role::village_officer, kVillage) ==
        ErrorCode::not_permitted);
  CHECK(town.refused("save-hall-scenes", save, Role::hub_officer, kVillage) ==
        ErrorCode::not_found);
  CHECK(town.refused("save-hall-scenes", save, Role::hub_officer, kTown) == std::nullopt);
  const auto arranged = town.scenes();
  CHECK(arranged.arranged);
  REQUIRE(arranged.scenes.size() == 2);
  CHECK(arranged.scenes[0].kind == hall::SceneKind::households);
  CHECK(arranged.scenes[0].seconds == 45);
  CHECK(arranged.scenes[0].until_minute == 1080);
  CHECK(arranged.scenes[0].place == kVillage);
  CHECK(arranged.scenes[0].measure == "hours");
  CHECK_FALSE(arranged.scenes[1].from_minute);
  CHECK(town.heard(Role::display, kTown) == std::vector<std::string>{"hall_scenes_saved"});
  CHECK(town.heard(Role::volunteer, kTown).empty());
  save.id.uuid = town.fresh();
  save.scenes.clear();
  CHECK(town.refused("save-hall-scenes", save, Role::hub_officer, kTown) == std::nullopt);
  CHECK_FALSE(town.scenes().arranged);
}

TEST_CASE("the presenter's direction is on the wall, adds up, and ends by itself") {
  Hall town;
  CHECK(town.order(hall::Action::scene, 7) == ErrorCode::out_of_range);
  CHECK(town.order(hall::Action::scene, 2) == std::nullopt);
  CHECK(town.order(hall::Action::pause) == std::nullopt);
  const auto directed = town.scenes();
  CHECK(directed.directed);
  CHECK(directed.direction.scene == 2);
  CHECK(directed.direction.paused);
  CHECK(directed.direction.until == "2026-11-22T09:10:00+08:00");
  CHECK(directed.now == "2026-11-22T09:00:00+08:00");
  CHECK(town.heard(Role::display, kTown).size() == 2);
  town.clock().turn(10 * base::kMsPerMinute);
  CHECK_FALSE(town.scenes().directed);
  CHECK(town.order(hall::Action::stop) == std::nullopt);
  CHECK_FALSE(town.scenes().directed);
}

TEST_CASE("hidden names stay hidden until somebody shows them, also below the place") {
  Hall town;
  CHECK_FALSE(town.scenes().names_hidden);
  CHECK(town.order(hall::Action::hide_names) == std::nullopt);
  town.clock().turn(3 * base::kMsPerHour);
  CHECK(town.scenes().names_hidden);
  CHECK(
      town.read<api::HallScenes>("hall-scenes", town.caller(Role::display, kVillage)).names_hidden);
  CHECK(town.order(hall::Action::show_names) == std::nullopt);
  CHECK_FALSE(town.scenes().names_hidden);
}
