// 帮家人看 on the phone and at the desk: whose points are shown, the way back, and the end of a consent.
#include <catch2/catch_test_macros.hpp>

#include "desk_fixture.h"
#include "screens_stage.h"
#include "shared/api/views_phone.h"

using namespace shanzhi;
using shanzhi::test::DeskFixture;
using ui::Role;

namespace {

constexpr const char* kMe = "0190a000-0000-7000-8000-000000000c01";
constexpr const char* kMother = "0190a000-0000-7000-8000-000000000c02";
constexpr const char* kAccess = "0190a000-0000-7000-8000-00000000fa01";
constexpr const char* kLooking = "0190a000-0000-7000-8000-00000000fa02";

class FamilyFixture : public DeskFixture {
 public:
  void villager() {
    platform.around.width = 360, platform.around.height = 740;
    platform.around.coarse_pointer = true;
    api::Me me;
    me.user = "0190a000-0000-7000-8000-0000000000bb", me.name = "赵建国", me.role = "volunteer";
    me.town = "371702106", me.town_name = "小留镇", me.place = "371702106201-G01";
    me.person = kMe, me.position = 500, me.today = "2026-11-22";
    answer("me", me);
    answer("sessions", api::DevicePage{});
    answer("standing", standing_of(kMe, "赵建国", 12'850));
    answer("standing?person=" + std::string(kMother), standing_of(kMother, "王秀英", 4'300));
    answer("passbook", book_of(kMe, "赵建国"));
    answer("passbook?person=" + std::string(kMother), book_of(kMother, "王秀英"));
    consent(true);
  }
  void consent(bool given) {
    api::FamilyPage page;
    if (given) {
      page.looked_after = {{kAccess, kMother, "王秀英", "赵建国", "in_person",
                            "2026-11-20T09:00:00+08:00", "2027-11-20", "周敏", "", true}};
      page.looking = {{kLooking, kMe, "赵建国", "赵小军", "phone", "2026-11-20T09:00:00+08:00", "",
                       "周敏", "", false}};
    }
    answer("family-access", page);
  }
  static api::Standing standing_of(const char* id, const char* name, std::int64_t balance) {
    api::Standing s;
    s.person = id, s.name = name, s.balance = balance, s.earned = balance, s.week = 300;
    s.village_name = "杨庄村", s.grid_name = "第 3 微网格";
    s.by_week.assign(12, 100);
    s.first_week = "2026-09-07";
    s.members = {{id, name, "head", "female", 78, balance, 60, false}};
    for (const char* level : {"grid", "village", "town"})
      s.places.push_back({level, "371702106", "小留镇", 7, 52, 1200, 100, 6, 9, 8000});
    return s;
  }
  static api::Passbook book_of(const char* id, const char* name) {
    api::Passbook book;
    book.person = id, book.person_name = name;
    api::PassbookLine line;
    line.transfer = "0190a000-0000-7000-8000-00000000e001", line.rule = "MS-01",
    line.rule_name = "打扫卫生";
    line.amount = 300, line.balance = 4'300, line.reason = "rule", line.by = "周敏",
    line.occurred_at = "2026-11-21T09:00:00+08:00";
    book.lines = {line};
    return book;
  }
  void press(Role role, const std::string& name) {
    INFO(platform.outline());
    REQUIRE(platform.press(role, name));
    run();
  }
  bool sent(const char* command, const std::string& words) const {
    const auto* request = last(command);
    return request && request->body.find(words) != std::string::npos;
  }
};

}  // namespace

TEST_CASE_METHOD(FamilyFixture,
                 "one switch leads to the mother's points, the strip says so and back") {
  villager();
  start("#/me");
  press(Role::radio, "王秀英");
  INFO(platform.outline());
  CHECK(platform.hash == std::string("#/me?for=") + kMother);
  CHECK(platform.shows("正在看 王秀英 的积分"));
  CHECK(platform.shows("43"));
  CHECK_FALSE(platform.shows("会员码"));
  press(Role::button, "积分流水，每一笔为什么、谁批的");
  CHECK(platform.hash == std::string("#/me/passbook?for=") + kMother);
  CHECK(platform.shows("正在看 王秀英 的积分"));
  press(Role::button, "看我自己");
  CHECK(platform.hash == "#/me");
  CHECK_FALSE(platform.shows("正在看"));
  CHECK(platform.shows("128.5"));
}

TEST_CASE_METHOD(FamilyFixture,
                 "when the consent has ended the page says so and shows nothing of her") {
  villager();
  consent(false);
  start((std::string("#/me?for=") + kMother).c_str());
  INFO(platform.outline());
  CHECK(platform.shows("代看已经结束，这位家人的积分看不到了"));
  CHECK_FALSE(platform.shows("王秀英"));
  CHECK_FALSE(platform.shows("43"));
  press(Role::button, "看我自己");
  CHECK(platform.hash == "#/me");
}

TEST_CASE_METHOD(FamilyFixture, "settings list both directions, and each ends after a question") {
  villager();
  start("#/me/settings");
  answer("end-family-access", api::Saved{});
  press(Role::button, "不再代看 王秀英");
  CHECK(times("end-family-access") == 0);
  press(Role::button, "不再代看");
  CHECK(sent("end-family-access", kAccess));
  press(Role::button, "不让 赵小军 再看");
  press(Role::button, "不让再看");
  CHECK(sent("end-family-access", kLooking));
}

TEST_CASE_METHOD(FamilyFixture, "a relative takes her off the boards where she consented to it") {
  villager();
  start((std::string("#/me?for=") + kMother).c_str());
  answer("leave-boards", api::Saved{});
  press(Role::toggle, "替 王秀英 选择不上榜");
  CHECK(sent("leave-boards", std::string(R"("off":true,"person":")") + kMother));
}

TEST_CASE_METHOD(FamilyFixture,
                 "her pages hold at every width, in both languages and in large type") {
  for (const char* large : {"0", "1"})
    for (const char* language : {"zh", "en"})
      for (const float width : {320.f, 412.f})
        for (const char* page : {"#/me", "#/me/passbook", "#/me/board", "#/me/settings"}) {
          INFO(page << " " << width << " " << language << " large " << large);
          villager();
          platform.storage["large"] = large;
          platform.storage["language"] = language;
          platform.around.width = width;
          start((std::string(page) + "?for=" + kMother).c_str());
          screens::check_page(platform);
        }
}

TEST_CASE_METHOD(FamilyFixture, "the window records a consent in the archive, and ends it there") {
  api::Passbook book;
  book.household = "0190a000-0000-7000-8000-000000000b01", book.head = "王秀英";
  book.grid = "371702106201-G01";
  book.members = {{kMother, "王秀英", "head", "female", 78, 4'300, 60}};
  answer("households", api::HouseholdPage{});
  answer("passbook", book);
  answer("award-context", api::AwardContextView{});
  const std::string open = "#/desk/households?open=" + book.household;
  start(open.c_str());
  press(Role::button, "打印登录码 王秀英");
  press(Role::button, "登记家人代看");
  INFO(platform.outline());
  REQUIRE(platform.type("可代看的家人", "赵建国"));
  run();
  REQUIRE(platform.type("电话", "139 1234 5678"));
  run();
  answer("grant-family-access", api::Saved{kAccess, 501, {}});
  book.family = {{kAccess, kMother, "王秀英", "赵建国", "in_person", "2026-11-20T09:00:00+08:00",
                  "", "周敏", "", false}};
  answer("passbook", book);
  press(Role::button, "保存");
  CHECK(sent("grant-family-access", kMother));
  CHECK(sent("grant-family-access", R"("phone":"139 1234 5678","way":"in_person")"));
  run(20);
  CHECK(platform.shows("赵建国 可代看 王秀英 的积分"));
  CHECK(platform.shows("本人到场 · 周敏"));
  answer("end-family-access", api::Saved{});
  press(Role::button, "结束代看");
  CHECK(times("end-family-access") == 0);
  ui::Id yes = 0;  // the question's own button stands after the one that asked it
  for (const ui::Node& node : ui::access().nodes)
    if (node.role == Role::button && node.name == "结束代看") yes = node.id;
  ui::on_activate(yes);
  run();
  CHECK(sent("end-family-access", kAccess));
}
