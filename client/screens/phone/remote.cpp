// Scenes to choose from, one step back or on, a village to look at, pause, stop.
#include "client/screens/phone/remote.h"

#include "client/screens/place_select.h"

namespace shanzhi::screens {
namespace {

using hall::Action;

/// What is in force now; nullptr when scenes take turns by themselves.
const api::HallDirection* in_force(const Env& env, const api::HallScenes& wall) {
  const auto until = base::parse_instant(wall.direction.until);
  return wall.directed && until && env.now < *until ? &wall.direction : nullptr;
}

/// Number (from 1) of the scene that the wall is in; 0: none.
std::int64_t scene_now(const Env& env, const api::HallScenes& wall) {
  const api::HallDirection* direction = in_force(env, wall);
  if (direction && direction->scene > 0) return direction->scene;
  const std::int64_t minute =
      (env.now.unix_ms + base::kTownOffsetMs) / base::kMsPerMinute % hall::kMinutesOfDay;
  const auto turn = hall::turn_at(wall.scenes, 0, minute, env.now.unix_ms / base::kMsPerSecond);
  return turn ? static_cast<std::int64_t>(turn->index) + 1 : 0;
}

void direct(const Env& env, RemoteForm& form, api::DirectHall order, Wish& wish) {
  order.place = env.place;
  form.sent = std::make_shared<model::Submission>();
  wish = Submit{std::move(order), form.sent, env.say(PhoneWord::remote_title)};
}
void direct(const Env& env, RemoteForm& form, Action action, Wish& wish) {
  api::DirectHall order;
  order.action = action;
  direct(env, form, std::move(order), wish);
}

void show(const Env& env, RemoteForm& form, std::int64_t number, Wish& wish) {
  api::DirectHall order;
  order.action = Action::scene, order.scene = number;
  direct(env, form, std::move(order), wish);
}

std::string scene_name(const Env& env, const hall::Scene& s) {
  std::string name(env.word(text::Vocabulary::scene, describe::name_of(s.kind)));
  if (const api::PlaceRow* focus = env.places.find(s.place)) name += " · " + focus->name;
  return name;
}

void state(const Env& env, const api::HallScenes& wall, std::int64_t now) {
  const api::HallDirection* d = in_force(env, wall);
  const auto count = static_cast<std::int64_t>(wall.scenes.size());
  std::string about =
      now > 0 ? env.fill(PhoneWord::remote_now, {std::to_string(now), std::to_string(count)})
              : std::string{};
  if (d && !d->focus_name.empty())
    about += " · " + env.fill(PhoneWord::remote_looks_at, {d->focus_name});
  if (d && d->paused) about += std::string(" · ") + env.say(Message::remote_paused);
  ui::heading(2, now > 0 ? scene_name(env, wall.scenes[static_cast<std::size_t>(now) - 1])
                         : env.say(PhoneWord::remote_turns));
  ui::text(about, {.size = ui::Size::small, .color = ui::Color::t2});
  ui::status_dot(
      d ? env.fill(PhoneWord::remote_held, {env.when(d->until)}) : env.say(PhoneWord::remote_turns),
      d ? ui::Color::gold_fill : ui::Color::jade);
}

void buttons(const Env& env, const api::HallScenes& wall, std::int64_t now, RemoteForm& form,
             Wish& wish) {
  const auto count = static_cast<std::int64_t>(wall.scenes.size());
  const api::HallDirection* d = in_force(env, wall);
  const bool busy = sending(form.sent);
  const ui::Rect first = ui::take(0, kRemoteButton);
  if (remote_button(first.column(0, 2, 12), ui::Icon::left, env.say(PhoneWord::remote_before)) &&
      !busy)
    show(env, form, now > 1 ? now - 1 : count, wish);
  if (remote_button(first.column(1, 2, 12), ui::Icon::chev, env.say(PhoneWord::remote_next),
                    true) &&
      !busy)
    show(env, form, now < count ? now + 1 : 1, wish);
  ui::space(12);
  const ui::Rect second = ui::take(0, kRemoteButton);
  const bool held = d && (d->paused || d->scene > 0 || !d->focus.empty());
  if (remote_button(second.column(0, 2, 12), ui::Icon::pause, env.say(PhoneWord::remote_pause)) &&
      !busy)
    direct(env, form, Action::pause, wish);
  if (remote_button(second.column(1, 2, 12), ui::Icon::play, env.say(PhoneWord::remote_go_on)) &&
      held && !busy)
    direct(env, form, Action::go_on, wish);
}

void village(const Env& env, RemoteForm& form, Wish& wish) {
  if (!place_select(env, env.say(PhoneWord::remote_village), form.village,
                    {.within = env.place, .level = "village"}))
    return;
  api::DirectHall order;
  order.action = Action::focus, order.focus = form.village;
  direct(env, form, std::move(order), wish);
}

void scenes(const Env& env, const api::HallScenes& wall, std::int64_t now, RemoteForm& form,
            Wish& wish) {
  ui::heading(2, env.say(Message::wall_scenes));
  for (std::size_t i = 0; i < wall.scenes.size(); i++) {
    const ui::Scope scope(static_cast<std::int64_t>(i));
    const auto number = static_cast<std::int64_t>(i) + 1;
    const std::string title = std::to_string(number) + "  " + scene_name(env, wall.scenes[i]);
    if (ui::list_row("scene", {.title = title, .chevron = false, .selected = number == now}))
      show(env, form, number, wish);
  }
}

}  // namespace

bool remote_button(ui::Rect r, ui::Icon which, std::string_view words, bool strong) {
  const ui::Touch t = ui::press_area(words, r);
  if (strong || t.held) ui::fill(r, strong ? ui::Color::jade : ui::Color::jade_tint, 6);
  if (!strong) ui::outline(r, ui::Color::line2, 6);
  const ui::Color ink = strong ? ui::Color::on_jade : ui::Color::t1;
  const ui::TextStyle style{.color = ink, .weight = ui::Weight::semibold};
  const float w = ui::measure(words, style).x + 32, x = r.x + (r.w - w) / 2;
  ui::icon(which, {x, r.y + (r.h - 24) / 2}, 24, ink);
  ui::mute_text_in({x + 32, r.y, r.right() - x - 32, r.h}, words, style);
  return t.pressed;
}

Wish remote_page(const Env& env, const model::Loaded<api::HallScenes>& wall, RemoteForm& form,
                 ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(PhoneWord::remote_title), page);
  page_bar(env, page, env.say(PhoneWord::remote_title), wish);
  const ui::Scroll scroll("remote", page, kPageSide);
  ui::space(16);
  if (!ready(env, wall, 6, wish)) return wish;
  take_finished(form.sent);
  const std::int64_t now = scene_now(env, *wall);
  state(env, *wall, now);
  ui::space(16);
  submission_trouble(env, form.sent);
  buttons(env, *wall, now, form, wish);
  ui::space(20);
  village(env, form, wish);
  ui::space(20);
  scenes(env, *wall, now, form, wish);
  ui::space(20);
  remote_replay(env, wall, form, wish);
  ui::space(16);
  const api::HallDirection* direction = in_force(env, *wall);
  if (direction && direction->day.empty() && ui::button(env.say(PhoneWord::remote_stop)))
    form.village.clear(), direct(env, form, Action::stop, wish);
  ui::space(24);
  // The turns go on by the clock.
  ui::wake_in(static_cast<double>(base::kMsPerSecond - env.now.unix_ms % base::kMsPerSecond));
  return wish;
}

}  // namespace shanzhi::screens
