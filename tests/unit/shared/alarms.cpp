// Steps one after the other, an end that ends, and no number of anybody on the wall.
#include <catch2/catch_test_macros.hpp>

#include "shared/alarms/alarms.h"
#include "shared/base/utf8.h"

using namespace shanzhi;
using base::ErrorCode;

namespace {

constexpr base::Instant kNow{1'795'309'200'000};

alarms::Alarm raised() {
  alarms::Alarm alarm;
  alarm.matter = "老人走失";
  alarm.raised_at = kNow;
  alarm.steps = alarms::usual_steps(false);
  return alarm;
}

}  // namespace

TEST_CASE("steps are ticked one after the other") {
  alarms::Alarm alarm = raised();
  CHECK(alarms::current_step(alarm) == 1);
  const auto skipped = alarms::finish_step(alarm, 3, kNow);
  REQUIRE_FALSE(skipped);
  CHECK(skipped.error().code == ErrorCode::out_of_range);
  CHECK(skipped.error().shown == "1");
  for (std::int64_t step = 1; step <= 5; ++step) REQUIRE(alarms::finish_step(alarm, step, kNow));
  CHECK(alarms::current_step(alarm) == 0);
  for (const std::int64_t step : {5, 6})
    CHECK(alarms::finish_step(alarm, step, kNow).error().code == ErrorCode::in_use);
}

TEST_CASE("an alarm ends once, and is told of for ten minutes more") {
  alarms::Alarm alarm = raised();
  CHECK(alarms::told(alarm, {kNow.unix_ms + 40 * base::kMsPerDay}));
  REQUIRE(alarms::end(alarm, "已找到，老人平安", kNow));
  CHECK(alarm.state == alarms::State::ended);
  CHECK(alarms::end(alarm, "再次", kNow).error().code == ErrorCode::in_use);
  CHECK(alarm.outcome == "已找到，老人平安");
  CHECK(alarms::finish_step(alarm, 1, kNow).error().code == ErrorCode::in_use);
  CHECK(alarms::told(alarm, {kNow.unix_ms + 10 * base::kMsPerMinute}));
  CHECK_FALSE(alarms::told(alarm, {kNow.unix_ms + 10 * base::kMsPerMinute + 1}));
}

TEST_CASE(
    "numbers of telephones and identity cards are made unreadable, dates and counts are not") {
  struct Row {
    const char* text;
    const char* masked;
  };
  const Row rows[]{
      {"家属电话13812345678", "家属电话138****5678"},
      {"打 138-1234-5678 或 139 1234 5679", "打 138****5678 或 139****5679"},
      {"+8613812345678", "+****"},
      {"身份证 37172919390102001X，男", "身份证 ****，男"},
      {"371729 19390102 0013", "****"},
      {"371729390102001", "****"},
      {"座机0530-5551234转3", "座机****转3"},
      {"(0530)5551234", "(0530)****"},
      {"微信12345678", "微信****"},
      {"87 岁，2026-11-22 08:50 离家向东", "87 岁，2026-11-22 08:50 离家向东"},
      {"已查 3/8 个点位，拨打 110 或 12345", "已查 3/8 个点位，拨打 110 或 12345"},
      {"08:50—09:20，水位 38.25 米", "08:50—09:20，水位 38.25 米"},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(base::mask_numbers(row.text) == row.masked);
    CHECK(base::mask_numbers(base::mask_numbers(row.text)) == row.masked);
  }
}

TEST_CASE("every text of an alarm is made public") {
  const std::string number = "１３８１２３４５６７８";  // full width
  alarms::Alarm alarm = raised();
  for (std::string* text : {&alarm.matter, &alarm.detail, &alarm.commander, &alarm.appeal,
                            &alarm.outcome, &alarm.steps[0].name, &alarm.steps[1].note})
    *text = "致电" + number;
  alarm.forces.push_back({"致电" + number, "", 1, kNow, false});
  alarms::make_public(alarm);
  for (const std::string& text :
       {alarm.matter, alarm.detail, alarm.commander, alarm.appeal, alarm.outcome,
        alarm.steps[0].name, alarm.steps[1].note, alarm.forces[0].name})
    CHECK(text == "致电138****5678");
}
