// A wall without a browser and without a server: a small town on it, a clock in the test's hand.
#pragma once

#include "borders.h"
#include "desk_fixture.h"
#include "shared/api/alarms.h"
#include "shared/api/hall.h"

namespace shanzhi::test {

class HallFixture : public DeskFixture {
 public:
  HallFixture() {
    api::Me me;
    me.user = "0190a000-0000-7000-8000-0000000000bb", me.role = "display";
    me.town = me.place = "371702106", me.town_name = me.place_name = "小留镇";
    me.position = 500, me.today = "2026-11-22", me.schematic = true;
    answer("me", me);
    api::Figures f = figures();
    f.villages = 38, f.grids = 263, f.teams = 39, f.merchants = 87, f.hours = 2'478'360;
    f.points_today = 38'600, f.points_verified = 1'031'000, f.volunteers_this_week = 214;
    f.points_by_month = {1'312'000, 1'680'400, 1'123'600, 921'400};
    f.hours_by_month = {60'000, 72'000, 51'000, 48'000};
    answer("figures", f);
    answer("boards", board());
    answer("days", days());
    answer("alarms", api::Alarms{});
    answer("hall-scenes", api::HallScenes{});
    api::RuleRow rule;
    rule.code = "A01", rule.name = "助老理发";
    answer("rules", api::RulePage{{rule}});
    answers["/"] = {200, "<script src=\"start.1a2b.js\" defer></script>"};
  }

  static api::Board board() {
    api::Board b;
    b.subject = "village", b.period = "month", b.measure = "points";
    const char* names[] = {"陆庄村", "杨庄村", "小留村", "楚庄村", "贾坊村", "孔堂村"};
    for (int i = 0; i < 6; i++)
      b.rows.push_back(
          {i + 1, "v" + std::to_string(i), names[i], "小留镇", 39'800 - i * 2'000, i % 3 - 1});
    b.of = 6;
    return b;
  }
  static api::Days days() {
    api::Days d;
    d.year = 2026, d.first = "2026-01-01", d.today = "2026-11-22";
    for (int i = 0; i < 326; i++) {
      d.minutes.push_back(6'000 + (i > 150 && i < 165 ? 9'000 : 0) + i % 7 * 300);
      d.services.push_back(40 + i % 5), d.points.push_back(10'000);
    }
    return d;
  }
  static api::Change award(std::int64_t position) {
    api::Change c;
    c.position = position, c.at = "2026-11-22T09:41:00+08:00", c.what = "points_awarded";
    c.place_name = "康庄村", c.subject_name = "李*兰", c.rule = "A01", c.amount = 200;
    c.grid = "371702106201-G01";
    return c;
  }
  /// The clock goes on by so much, with a frame at its end, as a wall at rest has them.
  void pass(std::int64_t ms) {
    platform.frame([this] { app->frame(); }, static_cast<double>(ms));
    app->work();
    serve();
  }
};

}  // namespace shanzhi::test
