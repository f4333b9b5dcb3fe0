// Lists of users and tokens; the dialogs that change them.
#include "client/screens/desk/users_page.h"

#include "client/screens/award_check.h"
#include "client/screens/place_select.h"
#include "shared/api/limits.h"

namespace shanzhi::screens {
namespace {

/// The roles that an administrator gives here; the others come with people or shops.
constexpr int kRoles = api::kRoleCount;

bool select_role(const Env& env, int& role) {
  std::vector<std::string_view> names;
  for (const char* r : describe::EnumNames<api::Role>::values)
    names.push_back(env.word(text::Vocabulary::role, r));
  return ui::select(text::field_title("role", env.language())
                        ? text::field_title("role", env.language())
                        : "role",
                    role, std::span<const std::string_view>(names));
}

void select_place(const Env& env, std::string& place) {
  const char* title = text::field_title("place", env.language());
  place_select(env, title ? title : "place", place);
}

std::string error_of(const model::SubmissionRef& sent, std::string_view pointer) {
  if (!sent || sent->state != model::SendState::failed || !sent->trouble) return {};
  return std::string(sent->trouble->about(pointer));
}

const char* title_of(const Env& env, const char* field) {
  const char* title = text::field_title(field, env.language());
  return title ? title : field;
}

void user_dialog(const Env& env, UserEdit& edit, Wish& wish) {
  if (take_finished(edit.sent)) edit.open = false, ui::toast(env.say(Message::users_saved));
  ui::Dialog dialog(env.say(edit.id.empty() ? Message::users_new : Message::users_edit), edit.open,
                    440);
  if (!dialog) return;
  const std::string name_error = error_of(edit.sent, "/name"),
                    password_error = error_of(edit.sent, "/password");
  ui::text_field(env.say(Message::sign_in_name), edit.name,
                 {.error = name_error,
                  .autocomplete = "off",
                  .max_length = 40,
                  .required = true,
                  .focus_now = true});
  ui::space(ui::kGap3);
  ui::text_field(title_of(env, "title"), edit.title, {.max_length = 40});
  ui::space(ui::kGap3);
  select_role(env, edit.role);
  ui::space(ui::kGap3);
  select_place(env, edit.place);
  ui::space(ui::kGap3);
  ui::text_field(env.say(Message::users_new_password), edit.password,
                 {.kind = ui::FieldKind::password,
                  .hint = env.say(edit.id.empty() ? Message::change_password_hint
                                                  : Message::users_password_unchanged),
                  .error = password_error,
                  .autocomplete = "new-password",
                  .max_length = 128});
  ui::space(ui::kGap3);
  ui::toggle(env.say(Message::users_active), edit.active);
  ui::space(ui::kGap3);
  if (name_error.empty() && password_error.empty()) submission_trouble(env, edit.sent);
  const bool enough =
      !edit.name.empty() && !edit.place.empty() &&
      (!edit.id.empty() || edit.password.size() >= static_cast<std::size_t>(api::kPasswordMin));
  if (ui::button(env.say(Message::save), {.look = ui::Look::primary,
                                          .enabled = enough && !sending(edit.sent),
                                          .why_not = env.say(Message::change_password_hint),
                                          .busy = sending(edit.sent)})) {
    api::SaveUser save;
    if (const auto id = base::parse_uuid(edit.id)) save.id = {*id};
    save.name = edit.name, save.title = edit.title, save.place = edit.place,
    save.password = edit.password;
    save.role = static_cast<api::Role>(edit.role);
    save.active = edit.active;
    if (const auto person = base::parse_uuid(edit.person)) save.person = {*person};
    edit.sent = std::make_shared<model::Submission>();
    wish = Submit{save, edit.sent, edit.name};
  }
  ui::same_row();
  if (ui::button(env.say(Message::cancel))) edit.open = false;
}

void token_dialog(const Env& env, TokenEdit& edit, Wish& wish) {
  take_secret(edit.sent, edit.secret);
  ui::Dialog dialog(env.say(Message::tokens_new), edit.open, 460);
  if (!dialog) return;
  if (!edit.secret.empty()) {
    ui::paragraph(env.say(Message::tokens_once), {.weight = ui::Weight::semibold});
    ui::space(ui::kGap2);
    ui::paragraph(edit.secret, {.color = ui::Color::jade});
    ui::space(ui::kGap3);
    if (ui::button(env.say(Message::copy), {.look = ui::Look::primary, .icon = ui::Icon::copy}))
      ui::copy_to_clipboard(edit.secret), ui::toast(env.say(Message::copied));
    ui::same_row();
    if (ui::button(env.say(Message::close))) edit = {};
    return;
  }
  ui::text_field(env.say(Message::tokens_label), edit.label,
                 {.max_length = 40, .required = true, .focus_now = true});
  ui::space(ui::kGap3);
  select_role(env, edit.role);
  ui::space(ui::kGap3);
  select_place(env, edit.place);
  ui::space(ui::kGap3);
  ui::text_field(
      env.say(Message::tokens_days), edit.days,
      {.kind = ui::FieldKind::number, .hint = env.say(Message::tokens_days_hint), .max_length = 4});
  ui::space(ui::kGap3);
  submission_trouble(env, edit.sent);
  const auto days = parse_hundredths(edit.days);
  const bool enough =
      !edit.label.empty() && !edit.place.empty() && (edit.days.empty() || (days && *days >= 100));
  if (ui::button(env.say(Message::add), {.look = ui::Look::primary,
                                         .enabled = enough && !sending(edit.sent),
                                         .busy = sending(edit.sent)})) {
    api::IssueToken issue;
    issue.label = edit.label, issue.place = edit.place;
    issue.role = static_cast<api::Role>(edit.role);
    if (days && !edit.days.empty()) issue.days = *days / 100;
    edit.sent = std::make_shared<model::Submission>();
    wish = Submit{issue, edit.sent, edit.label};
  }
  ui::same_row();
  if (ui::button(env.say(Message::cancel))) edit.open = false;
}

std::string last_seen(const Env& env, std::string_view ended, const std::string& at) {
  if (!ended.empty()) return std::string(ended);
  return at.empty() ? std::string(env.say(Message::users_never_seen))
                    : std::string(env.say(Message::users_last_seen)) + " " + env.when(at);
}

void user_rows(const Env& env, const api::UserPage& page, UserEdit& edit, bool may) {
  if (page.users.empty()) ui::empty_state(ui::Icon::user, env.say(Message::empty_users));
  for (const api::UserRow& u : page.users) {
    const ui::Scope scope(u.id);
    const std::string detail =
        std::string(env.word(text::Vocabulary::role, u.role)) + " · " + u.place_name + " · " +
        (u.name.starts_with("r-") ? "" : u.name + " · ") +
        last_seen(env, u.active ? "" : env.say(Message::users_inactive), u.last_seen);
    if (!ui::list_row("user", {.icon = ui::Icon::user,
                               .title = u.title.empty() ? u.name : u.title,
                               .detail = detail,
                               .chevron = may,
                               .pressable = may}))
      continue;
    edit = {};
    edit.open = true;
    edit.id = u.id, edit.name = u.name, edit.title = u.title, edit.place = u.place;
    edit.active = u.active;
    edit.person = u.person;
    if (const auto role = describe::parse_enum<api::Role>(u.role))
      edit.role = static_cast<int>(*role);
  }
}

void token_rows(const Env& env, const api::UserPage& page, TokenEdit& edit, bool may) {
  if (page.tokens.empty()) ui::empty_state(ui::Icon::lock, env.say(Message::empty_tokens));
  for (const api::TokenRow& t : page.tokens) {
    const ui::Scope scope(t.id);
    const std::string detail =
        std::string(env.word(text::Vocabulary::role, t.role)) + " · " +
        (t.expires_at.empty() ? std::string(env.say(Message::tokens_no_end))
                              : env.fill(Message::tokens_expires, {env.when(t.expires_at)})) +
        " · " + last_seen(env, t.revoked ? env.say(Message::tokens_revoked) : "", t.last_seen);
    if (ui::list_row("token", {.icon = ui::Icon::lock,
                               .title = t.label,
                               .detail = detail,
                               .chevron = may && !t.revoked,
                               .pressable = may && !t.revoked}))
      edit = {}, edit.revoking = true, edit.id = t.id, edit.label = t.label;
  }
}

}  // namespace

Wish users_page(const Env& env, const model::Loaded<api::UserPage>& users, UsersForm& form,
                ui::Rect page) {
  static_assert(kRoles == 10);
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(Message::users_title), page);
  ui::Rect area = page.inset(page_margin(), 16);
  area.w = std::min(area.w, 820.f);
  const bool may = env.may(true, "save-user");
  ui::Rect head = page_head(area, env.say(Message::users_title));
  if (may && form.tab != 2) {
    const ui::Box box(
        right_of(head, {env.say(form.tab == 0 ? Message::users_new : Message::tokens_new)}));
    ui::set_next_width(0);
    if (ui::button(env.say(form.tab == 0 ? Message::users_new : Message::tokens_new),
                   {.look = ui::Look::primary, .icon = ui::Icon::plus})) {
      if (form.tab == 0)
        form.user = {}, form.user.open = true, form.user.place = env.place;
      else
        form.token = {}, form.token.open = true, form.token.place = env.place;
    }
  }
  {
    const ui::Box box(area.cut_top(36, 4));
    const std::string_view names[] = {env.say(Message::users_users), env.say(Message::users_tokens),
                                      env.say(Message::rail_people)};
    ui::tabs(env.say(Message::users_title), form.tab, names);
  }
  const ui::Scroll scroll("users", area, 0);
  if (!ready(env, users, 8, wish)) return wish;
  if (form.tab != 1)
    user_rows(env, *users, form.user, may);
  else
    token_rows(env, *users, form.token, may);
  user_dialog(env, form.user, wish);
  token_dialog(env, form.token, wish);
  if (take_finished(form.token.revoked)) ui::toast(env.say(Message::tokens_revoked));
  if (form.token.revoked && form.token.revoked->state == model::SendState::failed &&
      form.token.revoked->trouble) {
    ui::toast(form.token.revoked->trouble->words);
    form.token.revoked.reset();
  }
  if (ui::confirm(env.say(Message::tokens_revoke), form.token.revoking,
                  env.fill(Message::tokens_revoke_question, {form.token.label}),
                  env.say(Message::tokens_revoke), env.say(Message::cancel)) == ui::Answer::yes) {
    if (const auto id = base::parse_uuid(form.token.id))
      form.token.revoked = std::make_shared<model::Submission>(),
      wish = Submit{api::RevokeToken{{}, {*id}}, form.token.revoked, form.token.label};
  }
  return wish;
}

}  // namespace shanzhi::screens
