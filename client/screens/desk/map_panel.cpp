// Measure, legend, layers, and the places below.
#include "client/screens/desk/map_panel.h"

#include <map>

#include "client/screens/desk/record_form.h"
#include "shared/base/order.h"

namespace shanzhi::screens {
namespace {

using model::Section;

void part_line() {
  ui::space(ui::kGap3);
  ui::hairline();
  ui::space(ui::kGap3);
}

void measure_choice(const Env& env, MapPageForm& form, Wish& wish) {
  std::vector<std::string_view> names;
  int at = 0, i = 0;
  const std::string measure = env.route.get("measure", kMapMeasures[0]);
  for (const char* m : kMapMeasures) {
    names.push_back(env.word(text::Vocabulary::map_measure, m));
    if (measure == m) at = i;
    i++;
  }
  if (ui::select(env.say(Message::map_measure), at, std::span<const std::string_view>(names)))
    wish = Go{env.route.with("measure", kMapMeasures[at])};
  ui::space(ui::kGap3);
  const std::string_view methods[] = {env.say(Message::map_quantile), env.say(Message::map_equal),
                                      env.say(Message::map_natural)};
  int method = static_cast<int>(form.map.method);
  if (ui::segmented(env.say(Message::map_classes), method, methods))
    form.map.method = static_cast<ui::ClassMethod>(method);
}

/// The form of the place itself, and of one more below it.
void place_buttons(const Env& env, const api::PlaceRow& row, Wish& wish) {
  if (!may_change(env, FormKind::place, row.code)) return;
  ui::space(ui::kGap2);
  if (ui::button(env.say(Message::places_edit),
                 {.look = ui::Look::quiet, .icon = ui::Icon::pencil, .small = true}))
    wish = OpenForm{FormKind::place, row.code};
  if (row.level == "grid" || row.level == "hamlet") return;
  ui::same_row();
  const char* below = row.level == "village" ? "grid" : row.level == "hub" ? "village" : "hub";
  if (ui::button(env.say(Message::place_add_below),
                 {.look = ui::Look::quiet, .icon = ui::Icon::plus, .small = true}))
    wish = OpenForm{FormKind::place, {}, row.code, below};
}

/// What is selected: its card stays here, so that it can be read and its links pressed.
void chosen(const Env& env, const MapPageView& view, Wish& wish) {
  const std::string at = env.route.get("at");
  if (at.empty() || !view.chosen) return;
  const model::Loaded<api::PlaceCard>& card = *view.chosen;
  ui::heading(2, env.places.find(at) ? env.places.find(at)->name : at,
              card && card->rank > 0
                  ? env.fill(Message::map_rank, {text::count(card->rank), text::count(card->of)})
                  : std::string{});
  ui::space(4);
  if (card) {
    ui::key_value(env.say(Message::card_points), text::points(card->points),
                  {.color = ui::Color::gold_text, .weight = ui::Weight::semibold});
    ui::key_value(env.say(Message::card_month), text::signed_points(card->month_points));
    ui::key_value(env.say(Message::card_households), text::count(card->households));
    ui::key_value(env.say(Message::card_people), text::count(card->people));
    ui::key_value(env.say(Message::card_hours), text::duration(card->hours, env.language()));
    if (!card->chief.empty()) ui::key_value(env.say(Message::card_chief), card->chief);
    const auto line = as_floats(card->by_month, 100);
    if (line.size() > 1)
      ui::bar_chart(env.say(Message::trend_points), ui::take(0, 44), line,
                    {.highlight = static_cast<int>(line.size()) - 1});
  }
  ui::space(ui::kGap2);
  const api::PlaceRow* row = env.places.find(at);
  if (ui::button(env.say(row && row->level == "grid" ? Message::map_open_households
                                                     : Message::rail_households),
                 {.small = true}))
    wish = Go{env.route.to(Section::households).with("place", at)};
  if (row && row->level != "grid") {
    ui::same_row();
    if (ui::button(env.fill(Message::map_enter, {row->name}),
                   {.look = ui::Look::quiet, .small = true}))
      wish = Go{env.route.with("place", at).with("at", "")};
  }
  if (row) place_buttons(env, *row, wish);
  part_line();
}

void layers(const Env& env, const MapPageView& view, MapPageForm& form, Wish& wish) {
  ui::heading(2, env.say(Message::map_layers));
  ui::space(4);
  const auto count = [](std::size_t n) {
    return n > 0 ? "  " + text::count(static_cast<std::int64_t>(n)) : std::string{};
  };
  ui::checkbox(env.say(Message::map_layer_labels), form.names);
  ui::checkbox(env.say(Message::map_layer_borders), form.borders);
  ui::checkbox(std::string(env.say(Message::map_layer_sites)) +
                   count(view.sites ? view.sites->sites.size() : 0),
               form.sites);
  ui::checkbox(std::string(env.say(Message::map_layer_merchants)) +
                   count(view.merchants ? view.merchants->merchants.size() : 0),
               form.shops);
  ui::checkbox(std::string(env.say(Message::rail_teams)) +
                   count(view.teams && *view.teams ? (*view.teams)->teams.size() : 0),
               form.teams);
  if (view.teams) ready(env, *view.teams, 1, wish);
  ui::checkbox(std::string(env.say(Message::map_layer_households)) +
                   count(view.map.dots ? view.map.dots->all.size() : 0),
               form.homes);
  if (view.homes && ready(env, *view.homes, 1, wish) && (*view.homes)->coordinates.empty())
    ui::paragraph(env.say(Message::map_layer_households_none),
                  {.size = ui::Size::small, .color = ui::Color::t2});
}

struct Below {
  std::string code, name;
  std::int64_t households = 0, points = 0;
  std::int64_t per() const { return households > 0 ? points / households : 0; }
};

/// The children of the place with what their grids add up to.
std::vector<Below> places_below(const Env& env, const api::GridPage& page) {
  std::vector<Below> out;
  for (const api::PlaceRow* child : env.places.children(env.place)) {
    Below b{child->code, child->name, 0, 0};
    for (const api::GridRow& grid : page.grids) {
      if (!env.places.within(grid.code, child->code)) continue;
      b.households += grid.households;
      b.points += grid.points;
    }
    out.push_back(std::move(b));
  }
  base::put_in_order(out, [](const Below& a, const Below& b) { return a.per() > b.per(); });
  return out;
}

void below(const Env& env, const MapPageView& view, Wish& wish) {
  ui::heading(2, env.place_name());
  const api::PlaceRow* here = env.places.find(env.place);
  if (here && env.route.get("at").empty()) place_buttons(env, *here, wish);
  ui::space(2);
  if (!ready(env, view.grids, 5, wish)) return;
  const ui::Rect head = ui::take(0, 24);
  const ui::TextStyle caption{
      .size = ui::Size::caption, .color = ui::Color::t3, .align = ui::Align::right};
  ui::text_in({head.x, head.y, head.w - 82, head.h}, env.say(Message::card_households), caption);
  ui::text_in(head, env.say(Message::grids_per_household), caption);
  const ui::Group list(ui::Role::group, env.place_name());
  for (const Below& b : places_below(env, *view.grids)) {
    const ui::Scope scope(b.code);
    const ui::Rect r = ui::take(0, 28);
    const std::string name =
        b.name + " " + text::count(b.households) + " " + per_household(b.per());
    const ui::Touch t = ui::press_area(name, r, ui::Role::button,
                                       env.route.get("at") == b.code ? ui::kCurrent : 0u);
    if (t.hovered) ui::fill(r, ui::Color::sunk, 4);
    ui::hairline_h(r.x, r.bottom() - 1, r.w);
    ui::mute_text_in({r.x, r.y, r.w - 140, r.h}, b.name);
    ui::mute_text_in({r.x, r.y, r.w - 82, r.h}, text::count(b.households),
                     {.color = ui::Color::t2, .align = ui::Align::right});
    ui::mute_text_in(r, per_household(b.per()),
                     {.weight = ui::Weight::semibold, .align = ui::Align::right});
    if (t.double_pressed)
      wish = Go{env.route.with("place", b.code).with("at", "")};
    else if (t.pressed)
      wish = Go{env.route.with("at", b.code)};
  }
}

}  // namespace

void map_panel(const Env& env, const MapPageView& view, MapPageForm& form, ui::Rect r, Wish& wish) {
  const ui::Group group(ui::Role::complementary, env.say(Message::map_measure), r);
  const ui::Scroll scroll("panel", {r.x + 1, r.y, r.w - 1, r.h}, 20);
  ui::space(ui::kGap3);
  measure_choice(env, form, wish);
  ui::space(ui::kGap3);
  const ui::Rect legend = ui::take(0, legend_height(form.map));
  map_legend(env, view.map, form.map, legend, true);
  part_line();
  chosen(env, view, wish);
  layers(env, view, form, wish);
  part_line();
  below(env, view, wish);
  part_line();
  if (ui::button(env.say(Message::map_export), {.icon = ui::Icon::exports, .small = true}))
    wish = SavePicture{env.place_name() + ".png"};
  ui::space(ui::kGap4);
}

}  // namespace shanzhi::screens
