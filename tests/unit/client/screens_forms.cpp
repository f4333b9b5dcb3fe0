// The forms of households and residents as a reader hears them: filled, refused, sent, taken back.
#include "tests/unit/client/form_desk.h"

using namespace shanzhi;
using namespace shanzhi::test;

TEST_CASE_METHOD(FormDesk, "who may only look finds no button that changes anything") {
  as("auditor", "371702106", "小留镇");
  answer("teams", api::TeamPage{{{.id = kTeam, .name = "乐活帮", .place = "371702106201"}}});
  for (const char* page : {kArchive, "#/desk/people", "#/desk/teams", "#/desk/sites", "#/desk/map",
                           "#/desk/merchants"}) {
    start(page);
    INFO(platform.outline());
    for (const char* words : {"修改", "新增", "新建", "导入商户"})
      CHECK(platform.find(Role::button, words, true).empty());
  }
}

TEST_CASE_METHOD(FormDesk, "a village officer changes the own village and no other") {
  as("village_officer", "371702106201", "康庄村");
  start(kArchive);
  CHECK(platform.find(Role::button, "修改户信息").size() == 1);
  as("village_officer", "371702106-H1", "杨庄管区");
  api::Passbook elsewhere = book();
  elsewhere.grid = "999";
  answer("passbook", elsewhere);
  start(kArchive);
  CHECK(platform.find(Role::button, "修改户信息").empty());
}

TEST_CASE_METHOD(FormDesk, "a household is changed, told of, and put back as it was") {
  start(kArchive);
  press(Role::button, "修改户信息");
  REQUIRE(field("户号") == "KZ-0127");
  REQUIRE(field("住址") == "3组 127号");
  type("住址", "3组 128号");
  press(Role::button, "军属");
  press(Role::button, "保存");
  const auto first = sent<api::SaveHousehold>("save-household");
  CHECK(base::to_text(first.id.uuid) == kHousehold);
  CHECK(first.address == "3组 128号");
  CHECK(first.tags == "党员户,军属");
  CHECK(first.hamlet == "371702106201-X1");
  CHECK(first.grid == kGrid);
  CHECK_FALSE(dialog());
  CHECK(platform.announced.back() == "已保存：KZ-0127");
  const std::string key = key_of("save-household");
  press(Role::button, "撤销");
  const auto back = sent<api::SaveHousehold>("save-household");
  CHECK(back.address == "3组 127号");
  CHECK(back.tags == "党员户");
  CHECK(key_of("save-household") != key);
  CHECK(platform.announced.back() == "已恢复原样：KZ-0127");
}

TEST_CASE_METHOD(FormDesk, "a wrong telephone is told beside its field before anything is sent") {
  start(kArchive);
  press(Role::button, "修改 张三");
  type("电话", "12345");
  CHECK(wrong("电话") == "电话应为 11 位手机号，或带区号的座机号");
  type("出生日期", "2030-01-01");
  CHECK(wrong("出生日期") == "出生日期不能晚于今天");
  press(Role::button, "保存");
  CHECK(times("save-person") == 0);
  CHECK(platform.announced.back().find("有 2 处要改") != std::string::npos);
  type("电话", "138 0000 0009");
  type("出生日期", "1970-01-01");
  CHECK(wrong("电话").empty());
  press(Role::button, "保存");
  const auto saved = sent<api::SavePerson>("save-person");
  CHECK(saved.phone == "13800000009");
  CHECK(base::to_text(*saved.born) == "1970-01-01");
  CHECK(saved.relation == people::Relation::head);
}

TEST_CASE_METHOD(FormDesk,
                 "what the server refuses stands at its field, and what was typed stays") {
  api::Problem p;
  p.status = 422, p.code = "already_exists", p.detail = "没有写入",
  p.errors = {{"/number", "already_exists", "户号 KZ-0200 在本村已有，请换一个"}};
  answers["save-household"] = {422, describe::to_json(p)};
  start(kArchive);
  press(Role::button, "修改户信息");
  type("户号", "KZ-0200");
  press(Role::button, "保存");
  REQUIRE(dialog());
  CHECK(wrong("户号") == "户号 KZ-0200 在本村已有，请换一个");
  CHECK(field("户号") == "KZ-0200");
  type("户号", "KZ-0201");
  CHECK(wrong("户号").empty());
  answer("save-household", api::Saved{kHousehold, 502, ""});
  press(Role::button, "保存");
  CHECK_FALSE(dialog());
  CHECK(sent<api::SaveHousehold>("save-household").number == "KZ-0201");
}

TEST_CASE_METHOD(FormDesk, "a refusal that is about no field stands above the buttons") {
  refuse("save-household", 500, "没有写入成功，请稍后再试");
  start(kArchive);
  press(Role::button, "修改户信息");
  type("住址", "新址");
  press(Role::button, "保存");
  CHECK(dialog());
  CHECK(platform.shows("没有写入成功，请稍后再试"));
}

TEST_CASE_METHOD(FormDesk, "a new member needs a name and a relation; Enter sends") {
  start(kArchive);
  press(Role::button, "新增居民");
  REQUIRE(platform.enter("姓名"));
  run();
  CHECK(wrong("姓名") == "请填写姓名");
  CHECK(wrong("与户主关系") == "请填写与户主关系");
  CHECK(times("save-person") == 0);
  type("姓名", "  张小三 ");
  choose("与户主关系", "儿子");
  REQUIRE(platform.enter("姓名"));
  run();
  const auto added = sent<api::SavePerson>("save-person");
  CHECK(added.name == "张小三");
  CHECK(added.relation == people::Relation::son);
  CHECK(base::to_text(added.household.uuid) == kHousehold);
  CHECK_FALSE(added.id.none());
  CHECK(platform.announced.back() == "已新增：张小三");
  CHECK(platform.find(Role::button, "撤销").empty());
}

TEST_CASE_METHOD(FormDesk, "who asks not to be shown on boards is told what it means") {
  start(kArchive);
  CHECK(platform.find(Role::text, "不上榜").size() == 1);
  press(Role::button, "修改 张三");
  CHECK(platform.shows("不在榜上显示，他人名次不变"));
  press(Role::toggle, "不上榜");
  press(Role::button, "保存");
  CHECK(sent<api::SavePerson>("save-person").off_boards);
}

TEST_CASE_METHOD(FormDesk, "somebody moves to a household found by initials, and back again") {
  start(kArchive);
  press(Role::button, "修改 李梅");
  press(Role::button, "迁户");
  CHECK(platform.shows("李梅 · KZ-0127"));
  press(Role::button, "迁户");
  CHECK(wrong("迁入户") == "请选择家户");
  type("迁入户", "ww");
  CHECK(last("households")->path.find("search=ww") != std::string::npos);
  press(Role::button, "王五户 KZ-0200，康庄村 第 1 微网格 1组 9号");
  choose("与新户主关系", "其他");
  type("原因", "嫁");
  press(Role::button, "迁户");
  CHECK(wrong("原因") == "原因应为 2 至 200 个字");
  type("原因", "再婚");
  press(Role::button, "迁户");
  const auto there = sent<api::MovePerson>("move-person");
  CHECK(base::to_text(there.person.uuid) == kWife);
  CHECK(base::to_text(there.household.uuid) == kOther);
  CHECK(platform.announced.back() == "已迁户：李梅");
  press(Role::button, "撤销");
  const auto back = sent<api::MovePerson>("move-person");
  CHECK(base::to_text(back.household.uuid) == kHousehold);
  CHECK(back.relation == people::Relation::spouse);
  CHECK_FALSE(back.id == there.id);
}

TEST_CASE_METHOD(FormDesk, "unsaved changes are asked about; a clean form closes at once") {
  start(kArchive);
  press(Role::button, "修改户信息");
  escape();
  CHECK_FALSE(dialog());
  press(Role::button, "修改户信息");
  type("住址", "别处");
  escape();
  REQUIRE(dialog());
  CHECK(platform.shows("还有未保存的修改"));
  press(Role::button, "继续填写");
  CHECK(field("住址") == "别处");
  press(Role::button, "取消");
  press(Role::button, "放弃修改");
  CHECK_FALSE(dialog());
  CHECK(times("save-household") == 0);
}

TEST_CASE_METHOD(FormDesk, "going back in the browser loses nothing that was typed") {
  start(kArchive);
  press(Role::button, "修改户信息");
  type("住址", "别处");
  platform.hash = "#/desk/overview";
  run();
  REQUIRE(dialog());
  CHECK(field("住址") == "别处");
}

TEST_CASE_METHOD(FormDesk,
                 "what somebody else saves meanwhile is taken in, and told where both typed") {
  start(kArchive);
  press(Role::button, "修改户信息");
  type("住址", "我写的");
  api::Passbook changed = book();
  changed.address = "别人写的", changed.number = "KZ-0999";
  answer("passbook", changed);
  answer("changes", api::Changes{501, false, {{.position = 501, .what = "household_saved"}}});
  wait(5000);
  CHECK(field("户号") == "KZ-0999");
  CHECK(field("住址") == "我写的");
  CHECK(platform.shows("他人刚改为“别人写的”"));
  press(Role::button, "保存");
  const auto saved = sent<api::SaveHousehold>("save-household");
  CHECK(saved.number == "KZ-0999");
  CHECK(saved.address == "我写的");
}

TEST_CASE_METHOD(FormDesk, "without the network a form is kept on the device and says so") {
  start(kArchive);
  press(Role::button, "修改户信息");
  type("住址", "新址");
  network = false;
  press(Role::button, "保存");
  CHECK_FALSE(dialog());
  CHECK(platform.announced.back() == "已记在本机，有网络后自动发送");
}

TEST_CASE_METHOD(FormDesk, "a new household opens its archive, so that people can be added") {
  answer("households", homes());
  start("#/desk/households?place=371702106201-G01");
  press(Role::button, "新建户");
  type("户号", "KZ-0300");
  press(Role::button, "保存");
  CHECK(sent<api::SaveHousehold>("save-household").grid == kGrid);
  CHECK(platform.hash.find(std::string("open=") + kHousehold) != std::string::npos);
}

TEST_CASE_METHOD(FormDesk, "a resident is changed from the list, and a new one given a household") {
  start("#/desk/people");
  press(Role::button, "修改 张三");
  CHECK(field("姓名") == "张三");
  press(Role::button, "取消");
  press(Role::button, "新增居民");
  type("姓名", "新人");
  type("家户", "王五");
  REQUIRE(platform.enter("家户"));
  run();
  choose("与户主关系", "女儿");
  press(Role::button, "保存");
  CHECK(base::to_text(sent<api::SavePerson>("save-person").household.uuid) == kOther);
}
