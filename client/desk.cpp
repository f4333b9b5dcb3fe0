// From the address to a screen, and the frame round it.
#include "client/desk.h"

#include "client/wall_desk.h"

namespace shanzhi::app {

using model::query_path;
using model::Section;
using screens::Env;
using screens::Message;
using screens::Wish;

void Desk::forget() {
  forms_ = {};
  picked_ = {};
  upload_.reset();
  pulsed_ = -1;
}

/// What happened since the last frame shows on the maps.
void Desk::pulse() {
  if (pulsed_ < 0) pulsed_ = model_.me()->position;  // what was before is no news
  pulsed_ = model_.feed.since(pulsed_, [&](const api::Change& change) {
    if (change.grid.empty() || change.amount == 0) return;
    forms_.map.map.view.pulse(change.grid, change.amount > 0);
    forms_.overview.map.view.pulse(change.grid, change.amount > 0);
  });
}

Wish Desk::draw_shell(const Env& env, widgets::Rect& page) {
  static const model::Loaded<api::SearchPage> nothing{};
  const std::string wanted = forms_.shell.search;
  const auto& found =
      wanted.empty() || !env.may(false, "search")
          ? nothing
          : model_.searches.want(query_path("search", {{"q", wanted}, {"limit", "12"}}));
  const auto& figures = model_.figures.want(query_path("figures", {{"place", env.place}}));
  const bool exporting = model_.exports.running();
  const screens::ShellView view{.found = found,
                                .households = figures ? figures->households : -1,
                                .waiting = model_.outbox.waiting(env.me.user),
                                .in_step_ms = model_.feed.in_step_ms(),
                                .exporting = exporting};
  return screens::shell(env, view, forms_.shell, page);
}

Wish Desk::draw(const Env& here) {
  map_.follow(model_, here.me.town);
  pulse();
  place_ = here.place;
  const std::string title = here.place_name();
  model_.platform.set_title(title + " · " + here.say(Message::product));
  widgets::Rect page;
  const Wish frame = draw_shell(here, page);
  const Wish strip = screens::alarm_strip(here, alarms_of(model_, here), page);
  const Wish inner = draw_section(here, page);
  const Wish form = draw_form(here);
  return form ? form : frame ? frame : strip ? strip : inner;
}

Wish Desk::draw_section(const Env& env, widgets::Rect page) {
  const auto open = screens::sections_of(env);
  if (std::find(open.begin(), open.end(), env.route.section) == open.end()) {
    const ui::Group main(ui::Role::main, env.say(Message::desk), page);
    const ui::Box box({page.x + 24, page.y + 120, page.w - 48, 200});
    ui::empty_state(ui::Icon::lock, env.say(Message::not_for_role));
    return {};
  }
  const model::Parameters here{{"place", env.place}};
  switch (env.route.section) {
    case Section::sign_in:
    case Section::overview: return draw_overview(env, page);
    case Section::map: return draw_map(env, page);
    case Section::households: return draw_households(env, page);
    case Section::people: return draw_people(env, page);
    case Section::teams:
      return screens::teams(env, model_.teams.want(query_path("teams", here)), forms_.teams, page);
    case Section::grids:
      return screens::grids(env, model_.grids.want(query_path("grids", here)), forms_.grids, page);
    case Section::boards: return draw_boards(env, page);
    case Section::award: return draw_award(env, page);
    case Section::rules:
      return screens::rules_page(env, model_.rules.want(query_path("rules", {{"all", "1"}})),
                                 forms_.rules, page);
    case Section::sites:
      return screens::sites(env, model_.sites.want(query_path("sites", here)), forms_.sites, page);
    case Section::merchants:
      return screens::merchants(env, model_.merchants.want(query_path("merchants", here)),
                                forms_.merchants, page);
    case Section::import: return draw_import(env, page);
    case Section::journal: return draw_journal(env, page);
    case Section::users: return draw_users(env, page);
    case Section::wall: return draw_wall(env, page);
    case Section::alarm: return draw_alarm(env, page);
    case Section::settings: return screens::settings_page(env, forms_.settings, page);
    case Section::me:
    case Section::me_passbook:
    case Section::me_board:
    case Section::me_rules:
    case Section::me_team:
    case Section::me_card:
    case Section::me_work:
    case Section::me_settings:
    case Section::me_remote:
    case Section::me_alarm: break;  // the phone's
  }
  return {};
}

}  // namespace shanzhi::app
