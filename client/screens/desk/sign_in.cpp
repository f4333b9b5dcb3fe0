// Signing in.
#include "client/screens/desk/sign_in.h"

#include "shared/api/limits.h"
#include "shared/people/pin.h"

namespace shanzhi::screens {
namespace {

constexpr float kWidth = 320;
/// How far above the middle a form of four fields begins.
constexpr float kAboveLong = 340;

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

/// The seal, what this page is, and the column that the form stands in.
ui::Rect door(const model::Settings& settings, Message title, std::string_view line, Wish& wish,
              float above = 230) {
  const ui::Rect page = ui::screen();
  language_switch(settings, page, wish);
  const float width = std::min(kWidth, page.w - 40);
  ui::Rect column{(page.w - width) / 2, std::max(24.f, page.h * .5f - above), width, page.h};
  const ui::Box box(column.cut_top(132, ui::kGap6));
  seal({ui::cursor().x, ui::cursor().y, 56, 56});
  ui::space(72);
  ui::heading(1, text::say(title, settings.language));
  ui::paragraph(line, {.color = ui::Color::t2});
  return column;
}

std::string trouble_in(const SignInForm& form) {
  const bool failed =
      form.sent && form.sent->state == model::SendState::failed && form.sent->trouble;
  return failed ? form.sent->trouble->words : std::string{};
}

/// The one button; true when it was pressed, or Enter in the last field.
bool go_in(const char* label, bool complete, bool busy, bool entered) {
  ui::space(ui::kGap5);
  ui::set_next_width(0);
  const ui::ButtonOptions look{
      .look = ui::Look::primary, .enabled = complete && !busy, .busy = busy};
  return (ui::button(label, look) || entered) && complete && !busy;
}

}  // namespace

Wish sign_in(const model::Settings& settings, const SignInView& view, SignInForm& form) {
  Wish wish;
  const auto say = [&](Message m) { return text::say(m, settings.language); };
  // In a hand it is a villager's own page that opens, not the desk.
  const Message title =
      ui::theme().face == ui::Face::desk ? Message::sign_in_title : Message::sign_in;
  const ui::Group main(ui::Role::main, say(title), ui::screen());
  const std::string line = view.town.empty() ? say(Message::product_line) : view.town;
  const ui::Box box(door(settings, title, line, wish));
  if (view.ended) {
    ui::paragraph(say(Message::sign_in_again), {.size = ui::Size::small, .color = ui::Color::t2});
    ui::space(ui::kGap3);
  }
  const ui::Group fields(ui::Role::form, say(Message::sign_in));
  bool entered = ui::text_field(say(Message::door_name), form.name,
                                {.autocomplete = "username", .max_length = 40, .focus_now = true})
                     .entered;
  ui::space(ui::kGap3);
  entered = ui::text_field(say(Message::sign_in_password), form.password,
                           {.kind = ui::FieldKind::password,
                            .error = trouble_in(form),
                            .autocomplete = "current-password",
                            .max_length = 128})
                .entered ||
            entered;
  const bool busy = sending(form.sent), complete = !form.name.empty() && !form.password.empty();
  if (go_in(say(busy ? Message::sign_in_working : Message::sign_in), complete, busy, entered)) {
    form.sent = std::make_shared<model::Submission>();
    wish = Submit{api::SignIn{form.name, form.password}, form.sent, {}};
  }
  ui::space(ui::kGap3);
  ui::set_next_width(0);
  if (ui::button(say(Message::door_first))) form = {.first = true};
  ui::space(ui::kGap4);
  ui::paragraph(say(Message::sign_in_help), {.size = ui::Size::caption, .color = ui::Color::t3});
  return wish;
}

Wish first_time(const model::Settings& settings, SignInForm& form) {
  Wish wish;
  const auto say = [&](Message m) { return text::say(m, settings.language); };
  const ui::Group main(ui::Role::main, say(Message::door_first_title), ui::screen());
  ui::Rect column =
      door(settings, Message::door_first_title, say(Message::door_first_line), wish, kAboveLong);
  // Room for the ring of focus at either side.
  column = {column.x - 4, column.y, column.w + 8, ui::screen().bottom() - column.y};
  const ui::Scroll scroll("first time", column, 4);
  const ui::Group fields(ui::Role::form, say(Message::door_first_title));
  const std::string trouble = trouble_in(form);
  ui::text_field(
      say(Message::door_phone), form.phone,
      {.kind = ui::FieldKind::phone, .autocomplete = "tel", .max_length = 20, .focus_now = true});
  ui::space(ui::kGap3);
  ui::text_field(say(Message::door_code), form.code,
                 {.kind = ui::FieldKind::phone, .autocomplete = "one-time-code", .max_length = 9});
  ui::space(ui::kGap3);
  ui::text_field(say(Message::door_pin), form.password,
                 {.kind = ui::FieldKind::password,
                  .hint = say(Message::door_pin_hint),
                  .error = trouble,
                  .autocomplete = "new-password",
                  .max_length = 6});
  ui::space(ui::kGap3);
  const bool differ = !form.repeat.empty() && form.repeat != form.password;
  const bool entered = ui::text_field(say(Message::door_pin_again), form.repeat,
                                      {.kind = ui::FieldKind::password,
                                       .error = differ ? say(Message::change_password_differs) : "",
                                       .autocomplete = "new-password",
                                       .max_length = 6})
                           .entered;
  const bool busy = sending(form.sent);
  // The slip has a gap in the middle of the code; it may be typed with it.
  std::string code;
  for (const char c : form.code)
    if (c != ' ') code += c;
  const bool complete = !form.phone.empty() && code.size() == people::kSignInCodeDigits &&
                        form.password.size() == people::kPinDigits && form.repeat == form.password;
  if (go_in(say(busy ? Message::sign_in_working : Message::door_go), complete, busy, entered)) {
    form.sent = std::make_shared<model::Submission>();
    wish = Submit{api::SetPin{form.phone, code, form.password}, form.sent, {}};
  }
  ui::space(ui::kGap3);
  ui::set_next_width(0);
  if (ui::button(say(Message::door_back))) form = {};
  return wish;
}

Wish open_town(const model::Settings& settings, const std::string& key, SignInForm& form) {
  Wish wish;
  const auto say = [&](Message m) { return text::say(m, settings.language); };
  const ui::Group main(ui::Role::main, say(Message::open_town_title), ui::screen());
  const ui::Box box(door(settings, Message::open_town_title, say(Message::open_town_line), wish));
  const ui::Group fields(ui::Role::form, say(Message::open_town_title));
  ui::text_field(say(Message::sign_in_name), form.name,
                 {.autocomplete = "username", .max_length = 40, .focus_now = true});
  ui::space(ui::kGap3);
  ui::text_field(say(Message::users_new_password), form.password,
                 {.kind = ui::FieldKind::password,
                  .hint = say(Message::open_town_hint),
                  .error = trouble_in(form),
                  .autocomplete = "new-password",
                  .max_length = 128});
  ui::space(ui::kGap3);
  const bool differ = !form.repeat.empty() && form.repeat != form.password;
  const bool entered = ui::text_field(say(Message::change_password_repeat), form.repeat,
                                      {.kind = ui::FieldKind::password,
                                       .error = differ ? say(Message::change_password_differs) : "",
                                       .autocomplete = "new-password",
                                       .max_length = 128})
                           .entered;
  const bool busy = sending(form.sent);
  const bool complete = !form.name.empty() && form.repeat == form.password &&
                        form.password.size() >= static_cast<std::size_t>(api::kPasswordMin);
  if (go_in(say(Message::open_town_go), complete, busy, entered)) {
    form.sent = std::make_shared<model::Submission>();
    wish = Submit{api::OpenTown{key, form.name, form.password}, form.sent, {}};
  }
  return wish;
}

}  // namespace shanzhi::screens
