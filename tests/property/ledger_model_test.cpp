// Random commands against a model of a few lines: what the model refuses the ledger refuses, and all
// sums agree at the end. The seed is printed; CATCH's --rng-seed repeats it.
#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <map>
#include <random>

#include "tests/support/town_fixture.h"

using namespace shanzhi;

namespace {

constexpr std::uint64_t kPeople = 24;
constexpr int kCommands = 1500;

/// The naive ledger: a list of what happened, summed anew for every question.
struct Model {
  struct Happened {
    std::uint64_t person;
    std::string rule;
    std::int64_t amount;  ///< signed for the person
    std::int64_t minutes;
    std::int32_t day;
    bool reversed = false;
    std::string id;
  };
  std::vector<Happened> all;

  template <class Value>
  std::int64_t sum(Value value) const {
    std::int64_t sum = 0;
    for (const Happened& h : all)
      if (!h.reversed) sum += value(h);
    return sum;
  }
  std::int64_t balance(std::uint64_t person) const {
    return sum([&](const Happened& h) { return h.person == person ? h.amount : 0; });
  }
  std::int64_t granted(std::uint64_t person, const std::string& rule, std::int32_t day) const {
    return sum([&](const Happened& h) {
      return h.person == person && h.rule == rule && h.day == day ? h.amount : 0;
    });
  }
};

struct Asked {
  std::uint64_t person;
  const char* rule;
  std::optional<std::int64_t> minutes;
};

// What the fixture's rules allow, said in another way than decide_award says it.
bool allowed(const Model& model, const Asked& asked, std::int32_t day) {
  const std::string rule = asked.rule;
  if (rule == test::kHourRule)
    return model.granted(asked.person, rule, day) + (*asked.minutes * 100 + 30) / 60 <= 800;
  if (rule == test::kSweepRule) return model.granted(asked.person, rule, day) + 200 <= 1000;
  if (rule == test::kLitterRule) return model.balance(asked.person) >= 300;
  return true;
}

std::int64_t worth(const Asked& asked) {
  const std::string rule = asked.rule;
  if (rule == test::kHourRule) return (*asked.minutes * 100 + 30) / 60;
  if (rule == test::kSweepRule) return 200;
  return rule == test::kLitterRule ? -300 : 500;
}

class Run {
 public:
  explicit Run(std::uint32_t seed) : engine_(seed) {}

  void step() {
    const std::uint64_t choice = pick(100);
    if (choice < 70) return award();
    if (choice < 90) return reverse();
    if (choice < 98) return move();
    town_.clock().turn(static_cast<std::int64_t>(pick(30)) * base::kMsPerHour);
  }

  void compare() {
    for (std::uint64_t p = 1; p <= kPeople; ++p) {
      const std::string row = std::to_string(p);
      CHECK(town_.number("SELECT balance FROM person WHERE id = " + row) == model_.balance(p));
      CHECK(town_.number("SELECT minutes FROM person WHERE id = " + row) ==
            model_.sum([&](const auto& h) { return h.person == p ? h.minutes : 0; }));
      CHECK(
          town_.number("SELECT earned FROM person WHERE id = " + row) ==
          model_.sum([&](const auto& h) { return h.person == p && h.amount > 0 ? h.amount : 0; }));
    }
    CHECK(town_.faults() == "");
  }

 private:
  std::uint64_t pick(std::uint64_t below) { return engine_() % below; }

  void award() {
    constexpr const char* kRules[] = {test::kHourRule, test::kSweepRule, test::kFreeRule,
                                      test::kLitterRule};
    Asked asked{1 + pick(kPeople), kRules[pick(4)], {}};
    if (asked.rule == std::string(test::kHourRule))
      asked.minutes = static_cast<std::int64_t>(1 + pick(200));
    const std::int32_t day = base::day_of(town_.clock().now()).days;
    const auto posted = town_.award(test::person(asked.person), asked.rule, asked.minutes);
    INFO(asked.rule << " to " << asked.person);
    REQUIRE(posted.ok() == allowed(model_, asked, day));
    if (!posted) return;
    model_.all.push_back({asked.person, asked.rule, worth(asked), asked.minutes.value_or(0), day,
                          false, posted->transfer});
    REQUIRE(posted->balance == model_.balance(asked.person));
  }

  void reverse() {
    if (model_.all.empty()) return;
    Model::Happened& happened = model_.all[pick(model_.all.size())];
    const bool fine = !happened.reversed && model_.balance(happened.person) - happened.amount >= 0;
    const auto posted = town_.reverse(happened.id);
    REQUIRE(posted.ok() == fine);
    if (posted) happened.reversed = true;
  }

  void move() {
    api::MovePerson command;
    command.id.uuid = town_.fresh();
    command.person = test::person(1 + pick(kPeople));
    command.household = test::household(1 + pick(kPeople / 2));
    command.reason = "分户";
    (void)town_.run("move-person", command, town_.administrator());
  }

  std::mt19937_64 engine_;
  test::Town town_;
  Model model_;
};

}  // namespace

TEST_CASE("random commands leave the ledger as a naive model says") {
  const std::uint32_t seed = Catch::getSeed();
  INFO("seed " << seed);
  Run run(seed);
  for (int i = 0; i < kCommands; ++i) run.step();
  run.compare();
}
