// Twenty times killed in the middle of the work, on the same data: nothing lost, nothing doubled.
#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <random>
#include <thread>

#include "tests/crash/served_town.h"

using namespace shanzhi;
using test::Sent;

namespace {

constexpr int kKills = 20;
constexpr int kClients = 24;
/// Of what was acknowledged in a round so many are sent again; of the rest all.
constexpr int kRepeats = 40;

/// Serves, loads, and kills after a random number of answers and a random while.
std::vector<Sent> until_killed(const test::ServedTown& town, std::uint64_t round,
                               std::mt19937_64& random) {
  test::Program server = town.serve();
  const int port = server.port();
  INFO(server.err());
  REQUIRE(port != 0);
  test::Load load(port, town.token(), kClients, round, town.now());
  load.wait_for(1 + static_cast<std::int64_t>(random() % 200));
  std::this_thread::sleep_for(std::chrono::microseconds(random() % 200'000));
  server.kill();
  auto sent = load.finish();
  for (const std::string& answer : load.strange()) FAIL_CHECK(answer);
  return sent;
}

void check_there(const test::ServedTown& town, const std::vector<Sent>& sent) {
  const auto found = town.positions();
  for (const Sent& one : sent) {
    if (!one.acknowledged()) continue;
    const auto at = found.find(one.id);
    REQUIRE(at != found.end());
    REQUIRE(at->second == one.position);
  }
}

/// What got no answer is sent again and is then there once; what got one gets the same again.
void send_again(const test::ServedTown& town, std::vector<Sent>& sent, std::mt19937_64& random) {
  test::Program server = town.serve();
  const int port = server.port();
  REQUIRE(port != 0);
  const std::size_t every = sent.size() / kRepeats + 1;
  for (std::size_t i = 0; i < sent.size(); ++i) {
    Sent& one = sent[i];
    if (one.acknowledged() && random() % every != 0) continue;
    const test::Reply reply = test::send_again(port, town.token(), one);
    INFO(one.name << " " << one.id << ": " << reply.body);
    REQUIRE(reply.status == 200);
    if (one.acknowledged()) {
      REQUIRE(reply.replayed);
      REQUIRE(reply.body == one.answer);
    }
    one.answer = reply.body;
    one.position = reply.position;
  }
  REQUIRE(server.stop() == 0);
}

}  // namespace

TEST_CASE("killed twenty times under load, the server loses no answered award and doubles none") {
  std::mt19937_64 random(Catch::getSeed());
  const test::ServedTown town;
  std::vector<Sent> all;
  std::size_t unanswered = 0;
  for (int kill = 0; kill < kKills; ++kill) {
    CAPTURE(kill, Catch::getSeed());
    auto sent = until_killed(town, static_cast<std::uint64_t>(kill), random);
    for (const Sent& one : sent) unanswered += one.acknowledged() ? 0 : 1;
    REQUIRE(town.faults() == "");
    check_there(town, sent);
    send_again(town, sent, random);
    check_there(town, sent);
    all.insert(all.end(), sent.begin(), sent.end());
  }
  REQUIRE(town.faults() == "");
  check_there(town, all);
  std::int64_t acknowledged = 0;
  for (const Sent& one : all) acknowledged += one.acknowledged() ? 1 : 0;
  CHECK(town.number("SELECT count(*) FROM transfer") == acknowledged);
  CHECK(town.number("SELECT sum(balance) FROM account") == 0);
  CHECK(acknowledged > kKills * 100);
  CHECK(unanswered > kKills);  // or nothing was under way when it was killed
  WARN(acknowledged << " acknowledged, " << unanswered << " under way when killed");
}

TEST_CASE("SIGTERM under load ends the server cleanly, and what it answered is there") {
  const test::ServedTown town;
  test::Program server = town.serve();
  const int port = server.port();
  REQUIRE(port != 0);
  test::Load load(port, town.token(), kClients, 1, town.now());
  load.wait_for(300);
  CHECK(server.stop() == 0);
  const auto sent = load.finish();
  CHECK(town.faults() == "");
  check_there(town, sent);
}
