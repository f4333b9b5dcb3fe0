// Awards a second that are on the disk when they are answered: the product, the product without sharing
// a transaction, fastify with better-sqlite3 both ways, and SQLite alone in one process with the least that an
// award needs.
#include <filesystem>

#include "server/storage/database.h"
#include "tests/bench/awards_town.h"
#include "tests/bench/baseline.h"
#include "tests/bench/benches.h"

namespace shanzhi::bench {

namespace {

constexpr int kClients = 64;
constexpr int kRounds = 5;
constexpr double kSeconds = 2;
constexpr double kBesideSharing = 1.3, kBesideSingle = 3;

constexpr char kTables[] = R"(
CREATE TABLE answered (id BLOB PRIMARY KEY, body BLOB NOT NULL, answer TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE transfer (seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, debit INTEGER NOT NULL,
  credit INTEGER NOT NULL, amount INTEGER NOT NULL, note TEXT NOT NULL, at INTEGER NOT NULL);
CREATE TABLE account (id INTEGER PRIMARY KEY, balance INTEGER NOT NULL);
CREATE TABLE journal (position INTEGER PRIMARY KEY, at INTEGER NOT NULL, subject INTEGER NOT NULL,
  what TEXT NOT NULL, amount INTEGER NOT NULL);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
INSERT INTO account SELECT i, 0 FROM n;)";
constexpr char kAnswered[] = "INSERT INTO answered VALUES (?, ?, ?)";
constexpr char kTransfer[] = R"(INSERT INTO transfer (id, debit, credit, amount, note, at)
  VALUES (?, 1, ?, 25, '打扫院落', ?))";
constexpr char kMove[] = "UPDATE account SET balance = balance + ? WHERE id = ?";
constexpr char kEntry[] = "INSERT INTO journal (at, subject, what, amount) VALUES (?, ?, ?, 25)";

/// Idempotency row, transfer, two balances, journal row; 64 to a transaction, synced like the product.
class BareSqlite {
 public:
  BareSqlite() : database_((folder_.path() / "bare.db").string(), storage::Use::writer) {
    database_.run(kTables);
    database_.run("PRAGMA wal_autocheckpoint = 1000");
  }
  double per_second(double seconds) {
    std::int64_t done = 0;
    double ms = 0;
    for (; ms < seconds * 1000; done += kClients)
      ms += time_ms([this] {
        storage::Transaction transaction(database_);
        for (int i = 0; i < kClients; ++i) award();
        transaction.commit();
      });
    return static_cast<double>(done) * 1000 / ms;
  }

 private:
  void award() {
    std::array<std::uint8_t, 10> bytes;
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random_());
    const std::int64_t now_ms = clock_.now().unix_ms;
    const base::Uuid id = base::make_uuid7(now_ms, bytes);
    const auto person = static_cast<std::int64_t>(2 + random_() % 59'999);
    storage::execute(database_, kAnswered, id, id, "{\"amount\":25}");
    storage::execute(database_, kTransfer, id, person, now_ms);
    storage::execute(database_, kMove, -25, 1);
    storage::execute(database_, kMove, 25, person);
    storage::execute(database_, kEntry, now_ms, person, "points_awarded");
  }

  Folder folder_;
  SystemClock clock_;
  std::mt19937_64 random_{20261122};
  storage::Database database_;
};

struct Rounds {
  std::vector<double> per_second, p50_ms, p99_ms;
  long failures = 0;

  void add(const LoadResult& result) {
    per_second.push_back(result.per_second);
    p50_ms.push_back(result.p50_ms);
    p99_ms.push_back(result.p99_ms);
    failures += result.failures;
  }
};

void beside_fastify(Report& report, double awards, const Rounds& shared, const Rounds& single) {
  if (shared.per_second.empty() || single.per_second.empty())
    return report.note(
        "fastify with better-sqlite3 could not be built (Debian: install libnode-dev): no ratios");
  report.figure("fastify and better-sqlite3, sharing", median(shared.per_second), "/s");
  report.figure("  99 of 100 wait at most", median(shared.p99_ms), "ms");
  report.figure("fastify and better-sqlite3, one transaction each", median(single.per_second),
                "/s");
  report.at_least("beside fastify, sharing", awards / median(shared.per_second), "x",
                  kBesideSharing);
  report.at_least("beside fastify, one transaction each", awards / median(single.per_second), "x",
                  kBesideSingle);
}

}  // namespace

void bench_awards(Report& report) {
  report.section("Durable awards, 64 clients over HTTP");
  const std::string town = demo_town();
  if (town.empty()) return report.note("the demonstration town could not be made");
  AwardTown shared(town, storage::kBatchMax), single(town, 1);
  for (const AwardTown* one : {&shared, &single})
    if (!one->trouble().empty()) return report.note("not served: " + one->trouble());
  const auto grouped = Baseline::start_awards(shared.token(), true),
             ungrouped = Baseline::start_awards(shared.token(), false);
  BareSqlite bare;
  Rounds product, apart, theirs, theirs_apart;
  std::vector<double> alone;
  for (int round = 0; round < kRounds; ++round) {
    product.add(shared.load(kClients, kSeconds));
    apart.add(single.load(kClients, kSeconds));
    if (grouped) theirs.add(shared.load(kClients, kSeconds, grouped->port()));
    if (ungrouped) theirs_apart.add(shared.load(kClients, kSeconds, ungrouped->port()));
    alone.push_back(bare.per_second(kSeconds));
  }
  const double awards = median(product.per_second);
  report.figure("awards, what waits shares a transaction", awards, "/s");
  report.figure("  half wait at most", median(product.p50_ms), "ms");
  report.figure("  99 of 100 wait at most", median(product.p99_ms), "ms");
  report.figure("awards, one transaction each", median(apart.per_second), "/s");
  report.figure("  99 of 100 wait at most", median(apart.p99_ms), "ms");
  beside_fastify(report, awards, theirs, theirs_apart);
  report.figure("bare SQLite in process, 64 to a transaction", median(alone), "/s");
  report.figure("sharing / one transaction each", awards / median(apart.per_second), "x");
  report.figure("sharing / bare SQLite", awards / median(alone), "x");
  const long refused = product.failures + apart.failures + theirs.failures + theirs_apart.failures;
  if (refused > 0) report.note(std::to_string(refused) + " requests were refused");
  const std::string faults = shared.faults() + single.faults();
  report.note(faults.empty() ? "the ledgers hold: verified after the load" : faults);
}

}  // namespace shanzhi::bench
