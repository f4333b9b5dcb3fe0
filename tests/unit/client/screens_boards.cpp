// The page of boards, drawn without a browser.
#include "client/screens/desk/boards.h"

#include <algorithm>

#include "tests/unit/client/screens_stage.h"

using namespace shanzhi;
using namespace shanzhi::screens;

namespace {

/// Twelve households; the ninth is the one looked at, four points short of the eighth.
api::Board twelve() {
  api::Board board{.place = "T",
                   .subject = "household",
                   .period = "month",
                   .date = "2026-11-22",
                   .field = "all",
                   .measure = "points"};
  for (std::int64_t i = 1; i <= 12; i++)
    board.rows.push_back({.rank = i,
                          .subject = "h" + std::to_string(i),
                          .name = "张*" + std::to_string(i),
                          .place = "康庄村",
                          .value = (100 - 4 * i) * 100,
                          .move = i == 2 ? 3 : 0});
  board.of = 486;
  return board;
}

/// What the page shows, without a stage.
struct BoardsPage {
  model::Loaded<api::Board> board;
  model::Loaded<api::SubjectHistory> history;
  BoardsForm form;

  Stage::Screen screen() {
    return [this](const Env& env, ui::Rect r) {
      const bool open = !env.route.get("open").empty();
      return screens::boards(env, {board, open ? &history : nullptr}, form, r);
    };
  }
};
struct Page : BoardsPage {
  Stage stage{model::Section::boards};
};

}  // namespace

TEST_CASE("a board tells rank, name, place, value and places won in each row") {
  Page page;
  page.board.value = twelve();
  page.stage.draw(page.screen());
  CHECK(page.stage.world.find(Role::button, "2 张*2 康庄村 92 分 ▲3").size() == 1);
  CHECK(page.stage.world.shows("共 486 个上榜"));
}

TEST_CASE("my own row says how much is missing to the rank above") {
  Page page;
  page.board.value = twelve();
  page.board.value->mine = {{.subject = "h9",
                             .name = "张*9",
                             .rank = 9,
                             .value = 6400,
                             .to_next = 400,
                             .next_rank = 8,
                             .of = 486}};
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("还差 4 分到第 8 名"));
  CHECK(page.stage.world.shows("我家"));
}

TEST_CASE("my row stands below the list when I am not among its first") {
  Page page;
  page.board.value = twelve();
  page.board.value->mine = {{.subject = "h99",
                             .name = "李*兰",
                             .rank = 99,
                             .value = 300,
                             .to_next = 100,
                             .next_rank = 97,
                             .of = 486}};
  page.stage.draw(page.screen());
  const auto mine = page.stage.world.find(Role::text, "99 李*兰", true);
  const auto last = page.stage.world.find(Role::button, "12 张*12", true);
  REQUIRE(mine.size() == 1);
  REQUIRE(last.size() == 1);
  CHECK(mine[0].rect.y > last[0].rect.y);
}

TEST_CASE("choosing a subject, a measure or a field goes to that board's address") {
  Page page;
  page.board.value = twelve();
  for (const auto& [chip, key, value] : {std::tuple{"服务队", "subject", "team"},
                                         {"服务次数", "measure", "services"},
                                         {"生态治理", "field", "ecology"},
                                         {"本季度", "period", "quarter"}}) {
    page.stage.draw(page.screen());
    INFO(chip);
    REQUIRE(page.stage.press(Role::button, chip, page.screen()));
    const Go* go = page.stage.wished<Go>();
    REQUIRE(go);
    CHECK(go->route.get(key) == value);
  }
}

TEST_CASE("the period before can be looked at, the one to come cannot") {
  Page page;
  page.board.value = twelve();
  page.stage.draw(page.screen());
  CHECK_FALSE(page.stage.enabled(Role::button, "下一期"));
  REQUIRE(page.stage.press(Role::button, "上一期", page.screen()));
  REQUIRE(page.stage.wished<Go>());
  CHECK(page.stage.wished<Go>()->route.get("date") == "2026-10-31");
  page.stage.route = page.stage.wished<Go>()->route;
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("2026年10月"));
  CHECK(page.stage.enabled(Role::button, "下一期"));
}

TEST_CASE("the first of a board needs nothing more, and a board of hours speaks of hours") {
  Page page;
  page.board.value = twelve();
  page.board.value->measure = "hours";
  page.board.value->rows = {
      {.rank = 1, .subject = "h1", .name = "张*三", .place = "康庄村", .value = 90}};
  page.board.value->mine = {{.subject = "h1", .name = "张*三", .rank = 1, .value = 90, .of = 1}};
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("第 1 名"));
  CHECK(page.stage.world.shows("1.5 小时"));
  CHECK_FALSE(page.stage.world.shows("还差"));
  page.board.value->mine[0] = {
      .subject = "h2", .name = "李*", .rank = 2, .value = 0, .to_next = 90, .next_rank = 1};
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("还差 1.5 小时到第 1 名"));
}

TEST_CASE("an empty board says what will fill it; a failed one offers to try again") {
  Page page;
  page.board.value = api::Board{.measure = "points"};
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("这段时间还没有人得分，记分后会上榜"));

  page.board = {{.loading = false, .trouble = refusal("服务器出错，已记下")}};
  page.stage.draw(page.screen());
  CHECK(page.stage.world.find(Role::alert, "服务器出错，已记下").size() == 1);
  CHECK_FALSE(page.stage.enabled(Role::button, "导出"));
  REQUIRE(page.stage.press(Role::button, "再试", page.screen()));
  CHECK(page.stage.wished<Retry>());
}

TEST_CASE("any date can be chosen, and stays in the address") {
  Page page;
  page.board.value = twelve();
  page.stage.draw(page.screen());
  REQUIRE(page.stage.type("选择日期", "2026-03-08", page.screen()));
  REQUIRE(page.stage.wished<Go>());
  CHECK(page.stage.wished<Go>()->route.get("date") == "2026-03-08");
  page.stage.route = page.stage.wished<Go>()->route;
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("2026年3月"));
  CHECK(page.stage.world.find(Role::button, "本期").size() == 1);
}

TEST_CASE("a board compared shows rank and value of both periods side by side") {
  Page page;
  page.board.value = twelve();
  for (api::BoardRow& row : page.board.value->rows) row.before = 4000, row.before_rank = 3;
  page.board.value->rows[0].before_rank = page.board.value->rows[0].before = 0;
  page.stage.draw(page.screen());
  REQUIRE(page.stage.press(Role::button, "去年同期", page.screen()));
  page.stage.route = page.stage.wished<Go>()->route;
  const model::Parameters asked = board_parameters(page.stage.env(), page.form);
  CHECK(std::find(asked.begin(), asked.end(),
                  std::pair<std::string, std::string>("against", "2025-11-22")) != asked.end());
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("2026年11月 与 2025年11月 对比"));
  const auto second = page.stage.world.find(Role::row, "张*2", true);
  REQUIRE_FALSE(second.empty());
  CHECK(second[0].name == "2 张*2 康庄村 92 3 40 ▲ 3 +52");
  const auto first = page.stage.world.find(Role::row, "1 张*1 ", true);
  REQUIRE_FALSE(first.empty());
  CHECK(first[0].name.find("新上榜") != std::string::npos);
  REQUIRE(page.stage.press(Role::column_header, "增减", page.screen()));
  CHECK(page.form.table.sort_column == 7);
  REQUIRE(page.stage.press(Role::button, "另选一期", page.screen()));
  CHECK(page.stage.wished<Go>()->route.get("against") == "2026-10-31");
}

TEST_CASE("a line opens its last twelve periods, and leads to the archive") {
  Page page;
  page.board.value = twelve();
  page.stage.draw(page.screen());
  REQUIRE(page.stage.press(Role::button, "2 张*2 康庄村 92 分 ▲3", page.screen()));
  REQUIRE(page.stage.wished<Go>());
  CHECK(page.stage.wished<Go>()->route.get("open") == "h2");
  page.stage.route = page.stage.wished<Go>()->route.with("subject", "household");
  api::SubjectHistory h{.subject = "h2",
                        .kind = "household",
                        .name = "张*2",
                        .household = "h2",
                        .period = "month",
                        .measure = "points",
                        .rank = 2,
                        .of = 486};
  for (int m = 1; m <= 11; m++)
    h.spans.push_back({"2026-" + std::string(m < 10 ? "0" : "") + std::to_string(m) + "-01",
                       "2026-11-30", m * 100});
  page.history.value = h;
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("第 2 名，共 486"));
  CHECK(page.stage.world.find(Role::image, "走势：最高 11 分（2026年11月），最近 11 分").size() ==
        1);
  CHECK(page.stage.world.shows("2026年4月"));
  REQUIRE(page.stage.press(Role::button, "打开户档案", page.screen()));
  CHECK(page.stage.wished<Go>()->route.section == model::Section::households);
  CHECK(page.stage.wished<Go>()->route.get("open") == "h2");
  REQUIRE(page.stage.press(Role::button, "关闭", page.screen()));
  CHECK(page.stage.wished<Go>()->route.get("open").empty());
}

TEST_CASE("a history that is not for these eyes says whose it is to see") {
  Page page;
  page.board.value = twelve();
  page.stage.route = page.stage.route.with("open", "h2");
  page.history = {
      {.trouble = model::Trouble{.status = 404, .code = "not_found", .words = "没有找到"}}};
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("只有其所在地的干部能查看个人和家户的走势"));
}

TEST_CASE("a board is had as a file or on paper") {
  Page page;
  page.board.value = twelve();
  page.stage.draw(page.screen());
  REQUIRE(page.stage.press(Role::button, "导出", page.screen()));
  REQUIRE(page.stage.press(Role::menu_item, "打印", page.screen()));
  REQUIRE(page.stage.wished<Export>());
  CHECK(page.stage.wished<Export>()->list == List::boards);
  CHECK(page.stage.wished<Export>()->format == api::FileKind::html);
}

TEST_CASE("a compared board and a history hold together with long names, everywhere") {
  BoardsPage page;
  page.board.value = twelve();
  for (api::BoardRow& row : page.board.value->rows)
    row.name = kLongName, row.value = row.before = 99'999'999'00, row.before_rank = 9;
  page.history.value = api::SubjectHistory{.name = kLongName, .measure = "points"};
  for (int i = 0; i < 12; i++)
    page.history.value->spans.push_back({"2026-01-01", "2026-01-31", 99'999'999'00});
  check_everywhere(
      model::Section::boards, [&] { return page.screen(); },
      [](Stage& stage) { stage.route = stage.route.with("against", "before").with("open", "h2"); });
}

TEST_CASE("the page of boards holds together with long names, at every width, in both languages") {
  BoardsPage page;
  page.board.value = twelve();
  for (api::BoardRow& row : page.board.value->rows) row.name = kLongName, row.value = 99'999'999'00;
  check_everywhere(model::Section::boards, [&] { return page.screen(); });
}
