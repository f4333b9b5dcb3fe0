// Values to colours, and the card that says what is under the hand.
#include "client/screens/desk/town_map.h"

#include <unordered_map>

#include "client/widgets/map_dots.h"

namespace shanzhi::screens {
namespace {

void refresh_values(const TownMapView& view, TownMapForm& form) {
  const auto& m = view.measures;
  const bool same = form.revision == m.revision && form.cells == view.shape.cells.size() &&
                    form.method == form.method_used && form.steps == form.steps_used &&
                    (!m || form.measure == m->measure);
  if (same) return;
  form.revision = m.revision;
  form.cells = view.shape.cells.size();
  form.method_used = form.method;
  form.steps_used = form.steps;
  form.measure = m ? m->measure : std::string{};
  form.values.assign(form.cells, ui::kNoValue);
  form.breaks.clear();
  if (!m) return;
  std::unordered_map<std::string_view, std::int64_t> by_code;
  for (std::size_t i = 0; i < m->grids.size() && i < m->values.size(); i++)
    by_code[m->grids[i]] = m->values[i];
  std::vector<std::int64_t> known;
  for (std::size_t i = 0; i < form.cells; i++) {
    const auto found = by_code.find(view.shape.cells[i].code);
    if (found == by_code.end()) continue;
    form.values[i] = found->second;
    known.push_back(found->second);
  }
  form.breaks = form.kept_breaks;
  if (form.breaks.empty())
    form.breaks = ui::class_breaks(std::move(known), form.steps, form.method);
}

std::string map_words(const Env& env, const TownMapView& view) {
  const std::string_view measure =
      view.measures ? std::string_view(view.measures->measure) : kMapMeasures[0];
  return env.fill(Message::map_words,
                  {env.place_name(), env.word(text::Vocabulary::map_measure, measure),
                   text::count(static_cast<std::int64_t>(view.shape.cells.size()))});
}

/// A place of the map for who hears it: "小留村，8 个微网格，12–38 分/户".
std::string place_words(const Env& env, std::string_view measure, const std::string& code,
                        int cells, std::int64_t low, std::int64_t high) {
  const api::PlaceRow* row = env.places.find(code);
  const api::PlaceRow* above = row && row->level == "grid" ? env.places.find(row->parent) : nullptr;
  std::string out = above ? grid_words(above->name, row->name) : row ? row->name : code;
  if (cells > 1)
    out = env.fill(Message::map_words_grid,
                   {out, env.fill(Message::map_grids_in_class, {text::count(cells)})});
  if (low == ui::kNoValue) return out;
  std::string value = measure_value(measure, low);
  if (high != low) value += "–" + measure_value(measure, high);
  return env.fill(Message::map_words_grid, {out, value + " " + measure_unit(env, measure)});
}

void hover_card(const Env& env, const TownMapView& view, const TownMapForm& form,
                const ui::MapEvent& event) {
  if (event.hovered < 0 || !view.card) return;
  const ui::MapCell& cell = view.shape.cells[static_cast<std::size_t>(event.hovered)];
  const ui::HoverCard card("map", event.hovered_rect);
  const api::PlaceRow* village = env.places.find(cell.village);
  const std::string title = form.hovered == cell.code && village
                                ? grid_words(village->name, cell.name)
                            : env.places.find(form.hovered) ? env.places.find(form.hovered)->name
                                                            : cell.name;
  ui::text(title, {.weight = ui::Weight::semibold});
  const model::Loaded<api::PlaceCard>& c = *view.card;
  if (!c) {
    ui::text(c.failed() ? env.say(Message::error_title) : "–", {.color = ui::Color::t3});
    return;
  }
  if (!c->chief.empty())
    ui::text(std::string(env.say(Message::card_chief)) + " " + c->chief,
             {.size = ui::Size::small, .color = ui::Color::t2});
  ui::space(4);
  const std::int64_t per = c->households > 0 ? (c->points + c->households / 2) / c->households : 0;
  ui::figure(env.say(Message::figure_per_household), per_household(per),
             {.color = ui::Color::gold_text, .unit = env.say(Message::unit_points_per_household)});
  if (c->rank > 0)
    ui::text(env.fill(Message::map_rank, {text::count(c->rank), text::count(c->of)}),
             {.size = ui::Size::small, .color = ui::Color::t2});
  ui::space(4);
  ui::key_value(env.say(Message::card_households), text::count(c->households));
  ui::key_value(env.say(Message::card_month), text::signed_points(c->month_points));
  ui::key_value(env.say(Message::card_hours), text::duration(c->hours, env.language()));
}

}  // namespace

std::string measure_value(std::string_view measure, std::int64_t value) {
  if (measure == "hours") return text::hours(value);
  if (measure == "points_per_household") return per_household(value);
  return text::count((value + 50) / 100);
}

std::string measure_unit(const Env& env, std::string_view measure) {
  const bool chinese = env.language() == text::Language::chinese;
  if (measure == "points_per_household") return env.say(Message::unit_points_per_household);
  if (measure == "hours") return chinese ? "小时" : "hours";
  if (measure == "points") return chinese ? "分" : "points";
  if (measure == "households") return chinese ? "户" : "households";
  return chinese ? "人" : "people";
}

namespace {

/// In the map's place: it is on its way, could not be had, or there is none yet.
void no_map(const Env& env, const TownMapView& view, TownMapForm& form, ui::Rect r) {
  const ui::Box box({r.x, r.y + r.h * .3f, r.w, r.h * .4f});
  if (!view.outlines_known) {
    ui::text_in({r.x, r.y + r.h / 2 - 10, r.w, 20}, env.say(Message::loading),
                {.color = ui::Color::t3, .align = ui::Align::centre});
  } else if (view.outlines_trouble) {
    ready(env, false, false, *view.outlines_trouble, 1, form.wanted);
  } else if (ui::empty_state(ui::Icon::map, env.say(Message::map_no_outline),
                             env.may(true, "import") ? env.say(Message::form_to_import) : "")) {
    form.wanted = Go{env.route.to(model::Section::import)};
  }
}

}  // namespace

ui::MapEvent town_map(const Env& env, const TownMapView& view, TownMapForm& form, ui::Rect r,
                      const TownMapOptions& options) {
  refresh_values(view, form);
  if (view.shape.empty()) {
    no_map(env, view, form, r);
    return {};
  }
  const bool whole = env.place == env.me.town;
  std::string words = map_words(env, view);
  if (view.dots)
    words = env.fill(Message::map_words_grid,
                     {words, std::string(env.say(Message::map_layer_households)) + " " +
                                 text::count(static_cast<std::int64_t>(view.dots->all.size()))});
  const std::string_view measure =
      view.measures ? std::string_view(view.measures->measure) : kMapMeasures[0];
  const ui::MapInput in{
      .shape = view.shape,
      .values = form.values,
      .breaks = form.breaks,
      .steps = form.steps,
      .scope = options.scope ? std::string_view(*options.scope)
               : whole       ? std::string_view{}
                             : std::string_view(env.place),
      .selected = options.selected,
      .only_class = form.only_class,
      .names = options.names,
      .borders = options.borders,
      .pick = options.pick,
      .marks = view.marks,
      .dots = view.dots,
      .around = options.around,
      .near = options.alarm,
      .alarm = options.alarm,
      .words = words,
      .places_words = env.say(Message::map_places),
      .say_place = [&](const std::string& code, int cells, std::int64_t low, std::int64_t high) {
        return place_words(env, measure, code, cells, low, high);
      }};
  const ui::MapEvent event = form.view.draw(r, in);
  if (event.mark >= 0) {
    const ui::MapMark& mark = view.marks[static_cast<std::size_t>(event.mark)];
    const ui::HoverCard card("mark", {ui::pointer().x - 4, ui::pointer().y - 4, 8, 8}, 200);
    ui::paragraph(mark.name, {.weight = ui::Weight::semibold});
  } else {
    std::string code;
    if (event.hovered >= 0) {
      const ui::MapCell& c = view.shape.cells[static_cast<std::size_t>(event.hovered)];
      code = options.pick == ui::PickLevel::grid                    ? c.code
             : options.pick == ui::PickLevel::hub && !c.hub.empty() ? c.hub
                                                                    : c.village;
    }
    if (form.hovered == code)
      hover_card(env, view, form, event);
    else
      ui::animate();  // the card is asked for in the next frame
    form.hovered = code;
  }
  return event;
}

float legend_height(const TownMapForm& form) {
  return 22 + 23 * static_cast<float>(form.breaks.size() + 1);
}

void map_legend(const Env& env, const TownMapView& view, TownMapForm& form, ui::Rect r,
                bool counts) {
  if (!view.measures || form.values.empty()) return;
  const auto ramp = ui::ramp(ui::Ramp::jade, form.steps);
  const auto classes = form.breaks.size() + 1;
  std::vector<std::string> bounds;
  std::vector<ui::Rgba> colours;
  std::vector<int> count(classes, 0), ramp_at;
  std::int64_t lowest = INT64_MAX;
  for (const std::int64_t v : form.values) {
    if (v == ui::kNoValue) continue;
    lowest = std::min(lowest, v);
    count[static_cast<std::size_t>(ui::class_of(form.breaks, v))]++;
  }
  for (std::size_t i = 0; i < classes; i++) {
    const std::int64_t low = i == 0 ? (lowest == INT64_MAX ? 0 : lowest) : form.breaks[i - 1];
    bounds.push_back(measure_value(view.measures->measure, low) + (i + 1 == classes ? "+" : ""));
    const bool spread = classes < static_cast<std::size_t>(form.steps) && classes > 1;
    ramp_at.push_back(static_cast<int>(
        spread ? i * (static_cast<std::size_t>(form.steps) - 1) / (classes - 1) : i));
    colours.push_back(ramp[static_cast<std::size_t>(ramp_at.back())]);
  }
  const int over = ui::legend(r, measure_unit(env, view.measures->measure), bounds, colours,
                              counts ? std::span<const int>(count) : std::span<const int>{});
  const int now = over < 0 ? -1 : ramp_at[static_cast<std::size_t>(over)];
  if (now != form.only_class) ui::animate();
  form.only_class = now;
}

}  // namespace shanzhi::screens
