// The session, and which answers an event makes out of date.
#include "client/model/model.h"

#include <algorithm>

namespace shanzhi::model {

Model::Model(platform::Platform& p)
    : platform(p),
      api(p),
      session(api),
      figures(api),
      place_pages(api),
      outlines(api, 4),
      measures(api),
      cards(api),
      sites(api),
      merchants(api),
      households(api),
      people(api),
      journal(api),
      people_found(api),
      households_found(api),
      household_points(api, 4),
      teams(api),
      grids(api),
      passbooks(api),
      boards(api),
      histories(api),
      rules(api),
      award_contexts(api),
      imports(api),
      users(api),
      searches(api),
      standings(api, 6),
      given(api, 2),
      alarms(api, 2),
      hall_scenes(api, 4),
      sessions(api, 2),
      families(api, 2),
      feed(api, p, [this](const api::Change& change) { happened(change); }),
      outbox(api, p),
      exports(api, p) {
  open_session();
}

void Model::open_session() {
  session.clear();
  session_trouble_.reset();
  signed_out_ = false;
  asked_ = true;
}

void Model::close_session() {
  feed.stop();
  me_ = nullptr;
  signed_out_ = true;
  asked_ = false;
  figures.clear(), place_pages.clear(), outlines.clear(), measures.clear(), cards.clear();
  sites.clear(), merchants.clear(), households.clear(), people.clear(), journal.clear();
  people_found.clear(), households_found.clear(), household_points.clear(), teams.clear(),
      grids.clear();
  passbooks.clear(), boards.clear(), histories.clear(), rules.clear(), award_contexts.clear(),
      imports.clear();
  users.clear(), searches.clear(), session.clear();
  standings.clear(), given.clear(), sessions.clear(), alarms.clear(), hall_scenes.clear();
  families.clear();
  tree_ = {};
  tree_revision_ = 0;
}

bool Model::work() {
  const std::int64_t heard = api.replies() - feed.nothing_new();
  api.take_in();
  notice_return();
  if (api.take_signed_out()) {
    if (me_) close_session();
    signed_out_ = true;
    asked_ = false;
  }
  if (asked_) {
    const auto& answer = session.want(query_path("me", {}));
    if (answer) {
      me_kept_ = *answer;
      me_ = &me_kept_;
      asked_ = false;
      session_trouble_.reset();
      feed.start(me_->position, me_->place == me_->town ? kFeedBackwardInTown : kFeedBackward);
    } else if (!answer.loading && answer.trouble) {
      session_trouble_ = answer.trouble;
    }
  }
  if (me_) {
    feed.work();
    outbox.work(me_->user);
  }
  return api.take_look_due() || api.replies() - feed.nothing_new() != heard;
}

/// Back after an absence: what waits for its next try need not wait.
void Model::notice_return() {
  const bool online = platform.surroundings().online, reachable = api.reachable();
  if (online && !was_online_) feed.hurry(), outbox.hurry();
  if (reachable && !was_reachable_) retry_everything(), outbox.hurry();
  was_online_ = online;
  was_reachable_ = reachable;
}

const PlaceTree& Model::places() {
  if (!me_) return tree_;
  const auto& page = place_pages.want(query_path("places", {{"under", me_->town}}));
  if (page && page.revision != tree_revision_) {
    tree_ = PlaceTree(page->places);
    tree_revision_ = page.revision;
    places_revision_++;
  }
  return tree_;
}

/// Version 7: the time first, so that what is made later sorts later.
base::Uuid Model::new_id() {
  const auto bytes = platform.random_bytes();
  std::array<std::uint8_t, 10> random{};
  std::copy_n(bytes.begin(), random.size(), random.begin());
  return base::make_uuid7(platform.now_ms(), random);
}

void Model::ledger_changed() {
  figures.all_stale(), measures.all_stale(), cards.all_stale();
  passbooks.all_stale(), boards.all_stale(), histories.all_stale(), grids.all_stale(),
      teams.all_stale();
  award_contexts.all_stale(), merchants.all_stale();
  standings.all_stale(), given.all_stale();
  households.mark_stale(), people.mark_stale();
}

void Model::people_changed() {
  ledger_changed();
  people_found.all_stale(), households_found.all_stale(), searches.all_stale();
  household_points.all_stale();
  place_pages.all_stale();
}

void Model::places_changed() {
  place_pages.all_stale(), outlines.all_stale();
  ledger_changed();
}

void Model::happened(const api::Change& change) {
  journal.mark_stale();
  const std::string& what = change.what;
  if (what == "points_awarded" || what == "points_verified" || what == "transfer_reversed") {
    ledger_changed();
  } else if (what == "person_saved" || what == "person_moved" || what == "household_saved") {
    people_changed();
  } else if (what == "site_saved") {
    sites.all_stale();
  } else if (what == "team_saved") {
    teams.all_stale();
  } else if (what == "user_saved" || what == "token_issued" || what == "token_revoked") {
    users.all_stale();
  } else if (what == "pin_set" || what == "session_ended" || what == "sign_in_code_issued") {
    sessions.all_stale();
  } else if (what == "rule_saved") {
    rules.all_stale();
  } else if (what.starts_with("family_")) {
    families.all_stale(), passbooks.all_stale(), standings.all_stale();
  } else if (what.starts_with("alarm_")) {
    alarms.all_stale();
  } else if (what.starts_with("hall_")) {
    hall_scenes.all_stale();
  } else {
    places_changed();
    people_changed();
    imports.all_stale(), rules.all_stale(), sites.all_stale(), teams.all_stale();
  }
}

void Model::retry_everything() {
  session.retry_all(), figures.retry_all(), place_pages.retry_all(), outlines.retry_all();
  measures.retry_all(), cards.retry_all(), sites.retry_all(), merchants.retry_all();
  people_found.retry_all(), households_found.retry_all(), household_points.retry_all(),
      teams.retry_all(), grids.retry_all();
  passbooks.retry_all(), boards.retry_all(), histories.retry_all(), rules.retry_all(),
      award_contexts.retry_all();
  imports.retry_all(), users.retry_all(), searches.retry_all();
  standings.retry_all(), given.retry_all(), sessions.retry_all(), alarms.retry_all(),
      hall_scenes.retry_all();
  families.retry_all();
  households.retry(), people.retry(), journal.retry();
  feed.hurry();
  if (session_trouble_) open_session();
}

}  // namespace shanzhi::model
