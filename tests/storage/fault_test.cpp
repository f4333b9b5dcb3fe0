// Every call to the disk fails once, or from then on: a command is answered and kept, or refused and
// not half there; after a commit that failed nothing more is written, and the program is told once.
#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <map>

#include "tests/support/faulty_disk.h"
#include "tests/support/quick_town.h"

using namespace shanzhi;
using base::ErrorCode;
using test::DiskCall;

namespace {

namespace fs = std::filesystem;

/// One way in which a disk fails.
struct Failing {
  DiskCall call;
  int code;
  bool ever_after;
};

constexpr Failing kFailings[] = {
    {DiskCall::open, SQLITE_CANTOPEN, false},     {DiskCall::read, SQLITE_IOERR_READ, false},
    {DiskCall::read, SQLITE_IOERR_READ, true},    {DiskCall::write, SQLITE_FULL, false},
    {DiskCall::write, SQLITE_FULL, true},         {DiskCall::write, SQLITE_IOERR_WRITE, false},
    {DiskCall::flush, SQLITE_IOERR_FSYNC, false}, {DiskCall::flush, SQLITE_IOERR_FSYNC, true},
    {DiskCall::lock, SQLITE_IOERR_LOCK, false},   {DiskCall::share, SQLITE_IOERR_SHMLOCK, false},
    {DiskCall::share, SQLITE_BUSY, false},        {DiskCall::remove, SQLITE_IOERR_DELETE, false}};

/// So many calls of each sort fail one by one, those after them here and there.
constexpr int kEach = 12;

struct Command {
  std::string name, body, id;
};

template <class C>
Command command(const char* name, const C& value) {
  return {name, describe::to_json(value), base::to_text(value.id.uuid)};
}

/// Awards with and without hours, one taken back, a household: in order, each known by its id.
std::vector<Command> commands(base::Instant now) {
  std::vector<Command> all;
  for (std::uint64_t n = 1; n <= 3; ++n)
    all.push_back(command("award-points", test::quick_award(n, test::numbered(20, n), now)));
  auto hours = test::quick_award(4, test::numbered(20, 4), now);
  hours.rule = test::kHourRule;
  hours.minutes = 90;
  all.push_back(command("award-points", hours));
  api::ReverseTransfer reverse;
  reverse.id.uuid = test::numbered(20, 5);
  reverse.transfer.uuid = test::numbered(20, 1);
  reverse.reason = "记错了";
  all.push_back(command("reverse-transfer", reverse));
  api::SaveHousehold household;
  household.id.uuid = test::numbered(2, 77);
  household.number = "H-0077";
  household.grid = "370000001201-G01";
  all.push_back(command("save-household", household));
  all.push_back(command("award-points", test::quick_award(5, test::numbered(20, 6), now)));
  return all;
}

base::Result<app::Answer> run(storage::Storage& storage, const Command& command) {
  return storage.commands().run({command.name, command.body, {}, test::quick_administrator()});
}

struct Life {
  bool opened = false;
  int told = 0;  ///< how often the program heard that the disk refused
  std::vector<std::optional<ErrorCode>> answers;  ///< nullopt: good
};

Life live(const fs::path& folder, const base::Clock& clock, const std::vector<Command>& commands) {
  Life life;
  auto options = test::quick_options(folder, clock, 7);
  options.on_failure = [&](const std::string& why) {
    if (!why.empty()) ++life.told;
  };
  const auto opened = storage::Storage::open(std::move(options));
  if (!opened) {
    CHECK(opened.error().code == ErrorCode::storage_failed);
    CHECK(!opened.error().shown.empty());
    return life;
  }
  life.opened = true;
  for (const Command& command : commands) {
    const auto answer = run(**opened, command);
    life.answers.push_back(answer ? std::nullopt : std::optional(answer.error().code));
  }
  return life;
}

/// After the first failed commit every command is refused, and the program was told once.
void check_stopped(const Life& life) {
  bool stopped = false;
  for (const auto& answer : life.answers) {
    if (stopped) CHECK(answer == ErrorCode::storage_failed);
    stopped = stopped || answer == ErrorCode::storage_failed;
  }
  CHECK(life.told == (stopped ? 1 : 0));
}

/// What was answered is there; what was refused is there as a whole or not at all.
void check_kept(const fs::path& folder, const base::Clock& clock, const Life& life,
                const std::vector<Command>& commands) {
  const auto opened = storage::Storage::open(test::quick_options(folder, clock, 8));
  REQUIRE(opened);
  const auto report = (*opened)->verify();
  if (!report.holds()) FAIL(storage::sentence(report.findings.front(), true));
  for (std::size_t i = 0; i < commands.size(); ++i) {
    INFO(commands[i].name << " " << commands[i].id);
    const auto again = run(**opened, commands[i]);
    REQUIRE(again);
    if (!life.opened || life.answers[i] || commands[i].name == "save-household") continue;
    CHECK(again->replayed);
  }
  storage::Database database((*opened)->path(), storage::Use::reader);
  storage::Query query(database, R"(SELECT (SELECT count(*) FROM transfer),
    (SELECT count(*) FROM household WHERE number = 'H-0077'), (SELECT sum(balance) FROM account))");
  REQUIRE(query.next());
  CHECK(query.integer(0) == 7);  // six awards and reversals, and hours beside one of them
  CHECK(query.integer(1) == 1);
  CHECK(query.integer(2) == 0);
  CHECK((*opened)->verify().holds());
}

}  // namespace

TEST_CASE("whichever call to the disk fails, no command is lost and none is half there") {
  std::mt19937_64 random(Catch::getSeed());
  const test::TurnedClock clock;
  const test::TemporaryFolder base;
  test::make_quick_town(base.path(), clock);
  const auto sent = commands(clock.now());
  for (const Failing& failing : kFailings) {
    int struck = 0;
    for (int nth = 1;; nth += nth <= kEach ? 1 : 1 + static_cast<int>(random() % 12)) {
      CAPTURE(test::name_of(failing.call), failing.code, failing.ever_after, nth);
      const test::TemporaryFolder folder;
      fs::copy(base.path(), folder.path(), fs::copy_options::recursive);
      Life life;
      bool hit = false;
      {
        test::FaultyDisk disk(folder.path());
        disk.fail(failing.call, nth, failing.code, failing.ever_after);
        life = live(folder.path(), clock, sent);
        hit = disk.struck();
        disk.heal();
        check_stopped(life);
        check_kept(folder.path(), clock, life, sent);
      }
      if (!hit) break;
      ++struck;
    }
    CAPTURE(test::name_of(failing.call));
    CHECK(struck > 0);
  }
}
