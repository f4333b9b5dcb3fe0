// What is open, what has been done about it, what is next; and the strip.
#include "client/screens/alarm_page.h"

#include "client/screens/phone/frame.h"

namespace shanzhi::screens {
namespace {

using api::AlarmView;
using model::Section;

const ui::TextStyle kSmall{.size = ui::Size::small, .color = ui::Color::t2};

std::string where(const AlarmView& a) {
  return grid_words(a.village_name, a.place_name);
}

/// "重大事件 · 康庄村 第 1 微网格 · 接报 09:29 · 指挥长 王*明"
std::string facts(const Env& env, const AlarmView& a) {
  std::string out = std::string(env.word(text::Vocabulary::severity, a.severity)) + " · " +
                    where(a) + " · " + env.when(a.reported_at);
  if (!a.commander.empty()) out += " · " + env.fill(Message::hall_alarm_commander, {a.commander});
  return out;
}

void step_line(const Env& env, const api::AlarmStep& step, bool current) {
  const float body = ui::line_height(ui::Size::body), note = ui::line_height(ui::Size::small);
  const bool done = !step.done_at.empty();
  const ui::Rect r = ui::take(0, 8 + body + (step.note.empty() ? 0 : note));
  const ui::Rect line{r.x + 28, r.y + 4, r.w - 28, body};
  const ui::Vec2 dot{r.x + 10, line.y + body / 2};
  if (done)
    ui::icon(ui::Icon::check, {dot.x - 9, dot.y - 9}, 18, ui::Color::jade);
  else
    ui::ring(dot, 7, current ? ui::Color::jade : ui::Color::line2);
  const std::string at = done ? env.when(step.done_at) : std::string{};
  ui::add_node(
      ui::make_id(step.name), ui::Role::list_item,
      step.name + (at.empty() ? "" : " " + at) + (step.note.empty() ? "" : "，" + step.note), r,
      current ? ui::kCurrent : 0u);
  ui::mute_text_in(line, step.name,
                   {.color = done || current ? ui::Color::t1 : ui::Color::t3,
                    .weight = current ? ui::Weight::semibold : ui::Weight::regular});
  ui::mute_text_in(line, at,
                   {.size = ui::Size::small, .color = ui::Color::t3, .align = ui::Align::right});
  ui::mute_text_in({line.x, line.bottom(), line.w, note}, step.note, kSmall);
}

api::UpdateAlarm update_of(const AlarmView& a) {
  api::UpdateAlarm update;
  if (const auto id = base::parse_uuid(a.id)) update.alarm = {*id};
  return update;
}

void send(AlarmForm& form, Command command, const AlarmView& a, Wish& wish) {
  form.sent = std::make_shared<model::Submission>();
  wish = Submit{std::move(command), form.sent, a.matter};
}

void steps(const Env& env, const AlarmView& a, AlarmForm& form, Wish& wish) {
  ui::heading(2, env.say(Message::hall_alarm_progress));
  ui::space(ui::kGap2);
  {
    const ui::Group list(ui::Role::list, env.say(Message::hall_alarm_progress));
    for (std::size_t i = 0; i < a.steps.size(); i++) {
      const ui::Scope scope(static_cast<std::int64_t>(i));
      step_line(env, a.steps[i], static_cast<std::int64_t>(i) + 1 == a.current);
    }
  }
  if (!a.may_change || a.current == 0) return;
  ui::space(ui::kGap3);
  ui::text_field(env.say(Message::alarm_note), form.note, {.max_length = 60});
  ui::space(ui::kGap3);
  const std::string done =
      env.fill(Message::alarm_step_done, {a.steps[static_cast<std::size_t>(a.current) - 1].name});
  const bool busy = sending(form.sent);
  if (!ui::button(done, {.look = ui::Look::primary, .enabled = !busy, .busy = busy})) return;
  api::UpdateAlarm update = update_of(a);
  update.step = a.current, update.done = true, update.note = form.note;
  send(form, std::move(update), a, wish);
}

/// Whole minutes until they are there, begun ones counted; 0: they are.
std::int64_t minutes_left(const Env& env, const api::AlarmForce& f) {
  const auto at = base::parse_instant(f.arrives_at);
  if (f.arrived || !at || *at < env.now) return 0;
  return (at->unix_ms - env.now.unix_ms + base::kMsPerMinute - 1) / base::kMsPerMinute;
}

std::string arrival(const Env& env, const api::AlarmForce& f) {
  if (f.arrived) return env.say(Message::hall_alarm_there);
  const std::int64_t left = minutes_left(env, f);
  return left > 0 ? env.fill(Message::hall_alarm_minutes, {std::to_string(left)})
                  : env.say(Message::hall_alarm_soon);
}

/// The list there was, to be sent with one more: an update replaces it.
std::vector<api::AlarmForcePlan> plans_there(const Env& env, const AlarmView& a) {
  std::vector<api::AlarmForcePlan> plans;
  for (const api::AlarmForce& f : a.forces)
    plans.push_back({f.name, f.place, f.people, minutes_left(env, f)});
  return plans;
}

void forces(const Env& env, const AlarmView& a, AlarmForm& form, Wish& wish) {
  ui::heading(2, env.say(Message::alarm_force));
  ui::space(ui::kGap2);
  if (a.forces.empty()) ui::paragraph(env.say(Message::hall_alarm_no_forces), kSmall);
  for (std::size_t i = 0; i < a.forces.size(); i++) {
    const ui::Scope scope(static_cast<std::int64_t>(i));
    const api::AlarmForce& f = a.forces[i];
    ui::key_value(f.name + " · " +
                      env.fill(Message::hall_alarm_people, {std::to_string(f.people)}) +
                      (f.place_name.empty() ? "" : " · " + f.place_name),
                  arrival(env, f));
  }
  if (!a.may_change) return;
  ui::space(ui::kGap3);
  force_fields(env, form.forces);
  const auto more = plans_of(form.forces);
  if (!ui::button(env.say(Message::alarm_force_send),
                  {.enabled = !more.empty() && !sending(form.sent)}))
    return;
  api::UpdateAlarm update = update_of(a);
  update.forces = plans_there(env, a);
  update.forces.insert(update.forces.end(), more.begin(), more.end());
  send(form, std::move(update), a, wish);
}

void ending(const Env& env, const AlarmView& a, AlarmForm& form, Wish& wish) {
  if (!a.may_change) return;
  ui::space(ui::kGap6);
  ui::hairline();
  ui::space(ui::kGap4);
  ui::text_field(env.say(Message::alarm_outcome), form.outcome,
                 {.placeholder = env.say(Message::alarm_outcome_hint), .max_length = 60});
  ui::space(ui::kGap3);
  submission_trouble(env, form.ended);
  if (!ui::button(env.say(Message::alarm_end),
                  {.look = ui::Look::danger,
                   .enabled = !form.outcome.empty() && !sending(form.ended),
                   .why_not = env.say(Message::alarm_outcome_hint)}))
    return;
  api::EndAlarm end;
  end.alarm = update_of(a).alarm, end.outcome = form.outcome;
  form.ended = std::make_shared<model::Submission>();
  wish = Submit{std::move(end), form.ended, a.matter};
}

/// Returns where it ends.
float one_alarm(const Env& env, const AlarmView& a, AlarmForm& form, Wish& wish) {
  ui::heading(2, a.matter);
  ui::paragraph(facts(env, a), kSmall);
  for (const std::string* words : {&a.detail, &a.appeal})
    if (!words->empty()) ui::space(ui::kGap1), ui::paragraph(*words);
  submission_trouble(env, form.sent);
  ui::space(ui::kGap5);
  const ui::Rect all = ui::content();
  const bool wide = all.w >= 820;
  const float half = wide ? (all.w - 48) / 2 : all.w;
  float bottom = 0;
  {
    const ui::Box left({all.x, all.y, half, all.h});
    steps(env, a, form, wish);
    bottom = ui::cursor().y;
  }
  const ui::Box right(
      {wide ? all.x + half + 48 : all.x, wide ? all.y : bottom + ui::kGap6, half, all.h});
  forces(env, a, form, wish);
  ending(env, a, form, wish);
  ui::space(ui::kGap6);
  return std::max(bottom, ui::cursor().y);
}

/// Where several are open, which one.
const AlarmView* chosen(const Env& env, const std::vector<const AlarmView*>& open, Wish& wish) {
  const AlarmView* out = open.front();
  const std::string wanted = env.route.get("open");
  for (const AlarmView* a : open)
    if (a->id == wanted) out = a;
  if (open.size() < 2) return out;
  for (const AlarmView* a : open) {
    const ui::Scope scope(a->id);
    if (ui::list_row("alarm", {.icon = ui::Icon::warn,
                               .title = a->matter,
                               .detail = facts(env, *a),
                               .alarm = true,
                               .selected = a == out}))
      wish = Go{env.route.with("open", a->id), true};
  }
  ui::space(ui::kGap4);
  return out;
}

void follow(const Env& env, AlarmForm& form, const AlarmView& a) {
  if (form.alarm != a.id) {
    form.alarm = a.id;
    form.note.clear(), form.outcome.clear(), form.sent.reset(), form.ended.reset();
    form.forces.assign(1, {});
  }
  if (take_finished(form.sent)) form.note.clear(), form.forces.assign(1, {});
  if (take_finished(form.ended)) ui::toast(env.say(Message::alarm_ended)), form.outcome.clear();
}

void content(const Env& env, const model::Loaded<api::Alarms>& alarms, AlarmForm& form,
             Wish& wish) {
  if (!ready(env, alarms, 5, wish)) return;
  const auto open = open_alarms(alarms);
  if (open.empty()) {
    if (take_finished(form.ended)) ui::toast(env.say(Message::alarm_ended));
    ui::empty_state(ui::Icon::bell, env.say(Message::alarm_none));
    return;
  }
  const AlarmView* a = chosen(env, open, wish);
  follow(env, form, *a);
  const float top = ui::content().y;
  ui::space(one_alarm(env, *a, form, wish) - top);
}

}  // namespace

std::vector<const AlarmView*> open_alarms(const model::Loaded<api::Alarms>& alarms) {
  std::vector<const AlarmView*> open;
  if (alarms)
    for (const AlarmView& a : alarms->alarms)
      if (a.state != "ended") open.push_back(&a);
  return open;
}

Wish alarm_page(const Env& env, const model::Loaded<api::Alarms>& alarms, AlarmForm& form,
                ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(Message::alarm_rail), page);
  const bool may = env.may(true, "raise-alarm");
  const std::string_view raise = env.say(Message::alarm_raise);
  const ui::ButtonOptions look{.look = ui::Look::secondary, .icon = ui::Icon::warn};
  if (model::in_hand(env.route.section)) {
    page_bar(env, page, env.say(Message::alarm_rail), wish);
    const ui::Scroll scroll("alarm", page, kPageSide);
    ui::space(ui::kGap4);
    if (may && ui::button(raise, look)) form.raise.open = true;
    ui::space(ui::kGap4);
    content(env, alarms, form, wish);
  } else {
    ui::Rect area = page.inset(page_margin(), 16);
    area.w = std::min(area.w, 1040.f);
    const ui::Rect head = page_head(area, env.say(Message::alarm_rail), env.place_name());
    if (may) {
      const ui::Box box(right_of(head, {raise}));
      ui::set_next_width(0);
      if (ui::button(raise, look)) form.raise.open = true;
    }
    const ui::Scroll scroll("alarm", area, 0);
    content(env, alarms, form, wish);
  }
  if (may) raise_dialog(env, form.raise, wish);
  return wish;
}

Wish alarm_strip(const Env& env, const model::Loaded<api::Alarms>& alarms, ui::Rect& page) {
  const auto open = open_alarms(alarms);
  if (open.empty()) return {};
  const AlarmView& a = *open.front();
  std::string words = where(a) + " · " + a.matter;
  if (open.size() > 1)
    words = env.fill(Message::alarm_more, {words, std::to_string(open.size() - 1)});
  const bool hand = model::in_hand(env.route.section);
  const ui::Box box(page.cut_top(std::max(44.f, ui::line_height(ui::Size::small) + 8)));
  if (ui::banner(ui::BannerKind::alarm, words, env.say(Message::alarm_open)))
    return Go{env.route.to(hand ? Section::me_alarm : Section::alarm).with("open", a.id)};
  return {};
}

}  // namespace shanzhi::screens
