// Before the code is made the official is told what to check; afterwards it is large.
#include "client/screens/desk/code_dialog.h"

#include "shared/base/escape.h"

namespace shanzhi::screens {
namespace {

/// "4821 0937": eight digits in a row are read wrong.
std::string in_two(const std::string& code) {
  return code.substr(0, code.size() / 2) + " " + code.substr(code.size() / 2);
}

Print slip(const Env& env, const CodeForm& form) {
  const std::string title = env.fill(Message::door_print_of, {form.name});
  return {title, "<h1>" + base::html_escaped(title) + "</h1><p>" +
                     base::html_escaped(env.me.town_name) + "</p><h1>" + in_two(form.code) +
                     "</h1><p>" + base::html_escaped(env.say(Message::door_print_steps)) + "</p>"};
}

}  // namespace

void open_code(CodeForm& form, const std::string& person, const std::string& name) {
  form = {.open = true, .person = person, .name = name};
}

void code_dialog(const Env& env, CodeForm& form, Wish& wish) {
  take_secret(form.sent, form.code);
  if (!form.open) form = {};
  ui::Dialog dialog(env.fill(Message::door_print_of, {form.name}), form.open, 440);
  if (!dialog) return;
  if (form.code.empty()) {
    ui::paragraph(env.say(Message::door_print_about), {.color = ui::Color::t2});
    ui::space(ui::kGap4);
    submission_trouble(env, form.sent);
    const bool make = ui::button(
        env.say(Message::door_print_make),
        {.look = ui::Look::primary, .enabled = !sending(form.sent), .busy = sending(form.sent)});
    ui::same_row();
    if (ui::button(env.say(Message::family_new), {.look = ui::Look::quiet})) {
      wish = OpenForm{FormKind::family, {}, form.person, {}, form.name};
      form.open = false;
    }
    if (!make) return;
    api::IssueSignInCode issue;
    if (const auto id = base::parse_uuid(form.person)) issue.person.uuid = *id;
    form.sent = std::make_shared<model::Submission>();
    wish = Submit{issue, form.sent, {}};
    return;
  }
  ui::paragraph(env.say(Message::door_print_once), {.weight = ui::Weight::semibold});
  ui::space(ui::kGap3);
  const ui::Rect r = ui::take(0, 72);
  ui::fill(r, ui::Color::jade_tint, 6);
  ui::text_in(r, in_two(form.code),
              {.size = ui::Size::figure,
               .color = ui::Color::jade,
               .weight = ui::Weight::semibold,
               .align = ui::Align::centre});
  ui::space(ui::kGap3);
  ui::paragraph(env.say(Message::door_print_steps),
                {.size = ui::Size::small, .color = ui::Color::t2});
  ui::space(ui::kGap4);
  if (ui::button(env.say(Message::print), {.look = ui::Look::primary, .icon = ui::Icon::print}))
    wish = slip(env, form);
  ui::same_row();
  if (ui::button(env.say(Message::close))) form.open = false;
}

}  // namespace shanzhi::screens
