// A past day on the wall: when it is to be shown, how far it has come, and what it does to the map.
#include <algorithm>

#include "client/hall.h"
#include "client/screens/hall/direction.h"
#include "client/widgets/classes.h"

namespace shanzhi::app {
namespace {

/// The map takes on the day's colours so often: each time they move for half a second.
constexpr std::int64_t kColourMs = 1500;
constexpr int kColours = 6;
/// What happened within so long before the moment shown is pulsed; a leap over more is not.
constexpr std::int64_t kLeapRealMs = 3000;

}  // namespace

const screens::HallReplay* Hall::replay(const screens::Env& env) {
  const auto& known =
      model_.hall_scenes.want(model::query_path("hall-scenes", {{"place", env.place}}));
  const auto direction = known ? screens::direction_of(*known) : std::nullopt;
  const auto now =
      direction ? hall::replay_at(*direction, screens::server_now(env.now, known)) : std::nullopt;
  if (!now) {
    if (replaying_) {
      screens::hall_forget(form_);
      replayed_.forget();
    }
    replaying_ = false;
    return nullptr;
  }
  if (!replaying_) screens::hall_forget(form_);
  replaying_ = true;
  replayed_.follow(*direction->day);
  const auto& rules = model_.rules.want(model::query_path("rules", {}));
  replay_ = replayed_.until(now->shown, rules ? &*rules : nullptr);
  replay_.speed = direction->speed;
  replay_.paused = direction->paused, replay_.over = now->over;
  return &replay_;
}

void Hall::heed_replay(const screens::Env& env, const screens::HallView& view) {
  if (!view.replay) return;
  replayed_.happened_until(
      view.replay->shown, view.replay->speed * kLeapRealMs,
      [&](const api::Change& change) { screens::hall_note(env, view, form_, change); });
}

/// The grids light up as the day goes by; what each colour means is fixed by the whole day.
void Hall::colour_replay(const api::Measures& now) {
  const std::int64_t ms = model_.platform.now_ms();
  if (form_.replayed_entries == replay_.entries) return;
  // The first colours come with the day itself.
  if (form_.replayed_entries > 0 && ms - coloured_ms_ < kColourMs) return;
  coloured_ms_ = ms;
  form_.replayed_entries = replay_.entries;
  std::vector<std::int64_t> whole_day;
  for (const std::int64_t points : replay_.grids_whole_day)
    if (points > 0) whole_day.push_back(points);
  auto& breaks = form_.map.kept_breaks;
  breaks = ui::class_breaks(whole_day, kColours, ui::ClassMethod::natural);
  if (!whole_day.empty())
    breaks.insert(breaks.begin(), *std::min_element(whole_day.begin(), whole_day.end()));
  api::Measures m;
  m.measure = "points", m.unit = now.unit, m.grids = now.grids;
  m.values.resize(m.grids.size());
  for (const auto& grid : replay_.grids)
    if (const auto at = std::find(m.grids.begin(), m.grids.end(), grid.name); at != m.grids.end())
      m.values[static_cast<std::size_t>(at - m.grids.begin())] = grid.points;
  form_.replayed.value = std::move(m);
  form_.replayed.revision++;
}

}  // namespace shanzhi::app
