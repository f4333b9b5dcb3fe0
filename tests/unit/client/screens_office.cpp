// Rule book, users and settings, drawn without a browser.
#include "client/screens/desk/award_page.h"
#include "client/screens/desk/rules_page.h"
#include "client/screens/desk/settings_page.h"
#include "client/screens/desk/users_page.h"
#include "tests/unit/client/screens_stage.h"

using namespace shanzhi;
using namespace shanzhi::screens;

namespace {

constexpr const char* kUuid = "01932f00-0000-7000-8000-000000000001";

api::RulePage two_rules() {
  return {{{.code = "A01",
            .name = "志愿服务",
            .field = "livelihood",
            .direction = "add",
            .unit = "hour",
            .cap_period = "day",
            .evidence = "check_in",
            .approver = "village_officer",
            .source = "小留镇积分办法",
            .valid_from = "2026-01-01",
            .version = 3,
            .points = 100,
            .cap = 800},
           {.code = "N01",
            .name = "乱倒垃圾",
            .field = "ecology",
            .direction = "deduct",
            .unit = "instance",
            .cap_period = "month",
            .evidence = "photo",
            .approver = "village_officer",
            .source = "小留镇积分办法",
            .valid_from = "2026-01-01",
            .points = 500}}};
}

/// The page for awarding, without a stage.
struct AwardPageData {
  model::Loaded<api::RulePage> rules;
  AwardForm form;

  AwardPageData() { rules.value = two_rules(); }
  Stage::Screen screen() {
    return [this](const Env& env, ui::Rect r) { return award_page(env, {rules}, form, r); };
  }
};

/// What the page shows, without a stage.
struct UsersPageData {
  model::Loaded<api::UserPage> users;
  UsersForm form;

  UsersPageData() {
    users.value =
        api::UserPage{{{.id = kUuid,
                        .name = "zhoumin",
                        .title = "周敏",
                        .role = "town_administrator",
                        .place = "T",
                        .place_name = "小留镇",
                        .last_seen = "2026-11-22T09:30:00+08:00"}},
                      {{.id = kUuid, .label = "一楼大屏", .role = "display", .place = "T"}}};
  }
  Stage::Screen screen() {
    return [this](const Env& env, ui::Rect r) { return users_page(env, users, form, r); };
  }
};
struct UsersPage : UsersPageData {
  Stage stage{model::Section::users};
};

}  // namespace

TEST_CASE("beside the award form stands the rule book: a rule pressed there is the form's") {
  AwardPageData page;
  Stage stage(model::Section::award);
  stage.draw(page.screen());
  REQUIRE(stage.press(Role::button, "A01 志愿服务 +1 每小时 每天最多 8 分", page.screen()));
  CHECK(page.form.rule == "A01");
  CHECK(stage.world.find(Role::textbox, "服务时长").size() == 1);
  page.form.hours = "2";
  REQUIRE(stage.press(Role::button, "N01 乱倒垃圾 −5 每次 不设上限", page.screen()));
  CHECK(page.form.rule == "N01");
  CHECK(page.form.hours.empty());  // they were typed for the other rule
  const auto award = stage.world.find(Role::button, "扣", true);
  REQUIRE_FALSE(award.empty());
  CHECK(award[0].rect.bottom() < 620);  // below its fields, not at the page's foot
}

TEST_CASE("the rule book says points, unit and cap in plain words and opens with its source") {
  Stage stage(model::Section::rules);
  RulesForm form;
  model::Loaded<api::RulePage> rules;
  rules.value = two_rules();
  const Stage::Screen screen = [&](const Env& env, ui::Rect r) {
    return rules_page(env, rules, form, r);
  };
  stage.draw(screen);
  REQUIRE(stage.press(Role::button, "A01 志愿服务 +1 每小时 每天最多 8 分", screen));
  for (const char* words :
       {"小留镇积分办法", "签到", "第 3 版", "2026年1月1日 起施行", "村干部以上审核"})
    CHECK(stage.world.shows(words));
  CHECK(stage.world.find(Role::button, "N01 乱倒垃圾 −5 每次 不设上限").size() == 1);
  REQUIRE(stage.press(Role::button, "记分", screen));
  REQUIRE(stage.wished<Go>());
  CHECK(stage.wished<Go>()->route.get("rule") == "A01");
}

TEST_CASE(
    "versions of a rule stand as in force, to come and past, and each rule tells all of them") {
  Stage stage(model::Section::rules);
  RulesForm form;
  model::Loaded<api::RulePage> rules;
  rules.value = two_rules();
  api::RuleRow first = rules.value->rules.front();
  first.valid_until.clear();
  first.valid_from = "2025-01-01", first.version = 1, first.points = 100;
  api::RuleRow now = first, next = first;
  now.version = 2, now.valid_from = "2026-01-01", now.points = 200;
  next.version = 3, next.valid_from = "2027-01-01", next.points = 300;
  rules.value->rules = {first, now, next};
  CHECK(state_of(first, rules.value->rules, stage.env().today) == RuleState::past);
  CHECK(state_of(now, rules.value->rules, stage.env().today) == RuleState::now);
  CHECK(state_of(next, rules.value->rules, stage.env().today) == RuleState::coming);
  const Stage::Screen screen = [&](const Env& env, ui::Rect r) {
    return rules_page(env, rules, form, r);
  };
  stage.draw(screen);
  CHECK(stage.world.find(Role::button, first.code + " ", true).size() == 1);
  REQUIRE(stage.press(Role::button, stage.world.find(Role::button, first.code + " ", true)[0].name,
                      screen));
  CHECK(stage.world.shows("第 3 版 · 将施行"));
  CHECK(stage.world.shows("第 1 版 · 历史"));
  REQUIRE(stage.press(Role::button, "将施行 1", screen));
  REQUIRE(stage.world.find(Role::button, first.code + " ", true).size() == 1);
  CHECK(stage.world.find(Role::button, first.code + " ", true)[0].name.find("+3") !=
        std::string::npos);
}

TEST_CASE("rules are narrowed by field and by words; an empty book and a failure say so") {
  Stage stage(model::Section::rules);
  RulesForm form;
  model::Loaded<api::RulePage> rules;
  rules.value = two_rules();
  const Stage::Screen screen = [&](const Env& env, ui::Rect r) {
    return rules_page(env, rules, form, r);
  };
  stage.draw(screen);
  REQUIRE(stage.press(Role::button, "生态治理", screen));
  CHECK(stage.world.find(Role::button, "A01", true).empty());
  CHECK(stage.world.find(Role::button, "N01", true).size() == 1);
  REQUIRE(stage.type("在本表中查找", "a01", screen));
  CHECK(stage.world.shows("没有符合条件的记录"));
  rules.value = api::RulePage{};
  stage.draw(screen);
  CHECK(stage.world.shows("还没有规则"));
  rules = {{.trouble = refusal("服务器出错，已记下")}};
  stage.draw(screen);
  CHECK(stage.world.find(Role::alert, "服务器出错，已记下").size() == 1);
}

TEST_CASE("the rule book holds together with long names, at every width, in both languages") {
  RulesForm form;
  model::Loaded<api::RulePage> rules;
  rules.value = two_rules();
  for (api::RuleRow& r : rules.value->rules) r.name = r.source = kLongName;
  check_everywhere(model::Section::rules, [&]() -> Stage::Screen {
    form = {.open = "A01"};
    return [&](const Env& env, ui::Rect r) { return rules_page(env, rules, form, r); };
  });
}

TEST_CASE("a new user needs a name and a password of eight characters") {
  UsersPage page;
  page.stage.draw(page.screen());
  REQUIRE(page.stage.press(Role::button, "新建用户", page.screen()));
  CHECK_FALSE(page.stage.enabled(Role::button, "保存"));
  REQUIRE(page.stage.type("用户名", "zhangsan", page.screen()));
  REQUIRE(page.stage.type("新密码", "1234567", page.screen()));
  CHECK_FALSE(page.stage.enabled(Role::button, "保存"));
  REQUIRE(page.stage.type("新密码", "12345678", page.screen()));
  REQUIRE(page.stage.press(Role::button, "保存", page.screen()));
  const Submit* submit = page.stage.wished<Submit>();
  REQUIRE(submit);
  const auto* save = std::get_if<api::SaveUser>(&submit->command);
  REQUIRE(save);
  CHECK(save->name == "zhangsan");
  CHECK(save->place == "T");
  CHECK(save->id.none());
}

TEST_CASE(
    "a user is changed or suspended without touching the password, and a refusal stands beside its "
    "field") {
  UsersPage page;
  page.stage.draw(page.screen());
  REQUIRE(page.stage.press(Role::button, row_name(page.stage, "周敏"), page.screen()));
  REQUIRE(page.stage.press(Role::toggle, "可登录", page.screen()));
  REQUIRE(page.stage.press(Role::button, "保存", page.screen()));
  const Submit* submit = page.stage.wished<Submit>();
  REQUIRE(submit);
  const auto* save = std::get_if<api::SaveUser>(&submit->command);
  REQUIRE(save);
  CHECK(base::to_text(save->id.uuid) == kUuid);
  CHECK(save->password.empty());
  CHECK_FALSE(save->active);
  submit->into->state = model::SendState::failed;
  submit->into->trouble = refusal("没有保存");
  submit->into->trouble->fields = {{"/name", "already_exists", "“zhoumin”已有人使用"}};
  page.stage.draw(page.screen());
  CHECK(page.stage.world.find(Role::textbox, "用户名")[0].describe == "“zhoumin”已有人使用");
}

TEST_CASE("a token is shown once with a button to copy it, and is gone when closed") {
  UsersPage page;
  page.stage.draw(page.screen());
  REQUIRE(page.stage.press(Role::tab, "令牌", page.screen()));
  REQUIRE(page.stage.press(Role::button, "新建令牌", page.screen()));
  REQUIRE(page.stage.type("用途", "二楼大屏", page.screen()));
  REQUIRE(page.stage.type("有效天数", "90", page.screen()));
  REQUIRE(page.stage.press(Role::button, "新增", page.screen()));
  const Submit* submit = page.stage.wished<Submit>();
  REQUIRE(submit);
  const auto* issue = std::get_if<api::IssueToken>(&submit->command);
  REQUIRE(issue);
  CHECK(issue->days == 90);
  CHECK(issue->role == api::Role::display);
  submit->into->state = model::SendState::done;
  submit->into->answer = R"({"id":"x","position":9,"secret":"szt_SECRET"})";
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("只显示这一次，请马上抄存"));
  REQUIRE(page.stage.press(Role::button, "复制", page.screen()));
  CHECK(page.stage.world.clipboard == "szt_SECRET");
  REQUIRE(page.stage.press(Role::button, "关闭", page.screen()));
  CHECK_FALSE(page.stage.world.shows("szt_SECRET"));
}

TEST_CASE("a token is revoked after one question") {
  UsersPage page;
  page.form.tab = 1;
  page.stage.draw(page.screen());
  REQUIRE(page.stage.press(Role::button, row_name(page.stage, "一楼大屏"), page.screen()));
  CHECK(page.stage.world.shows("撤销后使用“一楼大屏”的设备立即断开"));
  REQUIRE(page.stage.press(Role::button, "撤销", page.screen()));
  const Submit* submit = page.stage.wished<Submit>();
  REQUIRE(submit);
  CHECK(std::get_if<api::RevokeToken>(&submit->command));
}

TEST_CASE("a token that could not be revoked says why") {
  UsersPage page;
  page.form.tab = 1;
  page.form.token.revoked = std::make_shared<model::Submission>();
  page.form.token.revoked->state = model::SendState::failed;
  page.form.token.revoked->trouble = refusal("没有撤销：服务器没有回应");
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("没有撤销：服务器没有回应"));
}

TEST_CASE("a user who is a resident stays one when something else of the account is changed") {
  UsersPage page;
  page.users.value->users[0].person = kUuid;
  page.stage.draw(page.screen());
  REQUIRE(page.stage.press(Role::button, row_name(page.stage, "周敏"), page.screen()));
  REQUIRE(page.stage.type("显示名称", "周敏 镇综治中心", page.screen()));
  REQUIRE(page.stage.press(Role::button, "保存", page.screen()));
  REQUIRE(page.stage.wished<Submit>());
  const auto* save = std::get_if<api::SaveUser>(&page.stage.wished<Submit>()->command);
  REQUIRE(save);
  CHECK(base::to_text(save->person.uuid) == kUuid);
  CHECK(save->title == "周敏 镇综治中心");
}

TEST_CASE("an auditor sees users but can change none") {
  UsersPage page;
  page.stage.role = api::Role::auditor;
  page.stage.draw(page.screen());
  CHECK(page.stage.world.shows("周敏"));
  CHECK(page.stage.world.find(Role::button, "新建用户").empty());
  CHECK(page.stage.world.find(Role::button, "周敏", true).empty());
}

TEST_CASE("the page of users holds together with long names, at every width, in both languages") {
  UsersPageData page;
  page.users.value->users[0].title = page.users.value->users[0].name = kLongName;
  check_everywhere(model::Section::users, [&] {
    page.form = {};
    return page.screen();
  });
}

TEST_CASE("language and appearance are wished for at once") {
  Stage stage(model::Section::settings);
  SettingsForm form;
  const Stage::Screen screen = [&](const Env& env, ui::Rect r) {
    return settings_page(env, form, r);
  };
  stage.draw(screen);
  REQUIRE(stage.press(Role::radio, "English", screen));
  REQUIRE(stage.wished<Set>());
  CHECK(stage.wished<Set>()->settings.language == text::Language::english);
  REQUIRE(stage.press(Role::radio, "深色", screen));
  CHECK(stage.wished<Set>()->settings.appearance == model::Appearance::dark);
  check_page(stage.world);
}

TEST_CASE("a password is changed only when both entries of the new one are the same") {
  Stage stage(model::Section::settings);
  SettingsForm form;
  const Stage::Screen screen = [&](const Env& env, ui::Rect r) {
    return settings_page(env, form, r);
  };
  stage.draw(screen);
  REQUIRE(stage.type("原密码", "old-password", screen));
  REQUIRE(stage.type("新密码", "new-password", screen));
  REQUIRE(stage.type("再输一次", "new-passw0rd", screen));
  CHECK(stage.world.find(Role::textbox, "再输一次")[0].describe == "两次输入不一致，请重输");
  CHECK_FALSE(stage.enabled(Role::button, "修改密码"));
  REQUIRE(stage.type("再输一次", "new-password", screen));
  REQUIRE(stage.press(Role::button, "修改密码", screen));
  const Submit* submit = stage.wished<Submit>();
  REQUIRE(submit);
  const auto* change = std::get_if<api::ChangePassword>(&submit->command);
  REQUIRE(change);
  CHECK(change->new_password == "new-password");
  submit->into->state = model::SendState::done;
  stage.draw(screen);
  CHECK(stage.world.shows("密码已修改"));
  CHECK(form.new_password.empty());
}
