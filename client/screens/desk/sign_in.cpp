// Signing in.
#include "client/screens/desk/sign_in.h"

namespace shanzhi::screens {
namespace {

constexpr float kWidth = 320;

void seal(ui::Rect r) {
  ui::fill(r, ui::Color::jade, 4);
  ui::mute_text_in(r, "善",
                   {.size = ui::Size::figure,
                    .color = ui::Color::on_jade,
                    .weight = ui::Weight::semibold,
                    .align = ui::Align::centre});
}

void language_switch(const model::Settings& settings, ui::Rect page, Wish& wish) {
  const bool english = settings.language == text::Language::english;
  const ui::Box box({page.right() - 120, page.y + 16, 100, 32});
  const char* other =
      text::say(english ? Message::settings_chinese : Message::settings_english, settings.language);
  if (!ui::button(other, {.look = ui::Look::quiet})) return;
  model::Settings changed = settings;
  changed.language = english ? text::Language::chinese : text::Language::english;
  wish = Set{changed};
}

}  // namespace

Wish sign_in(const model::Settings& settings, const SignInView& view, SignInForm& form) {
  Wish wish;
  const auto say = [&](Message m) { return text::say(m, settings.language); };
  const ui::Rect page = ui::screen();
  const ui::Group main(ui::Role::main, say(Message::sign_in_title), page);
  language_switch(settings, page, wish);
  const float width = std::min(kWidth, page.w - 40);
  const ui::Box box({(page.w - width) / 2, std::max(24.f, page.h * .5f - 230), width, page.h});
  seal({ui::cursor().x, ui::cursor().y, 56, 56});
  ui::space(72);
  ui::heading(1, say(Message::sign_in_title));
  ui::text(view.town.empty() ? say(Message::product_line) : view.town, {.color = ui::Color::t2});
  ui::space(ui::kGap6);
  if (view.ended) {
    ui::paragraph(say(Message::sign_in_again), {.size = ui::Size::small, .color = ui::Color::t2});
    ui::space(ui::kGap3);
  }
  const bool failed =
      form.sent && form.sent->state == model::SendState::failed && form.sent->trouble;
  const std::string error = failed ? form.sent->trouble->words : std::string{};
  const ui::Group fields(ui::Role::form, say(Message::sign_in));
  bool go = ui::text_field(say(Message::sign_in_name), form.name,
                           {.autocomplete = "username", .max_length = 40, .focus_now = true})
                .entered;
  ui::space(ui::kGap3);
  const ui::FieldEvent password = ui::text_field(say(Message::sign_in_password), form.password,
                                                 {.kind = ui::FieldKind::password,
                                                  .error = error,
                                                  .autocomplete = "current-password",
                                                  .max_length = 128});
  go = go || password.entered;
  ui::space(ui::kGap5);
  const bool busy = sending(form.sent), complete = !form.name.empty() && !form.password.empty();
  ui::set_next_width(0);
  go = ui::button(say(busy ? Message::sign_in_working : Message::sign_in),
                  {.look = ui::Look::primary, .enabled = complete && !busy, .busy = busy}) ||
       go;
  ui::space(ui::kGap4);
  ui::paragraph(say(Message::sign_in_help), {.size = ui::Size::caption, .color = ui::Color::t3});
  if (go && complete && !busy) {
    form.sent = std::make_shared<model::Submission>();
    wish = Submit{api::SignIn{form.name, form.password}, form.sent, {}};
  }
  return wish;
}

}  // namespace shanzhi::screens
