// Facts of the registry, and every route's description held against random and broken input.
#include <catch2/catch_test_macros.hpp>

#include <catch2/catch_get_random_seed.hpp>
#include <set>
#include <string>

#include "shared/api/registry.h"
#include "shared/describe/field_list.h"
#include "shared/describe/json.h"
#include "shared/describe/random_record.h"

namespace {

using namespace shanzhi;
using api::Role;
using api::Verb;

/// The record of a type, filled, written, read, and written again.
template <class R>
void check_round_trip(describe::Random& random) {
  for (int i = 0; i < 40; ++i) {
    const std::string json = describe::to_json(describe::random_record<R>(random));
    INFO(json);
    auto read = describe::from_json<R>(json);
    if (!read) FAIL_CHECK(static_cast<int>(read.error().code) << " at " << read.error().field);
    if (read) CHECK(describe::to_json(*read) == json);
  }
}

template <class R>
void check_refusals(describe::Random& random) {
  R record{};
  for (const auto& bad : describe::bad_inputs(describe::access_record(record), random)) {
    INFO(bad.why << ": " << bad.json.substr(0, 300));
    auto read = describe::from_json<R>(bad.json);
    REQUIRE_FALSE(read.ok());
    CHECK(static_cast<int>(read.error().code) == static_cast<int>(bad.code));
    CHECK(read.error().field == bad.pointer);
  }
}

template <class... R>
struct Types {};
using Commands =
    Types<api::AwardPoints, api::ReverseTransfer, api::SavePlace, api::SaveSite, api::SaveHousehold,
          api::SavePerson, api::MovePerson, api::SaveTeam, api::SignIn, api::SignOut, api::OpenTown,
          api::SaveUser, api::ChangePassword, api::IssueToken, api::RevokeToken, api::UndoImport,
          api::IssueSignInCode, api::SetPin, api::ChangePin, api::EndSession, api::LeaveBoards,
          api::GrantFamilyAccess, api::EndFamilyAccess>;
using Parameters = Types<api::AtPlace, api::PlacesQuery, api::MeasuresQuery, api::OutlinesQuery,
                         api::ListQuery, api::PassbookQuery, api::BoardQuery,
                         api::AwardContextQuery, api::ChangesQuery, api::JournalQuery,
                         api::SearchQuery, api::ImportUpload, api::HistoryQuery, api::RulesQuery,
                         api::ExportQuery, api::TemplateQuery, api::StandingQuery, api::UsersQuery>;
using Views =
    Types<api::Posted, api::Saved, api::Me, api::Figures, api::PlacePage, api::Outlines,
          api::Measures, api::PlaceCard, api::SitePage, api::MerchantPage, api::HouseholdPage,
          api::PersonPage, api::TeamPage, api::GridPage, api::Passbook, api::Board,
          api::SubjectHistory, api::RulePage, api::AwardContextView, api::Changes, api::JournalPage,
          api::UserPage, api::SearchPage, api::ImportReport, api::ImportPage, api::Problem,
          api::Standing, api::Given, api::DevicePage, api::FamilyPage>;

template <class... R>
void round_trips(Types<R...>, describe::Random& random) {
  (check_round_trip<R>(random), ...);
}
template <class... R>
void refusals(Types<R...>, describe::Random& random) {
  (check_refusals<R>(random), ...);
}

}  // namespace

TEST_CASE("every command, query and view survives the way out and in") {
  const unsigned seed = Catch::getSeed();
  INFO("seed " << seed);
  describe::Random random(seed);
  round_trips(Commands{}, random);
  round_trips(Parameters{}, random);
  round_trips(Views{}, random);
}

TEST_CASE("every broken command is refused with the right code and pointer") {
  const unsigned seed = Catch::getSeed();
  INFO("seed " << seed);
  describe::Random random(seed);
  refusals(Commands{}, random);
  refusals(Parameters{}, random);
}

TEST_CASE("every name of the interface stands in the registry") {
  for (const char* name :
       {"award-points",      "reverse-transfer", "save-place",         "save-site",
        "save-household",    "save-person",      "move-person",        "save-team",
        "sign-in",           "sign-out",         "save-user",          "change-password",
        "issue-token",       "revoke-token",     "undo-import",        "import",
        "open-town",         "raise-alarm",      "update-alarm",       "end-alarm",
        "save-hall-scenes",  "direct-hall",      "issue-sign-in-code", "set-pin",
        "change-pin",        "end-session",      "leave-boards",       "grant-family-access",
        "end-family-access", "upload-photo"}) {
    INFO(name);
    CHECK(api::find_route(Verb::command, name) != nullptr);
    CHECK(api::find_route(Verb::query, name) == nullptr);
  }
  for (const char* name : {"me",         "figures",         "places",      "outlines",
                           "measures",   "place-card",      "sites",       "merchants",
                           "households", "people",          "teams",       "grids",
                           "passbook",   "boards",          "rules",       "award-context",
                           "changes",    "journal",         "imports",     "users",
                           "search",     "subject-history", "export",      "import-template",
                           "days",       "alarms",          "hall-scenes", "standing",
                           "given",      "sessions",        "day-changes", "trends",
                           "deeds",      "family-access",   "photo",       "household-points"}) {
    INFO(name);
    CHECK(api::find_route(Verb::query, name) != nullptr);
  }
  CHECK(api::routes().size() == 66);
}

TEST_CASE("nobody signed out reaches anything but the door") {
  for (const auto& route : api::routes()) {
    const std::set<std::string> door{"sign-in", "sign-out", "open-town", "set-pin"};
    INFO(route.name);
    CHECK((route.reach == api::Reach::everyone) == (door.count(route.name) == 1));
  }
}

TEST_CASE("a kiosk reads aggregates and changes nothing") {
  for (const char* closed : {"people", "households", "passbook", "journal", "users", "search",
                             "imports", "award-context"}) {
    INFO(closed);
    CHECK((api::find_route(Verb::query, closed)->roles & bit(Role::display)) == 0);
  }
  for (const auto& route : api::routes()) {
    if (route.verb != Verb::command || route.reach == api::Reach::everyone) continue;
    INFO(route.name);
    CHECK((route.roles & bit(Role::display)) == 0);
  }
}

TEST_CASE("an auditor reads everything but what only a form needs") {
  for (const auto& route : api::routes()) {
    if (route.verb != Verb::query) continue;
    INFO(route.name);
    const std::string_view name = route.name;
    const bool form_only = name == "award-context" || name == "import-template";
    CHECK(((route.roles & bit(Role::auditor)) != 0) == !form_only);
  }
}

TEST_CASE("a volunteer changes nothing of others") {
  for (const auto& route : api::routes()) {
    if (route.verb != Verb::command || (route.roles & bit(Role::volunteer)) == 0) continue;
    const std::set<std::string> own{"change-password", "change-pin", "end-session", "leave-boards",
                                    "end-family-access"};
    INFO(route.name);
    CHECK((route.reach == api::Reach::everyone || own.count(route.name) == 1));
  }
}

TEST_CASE("every field of a request says what it is") {
  for (const auto& route : api::routes()) {
    describe::RecordAccess access{
        const_cast<api::Route*>(&route),
        [](void* at, describe::Visitor& v) { static_cast<const api::Route*>(at)->request(v); }};
    CHECK(std::string_view(route.sentence).ends_with("."));
    for (const auto& info : describe::field_list(access)) {
      INFO(route.name << "/" << info.field.name);
      CHECK(std::string_view(info.field.sentence.text()).size() > 3);
      if (info.shape == describe::Shape::text) CHECK(info.field.high <= 512);
    }
  }
}
