// The dialog in which a wall's token is made; its address is shown once.
#include "client/screens/desk/wall_page.h"
#include "shared/base/escape.h"

namespace shanzhi::screens {
namespace {

void shown_once(const Env& env, std::string_view page, OpenWall& form, Wish& wish) {
  const std::string address =
      std::string(page) + "#/hall?token=" + base::percent_encoded(form.secret);
  ui::paragraph(env.say(Message::tokens_once), {.weight = ui::Weight::semibold});
  ui::space(ui::kGap2);
  ui::paragraph(address, {.color = ui::Color::jade});
  ui::space(ui::kGap4);
  if (ui::button(env.say(Message::copy), {.look = ui::Look::primary, .icon = ui::Icon::copy}))
    ui::copy_to_clipboard(address), ui::toast(env.say(Message::copied));
  ui::same_row();
  if (ui::button(env.say(Message::wall_open_here))) wish = OpenUrl{address};
  ui::same_row();
  if (ui::button(env.say(Message::close))) form = {};
}

}  // namespace

void open_wall_dialog(const Env& env, std::string_view address, OpenWall& form, Wish& wish) {
  take_secret(form.sent, form.secret);
  ui::Dialog dialog(env.say(Message::wall_open), form.open, 480);
  if (!dialog) return;
  if (!form.secret.empty()) return shown_once(env, address, form, wish);
  ui::paragraph(env.say(Message::wall_open_note),
                {.size = ui::Size::small, .color = ui::Color::t2});
  ui::space(ui::kGap3);
  ui::text_field(env.say(Message::wall_open_label), form.label,
                 {.max_length = 40, .required = true, .focus_now = true});
  ui::space(ui::kGap4);
  submission_trouble(env, form.sent);
  const bool busy = sending(form.sent);
  if (ui::button(
          env.say(Message::wall_open_make),
          {.look = ui::Look::primary, .enabled = !form.label.empty() && !busy, .busy = busy})) {
    api::IssueToken issue;
    issue.label = form.label, issue.place = env.place, issue.role = api::Role::display;
    form.sent = std::make_shared<model::Submission>();
    wish = Submit{std::move(issue), form.sent, form.label};
  }
  ui::same_row();
  if (ui::button(env.say(Message::cancel))) form.open = false;
}

}  // namespace shanzhi::screens
