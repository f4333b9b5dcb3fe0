// The small town, made by hand.
#include "tests/support/town_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <SQLiteCpp/Statement.h>

#include "tests/support/temporary_folder.h"

namespace shanzhi::test {

namespace {

rules::Rule rule(const char* code, rules::Unit unit, std::int64_t points, std::int64_t cap,
                 std::int64_t bonus) {
  rules::Rule rule;
  rule.code = code;
  rule.name = code;
  rule.unit = unit;
  rule.points = {points};
  rule.cap = {cap};
  rule.bonus_max = {bonus};
  rule.evidence = "photo";
  rule.approver = rules::Approver::grid_worker;
  rule.source = "test";
  rule.valid_from = base::civil_from_ymd(2025, 1, 1);
  return rule;
}

void add_rules(app::TownData& town) {
  town.rules = {rule(kHourRule, rules::Unit::hour, 100, 800, 200),
                rule(kSweepRule, rules::Unit::instance, 200, 1000, 0),
                rule(kFreeRule, rules::Unit::instance, 500, 0, 10'000),
                rule(kLitterRule, rules::Unit::instance, 300, 0, 0),
                rule(kTownRule, rules::Unit::instance, 5000, 0, 0)};
  town.rules[1].field = rules::ServiceField::ecology;
  town.rules[3].direction = rules::Direction::deduct;
  town.rules[4].approver = rules::Approver::town_administrator;
}

void add_grid(app::TownData& town, const std::string& grid) {
  for (int h = 0; h < 3; ++h) {
    people::Household household;
    household.id = test::household(town.households.size() + 1);
    household.number = "H" + std::to_string(town.households.size() + 1);
    household.grid = grid;
    for (int p = 0; p < 2; ++p) {
      people::Person person;
      person.id = test::person(town.people.size() + 1);
      person.household = household.id;
      person.name = p == 0 ? "张小三" : "李四";
      person.relation = p == 0 ? people::Relation::head : people::Relation::spouse;
      person.phone = "1380000" + std::to_string(1000 + town.people.size());
      town.people.push_back(person);
    }
    town.households.push_back(household);
  }
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  path_ = make_temporary_folder();
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

base::Uuid numbered(std::uint64_t kind, std::uint64_t number) {
  return {0x0190000000007000ull | (kind << 16), 0x8000000000000000ull | number};
}

app::TownData small_town() {
  app::TownData town;
  town.places.push_back({"370000001", "善治镇", places::Level::town, "", {}, false});
  for (const std::string village : {"370000001201", "370000001202"}) {
    town.places.push_back({village, "潭上村", places::Level::village, "370000001", {}, false});
    for (const std::string grid : {"-G01", "-G02"}) {
      town.places.push_back({village + grid, grid, places::Level::grid, village, {}, false});
      add_grid(town, village + grid);
    }
  }
  town.merchants.push_back(
      {{numbered(3, 1)}, "供销超市", "超市", "370000001201", {115.4, 35.3}, ""});
  add_rules(town);
  return town;
}

Town::Town(bool load) {
  open();
  if (load) REQUIRE(storage().load(small_town(), [](int) {}));
}

void Town::open() {
  storage::OpenOptions options;
  options.folder = folder();
  options.serve = true;
  options.clock = &clock_;
  options.password_cost = {1, 8 * 1024 * 1024};
  options.random = [this](std::uint8_t* bytes, std::size_t count) {
    const std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<std::uint8_t>(engine_());
  };
  options.on_defect = [](const std::string& what) { UNSCOPED_INFO(what); };
  auto opened = storage::Storage::open(std::move(options));
  REQUIRE(opened);
  storage_ = std::move(*opened);
}

void Town::reopen() {
  storage_.reset();
  open();
}

app::Caller Town::caller(api::Role role, const std::string& place) {
  app::Caller caller;
  caller.role = role;
  caller.place_code = place;
  caller.place = number("SELECT id FROM place WHERE code = '" + place + "'");
  caller.name = "测试";
  return caller;
}

base::Uuid Town::fresh() {
  const std::lock_guard lock(mutex_);
  return numbered(9, next_++);
}

api::AwardPoints Town::award_command(base::PersonId person, const char* rule) {
  api::AwardPoints command;
  command.id.uuid = fresh();
  command.person = person;
  command.rule = rule;
  command.occurred_at = clock_.now();
  return command;
}

base::Result<api::Posted> Town::award(base::PersonId person, const char* rule,
                                      std::optional<std::int64_t> minutes,
                                      std::optional<std::int64_t> amount) {
  api::AwardPoints command = award_command(person, rule);
  command.minutes = minutes;
  command.amount = amount;
  const auto answer = run("award-points", command, administrator());
  if (!answer) return answer.error();
  return describe::from_json<api::Posted>(answer->json);
}

base::Result<api::Posted> Town::reverse(const std::string& transfer) {
  api::ReverseTransfer command;
  command.id.uuid = fresh();
  command.transfer.uuid = base::parse_uuid(transfer).value_or(base::Uuid{});
  command.reason = "记错了";
  const auto answer = run("reverse-transfer", command, administrator());
  if (!answer) return answer.error();
  return describe::from_json<api::Posted>(answer->json);
}

std::int64_t Town::number(const std::string& sql) {
  SQLite::Database database(storage().path(), SQLite::OPEN_READONLY, storage::kBusyTimeoutMs);
  SQLite::Statement statement(database, sql);
  return statement.executeStep() ? statement.getColumn(0).getInt64() : -1;
}

std::string Town::text(const std::string& sql) {
  SQLite::Database database(storage().path(), SQLite::OPEN_READONLY, storage::kBusyTimeoutMs);
  SQLite::Statement statement(database, sql);
  return statement.executeStep() ? statement.getColumn(0).getString() : "";
}

void tamper(const std::string& path, const std::string& sql) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE, storage::kBusyTimeoutMs);
  database.exec(
      "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF");
  database.exec(
      "DROP TRIGGER IF EXISTS transfer_no_update; DROP TRIGGER IF EXISTS transfer_no_delete;"
      "DROP TRIGGER IF EXISTS journal_no_update; DROP TRIGGER IF EXISTS journal_no_delete;"
      "DROP TRIGGER IF EXISTS account_no_delete");
  database.exec(sql);
}

std::string Town::faults() {
  std::string all;
  for (const storage::Finding& finding : storage().verify().findings)
    all += storage::sentence(finding, true) + "\n";
  return all;
}

}  // namespace shanzhi::test
