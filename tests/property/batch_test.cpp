// Random commands run in batches of random size leave the very same books, hash for hash, as run one by
// one. The seed is printed; CATCH's --rng-seed repeats it.
#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <random>

#include "tests/support/shared_batch.h"

using namespace shanzhi;

namespace {

constexpr std::uint64_t kPeople = 24;
constexpr int kCommands = 600;

/// Commands as callers send them: right ones, wrong ones, repeats, and some that are no awards.
class Asking {
 public:
  Asking(std::uint32_t seed, const app::Caller& caller, base::Instant now)
      : engine_(seed), caller_(caller), now_(now) {}

  app::CommandRequest next() {
    const std::uint64_t choice = pick(100);
    if (choice < 10 && !sent_.empty()) return sent_[pick(sent_.size())];
    sent_.push_back(choice < 75 ? award() : choice < 97 ? reverse() : move());
    return sent_.back();
  }
  std::uint64_t pick(std::uint64_t below) { return engine_() % below; }

 private:
  app::CommandRequest award() {
    constexpr const char* kRules[] = {test::kHourRule, test::kSweepRule, test::kFreeRule,
                                      test::kLitterRule, "NONE"};
    api::AwardPoints command;
    command.id.uuid = fresh();
    command.person = test::person(1 + pick(kPeople + 1));  // the last one is nobody
    command.rule = kRules[pick(5)];
    if (command.rule == test::kHourRule) command.minutes = static_cast<std::int64_t>(1 + pick(200));
    command.occurred_at = {now_.unix_ms - static_cast<std::int64_t>(pick(40)) * base::kMsPerHour};
    return request("award-points", command);
  }
  app::CommandRequest reverse() {
    api::ReverseTransfer command;
    command.id.uuid = fresh();
    command.transfer.uuid = test::numbered(9, 1 + pick(next_));
    command.reason = "记错了";
    return request("reverse-transfer", command);
  }
  app::CommandRequest move() {
    api::MovePerson command;
    command.id.uuid = fresh();
    command.person = test::person(1 + pick(kPeople));
    command.household = test::household(1 + pick(kPeople / 2));
    command.reason = "分户";
    return request("move-person", command);
  }
  template <class Command>
  app::CommandRequest request(const char* name, const Command& command) {
    return {name, describe::to_json(command), {}, caller_};
  }
  base::Uuid fresh() { return test::numbered(9, next_++); }

  std::mt19937_64 engine_;
  app::Caller caller_;
  base::Instant now_;
  std::uint64_t next_ = 1;
  std::vector<app::CommandRequest> sent_;
};

std::string shown(const base::Result<app::Answer>& answer) {
  if (!answer) return "refused " + std::to_string(static_cast<int>(answer.error().code));
  return answer->json + (answer->replayed ? " again" : "");
}

}  // namespace

TEST_CASE("commands in batches leave the books as one by one") {
  const std::uint32_t seed = Catch::getSeed();
  INFO("seed " << seed);
  test::Town one, many;
  Asking asking(seed, one.administrator(), one.clock().now());
  for (int done = 0; done < kCommands;) {
    std::vector<app::CommandRequest> batch;
    for (std::uint64_t size = 1 + asking.pick(40); size > 0; --size) batch.push_back(asking.next());
    const auto shared = test::run_in_one_batch(many, batch);
    for (std::size_t i = 0; i < batch.size(); ++i) {
      INFO(batch[i].name << " " << batch[i].body);
      REQUIRE(shown(one.storage().commands().run(batch[i])) == shown(shared[i]));
    }
    done += static_cast<int>(batch.size());
    const auto later_ms = static_cast<std::int64_t>(asking.pick(90)) * 60'000;
    one.clock().turn(later_ms);
    many.clock().turn(later_ms);
  }
  CHECK(test::all_rows(one.storage().path()) == test::all_rows(many.storage().path()));
  CHECK(one.number("SELECT count(*) FROM transfer") > kCommands / 3);
  CHECK(many.faults() == "");
}
