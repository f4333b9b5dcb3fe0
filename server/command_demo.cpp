// shanzhi demo: the demonstration town, and an account for each of its faces.
#include <unistd.h>
#include <filesystem>
#include <set>
#include <sstream>

#include <fcntl.h>

#include "server/demo/demo.h"
#include "server/opening.h"

namespace shanzhi {
namespace {

constexpr const char* kAccountsFile = "demo-accounts.txt";

struct Account {
  storage::NewUser user;
  const char* chinese;
  const char* english;
};

const places::Place* first_of(const app::TownData& town, places::Level level,
                              const std::string& parent) {
  for (const auto& place : town.places)
    if (place.level == level && (parent.empty() || place.parent == parent)) return &place;
  return nullptr;
}

/// The resident of that grid with the most awards: their passbook shows the most.
const people::Person* busiest_of(const app::TownData& town, const std::string& grid) {
  std::vector<int> awards(town.people.size());
  for (const auto& award : town.awards) ++awards[static_cast<std::size_t>(award.person)];
  std::set<base::HouseholdId> homes;
  for (const auto& household : town.households)
    if (household.grid == grid) homes.insert(household.id);
  const people::Person* best = nullptr;
  int most = -1;
  for (std::size_t i = 0; i < town.people.size(); ++i) {
    if (awards[i] <= most || homes.count(town.people[i].household) == 0) continue;
    best = &town.people[i];
    most = awards[i];
  }
  return best;
}

std::vector<Account> accounts_of(const app::TownData& town) {
  std::vector<Account> out;
  const auto add = [&](const char* name, const std::string& title, api::Role role,
                       const places::Place* place, const people::Person* person,
                       const char* chinese, const char* english) {
    if (place == nullptr) return;
    out.push_back(
        {{name, title, place->code, role, {}, person == nullptr ? base::PersonId{} : person->id},
         chinese,
         english});
  };
  const auto* root = first_of(town, places::Level::town, {});
  if (root == nullptr) return out;
  const auto* hub = first_of(town, places::Level::hub, root->code);
  const auto* village =
      hub == nullptr ? nullptr : first_of(town, places::Level::village, hub->code);
  const auto* grid =
      village == nullptr ? nullptr : first_of(town, places::Level::grid, village->code);
  const auto* resident = grid == nullptr ? nullptr : busiest_of(town, grid->code);
  add("town", "周敏 镇综治中心", api::Role::town_administrator, root, nullptr, "镇管理员",
      "town administrator");
  add("hub", "郭建国 管区书记", api::Role::hub_officer, hub, nullptr, "管区干部", "hub officer");
  add("village", "孙秀兰 村支部书记", api::Role::village_officer, village, nullptr, "村干部",
      "village officer");
  add("grid", "李卫东 网格长", api::Role::grid_worker, grid, nullptr, "网格员", "grid worker");
  add("villager", resident == nullptr ? "" : resident->name, api::Role::volunteer, grid, resident,
      "村民", "villager");
  add("auditor", "马会计 镇审计", api::Role::auditor, root, nullptr, "审计", "auditor");
  return out;
}

std::string account_list(const World& world, const std::vector<Account>& accounts,
                         const std::string& password) {
  std::ostringstream out;
  out << world.say("演示账户，密码都是 ", "Demonstration accounts; the password of each is ")
      << password << "\n";
  for (const auto& account : accounts) {
    std::string name = account.user.name;
    name.resize(10, ' ');
    out << "  " << name << world.say(account.chinese, account.english) << world.say("　", " · ")
        << account.user.title << "\n";
  }
  return out.str();
}

/// Replaces the file at once; only its owner reads it.
bool write_private(const std::filesystem::path& path, const std::string& text) {
  const std::filesystem::path fresh = path.string() + ".new";
  const int file = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return false;
  const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  ::close(file);
  std::error_code trouble;
  std::filesystem::rename(fresh, path, trouble);
  return written && !trouble;
}

std::optional<demo::DemoOptions> options_of(const World& world, const Arguments& arguments) {
  demo::DemoOptions options;
  const auto people = number_of(world, arguments, "people", options.people, 500, 5'000'000);
  const auto seed =
      number_of(world, arguments, "seed", static_cast<std::int64_t>(options.seed), 0, INT64_MAX);
  const auto activity = number_of(world, arguments, "activity", options.activity, 1, 1000);
  if (!people || !seed || !activity) return std::nullopt;
  options.people = *people;
  options.seed = static_cast<std::uint64_t>(*seed);
  options.activity = *activity;
  options.today = base::day_of(world.clock.now());
  if (arguments.has("today")) {
    const auto today = base::parse_date(arguments.value("today"));
    if (!today) {
      world.fail(world.say("--today 应形如 2026-11-22。", "--today is a date such as 2026-11-22."));
      return std::nullopt;
    }
    options.today = *today;
  }
  return options;
}

}  // namespace

Exit make_demo(const World& world, const Arguments& arguments) {
  const auto options = options_of(world, arguments);
  if (!options) return Exit::usage;
  const auto storage = open_storage(world, arguments, true);
  if (!storage) return Exit::failed;
  if (!storage->empty())
    return world.fail(
        arguments.value("data") +
        world.say(" 里已有数据；演示镇只建在空目录里。",
                  " holds data already; the demonstration town is made in an empty folder."));
  const auto town = demo::make_town(*options);
  int shown = -1;
  const auto loaded = storage->load(town, [&](int percent) {
    if (percent / 10 == shown) return;
    shown = percent / 10;
    world.err << world.say("写入 ", "writing ") << percent << "%\n";
  });
  if (!loaded) return world.fail(why(world, loaded.error()));
  const std::string password = storage->make_password();
  auto accounts = accounts_of(town);
  for (auto& account : accounts) {
    account.user.password = password;
    if (const auto added = storage->add_user(account.user); !added)
      return world.fail(why(world, added.error()));
  }
  const std::string list = account_list(world, accounts, password);
  if (!write_private(std::filesystem::path(arguments.value("data")) / kAccountsFile, list))
    world.fail(world.say("演示账户没能写入文件，请抄下来。",
                         "The accounts could not be written to a file; copy them."));
  world.out << list;
  return Exit::done;
}

}  // namespace shanzhi
