// Every widget, to be looked at and to be pressed by tests. ?scheme=dark&face=phone, #table, #data.
#include <cmath>

#include "client/app.h"
#include "client/widgets/ui.h"

namespace shanzhi::app {
namespace {

constexpr int kRows = 100000;
constexpr float kLine[] = {3, 4, 4, 6, 5, 7, 9, 8, 11, 12};
constexpr float kMonths[] = {31, 26, 44, 35, 38, 47, 40, 34, 36, 42, 40, 52};
constexpr std::string_view kMonthNames[] = {"12月", "1月", "2月", "3月", "4月",  "5月",
                                            "6月",  "7月", "8月", "9月", "10月", "11月"};

}  // namespace

struct App::State {
  std::string name, hours = "14", search, date = "2026-11-20T19:30", note;
  int segment = 2, tab = 0, pressed = 0, reason = 0, team = -1;
  bool check = true, box2 = false, sound = true, dialog = false, menu = false;
  ui::TableState table;
  std::vector<ui::Column> columns = {{"door", "门牌", 90},
                                     {"head", "户主", 0, 1},
                                     {"people", "人口", 56, 0, ui::Align::right},
                                     {"grid", "微网格", 96},
                                     {"points", "积分", 84, 0, ui::Align::right},
                                     {"week", "近7日", 72, 0, ui::Align::right},
                                     {"tags", "标签", 120}};
};

App::App(platform::Platform& platform) : platform_(platform), state_(std::make_unique<State>()) {
  const std::string& q = platform.surroundings().query;
  if (q.find("scheme=dark") != std::string::npos) ui::set_scheme(ui::Scheme::dark);
  if (q.find("face=phone") != std::string::npos) ui::set_face(ui::Face::phone);
  if (q.find("face=hall") != std::string::npos)
    ui::set_face(ui::Face::hall), ui::set_scheme(ui::Scheme::hall);
  state_->table.sort_column = 4;
}
App::~App() = default;

namespace {

void forms(App::State& s, ui::Rect area) {
  const ui::Scroll scroll("forms", area, 24);
  ui::space(20);
  ui::heading(1, "部件", "按一按，看一看");
  ui::space(12);
  if (ui::primary_button("提交审核")) s.pressed++, ui::toast("已提交，等村里复核", "撤回");
  ui::same_row();
  ui::button("改为 3 小时");
  ui::same_row();
  ui::button("导出", {.icon = ui::Icon::exports});
  ui::same_row();
  ui::button("筛选", {.look = ui::Look::quiet, .icon = ui::Icon::plus});
  ui::same_row();
  ui::button("停用", {.look = ui::Look::primary, .enabled = false, .why_not = "先填时长"});
  ui::same_row();
  ui::icon_button(ui::Icon::bell, "提醒");
  ui::same_row();
  ui::text("已按 " + std::to_string(s.pressed) + " 次");
  ui::space(12);
  ui::chip("第 3–5 微网格", {.on = true, .removable = true});
  for (const char* c : {"党员户", "独居老人", "低保户", "军属"}) ui::chip(c);
  ui::space(12);
  ui::tag("文明家庭");
  ui::same_row();
  ui::tag("我家", ui::TagLook::gold);
  ui::same_row();
  ui::link("看规则");
  ui::space(12);
  const std::string_view levels[] = {"管区", "村", "微网格"};
  ui::segmented("层级", s.segment, levels);
  ui::space(8);
  const std::string_view kinds[] = {"全部", "记分", "兑换", "更正"};
  ui::tabs("流水种类", s.tab, kinds);
  ui::space(8);
  ui::checkbox("在办诉求", s.check);
  ui::checkbox("服务队驻点", s.box2);
  ui::set_next_width(260);
  ui::toggle("提醒声音", s.sound, "超时的时候响一声");
  ui::space(12);
  ui::Rect rest = ui::content();
  ui::Rect left = rest.cut_left(std::min(217.f, rest.w), 24);
  float bottom = 0;
  {
    const ui::Box box(left);
    const std::string_view reasons[] = {"志愿服务", "红白事简办", "邻里调解"};
    ui::select("事由", s.reason, reasons);
    ui::space(12);
    ui::number_field(
        "时长", s.hours, "小时",
        {.error = "一天最多记 8 小时。当晚签到 19:28–21:31，应为 2 小时", .fix = "改为 2 小时"});
    bottom = ui::cursor().y;
  }
  if (rest.w > 200) {
    const ui::Box box({rest.x, rest.y, std::min(300.f, rest.w), rest.h});
    ui::date_field("日期", s.date, {.kind = ui::FieldKind::date_time});
    ui::space(12);
    ui::text_field("说明", s.note,
                   {.kind = ui::FieldKind::lines,
                    .placeholder = "写一句话，写清谁做了什么",
                    .hint = "会发到户主手机"});
  }
  ui::move_to({left.x, bottom + 16});
  if (ui::button("打开对话框")) s.dialog = true;
  ui::same_row();
  if (ui::button("更多")) s.menu = !s.menu;
  const ui::MenuItem items[] = {{.label = "导出表格", .icon = ui::Icon::exports},
                                {.label = "打印", .icon = ui::Icon::print, .detail = "A4"},
                                {.label = "只看本村", .on = true, .line_above = true}};
  if (const int chosen = ui::menu("更多操作", s.menu, ui::last(), items); chosen >= 0)
    s.pressed += 10;
  ui::same_row();
  ui::text("指我看卡片");
  if (ui::pointer_over(ui::last())) {
    const ui::HoverCard card("grid", ui::last());
    ui::text("杨庄村 第 3 微网格", {.weight = ui::Weight::semibold});
    ui::figure("户均积分", "6.5", {.color = ui::Color::gold_text, .unit = "分"});
    ui::key_value("网格长", "张*国");
    ui::key_value("户数", "83 户");
  }
  if (ui::Dialog d("撤回这一笔", s.dialog); d) {
    ui::paragraph("撤回后两边各记一笔，原来的一笔不会改动。", {.color = ui::Color::t2});
    ui::space(12);
    ui::text_field("原因", s.name, {.placeholder = "写给户主看的一句话", .focus_now = true});
    ui::space(16);
    if (ui::primary_button("撤回")) s.dialog = false;
    ui::same_row();
    if (ui::button("不撤")) s.dialog = false;
  }
}

void figures(ui::Rect r) {
  const ui::FigureItem items[] = {
      {"累计发放积分",
       "162,418",
       {.color = ui::Color::gold_text,
        .unit = "分",
        .change = "今日 +386",
        .trend = ui::Trend::gold,
        .sparkline = kLine},
       false},
      {"本月服务时长",
       "2,914",
       {.unit = "小时", .change = "较上月 +12.4%", .trend = ui::Trend::up, .sparkline = kLine},
       true},
      {"积分核销率",
       "6.35",
       {.unit = "%", .change = "较上月 −0.21", .trend = ui::Trend::down, .sparkline = kLine},
       false}};
  ui::figures(r, items);
}

void data(ui::Rect area) {
  ui::Rect all = area.inset(24, 20);
  figures(all.cut_top(84, 16));
  ui::hairline_h(all.x, all.y - 8, all.w);
  const ui::Rect left = all.cut_left(372, 24);
  {
    const ui::Scroll scroll("left", left);
    ui::heading(2, "快到时限", "一般 2 天");
    ui::fuse_row({.level = "重大",
                  .place = "吴楼村",
                  .matter = "井盖损坏，临时围挡已设",
                  .left_text = "超 1 天",
                  .left = -.2f});
    ui::fuse_row({.level = "一般",
                  .place = "楚庄村",
                  .matter = "路灯不亮 3 盏",
                  .left_text = "剩 7 时",
                  .left = .16f});
    ui::fuse_row({.level = "重要",
                  .place = "平庄村",
                  .matter = "邻里纠纷调解",
                  .left_text = "剩 2 天 3 时",
                  .left = .71f,
                  .pressable = true});
    ui::space(12);
    ui::heading(2, "等我办理", "40 件");
    ui::list_row("claims", {.icon = ui::Icon::award,
                            .title = "加分待审核",
                            .detail = "其中 3 条超过 24 小时",
                            .value = "23",
                            .alarm = true});
    ui::list_row("gift", {.icon = ui::Icon::gift,
                          .title = "兑换待核销",
                          .detail = "小留超市 5，康庄农资 3",
                          .value = "8"});
    ui::space(12);
    ui::heading(2, "本月榜");
    ui::board_row(
        {.rank = 1, .name = "张*三", .detail = "康庄村", .move = 2, .value = "128", .share = 1});
    ui::board_row(
        {.rank = 2, .name = "李*兰", .detail = "陆庄村", .move = -1, .value = "96", .share = .75f});
    ui::board_row({.rank = 4, .name = "刘*国", .detail = "杨庄村", .value = "84", .share = .65f});
    ui::board_gap();
    ui::board_row({.rank = 7,
                   .name = "王*明",
                   .detail = "",
                   .move = 3,
                   .value = "72",
                   .share = .56f,
                   .mine = true,
                   .mine_label = "我家",
                   .gap = "还差 4 分到第 6 名"});
    ui::ledger_line({.when = "11-22 09:38",
                     .what = "护学岗 早高峰执勤 1 小时",
                     .by = "队长 何*梅 确认",
                     .amount = "+1",
                     .balance = "128"});
  }
  const ui::Scroll scroll("right", all);
  const ui::Rect r = ui::take(0, 150);
  ui::bar_chart("近十二个月记分", r, kMonths,
                {.title = "近十二个月记分",
                 .unit = "分/户",
                 .labels = kMonthNames,
                 .words = "最高 11 月 52 分",
                 .highlight = 11});
  ui::space(16);
  const ui::Series series[] = {{"积分", kMonths, ui::Color::gold_fill, -1},
                               {"时长", kLine, ui::Color::jade, -1}};
  ui::line_chart("积分与时长", ui::take(0, 150), series,
                 {.title = "积分与时长", .labels = kMonthNames});
  ui::space(16);
  const ui::BarRow rows[] = {
      {"助老理发", "412", 412, 0}, {"护学岗", "268", 268, 0}, {"打更巡逻", "190", 190, 0}};
  ui::bar_rows("服务种类", rows);
  ui::space(8);
  ui::stacked_bar("份额", ui::take(0, 40), rows);
  static std::vector<ui::RibbonDay> days;
  for (int i = static_cast<int>(days.size()); i < 365; i++)
    days.push_back(
        {20 + 15 * std::sin(static_cast<float>(i) * .05f) + static_cast<float>(i * 7 % 13),
         static_cast<float>(i * 5 % 7), i % 61 == 3, i > 325, i == 325});
  const std::string_view terms[] = {"小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨",
                                    "立夏", "小满", "芒种", "夏至", "小暑", "大暑", "立秋", "处暑",
                                    "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至"};
  const ui::RibbonMark marks[] = {{40, "春节帮扶"}, {300, "秋收互助"}};
  ui::year_ribbon(ui::take(0, 130), days, terms, marks, "今年的服务与诉求");
  ui::banner(ui::BannerKind::offline, "没有网络，显示 09:41 的数据", "再试");
  ui::space(8);
  ui::progress("导入", .62f, "62%");
  ui::space(8);
  ui::steps("导入步骤", 1, {"选择文件", "对应列", "试运行", "完成"});
}

void big_table(App::State& s, ui::Rect area) {
  ui::Rect all = area;
  ui::heading_in(all.cut_top(64).inset(24, 12), 1, "户档案", "康庄村 100,000 户");
  const auto fill = [](std::int64_t row, std::vector<ui::Cell>& cells) {
    cells[0].text = "01-" + std::to_string(row + 12);
    cells[0].color = ui::Color::t2;
    cells[1].text = row % 3 ? "张*三" : "欧阳*国家的很长的名字放不下";
    if (row % 5 == 0) cells[1].tag = "文明家庭";
    cells[2].text = std::to_string(row % 7 + 1);
    cells[3].text = "康庄 " + std::to_string(row % 9 + 1);
    cells[4] = {.text = std::to_string(100000 - row),
                .color = ui::Color::gold_text,
                .weight = ui::Weight::semibold,
                .size = ui::Size::amount};
    cells[5].text = row % 4 ? "+" + std::to_string(row % 9) : "−20";
    cells[5].color = row % 4 ? ui::Color::jade : ui::Color::t2;
    cells[6].text = row % 6 ? "" : "独居老人";
    cells[6].color = ui::Color::t2;
  };
  const ui::TableEvent e =
      ui::table("户档案", all, s.columns, kRows, fill, s.table,
                {.multi_select = true,
                 .chooser = true,
                 .foot_left = "共 100,000 户",
                 .foot_right = "已选 " + std::to_string(s.table.selected.size())});
  if (e.opened >= 0) ui::announce("打开第 " + std::to_string(e.opened + 1) + " 行");
}

}  // namespace

void App::frame() {
  ui::Rect page = ui::screen();
  const std::string where = platform_.url_hash();
  if (page.w > 700) {
    const ui::Rect rail = page.cut_left(168);
    ui::fill(rail, ui::Color::rail);
    ui::hairline_v(rail.right(), 0, rail.h);
    const ui::Group nav(ui::Role::navigation, "栏目", rail);
    const ui::Box box({rail.x, rail.y + 64, rail.w, rail.h});
    if (ui::rail_item(ui::Icon::home, "表单", where.empty())) platform_.set_url_hash("", false);
    if (ui::rail_item(ui::Icon::board, "数据", where == "#data"))
      platform_.set_url_hash("#data", false);
    if (ui::rail_item(ui::Icon::file, "户档案", where == "#table", 100000))
      platform_.set_url_hash("#table", false);
  }
  const ui::Group main(ui::Role::main, "部件", page);
  if (where == "#data")
    data(page);
  else if (where == "#table")
    big_table(*state_, page);
  else {
    if (page.w > 900) {
      ui::Drawer drawer("一户", page.cut_right(300));
      const ui::Scroll scroll("drawer", drawer.rect(), 24);
      ui::space(20);
      ui::heading(2, "张*三 家");
      ui::key_value("门牌", "康庄村 01-012");
      ui::key_value("手机", "138****2207");
      ui::space(16);
      ui::empty_state(ui::Icon::book, "还没有流水。加了分，每一笔会记在这里。", "给这户加分");
    }
    forms(*state_, page);
  }
}

}  // namespace shanzhi::app
