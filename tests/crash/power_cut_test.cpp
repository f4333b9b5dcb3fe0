// The power goes at any write, truncation or flush, and takes with it what was not flushed, in pieces:
// whatever was answered before is there afterwards, and the ledger holds.
#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <map>
#include <thread>

#include "tests/support/faulty_disk.h"
#include "tests/support/quick_town.h"

using namespace shanzhi;

namespace {

namespace fs = std::filesystem;

constexpr int kCuts = 200;
constexpr int kThreads = 3, kAwards = 12;  // of each thread

struct Sent {
  api::AwardPoints command;
  std::int64_t position = 0;  ///< 0: no good answer
};

base::Result<app::Answer> send(storage::Storage& storage, const api::AwardPoints& command) {
  return storage.commands().run(
      {"award-points", describe::to_json(command), {}, test::quick_administrator()});
}

/// Awards until the lights go out. Gives everything that was sent.
std::vector<Sent> award_until_dark(storage::Storage& storage, base::Instant now) {
  std::vector<std::vector<Sent>> sent(kThreads);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < kThreads; ++t)
    threads.emplace_back([&storage, &mine = sent[t], t, now] {
      for (std::uint64_t n = 1; n <= kAwards; ++n) {
        mine.push_back({test::quick_award(t * 8 + n % 8 + 1, test::numbered(20 + t, n), now)});
        const auto answer = send(storage, mine.back().command);
        if (!answer) return;
        mine.back().position = answer->position;
      }
    });
  for (std::thread& thread : threads) thread.join();
  std::vector<Sent> all;
  for (auto& mine : sent) all.insert(all.end(), mine.begin(), mine.end());
  return all;
}

/// The log is carried into the file meanwhile, in each of SQLite's ways.
void carry_log(const std::string& path, std::uint64_t seed) {
  constexpr const char* kWays[] = {"PRAGMA wal_checkpoint(PASSIVE)", "PRAGMA wal_checkpoint(FULL)",
                                   "PRAGMA wal_checkpoint(TRUNCATE)"};
  try {
    storage::Database database(path, storage::Use::tool);
    for (int i = 0; i < 4; ++i) database.run(kWays[(seed + static_cast<std::uint64_t>(i)) % 3]);
  } catch (const SQLite::Exception&) {
    // It is dark.
  }
}

/// One life of the server, up to a cut.
std::vector<Sent> live(const fs::path& folder, const base::Clock& clock, std::uint64_t seed) {
  auto opened = storage::Storage::open(test::quick_options(folder, clock, seed));
  if (!opened) return {};
  std::thread carrying;
  if (seed % 2 == 0) carrying = std::thread([&] { carry_log((*opened)->path(), seed); });
  auto sent = award_until_dark(**opened, clock.now());
  if (carrying.joinable()) carrying.join();
  return sent;
}

/// Where each transfer stands in the journal; by its id.
std::map<std::string, std::int64_t> positions(const std::string& path) {
  storage::Database database(path, storage::Use::reader);
  storage::Query query(database, "SELECT uuid, entry FROM transfer");
  std::map<std::string, std::int64_t> all;
  while (query.next()) all[base::to_text(query.uuid(0))] = query.integer(1);
  return all;
}

/// How often such a life changes the disk: the cut comes at any of these times.
int changes_of_life(const fs::path& base, const base::Clock& clock) {
  const test::TemporaryFolder folder;
  fs::copy(base, folder.path(), fs::copy_options::recursive);
  test::FaultyDisk disk(folder.path());
  (void)live(folder.path(), clock, 2);
  return disk.calls(test::DiskCall::write) + disk.calls(test::DiskCall::flush) +
         disk.calls(test::DiskCall::truncate) + disk.calls(test::DiskCall::remove);
}

/// The next start finds all of it, once, and takes what is sent again for what it is.
void check(const fs::path& folder, const base::Clock& clock, const std::vector<Sent>& sent,
           std::uint64_t seed) {
  auto opened = storage::Storage::open(test::quick_options(folder, clock, seed));
  REQUIRE(opened);
  const storage::VerifyReport report = (*opened)->verify();
  if (!report.holds()) FAIL(storage::sentence(report.findings.front(), true));
  auto found = positions((*opened)->path());
  for (const Sent& one : sent) {
    if (one.position != 0) REQUIRE(found[base::to_text(one.command.id.uuid)] == one.position);
    if (one.position != 0 && one.command.id.uuid.low % 8 != seed % 8) continue;
    const auto again = send(**opened, one.command);
    REQUIRE(again);
    if (one.position == 0) continue;
    REQUIRE(again->replayed);
    REQUIRE(again->position == one.position);
  }
  const storage::VerifyReport whole = (*opened)->verify();
  REQUIRE(whole.holds());
  REQUIRE(whole.transfers == static_cast<std::int64_t>(sent.size()));
}

}  // namespace

TEST_CASE("after a power cut everything that was answered is there, once, and the ledger holds") {
  const test::TurnedClock clock;
  const test::TemporaryFolder base;
  test::make_quick_town(base.path(), clock);
  const auto changes = static_cast<unsigned>(changes_of_life(base.path(), clock));
  std::int64_t answered = 0, unanswered = 0;
  for (int cut = 0; cut < kCuts; ++cut) {
    const std::uint64_t seed = Catch::getSeed() + static_cast<std::uint64_t>(cut);
    CAPTURE(cut, seed);
    std::mt19937_64 random(seed);
    const test::TemporaryFolder before, after;
    fs::copy(base.path(), before.path(), fs::copy_options::recursive);
    std::vector<Sent> sent;
    {
      test::FaultyDisk disk(before.path());
      disk.cut_power(1 + static_cast<int>(random() % changes));
      sent = live(before.path(), clock, seed);
      disk.write_platter(after.path(), random);
    }
    check(after.path(), clock, sent, seed);
    for (const Sent& one : sent) ++(one.position == 0 ? unanswered : answered);
  }
  CAPTURE(answered, unanswered, changes);
  CHECK(answered > kCuts * 5);
  CHECK(unanswered > kCuts / 4);
}

TEST_CASE("a power cut while an empty folder is set up leaves one that can be set up") {
  const test::TurnedClock clock;
  for (int cut = 1 + static_cast<int>(Catch::getSeed() % 2); cut <= 120; cut += 2) {
    const std::uint64_t seed = Catch::getSeed() + static_cast<std::uint64_t>(cut);
    CAPTURE(cut, seed);
    std::mt19937_64 random(seed);
    const test::TemporaryFolder before, after;
    {
      test::FaultyDisk disk(before.path());
      disk.cut_power(cut);
      const auto opened = storage::Storage::open(test::quick_options(before.path(), clock, seed));
      if (opened) (void)(*opened)->load(test::small_town(), [](int) {});
      disk.write_platter(after.path(), random);
    }
    const auto opened = storage::Storage::open(test::quick_options(after.path(), clock, seed));
    REQUIRE(opened);
    REQUIRE((*opened)->verify().holds());
    if ((*opened)->empty()) REQUIRE((*opened)->load(test::small_town(), [](int) {}));
    REQUIRE(send(**opened, test::quick_award(1, test::numbered(20, 1), clock.now())));
  }
}
