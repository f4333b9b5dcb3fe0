// The lists of residents, grids and teams, and the journal, drawn without a browser.
#include "client/screens/desk/journal.h"
#include "client/screens/desk/people.h"
#include "client/screens/desk/registers.h"
#include "tests/unit/client/screens_stage.h"

using namespace shanzhi;
using namespace shanzhi::screens;

namespace {

api::PersonRow person(std::string name) {
  return {.id = "p-" + name,
          .name = name,
          .gender = "male",
          .relation = "head",
          .phone = "138****2207",
          .household = "h-" + name,
          .household_number = "01-012",
          .grid = "G",
          .grid_name = "第3微网格",
          .village = "康庄村",
          .age = 46,
          .balance = 12850,
          .earned = 15850,
          .month = 800,
          .hours = 8580};
}

/// What the page shows, without a stage.
struct PeoplePageData {
  model::Rows<api::PersonRow> list;
  PeopleForm form;

  Stage::Screen screen() {
    return [this](const Env& env, ui::Rect r) { return screens::people(env, {list}, form, r); };
  }
  void fill(int rows) {
    for (int i = 0; i < rows; i++) list.rows.push_back(person("张*" + std::to_string(i)));
    list.known = true;
    list.total = rows;
  }
};
struct PeoplePage : PeoplePageData {
  Stage stage{model::Section::people};
};

model::Loaded<api::TeamPage> two_teams() {
  model::Loaded<api::TeamPage> page;
  page.value = api::TeamPage{{{.id = "t1",
                               .name = "打更巡逻队",
                               .place = "V",
                               .place_name = "康庄村",
                               .brand = "平安更",
                               .way = "organisation",
                               .leader = "何*梅",
                               .members = 12,
                               .points = 40000,
                               .hours = 6000},
                              {.id = "t2",
                               .name = "助老理发队",
                               .place = "V",
                               .place_name = "康庄村",
                               .way = "paired",
                               .leader = "王*",
                               .members = 4,
                               .points = 90000,
                               .hours = 90}}};
  return page;
}

/// What the page shows, without a stage.
struct JournalPageData {
  model::Rows<api::JournalRow> list;
  JournalForm form;

  Stage::Screen screen() {
    return [this](const Env& env, ui::Rect r) { return journal(env, list, form, r); };
  }
};
struct JournalPage : JournalPageData {
  Stage stage{model::Section::journal};
};

}  // namespace

TEST_CASE("a resident's row tells name, household, phone and points, and opens the household") {
  PeoplePage page;
  page.fill(1);
  page.stage.draw(page.screen());
  const auto rows = page.stage.world.find(Role::row, "张*0", true);
  REQUIRE(rows.size() == 1);
  for (const char* part : {"01-012", "康庄村 第3微网格", "138****2207", "128.5", "143"})
    CHECK(rows[0].name.find(part) != std::string::npos);
  REQUIRE(page.stage.press(Role::row, rows[0].name, page.screen()));
  const Go* go = page.stage.wished<Go>();
  REQUIRE(go);
  CHECK(go->route.section == model::Section::households);
  CHECK(go->route.get("open") == "h-张*0");
}

TEST_CASE("sorting, searching and exporting residents are asked for, not done, by the page") {
  PeoplePage page;
  page.fill(3);
  page.stage.draw(page.screen());
  REQUIRE(page.stage.press(Role::column_header, "余额", page.screen()));
  REQUIRE(page.stage.wished<Go>());
  CHECK(page.stage.wished<Go>()->route.get("sort") == "-balance");
  REQUIRE(page.stage.type("在本表中查找", "zhs", page.screen()));
  CHECK(page.stage.wished<Go>()->route.get("search") == "zhs");
  CHECK(page.stage.wished<Go>()->replace);
  REQUIRE(page.stage.press(Role::button, "导出", page.screen()));
  REQUIRE(page.stage.press(Role::menu_item, "导出 CSV", page.screen()));
  REQUIRE(page.stage.wished<Export>());
  CHECK(page.stage.wished<Export>()->list == List::people);
  CHECK(page.stage.wished<Export>()->format == api::FileKind::csv);
}

TEST_CASE("more residents are asked for when the end of what is loaded is in sight") {
  PeoplePage page;
  page.fill(12);
  page.list.total = 47312;
  page.list.next = "cursor";
  page.stage.draw(page.screen());
  REQUIRE(page.stage.wished<LoadMore>());
  CHECK(page.stage.wished<LoadMore>()->list == List::people);
  CHECK(page.stage.world.shows("共 47,312"));
}

TEST_CASE("no residents, none that match, loading and failure each say so") {
  PeoplePage page;
  page.list.known = true;
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("这里还没有居民"));

  page.form.search = "查无此人";
  page.stage.route = page.stage.route.with("search", "查无此人");
  page.stage.draw(page.screen());
  REQUIRE(page.stage.press(Role::button, "清除条件", page.screen()));
  REQUIRE(page.stage.wished<Go>());
  CHECK(page.stage.wished<Go>()->route.get("search").empty());

  page.list = {.loading = true};
  page.stage.draw(page.screen());
  CHECK(page.stage.world.find(Role::status, "正在载入…").size() == 1);

  page.list = {.trouble = refusal("服务器出错，已记下")};
  page.stage.draw(page.screen());
  CHECK(page.stage.world.find(Role::alert, "服务器出错，已记下").size() == 1);
}

TEST_CASE(
    "a list opened by an address with a search shows the search, and what to do when nothing "
    "matches") {
  PeoplePage page;
  page.list.known = true;
  page.stage.route = page.stage.route.with("search", "查无此人");
  page.stage.draw(page.screen());
  CHECK(page.form.search == "查无此人");
  CHECK(page.stage.world.shows("没有符合条件的记录"));
}

TEST_CASE("without a network and without anything kept the list says so") {
  PeoplePage page;
  page.stage.away_since_ms = page.stage.world.now - 90'000;
  page.list.trouble = model::Trouble{};
  page.stage.draw(page.screen());
  CHECK(page.stage.world.find(Role::alert, "没有网络，也没有保存过这里的数据").size() == 1);
}

TEST_CASE(
    "the list of residents holds together with long names, at every width, in both languages") {
  PeoplePageData page;
  page.fill(40);
  for (api::PersonRow& row : page.list.rows) row.name = kLongName, row.off_boards = true;
  check_everywhere(model::Section::people, [&] {
    page.form = {};
    return page.screen();
  });
}

TEST_CASE("teams are searched and sorted where they are, and open their board") {
  Stage stage(model::Section::teams);
  RegisterForm form;
  const auto page = two_teams();
  const Stage::Screen screen = [&](const Env& env, ui::Rect r) {
    return teams(env, page, form, r);
  };
  stage.draw(screen);
  REQUIRE(stage.press(Role::column_header, "累计积分", screen));
  stage.follow(screen);
  CHECK(stage.route.get("sort") == "-points");
  auto rows = stage.world.find(Role::row, "队", true);
  REQUIRE(rows.size() >= 2);
  const auto row = [&](const char* name) { return stage.world.find(Role::row, name, true); };
  CHECK(row("助老理发队")[0].rect.y < row("打更巡逻队")[0].rect.y);
  REQUIRE(stage.type("在本表中查找", "平安", screen));
  stage.follow(screen);
  CHECK(stage.route.get("search") == "平安");
  CHECK(row("助老理发队").empty());
  REQUIRE(stage.press(Role::row, row("打更巡逻队")[0].name, screen));
  REQUIRE(stage.wished<Go>());
  CHECK(stage.wished<Go>()->route.get("mine") == "t1");
  REQUIRE(stage.type("在本表中查找", "没有这个队", screen));
  stage.follow(screen);
  CHECK(stage.world.shows("没有符合条件的记录"));
}

TEST_CASE("a grid's row tells its chief and points a household, and opens it on the map") {
  Stage stage(model::Section::grids);
  RegisterForm form;
  model::Loaded<api::GridPage> page;
  page.value = api::GridPage{{{.code = "G",
                               .name = "第3微网格",
                               .village = "康庄村",
                               .hub = "杨庄管区",
                               .chief = "赵*强",
                               .households = 65,
                               .people = 210,
                               .workers = 2,
                               .points = 650000,
                               .hours = 12000,
                               .per_household = 10000}}};
  const Stage::Screen screen = [&](const Env& env, ui::Rect r) {
    return grids(env, page, form, r);
  };
  stage.draw(screen);
  const auto rows = stage.world.find(Role::row, "赵*强", true);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].name.find("6,500") != std::string::npos);
  REQUIRE(stage.press(Role::row, rows[0].name, screen));
  REQUIRE(stage.wished<Go>());
  CHECK(stage.wished<Go>()->route.section == model::Section::map);
  CHECK(stage.wished<Go>()->route.get("at") == "G");
}

TEST_CASE("an empty register says what will fill it and a failed one offers to try again") {
  Stage stage(model::Section::grids);
  RegisterForm form;
  model::Loaded<api::GridPage> page;
  const Stage::Screen screen = [&](const Env& env, ui::Rect r) {
    return grids(env, page, form, r);
  };
  page.value = api::GridPage{};
  stage.draw(screen);
  CHECK(stage.world.shows("这里还没有划定微网格"));
  page = {{.trouble = refusal("服务器出错，已记下")}};
  stage.draw(screen);
  REQUIRE(stage.press(Role::button, "再试", screen));
  CHECK(stage.wished<Retry>());
}

TEST_CASE("registers hold together with long names, at every width, in both languages") {
  RegisterForm form;
  auto page = two_teams();
  page.value->teams[0].name = page.value->teams[0].leader = page.value->teams[0].brand = kLongName;
  check_everywhere(model::Section::teams, [&]() -> Stage::Screen {
    form = {};
    return [&](const Env& env, ui::Rect r) { return teams(env, page, form, r); };
  });
}

TEST_CASE("an entry of the journal opens with who, what changed in words, and its digest") {
  JournalPage page;
  page.list.known = true;
  page.list.rows = {
      {.position = 77,
       .at = "2026-11-22T09:30:00+08:00",
       .who = "zhoumin",
       .role = "town_administrator",
       .from = "10.1.2.3",
       .what = "person_saved",
       .on = "person p1",
       .result = "done",
       .hash = "ab12cd34ef56ab12cd34ef56",
       .before =
           R"({"id":"x","name":"张三","relation":"son","phone":"138****2207","off_boards":false})",
       .after =
           R"({"id":"x","name":"张三丰","relation":"head","phone":"138****2207","off_boards":true})",
       .kind = "person",
       .subject = "0190a000-0000-7000-8000-000000000c01",
       .subject_name = "张三丰"}};
  page.stage.draw(page.screen());
  const auto rows = page.stage.world.find(Role::row, "zhoumin", true);
  REQUIRE(rows.size() == 1);
  for (const char* part : {"保存居民", "今天 09:30", "居民 张三丰", "与户主关系", "ab12cd34ef56"})
    CHECK(rows[0].name.find(part) != std::string::npos);
  REQUIRE(page.stage.press(Role::row, rows[0].name, page.screen()));
  CHECK(page.stage.world.find(Role::dialog, "77", true).size() == 1);
  CHECK(page.stage.world.find(Role::list_item, "名称：张三 → 张三丰").size() == 1);
  CHECK(page.stage.world.find(Role::list_item, "与户主关系：儿子 → 户主").size() == 1);
  CHECK(page.stage.world.find(Role::list_item, "不上榜：否 → 是").size() == 1);
  CHECK(page.stage.world.find(Role::list_item, "电话", true).empty());  // it stayed
  CHECK(page.stage.world.shows("ab12cd34ef56ab12cd34ef56"));
  REQUIRE(page.stage.press(Role::button, "打开居民 张三丰", page.screen()));
  REQUIRE(page.stage.wished<Go>());
  CHECK(page.stage.wished<Go>()->route.section == model::Section::people);
  CHECK(page.stage.wished<Go>()->route.get("open") == "0190a000-0000-7000-8000-000000000c01");
}

TEST_CASE("an entry about points tells how many, under which rule and what for") {
  JournalPage page;
  page.list.known = true;
  page.list.rows = {{.position = 8,
                     .at = "2026-11-22T09:30:00+08:00",
                     .who = "grid",
                     .what = "points_awarded",
                     .kind = "person",
                     .subject = "0190a000-0000-7000-8000-000000000c01",
                     .subject_name = "张三",
                     .rule = "A01",
                     .note = "清扫街道",
                     .amount = 200,
                     .minutes = 90}};
  page.stage.draw(page.screen());
  const auto rows = page.stage.world.find(Role::row, "+2 分 · A01 · 清扫街道", true);
  REQUIRE(rows.size() == 1);
  REQUIRE(page.stage.press(Role::row, rows[0].name, page.screen()));
  CHECK(page.stage.world.shows("1.5 小时"));
  CHECK(page.stage.world.shows("这项操作没有改动登记内容"));
}

TEST_CASE("the journal is narrowed by who, what and when, and says when nothing matches") {
  JournalPage page;
  page.list.known = true;
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("没有符合条件的日志"));
  REQUIRE(page.stage.type("操作人", "周", page.screen()));
  REQUIRE(page.stage.wished<Go>());
  CHECK(page.stage.wished<Go>()->route.get("who") == "周");
  REQUIRE(page.stage.press(Role::button, "导入文件", page.screen()));
  CHECK(page.stage.wished<Go>()->route.get("what") == "file_imported");
  REQUIRE(page.stage.type("起始日期", "2026-11-01", page.screen()));
  CHECK(page.stage.wished<Go>()->route.get("since") == "2026-11-01");
  page.stage.route = page.stage.wished<Go>()->route;
  REQUIRE(page.stage.type("截止日期", "2026-11-20", page.screen()));
  CHECK(page.stage.wished<Go>()->route.get("until") == "2026-11-20");
  CHECK(page.stage.wished<Go>()->route.get("since") == "2026-11-01");
}

TEST_CASE("older entries of the journal are asked for at its end") {
  JournalPage page;
  page.list.known = true;
  page.list.next = "c";
  page.list.rows = {{.position = 1, .at = "2026-11-22T09:30:00+08:00", .what = "signed_in"}};
  page.stage.draw(page.screen());
  REQUIRE(page.stage.wished<LoadMore>());
  CHECK(page.stage.wished<LoadMore>()->list == List::journal);
}

TEST_CASE("the journal holds together at every width, in both languages") {
  JournalPageData page;
  page.list.known = true;
  for (int i = 0; i < 60; i++)
    page.list.rows.push_back({.position = i,
                              .at = "2026-11-22T09:30:00+08:00",
                              .who = kLongName,
                              .what = "points_awarded",
                              .on = "person 0198",
                              .hash = std::string(64, 'a')});
  check_everywhere(model::Section::journal, [&] {
    page.form = {};
    return page.screen();
  });
}
