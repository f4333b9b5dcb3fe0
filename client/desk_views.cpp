// What each screen of the desk is shown, taken from what is known.
#include "client/award_context.h"
#include "client/desk.h"
#include "client/screens/desk/award_page.h"

namespace shanzhi::app {

using model::query_path;
using screens::Env;
using screens::Wish;

screens::TownMapView Desk::map_view(const Env& env, const std::string& measure,
                                    const std::string& month, const std::string& card) {
  const auto& values = model_.measures.want(
      query_path("measures", {{"place", env.me.town}, {"measure", measure}, {"month", month}}));
  const model::Loaded<api::PlaceCard>* found =
      card.empty() ? nullptr : &model_.cards.want(query_path("place-card", {{"place", card}}));
  return {.shape = map_.shape(),
          .outlines_known = map_.settled(),
          .outlines_trouble = map_.trouble(),
          .measures = values,
          .card = found};
}

Wish Desk::draw_overview(const Env& env, widgets::Rect page) {
  screens::OverviewForm& form = forms_.overview;
  const api::PlaceRow* row = env.places.find(env.place);
  const bool village = row && row->level == "village", grid = row && row->level == "grid";
  const char* subject = grid ? "household" : village ? "grid" : "village";
  const auto& board = model_.boards.want(query_path(
      "boards",
      {{"place", env.place}, {"subject", subject}, {"period", "month"}, {"limit", "40"}}));
  const auto& figures = model_.figures.want(query_path("figures", {{"place", env.place}}));
  const char* measure = screens::kMapMeasures[screens::kOverviewMeasures[form.measure]];
  const screens::OverviewView view{.figures = figures,
                                   .board = board,
                                   .feed = model_.feed.lines(),
                                   .feed_known = model_.feed.known(),
                                   .feed_trouble = model_.feed.trouble(),
                                   .map = map_view(env, measure, {}, form.map.hovered),
                                   .rules = &model_.rules.want(query_path("rules", {}))};
  return screens::overview(env, view, form, page);
}

Wish Desk::draw_map(const Env& env, widgets::Rect page) {
  screens::MapPageForm& form = forms_.map;
  const model::Parameters here{{"place", env.place}};
  const std::string at = env.route.get("at");
  const auto& sites = model_.sites.want(query_path("sites", here));
  const auto& merchants = model_.merchants.want(query_path("merchants", here));
  const auto& grids = model_.grids.want(query_path("grids", here));
  // Kept by value: another card may be wanted in the same frame, and a shelf's answer moves.
  model::Loaded<api::PlaceCard> chosen;
  if (!at.empty()) chosen = model_.cards.want(query_path("place-card", {{"place", at}}));
  screens::MapPageView view{.map = map_view(env, env.route.get("measure", screens::kMapMeasures[0]),
                                            env.route.get("month"), form.map.hovered),
                            .grids = grids,
                            .chosen = at.empty() ? nullptr : &chosen,
                            .sites = sites,
                            .merchants = merchants};
  if (form.teams) view.teams = &model_.teams.want(query_path("teams", here));
  if (form.homes) view.homes = &model_.household_points.want(query_path("household-points", here));
  screens::put_layers(env, view, form);
  return screens::map_page(env, view, form, page);
}

const model::Loaded<api::Passbook>& Desk::passbook(const std::string& household,
                                                   std::int64_t lines) {
  const auto path = [&](std::int64_t n) {
    return query_path("passbook", {{"household", household}, {"limit", std::to_string(n)}});
  };
  const auto& wanted = model_.passbooks.want(path(lines));
  if (wanted || lines <= 100) {
    book_lines_ = lines;
    return wanted;
  }
  return model_.passbooks.want(path(book_lines_));  // what was there stays until more has come
}

Wish Desk::draw_households(const Env& env, widgets::Rect page) {
  screens::HouseholdsForm& form = forms_.households;
  const auto& list = model_.households.want(
      query_path("households", {{"place", env.place},
                                {"search", env.route.get("search")},
                                {"tag", env.route.get("tag")},
                                {"sort", env.route.get("sort", "-balance")}}));
  screens::HouseholdsView view{.list = list, .archive = std::nullopt};
  const std::string open = env.route.get("open");
  if (open.empty()) return screens::households(env, view, form, page);
  if (form.archive.household != open) form.archive.lines = 100;
  const auto& book = passbook(open, form.archive.lines);
  const auto& rules = model_.rules.want(query_path("rules", {}));
  screens::AwardFormView award{.rules = rules,
                               .context = award_context_of(model_, form.archive.award, env.now)};
  if (book)
    for (const api::ArchiveMember& m : book->members)
      award.candidates.push_back(
          {m.id, m.name, std::string(env.word(text::Vocabulary::relation, m.relation))});
  view.archive.emplace(screens::ArchiveView{.book = book,
                                            .award = std::move(award),
                                            .lines_wanted = form.archive.lines,
                                            .form_allowed = env.may(true, "award-points")});
  return screens::households(env, view, form, page);
}

Wish Desk::draw_people(const Env& env, widgets::Rect page) {
  // Opened from a search: go on to the household.
  const auto& list =
      model_.people.want(query_path("people", {{"place", env.place},
                                               {"search", env.route.get("search")},
                                               {"team", env.route.get("team")},
                                               {"sort", env.route.get("sort", "-earned")}}));
  const std::string open = env.route.get("open");
  if (!open.empty()) {
    const auto& book =
        model_.passbooks.want(query_path("passbook", {{"person", open}, {"limit", "1"}}));
    if (book && !book->household.empty())
      return screens::Go{env.route.to(model::Section::households).with("open", book->household),
                         true};
  }
  return screens::people(env, {list}, forms_.people, page);
}

Wish Desk::draw_boards(const Env& env, widgets::Rect page) {
  board_path_ = query_path("boards", screens::board_parameters(env, forms_.boards));
  const model::Loaded<api::SubjectHistory>* history = nullptr;
  if (!env.route.get("open").empty())
    history =
        &model_.histories.want(query_path("subject-history", screens::history_parameters(env)));
  return screens::boards(env, {model_.boards.want(board_path_), history}, forms_.boards, page);
}

std::string Desk::print_note(const Env& env, screens::List list) const {
  std::string note = list == screens::List::boards ? screens::board_words(env) : std::string{};
  for (const char* key : {"search", "tag", "who", "what", "since", "until"}) {
    const std::string value = env.route.get(key);
    if (value.empty()) continue;
    const char* title = text::field_title(key, env.language());
    note += (note.empty() ? "" : " · ") + std::string(title ? title : key) + " " +
            std::string(env.word(text::Vocabulary::event, value));
  }
  return note.empty() ? note : note + " · ";
}

Wish Desk::draw_award(const Env& env, widgets::Rect page) {
  screens::AwardForm& form = forms_.award;
  if (const std::string rule = env.route.get("rule"); !rule.empty() && form.rule.empty())
    form.rule = rule;
  const auto& rules = model_.rules.want(query_path("rules", {}));
  screens::AwardFormView view{.rules = rules, .context = award_context_of(model_, form, env.now)};
  if (!form.search.empty())
    view.found = &model_.people_found.want(
        query_path("people", {{"place", env.place}, {"search", form.search}, {"limit", "8"}}));
  return screens::award_page(env, view, form, page);
}

Wish Desk::draw_journal(const Env& env, widgets::Rect page) {
  const auto& list =
      model_.journal.want(query_path("journal", {{"place", env.route.get("place")},
                                                 {"who", env.route.get("who")},
                                                 {"what", env.route.get("what")},
                                                 {"since", env.route.get("since")},
                                                 {"until", env.route.get("until")}}));
  return screens::journal(env, list, forms_.journal, page);
}

Wish Desk::draw_import(const Env& env, widgets::Rect page) {
  const screens::ImportView view{.imports = model_.imports.want(query_path("imports", {})),
                                 .file_name = picked_.name,
                                 .file_bytes = static_cast<std::int64_t>(picked_.bytes.size()),
                                 .sent = upload_};
  return screens::import_wizard(env, view, forms_.import, page);
}

}  // namespace shanzhi::app
