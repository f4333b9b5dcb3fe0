// A past day for the wall: which one, how fast, from which hour; and how far it has come.
#include <array>

#include "client/screens/hall/direction.h"
#include "client/screens/phone/remote.h"

namespace shanzhi::screens {
namespace {

using hall::Action;

/// A day takes 4.8, 2.4 or 1.2 minutes; from the morning on less.
constexpr std::array<std::int64_t, 3> kSpeeds{300, 600, 1200};
constexpr std::array<std::int64_t, 4> kHours{0, 6, 12, 18};

void order(const Env& env, RemoteForm& form, api::DirectHall command, Wish& wish) {
  command.place = env.place;
  form.sent = std::make_shared<model::Submission>();
  wish = Submit{std::move(command), form.sent, env.say(PhoneWord::remote_title)};
}
void order(const Env& env, RemoteForm& form, Action action, Wish& wish) {
  api::DirectHall command;
  command.action = action;
  order(env, form, std::move(command), wish);
}

/// Yesterday, the day before, a week ago, or any other.
void choose_day(const Env& env, RemoteForm& form) {
  constexpr struct {
    PhoneWord name;
    int back;
  } kDays[] = {{PhoneWord::remote_replay_yesterday, 1},
               {PhoneWord::remote_replay_before, 2},
               {PhoneWord::remote_replay_week, 7}};
  if (form.day.empty()) form.day = base::to_text(base::CivilDate{env.today.days - 1});
  for (const auto& day : kDays) {
    const std::string date = base::to_text(base::CivilDate{env.today.days - day.back});
    if (ui::chip(env.say(day.name), {.on = form.day == date})) form.day = date;
  }
  ui::space(8);
  ui::date_field(env.say(PhoneWord::remote_replay_day), form.day);
}

void choose_pace(const Env& env, RemoteForm& form) {
  std::array<std::string, kSpeeds.size()> paces;
  std::array<std::string_view, kSpeeds.size()> pace_names;
  for (std::size_t i = 0; i < kSpeeds.size(); i++) {
    const std::int64_t left_s = (24 - kHours[static_cast<std::size_t>(form.hour)]) * 3600;
    const std::int64_t tenths = (left_s * 10 / kSpeeds[i] + 30) / 60;
    paces[i] = env.fill(PhoneWord::remote_replay_minutes,
                        {std::to_string(tenths / 10) + "." + std::to_string(tenths % 10)});
    pace_names[i] = paces[i];
  }
  std::array<std::string, kHours.size()> hours;
  std::array<std::string_view, kHours.size()> hour_names;
  for (std::size_t i = 0; i < kHours.size(); i++) {
    hours[i] = env.fill(PhoneWord::remote_replay_hour, {std::to_string(kHours[i])});
    hour_names[i] = hours[i];
  }
  ui::text(env.say(PhoneWord::remote_replay_from),
           {.size = ui::Size::small, .color = ui::Color::t2});
  ui::segmented(env.say(PhoneWord::remote_replay_from), form.hour, hour_names);
  ui::space(8);
  ui::text(env.say(PhoneWord::remote_replay_speed),
           {.size = ui::Size::small, .color = ui::Color::t2});
  ui::segmented(env.say(PhoneWord::remote_replay_speed), form.speed, pace_names);
}

void choose(const Env& env, RemoteForm& form, Wish& wish) {
  choose_day(env, form);
  ui::space(8);
  choose_pace(env, form);
  ui::space(12);
  const auto day = base::parse_date(form.day);
  const bool good = day && *day <= env.today && !sending(form.sent);
  if (!remote_button(ui::take(0, kRemoteButton), ui::Icon::play,
                     env.say(PhoneWord::remote_replay_start), good) ||
      !good)
    return;
  api::DirectHall command;
  command.action = Action::replay, command.day = day;
  command.speed = kSpeeds[static_cast<std::size_t>(form.speed)];
  command.from_minute = kHours[static_cast<std::size_t>(form.hour)] * 60;
  order(env, form, std::move(command), wish);
}

/// The day as a line, how far it has come, and what to do with it.
void progress(const Env& env, const hall::Direction& direction, const hall::Replay& replay,
              RemoteForm& form, Wish& wish) {
  ui::text(
      env.fill(PhoneWord::remote_replay_now, {text::full_date(*direction.day, env.language())}),
      {.color = ui::Color::gold_text, .weight = ui::Weight::semibold});
  const std::int64_t into = replay.shown.unix_ms - base::start_of(*direction.day).unix_ms;
  ui::space(6);
  const ui::Rect line = ui::take(0, 8);
  ui::space(6);
  ui::fill(line, ui::Color::line, 4);
  ui::fill({line.x, line.y, line.w * static_cast<float>(into) / float(base::kMsPerDay), line.h},
           ui::Color::gold_fill, 4);
  const std::int64_t left_s =
      direction.speed > 0 ? (base::kMsPerDay - into) / direction.speed / base::kMsPerSecond : 0;
  std::string words = env.fill(PhoneWord::remote_replay_at, {text::clock(replay.shown)});
  if (direction.paused)
    words += std::string(" · ") + env.say(Message::remote_paused);
  else
    words += " · " + env.fill(PhoneWord::remote_replay_left, {std::to_string(left_s)});
  if (replay.over) words = env.say(PhoneWord::remote_replay_over);
  ui::text(words, {.size = ui::Size::small, .color = ui::Color::t2});
  ui::space(12);
  const bool free = !sending(form.sent);
  const ui::Rect row = ui::take(0, kRemoteButton);
  const bool still = direction.paused;
  if (!replay.over &&
      remote_button(
          row.column(0, 2, 12), still ? ui::Icon::play : ui::Icon::pause,
          env.say(still ? PhoneWord::remote_replay_go_on : PhoneWord::remote_replay_pause),
          still) &&
      free)
    order(env, form, still ? Action::go_on : Action::pause, wish);
  if (remote_button(row.column(1, 2, 12), ui::Icon::cross,
                    env.say(PhoneWord::remote_replay_stop)) &&
      free)
    order(env, form, Action::stop, wish);
}

}  // namespace

void remote_replay(const Env& env, const model::Loaded<api::HallScenes>& wall, RemoteForm& form,
                   Wish& wish) {
  ui::heading(2, env.say(PhoneWord::remote_replay));
  const auto direction = direction_of(*wall);
  const auto replay =
      direction ? hall::replay_at(*direction, server_now(env.now, wall)) : std::nullopt;
  if (replay)
    progress(env, *direction, *replay, form, wish);
  else
    choose(env, form, wish);
}

}  // namespace shanzhi::screens
