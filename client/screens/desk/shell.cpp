// Rail, top bar and strips.
#include "client/screens/desk/shell.h"

#include <algorithm>

#include "client/screens/desk/shell_parts.h"

namespace shanzhi::screens {
namespace {

using model::Section;

struct Entry {
  Section section;
  ui::Icon icon;
  Message label;
  const char* needs;  ///< query that the role must be allowed; nullptr: everybody
  bool command = false;
};
constexpr Entry kEntries[] = {
    {Section::overview, ui::Icon::home, Message::rail_overview, "figures"},
    {Section::map, ui::Icon::map, Message::rail_map, "measures"},
    {Section::households, ui::Icon::file, Message::rail_households, "households"},
    {Section::people, ui::Icon::user, Message::rail_people, "people"},
    {Section::award, ui::Icon::award, Message::rail_award, "award-points", true},
    {Section::alarm, ui::Icon::bell, Message::alarm_rail, "alarms"},
    {Section::boards, ui::Icon::board, Message::rail_boards, "boards"},
    {Section::grids, ui::Icon::layers, Message::rail_grids, "grids"},
    {Section::teams, ui::Icon::team, Message::rail_teams, "teams"},
    {Section::sites, ui::Icon::pin, Message::rail_sites, "sites"},
    {Section::merchants, ui::Icon::shop, Message::rail_merchants, "merchants"},
    {Section::rules, ui::Icon::book, Message::rail_rules, "rules"},
    {Section::import, ui::Icon::exports, Message::rail_import, "import", true},
    {Section::journal, ui::Icon::clock, Message::rail_journal, "journal"},
    {Section::users, ui::Icon::lock, Message::rail_users, "users"},
    {Section::wall, ui::Icon::wall, Message::wall_rail, "save-hall-scenes", true},
};

void brand(const Env& env, ui::Rect r, bool narrow) {
  const ui::Rect seal{r.x + (narrow ? 13.f : 16.f), r.y + 19, 30, 30};
  ui::fill(seal, ui::Color::jade, 4);
  ui::mute_text_in(seal, "善",
                   {.size = ui::Size::h1,
                    .color = ui::Color::on_jade,
                    .weight = ui::Weight::semibold,
                    .align = ui::Align::centre});
  if (narrow) return;
  ui::text_in({seal.right() + 10, seal.y - 4, r.w - 66, 20}, env.say(Message::product),
              {.size = ui::Size::h2, .weight = ui::Weight::semibold});
  ui::text_in({seal.right() + 10, seal.y + 16, r.w - 66, 18}, env.me.town_name,
              {.size = ui::Size::caption, .color = ui::Color::t2});
}

/// What the foot of the rail tells: what waits to be sent, or how old the page is.
void in_step(const Env& env, const ShellView& view, ShellForm& form) {
  if (!view.waiting.empty()) {
    if (ui::button(env.fill(Message::waiting_to_send, {std::to_string(view.waiting.size())}),
                   {.look = ui::Look::quiet, .small = true}))
      form.outbox_open = true;
    return;
  }
  if (view.in_step_ms == 0) return;
  const std::string at = text::clock({view.in_step_ms});
  ui::status_dot(env.fill(env.offline() ? Message::stale : Message::synced, {at}),
                 env.offline() ? ui::Color::gold_fill : ui::Color::jade);
}

void rail(const Env& env, const ShellView& view, ShellForm& form, ui::Rect r, bool narrow,
          Wish& wish) {
  ui::fill(r, ui::Color::rail);
  ui::hairline_v(r.right() - 1, r.y, r.h);
  const ui::Group group(ui::Role::navigation, env.say(Message::rail), r);
  brand(env, r, narrow);
  {
    const ui::Scroll items("rail", {r.x, r.y + 60, r.w - 1, r.h - 60 - 100}, 0);
    for (const Entry& e : kEntries) {
      if (!env.may(e.command, e.needs)) continue;
      const bool room = ui::measure(env.say(e.label)).x < 64;  // the count never cuts the label
      const std::int64_t count = e.section == Section::households && room ? view.households : -1;
      if (ui::rail_item(e.icon, env.say(e.label), env.route.section == e.section, count, narrow))
        wish = Go{env.route.to(e.section)};
    }
  }
  ui::hairline_h(r.x + 16, r.bottom() - 100, r.w - 32);
  const ui::Box foot({r.x, r.bottom() - 92, r.w - 1, 92});
  if (ui::rail_item(ui::Icon::gear, env.say(Message::rail_settings),
                    env.route.section == Section::settings, -1, narrow))
    wish = Go{env.route.to(Section::settings)};
  if (narrow) return;
  ui::Rect line = ui::take(0, 28);
  line.cut_left(20);
  const ui::Box words(line);
  in_step(env, view, form);
}

/// The rail's sections behind one button.
void sections_menu(const Env& env, ShellForm& form, ui::Rect r, Wish& wish) {
  {
    const ui::Box box(r);
    if (ui::icon_button(ui::Icon::menu, env.say(Message::rail)))
      form.sections_open = !form.sections_open;
  }
  std::vector<ui::MenuItem> items;
  std::vector<Section> sections;
  for (const Entry& e : kEntries) {
    if (!env.may(e.command, e.needs)) continue;
    items.push_back(
        {.label = env.say(e.label), .icon = e.icon, .on = e.section == env.route.section});
    sections.push_back(e.section);
  }
  items.push_back(
      {.label = env.say(Message::me_on_phone), .icon = ui::Icon::phone, .line_above = true});
  sections.push_back(env.me.person.empty() && env.may(true, "award-points") ? Section::me_work
                                                                            : Section::me);
  const int chosen = ui::menu(env.say(Message::rail), form.sections_open, r, items);
  if (chosen >= 0) wish = Go{env.route.to(sections[static_cast<std::size_t>(chosen)])};
}

void shortcuts(const Env& env, ShellForm& form, Wish& wish) {
  if (ui::character_pressed(U'/')) form.focus_search = true, ui::animate();
  if (ui::character_pressed(U'?')) form.keys_open = true;
  if (ui::character_pressed(U'm')) wish = Go{env.route.to(Section::map)};
  if (ui::character_pressed(U'a') && env.may(true, "award-points"))
    wish = Go{env.route.to(Section::award)};
}

}  // namespace

std::vector<Section> sections_of(const Env& env) {
  std::vector<Section> out;
  for (const Entry& e : kEntries)
    if (env.may(e.command, e.needs)) out.push_back(e.section);
  out.push_back(Section::settings);
  return out;
}

Wish shell(const Env& env, const ShellView& view, ShellForm& form, ui::Rect& page) {
  Wish wish;
  page = ui::screen();
  const bool in_hand = compact(page), narrow = page.w < 1200;
  if (!in_hand) rail(env, view, form, page.cut_left(narrow ? 56.f : 168.f), narrow, wish);
  ui::Rect top = page.cut_top(in_hand ? 92.f : 52.f);
  ui::hairline_h(top.x, top.bottom() - 1, top.w);
  if (in_hand) sections_menu(env, form, {top.x + 8, top.y + 8, 36, 36}, wish);
  top_bar(env, view, form, top, wish);
  if (env.offline() || view.exporting) {
    const ui::Box strip(page.cut_top(28));
    if (env.offline()) {
      const base::Instant seen{view.in_step_ms > 0 ? std::min(view.in_step_ms, env.away_since_ms)
                                                   : env.away_since_ms};
      const std::string at = base::day_of(seen) == base::day_of(env.now)
                                 ? text::clock(seen)
                                 : text::when(seen, env.now, env.language());
      if (ui::banner(ui::BannerKind::offline, env.fill(Message::offline, {at}),
                     env.say(Message::retry)))
        wish = Retry{};
    } else {
      ui::banner(ui::BannerKind::info, env.say(Message::table_preparing));
    }
  }
  shortcuts(env, form, wish);
  keys_dialog(env, form);
  outbox_dialog(env, view, form, wish);
  return wish;
}

}  // namespace shanzhi::screens
