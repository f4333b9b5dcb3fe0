// The villagers' way in, and what they decide about their own person and account.
#include <catch2/catch_test_macros.hpp>

#include "desk_fixture.h"
#include "screens_stage.h"
#include "shared/api/door.h"
#include "shared/api/views_phone.h"

using namespace shanzhi;
using shanzhi::test::DeskFixture;
using ui::Role;

namespace {

constexpr const char* kMe = "0190a000-0000-7000-8000-000000000c01";
constexpr const char* kLost = "0190a000-0000-4000-8000-000000000f02";

class DoorFixture : public DeskFixture {
 public:
  void villager(bool off_boards = false) {
    platform.around.width = 360, platform.around.height = 740;
    platform.around.coarse_pointer = true;
    api::Me me;
    me.user = "0190a000-0000-7000-8000-0000000000bb", me.name = "王秀兰", me.role = "volunteer";
    me.town = "371702106", me.town_name = "小留镇", me.place = "371702106201-G01";
    me.person = kMe, me.position = 500, me.today = "2026-11-22";
    answer("me", me);
    api::Standing s;
    s.person = kMe, s.name = "王秀兰";
    s.members = {{kMe, "王秀兰", "head", "female", 58, 12'850, 60, off_boards}};
    answer("standing", s);
    answer("sessions",
           api::DevicePage{{{"0190a000-0000-4000-8000-000000000f01", "Android · WeChat",
                             "2026-11-20T09:00:00+08:00", "2026-11-22T09:00:00+08:00", true},
                            {kLost, "iPhone · Safari", "2026-11-19T09:00:00+08:00",
                             "2026-11-20T09:00:00+08:00", false}}});
  }
  void press(Role role, const char* name) {
    INFO(platform.outline());
    REQUIRE(platform.press(role, name));
    run();
  }
  void type(const char* field, const char* words) {
    INFO(platform.outline());
    REQUIRE(platform.type(field, words));
    run();
  }
  bool sent(const char* command, const char* words) const {
    const auto* request = last(command);
    return request && request->body.find(words) != std::string::npos;
  }
};

}  // namespace

TEST_CASE_METHOD(DoorFixture, "a printed code is typed with its gap, and makes a PIN") {
  refuse("me", 401, "请先登录");
  start("");
  press(Role::button, "第一次来，用打印的登录码");
  REQUIRE(platform.shows("设置登录密码"));
  type("手机号", "138 1234 5678");
  type("登录码（8 位数字）", "4821 0937");
  type("新密码（6 位数字）", "296035");
  CHECK_FALSE(platform.press(Role::button, "设好密码，进入"));
  type("再输一遍新密码", "296036");
  CHECK(platform.shows("两次输入不一致，请重输"));
  type("再输一遍新密码", "296035");
  villager();
  answer("set-pin", api::Saved{});
  press(Role::button, "设好密码，进入");
  run(20);
  CHECK(sent("set-pin", R"("code":"48210937","pin":"296035")"));
  CHECK(platform.hash == "#/me");
  for (const auto& [key, value] : platform.storage)
    CHECK(value.find("296035") == std::string::npos);
}

TEST_CASE_METHOD(DoorFixture, "an official makes a code in the archive, once, to be handed over") {
  api::Passbook book;
  book.household = "0190a000-0000-7000-8000-000000000b01", book.head = "张三";
  book.grid = "371702106201-G01";
  book.members = {{kMe, "张三", "head", "male", 58, 12'800, 60}};
  answer("households", api::HouseholdPage{});
  answer("passbook", book);
  answer("award-context", api::AwardContextView{});
  start("#/desk/households?open=0190a000-0000-7000-8000-000000000b01");
  press(Role::button, "打印登录码 张三");
  CHECK(times("issue-sign-in-code") == 0);
  answer("issue-sign-in-code", api::Saved{kMe, 501, "48210937"});
  press(Role::button, "生成登录码");
  INFO(platform.outline());
  CHECK(sent("issue-sign-in-code", kMe));
  CHECK(platform.shows("4821 0937"));
  for (const auto& [key, value] : platform.storage)
    CHECK(value.find("48210937") == std::string::npos);
  press(Role::button, "打印");
  REQUIRE(platform.printed.size() == 1);
  CHECK(platform.printed[0].find("4821 0937") != std::string::npos);
  press(Role::button, "关闭");
  CHECK_FALSE(platform.shows("4821 0937"));
}

TEST_CASE_METHOD(DoorFixture, "a villager signs a lost phone out, or all others") {
  villager();
  start("#/me/settings");
  INFO(platform.outline());
  CHECK(platform.shows("Android · 微信"));
  CHECK(platform.shows("本机"));
  answer("end-session", api::Saved{});
  press(Role::button, "让 iPhone · Safari 退出");
  CHECK(sent("end-session", kLost));
  press(Role::button, "让其他设备都退出");
  CHECK_FALSE(sent("end-session", "\"session\""));
  CHECK(times("sessions") > 1);
}

TEST_CASE_METHOD(DoorFixture,
                 "a villager leaves the boards, and the switch shows what the server says") {
  villager();
  start("#/me/settings");
  answer("leave-boards", api::Saved{});
  press(Role::toggle, "不上榜");
  CHECK(sent("leave-boards", R"("off":true)"));
  villager(true);
  start("#/me/settings");
  press(Role::toggle, "不上榜");
  CHECK(sent("leave-boards", R"("off":false)"));
}

TEST_CASE_METHOD(DoorFixture,
                 "the settings and the first day hold at every width and in large type") {
  for (const char* large : {"0", "1"})
    for (const char* language : {"zh", "en"})
      for (const float width : {320.f, 412.f}) {
        INFO(width << " " << language << " large " << large);
        villager();
        platform.storage["large"] = large;
        platform.storage["language"] = language;
        platform.around.width = width;
        start("#/me/settings");
        screens::check_page(platform);
        refuse("me", 401, "请先登录");
        start("");
        platform.press(Role::button, *language == 'e' ? "First time here: use the printed code"
                                                      : "第一次来，用打印的登录码");
        run();
        screens::check_page(platform);
      }
}
