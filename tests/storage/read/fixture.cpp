// Makes the small town from a seeded engine and loads it as the program itself would.
#include "tests/storage/read/fixture.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include <stdlib.h>

#include "server/storage/bulk_load.h"
#include "server/storage/migrations.h"
#include "server/storage/read/queries.h"
#include "tests/support/temporary_folder.h"

namespace shanzhi::test {
namespace {

using places::Level;

constexpr int kHouseholdsPerGrid = 10;
const base::CivilDate kToday = base::civil_from_ymd(2026, 11, 22);

template <class Identity>
Identity next_id(int& counter) {
  Identity id;
  id.uuid = {0x0190'0000'0000'7000ull + static_cast<std::uint64_t>(++counter),
             0x8000'0000'0000'0000ull + static_cast<std::uint64_t>(counter)};
  return id;
}

base::Outline square(double x, double y, double size) {
  return {{{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}}, {}}};
}

void add_place(app::TownData& town, const std::string& code, const std::string& name, Level level,
               const std::string& parent) {
  const double at = 0.01 * static_cast<double>(town.places.size());
  town.places.push_back({code, name, level, parent, square(115.3 + at, 35.2, 0.008), true});
}

void add_places(app::TownData& town) {
  add_place(town, "371702106", "小留镇", Level::town, "");
  for (int hub = 1; hub <= 2; ++hub)
    add_place(town, "371702106-H" + std::to_string(hub), hub == 1 ? "东管区" : "西管区", Level::hub,
              "371702106");
  const char* names[]{"郜寺村", "耿庄村", "潭上村"};
  for (int village = 0; village < 3; ++village) {
    const std::string code = "37170210620" + std::to_string(village + 1);
    add_place(town, code, names[village], Level::village,
              village < 2 ? "371702106-H1" : "371702106-H2");
    add_place(town, code + "-X1", std::string(names[village]) + "老村", Level::hamlet, code);
    for (int grid = 1; grid <= 2; ++grid)
      add_place(town, code + "-G0" + std::to_string(grid), "第" + std::to_string(grid) + "微网格",
                Level::grid, code);
  }
}

void add_people(app::TownData& town, std::mt19937& engine, int& ids) {
  const char* family[]{"张", "王", "李", "赵", "刘"};
  const char* given[]{"三", "小三", "伟", "秀英", "建国", "海燕"};
  int number = 0;
  for (std::size_t place = 0; place < town.places.size(); ++place) {
    if (town.places[place].level != Level::grid) continue;
    for (int i = 0; i < kHouseholdsPerGrid; ++i) {
      people::Household home;
      home.id = next_id<base::HouseholdId>(ids);
      home.number = "XL-" + std::to_string(1000 + ++number);
      home.grid = town.places[place].code;
      if (i % 3 == 0) home.hamlet = town.places[place].parent + "-X1";
      home.address = "3组 " + std::to_string(number) + "号";
      home.tags = i % 4 == 0 ? "党员户,军属" : "";
      if (i % 5 != 4) home.at = {115.4 + 0.00013 * number, 35.3 - 0.00007 * (number * 7 % 60)};
      const int members = 1 + static_cast<int>(engine() % 6);
      const char* surname = family[engine() % 5];
      for (int m = 0; m < members; ++m) {
        people::Person person;
        person.id = next_id<base::PersonId>(ids);
        person.household = home.id;
        person.name = std::string(surname) + given[engine() % 6];
        person.relation = m == 0 ? people::Relation::head : people::Relation::other;
        if (engine() % 8 != 0)
          person.born = base::CivilDate{static_cast<std::int32_t>(engine() % 18000)};
        if (engine() % 2 == 0)
          person.phone = "138" + std::to_string(10000000 + engine() % 90000000);
        person.off_boards = engine() % 12 == 0;
        town.people.push_back(person);
      }
      town.households.push_back(home);
    }
  }
}

rules::Rule rule(const std::string& code, rules::ServiceField field, rules::Unit unit) {
  rules::Rule made;
  made.code = code;
  made.name = "规则" + code;
  made.field = field;
  made.unit = unit;
  made.points = {100};
  made.cap = {800};
  made.evidence = "check_in";
  made.source = "for the test";
  made.valid_from = base::civil_from_ymd(2025, 1, 1);
  return made;
}

void add_activity(app::TownData& town, std::mt19937& engine, int& ids) {
  for (int field = 0; field < 5; ++field)
    town.rules.push_back(rule("R" + std::to_string(field + 1),
                              static_cast<rules::ServiceField>(field),
                              field % 2 == 0 ? rules::Unit::hour : rules::Unit::instance));
  town.merchants.push_back({next_id<base::MerchantId>(ids),
                            "为民超市",
                            "超市",
                            "371702106201",
                            {115.3, 35.2},
                            "13900001234"});
  std::vector<std::int64_t> balances(town.people.size(), 0);
  for (int i = 0; i < 1500; ++i) {
    const base::Instant at{base::start_of({kToday.days - 380 + i / 4}).unix_ms +
                           (i % 4 + 8) * base::kMsPerHour};
    const auto person = static_cast<std::int32_t>(engine() % (town.people.size() / 2));
    if (i % 9 == 0 && balances[static_cast<std::size_t>(person)] >= 100) {
      balances[static_cast<std::size_t>(person)] -= 100;
      town.spendings.push_back({next_id<base::TransferId>(ids), person, 0, {100}, at, "洗衣粉"});
      continue;
    }
    const auto which = static_cast<std::int32_t>(engine() % 5);
    const auto points = static_cast<std::int64_t>(50 * (1 + engine() % 4));
    balances[static_cast<std::size_t>(person)] += points;
    town.awards.push_back({next_id<base::TransferId>(ids),
                           person,
                           which,
                           {points},
                           {which % 2 == 0 ? 60 : 0},
                           at,
                           "帮张小三打扫"});
  }
}

}  // namespace

app::TownData small_town(unsigned seed) {
  std::mt19937 engine(seed);
  app::TownData town;
  int ids = 0;
  add_places(town);
  add_people(town, engine, ids);
  add_activity(town, engine, ids);
  people::Team team;
  team.id = next_id<base::TeamId>(ids);
  team.name = "郜寺乐活帮";
  team.place = "371702106201";
  team.leader = town.people[0].id;
  for (std::size_t i = 0; i < 20; ++i) team.members.push_back(town.people[i * 2].id);
  town.teams.push_back(team);
  town.grid_workers.push_back({"371702106201-G01", town.people[1].id, places::StaffKind::chief});
  return town;
}

TownFile::TownFile(unsigned seed) : town(small_town(seed)) {
  folder = make_temporary_folder();
  const std::string path = folder + "/" + storage::kDatabaseFile;
  database = std::make_unique<storage::Database>(path, storage::Use::writer);
  if (!storage::migrate(*database)) throw std::runtime_error("no schema");
  const auto loaded = storage::bulk_load(*database, town, [](int) {});
  if (!loaded) throw std::runtime_error("not loaded: " + loaded.error().field);
  clock.at = {base::start_of(kToday).unix_ms + 20 * base::kMsPerHour};
  queries = storage::open_queries(path, clock);
}

TownFile::~TownFile() {
  queries.reset();
  plain_.reset();
  database.reset();
  std::filesystem::remove_all(folder);
}

app::Caller TownFile::caller(api::Role role, const std::string& place, std::int64_t person) {
  app::Caller caller;
  caller.role = role;
  caller.place_code = place;
  caller.place = number("SELECT id FROM place WHERE code = '" + place + "'");
  caller.person = person;
  return caller;
}

base::ErrorCode TownFile::refusal(const std::string& query, const app::Parameters& parameters,
                                  const app::Caller& caller) {
  const auto answer = queries->run(query, parameters, caller);
  if (answer) throw std::runtime_error(query + " was answered: " + answer->json);
  return answer.error().code;
}

std::int64_t TownFile::number(const std::string& sql) {
  SQLite::Statement statement(*sqlite(), sql);
  return statement.executeStep() ? statement.getColumn(0).getInt64() : -1;
}

std::string TownFile::text(const std::string& sql) {
  SQLite::Statement statement(*sqlite(), sql);
  return statement.executeStep() ? statement.getColumn(0).getString() : "";
}

SQLite::Database* TownFile::sqlite() {
  if (!plain_) plain_ = std::make_unique<SQLite::Database>(folder + "/" + storage::kDatabaseFile);
  return plain_.get();
}

void fail_query(const std::string& query, const base::Error& error) {
  throw std::runtime_error(query + ": " + std::to_string(static_cast<int>(error.code)) + " " +
                           error.field + " " + error.shown);
}

}  // namespace shanzhi::test
