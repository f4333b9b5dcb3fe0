// The desk as a reader hears it and a keyboard presses it: signing in, figures, lists, failures.
#include <catch2/catch_test_macros.hpp>

#include "desk_fixture.h"
#include "shared/base/utf8.h"

using namespace shanzhi;
using shanzhi::test::DeskFixture;
using ui::Role;

namespace {

api::HouseholdPage one_household(const char* head = "张三") {
  api::HouseholdPage page;
  api::HouseholdRow row;
  row.id = "0190a000-0000-7000-8000-000000000b01", row.number = "KZ-0127", row.head = head,
  row.grid_name = "第 1 微网格", row.village = "康庄村";
  row.members = 4, row.balance = 12'800, row.last = "2026-11-20", row.tags = "党员户";
  page.households = {row};
  page.total = 1, page.balance_sum = 12'800;
  return page;
}

api::Passbook book() {
  api::Passbook b;
  b.household = "0190a000-0000-7000-8000-000000000b01", b.number = "KZ-0127", b.head = "张三",
  b.village = "康庄村";
  b.balance = 12'800, b.rank = 7, b.of = 486;
  b.members = {{"0190a000-0000-7000-8000-000000000c01", "张三", "head", "male", 58, 12'800, 60}};
  api::PassbookLine line;
  line.transfer = "0190a000-0000-7000-8000-000000000d01",
  line.occurred_at = "2026-11-22T09:38:00+08:00", line.recorded_at = line.occurred_at;
  line.person = b.members[0].id, line.person_name = "张三", line.reason = "rule", line.rule = "A01",
  line.rule_name = "护学岗", line.rule_version = 2;
  line.amount = 100, line.minutes = 60, line.balance = 12'800, line.can_reverse = true,
  line.hash = std::string(64, 'a');
  b.lines = {line};
  return b;
}

api::RulePage rules() {
  api::RuleRow r;
  r.code = "A01", r.name = "护学岗", r.field = "safety", r.direction = "add", r.unit = "hour",
  r.cap_period = "day", r.approver = "grid_worker", r.valid_from = "2026-01-01";
  r.points = 100, r.cap = 800;
  return {{r}};
}

constexpr const char* kOpenHousehold =
    "#/desk/households?open=0190a000-0000-7000-8000-000000000b01";

}  // namespace

TEST_CASE_METHOD(DeskFixture,
                 "who is not signed in is asked for name and password and nothing else is read") {
  refuse("me", 401, "请先登录");
  start("#/desk/overview");
  REQUIRE(platform.shows("登录工作台"));
  REQUIRE(times("figures") == 0);
  REQUIRE(platform.find(Role::navigation, "栏目").empty());
}

TEST_CASE_METHOD(DeskFixture,
                 "signing in leads to the overview, with the password sent once and kept nowhere") {
  const auto signed_in = answers["me"];
  refuse("me", 401, "请先登录");
  start("");
  REQUIRE(platform.type("手机号或用户名", "town"));
  REQUIRE(platform.type("密码", "correct horse"));
  run();
  answers["me"] = signed_in;
  answer("sign-in", api::Saved{"x", 1, ""});
  REQUIRE(platform.press(Role::button, "登录"));
  run(20);
  REQUIRE(times("sign-in") == 1);
  REQUIRE(platform.hash == "#/desk/overview");
  REQUIRE(platform.shows("累计积分 162,418 分"));
  for (const auto& [key, value] : platform.storage)
    REQUIRE(value.find("correct horse") == std::string::npos);
}

TEST_CASE_METHOD(DeskFixture,
                 "a wrong password is told beside the field, and what was typed stays") {
  refuse("me", 401, "请先登录");
  start("");
  platform.type("手机号或用户名", "town");
  platform.type("密码", "wrong");
  run();
  refuse("sign-in", 401, "用户名或密码不对");
  platform.press(Role::button, "登录");
  run();
  bool told = false;
  for (const auto& field : ui::access().fields)
    told = told || (field.invalid && field.describe.find("用户名或密码不对") != std::string::npos);
  REQUIRE(told);
}

TEST_CASE_METHOD(DeskFixture, "the overview names its figures with their change") {
  start("#/desk/overview");
  REQUIRE(platform.shows("本月发放 9,214 分，较上月同期 +8.3%"));
  REQUIRE(platform.shows("还没有边界，导入地区边界后显示地图"));
  REQUIRE(platform.title == "小留镇 · 善治");
}

TEST_CASE_METHOD(DeskFixture, "the rail leads to each section and shows where one is") {
  answer("households", one_household());
  start("#/desk/overview");
  REQUIRE(platform.press(Role::link, "户档案"));
  run();
  REQUIRE(platform.hash == "#/desk/households");
  REQUIRE_FALSE(platform.find(Role::grid, "户档案").empty());
  REQUIRE(platform.shows("KZ-0127 张三"));
}

TEST_CASE_METHOD(DeskFixture,
                 "a very long name and one beyond the usual planes do not break a row") {
  const char* name = "\U00020BB7欧阳\U0002A6A5上官诸葛慕容独孤令狐司马夏侯皇甫尉迟公孙长孙宇文";
  answer("households", one_household(name));
  start("#/desk/households");
  REQUIRE(platform.shows(name));
}

TEST_CASE_METHOD(DeskFixture, "no households yet is said with what would fill the list") {
  answer("households", api::HouseholdPage{});
  start("#/desk/households");
  REQUIRE(platform.shows("这里还没有户档案，导入花名册后会列在这里"));
}

TEST_CASE_METHOD(DeskFixture, "a failure says why and is tried again on demand") {
  refuse("households", 500, "服务器出了问题，稍后再试");
  start("#/desk/households");
  REQUIRE(platform.shows("服务器出了问题，稍后再试"));
  const int before = times("households");
  answer("households", one_household());
  REQUIRE(platform.press(Role::button, "再试"));
  run();
  REQUIRE(times("households") > before);
  REQUIRE(platform.shows("KZ-0127 张三"));
}

TEST_CASE_METHOD(DeskFixture, "without the network what was read stays, with its age") {
  answer("households", one_household());
  start("#/desk/households");
  network = false;
  wait(3000);
  REQUIRE(platform.shows("没有网络，显示"));
  REQUIRE(platform.shows("KZ-0127 张三"));
  network = true;
  wait(70'000);
  REQUIRE_FALSE(platform.shows("没有网络，显示"));
}

TEST_CASE_METHOD(DeskFixture, "the archive shows who, how much, and every line with its reason") {
  answer("households", one_household());
  answer("passbook", book());
  answer("rules", rules());
  answer("award-context", api::AwardContextView{});
  start(kOpenHousehold);
  REQUIRE_FALSE(platform.find(Role::complementary, "户档案").empty());
  REQUIRE(platform.shows("村内排名 7 / 486"));
  REQUIRE(platform.shows("护学岗 1 小时"));
}

TEST_CASE_METHOD(DeskFixture, "a line can be reversed only with a reason, which is sent with it") {
  answer("households", one_household());
  answer("passbook", book());
  answer("reverse-transfer",
         api::Posted{"0190a000-0000-7000-8000-000000000e01", -100, -60, 12'700, 501});
  start(kOpenHousehold);
  bool opened = false;
  for (const auto& n : platform.find(Role::button, "护学岗", true))
    opened = opened || platform.press(Role::button, n.name);
  REQUIRE(opened);
  run();
  REQUIRE(platform.shows("规则第 2 版"));
  REQUIRE(platform.press(Role::button, "冲正"));
  run();
  REQUIRE_FALSE(platform.press(Role::button, "冲正"));
  REQUIRE(platform.type("冲正原因", "重复记分"));
  run();
  REQUIRE(platform.press(Role::button, "冲正"));
  run();
  const auto* sent = last("reverse-transfer");
  REQUIRE(sent);
  REQUIRE(sent->body.find("重复记分") != std::string::npos);
  REQUIRE(sent->body.find("0190a000-0000-7000-8000-000000000d01") != std::string::npos);
}

TEST_CASE_METHOD(DeskFixture,
                 "an award made without a network is kept, survives a reload, and is sent once") {
  answer("households", one_household());
  answer("passbook", book());
  answer("rules", rules());
  answer("award-context", api::AwardContextView{});
  answer("award-points",
         api::Posted{"0190a000-0000-7000-8000-000000000e01", 200, 120, 13'000, 501});
  start(kOpenHousehold);
  REQUIRE(platform.press(Role::combobox, "按哪条规则"));
  run();
  bool chosen = false;
  for (const auto& n : platform.find(Role::option, "护学岗", true))
    chosen = chosen || platform.press(Role::option, n.name);
  REQUIRE(chosen);
  run();
  REQUIRE(platform.type("服务时长", "2"));
  run();
  network = false;
  REQUIRE(platform.press(Role::button, "确认记分"));
  run();
  const auto* first = last("award-points");
  REQUIRE(first);
  const std::string body = first->body;
  REQUIRE(platform.storage["outbox"].find("award-points") != std::string::npos);

  load();  // the page is loaded again
  network = true;
  platform.now += 70'000;
  run(20);
  REQUIRE(times("award-points") == 2);
  REQUIRE(last("award-points")->body == body);  // the same command with the same id
  REQUIRE(platform.storage.count("outbox") == 0);
  wait(70'000);
  REQUIRE(times("award-points") == 2);
}

TEST_CASE_METHOD(DeskFixture, "what happens elsewhere is read again by who looks at it") {
  start("#/desk/overview");
  const int before = times("figures");
  api::Change change;
  change.position = 501, change.at = "2026-11-22T09:41:02+08:00", change.what = "points_awarded",
  change.amount = 200;
  change.subject_name = "李*兰", change.place_name = "康庄村", change.note = "护学岗";
  answer("changes", api::Changes{501, false, {change}});
  wait(2100);
  wait(2100);
  REQUIRE(times("figures") > before);
  REQUIRE(platform.shows("康庄村 李*兰"));
}

TEST_CASE_METHOD(DeskFixture,
                 "news right after what was just read is read too, though nobody moves a hand") {
  start("#/desk/overview");
  // As the browser does: work when a timer or a reply comes, a frame only when that asks for one.
  const auto pass = [&](std::int64_t ms) {
    for (std::int64_t past = 0; past < ms; past += 20) {
      platform.now += 20;
      if (app->work()) platform.frame([this] { app->frame(); });
      serve();
    }
  };
  const auto hear = [&](std::int64_t position, std::int64_t within_ms) {
    api::Change change;
    change.position = position, change.what = "points_awarded", change.amount = 200;
    answer("changes", api::Changes{position, false, {change}});
    const int asked_before = times("changes");
    while (times("changes") == asked_before) pass(20);
    answers["changes"] = {304, ""};
    pass(within_ms);
  };
  const int before = times("figures");
  hear(501, 2000);
  CHECK(times("figures") == before + 1);
  hear(502, 100);
  hear(503, 1000);  // soon after the answer to the one before
  CHECK(times("figures") == before + 3);
}

TEST_CASE_METHOD(DeskFixture,
                 "that what is new cannot be read is said, and tried again on demand") {
  refuse("changes", 500, "服务器出错了，请稍后再试");
  start("#/desk/overview");
  REQUIRE(platform.shows("服务器出错了"));
  api::Change change;
  change.position = 499, change.at = "2026-11-22T09:41:02+08:00", change.what = "points_awarded",
  change.amount = 200, change.subject_name = "李*兰", change.place_name = "康庄村";
  answer("changes", api::Changes{500, false, {change}});
  REQUIRE(platform.press(Role::button, "再试"));
  run();
  CHECK_FALSE(platform.shows("服务器出错了"));
  CHECK(platform.shows("康庄村 李*兰"));
  CHECK(platform.shows("今日 1 条"));
}

TEST_CASE_METHOD(DeskFixture, "an auditor is offered nothing that changes anything") {
  api::Me me;
  me.user = "0190a000-0000-7000-8000-0000000000ab", me.name = "马会计", me.role = "auditor",
  me.place = me.town = "371702106", me.town_name = me.place_name = "小留镇";
  answer("me", me);
  answer("households", one_household());
  answer("passbook", book());
  start(kOpenHousehold);
  REQUIRE(platform.find(Role::link, "记分").empty());
  REQUIRE(platform.find(Role::link, "导入").empty());
  REQUIRE_FALSE(platform.find(Role::link, "日志").empty());
  REQUIRE(platform.find(Role::button, "确认记分").empty());
}

TEST_CASE_METHOD(DeskFixture, "English is complete on the overview: no Chinese but names") {
  platform.around.query = "lang=en";
  start("#/desk/overview");
  REQUIRE(platform.shows("Points given"));
  REQUIRE_FALSE(platform.find(Role::link, "Households").empty());
  REQUIRE(platform.language == "en");
  for (const auto& node : ui::access().nodes) {
    std::string words = node.name + node.describe;
    for (const char* name : {"小留镇", "周敏"})
      for (auto at = words.find(name); at != std::string::npos; at = words.find(name))
        words.erase(at, std::string(name).size());
    INFO(words);
    std::size_t at = 0;
    while (at < words.size()) {
      const char32_t c = base::next_code_point(words, at);
      REQUIRE_FALSE((c >= 0x4E00 && c <= 0x9FFF));
    }
  }
}

TEST_CASE_METHOD(DeskFixture,
                 "every section draws with nothing to show, in both schemes, narrow and wide") {
  for (const char* name : {"households", "people", "teams", "grids", "imports", "journal", "users"})
    answers[name] = {200, "{}"};
  answer("households", api::HouseholdPage{});
  answer("people", api::PersonPage{});
  answer("teams", api::TeamPage{});
  answer("grids", api::GridPage{});
  answer("imports", api::ImportPage{});
  answer("journal", api::JournalPage{});
  answer("users", api::UserPage{});
  start("#/desk/overview");
  for (const float width : {1024.f, 1366.f, 1920.f})
    for (const bool dark : {false, true})
      for (const char* section :
           {"overview", "map", "households", "people", "teams", "grids", "boards", "award", "rules",
            "sites", "merchants", "import", "journal", "users", "settings"}) {
        platform.around.width = width;
        platform.around.dark = dark;
        platform.hash = std::string("#/desk/") + section;
        run(5);
        INFO(section << " " << width);
        REQUIRE(platform.find(Role::main, "", true).size() == 1);
        REQUIRE_FALSE(platform.find(Role::heading, "", true).empty());
      }
}

TEST_CASE_METHOD(DeskFixture, "hearing that nothing is new asks for no frame; news, a minute do") {
  start("#/desk/overview");
  const auto hear = [&](std::int64_t after_ms) {
    platform.now += after_ms;
    app->work();  // asks
    serve();
    return app->work();
  };
  answers["changes"] = {304, ""};
  hear(1000);
  const int before = times("changes");
  CHECK_FALSE(hear(1000));
  CHECK_FALSE(hear(1000));
  CHECK(times("changes") == before + 2);
  answer("changes", api::Changes{501, false, {}});
  CHECK(hear(1000));
  run();
  answers["changes"] = {304, ""};
  CHECK(hear(61'000));
}
