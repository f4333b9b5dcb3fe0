// What a person sets for themselves.
#include "client/screens/desk/settings_page.h"

#include "shared/api/limits.h"

namespace shanzhi::screens {
namespace {

void look(const Env& env, Wish& wish) {
  model::Settings changed = env.settings;
  int language = static_cast<int>(changed.language),
      appearance = static_cast<int>(changed.appearance);
  const std::string_view languages[] = {env.say(Message::settings_chinese),
                                        env.say(Message::settings_english)};
  const std::string_view looks[] = {env.say(Message::settings_system),
                                    env.say(Message::settings_light),
                                    env.say(Message::settings_dark)};
  ui::text(env.say(Message::settings_language), {.size = ui::Size::small, .color = ui::Color::t2});
  ui::space(4);
  ui::segmented(env.say(Message::settings_language), language, languages);
  ui::space(ui::kGap4);
  ui::text(env.say(Message::settings_appearance),
           {.size = ui::Size::small, .color = ui::Color::t2});
  ui::space(4);
  ui::segmented(env.say(Message::settings_appearance), appearance, looks);
  ui::space(ui::kGap3);
  ui::toggle(env.say(Message::settings_compact), changed.compact);
  changed.language = static_cast<text::Language>(language);
  changed.appearance = static_cast<model::Appearance>(appearance);
  if (!(changed == env.settings)) wish = Set{changed};
}

void password(const Env& env, SettingsForm& form, Wish& wish) {
  if (take_finished(form.sent)) {
    ui::toast(env.say(Message::change_password_done));
    form = {};
  }
  const ui::Group group(ui::Role::form, env.say(Message::change_password));
  ui::heading(2, env.say(Message::change_password));
  ui::space(ui::kGap2);
  ui::text_field(
      env.say(Message::change_password_old), form.old_password,
      {.kind = ui::FieldKind::password, .autocomplete = "current-password", .max_length = 128});
  ui::space(ui::kGap3);
  ui::text_field(env.say(Message::change_password_new), form.new_password,
                 {.kind = ui::FieldKind::password,
                  .hint = env.say(Message::change_password_hint),
                  .autocomplete = "new-password",
                  .max_length = 128});
  ui::space(ui::kGap3);
  const bool differ = !form.repeat.empty() && form.repeat != form.new_password;
  ui::text_field(env.say(Message::change_password_repeat), form.repeat,
                 {.kind = ui::FieldKind::password,
                  .error = differ ? env.say(Message::change_password_differs) : "",
                  .autocomplete = "new-password",
                  .max_length = 128});
  ui::space(ui::kGap4);
  submission_trouble(env, form.sent);
  const bool enough = !form.old_password.empty() &&
                      form.new_password.size() >= static_cast<std::size_t>(api::kPasswordMin) &&
                      form.repeat == form.new_password;
  if (!ui::button(env.say(Message::change_password),
                  {.look = ui::Look::primary,
                   .enabled = enough && !sending(form.sent),
                   .why_not = env.say(Message::change_password_hint),
                   .busy = sending(form.sent)}))
    return;
  form.sent = std::make_shared<model::Submission>();
  wish = Submit{api::ChangePassword{form.old_password, form.new_password}, form.sent, {}};
}

}  // namespace

Wish settings_page(const Env& env, SettingsForm& form, ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(Message::rail_settings), page);
  ui::Rect area = page.inset(page_margin(), 16);
  page_head(area, env.say(Message::rail_settings));
  const ui::Scroll scroll("settings", {area.x, area.y, std::min(400.f, area.w), area.h}, 0);
  look(env, wish);
  ui::space(ui::kGap5);
  ui::hairline();
  ui::space(ui::kGap4);
  ui::heading(2, env.say(Message::settings_account), env.me.name);
  ui::space(4);
  ui::text(env.fill(Message::settings_role_at,
                    {env.word(text::Vocabulary::role, env.me.role), env.me.place_name}),
           {.color = ui::Color::t2});
  ui::space(ui::kGap4);
  if (env.may(true, "change-password")) password(env, form, wish);
  ui::space(ui::kGap6);
  return wish;
}

}  // namespace shanzhi::screens
