// The phone as a reader hears it and a finger presses it: standing, passbook, board, large type, the way
// back; at every width it is made for.
#include <catch2/catch_test_macros.hpp>

#include "client/widgets/pull.h"
#include "desk_fixture.h"
#include "screens_stage.h"
#include "shared/api/views_phone.h"

using namespace shanzhi;
using shanzhi::test::DeskFixture;
using ui::Role;

namespace {

constexpr const char* kMe = "0190a000-0000-7000-8000-000000000c01";

api::Standing my_standing() {
  api::Standing s;
  s.person = kMe, s.name = "张秀兰", s.household = "0190a000-0000-7000-8000-000000000b01";
  s.number = "KZ-0127", s.grid = "371702106201-G01", s.grid_name = "第 1 微网格";
  s.village = "371702106201", s.village_name = "康庄村";
  s.balance = 12'850, s.earned = 15'000, s.hours = 5'760, s.week = 600;
  s.household_balance = 24'100;
  s.by_week = {0, 100, 200, 300, 0, 0, 400, 100, 0, 0, 900, 600}, s.first_week = "2026-08-31";
  s.places = {{"grid", "371702106201-G01", "第 1 微网格", 2, 24, 2'350, 100, 1, 3, 2'450},
              {"village", "371702106201", "康庄村", 7, 126, 2'350, 300, 6, 9, 3'800},
              {"town", "371702106", "小留镇", 213, 3'872, 2'350, 50, 210, 200, 9'000}};
  s.members = {{kMe, "张秀兰", "head", "female", 58, 12'850, 60},
               {"0190a000-0000-7000-8000-000000000c02", "李卫国", "spouse", "male", 60, 11'250, 0}};
  s.teams = {{.id = "t",
              .name = "康庄村护学先锋服务队",
              .place_name = "康庄村",
              .brand = "护学先锋",
              .leader = "刘*国",
              .members = 18}};
  return s;
}

api::Passbook my_book() {
  api::Passbook b;
  b.person = kMe, b.person_name = "张秀兰", b.balance = 12'850;
  b.month_earned = 2'350, b.month_spent = 6'000;
  api::PassbookLine line;
  line.transfer = "0190a000-0000-7000-8000-000000000d01";
  line.occurred_at = line.recorded_at = "2026-11-22T09:38:00+08:00";
  line.person_name = "张秀兰", line.reason = "rule", line.rule = "A01", line.rule_name = "护学岗";
  line.rule_version = 2, line.field = "safety", line.amount = 100, line.minutes = 60;
  line.balance = 12'850, line.by = "李卫东 网格长", line.hash = std::string(64, 'a');
  b.lines = {line};
  line.transfer = "0190a000-0000-7000-8000-000000000d02", line.amount = -6'000, line.minutes = 0;
  line.reason = "offer", line.rule.clear(), line.rule_name.clear(), line.merchant = "爱家超市";
  line.occurred_at = "2026-11-20T09:38:00+08:00", line.balance = 12'750;
  b.lines.push_back(line);
  return b;
}

api::Board my_board() {
  api::Board b;
  b.place = "371702106201", b.subject = "person", b.period = "month", b.measure = "points",
  b.of = 126;
  b.before_first = "2026-10-01";
  const auto row = [&](std::int64_t rank, const char* id, const char* name, std::int64_t value) {
    b.rows.push_back({rank, id, name, "康庄村", value, 1, value, rank + 1});
  };
  row(1, "p1", "李*兰", 3'800), row(2, "p2", "王*军", 3'450), row(3, "p3", "孙*英", 3'100);
  row(6, "p6", "陈*花", 2'650), row(7, kMe, "张*兰", 2'350), row(8, "p8", "杨*田", 2'300);
  b.mine = {{kMe, "张*兰", 7, 2'350, 300, 6, 2, 126, 2'000, 9}};
  return b;
}

class PhoneFixture : public DeskFixture {
 public:
  PhoneFixture() {
    platform.around.width = 360, platform.around.height = 740;
    platform.around.coarse_pointer = true;
    api::Me me;
    me.user = "0190a000-0000-7000-8000-0000000000bb", me.name = "张秀兰", me.role = "volunteer";
    me.town = "371702106", me.town_name = "小留镇", me.place = "371702106201-G01";
    me.place_name = "第 1 微网格", me.person = kMe, me.position = 500, me.today = "2026-11-22";
    answer("me", me);
    answer("standing", my_standing());
    answer("passbook", my_book());
    answer("boards", my_board());
  }
  void press(Role role, const char* name) {
    INFO(platform.outline());
    REQUIRE(platform.press(role, name));
    run();
  }
  bool whole(const char* words) { return platform.shows(words); }
};

}  // namespace

TEST_CASE_METHOD(PhoneFixture, "a volunteer lands on their own standing, told in full") {
  start("");
  REQUIRE(platform.hash == "#/me");
  INFO(platform.outline());
  CHECK(whole("可用积分 128.5 分"));
  CHECK(whole("本周 +6"));
  CHECK(whole("服务 96 小时"));
  CHECK(whole("全户 241 分"));
  CHECK(whole("距全村上一名还差 3 分"));
  CHECK(whole("全村升 2 名"));
  CHECK(whole("近 12 周每周得分，最多 9 分，本周 6 分"));
  CHECK(platform.find(Role::radio, "全村 126 人，第 7 名").size() == 1);
  press(Role::radio, "全镇 3,872 人，第 213 名");
  CHECK(whole("距全镇上一名还差 0.5 分"));
  CHECK(whole("全镇降 13 名"));
}

TEST_CASE_METHOD(PhoneFixture, "an officer lands on the desk and may work on the phone") {
  auto me = *describe::from_answer<api::Me>(answers["me"].second);
  me.role = "grid_worker", me.person.clear(), me.name = "李卫东 网格长";
  answer("me", me);
  answer("given", api::Given{});
  start("");
  REQUIRE(platform.hash.starts_with("#/desk/overview"));
  platform.hash = "#/me/work";
  run();
  CHECK(whole("今天还没有记过分，找到人就能记"));
  CHECK(platform.find(Role::link, "办公").size() == 1);
}

TEST_CASE_METHOD(PhoneFixture, "a volunteer has no work tab and no way to it") {
  start("#/me/work");
  CHECK(platform.find(Role::link, "办公").empty());
  CHECK(whole("可用积分 128.5 分"));
  CHECK(times("given") == 0);
}

TEST_CASE_METHOD(PhoneFixture,
                 "a line of the passbook opens its why, and back leads to where one was") {
  start("#/me");
  press(Role::button, "积分流水，每一笔为什么、谁批的");
  REQUIRE(platform.hash == "#/me/passbook");
  INFO(platform.outline());
  CHECK(whole("余额 128.5"));
  CHECK(whole("11月得 +23.5"));
  CHECK(whole("11月用 −60"));
  const auto rows = platform.find(Role::button, "护学岗", true);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].name == "今天，护学岗，+1，规则 A01，1 小时，谁批 李卫东 网格长，余 128.5");
  press(Role::button, rows[0].name.c_str());
  CHECK(platform.hash == "#/me/passbook?line=0190a000-0000-7000-8000-000000000d01");
  CHECK(whole("A01 护学岗，规则第 2 版，安全稳定"));
  CHECK(whole("没有登记凭据"));
  press(Role::button, "返回");
  CHECK(platform.hash == "#/me/passbook");
  press(Role::button, "返回");
  CHECK(platform.hash == "#/me");
}

TEST_CASE_METHOD(PhoneFixture,
                 "a page opened by a link has a way back too, and the edge leads there") {
  start("#/me/passbook?line=0190a000-0000-7000-8000-000000000d01");
  ui::on_swipe_back();
  run();
  CHECK(platform.hash == "#/me");
}

TEST_CASE_METHOD(PhoneFixture,
                 "the board shows the first three, the gap, and me under my own name") {
  start("#/me/board");
  INFO(platform.outline());
  REQUIRE(last("boards"));
  CHECK(last("boards")->path.find("around=3") != std::string::npos);
  CHECK(last("boards")->path.find("place=371702106201&") != std::string::npos);
  CHECK(whole("7 张秀兰 我"));
  CHECK(whole("还差 3 分到第 6 名"));
  press(Role::tab, "全镇");
  CHECK(last("boards")->path.find("place=371702106&") != std::string::npos);
  press(Role::radio, "家户");
  CHECK(last("boards")->path.find("subject=household") != std::string::npos);
  press(Role::button, "看前 50 名");
  CHECK(last("boards")->path.find("around") == std::string::npos);
}

TEST_CASE_METHOD(PhoneFixture,
                 "large type holds to its sizes, has no tabs, and reads itself aloud") {
  platform.storage["large"] = "1";
  for (const char* hash : {"#/me", "#/me/passbook", "#/me/board", "#/me/rules", "#/me/card",
                           "#/me/settings", "#/me/team"}) {
    INFO(hash);
    start(hash);
    for (const auto size : {ui::Size::caption, ui::Size::small, ui::Size::body, ui::Size::h1}) {
      CHECK(ui::type(size).size >= 18);
      CHECK(ui::type(size).line >= 1.3f * ui::type(size).size);
    }
    for (const Role role : {Role::button, Role::tab, Role::radio, Role::toggle, Role::link})
      for (const ui::Node& n : platform.find(role, "", true)) {
        INFO(n.name << " " << n.rect.w << "x" << n.rect.h);
        CHECK(n.rect.h >= 60);
        CHECK(n.rect.w >= 60);
      }
  }
  start("#/me");
  CHECK(platform.find(Role::link, "榜单").empty());
  press(Role::button, "念给我听");
  REQUIRE(platform.spoken.size() == 1);
  CHECK(platform.spoken[0].find("张秀兰，您有 128.5 分。这周得了 6 分，一共做了 96 小时。") == 0);
  press(Role::button, "普通版");
  CHECK(platform.storage["large"] == "0");
  CHECK(platform.find(Role::link, "榜单").size() == 1);
}

TEST_CASE_METHOD(PhoneFixture,
                 "whatever a finger presses is 44 px, in one column, at every width") {
  for (const float width : {320.f, 360.f, 412.f, 740.f})
    for (const char* hash : {"#/me", "#/me/passbook", "#/me/board", "#/me/rules", "#/me/card",
                             "#/me/settings", "#/me/team"})
      for (const char* language : {"zh", "en"}) {
        INFO(hash << " at " << width << " in " << language);
        platform.around.width = width, platform.around.height = width > 600 ? 360.f : 740.f;
        platform.storage["language"] = language;
        start(hash);
        screens::check_page(platform);
        for (const Role role : {Role::button, Role::tab, Role::radio, Role::toggle, Role::link})
          for (const ui::Node& n : platform.find(role, "", true)) {
            INFO(n.name << " " << n.rect.w << "x" << n.rect.h);
            CHECK(n.rect.h >= 44);
            CHECK(n.rect.w >= 44);
            if (width > 600 && role != Role::link) CHECK(n.rect.w <= 440);
          }
      }
}

TEST_CASE_METHOD(PhoneFixture, "names without end and nobody's points leave the page whole") {
  api::Standing s = my_standing();
  s.name = screens::kLongName, s.members[1].name = screens::kLongName;
  s.balance = 123'456'789, s.household_balance = 223'456'789;
  answer("standing", s);
  start("#/me");
  screens::check_page(platform);
  s = my_standing();
  s.balance = s.earned = s.hours = s.week = s.household_balance = 0;
  s.by_week.assign(12, 0), s.teams.clear();
  for (auto& p : s.places) p.rank = p.value = p.before_rank = 0;
  answer("standing", s);
  start("#/me");
  screens::check_page(platform);
  CHECK(whole("还没有积分，做一件好事，第一笔就记在这里"));
  CHECK(whole("本月还没得分，得了分就上榜"));
}

TEST_CASE_METHOD(PhoneFixture, "without a network what was seen stays, marked with its age") {
  start("#/me");
  network = false;
  ui::on_refresh();
  run();
  wait(3'000);
  CHECK(whole("没有网络，显示"));
  CHECK(whole("可用积分 128.5 分"));
  network = true;
  press(Role::button, "再试");
  wait(3'000);
  CHECK_FALSE(whole("没有网络，显示"));
}

TEST_CASE_METHOD(PhoneFixture, "pulling down far enough asks for everything again") {
  start("#/me");
  const int before = times("standing");
  ui::on_refresh();
  run();
  CHECK(times("standing") > before);
}

TEST_CASE_METHOD(PhoneFixture,
                 "the code is a picture with a name, and the screen stays on while it shows") {
  start("#/me/card");
  INFO(platform.outline());
  CHECK(platform.find(Role::image, "会员码，张秀兰").size() == 1);
  CHECK(whole("KZ-0127"));
  CHECK(platform.awake);
  platform.hash = "#/me";
  run();
  CHECK_FALSE(platform.awake);
}
