// The page of boards, drawn without a browser.
#include "client/screens/desk/boards.h"

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
  BoardsForm form;

  Stage::Screen screen() {
    return [this](const Env& env, ui::Rect r) { return screens::boards(env, {board}, form, r); };
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

  page.board = {.loading = false, .trouble = refusal("服务器出错，已记下")};
  page.stage.draw(page.screen());
  CHECK(page.stage.world.find(Role::alert, "服务器出错，已记下").size() == 1);
  CHECK_FALSE(page.stage.enabled(Role::button, "导出 CSV"));
  REQUIRE(page.stage.press(Role::button, "再试", page.screen()));
  CHECK(page.stage.wished<Retry>());
}

TEST_CASE("the page of boards holds together with long names, at every width, in both languages") {
  BoardsPage page;
  page.board.value = twelve();
  for (api::BoardRow& row : page.board.value->rows) row.name = kLongName, row.value = 99'999'999'00;
  check_everywhere(model::Section::boards, [&] { return page.screen(); });
}
