// The widgets, drawn without a screen: what is drawn can be found by role and name, and pressed.
#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "client/platform/headless/headless.h"
#include "client/widgets/ui.h"

using namespace shanzhi;
using ui::Role;

namespace {

/// Columns and rows of a table of n rows whose first cell is its number.
struct TableFixture {
  std::vector<ui::Column> columns = {
      {"number", "编号", 120}, {"name", "户主", 0, 1}, {"points", "积分", 90, 0, ui::Align::right}};
  ui::TableState state;
  ui::TableEvent event;
  int filled = 0;

  void draw(std::int64_t rows) {
    event = ui::table("户档案", ui::screen(), columns, rows,
                      [this](std::int64_t row, std::vector<ui::Cell>& cells) {
                        filled++;
                        cells[0].text = "N" + std::to_string(row);
                        cells[1].text = "张*三";
                        cells[2].text = std::to_string(row * 3);
                      },
                      state, {.multi_select = true});
  }
};

void key(ui::Key k) {
  ui::on_key({.key = k});
}

}  // namespace

TEST_CASE("a button can be found by its name and pressed by mouse and by reader alike") {
  platform::HeadlessPlatform world;
  int pressed = 0;
  const auto draw = [&] { pressed += ui::button("提交审核") ? 1 : 0; };
  world.frame(draw);
  REQUIRE(world.find(Role::button, "提交审核").size() == 1);
  REQUIRE(world.press(Role::button, "提交审核"));
  world.frame(draw);
  CHECK(pressed == 1);
  REQUIRE(world.click(Role::button, "提交审核", draw));
  world.settle(draw);
  CHECK(pressed == 2);
}

TEST_CASE("a disabled button says why and cannot be pressed") {
  platform::HeadlessPlatform world;
  int pressed = 0;
  const auto draw = [&] { pressed += ui::primary_button("提交", false, "先填时长") ? 1 : 0; };
  world.frame(draw);
  CHECK_FALSE(world.press(Role::button, "提交"));
  world.click(Role::button, "提交", draw);
  world.settle(draw);
  CHECK(pressed == 0);
  CHECK(world.find(Role::button, "提交")[0].describe == "先填时长");
}

TEST_CASE("what follows ## in a label is neither shown nor read") {
  platform::HeadlessPlatform world;
  world.frame([] { ui::button("详情##7"); });
  CHECK(world.find(Role::button, "详情").size() == 1);
}

TEST_CASE("typing into a field changes the value and tells that it was left") {
  platform::HeadlessPlatform world;
  std::string value;
  ui::FieldEvent event;
  const auto draw = [&] { event = ui::text_field("户主", value); };
  world.frame(draw);
  REQUIRE(world.type("户主", "张三"));
  world.frame(draw);
  CHECK(value == "张三");
  CHECK(event.changed);
  CHECK(event.left);
}

TEST_CASE("a wrong value is described beside its field and its fix can be pressed") {
  platform::HeadlessPlatform world;
  std::string value = "14";
  bool fixed = false;
  const auto draw = [&] {
    fixed = ui::number_field("时长", value, "小时",
                             {.error = "一天最多记 8 小时", .fix = "改为 2 小时"})
                .fix ||
            fixed;
  };
  world.frame(draw);
  const auto field = world.find(Role::textbox, "时长");
  REQUIRE(field.size() == 1);
  CHECK((field[0].state & ui::kInvalid) != 0);
  CHECK(field[0].describe == "一天最多记 8 小时");
  world.press(Role::button, "改为 2 小时");
  world.frame(draw);
  CHECK(fixed);
}

TEST_CASE("a drop-down list opens, takes a choice and closes") {
  platform::HeadlessPlatform world;
  int index = 0;
  const std::string_view choices[] = {"志愿服务", "红白事简办"};
  const auto draw = [&] { ui::select("事由", index, choices); };
  world.frame(draw);
  CHECK(world.find(Role::option, "红白事简办").empty());
  world.press(Role::combobox, "事由");
  world.settle(draw);
  REQUIRE(world.press(Role::option, "红白事简办"));
  world.settle(draw);
  CHECK(index == 1);
  CHECK(world.find(Role::option, "红白事简办").empty());
  CHECK(world.find(Role::combobox, "事由")[0].value == "红白事简办");
}

TEST_CASE("a filtered list finds letters in either case and is no higher than what it found") {
  platform::HeadlessPlatform world;
  int index = -1, below = 0;
  std::vector<std::string> names;
  for (int i = 0; i < 30; i++)
    names.push_back((i % 10 == 4 ? "S" : "A") + std::to_string(i) + " 规则");
  const std::vector<std::string_view> choices(names.begin(), names.end());
  const auto draw = [&] {
    ui::select("规则", index, std::span<const std::string_view>(choices), {.searchable = true});
    ui::move_to({0, 200});
    below += ui::press_area("下面", ui::take(300, 100)).pressed ? 1 : 0;
  };
  world.frame(draw);
  world.press(Role::combobox, "规则");
  world.settle(draw);
  CHECK(world.find(Role::option, "规则", true).size() > 8);
  REQUIRE(world.type("规则", "s"));
  world.settle(draw);
  CHECK(world.find(Role::option, "规则", true).size() == 3);
  REQUIRE(world.click(Role::button, "下面", draw));  // the page behind is free again
  world.settle(draw);
  CHECK(below == 1);
}

namespace {

/// Whether something waits to be told while the pointer rests on what is drawn in `area`.
bool waits_to_tell(ui::Rect area, const std::function<void()>& words) {
  platform::HeadlessPlatform world(800, 600);
  bool waits = false;
  const auto draw = [&] {
    ui::take_effects();
    const bool over = ui::press_area("这里", area).hovered;
    words();
    waits = over && ui::take_effects().wake_ms > 0;
  };
  world.settle(draw);
  world.click(Role::button, "这里", draw);
  return waits;
}

}  // namespace

TEST_CASE("words that were cut are told whole when the pointer rests on them, others are not") {
  const ui::Rect cell{0, 0, 90, 40};
  CHECK(waits_to_tell(cell, [&] { ui::mute_text_in(cell, "阿卜杜热合曼·买买提艾力江"); }));
  CHECK_FALSE(waits_to_tell(cell, [&] { ui::mute_text_in(cell, "周敏"); }));
}

TEST_CASE("a line of a paragraph that ends before a space has room for all its words") {
  const ui::Rect lines{0, 0, 160, 60};
  CHECK_FALSE(waits_to_tell(lines, [&] {
    const ui::Box box({0, 0, ui::measure("吴强 可代看 阿卜杜热合曼").x, 60});
    ui::paragraph("吴强 可代看 阿卜杜热合曼 的积分");
  }));
}

TEST_CASE("behind an open dialog nothing can be reached, and Escape closes it") {
  platform::HeadlessPlatform world;
  bool open = true;
  const auto draw = [&] {
    ui::button("后面的按钮");
    if (ui::Dialog d("撤回这一笔", open); d) ui::button("撤回");
  };
  world.settle(draw);
  CHECK(world.find(Role::button, "后面的按钮").empty());
  CHECK(world.find(Role::button, "撤回").size() == 1);
  key(ui::Key::escape);
  world.settle(draw);
  CHECK_FALSE(open);
  CHECK(world.find(Role::button, "后面的按钮").size() == 1);
}

TEST_CASE("a table of 100,000 rows fills only the rows in sight") {
  platform::HeadlessPlatform world;
  TableFixture t;
  world.frame([&] { t.draw(100000); });
  CHECK(t.filled < 40);
  CHECK(world.find(Role::grid, "户档案")[0].count == 100001);
}

TEST_CASE("the End key goes to the last row of a long table and Enter opens it") {
  platform::HeadlessPlatform world;
  TableFixture t;
  const auto draw = [&] { t.draw(100000); };
  world.frame(draw);
  ui::on_focus(world.find(Role::grid, "户档案")[0].id, true);
  key(ui::Key::end);
  world.settle(draw);
  CHECK(t.state.current == 99999);
  CHECK(world.find(Role::row, "N99999", true).size() == 1);
  key(ui::Key::enter);
  world.frame(draw);
  CHECK(t.event.opened == 99999);
}

TEST_CASE(
    "keys pressed faster than frames are drawn are all heeded, a held one only while it is held") {
  platform::HeadlessPlatform world;
  TableFixture t;
  const auto draw = [&] { t.draw(100); };
  world.frame(draw);
  ui::on_focus(world.find(Role::grid, "户档案")[0].id, true);
  for (int n = 0; n < 3; n++) key(ui::Key::down);
  key(ui::Key::enter);
  world.settle(draw);
  CHECK(t.state.current == 2);
  for (int n = 0; n < 5; n++) ui::on_key({.key = ui::Key::down, .repeated = true});
  world.settle(draw);
  CHECK(t.state.current == 3);
}

TEST_CASE("two presses of a reader between two frames are two presses") {
  platform::HeadlessPlatform world;
  int pressed = 0;
  const auto draw = [&] { pressed += ui::button("多一个") ? 1 : 0; };
  world.frame(draw);
  REQUIRE(world.press(Role::button, "多一个"));
  REQUIRE(world.press(Role::button, "多一个"));
  world.settle(draw);
  CHECK(pressed == 2);
}

TEST_CASE("pressing a number column's head sorts from the greatest, pressing again turns it") {
  platform::HeadlessPlatform world;
  TableFixture t;
  const auto draw = [&] { t.draw(10); };
  world.frame(draw);
  world.press(Role::column_header, "积分");
  world.frame(draw);
  CHECK(t.event.sort_changed);
  CHECK(t.state.sort_column == 2);
  CHECK(t.state.descending);
  world.press(Role::column_header, "积分");
  world.frame(draw);
  CHECK_FALSE(t.state.descending);
}

TEST_CASE("copying a table gives the chosen rows, tab-separated, with a head") {
  platform::HeadlessPlatform world;
  TableFixture t;
  const auto draw = [&] { t.draw(10); };
  t.state.selected = {1, 2};
  world.frame(draw);
  ui::on_focus(world.find(Role::grid, "户档案")[0].id, true);
  ui::on_key({.key = ui::Key::letter, .character = U'c', .ctrl = true});
  world.frame(draw);
  CHECK(world.clipboard == "编号\t户主\t积分\nN1\t张*三\t3\nN2\t张*三\t6\n");
}

TEST_CASE("no line begins with closing punctuation when Han text is wrapped") {
  platform::HeadlessPlatform world;
  float height = 0;
  const ui::TextStyle style{.size = ui::Size::body};
  world.frame([&] { height = ui::paragraph_height("一二三四五，六七", 14 * 5, style); });
  CHECK(height == 2 * ui::line_height(ui::Size::body));
}

TEST_CASE("a name that does not fit is cut with an ellipsis and never wider than its place") {
  platform::HeadlessPlatform world;
  world.frame([] {
    const std::string cut = ui::fitted("欧阳国家的很长的名字", 60);
    CHECK(cut.ends_with("…"));
    CHECK(ui::measure(cut).x <= 60.5f);
    CHECK(ui::fitted("张*三", 60) == "张*三");
  });
}

TEST_CASE("a page at rest asks for no frame") {
  platform::HeadlessPlatform world;
  const auto draw = [&] {
    ui::heading(1, "总览");
    ui::button("导出");
    ui::chip("党员户");
  };
  world.settle(draw);
  world.frame(draw);
  CHECK_FALSE(world.frame_wanted);
}

TEST_CASE("chips go to a new line at the column's edge") {
  platform::HeadlessPlatform world(360, 640);
  const auto draw = [&] {
    const ui::Box box({20, 20, 160, 400});
    for (const char* c : {"党员户", "独居老人", "低保户", "军属"}) ui::chip(c);
  };
  world.frame(draw);
  CHECK(world.find(Role::button, "军属")[0].rect.y > world.find(Role::button, "党员户")[0].rect.y);
  for (const char* c : {"党员户", "独居老人", "低保户", "军属"})
    CHECK(world.find(Role::button, c)[0].rect.right() <= 181);
}
