// What the award form says while it is being filled in: the same as the server would.
#include <catch2/catch_test_macros.hpp>

#include "client/screens/award_check.h"

using namespace shanzhi;
using namespace shanzhi::screens;
using text::Language;

namespace {

const base::Instant kNow = *base::parse_instant("2026-11-22T09:41:00+08:00");

api::RuleRow by_hour() {
  api::RuleRow r;
  r.code = "A01", r.name = "义务巡逻", r.field = "safety", r.direction = "add", r.unit = "hour",
  r.cap_period = "day", r.approver = "grid_worker";
  r.valid_from = "2026-01-01";
  r.points = 100, r.cap = 800;
  return r;
}
api::RuleRow by_instance() {
  api::RuleRow r = by_hour();
  r.unit = "instance", r.points = 200, r.bonus_max = 300;
  return r;
}
AwardForm filled(const char* hours, const char* amount = "") {
  AwardForm f;
  f.person = "0190a000-0000-7000-8000-000000000001";
  f.person_name = "张三";
  f.rule = "A01";
  f.hours = hours, f.amount = amount;
  return f;
}
api::AwardContextView given(std::int64_t points) {
  api::AwardContextView c;
  c.granted_in_period = points;
  return c;
}

}  // namespace

TEST_CASE("an hour and a half is ninety minutes, and half a point is fifty hundredths") {
  REQUIRE(parse_hours("1.5") == 90);
  REQUIRE(parse_hours("２") == 120);  // full width, as an input method leaves it
  REQUIRE(parse_hundredths("0.5") == 50);
  REQUIRE_FALSE(parse_hundredths("-1"));
  REQUIRE_FALSE(parse_hundredths("1.234"));
  REQUIRE_FALSE(parse_hundredths("."));
  REQUIRE_FALSE(parse_hundredths("12345678901234567890"));
}

TEST_CASE("nothing is said before there is something to judge") {
  const api::RuleRow rule = by_hour();
  const AwardCheck check = check_award(filled(""), &rule, given(0), kNow, Language::chinese);
  REQUIRE_FALSE(check.complete);
  REQUIRE(check.sentence.empty());
  REQUIRE_FALSE(check_award(filled("2"), nullptr, given(0), kNow, Language::chinese).complete);
}

TEST_CASE("two hours at one point an hour are two points and two hours") {
  const api::RuleRow rule = by_hour();
  const AwardCheck check = check_award(filled("2"), &rule, given(0), kNow, Language::chinese);
  REQUIRE(check.decision);
  REQUIRE(check.decision->points.count == 200);
  REQUIRE(check.decision->minutes.count == 120);
}

TEST_CASE("over the cap, the hours that are still free are offered") {
  const api::RuleRow rule = by_hour();
  const AwardCheck check = check_award(filled("4"), &rule, given(600), kNow, Language::chinese);
  REQUIRE_FALSE(check.decision);
  REQUIRE(check.field == AwardField::hours);
  REQUIRE(check.fix == "2");
  REQUIRE(check.sentence.find("8") != std::string::npos);
  AwardForm mended = filled(check.fix.c_str());
  REQUIRE(check_award(mended, &rule, given(600), kNow, Language::chinese).decision);
}

TEST_CASE("over the cap with a sum typed, the points that are still free are offered") {
  const api::RuleRow rule = by_instance();
  const AwardCheck check = check_award(filled("", "4"), &rule, given(600), kNow, Language::english);
  REQUIRE(check.field == AwardField::amount);
  REQUIRE(check.fix == "2");
  REQUIRE(check_award(filled("", "2"), &rule, given(600), kNow, Language::english).decision);
}

TEST_CASE("a full cap has nothing to offer") {
  const api::RuleRow rule = by_hour();
  const AwardCheck check = check_award(filled("1"), &rule, given(800), kNow, Language::chinese);
  REQUIRE_FALSE(check.sentence.empty());
  REQUIRE(check.fix.empty());
}

TEST_CASE("tomorrow is refused beside the time") {
  const api::RuleRow rule = by_hour();
  AwardForm form = filled("1");
  form.when = "2026-11-23T08:00";
  const AwardCheck check = check_award(form, &rule, given(0), kNow, Language::chinese);
  REQUIRE(check.field == AwardField::when);
  REQUIRE_FALSE(check.sentence.empty());
}

TEST_CASE("one's own household is refused beside the person") {
  const api::RuleRow rule = by_hour();
  api::AwardContextView context;
  context.same_household = true;
  const AwardCheck check = check_award(filled("1"), &rule, context, kNow, Language::chinese);
  REQUIRE(check.field == AwardField::person);
}

TEST_CASE("words in a number field are refused beside it") {
  const api::RuleRow rule = by_hour();
  REQUIRE(check_award(filled("两小时"), &rule, given(0), kNow, Language::chinese).field ==
          AwardField::hours);
}
