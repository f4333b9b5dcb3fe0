// The list of scenes, and what is set of the one that is chosen.
#include "client/screens/desk/wall_page.h"

#include <algorithm>

#include "client/screens/desk/town_map.h"
#include "client/screens/place_select.h"

namespace shanzhi::screens {
namespace {

using model::Section;

constexpr std::int64_t kHalfHour = 30, kHourMinutes = 60;
/// What a scene that begins at some hour ends with until somebody says.
constexpr std::int64_t kEvening = 20 * kHourMinutes;

struct Plan {
  ui::Rect list, fields;
};
Plan plan_of(ui::Rect page) {
  ui::Rect area = page.inset(page_margin(), 16);
  area.cut_top(32 + ui::kGap3);
  Plan p;
  if (compact(ui::screen())) {
    p.list = p.fields = area;
    return p;
  }
  p.fields = area.cut_right(480, 32);
  p.list = area;
  return p;
}

std::string clock_words(std::int64_t minute) {
  const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(minute / kHourMinutes) + ":" + two(minute % kHourMinutes);
}

std::string_view kind_words(const Env& env, hall::SceneKind kind) {
  return env.word(text::Vocabulary::scene, describe::name_of(kind));
}

/// "60 秒 · 08:00–20:00 · 康庄村"
std::string scene_words(const Env& env, const hall::Scene& s) {
  std::string out = std::to_string(s.seconds) + " " + env.say(Message::wall_seconds_unit);
  if (s.from_minute && s.until_minute)
    out += " · " + clock_words(*s.from_minute) + "–" + clock_words(*s.until_minute);
  if (!s.measure.empty())
    out += " · " + std::string(env.word(text::Vocabulary::map_measure, s.measure));
  if (const api::PlaceRow* focus = env.places.find(s.place)) out += " · " + focus->name;
  return out;
}

/// The scene that is looked at; nullptr: none is known yet.
const hall::Scene* wall_scene(const WallForm& form) {
  const auto at = static_cast<std::size_t>(form.at);
  return at < form.scenes.size() ? &form.scenes[at] : nullptr;
}

void look_at(WallForm& form, int index) {
  form.at = std::clamp(index, 0, std::max(0, static_cast<int>(form.scenes.size()) - 1));
  if (const hall::Scene* s = wall_scene(form)) form.seconds = std::to_string(s->seconds);
}

/// Takes in what is known as long as nothing has been changed here.
void follow(const Env& env, const api::HallScenes& known, std::uint32_t revision, WallForm& form) {
  if (form.place != env.place) form.place = env.place, form.dirty = false, form.revision = 0;
  if (form.dirty || form.revision == revision || sending(form.sent)) return;
  form.revision = revision;
  form.scenes = known.scenes;
  form.names_hidden = known.names_hidden;
  look_at(form, form.at);
}

void move(WallForm& form, int by) {
  const int target = form.at + by;
  const auto at = static_cast<std::size_t>(form.at), to = static_cast<std::size_t>(target);
  std::swap(form.scenes[at], form.scenes[to]);
  form.dirty = true;
  look_at(form, form.at + by);
}

/// Add, move and remove the scene that is chosen.
void tools(const Env& env, WallForm& form) {
  const int count = static_cast<int>(form.scenes.size());
  if (ui::button(env.say(Message::wall_add),
                 {.icon = ui::Icon::plus, .enabled = count < hall::kScenesMax})) {
    form.scenes.insert(form.scenes.begin() + std::min(count, form.at + 1), hall::Scene{});
    form.dirty = true;
    look_at(form, form.at + 1);
  }
  ui::same_row();
  if (ui::icon_button(ui::Icon::up, env.say(Message::wall_earlier), form.at > 0)) move(form, -1);
  ui::same_row();
  if (ui::icon_button(ui::Icon::down, env.say(Message::wall_later), form.at + 1 < count))
    move(form, 1);
  ui::same_row();
  if (ui::icon_button(ui::Icon::cross, env.say(Message::wall_remove), count > 1)) {
    form.scenes.erase(form.scenes.begin() + form.at);
    form.dirty = true;
    look_at(form, form.at);
  }
}

void list(const Env& env, const api::HallScenes& known, WallForm& form, Wish& wish) {
  ui::heading(2, env.say(Message::wall_scenes),
              env.say(known.arranged ? Message::wall_arranged : Message::wall_usual));
  ui::space(ui::kGap2);
  for (std::size_t i = 0; i < form.scenes.size(); i++) {
    const ui::Scope scope(static_cast<std::int64_t>(i));
    const hall::Scene& s = form.scenes[i];
    const std::string title = std::to_string(i + 1) + "  " + std::string(kind_words(env, s.kind));
    const std::string detail = scene_words(env, s);
    if (ui::list_row("scene", {.title = title,
                               .detail = detail,
                               .chevron = false,
                               .selected = static_cast<int>(i) == form.at}))
      look_at(form, static_cast<int>(i));
  }
  ui::space(ui::kGap3);
  tools(env, form);
  ui::space(ui::kGap5);
  if (ui::toggle(env.say(Message::wall_hide_names), form.names_hidden,
                 env.say(Message::wall_hide_names_hint)))
    form.dirty = true;
  ui::space(ui::kGap3);
  if (env.may(false, "users") && ui::link(env.say(Message::wall_tokens)))
    wish = Go{env.route.to(Section::users).with("tab", "tokens")};
}

/// One of the half hours, or 全天; true when it changed.
bool hour_select(const Env& env, Message label, std::optional<std::int64_t>& minute,
                 std::int64_t first) {
  std::vector<std::string> words{env.say(Message::wall_all_day)};
  for (std::int64_t m = first; m <= first + hall::kMinutesOfDay - kHalfHour; m += kHalfHour)
    words.push_back(clock_words(m));
  const std::vector<std::string_view> choices(words.begin(), words.end());
  const std::string now = minute ? clock_words(*minute) : std::string{};
  int at = !minute                         ? 0
           : (*minute - first) % kHalfHour ? -1
                                           : static_cast<int>((*minute - first) / kHalfHour) + 1;
  if (!ui::select(env.say(label), at, std::span<const std::string_view>(choices),
                  {.placeholder = now}))
    return false;
  minute.reset();
  if (at > 0) minute = first + (at - 1) * kHalfHour;
  return true;
}

void hours(const Env& env, hall::Scene& s, WallForm& form, bool until) {
  const Message label = until ? Message::wall_until : Message::wall_from;
  auto& one = until ? s.until_minute : s.from_minute;
  auto& other = until ? s.from_minute : s.until_minute;
  if (!hour_select(env, label, one, until ? kHalfHour : 0)) return;
  form.dirty = true;
  if (!one) other.reset();
  if (one && !other) other = until ? 0 : std::max(kEvening, *one + kHourMinutes);
}

void kind_select(const Env& env, hall::Scene& s, WallForm& form) {
  std::vector<std::string_view> words;
  for (const char* k : describe::EnumNames<hall::SceneKind>::values)
    words.push_back(env.word(text::Vocabulary::scene, k));
  int at = static_cast<int>(s.kind);
  if (!ui::select(env.say(Message::wall_kind), at, std::span<const std::string_view>(words)))
    return;
  s.kind = static_cast<hall::SceneKind>(at);
  form.dirty = true;
}

bool good_seconds(std::int64_t n) {
  return n >= hall::kSceneSecondsMin && n <= hall::kSceneSecondsMax;
}

void seconds(const Env& env, hall::Scene& s, WallForm& form) {
  const std::string_view hint = env.say(Message::wall_seconds_hint);
  if (!ui::number_field(
          env.say(Message::wall_seconds), form.seconds, env.say(Message::wall_seconds_unit),
          {.error = good_seconds(s.seconds) ? std::string_view{} : hint, .max_length = 4}))
    return;
  s.seconds = 0;
  for (const char c : form.seconds)
    if (c >= '0' && c <= '9') s.seconds = s.seconds * 10 + (c - '0');
  form.dirty = true;
}

void measure_select(const Env& env, hall::Scene& s, WallForm& form) {
  std::vector<std::string_view> words{env.say(Message::wall_measure_usual)};
  int at = 0;
  for (const char* m : kMapMeasures) {
    if (s.measure == m) at = static_cast<int>(words.size());
    words.push_back(env.word(text::Vocabulary::map_measure, m));
  }
  if (!ui::select(env.say(Message::wall_measure), at, std::span<const std::string_view>(words)))
    return;
  s.measure = at == 0 ? "" : kMapMeasures[at - 1];
  form.dirty = true;
}

/// Three beside each other, two in a hand.
void fields(const Env& env, WallForm& form) {
  hall::Scene& s = form.scenes[static_cast<std::size_t>(form.at)];
  const int across = compact(ui::screen()) ? 2 : 3;
  const ui::Rect all = ui::content();
  float y = all.y, bottom = all.y;
  for (int i = 0; i < 6; i++) {
    if (i % across == 0) y = bottom;
    ui::Rect cell = all.column(i % across, across, ui::kGap4);
    cell.y = y;
    const ui::Box box(cell);
    switch (i) {
      case 0: kind_select(env, s, form); break;
      case 1: seconds(env, s, form); break;
      case 2: measure_select(env, s, form); break;
      case 3: hours(env, s, form, false); break;
      case 4: hours(env, s, form, true); break;
      default:
        if (place_select(env, env.say(Message::wall_focus), s.place,
                         {.within = env.place, .none = env.say(Message::wall_focus_none)}))
          form.dirty = true;
    }
    bottom = std::max(bottom, ui::cursor().y + ui::kGap4);
  }
  ui::space(bottom - all.y);
}

void save(const Env& env, WallForm& form, bool usual, Wish& wish) {
  api::SaveHallScenes command;
  command.place = env.place, command.names_hidden = form.names_hidden;
  if (!usual) command.scenes = form.scenes;
  form.sent = std::make_shared<model::Submission>();
  wish = Submit{std::move(command), form.sent, env.say(Message::wall_save)};
}

void saving(const Env& env, const api::HallScenes& known, WallForm& form, Wish& wish) {
  submission_trouble(env, form.sent);
  const bool busy = sending(form.sent);
  const bool good = std::all_of(form.scenes.begin(), form.scenes.end(),
                                [](const hall::Scene& s) { return good_seconds(s.seconds); });
  if (ui::button(env.say(busy ? Message::sending : Message::wall_save),
                 {.look = ui::Look::primary, .enabled = form.dirty && good && !busy, .busy = busy}))
    save(env, form, false, wish);
  ui::same_row();
  if (form.dirty && !busy && ui::button(env.say(Message::cancel)))
    form.dirty = false, form.revision = 0;
  if (known.arranged && !form.dirty &&
      ui::button(env.say(Message::wall_reset), {.look = ui::Look::quiet, .enabled = !busy}))
    save(env, form, true, wish);
}

void one_scene(const Env& env, const api::HallScenes& known, WallForm& form, Wish& wish) {
  if (!wall_scene(form)) return;
  fields(env, form);
  saving(env, known, form, wish);
  ui::space(ui::kGap4);
}

/// What the wall is opened with: here, on the remote, on the wall's own computer.
void openers(const Env& env, std::string_view address, WallForm& form, Wish& wish) {
  if (ui::button(env.say(Message::wall_preview))) wish = OpenUrl{std::string(address) + "#/hall"};
  ui::same_row();
  if (ui::button(env.say(Message::wall_remote), {.icon = ui::Icon::phone}))
    wish = Go{env.route.to(Section::me_remote)};
  if (!env.may(true, "issue-token")) return;
  ui::same_row();
  if (!ui::button(env.say(Message::wall_open), {.icon = ui::Icon::wall})) return;
  form.opening = {};
  form.opening.open = true;
  form.opening.label = env.place_name() + " " + env.say(Message::wall_rail);
}

/// In a hand its buttons lie in the page's column, where they have room.
void head(const Env& env, std::string_view address, WallForm& form, ui::Rect area, Wish& wish) {
  const ui::Rect line = page_head(area, env.say(Message::hall_title), env.place_name());
  if (compact(ui::screen())) return;
  constexpr float kPads = 32, kIcon = 24;  // of a button
  float wide = ui::measure(env.say(Message::wall_preview)).x +
               ui::measure(env.say(Message::wall_remote)).x + 2 * kPads + kIcon + ui::kGap2;
  if (env.may(true, "issue-token"))
    wide += ui::kGap2 + ui::measure(env.say(Message::wall_open)).x + kPads + kIcon;
  const ui::Box box({std::max(line.x, line.right() - wide), line.y, wide, line.h});
  openers(env, address, form, wish);
}

}  // namespace

Wish wall_page(const Env& env, const model::Loaded<api::HallScenes>& scenes,
               std::string_view address, WallForm& form, ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(Message::hall_title), page);
  head(env, address, form, page.inset(page_margin(), 16), wish);
  const Plan plan = plan_of(page);
  if (take_finished(form.sent)) {
    form.dirty = false;
    ui::toast(env.say(Message::wall_saved));
  }
  const bool in_hand = compact(ui::screen());
  {
    const ui::Scroll scroll("scenes", plan.list, 0);
    if (!ready(env, scenes, 8, wish)) return wish;
    follow(env, *scenes, scenes.revision, form);
    if (in_hand) openers(env, address, form, wish), ui::space(ui::kGap4);
    list(env, *scenes, form, wish);
    if (in_hand) ui::space(ui::kGap5), one_scene(env, *scenes, form, wish);
  }
  if (!in_hand) {
    const ui::Scroll scroll("scene", plan.fields, 0);
    one_scene(env, *scenes, form, wish);
  }
  open_wall_dialog(env, address, form.opening, wish);
  return wish;
}

}  // namespace shanzhi::screens
