// The form that raises an alarm.
#include "client/screens/alarm_page.h"
#include "client/screens/place_select.h"
#include "shared/base/utf8.h"

namespace shanzhi::screens {
namespace {

std::int64_t whole(const std::string& typed, std::int64_t otherwise) {
  std::int64_t n = 0;
  for (const char c : typed)
    if (c >= '0' && c <= '9' && n < 100'000) n = n * 10 + (c - '0');
  return typed.empty() ? otherwise : n;
}

std::vector<api::AlarmStepPlan> steps_of(std::string_view typed) {
  std::vector<api::AlarmStepPlan> steps;
  while (!typed.empty()) {
    const std::string line = base::tidy(typed.substr(0, typed.find('\n')));
    typed.remove_prefix(std::min(
        typed.size(), typed.find('\n') == typed.npos ? typed.size() : typed.find('\n') + 1));
    if (!line.empty()) steps.push_back({line});
  }
  return steps;
}

/// As the alarm would have them if nobody said anything.
void begin(const Env& env, RaiseForm& form) {
  if (!form.steps.empty()) return;
  for (const alarms::Step& step : alarms::usual_steps(env.language() == text::Language::english))
    form.steps += step.name + "\n";
  form.steps.pop_back();
  if (form.place.empty()) form.place = env.place;
}

api::RaiseAlarm command_of(const RaiseForm& form) {
  api::RaiseAlarm raise;
  raise.place = form.place, raise.matter = form.matter, raise.detail = form.detail;
  raise.commander = form.commander, raise.appeal = form.appeal;
  raise.severity = static_cast<alarms::Severity>(form.severity);
  raise.steps = steps_of(form.steps);
  raise.forces = plans_of(form.forces);
  return raise;
}

void fields(const Env& env, RaiseForm& form) {
  ui::text_field(env.say(Message::alarm_matter), form.matter,
                 {.placeholder = env.say(Message::alarm_matter_hint),
                  .max_length = 30,
                  .required = true,
                  .focus_now = true});
  ui::space(ui::kGap3);
  place_select(env, env.say(Message::alarm_place), form.place, {.within = env.me.place});
  ui::space(ui::kGap3);
  std::vector<std::string_view> grades;
  for (const char* s : describe::EnumNames<alarms::Severity>::values)
    grades.push_back(env.word(text::Vocabulary::severity, s));
  ui::select(env.say(Message::alarm_severity), form.severity,
             std::span<const std::string_view>(grades));
  ui::space(ui::kGap3);
  ui::text_field(env.say(Message::alarm_detail), form.detail,
                 {.kind = ui::FieldKind::lines, .max_length = 200, .lines = 2});
  ui::space(ui::kGap3);
  ui::text_field(env.say(Message::alarm_steps), form.steps,
                 {.kind = ui::FieldKind::lines, .max_length = 400, .lines = 5});
  ui::space(ui::kGap3);
  force_fields(env, form.forces);
  ui::space(ui::kGap3);
  ui::text_field(env.say(Message::alarm_commander), form.commander, {.max_length = 20});
  ui::space(ui::kGap3);
  ui::text_field(env.say(Message::alarm_appeal), form.appeal,
                 {.placeholder = env.say(Message::alarm_appeal_hint), .max_length = 60});
}

}  // namespace

std::vector<api::AlarmForcePlan> plans_of(const std::vector<ForceTyped>& forces) {
  std::vector<api::AlarmForcePlan> plans;
  for (const ForceTyped& f : forces)
    if (!base::tidy(f.name).empty())
      plans.push_back({f.name, {}, whole(f.people, 1), whole(f.minutes, 0)});
  return plans;
}

void force_fields(const Env& env, std::vector<ForceTyped>& forces) {
  for (std::size_t i = 0; i < forces.size(); i++) {
    const ui::Scope scope(static_cast<std::int64_t>(i));
    ForceTyped& f = forces[i];
    const ui::Rect line = ui::content();
    const float small = line.w < 400 ? 76 : 104, name = line.w - 2 * (small + 10);
    float bottom = line.y, x = line.x;
    const auto cell = [&](float w, auto draw) {
      const ui::Box box({x, line.y, w, line.h});
      draw();
      bottom = std::max(bottom, ui::cursor().y);
      x += w + 10;
    };
    cell(name, [&] { ui::text_field(env.say(Message::alarm_force), f.name, {.max_length = 30}); });
    cell(small, [&] {
      ui::number_field(env.say(Message::alarm_people), f.people, {}, {.max_length = 4});
    });
    cell(small, [&] {
      ui::number_field(env.say(Message::alarm_minutes), f.minutes,
                       env.say(Message::alarm_minutes_unit), {.max_length = 4});
    });
    ui::space(bottom - line.y + ui::kGap2);
  }
  const bool room = static_cast<std::int64_t>(forces.size()) < alarms::kForcesMax;
  if (room && !forces.back().name.empty() &&
      ui::button(env.say(Message::alarm_force_add),
                 {.look = ui::Look::quiet, .icon = ui::Icon::plus}))
    forces.emplace_back();
}

void raise_dialog(const Env& env, RaiseForm& form, Wish& wish) {
  if (take_finished(form.sent)) {
    form = {};
    ui::toast(env.say(Message::alarm_raised));
  }
  ui::Dialog dialog(env.say(Message::alarm_raise), form.open, 520);
  if (!dialog) return;
  begin(env, form);
  ui::paragraph(env.say(Message::alarm_raise_note),
                {.size = ui::Size::small, .color = ui::Color::cin});
  ui::space(ui::kGap3);
  fields(env, form);
  ui::space(ui::kGap4);
  submission_trouble(env, form.sent);
  const bool enough = !base::tidy(form.matter).empty() && !form.place.empty();
  if (ui::button(env.say(sending(form.sent) ? Message::sending : Message::alarm_raise),
                 {.look = ui::Look::primary,
                  .enabled = enough && !sending(form.sent),
                  .busy = sending(form.sent)})) {
    form.sent = std::make_shared<model::Submission>();
    wish = Submit{command_of(form), form.sent, form.matter};
  }
  ui::same_row();
  if (ui::button(env.say(Message::cancel))) form.open = false;
}

}  // namespace shanzhi::screens
