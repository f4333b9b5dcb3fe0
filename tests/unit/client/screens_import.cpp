// The import wizard, drawn without a browser.
#include "client/screens/desk/import_wizard.h"

#include "shared/describe/json.h"
#include "tests/unit/client/screens_stage.h"

using namespace shanzhi;
using namespace shanzhi::screens;

namespace {

constexpr const char* kUuid = "01932f00-0000-7000-8000-000000000001";

/// What the page shows, without a stage.
struct ImportPageData {
  model::Loaded<api::ImportPage> imports;
  std::string file;
  model::SubmissionRef sent;
  ImportForm form;

  ImportPageData() { imports.value = api::ImportPage{}; }
  Stage::Screen screen() {
    return [this](const Env& env, ui::Rect r) {
      return import_wizard(env, {imports, file, static_cast<std::int64_t>(2048), sent}, form, r);
    };
  }
  void answer(const api::ImportReport& report) {
    sent = std::make_shared<model::Submission>();
    sent->state = model::SendState::done;
    sent->answer = describe::to_json(report);
  }
};
struct ImportPage : ImportPageData {
  Stage stage{model::Section::import};
};

api::ImportReport good_report(bool applied) {
  return {.id = kUuid,
          .kind = "roster",
          .name = "花名册.xlsx",
          .dry_run = !applied,
          .applied = applied,
          .rows = 120,
          .good = 120,
          .added = 100,
          .changed = 20,
          .columns = {{"姓名", "name"}, {"备注", ""}}};
}

}  // namespace

TEST_CASE("an import begins with a file, then asks for a dry run and writes nothing") {
  ImportPage page;
  page.stage.draw(page.screen());
  REQUIRE(page.stage.press(Role::button, "选择文件", page.screen()));
  CHECK(page.stage.wished<PickFile>());
  page.file = "花名册.xlsx";
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("花名册.xlsx · 2 KB"));
  REQUIRE(page.stage.press(Role::button, "核对", page.screen()));
  const Upload* upload = page.stage.wished<Upload>();
  REQUIRE(upload);
  CHECK(upload->kind == "roster");
  CHECK(upload->dry_run);
}

TEST_CASE("a good dry run shows its columns and what would change, and only then offers to write") {
  ImportPage page;
  page.file = "花名册.xlsx";
  page.answer(good_report(false));
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("将新增 100 条，更新 20 条"));
  CHECK(page.stage.world.shows("备注"));
  CHECK(page.stage.world.shows("不用"));
  REQUIRE(page.stage.press(Role::button, "写入 120 行", page.screen()));
  REQUIRE(page.stage.wished<Upload>());
  CHECK_FALSE(page.stage.wished<Upload>()->dry_run);
}

TEST_CASE("a dry run with problems lists them by row with the reason and offers the marked copy") {
  ImportPage page;
  page.file = "花名册.xlsx";
  api::ImportReport report = good_report(false);
  report.good = 119;
  report.problems = {{.row = 17, .column = "户号", .value = "01-0x2", .reason = "没有这个网格"}};
  report.problem_count = 1;
  report.errors_file = "/api/v1/import-errors?id=x";
  page.answer(report);
  page.stage.draw(page.screen());
  CHECK(page.stage.world.find(Role::list_item, "第 17 行 户号 01-0x2 没有这个网格").size() == 1);
  CHECK(page.stage.world.find(Role::button, "写入", true).empty());
  REQUIRE(page.stage.press(Role::button, "下载标注错误的表", page.screen()));
  REQUIRE(page.stage.wished<GetFile>());
  CHECK(page.stage.wished<GetFile>()->path == "/api/v1/import-errors?id=x");
  CHECK(page.stage.wished<GetFile>()->name.find("花名册") == 0);
}

TEST_CASE("a long reason is told whole, on a narrow page below its row, and before the columns") {
  for (const float width : {1366.f, 360.f}) {
    INFO(width);
    ImportPageData data;
    Stage stage(model::Section::import, width, 740);
    data.file = "花名册.xlsx";
    api::ImportReport report = good_report(false);
    report.problems = {{.row = 1234,
                        .column = "身份证号",
                        .value = "37292219900101001X",
                        .reason = "身份证号的校验码不对，前十七位算出来应当是别的数字；请与本人"
                                  "的证件核对以后再填，确实没有证件的可以先空着不填"}};
    report.problem_count = 1;
    for (int i = 0; i < 40; i++) report.columns.push_back({"第" + std::to_string(i) + "列", ""});
    data.answer(report);
    stage.draw(data.screen());
    const auto line = stage.world.find(Role::list_item, "第 1234 行 身份证号", true);
    REQUIRE(line.size() == 1);
    CHECK(line[0].rect.h > (width < 400 ? 80 : 50));  // no word of it is cut
    const auto columns = stage.world.find(Role::heading, "列对应");
    CHECK((columns.empty() || columns[0].rect.y > line[0].rect.bottom()));
  }
}

TEST_CASE("each kind has an empty sheet to begin with") {
  ImportPage page;
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("示例行导入时会跳过"));
  REQUIRE(page.stage.press(Role::button, "下载模板", page.screen()));
  REQUIRE(page.stage.wished<GetFile>());
  CHECK(page.stage.wished<GetFile>()->path == "/api/v1/import-template?kind=roster");
  CHECK(page.stage.wished<GetFile>()->name == "居民花名册 模板.xlsx");
}

TEST_CASE("what was checked as one kind cannot be written as another") {
  ImportPage page;
  page.file = "花名册.xlsx";
  page.answer(good_report(false));
  page.stage.draw(page.screen());
  REQUIRE(page.stage.press(Role::combobox, "导入什么", page.screen()));
  REQUIRE(page.stage.press(Role::option, "商户", page.screen()));
  CHECK(page.stage.world.find(Role::button, "写入 120 行").empty());
  CHECK(page.stage.enabled(Role::button, "核对"));
}

TEST_CASE("a whole import is taken back after one question") {
  ImportPage page;
  page.imports.value->imports = {good_report(true)};
  page.stage.draw(page.screen());
  REQUIRE(page.stage.press(Role::button, row_name(page.stage, "花名册.xlsx"), page.screen()));
  CHECK(page.stage.world.shows("撤销“花名册.xlsx”带来的全部改动，共 120 条"));
  CHECK_FALSE(page.stage.wished<Submit>());
  REQUIRE(page.stage.press(Role::button, "整体撤销", page.screen()));
  const Submit* submit = page.stage.wished<Submit>();
  REQUIRE(submit);
  const auto* undo = std::get_if<api::UndoImport>(&submit->command);
  REQUIRE(undo);
  CHECK(base::to_text(undo->import.uuid) == kUuid);
}

TEST_CASE("a refused upload says why and keeps the file") {
  ImportPage page;
  page.file = "花名册.xlsx";
  page.sent = std::make_shared<model::Submission>();
  page.sent->state = model::SendState::failed;
  page.sent->trouble = refusal("表里没有“姓名”这一列");
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("表里没有“姓名”这一列"));
  CHECK(page.stage.enabled(Role::button, "核对"));
}

TEST_CASE("the import page holds together, at every width, in both languages") {
  ImportPageData page;
  page.file = kLongName + ".xlsx";
  api::ImportReport report = good_report(false);
  for (int i = 1; i <= 200; i++) report.problems.push_back({i, "户号", kLongName, kLongName});
  report.problem_count = 5000;
  report.errors_file = "/e";
  page.answer(report);
  page.imports.value->imports = {good_report(true)};
  check_everywhere(model::Section::import, [&] {
    page.form = {};
    return page.screen();
  });
}
