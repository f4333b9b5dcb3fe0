// The map page's head, map and months; its panel is in map_panel.cpp.
#include "client/screens/desk/map_page.h"

#include <utility>

#include "client/screens/desk/map_panel.h"

namespace shanzhi::screens {
namespace {

using model::Section;

constexpr double kPlayMs = 1100;
constexpr float kPanelInHand = .36f;  ///< of the page's height

std::string month_name(const Env& env, std::string_view month, bool year) {
  const auto date = base::parse_date(std::string(month) + "-01");
  if (!date) return std::string(month);
  const std::string name = text::short_month(*date, env.language()),
                    two = std::to_string(base::ymd_of(*date).year % 100);
  if (!year) return name;
  return env.language() == text::Language::english ? name + " " + two : two + "年" + name;
}

void head(const Env& env, MapPageForm& form, ui::Rect& area, Wish& wish) {
  const std::string measure = env.route.get("measure", kMapMeasures[0]),
                    month = env.route.get("month");
  ui::Rect line = area.cut_top(32, 2);
  const std::string span =
      month.empty() ? std::string(env.say(Message::map_all_time)) : month_name(env, month, true);
  ui::heading_in(line, 1, env.word(text::Vocabulary::map_measure, measure),
                 span + " · " + measure_unit(env, measure));
  if (compact(ui::screen())) line = area.cut_top(30, 2);  // the choice stands below the title
  {
    const std::string_view levels[] = {env.word(text::Vocabulary::level, "hub"),
                                       env.word(text::Vocabulary::level, "village"),
                                       env.word(text::Vocabulary::level, "grid")};
    float width = 0;
    for (const std::string_view l : levels) width += ui::measure(l).x + 28;
    const ui::Box box(line.cut_right(width + 2));
    ui::segmented(env.say(Message::map_pick), form.pick, levels);
  }
  const auto path = env.places.path(env.place);
  std::vector<std::string_view> steps;
  for (const api::PlaceRow* row : path) steps.push_back(row->name);
  const ui::Box crumbs(area.cut_top(22, 4));
  const int step = ui::breadcrumbs(env.say(Message::place_switcher), steps);
  if (step >= 0)
    wish = Go{env.route.with("place", path[static_cast<std::size_t>(step)]->code).with("at", "")};
}

void months(const Env& env, const MapPageView& view, MapPageForm& form, ui::Rect r, Wish& wish) {
  ui::hairline_h(r.x, r.y, r.w);
  ui::Rect line = r.inset(page_margin(), 12);
  const auto& m = view.map.measures;
  const std::string month = env.route.get("month");
  const ui::Rect play = line.cut_left(36, 12);
  {
    const ui::Box box({play.x, play.y + 6, 36, 36});
    if (ui::icon_button(form.playing ? ui::Icon::pause : ui::Icon::play,
                        env.say(form.playing ? Message::map_pause : Message::map_play),
                        static_cast<bool>(m))) {
      form.playing = !form.playing;
      form.next_step_ms = 0;
    }
  }
  const ui::Rect all = line.cut_left(70, 16);
  {
    const ui::Box box({all.x, all.y + 10, all.w, 28});
    if (ui::chip(env.say(Message::map_all_time), {.on = month.empty()}))
      wish = Go{env.route.with("month", "")}, form.playing = false;
  }
  if (!m || m->months.empty()) return;
  const auto values = as_floats(m->by_month);
  std::vector<std::string> names;
  std::vector<std::string_view> labels;
  int on = -1;
  for (std::size_t i = 0; i < m->months.size(); i++) {
    names.push_back(month_name(env, m->months[i], i == 0 || m->months[i].substr(5) == "01"));
    if (m->months[i] == month) on = static_cast<int>(i);
  }
  for (const std::string& n : names) labels.push_back(n);
  const int pressed =
      ui::bar_chart(env.say(Message::map_time), line, values,
                    {.labels = labels, .highlight = on, .number = [&](float v) {
                       return measure_value(m->measure, static_cast<std::int64_t>(v));
                     }});
  const auto n = static_cast<int>(m->months.size());
  if (pressed >= 0 && pressed < n)
    wish = Go{env.route.with("month", m->months[static_cast<std::size_t>(pressed)])},
    form.playing = false;
  if (!form.playing) return;
  if (ui::frame_ms() >= form.next_step_ms) {  // from the first month to the last, once
    const bool first = form.next_step_ms == 0;
    form.next_step_ms = ui::frame_ms() + kPlayMs;
    const int next = first && on == n - 1 ? 0 : on + 1;
    form.playing = next < n;
    if (form.playing)
      wish = Go{env.route.with("month", m->months[static_cast<std::size_t>(next)]), true};
  }
  if (form.playing) ui::wake_in(form.next_step_ms - ui::frame_ms() + 1);
}

void zoom_buttons(const Env& env, MapPageForm& form, ui::Rect r) {
  const ui::Rect plate{r.right() - 36, r.bottom() - 142, 36, 116};
  ui::fill(plate, ui::Color::raise, 4);
  ui::outline(plate, ui::Color::line2, 4);
  const ui::Box box({plate.x + 2, plate.y + 4, 32, plate.h});
  if (ui::icon_button(ui::Icon::plus, env.say(Message::map_zoom_in))) form.map.view.zoom(1.5f);
  ui::space(4);
  if (ui::icon_button(ui::Icon::minus, env.say(Message::map_zoom_out)))
    form.map.view.zoom(1 / 1.5f);
  ui::space(4);
  if (ui::icon_button(ui::Icon::map, env.say(Message::map_fit), form.map.view.moved()))
    form.map.view.fit();
}

/// What a press chooses: never something that is not smaller than where one is.
ui::PickLevel pick_level(const Env& env, const MapPageForm& form) {
  const api::PlaceRow* row = env.places.find(env.place);
  const bool village = row && (row->level == "village" || row->level == "grid");
  const int least = village ? 2 : row && row->level == "hub" ? 1 : 0;
  return static_cast<ui::PickLevel>(std::max(form.pick, least));
}

/// Drill down: to the next level in which the chosen place is more than itself, a grid with its homes on
/// the map too.
void enter(const Env& env, bool homes, const std::string& code, Wish& wish) {
  const api::PlaceRow* row = env.places.find(code);
  if (row && row->level == "grid" && !homes)
    wish = Go{env.route.to(Section::households).with("place", code)};
  else
    wish = Go{env.route.with("place", code).with("at", "")};
}

/// Id of the household whose mark lies under the hand, or "".
std::string home_of(const MapPageView& view, const ui::MapEvent& event) {
  return event.mark < 0 ? std::string{} : view.map.marks[static_cast<std::size_t>(event.mark)].home;
}

}  // namespace

Wish map_page(const Env& env, const MapPageView& view, MapPageForm& form, ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(Message::map_title), page);
  const bool in_hand = compact(ui::screen());
  // In a hand the panel lies below the map, and the months stay away: their names need room.
  const ui::Rect panel = in_hand ? page.cut_bottom(page.h * kPanelInHand) : page.cut_right(272);
  if (in_hand)
    ui::hairline_h(panel.x, panel.y, panel.w);
  else
    ui::hairline_v(panel.x, panel.y, panel.h);
  map_panel(env, view, form, panel, wish);
  if (!in_hand) months(env, view, form, page.cut_bottom(84), wish);
  ui::Rect area = page.inset(in_hand ? 16.f : 24.f, 10);
  head(env, form, area, wish);
  const std::string at = env.route.get("at");
  const ui::Rect foot = area.cut_bottom(18, 2);
  const ui::MapEvent event = town_map(env, view.map, form.map, area,
                                      {.selected = at,
                                       .pick = pick_level(env, form),
                                       .names = form.names,
                                       .borders = form.borders});
  if (form.map.wanted) wish = std::exchange(form.map.wanted, {});
  zoom_buttons(env, form, area);
  if (view.map.shape.schematic)
    ui::text_in({foot.right() - 240, foot.y, 240, 18}, env.say(Message::map_schematic),
                {.size = ui::Size::caption, .color = ui::Color::t3, .align = ui::Align::right});
  if (!in_hand)
    ui::text_in({foot.x, foot.y, 320, 18}, env.say(Message::map_select_hint),
                {.size = ui::Size::caption, .color = ui::Color::t3});
  if (!event.entered.empty())
    enter(env, form.homes, event.entered, wish);
  else if (!event.pressed.empty() && !home_of(view, event).empty())
    wish = Go{env.route.to(Section::households).with("open", home_of(view, event))};
  else if (!event.pressed.empty())
    wish = Go{env.route.with("at", event.pressed == at ? "" : event.pressed), true};
  if (ui::key_pressed(ui::Key::escape)) {
    const auto path = env.places.path(env.place);
    if (!at.empty())
      wish = Go{env.route.with("at", "")};
    else if (path.size() > 1)
      wish = Go{env.route.with("place", path[path.size() - 2]->code)};
  }
  return wish;
}

}  // namespace shanzhi::screens
