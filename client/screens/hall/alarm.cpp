// The alarm takes the wall. Only the rings move.
#include "client/screens/hall/alarm.h"

#include <algorithm>
#include <cmath>

namespace shanzhi::screens {
namespace {

constexpr float kBand = 124, kStrip = 44, kSide = 540, kMargin = 48;
constexpr double kSlideMs = 300, kRingMs = 2400, kRingFrameMs = 33;

std::string elapsed(std::int64_t ms) {
  const std::int64_t s = std::max<std::int64_t>(0, ms / base::kMsPerSecond);
  const auto two = [](std::int64_t v) { return (v < 10 ? "0" : "") + std::to_string(v); };
  const std::string tail = two(s / 60 % 60) + ":" + two(s % 60);
  return s < 3600 ? tail : std::to_string(s / 3600) + ":" + tail;
}

base::Instant instant(const std::string& text, base::Instant otherwise) {
  return base::parse_instant(text).value_or(otherwise);
}

std::string where(const api::AlarmView& a) {
  return a.village_name.empty() ? a.place_name : grid_words(a.village_name, a.place_name);
}

/// The matter's second line: what is known, how grave it is, who says so.
std::string facts(const Env& env, const api::AlarmView& a) {
  std::string s = a.detail;
  const auto add = [&](std::string_view part) {
    if (!part.empty()) (s += s.empty() ? "" : " · ") += part;
  };
  add(env.word(text::Vocabulary::severity, a.severity));
  const auto raised = base::parse_instant(a.raised_at);
  if (raised) add(env.fill(HallWord::alarm_by, {a.by_place, text::clock(*raised)}));
  return s;
}

void band(const Env& env, const api::AlarmView& a, ui::Rect r) {
  const bool over = a.state == "ended";
  ui::fill(r, over ? ui::Color::jade : ui::Color::cin_fill);
  const ui::Color ink = over ? ui::Color::on_jade : ui::Color::on_cin,
                  soft = over ? ui::Color::on_jade : ui::Color::on_cin_soft;
  for (const float by : {-1.f, 0.f, 1.f})  // as heavy as the words beside it
    ui::icon(over ? ui::Icon::check : ui::Icon::warn, {r.x + kMargin + by, r.y + 34 + by}, 56, ink);
  const base::Instant from = instant(a.reported_at, env.now);
  const base::Instant until = over ? instant(a.ended_at, env.now) : env.now;
  const std::string time = elapsed(until.unix_ms - from.unix_ms);
  const ui::TextStyle big{.size = ui::Size::clock, .color = ink};
  const float w = ui::tracked_width(time, big, -1);
  const float x = r.right() - kMargin - w;
  ui::mute_text_in({x, r.y + 18, w + 8, 88}, time, big);
  const bool tight = r.w < 1300;  // an upright wall: the matter goes before everything beside it
  const ui::TextStyle side{.size = ui::Size::small, .color = soft, .align = ui::Align::right};
  const ui::Rect beside{x - 24 - (tight ? 0.f : 220.f), r.y + 32, tight ? 0.f : 220.f, 30};
  if (!tight) {
    ui::mute_text_in(beside, env.say(HallWord::alarm_since), side);
    ui::mute_text_in({beside.x, beside.y + 32, beside.w, 30},
                     env.fill(HallWord::alarm_now, {text::clock(env.now)}), side);
  }
  const float left = r.x + kMargin + 80, room = beside.x - left;
  const std::string title =
      over ? env.fill(HallWord::alarm_cleared, {time}) : where(a) + " · " + a.matter;
  const ui::Rect head{left, r.y + 16, room, 58};
  ui::TextStyle style{.size = ui::Size::figure, .color = ink, .weight = ui::Weight::semibold};
  for (const ui::Size smaller : {ui::Size::h1, ui::Size::h2})
    if (ui::measure(title, style).x > room) style.size = smaller;
  ui::mute_text_in(head, title, style);
  const std::string below =
      over ? where(a) + " · " + a.matter + (a.outcome.empty() ? "" : " · " + a.outcome)
           : facts(env, a);
  ui::mute_text_in({left, r.y + 74, room, 34}, below, {.color = soft});
  ui::add_node(ui::make_id("alarm"), ui::Role::alert, title + "，" + below, r);
}

/// Where a step stands: done, being worked on, to come.
void step_mark(ui::Vec2 at, bool done, bool current) {
  if (done) {
    ui::disc(at, 11, ui::Color::t1);
    ui::icon(ui::Icon::check, {at.x - 9, at.y - 9}, 18, ui::Color::bg);
  } else if (current) {
    ui::ring(at, 9, ui::Color::cin, 5);
  } else {
    ui::ring(at, 9, ui::Color::t3, 2);
  }
}

void progress(const Env& env, const api::AlarmView& a, ui::Rect& r) {
  const ui::Rect head = r.cut_top(40, 12);
  hall_title({head.x, head.y + 4, head.w, 36}, env.say(Message::hall_alarm_progress));
  if (!a.commander.empty())
    ui::text_in(head, env.fill(Message::hall_alarm_commander, {a.commander}),
                {.size = ui::Size::small, .color = ui::Color::t2, .align = ui::Align::right});
  const auto n = static_cast<std::int64_t>(a.steps.size());
  const float each = std::clamp((r.h - 330) / float(std::max<std::int64_t>(n, 1)), 44.f, 80.f);
  const ui::Group list(ui::Role::list, env.say(Message::hall_alarm_progress), r);
  for (std::int64_t i = 0; i < n && r.h > each; i++) {
    const api::AlarmStep& s = a.steps[static_cast<std::size_t>(i)];
    const ui::Rect row = r.cut_top(each);
    const bool done = !s.done_at.empty(), current = a.current == i + 1;
    if (i + 1 < n)
      ui::fill({row.x + 12, row.y + 36, 2, each - 28}, done ? ui::Color::t1 : ui::Color::line2);
    step_mark({row.x + 13, row.y + 20}, done, current);
    const ui::Color ink = done ? ui::Color::t1 : current ? ui::Color::cin : ui::Color::t3;
    ui::mute_text_in({row.x + 46, row.y + 2, row.w - 130, 36}, s.name,
                     {.size = ui::Size::h2, .color = ink, .weight = ui::Weight::semibold});
    const auto at = base::parse_instant(s.done_at);
    const std::string when = at ? text::clock(*at) : std::string{};
    ui::mute_text_in({row.x, row.y + 2, row.w, 36}, when,
                     {.color = ui::Color::t2, .align = ui::Align::right});
    if (each > 70)
      ui::mute_text_in({row.x + 46, row.y + 38, row.w - 46, 32}, s.note, {.color = ui::Color::t2});
    ui::add_node(ui::make_id("step" + std::to_string(i)), ui::Role::list_item,
                 s.name + (s.note.empty() ? "" : "，" + s.note) + (when.empty() ? "" : "，" + when),
                 row, current ? ui::kCurrent : 0u);
  }
}

std::string arrival(const Env& env, const api::AlarmForce& f) {
  if (f.arrived) return env.say(Message::hall_alarm_there);
  const auto at = base::parse_instant(f.arrives_at);
  const std::int64_t ms = at ? at->unix_ms - env.now.unix_ms : 0;
  if (ms <= 0) return env.say(Message::hall_alarm_soon);
  return env.fill(Message::hall_alarm_minutes,
                  {std::to_string((ms + base::kMsPerMinute - 1) / base::kMsPerMinute)});
}

void forces(const Env& env, const api::AlarmView& a, ui::Rect& r) {
  constexpr float kRow = 54;
  constexpr int kMost = 5;
  hall_title(r.cut_top(36, 6), env.say(HallWord::alarm_forces));
  if (a.forces.empty()) {
    ui::text_in(r.cut_top(kRow), env.say(Message::hall_alarm_no_forces), {.color = ui::Color::t2});
    return;
  }
  const ui::Group list(ui::Role::list, env.say(HallWord::alarm_forces), r);
  int drawn = 0;
  for (const api::AlarmForce& f : a.forces) {
    if (r.h < kRow + 120 || drawn++ == kMost) break;
    const ui::Rect row = r.cut_top(kRow);
    const std::string people = env.fill(Message::hall_alarm_people, {text::count(f.people)});
    const std::string when = arrival(env, f);
    const float w = row.w;
    ui::mute_text_in({row.x, row.y, w * .34f, row.h}, f.name, {});
    ui::mute_text_in({row.x + w * .35f, row.y, w * .36f, row.h}, f.place_name,
                     {.size = ui::Size::small, .color = ui::Color::t2});
    ui::mute_text_in({row.x + w * .71f, row.y, w * .12f, row.h}, people, {.color = ui::Color::t2});
    ui::mute_text_in(row, when,
                     {.size = ui::Size::h2,
                      .weight = f.arrived ? ui::Weight::semibold : ui::Weight::regular,
                      .align = ui::Align::right});
    ui::hairline_h(row.x, row.bottom() - 1, row.w);
    ui::add_node(ui::make_id("force" + std::to_string(drawn)), ui::Role::list_item,
                 f.name + " " + f.place_name + " " + people + " " + when, row);
  }
}

/// Three figures of what is under way, and what everybody can do.
void foot(const Env& env, const api::AlarmView& a, ui::Rect r) {
  std::int64_t out = 0, there = 0, done = 0;
  for (const api::AlarmForce& f : a.forces) out += f.people, there += f.arrived ? f.people : 0;
  for (const api::AlarmStep& s : a.steps) done += !s.done_at.empty();
  const std::string of = env.fill(HallWord::alarm_of_steps, {std::to_string(a.steps.size())});
  const std::pair<HallWord, std::int64_t> items[] = {
      {HallWord::alarm_out, out}, {HallWord::alarm_arrived, there}, {HallWord::alarm_steps, done}};
  r.cut_top(20);
  const ui::Rect row = r.cut_top(90);
  for (int i = 0; i < 3; i++) {
    const ui::Rect cell = row.column(i, 3, 16);
    const auto& [label, value] = items[i];
    ui::mute_text_in({cell.x, cell.y, cell.w, 30}, env.say(label),
                     {.size = ui::Size::small, .color = ui::Color::t3});
    ui::Roll still;
    hall_figure(still, {cell.x, cell.y + 32}, text::count(value),
                i == 2 ? of : env.say(HallWord::unit_people), ui::Size::figure, ui::Color::t1);
    ui::add_node(ui::make_id(env.say(label)), ui::Role::text,
                 std::string(env.say(label)) + " " + text::count(value), cell);
  }
  if (!a.appeal.empty() && r.h >= 30)
    ui::text_in(r.cut_top(40), a.appeal, {.size = ui::Size::small, .color = ui::Color::t2});
}

void rings(ui::Vec2 at) {
  constexpr float kInner = 62, kOuter = 250;
  constexpr int kCount = 4;
  const bool still = ui::reduced_motion();
  const auto t = still ? 0.f : static_cast<float>(std::fmod(ui::frame_ms(), kRingMs) / kRingMs);
  if (!still) ui::wake_in(kRingFrameMs);
  for (int i = 0; i < kCount; i++) {
    const float k = (static_cast<float>(i) + t) / kCount;
    const float fade = .95f * (1 - k) * (1 - k) * std::min(1.f, k * 12);
    ui::ring_fading(at, kInner + (kOuter - kInner) * k, ui::Color::cin, fade, 3 - 2 * k);
  }
  if (still) ui::ring_fading(at, kInner, ui::Color::cin, .95f, 3);
}

/// Where the forces come from, and that they are on the way.
void ways(const AlarmWall& view, const HallForm& form, const api::AlarmView& a, ui::Rect room) {
  const ui::Vec2 to = form.map.view.place_at(view.map.shape, a.place);
  for (const api::AlarmForce& f : a.forces) {
    if (f.place.empty() || f.place == a.place) continue;
    const ui::Vec2 from = form.map.view.place_at(view.map.shape, f.place);
    if (!room.contains(from)) continue;
    const float d = std::hypot(to.x - from.x, to.y - from.y);
    if (d < 90) continue;
    const float k = (d - 62) / d;
    ui::dotted(from, {from.x + (to.x - from.x) * k, from.y + (to.y - from.y) * k}, ui::Color::t1,
               2.6f, 9);
    ui::disc(from, 12, ui::Color::bg);
    ui::disc(from, 9, ui::Color::t1);
  }
}

}  // namespace

const api::AlarmView* alarm_on_wall(const api::Alarms& all, base::Instant now) {
  for (const api::AlarmView& a : all.alarms)
    if (a.state != "ended") return &a;
  for (const api::AlarmView& a : all.alarms)
    if (const auto ended = base::parse_instant(a.ended_at);
        ended && now.unix_ms - ended->unix_ms < kClearedMs)
      return &a;
  return nullptr;
}

void hall_alarm(const Env& env, const AlarmWall& view, HallForm& form, const api::AlarmView& alarm,
                ui::Rect page) {
  const ui::Group main(ui::Role::main, env.say(Message::hall_title), page);
  ui::wake_in(static_cast<double>(base::kMsPerSecond - env.now.unix_ms % base::kMsPerSecond));
  if (form.alarm != alarm.id) form.alarm = alarm.id, form.alarm_ms = ui::frame_ms();
  const bool upright = page.w < page.h;
  ui::Rect rest = page;
  rest.cut_top(kBand);
  std::string others;
  for (const api::AlarmView& a : view.all.alarms)
    if (a.state != "ended" && a.id != alarm.id)
      others += (others.empty() ? "" : "　") + where(a) + " " + a.matter;
  const ui::Rect strip = others.empty() ? ui::Rect{} : rest.cut_top(kStrip);
  ui::Rect side = upright ? rest.cut_bottom(860) : rest.cut_right(kSide + 2 * kMargin);
  {
    const ui::Rect around = upright ? ui::Rect{rest.x, rest.y, rest.w, rest.h + 90}
                                    : ui::Rect{rest.x, rest.y, rest.w + 60, rest.h};
    const std::string everywhere;
    town_map(env, view.map, form.map, rest,
             {.around = around, .scope = &everywhere, .alarm = alarm.place});
    ways(view, form, alarm, around);
    if (alarm.state != "ended") rings(form.map.view.place_at(view.map.shape, alarm.place));
    if (upright)
      ui::fade_to({around.x, around.bottom() - 130, around.w, 130}, ui::Side::bottom);
    else
      ui::fade_to({around.right() - 160, around.y, 160, around.h}, ui::Side::right);
    const ui::Rect inset{rest.x + 96, rest.bottom() - (upright ? 190.f : 206.f), 200, 160};
    ui::veil({inset.x - 48, inset.y - 24, inset.w + 96, inset.h + 48},
             .82f);  // over whatever lies there
    ui::town_inset(inset, view.map.shape, alarm.place, form.map.view.seen(rest));
  }
  side = side.inset(kMargin, upright ? 12 : 34);
  progress(env, alarm, side);
  ui::hairline_h(side.x, side.y + 4, side.w);
  side.cut_top(20);
  forces(env, alarm, side);
  foot(env, alarm, side);
  const auto t = static_cast<float>((ui::frame_ms() - form.alarm_ms) / kSlideMs);
  const float slid = ui::reduced_motion() ? 1.f : ui::ease(std::clamp(t, 0.f, 1.f));
  if (slid < 1) ui::animate();
  const ui::Rect over{page.x, page.y - kBand * (1 - slid), page.w, kBand};
  band(env, alarm, over);
  if (others.empty()) return;
  ui::fill({strip.x, strip.y, strip.w, strip.h}, ui::Color::cin_fill);
  ui::text_in(strip.inset(kMargin, 0), env.fill(HallWord::alarm_more, {others}),
              {.size = ui::Size::small, .color = ui::Color::on_cin});
}

}  // namespace shanzhi::screens
