#include "shared/rules/rules.h"

#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "tests/unit/shared/random_numbers.h"

using namespace shanzhi;
using base::ErrorCode;
using base::Minutes;
using base::Points;

namespace {

constexpr std::int64_t kDay_ms = base::kMsPerDay;

/// One case: a rule of two points an hour, at most eight a day, half a point of bonus, sixty minutes
/// asked for now. Each test changes what it is about.
struct Case {
  rules::Rule rule;
  rules::AwardRequest request;
  rules::AwardContext context;
  base::Instant now = *base::parse_instant("2026-11-22T09:41:00+08:00");

  Case() {
    rule.code = "SH-01";
    rule.unit = rules::Unit::hour;
    rule.points = {200};
    rule.cap = {800};
    rule.bonus_max = {50};
    rule.valid_from = *base::parse_date("2024-01-01");
    request.minutes = Minutes{60};
    request.occurred_at = now;
    context.balance = {1000};
  }
  base::Result<rules::AwardDecision> decide() const {
    return rules::decide_award(rule, request, context, now);
  }
};

void by_instance(Case& c) {
  c.rule.unit = rules::Unit::instance;
  c.request.minutes = std::nullopt;
}
void deduct(Case& c) {
  by_instance(c);
  c.rule.direction = rules::Direction::deduct;
}

struct Refusal {
  const char* what;
  std::function<void(Case&)> change;
  ErrorCode code;
  const char* field;
  const char* shown = "";
  const char* shown2 = "";
};

const std::vector<Refusal> kRefusals = {
    {"before the rule", [](Case& c) { c.rule.valid_from = *base::parse_date("2026-11-23"); },
     ErrorCode::rule_not_in_force, "/rule"},
    {"after the rule's last day",
     [](Case& c) { c.rule.valid_until = *base::parse_date("2026-11-21"); },
     ErrorCode::rule_not_in_force, "/rule"},
    {"no minutes for a rule by the hour", [](Case& c) { c.request.minutes = std::nullopt; },
     ErrorCode::wrong_unit, "/minutes"},
    {"minutes for a rule by instance", [](Case& c) { c.rule.unit = rules::Unit::instance; },
     ErrorCode::wrong_unit, "/minutes"},
    {"no time at all", [](Case& c) { c.request.minutes = Minutes{0}; }, ErrorCode::out_of_range,
     "/minutes", "1", "960"},
    {"time backwards", [](Case& c) { c.request.minutes = Minutes{-60}; }, ErrorCode::out_of_range,
     "/minutes", "1", "960"},
    {"more than sixteen hours", [](Case& c) { c.request.minutes = Minutes{961}; },
     ErrorCode::out_of_range, "/minutes", "1", "960"},
    {"sixteen hours with those booked", [](Case& c) { c.context.booked_that_day = {930}; },
     ErrorCode::out_of_range, "/minutes", "1", "30"},
    {"a day that is full", [](Case& c) { c.context.booked_that_day = {960}; },
     ErrorCode::out_of_range, "/minutes", "0", "0"},
    {"minutes too few for a hundredth of a point",
     [](Case& c) { c.rule.points = {1}, c.request.minutes = Minutes{1}; }, ErrorCode::out_of_range,
     "/minutes", "0.01", "0.5"},
    {"no points wanted", [](Case& c) { c.request.points = Points{0}; }, ErrorCode::out_of_range,
     "/points", "0.01", "2.5"},
    {"points below nothing", [](Case& c) { c.request.points = Points{-100}; },
     ErrorCode::out_of_range, "/points", "0.01", "2.5"},
    {"more than any transfer may move",
     [](Case& c) { c.request.points = Points{base::kTransferMax + 1}; }, ErrorCode::out_of_range,
     "/points", "0.01", "2.5"},
    {"a moment ahead", [](Case& c) { c.request.occurred_at.unix_ms += 1; },
     ErrorCode::in_the_future, "/occurred_at"},
    {"367 days ago", [](Case& c) { c.request.occurred_at.unix_ms -= 367 * kDay_ms; },
     ErrorCode::too_long_ago, "/occurred_at", "366"},
    {"for oneself", [](Case& c) { c.context.same_person = true; }, ErrorCode::own_household,
     "/person"},
    {"for one's household", [](Case& c) { c.context.same_household = true; },
     ErrorCode::own_household, "/person"},
    {"a hundredth above the bonus", [](Case& c) { c.request.points = Points{251}; },
     ErrorCode::over_bonus, "/points", "0.5"},
    {"above the cap", [](Case& c) { c.context.granted_in_period = {625}; }, ErrorCode::over_cap,
     "/points", "8", "1.75"},
    {"above a cap that is used up", [](Case& c) { c.context.granted_in_period = {900}; },
     ErrorCode::over_cap, "/points", "8", "0"},
    {"above the cap by the bonus alone",
     [](Case& c) { c.context.granted_in_period = {600}, c.request.points = Points{201}; },
     ErrorCode::over_cap, "/points", "8", "2"},
    {"a deduction below the floor", [](Case& c) { deduct(c), c.context.balance = {199}; },
     ErrorCode::below_floor, "/points", "0", "1.99"},
    {"a deduction below a floor of its own",
     [](Case& c) { deduct(c), c.context.balance = {-1000}, c.context.floor = {-1050}; },
     ErrorCode::below_floor, "/points", "-10.5", "0.5"},
    {"more than one person may grant in a month",
     [](Case& c) {
       c.context.second_person_above = {50000}, c.context.granted_by_this_month = {49801};
     },
     ErrorCode::second_person, "/points", "500"},
};

}  // namespace

TEST_CASE("every award that may not be is refused with its reason, its field and its limit") {
  for (const Refusal& refusal : kRefusals) {
    INFO(refusal.what);
    Case c;
    refusal.change(c);
    const auto decision = c.decide();
    REQUIRE_FALSE(decision.ok());
    CHECK(decision.error().code == refusal.code);
    CHECK(decision.error().field == refusal.field);
    CHECK(decision.error().shown == refusal.shown);
    CHECK(decision.error().shown2 == refusal.shown2);
  }
}

TEST_CASE("of several reasons the one that stands first in the contract is given") {
  Case c;  // wrong in every way that can stand beside the others
  c.rule.valid_from = *base::parse_date("2026-11-24");
  c.request = {std::nullopt, Points{900}, {c.now.unix_ms + 1}};
  c.context.same_household = true;
  c.context.granted_in_period = {800};
  c.context.second_person_above = {100};
  const std::pair<ErrorCode, std::function<void(Case&)>> steps[] = {
      {ErrorCode::rule_not_in_force, [](Case& c) { c.rule.valid_from.days -= 9; }},
      {ErrorCode::wrong_unit, [](Case& c) { c.request.minutes = Minutes{961}; }},
      {ErrorCode::out_of_range, [](Case& c) { c.request.minutes = Minutes{60}; }},
      {ErrorCode::in_the_future, [](Case& c) { c.request.occurred_at = c.now; }},
      {ErrorCode::own_household, [](Case& c) { c.context.same_household = false; }},
      {ErrorCode::over_bonus, [](Case& c) { c.request.points = std::nullopt; }},
      {ErrorCode::over_cap, [](Case& c) { c.context.granted_in_period = {}; }},
      {ErrorCode::second_person, [](Case& c) { c.context.second_person_above = {}; }}};
  for (const auto& [code, repair] : steps) {
    const auto decision = c.decide();
    REQUIRE_FALSE(decision.ok());
    CHECK(decision.error().code == code);
    repair(c);
  }
  CHECK(c.decide().ok());
}

TEST_CASE("an hour at the rule's rate gives its points and its minutes, without a bonus") {
  const auto decision = Case().decide();
  REQUIRE(decision.ok());
  CHECK(decision->points == Points{200});
  CHECK(decision->minutes == Minutes{60});
  CHECK(decision->bonus == Points{0});
}

TEST_CASE("what stands exactly on a limit is allowed") {
  const std::function<void(Case&)> edges[] = {
      [](Case& c) { c.rule.valid_from = *base::parse_date("2026-11-22"); },
      [](Case& c) { c.rule.valid_until = *base::parse_date("2026-11-22"); },
      [](Case& c) { c.request.occurred_at.unix_ms -= 366 * kDay_ms; },
      [](Case& c) { c.context.booked_that_day = {900}; },
      [](Case& c) { c.request.points = Points{250}; },
      [](Case& c) { c.request.points = Points{1}; },
      [](Case& c) { c.context.granted_in_period = {600}; },
      [](Case& c) { c.rule.cap = {0}, c.context.granted_in_period = {99999}; },
      [](Case& c) { deduct(c), c.context.balance = {200}; },
      [](Case& c) { deduct(c), c.context.balance = {-850}, c.context.floor = {-1050}; },
      [](Case& c) {
        c.context.second_person_above = {50000}, c.context.granted_by_this_month = {49800};
      },
      [](Case& c) { c.context.granted_by_this_month = {99999999}; },
      [](Case& c) {
        deduct(c), c.context.second_person_above = {1}, c.context.granted_by_this_month = {99};
      }};
  int number = 0;
  for (const auto& edge : edges) {
    INFO("edge " << number++);
    Case c;
    edge(c);
    CHECK(c.decide().ok());
  }
}

TEST_CASE("a rule by instance gives its fixed sum and banks no time") {
  Case c;
  by_instance(c);
  const auto decision = c.decide();
  REQUIRE(decision.ok());
  CHECK(decision->points == Points{200});
  CHECK(decision->minutes == Minutes{0});
}

TEST_CASE("the bonus is what is wanted above the rule, and nothing when less is wanted") {
  Case c;
  c.request.points = Points{230};
  CHECK(c.decide().value().bonus == Points{30});
  c.request.points = Points{120};
  REQUIRE(c.decide().ok());
  CHECK(c.decide().value().points == Points{120});
  CHECK(c.decide().value().bonus == Points{0});
  CHECK(c.decide().value().minutes == Minutes{60});
}

TEST_CASE("the day counts in the town's zone, not in UTC") {
  Case c;
  c.rule.valid_from = *base::parse_date("2026-11-22");
  c.request.occurred_at = *base::parse_instant("2026-11-21T16:00:00Z");  // midnight in the town
  CHECK(c.decide().ok());
  c.request.occurred_at.unix_ms -= 1;
  CHECK(c.decide().error().code == ErrorCode::rule_not_in_force);
}

TEST_CASE("points of minutes are the rate's share, rounded half up") {
  rules::Rule rule;
  rule.points = {100};
  CHECK(rules::points_for(rule, {90}) == Points{150});
  CHECK(rules::points_for(rule, {1}) == Points{2});    // 1.667
  CHECK(rules::points_for(rule, {20}) == Points{33});  // 33.333
  rule.points = {50};
  CHECK(rules::points_for(rule, {3}) == Points{3});  // 2.5
  CHECK(rules::points_for(rule, {0}) == Points{0});
  CHECK(rules::points_for(rule, {-60}) == Points{0});
}

TEST_CASE("no award that is granted breaks any limit, whatever is asked") {
  tests::RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  int granted = 0;
  for (int i = 0; i < 20000; ++i) {
    Case c;
    c.rule.points = {random.between(1, 500)};
    c.rule.cap = {random.between(0, 3) == 0 ? 0 : random.between(1, 2000)};
    c.rule.bonus_max = {random.between(0, 100)};
    c.rule.direction = static_cast<rules::Direction>(random.between(0, 1));
    c.request.minutes = Minutes{random.between(-10, 1000)};
    if (random.between(0, 1) == 0) c.request.points = Points{random.between(-10, 3000)};
    c.context.granted_in_period = {random.between(0, 2500)};
    c.context.booked_that_day = {random.between(0, 1000)};
    c.context.balance = {random.between(-500, 3000)};
    c.context.floor = {random.between(-500, 0)};
    c.context.second_person_above = {random.between(0, 5000)};
    c.context.granted_by_this_month = {random.between(0, 5000)};
    const auto decision = c.decide();
    if (!decision.ok()) continue;
    ++granted;
    const std::int64_t points = decision->points.count;
    REQUIRE(points > 0);
    REQUIRE(decision->bonus <= c.rule.bonus_max);
    REQUIRE(points <= rules::points_for(c.rule, *c.request.minutes).count + decision->bonus.count);
    REQUIRE(c.context.booked_that_day.count + decision->minutes.count <= 960);
    if (c.rule.cap.count > 0)
      REQUIRE(c.context.granted_in_period.count + points <= c.rule.cap.count);
    if (c.rule.direction == rules::Direction::deduct) {
      REQUIRE(c.context.balance.count - points >= c.context.floor.count);
    } else if (c.context.second_person_above.count > 0) {
      REQUIRE(c.context.granted_by_this_month.count + points <=
              c.context.second_person_above.count);
    }
  }
  CHECK(granted > 100);
}
