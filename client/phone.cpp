// From the address to a page of the phone, and what that page is shown.
#include "client/phone.h"

#include "client/award_context.h"
#include "client/award_photos.h"
#include "client/screens/phone/award_photos.h"
#include "client/screens/phone/frame.h"
#include "client/screens/phone/rules.h"
#include "client/screens/phone/small_pages.h"
#include "client/wall_desk.h"
#include "shared/photos/clean_jpeg.h"

namespace shanzhi::app {

using model::query_path;
using model::Section;
using screens::Env;
using screens::Message;
using screens::Wish;

void Phone::forget() {
  forms_ = {};
}

bool Phone::grant(const screens::Intent& intent, const Env&) {
  if (const auto* wish = std::get_if<screens::TakePhoto>(&intent)) {
    model_.platform.photograph(photos::kScaledSideMax, wish->camera);
    return true;
  }
  // The award itself follows what it names.
  const auto* sending = std::get_if<screens::Submit>(&intent);
  if (sending && std::holds_alternative<api::AwardPoints>(sending->command))
    send_photos(model_, forms_.work.award);
  return false;
}

void Phone::take(platform::PickedFile&& file) {
  add_photo(model_.platform, forms_.work.award, std::move(file));
  widgets::animate();
}

widgets::Face Phone::sizes(const model::Settings& settings) const {
  return settings.large ? widgets::Face::elder : widgets::Face::phone;
}

Wish Phone::draw(const Env& env) {
  if (env.me.user != user_) {
    forget();
    user_ = env.me.user;
  }
  const auto& page_name = env.me.person.empty() ? env.me.town_name : env.me.name;
  model_.platform.set_title(page_name + " · " + env.say(Message::product));
  widgets::Rect page;
  const Wish frame = screens::phone_frame(
      env, {model_.feed.in_step_ms(), model_.outbox.waiting(env.me.user).size()}, page);
  const Wish strip = screens::alarm_strip(env, alarms_of(model_, env), page);
  Wish band;
  const bool shown = page_is_whose(env, page, band);
  const Wish inner = shown ? draw_page(env, page) : screens::family_gone(env, *family(env), page);
  return inner ? inner : band ? band : strip ? strip : frame;
}

const model::Loaded<api::Standing>& Phone::mine() {
  return model_.standings.want(
      query_path("standing", {{"person", kin_ ? kin_->person : std::string{}}}));
}

const screens::KnownFamily* Phone::family(const Env& env) {
  if (env.me.person.empty()) return nullptr;
  return &model_.families.want(query_path("family-access", {}));
}

Wish Phone::draw_standing(const Env& env, widgets::Rect page) {
  const auto* known = family(env);
  const auto& standing = mine();
  if (standing && !standing->village.empty()) map_.follow(model_, standing->village);
  return screens::standing(env, {standing, map_.shape(), known, kin()}, forms_.standing, page);
}

Wish Phone::draw_book(const Env& env, widgets::Rect page) {
  if (env.me.person.empty()) return draw_standing(env, page);
  const std::string& person = kin_ ? kin_->person : env.me.person;
  const auto path = [&](std::int64_t lines) {
    return query_path("passbook", {{"person", person}, {"limit", std::to_string(lines)}});
  };
  const auto& wanted = model_.passbooks.want(path(forms_.book.lines));
  if (wanted) book_lines_ = forms_.book.lines;
  // What was there stays until more has come.
  const auto& book = wanted ? wanted : model_.passbooks.want(path(book_lines_));
  return screens::my_passbook(env, book, forms_.book, page);
}

/// Grid, village and town of the person; of an officer who is no resident, their own and the town.
Wish Phone::draw_board(const Env& env, widgets::Rect page) {
  std::vector<screens::BoardPlace> places;
  if (!env.me.person.empty()) {
    const auto& standing = mine();
    if (standing)
      for (const api::StandingPlace& each : standing->places) {
        std::string name = each.level == "town" ? env.say(text::PhoneWord::me_town) : each.name;
        const std::string& village = standing->village_name;
        if (each.level == "grid" && name.size() > village.size() && name.starts_with(village))
          name.erase(0, village.size());
        places.push_back({each.place, std::move(name)});
      }
  } else {
    if (env.me.place != env.me.town) places.push_back({env.me.place, env.me.place_name});
    places.push_back({env.me.town, env.say(text::PhoneWord::me_town)});
  }
  static const model::Loaded<api::Board> nothing = [] {
    model::Loaded<api::Board> waiting;
    waiting.loading = true;
    return waiting;
  }();
  const auto& board = places.empty()
                          ? nothing
                          : model_.boards.want(query_path(
                                "boards", screens::my_board_parameters(env, places, kin())));
  return screens::my_board(env, board, places, kin(), page);
}

Wish Phone::draw_work(const Env& env, widgets::Rect page) {
  screens::WorkForm& form = forms_.work;
  screens::WorkView view{.given = model_.given.want(query_path("given", {})),
                         .award = {.rules = model_.rules.want(query_path("rules", {})),
                                   .context = award_context_of(model_, form.award, env.now),
                                   .photos = screens::award_photos}};
  const std::string person = env.route.get("person");
  if (!person.empty())
    view.person =
        &model_.passbooks.want(query_path("passbook", {{"person", person}, {"limit", "1"}}));
  else if (!form.search.empty())
    view.found = &model_.people_found.want(
        query_path("people", {{"place", env.me.place}, {"search", form.search}, {"limit", "12"}}));
  return screens::work_page(env, view, form, page);
}

/// Takes in whom the page is about and says so on top of it. False: the caller does not look after them.
bool Phone::page_is_whose(const Env& env, widgets::Rect& page, Wish& wish) {
  const std::string before = kin_ ? kin_->person : std::string{};
  kin_.reset();
  const bool of_somebody =
      model::of_somebody(env.route.section) && !env.route.get(model::kFor).empty();
  const auto* known = of_somebody ? family(env) : nullptr;
  if (known)
    if (const api::FamilyRow* row = screens::looked_after(env, *known)) kin_ = *row;
  if (before != (kin_ ? kin_->person : std::string{}))
    book_lines_ = forms_.book.lines = screens::kBookLines;
  if (kin_) screens::family_band(env, *kin_, page, wish);
  return !of_somebody || kin_ || !known;
}

Wish Phone::draw_page(const Env& env, widgets::Rect page) {
  const bool card = env.route.section == Section::me_card;
  if (card != awake_) model_.platform.keep_awake(awake_ = card);
  switch (env.route.section) {
    case Section::me_passbook: return draw_book(env, page);
    case Section::me_board: return draw_board(env, page);
    case Section::me_rules:
      return screens::my_rules(env, model_.rules.want(query_path("rules", {})), page);
    case Section::me_team: return screens::my_teams(env, mine(), page);
    case Section::me_card: return screens::my_card(env, mine(), page);
    case Section::me_work:
      if (env.may(true, "award-points")) return draw_work(env, page);
      return draw_standing(env, page);
    case Section::me_settings:
      return screens::my_settings(
          env, {model_.sessions.want(query_path("sessions", {})), mine(), family(env)},
          forms_.settings, page);
    case Section::me_alarm:
      return screens::alarm_page(env, alarms_of(model_, env), forms_.alarm, page);
    case Section::me_remote:
      if (env.may(true, "direct-hall"))
        return screens::remote_page(env, scenes_of(model_, env), forms_.remote, page);
      return draw_standing(env, page);
    default: return draw_standing(env, page);
  }
}

}  // namespace shanzhi::app
