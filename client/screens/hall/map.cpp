// The town in the middle of the wall: celadon slab, legend, and a plate beside what has just happened.
#include <algorithm>

#include "client/screens/hall/hall.h"

namespace shanzhi::screens {
namespace {

constexpr double kTagInMs = 220, kTagOutMs = 140;
constexpr std::size_t kTagsMost = 3;  ///< that wait; more at once cannot be read
constexpr double kReplayTagMs = 2600;
constexpr float kTagHigh = 48;

/// Looked at closely the map fades out before it meets the columns.
void edges(const HallForm& form, const HallPlan& plan) {
  const float near = std::clamp((form.map.view.zoomed() - 1) * 2, 0.f, 1.f);
  if (near <= .01f) return;
  const ui::Rect a = plan.around;
  constexpr float kSide = 110, kEnd = 90;
  const float legend = plan.shape == HallShape::upright ? 0.f : 120.f;
  ui::veil({a.x, a.y, legend, a.h}, near);
  ui::fade_to({a.x + legend, a.y, kSide, a.h}, ui::Side::left, near);
  ui::fade_to({a.right() - kSide, a.y, kSide, a.h}, ui::Side::right, near);
  ui::fade_to({a.x, a.y, a.w, kEnd + 40}, ui::Side::top, near);
  ui::fade_to({a.x, a.bottom() - kEnd, a.w, kEnd}, ui::Side::bottom, near);
}

void head(const Env& env, const HallView& view, ui::Rect r) {
  if (!view.map.measures) return;
  const std::string& measure = view.map.measures->measure;
  hall_title({r.x, r.y, 260, 32}, env.word(text::Vocabulary::map_measure, measure));
  std::string below = measure_unit(env, measure);
  const api::PlaceRow* focus = env.places.find(view.focus);
  if (focus)
    below = focus->name + " · " + below;
  else if (measure.starts_with("points") || measure == "hours")
    below = (view.replay ? text::day(view.replay->day, env.language())
                         : std::string(env.say(HallWord::all_time))) +
            " · " + below;
  ui::text_in({r.x, r.y + 32, 200, 28}, below, {.size = ui::Size::caption, .color = ui::Color::t3});
}

void steps(const Env& env, const HallView& view, HallForm& form, ui::Rect r) {
  if (form.map.values.empty()) return;
  const float high =
      ui::line_height(ui::Size::caption) + 4 + 33 * static_cast<float>(form.map.breaks.size() + 1);
  map_legend(env, view.map, form.map, {r.x, r.bottom() - high, 120, high}, false);
}

/// The plate: below the place or above it, within the map's room.
void tag(const HallView& view, HallForm& form, const HallPlan& plan) {
  const double now = ui::frame_ms();
  if (!form.tags.empty() && form.tags.front().since >= 0 &&
      now - form.tags.front().since > form.tags.front().stays_ms + kTagOutMs)
    form.tags.erase(form.tags.begin());
  if (form.tags.empty()) return;
  HallTag& t = form.tags.front();
  if (t.since < 0) t.since = now;
  const double age = now - t.since, stays = t.stays_ms;
  const double alpha = age < kTagInMs ? age / kTagInMs
                       : age > stays  ? 1 - (age - stays) / kTagOutMs
                                      : 1;
  if (age < kTagInMs || age > stays)
    ui::animate();
  else
    ui::wake_in(stays - age + 1);
  const ui::Vec2 at = form.map.view.place_at(view.map.shape, t.grid);
  const float w = 28 + ui::measure(t.words, {.weight = ui::Weight::semibold}).x + 20 +
                  ui::measure(t.amount, {.size = ui::Size::h2, .weight = ui::Weight::semibold}).x;
  const ui::Rect room = plan.around;
  const float x = std::clamp(at.x + 36, room.x + 130, std::max(room.x + 130, room.right() - w));
  const bool below = at.y + 92 + kTagHigh < room.bottom() - 8;
  const ui::Rect r{x, below ? at.y + 76 : at.y - 76 - kTagHigh, w, kTagHigh};
  ui::tag_plate(at, r, t.words, t.amount, static_cast<float>(alpha));
  ui::add_node(ui::make_id("tag"), ui::Role::status, t.words + " " + t.amount, r);
}

}  // namespace

void hall_note(const Env& env, const HallView& view, HallForm& form, const api::Change& change) {
  if (change.grid.empty() || change.amount == 0) return;
  form.map.view.pulse(change.grid, change.amount > 0);
  std::string place = change.place_name;
  if (place.ends_with("村")) place.resize(place.size() - std::string_view("村").size());
  HallTag tag{change.grid, place + " " + hall_deed(env, view, change),
              text::signed_points(change.amount), -1};
  tag.words = ui::fitted(tag.words, 380, {.weight = ui::Weight::semibold});
  form.tags.push_back(std::move(tag));
  // What waits too long is no longer news: the newest ones are told.
  if (view.replay) {  // an hour passes there while one reads
    form.tags.back().stays_ms = kReplayTagMs;
    if (form.tags.size() > 2) form.tags.erase(form.tags.begin() + 1);
  }
  if (form.tags.size() > kTagsMost) form.tags.erase(form.tags.begin() + 1);
}

void hall_forget(HallForm& form) {
  form.tags.clear();
  form.map.view.forget_pulses();
  form.map.kept_breaks.clear();
  form.map.revision = UINT32_MAX;  // coloured anew
  form.replayed = {};
  form.replayed_entries = -1;
}

void hall_map(const Env& env, const HallView& view, HallForm& form, const HallPlan& plan) {
  const ui::Group region(ui::Role::region, env.say(Message::rail_map), plan.map);
  town_map(env, view.map, form.map, plan.map, {.around = plan.around, .scope = &view.focus});
  edges(form, plan);
  if (view.map.shape.empty()) return;
  head(env, view, plan.legend);
  steps(env, view, form, plan.legend);
  if (view.map.shape.schematic) {
    const float right = std::min(plan.around.right() - 8, plan.page.right() - 48);
    const ui::Rect note{right - 300, plan.around.bottom() - 28, 300, 28};
    ui::text_in(note, env.say(Message::map_schematic),
                {.size = ui::Size::caption, .color = ui::Color::t3, .align = ui::Align::right});
  }
  tag(view, form, plan);
}

}  // namespace shanzhi::screens
