// All that the client knows: answers of queries, what waits to be sent, what just happened, who is signed
// in. Screens never see it; the app hands them parts of it.
#pragma once

#include "client/model/api_client.h"
#include "client/model/export_job.h"
#include "client/model/feed.h"
#include "client/model/outbox.h"
#include "client/model/paged.h"
#include "client/model/place_tree.h"
#include "client/model/settings.h"
#include "client/model/shelf.h"
#include "shared/api/alarms.h"
#include "shared/api/door.h"
#include "shared/api/hall.h"
#include "shared/api/views_phone.h"

namespace shanzhi::model {

class Model {
 public:
  explicit Model(platform::Platform& platform);

  /// Once a frame, first, and between frames when it is time: replies in, commands and questions out.
  /// True when something was heard that a screen may show.
  bool work();

  const api::Me* me() const { return me_; }
  /// Whether there is a session is not known yet.
  bool opening() const { return !me_ && !signed_out_ && !session_trouble_; }
  bool signed_out() const { return signed_out_; }
  const std::optional<Trouble>& session_trouble() const { return session_trouble_; }
  /// Asks who is signed in: after signing in, or again after a failure.
  void open_session();
  /// Forgets everything that belongs to the person who was signed in; keeps the outbox.
  void close_session();

  const PlaceTree& places();
  std::uint32_t places_revision() const { return places_revision_; }

  base::Uuid new_id();
  void happened(const api::Change& change);
  void retry_everything();

  platform::Platform& platform;
  ApiClient api;
  Shelf<api::Me> session;
  Shelf<api::Figures> figures;
  Shelf<api::PlacePage> place_pages;
  Shelf<api::Outlines> outlines;
  Shelf<api::Measures> measures;
  Shelf<api::PlaceCard> cards;
  Shelf<api::SitePage> sites;
  Shelf<api::MerchantPage> merchants;
  PagedList<api::HouseholdPage, api::HouseholdRow> households;
  PagedList<api::PersonPage, api::PersonRow> people;
  PagedList<api::JournalPage, api::JournalRow> journal;
  Shelf<api::PersonPage> people_found;
  Shelf<api::HouseholdPage> households_found;
  Shelf<api::HouseholdPoints> household_points;
  Shelf<api::TeamPage> teams;
  Shelf<api::GridPage> grids;
  Shelf<api::Passbook> passbooks;
  Shelf<api::Board> boards;
  Shelf<api::SubjectHistory> histories;
  Shelf<api::RulePage> rules;
  Shelf<api::AwardContextView> award_contexts;
  Shelf<api::ImportPage> imports;
  Shelf<api::UserPage> users;
  Shelf<api::SearchPage> searches;
  Shelf<api::Standing> standings;
  Shelf<api::Given> given;
  Shelf<api::Alarms> alarms;
  Shelf<api::HallScenes> hall_scenes;
  Shelf<api::DevicePage> sessions;
  Shelf<api::FamilyPage> families;
  Feed feed;
  Outbox outbox;
  ExportJob exports;

 private:
  void notice_return();
  void ledger_changed();
  void people_changed();
  void places_changed();

  const api::Me* me_ = nullptr;
  api::Me me_kept_;
  bool signed_out_ = false, asked_ = false;
  bool was_online_ = true, was_reachable_ = true;
  std::optional<Trouble> session_trouble_;
  PlaceTree tree_;
  std::uint32_t tree_revision_ = 0, places_revision_ = 0;
};

}  // namespace shanzhi::model
