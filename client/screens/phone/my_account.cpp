// The boards, my data, the devices that are signed in, and the PIN.
#include "client/model/export_job.h"
#include "client/screens/phone/small_pages.h"
#include "shared/people/pin.h"

namespace shanzhi::screens {
namespace {

/// What failed is said once, in a strip that goes away.
void tell_trouble(model::SubmissionRef& sent) {
  if (!sent || sent->state != model::SendState::failed || !sent->trouble) return;
  ui::toast(sent->trouble->words);
  sent.reset();
}

void boards(const Env& env, const api::Standing& s, MySettingsForm& form, Wish& wish) {
  bool known = false;
  for (const api::ArchiveMember& member : s.members)
    if (member.id == s.person) known = member.off_boards;
  tell_trouble(form.boards);
  if (form.boards && known == form.off && !sending(form.boards)) form.boards.reset();
  bool off = form.boards ? form.off : known;
  if (!ui::toggle(env.say(Message::door_off_boards), off, env.say(Message::door_off_hint)) ||
      sending(form.boards))
    return;
  form.off = off;
  form.boards = std::make_shared<model::Submission>();
  wish = Submit{api::LeaveBoards{{}, off}, form.boards, {}};
}

void my_data(const Env& env, Wish& wish) {
  ui::set_next_width(0);
  if (ui::button(env.say(Message::door_data), {.icon = ui::Icon::exports}))
    wish = GetFile{
        model::export_path("passbook", "xlsx",
                           model::query_path("passbook", {{"person", env.me.person}})),
        std::string(env.say(Message::door_data_name)) + " " + base::to_text(env.today) + ".xlsx"};
}

std::string device_words(const Env& env, const api::DeviceRow& row) {
  if (row.device.empty()) return env.say(Message::door_unknown);
  std::string words = row.device;
  const auto at = words.find("WeChat");
  if (at != std::string::npos && env.language() == text::Language::chinese)
    words.replace(at, 6, "微信");
  return words;
}

void devices(const Env& env, const MySettingsView& view, MySettingsForm& form, Wish& wish) {
  tell_trouble(form.ended);
  ui::heading(2, env.say(Message::door_devices));
  ui::space(6);
  if (!ready(env, view.devices, 2, wish)) return;
  const auto end = [&](const std::string& session) {
    api::EndSession away;
    if (const auto id = base::parse_uuid(session)) away.session.uuid = *id;
    form.ended = std::make_shared<model::Submission>();
    wish = Submit{away, form.ended, {}};
  };
  for (const api::DeviceRow& row : view.devices->devices) {
    const ui::Scope scope(row.id);
    const std::string name = device_words(env, row);
    ui::Rect r = ui::take(0, std::max(52.f, 2 * ui::line_height(ui::Size::body) + 8));
    ui::hairline_h(r.x, r.bottom() - 1, r.w);
    if (!row.here) {
      const float side = std::max(44.f, ui::touch_height());
      const ui::Box box(r.cut_right(side).inset(0, (r.h - side) / 2));
      if (ui::icon_button(ui::Icon::cross, env.fill(Message::door_end, {name}),
                          !sending(form.ended)))
        end(row.id);
    }
    const ui::Rect upper = r.cut_top(r.h / 2);
    ui::text_in(upper, name, {.weight = ui::Weight::semibold});
    ui::text_in(r,
                row.here ? env.say(Message::door_here)
                         : env.fill(Message::door_seen, {env.when(row.seen_at)}),
                {.size = ui::Size::small, .color = row.here ? ui::Color::jade : ui::Color::t2});
  }
  ui::space(10);
  if (view.devices->devices.size() < 2) return;
  ui::set_next_width(0);
  if (ui::button(env.say(Message::door_end_others), {.busy = sending(form.ended)})) end({});
  ui::space(12);
}

void pin(const Env& env, MySettingsForm& form, Wish& wish) {
  if (take_finished(form.changed)) {
    ui::toast(env.say(Message::door_pin_changed));
    form = {};
  }
  if (!form.changing) {
    ui::set_next_width(0);
    form.changing = ui::button(env.say(Message::door_change_pin));
    return;
  }
  const ui::Group group(ui::Role::form, env.say(Message::door_change_pin));
  ui::text_field(env.say(Message::door_old_pin), form.old_pin,
                 {.kind = ui::FieldKind::password,
                  .autocomplete = "current-password",
                  .max_length = 128,
                  .focus_now = true});
  ui::space(12);
  ui::text_field(env.say(Message::door_pin), form.pin,
                 {.kind = ui::FieldKind::password,
                  .hint = env.say(Message::door_pin_hint),
                  .autocomplete = "new-password",
                  .max_length = 6});
  ui::space(12);
  submission_trouble(env, form.changed);
  ui::set_next_width(0);
  const bool enough = !form.old_pin.empty() && form.pin.size() == people::kPinDigits;
  if (!ui::button(env.say(Message::door_change_pin), {.look = ui::Look::primary,
                                                      .enabled = enough && !sending(form.changed),
                                                      .busy = sending(form.changed)}))
    return;
  form.changed = std::make_shared<model::Submission>();
  wish = Submit{api::ChangePin{form.old_pin, form.pin}, form.changed, {}};
}

}  // namespace

void my_account(const Env& env, const MySettingsView& view, MySettingsForm& form, Wish& wish) {
  if (!env.me.person.empty()) {
    if (view.standing) boards(env, *view.standing, form, wish);
    ui::space(12);
    my_data(env, wish);
    part_line();
    if (view.family) family_settings(env, *view.family, form.family, wish);
  }
  devices(env, view, form, wish);
  if (env.role == api::Role::volunteer) {
    pin(env, form, wish);
    ui::space(12);
  }
}

}  // namespace shanzhi::screens
