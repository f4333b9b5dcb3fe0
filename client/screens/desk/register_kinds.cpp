// What each register shows.
#include "client/screens/desk/list_tools.h"
#include "client/screens/desk/record_form.h"
#include "client/screens/desk/registers.h"

namespace shanzhi::screens {
namespace {

using model::Section;

RegisterCell words(std::string s, ui::Color c = ui::Color::t1) {
  return {{.text = std::move(s), .color = c}, std::nullopt};
}
RegisterCell number(std::int64_t v) {
  return {{.text = text::count(v)}, v};
}
RegisterCell points(std::int64_t v) {
  return {{.text = text::points(v), .color = ui::Color::gold_text, .weight = ui::Weight::semibold},
          v};
}
RegisterCell per(std::int64_t v) {
  RegisterCell cell = points(v);
  cell.cell.text = per_household(v);
  return cell;
}
RegisterCell hours(std::int64_t v) {
  return {{.text = text::hours(v), .color = ui::Color::t2}, v};
}
std::string title(const Env& env, const char* field) {
  const char* found = text::field_title(field, env.language());
  return found ? found : field;
}
/// The column that names a row: always there, and the first to grow.
ui::Column naming(std::string heading, float width) {
  return {.key = "name", .title = std::move(heading), .width = width, .grow = 1, .fixed = true};
}
ui::Column left(std::string key, std::string heading, float width, int spare) {
  return {.key = std::move(key), .title = std::move(heading), .width = width, .spare = spare};
}
/// Of words of the product, which are longer in English.
ui::Column wordy(const Env& env, const char* field, float width, int spare) {
  const float k = env.language() == text::Language::english ? 1.5f : 1;
  return left(field, title(env, field), width * k, spare);
}
ui::Column right(std::string key, std::string heading, float width, int spare) {
  return {.key = std::move(key),
          .title = std::move(heading),
          .width = width,
          .align = ui::Align::right,
          .spare = spare};
}

/// Points and hours: whole or with a decimal.
ui::Column halves(std::string key, std::string heading, float width, int spare) {
  ui::Column column = right(std::move(key), std::move(heading), width, spare);
  column.align = ui::Align::decimal;
  return column;
}

/// What may be done beside looking: `act` is asked with the row, or -1 for a new one.
struct Doing {
  Message add;
  bool may_add = false, may_change = false;
  std::function<Wish(std::int64_t row)> act = {};
};
Doing doing(const Env& env, FormKind kind, Message add, std::function<Wish(std::int64_t)> act) {
  const bool may = may_change(env, kind, env.place);
  return {add, may, may, std::move(act)};
}

template <class Page, class Make, class Open>
Wish whole_page(const Env& env, const model::Loaded<Page>& page, RegisterForm& form, ui::Rect r,
                std::string_view name, Make make, Open open, const Doing& may) {
  const ui::Group main(ui::Role::main, name, r);
  if (!page) {
    Wish wish;
    ui::Rect area = r.inset(page_margin(), 16);
    page_head(area, name);
    const ui::Box box(area);
    ready(env, page, 12, wish);
    return wish;
  }
  Register list = make(env, *page);
  list.add = may.may_add ? env.say(may.add) : "";
  list.change = may.may_change;
  RegisterEvent e = register_page(env, list, form, r);
  if (e.added) return may.act(-1);
  if (e.acted >= 0) return may.act(e.acted);
  if (e.opened >= 0)
    if (Wish wish = open(static_cast<std::size_t>(e.opened))) return wish;
  return e.wish;
}

}  // namespace

Register grid_register(const Env& env, const api::GridPage& page) {
  Register list{env.say(Message::rail_grids),
                env.say(Message::empty_grids),
                ui::Icon::layers,
                {},
                {},
                List::grids,
                "grids"};
  list.facet = 2;
  list.columns = {naming(title(env, "grid"), 140),
                  left("village", title(env, "village"), 110, 6),
                  left("hub", title(env, "hub"), 110, 5),
                  left("chief", env.say(Message::grids_chief), 90, 3),
                  right("workers", env.say(Message::grids_workers), 72, 6),
                  right("households", env.say(Message::card_households), 84, 2),
                  right("people", env.say(Message::card_people), 72, 4),
                  halves("points", env.say(Message::card_points), 96, 1),
                  halves("per", env.say(Message::grids_per_household), 88, 0),
                  halves("hours", in_hours(env, env.say(Message::card_hours)), 120, 4)};
  for (const api::GridRow& g : page.grids) list.keys.push_back(g.code);
  for (const api::GridRow& g : page.grids)
    list.rows.push_back({words(grid_words(g.village, g.name)), words(g.village, ui::Color::t2),
                         words(g.hub, ui::Color::t2), words(g.chief), number(g.workers),
                         number(g.households), number(g.people), points(g.points),
                         per(g.per_household), hours(g.hours)});
  return list;
}

Register team_register(const Env& env, const api::TeamPage& page) {
  Register list{env.say(Message::rail_teams),
                env.say(Message::empty_teams),
                ui::Icon::team,
                {},
                {},
                List::teams,
                "teams"};
  list.facet = 3;
  list.columns = {naming(title(env, "name"), 160),
                  left("place", title(env, "place"), 110, 3),
                  left("brand", title(env, "brand"), 136, 5),
                  wordy(env, "way", 100, 6),
                  left("leader", env.say(Message::teams_leader), 90, 1),
                  right("members", title(env, "members"), 64, 2),
                  halves("points", env.say(Message::card_points), 96, 0),
                  halves("hours", in_hours(env, env.say(Message::card_hours)), 120, 4)};
  for (const api::TeamRow& t : page.teams) list.keys.push_back(t.id);
  for (const api::TeamRow& t : page.teams)
    list.rows.push_back(
        {words(t.name), words(t.place_name, ui::Color::t2), words(t.brand, ui::Color::t2),
         words(std::string(env.word(text::Vocabulary::lead_way, t.way)), ui::Color::t2),
         words(t.leader), number(t.members), points(t.points), hours(t.hours)});
  return list;
}

Register site_register(const Env& env, const api::SitePage& page) {
  Register list{env.say(Message::rail_sites),
                env.say(Message::empty_sites),
                ui::Icon::pin,
                {},
                {},
                List::sites,
                "sites"};
  list.facet = 1;
  list.columns = {naming(title(env, "name"), 150), wordy(env, "kind", 110, 0),
                  left("place", title(env, "place"), 110, 1),
                  left("hours", env.say(Message::site_hours), 180, 2),
                  left("offers", env.say(Message::site_offers), 240, 3)};
  list.columns.back().grow = 1;
  for (const api::SiteRow& s : page.sites) {
    list.keys.push_back(s.id);
    const api::PlaceRow* place = env.places.find(s.place);
    list.rows.push_back(
        {words(s.name),
         words(std::string(env.word(text::Vocabulary::site_kind, s.kind)), ui::Color::t2),
         words(place ? place->name : s.place, ui::Color::t2), words(s.hours, ui::Color::t2),
         words(s.offers, ui::Color::t2)});
  }
  return list;
}

Register merchant_register(const Env& env, const api::MerchantPage& page) {
  Register list{env.say(Message::rail_merchants),
                env.say(Message::empty_merchants),
                ui::Icon::shop,
                {},
                {},
                List::merchants,
                "merchants"};
  list.facet = 1;
  list.columns = {naming(title(env, "name"), 140), left("trade", title(env, "trade"), 110, 1),
                  left("place", title(env, "place"), 130, 3),
                  left("phone", title(env, "phone"), 130, 2),
                  halves("verified", env.say(Message::figure_verified), 110, 0)};
  for (const api::MerchantRow& m : page.merchants) {
    list.keys.push_back(m.id);
    const api::PlaceRow* place = env.places.find(m.place);
    list.rows.push_back({words(m.name), words(m.trade, ui::Color::t2),
                         words(place ? place->name : m.place, ui::Color::t2),
                         words(m.phone, ui::Color::t2), points(m.verified)});
  }
  return list;
}

Wish grids(const Env& env, const model::Loaded<api::GridPage>& page, RegisterForm& form,
           ui::Rect r) {
  return whole_page(
      env, page, form, r, env.say(Message::rail_grids), grid_register,
      [&](std::size_t row) -> Wish {
        return Go{env.route.to(Section::map).with("at", page->grids[row].code)};
      },
      doing(env, FormKind::place, Message::grids_new, [&](std::int64_t row) -> Wish {
        if (row < 0) return OpenForm{FormKind::place, {}, env.place, "grid"};
        return OpenForm{FormKind::place, page->grids[static_cast<std::size_t>(row)].code};
      }));
}
Wish teams(const Env& env, const model::Loaded<api::TeamPage>& page, RegisterForm& form,
           ui::Rect r) {
  return whole_page(
      env, page, form, r, env.say(Message::rail_teams), team_register,
      [&](std::size_t row) -> Wish {
        return Go{env.route.to(Section::boards)
                      .with("subject", "team")
                      .with("mine", page->teams[row].id)};
      },
      doing(env, FormKind::team, Message::teams_new, [&](std::int64_t row) -> Wish {
        if (row < 0) return OpenForm{FormKind::team, {}, env.place};
        return OpenForm{FormKind::team, page->teams[static_cast<std::size_t>(row)].id};
      }));
}
Wish sites(const Env& env, const model::Loaded<api::SitePage>& page, RegisterForm& form,
           ui::Rect r) {
  return whole_page(
      env, page, form, r, env.say(Message::rail_sites), site_register,
      [&](std::size_t row) -> Wish {
        return Go{env.route.to(Section::map).with("at", page->sites[row].place)};
      },
      doing(env, FormKind::site, Message::sites_new, [&](std::int64_t row) -> Wish {
        if (row < 0) return OpenForm{FormKind::site, {}, env.place};
        return OpenForm{FormKind::site, page->sites[static_cast<std::size_t>(row)].id};
      }));
}
Wish merchants(const Env& env, const model::Loaded<api::MerchantPage>& page, RegisterForm& form,
               ui::Rect r) {
  return whole_page(env, page, form, r, env.say(Message::rail_merchants), merchant_register,
                    [&](std::size_t row) -> Wish {
                      return Go{env.route.to(Section::map).with("at", page->merchants[row].place)};
                    },
                    {Message::merchants_import, env.may(true, "import"), false,
                     [&](std::int64_t) -> Wish { return Go{env.route.to(Section::import)}; }});
}

}  // namespace shanzhi::screens
