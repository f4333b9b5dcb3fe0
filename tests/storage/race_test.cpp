// Sixty-four at once on the same person: what one by one would refuse is refused then too.
#include <catch2/catch_test_macros.hpp>

#include <thread>

#include "tests/support/town_fixture.h"

using namespace shanzhi;
using test::person;

namespace {

template <class Each>
void sixty_four(Each each) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 64; ++i) threads.emplace_back([&each, i] { each(i); });
  for (std::thread& thread : threads) thread.join();
}

}  // namespace

TEST_CASE("sixty-four awards at once never exceed the cap") {
  test::Town town;
  std::atomic<int> granted{0};
  const app::Caller caller = town.administrator();
  sixty_four([&](int) {
    if (town.run("award-points", town.award_command(person(1), test::kSweepRule), caller))
      ++granted;
  });
  CHECK(granted == 5);
  CHECK(town.number("SELECT balance FROM person WHERE id = 1") == 1000);
  CHECK(town.faults() == "");
}

TEST_CASE("sixty-four reversals of one transfer reverse it once") {
  test::Town town;
  const auto posted = town.award(person(1), test::kHourRule, 60);
  std::atomic<int> reversed{0};
  const app::Caller caller = town.administrator();
  sixty_four([&](int) {
    api::ReverseTransfer command;
    command.id.uuid = town.fresh();
    command.transfer.uuid = *base::parse_uuid(posted->transfer);
    command.reason = "记错了";
    if (town.run("reverse-transfer", command, caller)) ++reversed;
  });
  CHECK(reversed == 1);
  CHECK(town.number("SELECT balance FROM person WHERE id = 1") == 0);
  CHECK(town.faults() == "");
}

TEST_CASE("sixty-four repeats of one award are one award") {
  test::Town town;
  const auto command = town.award_command(person(1), test::kSweepRule);
  const app::Caller caller = town.administrator();
  std::atomic<int> fresh{0}, replayed{0};
  sixty_four([&](int) {
    const auto answer = town.run("award-points", command, caller);
    if (answer) ++(answer->replayed ? replayed : fresh);
  });
  CHECK(fresh == 1);
  CHECK(replayed == 63);
  CHECK(town.number("SELECT count(*) FROM transfer") == 1);
}

TEST_CASE("a tool writing beside the server keeps the journal's chain whole") {
  test::Town town;
  storage::OpenOptions options;
  options.folder = town.folder();
  options.clock = &town.clock();
  options.password_cost = {1, 8 * 1024 * 1024};
  options.random = [n = 0](std::uint8_t* bytes, std::size_t count) mutable {
    for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<std::uint8_t>(n += 37);
  };
  auto tool = storage::Storage::open(std::move(options));
  REQUIRE(tool);
  std::thread serving([&] {
    for (std::uint64_t i = 1; i <= 24; ++i) (void)town.award(person(i), test::kFreeRule);
  });
  for (int i = 0; i < 10; ++i) CHECK((*tool)->issue_token({"大屏", "", api::Role::display, {}}));
  serving.join();
  CHECK(town.number("SELECT count(*) FROM journal") == 34);
  CHECK(town.faults() == "");
}

TEST_CASE("a second server in one folder is refused") {
  test::Town town;
  storage::OpenOptions options;
  options.folder = town.folder();
  options.serve = true;
  options.clock = &town.clock();
  options.password_cost = {1, 8 * 1024 * 1024};
  options.random = [](std::uint8_t*, std::size_t) {};
  const auto second = storage::Storage::open(std::move(options));
  REQUIRE_FALSE(second);
  CHECK(second.error().code == base::ErrorCode::in_use);
}
