// Teams, code, settings.
#include "client/screens/phone/small_pages.h"

#include "shared/base/qr.h"

namespace shanzhi::screens {
namespace {

using model::Section;

const ui::TextStyle kSmall{.size = ui::Size::small, .color = ui::Color::t2};
const ui::TextStyle kCentred{
    .size = ui::Size::small, .color = ui::Color::t2, .align = ui::Align::centre};

bool about_me(const Env& env, const model::Loaded<api::Standing>& standing, Wish& wish) {
  if (!env.me.person.empty()) return ready(env, standing, 4, wish);
  ui::empty_state(ui::Icon::user, env.say(PhoneWord::me_no_person));
  return false;
}

void choices(const Env& env, Wish& wish) {
  model::Settings changed = env.settings;
  ui::toggle(env.say(PhoneWord::me_large), changed.large, env.say(PhoneWord::me_large_hint));
  const std::string_view languages[] = {env.say(Message::settings_chinese),
                                        env.say(Message::settings_english)};
  const std::string_view looks[] = {env.say(Message::settings_system),
                                    env.say(Message::settings_light),
                                    env.say(Message::settings_dark)};
  int language = static_cast<int>(changed.language), look = static_cast<int>(changed.appearance);
  part_line();
  ui::text(env.say(Message::settings_appearance), kSmall);
  pill_row(env.say(Message::settings_appearance), look, looks);
  ui::space(12);
  ui::text(env.say(Message::settings_language), kSmall);
  pill_row(env.say(Message::settings_language), language, languages);
  changed.language = static_cast<text::Language>(language);
  changed.appearance = static_cast<model::Appearance>(look);
  if (!(changed == env.settings)) wish = Set{changed};
}

}  // namespace

Wish my_teams(const Env& env, const model::Loaded<api::Standing>& standing, ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(PhoneWord::me_teams), page);
  page_bar(env, page, env.say(PhoneWord::me_teams), wish);
  const ui::Scroll scroll("teams", page, kPageSide);
  if (!about_me(env, standing, wish)) return wish;
  if (standing->teams.empty()) ui::empty_state(ui::Icon::team, env.say(PhoneWord::me_no_teams));
  for (const api::TeamRow& team : standing->teams) {
    const ui::Scope scope(team.id);
    ui::space(14);
    ui::heading(2, team.name);
    ui::text(env.fill(PhoneWord::me_team_line, {team.place_name, text::count(team.members)}),
             kSmall);
    ui::space(4);
    if (!team.leader.empty()) ui::key_value(env.say(Message::teams_leader), team.leader);
    if (!team.brand.empty()) ui::key_value(text::field_title("brand", env.language()), team.brand);
    ui::space(12);
    ui::hairline();
  }
  ui::space(24);
  return wish;
}

std::string card_text(const api::Standing& s) {
  return "SZ1:" + s.person;
}

Wish my_card(const Env& env, const model::Loaded<api::Standing>& standing, ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(PhoneWord::me_card), page);
  page_bar(env, page, env.say(PhoneWord::me_card), wish);
  const ui::Scroll scroll("card", page, kPageSide);
  if (!about_me(env, standing, wish)) return wish;
  const api::Standing& s = *standing;
  ui::space(16);
  ui::text(s.name,
           {.size = ui::Size::h1, .weight = ui::Weight::semibold, .align = ui::Align::centre});
  ui::text(grid_words(s.village_name, s.grid_name), kCentred);
  ui::space(12);
  const ui::Rect r = ui::take(0, std::min(ui::content().w, 280.f));
  if (const auto code = base::qr_code(card_text(s)))
    ui::qr_card({r.x + (r.w - r.h) / 2, r.y, r.h, r.h}, code->modules, code->side,
                std::string(env.say(PhoneWord::me_card)) + "，" + s.name);
  ui::space(16);
  ui::text(s.number,
           {.size = ui::Size::code, .weight = ui::Weight::semibold, .align = ui::Align::centre});
  ui::text(env.say(PhoneWord::me_card_number), kCentred);
  ui::space(12);
  ui::paragraph(env.say(PhoneWord::me_card_read), {.color = ui::Color::t2});
  ui::space(6);
  ui::paragraph(env.say(PhoneWord::me_card_care),
                {.size = ui::Size::small, .color = ui::Color::t3});
  ui::space(24);
  return wish;
}

Wish my_settings(const Env& env, const MySettingsView& view, MySettingsForm& form, ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(PhoneWord::me_settings), page);
  page_bar(env, page, env.say(PhoneWord::me_settings), wish);
  const ui::Scroll scroll("settings", page, kPageSide);
  ui::space(12);
  choices(env, wish);
  part_line();
  ui::heading(2, env.say(Message::settings_account), env.me.name);
  ui::paragraph(env.fill(Message::settings_role_at,
                         {env.word(text::Vocabulary::role, env.me.role), env.me.place_name}),
                kSmall);
  ui::space(12);
  my_account(env, view, form, wish);
  if (env.may(true, "award-points")) {
    ui::set_next_width(0);
    if (ui::button(env.say(PhoneWord::me_to_desk))) wish = Go{{Section::overview, {}}};
    ui::space(12);
  }
  ui::set_next_width(0);
  if (ui::button(env.say(Message::sign_out)))
    wish = Submit{api::SignOut{}, std::make_shared<model::Submission>(), {}};
  ui::space(24);
  return wish;
}

}  // namespace shanzhi::screens
