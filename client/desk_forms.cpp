// What the open form of the register is shown: its record as it is known now, and who was looked for.
#include <algorithm>

#include "client/desk.h"

namespace shanzhi::app {

using model::query_path;
using screens::Env;
using screens::FormKind;
using screens::FormView;
using screens::Message;
using screens::OpenForm;
using screens::Wish;

namespace {

/// Why a record is not there yet: on its way, not to be had, or not among those that came.
template <class V>
void note_absent(const model::Loaded<V>& answer, FormView& view) {
  if (view.record) return;
  if (answer)
    view.gone = !answer.loading;
  else if (!answer.loading)
    view.trouble = answer.trouble;
}

std::string home_words(const Env& env, const api::PersonRow& row) {
  return row.household_number + " · " + screens::grid_words(row.village, row.grid_name) + " · " +
         std::string(env.word(text::Vocabulary::relation, row.relation));
}

void of_person(const Env& env, const OpenForm& about, const api::PersonRow& row, FormView& view) {
  view.names[row.id] = row.name;
  view.about = home_words(env, row);
  if (about.kind == FormKind::person) {
    view.record = screens::typed_person(row);
    return;
  }
  view.about = row.name + " · " + view.about;
  view.record = screens::typed_move(row);
  view.back = {{"household", row.household},
               {"relation", row.relation},
               {"reason", env.say(Message::move_undo_reason)}};
}

}  // namespace

/// Members of one household, as the list of residents has them.
void Desk::view_person(const Env& env, const OpenForm& about, FormView& view) {
  const auto& people = model_.people_found.want(
      query_path("people", {{"household", about.within}, {"limit", "100"}}));
  if (people)
    for (const api::PersonRow& row : people->people)
      if (row.id == about.id) of_person(env, about, row, view);
  note_absent(people, view);
}

void Desk::view_team(const Env& env, const OpenForm& about, FormView& view) {
  const auto& members =
      model_.people_found.want(query_path("people", {{"team", about.id}, {"limit", "1000"}}));
  const auto& teams = model_.teams.want(query_path("teams", {{"place", env.place}}));
  if (!members) return note_absent(members, view);
  if (teams)
    for (const api::TeamRow& row : teams->teams) {
      if (row.id != about.id) continue;
      view.record = screens::typed_team(row, members->people);
      view.unseen_members = std::max<std::int64_t>(
          0, row.members - static_cast<std::int64_t>(members->people.size()));
      if (!row.leader_id.empty()) view.names[row.leader_id] = row.leader;
      for (const api::PersonRow& m : members->people) view.names[m.id] = m.name;
    }
  note_absent(teams, view);
}

void Desk::view_record(const Env& env, const OpenForm& about, FormView& view) {
  switch (about.kind) {
    case FormKind::household: {
      const auto& book =
          model_.passbooks.want(query_path("passbook", {{"household", about.id}, {"limit", "1"}}));
      if (book) view.record = screens::typed_household(*book);
      return note_absent(book, view);
    }
    case FormKind::person:
    case FormKind::move: return view_person(env, about, view);
    case FormKind::team: return view_team(env, about, view);
    case FormKind::site: {
      const auto& sites = model_.sites.want(query_path("sites", {{"place", env.place}}));
      if (sites)
        for (const api::SiteRow& row : sites->sites)
          if (row.id == about.id) view.record = screens::typed_site(row);
      return note_absent(sites, view);
    }
    case FormKind::family: return;  // never changed: ended, and recorded anew
    case FormKind::place:
      if (const api::PlaceRow* row = env.places.find(about.id))
        view.record = screens::typed_place(*row);
      else
        view.gone = !env.places.empty();
      return;
  }
}

Wish Desk::draw_form(const Env& env) {
  screens::RecordForm& form = forms_.record;
  FormView view;
  view.shape = &map_.shape();
  view.about = form.about.about;
  if (form.open && !form.fresh())
    view_record(env, form.about, view);
  else if (form.open && !form.loaded)
    view.record = screens::typed_blank(env, form.about);
  if (form.open && !form.words.empty()) {  // after the record: the shelf keeps one answer in hand
    if (form.searching == "household")
      view.households = &model_.households_found.want(
          query_path("households", {{"search", form.words}, {"sort", "head"}, {"limit", "8"}}));
    else
      view.people = &model_.people_found.want(
          query_path("people", {{"search", form.words}, {"sort", "name"}, {"limit", "12"}}));
  }
  return screens::record_form(env, view, form);
}

}  // namespace shanzhi::app
