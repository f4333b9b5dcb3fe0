// What all tables have in common: many rows chosen, columns by choice, files and paper; on the whole desk.
#include "client/model/export_job.h"
#include "client/screens/desk/people.h"
#include "client/screens/desk/registers.h"
#include "desk_fixture.h"
#include "tests/unit/client/screens_stage.h"

using namespace shanzhi;
using namespace shanzhi::screens;
using shanzhi::test::DeskFixture;

namespace {

model::Loaded<api::MerchantPage> shops() {
  model::Loaded<api::MerchantPage> page;
  page.value = api::MerchantPage{};
  const std::pair<const char*, const char*> all[] = {
      {"甲店", "超市"}, {"乙店", "理发"}, {"丙店", "超市"}, {"丁店", "早点"}, {"戊店", "超市"}};
  std::int64_t i = 0;
  for (const auto& [name, trade] : all)
    page.value->merchants.push_back({.id = name,
                                     .name = name,
                                     .trade = trade,
                                     .place = "V",
                                     .phone = "138****0001",
                                     .verified = 100 * ++i});
  return page;
}

struct ShopsPage {
  model::Loaded<api::MerchantPage> page = shops();
  RegisterForm form;
  Stage stage{model::Section::merchants};
  Stage::Screen screen() {
    return [this](const Env& env, ui::Rect r) { return merchants(env, page, form, r); };
  }
  bool checked(const char* name) const {
    const auto found = stage.world.find(Role::checkbox, std::string("选择 ") + name);
    return !found.empty() && (found[0].state & ui::kChecked) != 0;
  }
};

api::HouseholdPage households_of(const char* head) {
  api::HouseholdPage page;
  api::HouseholdRow row;
  row.id = "0190a000-0000-7000-8000-000000000b01", row.number = "KZ-0127", row.head = head,
  row.grid_name = "第 1 微网格", row.village = "康庄村", row.earned = 77'700;
  page.households = {row};
  page.total = 1;
  return page;
}

}  // namespace

TEST_CASE("rows are chosen one by one, all at once, and copied with the titles") {
  ShopsPage page;
  page.stage.draw(page.screen());
  REQUIRE(page.stage.press(Role::checkbox, "选择 乙店", page.screen()));
  REQUIRE(page.stage.press(Role::checkbox, "选择 丁店", page.screen()));
  CHECK(page.stage.world.shows("已选 2 项"));
  CHECK_FALSE(page.stage.wished<Go>());  // choosing a row does not open it
  REQUIRE(page.stage.press(Role::button, "复制所选", page.screen()));
  const std::string& copied = page.stage.world.clipboard;
  CHECK(copied.find("名称\t行业") == 0);
  CHECK(copied.find("乙店\t理发\t康庄村") != std::string::npos);
  CHECK(copied.find("甲店") == std::string::npos);
  CHECK(page.stage.world.shows("已复制 2 行"));
  REQUIRE(page.stage.press(Role::checkbox, "全选", page.screen()));
  CHECK(page.stage.world.shows("已选 5 项"));
  REQUIRE(page.stage.press(Role::button, "取消选择", page.screen()));
  CHECK_FALSE(page.checked("乙店"));
  CHECK(page.stage.world.shows("共 5"));
}

TEST_CASE("what was chosen stays chosen when the rows change places or some go") {
  ShopsPage page;
  page.stage.draw(page.screen());
  REQUIRE(page.stage.press(Role::checkbox, "选择 乙店", page.screen()));
  REQUIRE(page.stage.press(Role::column_header, "累计核销", page.screen()));
  CHECK(page.checked("乙店"));
  CHECK(page.form.table.selected.size() == 1);
  page.page.value->merchants.erase(page.page.value->merchants.begin());
  page.stage.draw(page.screen());
  CHECK(page.checked("乙店"));
  page.page.value->merchants.erase(page.page.value->merchants.begin());
  page.stage.draw(page.screen());
  CHECK(page.form.table.selected.empty());
}

TEST_CASE("a register is filtered by its kinds, and its file is asked for as it is shown") {
  ShopsPage page;
  page.stage.draw(page.screen());
  REQUIRE(page.stage.press(Role::button, "超市", page.screen()));
  page.stage.follow(page.screen());
  CHECK(page.stage.world.find(Role::row, "乙店", true).empty());
  CHECK(page.stage.world.shows("共 3"));
  REQUIRE(page.stage.press(Role::column_header, "累计核销", page.screen()));
  page.stage.follow(page.screen());
  REQUIRE(page.stage.press(Role::button, "导出", page.screen()));
  REQUIRE(page.stage.press(Role::menu_item, "导出 Excel", page.screen()));
  const Export* wish = page.stage.wished<Export>();
  REQUIRE(wish);
  CHECK(wish->list == List::merchants);
  CHECK(wish->format == api::FileKind::xlsx);
  CHECK(wish->search == " 超市");
  CHECK(wish->sort == "-verified");
}

TEST_CASE_METHOD(DeskFixture, "a choice of columns is kept on the device, by table") {
  answer("households", households_of("张三"));
  start("#/desk/households");
  REQUIRE(platform.find(Role::column_header, "累计获得").size() == 1);
  REQUIRE(platform.press(Role::button, "选择列"));
  run();
  REQUIRE(platform.press(Role::checkbox, "累计获得"));
  run();
  CHECK(platform.find(Role::column_header, "累计获得").empty());
  CHECK(platform.storage["table.households"] == "earned=0");
  widgets::forget_everything();
  start("#/desk/households");  // another day
  CHECK(platform.find(Role::column_header, "累计获得").empty());
  REQUIRE(platform.press(Role::button, "选择列"));
  run();
  REQUIRE(platform.press(Role::button, "恢复默认"));
  run();
  CHECK(platform.find(Role::column_header, "累计获得").size() == 1);
  CHECK(platform.storage.count("table.households") == 0);
}

TEST_CASE_METHOD(DeskFixture,
                 "the whole list comes from the server as a file under a telling name") {
  answer("households", households_of("张三"));
  answers["export"] = {200, "PK the sheet"};
  start("#/desk/households?search=zhs&sort=-month");
  REQUIRE(platform.press(Role::button, "导出"));
  run();
  REQUIRE(platform.press(Role::menu_item, "导出 Excel"));
  run();
  REQUIRE(last("export"));
  CHECK(last("export")->path ==
        "/api/v1/export?list=households&format=xlsx&place=371702106&search=zhs&sort=-month");
  CHECK(platform.downloads["小留镇 户档案 2026-11-22.xlsx"] == "PK the sheet");
  CHECK(platform.shows("已保存 小留镇 户档案 2026-11-22.xlsx"));
}

TEST_CASE_METHOD(DeskFixture, "a list is laid on paper with what it is and who printed it") {
  answer("households", households_of("张三"));
  answers["export"] = {200, "<table><tr><td>KZ-0127</td></tr></table>"};
  start("#/desk/households?search=zhs");
  REQUIRE(platform.press(Role::button, "导出"));
  run();
  REQUIRE(platform.press(Role::menu_item, "打印"));
  run();
  REQUIRE(platform.printed.size() == 1);
  const std::string& paper = platform.printed[0];
  for (const char* part :
       {"<h1>小留镇 户档案</h1>", "查找内容 zhs", "2026年11月22日 周敏 打印", "KZ-0127"})
    CHECK(paper.find(part) != std::string::npos);
}

TEST_CASE_METHOD(DeskFixture, "a file that is refused says why and saves nothing") {
  answer("households", households_of("张三"));
  refuse("export", 503, "服务器正忙，请稍后再试");
  start("#/desk/households");
  REQUIRE(platform.press(Role::button, "导出"));
  run();
  REQUIRE(platform.press(Role::menu_item, "导出 CSV"));
  run();
  CHECK(platform.downloads.empty());
  CHECK(platform.shows("服务器正忙，请稍后再试"));
}

TEST_CASE("the address of a file leaves out what belongs to the page alone") {
  CHECK(
      model::export_path("boards", "csv", "/api/v1/boards?place=T&subject=team&limit=50&mine=t1") ==
      "/api/v1/export?list=boards&format=csv&place=T&subject=team");
  CHECK(model::export_path("grids", "xlsx", "/api/v1/grids") ==
        "/api/v1/export?list=grids&format=xlsx");
}
