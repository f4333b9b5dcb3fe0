// The forms of teams, sites and places.
#include "tests/unit/client/form_desk.h"

using namespace shanzhi;
using namespace shanzhi::test;

TEST_CASE_METHOD(FormDesk, "a team keeps its members when its name changes; members come and go") {
  answer("teams", api::TeamPage{{{.id = kTeam,
                                  .name = "乐活帮",
                                  .place = "371702106201",
                                  .way = "paired",
                                  .leader = "张三",
                                  .leader_id = kHead,
                                  .members = 2}}});
  start("#/desk/teams");
  press(Role::button, "修改 乐活帮");
  CHECK(last("people")->path.find(std::string("team=") + kTeam) != std::string::npos);
  type("名称", "乐活帮一队");
  press(Role::button, "保存");
  auto saved = sent<api::SaveTeam>("save-team");
  CHECK(saved.members == std::vector<std::string>{kHead, kWife});
  CHECK(base::to_text(saved.leader.uuid) == kHead);
  press(Role::button, "修改 乐活帮");
  press(Role::button, "李梅");
  press(Role::button, "保存");
  saved = sent<api::SaveTeam>("save-team");
  CHECK(saved.members == std::vector<std::string>{kHead});
}

TEST_CASE_METHOD(FormDesk, "a team with members out of sight is not saved without them") {
  answer("teams", api::TeamPage{{{.id = kTeam,
                                  .name = "乐活帮",
                                  .place = "371702106201",
                                  .way = "paired",
                                  .members = 5}}});
  start("#/desk/teams");
  press(Role::button, "修改 乐活帮");
  CHECK(platform.shows("有 3 名队员不在您的管辖范围"));
  type("名称", "别名");
  press(Role::button, "保存");
  CHECK(times("save-team") == 0);
}

TEST_CASE_METHOD(FormDesk, "a site needs its place on the earth, within China") {
  start("#/desk/sites?place=371702106201");
  press(Role::button, "新增阵地");
  type("名称", "康庄村志愿服务站");
  press(Role::button, "保存");
  CHECK(wrong("经度") == "请填写经度");
  type("经度", "35.1");
  type("纬度", "115.4");
  CHECK(wrong("经度") == "经度应为 73 至 136 度");
  CHECK(wrong("纬度") == "纬度应为 3 至 54 度");
  type("经度", "115.41");
  type("纬度", "35.1");
  choose("类别", "村级子阵地");
  press(Role::button, "保存");
  const auto site = sent<api::SaveSite>("save-site");
  CHECK(site.longitude == 115.41);
  CHECK(site.place == "371702106201");
}

TEST_CASE_METHOD(
    FormDesk,
    "a new grid is given the next free code, and the form says where outlines come from") {
  start("#/desk/grids?place=371702106201");
  press(Role::button, "新增网格");
  CHECK(field("代码") == "371702106201-G02");
  CHECK(platform.shows("上传 GeoJSON"));
  type("名称", "第 2 微网格");
  press(Role::button, "保存");
  const auto place = sent<api::SavePlace>("save-place");
  CHECK(place.code == "371702106201-G02");
  CHECK(place.level == places::Level::grid);
  CHECK(place.parent == "371702106201");
}

TEST_CASE_METHOD(FormDesk, "a village is renamed from the map; its code and level stay") {
  start("#/desk/map?place=371702106201");
  press(Role::button, "修改地区");
  CHECK(platform.find(Role::textbox, "代码").empty());
  type("名称", "新康庄村");
  press(Role::button, "保存");
  const auto place = sent<api::SavePlace>("save-place");
  CHECK(place.code == "371702106201");
  CHECK(place.name == "新康庄村");
  CHECK(place.level == places::Level::village);
  CHECK(place.outline.empty());
}

TEST_CASE_METHOD(FormDesk, "a village of one's own typing needs a statistical code") {
  start("#/desk/map?place=371702106-H1");
  press(Role::button, "新增下级");
  type("名称", "新村");
  type("代码", "12");
  CHECK(wrong("代码") == "代码格式不对，请核对后重填");
  press(Role::button, "保存");
  CHECK(times("save-place") == 0);
}
