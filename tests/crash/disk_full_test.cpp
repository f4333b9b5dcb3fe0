// The served program on a disk that fills up, and on folders it cannot or must not open: it ends with a
// sentence and exit code 1, and the next start finds everything whole.
#include <catch2/catch_test_macros.hpp>

#include <fstream>

#include "tests/crash/served_town.h"

using namespace shanzhi;

namespace {

/// What this many bytes leave for: some awards, not all.
constexpr std::int64_t kRoom = 1'500'000;
constexpr int kClients = 8;

void execute(const std::string& path, const char* sql) {
  storage::Database database(path, storage::Use::tool);
  database.run(sql);
}

}  // namespace

TEST_CASE("on a full disk the server stops with a sentence and restarts whole") {
  const test::ServedTown town;
  std::vector<test::Sent> sent;
  {
    test::Program server = town.serve(kRoom);
    const int port = server.port();
    REQUIRE(port != 0);
    test::Load load(port, town.token(), kClients, 1, town.now());
    load.wait_for(1'000'000);  // until nobody is answered any more
    CHECK(server.wait() == 1);
    INFO(server.err());
    CHECK(server.err().find("The disk refused a write; the server stops: ") != std::string::npos);
    CHECK(server.err().find("stopped\n") != std::string::npos);
    sent = load.finish();
    for (const std::string& answer : load.strange()) FAIL_CHECK(answer);
  }
  REQUIRE(town.faults() == "");
  const auto found = town.positions();
  std::size_t acknowledged = 0;
  for (const test::Sent& one : sent) {
    if (!one.acknowledged()) continue;
    ++acknowledged;
    REQUIRE(found.count(one.id) == 1);
    REQUIRE(found.at(one.id) == one.position);
  }
  CHECK(acknowledged > 10);
  CHECK(acknowledged < sent.size());
  test::Program again = town.serve();
  const int port = again.port();
  REQUIRE(port != 0);
  for (const test::Sent& one : sent)
    if (!one.acknowledged()) CHECK(test::send_again(port, town.token(), one).status == 200);
  CHECK(again.stop() == 0);
  CHECK(town.faults() == "");
  CHECK(town.number("SELECT count(*) FROM transfer") == static_cast<std::int64_t>(sent.size()));
}

TEST_CASE("a folder in use, one of a newer program and one that is no database are refused") {
  const test::ServedTown town;
  {
    test::Program server = town.serve();
    REQUIRE(server.port() != 0);
    test::Program second = town.serve();
    CHECK(second.wait() == 1);
    CHECK(second.err().find("is used by another server") != std::string::npos);
    CHECK(server.stop() == 0);
  }
  execute(town.database(), "PRAGMA user_version = 99");
  test::Program newer = town.serve();
  CHECK(newer.wait() == 1);
  CHECK(newer.err().find("was written by a newer program") != std::string::npos);
  CHECK(town.number("PRAGMA user_version") == 99);
  std::ofstream(town.database(), std::ios::binary) << std::string(8192, 'x');
  test::Program none = town.serve();
  CHECK(none.wait() == 1);
  CHECK(none.err().find("cannot be opened") != std::string::npos);
}

TEST_CASE("a backup taken while awards run restores to a beginning of the same chain") {
  const test::ServedTown town;
  test::Program server = town.serve();
  const int port = server.port();
  REQUIRE(port != 0);
  test::Load load(port, town.token(), kClients, 1, town.now());
  std::vector<std::string> heads;
  for (int i = 0; i < 4; ++i) {
    load.wait_for(100 * (i + 1));
    const std::string name = std::to_string(i);
    const auto made =
        test::run_program({"backup", "--data", town.data(), town.beside("backup" + name)});
    CHECK(made.code == 0);
    const auto put = test::run_program(
        {"restore", "--data", town.beside("put" + name), town.beside("backup" + name)});
    INFO(put.err);
    REQUIRE(put.code == 0);
    heads.push_back(put.out.substr(0, 64));
    const auto proof = test::run_program({"verify", "--data", town.beside("put" + name)});
    CHECK(proof.code == 0);
    CHECK(proof.out == put.out);
  }
  load.stop();
  (void)load.finish();
  CHECK(server.stop() == 0);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const std::string sql =
        "SELECT position FROM journal WHERE lower(hex(own)) = '" + heads[i] + "'";
    const std::int64_t position = town.number(sql.c_str());
    storage::Database put(town.beside("put" + std::to_string(i)) + "/" + storage::kDatabaseFile,
                          storage::Use::reader);
    storage::Query last(put, "SELECT max(position) FROM journal");
    REQUIRE(last.next());
    CHECK(last.integer(0) == position);
    CHECK(position >= 100 * (static_cast<std::int64_t>(i) + 1));
  }
  const auto again =
      test::run_program({"restore", "--data", town.beside("put0"), town.beside("backup0")});
  CHECK(again.code == 1);
  CHECK(again.err.find("overwrites nothing") != std::string::npos);
  const auto over = test::run_program({"backup", "--data", town.data(), town.beside("backup0")});
  CHECK(over.code == 1);
  CHECK(over.err.find("overwrites nothing") != std::string::npos);
}
