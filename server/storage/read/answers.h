// Every query of the API as one function: from decoded parameters to the described view.
#pragma once

#include "server/storage/read/reading.h"
#include "shared/api/accounts.h"
#include "shared/api/alarms.h"
#include "shared/api/door.h"
#include "shared/api/family.h"
#include "shared/api/hall.h"
#include "shared/api/queries.h"
#include "shared/api/views.h"
#include "shared/api/views_phone.h"

namespace shanzhi::storage::read {

using base::Result;

// who_and_where.cpp
Result<api::Me> read_me(Reading& r, const api::NoParameters& q);
Result<api::PlacePage> read_places(Reading& r, const api::PlacesQuery& q);
Result<api::Outlines> read_outlines(Reading& r, const api::OutlinesQuery& q);

// days.cpp, alarms.cpp, hall.cpp
Result<api::Days> read_days(Reading& r, const api::DaysQuery& q);
Result<api::Alarms> read_alarms(Reading& r, const api::AtPlace& q);
Result<api::HallScenes> read_hall_scenes(Reading& r, const api::AtPlace& q);

// day_changes.cpp, trends.cpp
Result<api::DayChanges> read_day_changes(Reading& r, const api::DayChangesQuery& q);
Result<api::Deeds> read_deeds(Reading& r, const api::DeedsQuery& q);
Result<api::Trends> read_trends(Reading& r, const api::AtPlace& q);

// figures.cpp
Result<api::Figures> read_figures(Reading& r, const api::AtPlace& q);

// map.cpp
Result<api::Measures> read_measures(Reading& r, const api::MeasuresQuery& q);
Result<api::PlaceCard> read_place_card(Reading& r, const api::AtPlace& q);

// registers.cpp
Result<api::SitePage> read_sites(Reading& r, const api::AtPlace& q);
Result<api::MerchantPage> read_merchants(Reading& r, const api::AtPlace& q);
Result<api::TeamPage> read_teams(Reading& r, const api::AtPlace& q);
Result<api::GridPage> read_grids(Reading& r, const api::AtPlace& q);

// households.cpp, residents_list.cpp
Result<api::HouseholdPage> read_households(Reading& r, const api::ListQuery& q);
Result<api::PersonPage> read_people(Reading& r, const api::ListQuery& q);

// household_points.cpp
Result<api::HouseholdPoints> read_household_points(Reading& r, const api::AtPlace& q);

// passbook.cpp
Result<api::Passbook> read_passbook(Reading& r, const api::PassbookQuery& q);

// photo.cpp: the JPEG itself
Result<std::string> read_photo(Reading& r, const api::PhotoQuery& q);

// boards.cpp
Result<api::Board> read_boards(Reading& r, const api::BoardQuery& q);

// standing.cpp
Result<api::Standing> read_standing(Reading& r, const api::StandingQuery& q);
Result<api::Given> read_given(Reading& r, const api::NoParameters& q);

// devices.cpp
Result<api::DevicePage> read_sessions(Reading& r, const api::NoParameters& q);

// family.cpp
Result<api::FamilyPage> read_family_access(Reading& r, const api::NoParameters& q);

// subject_history.cpp
Result<api::SubjectHistory> read_subject_history(Reading& r, const api::HistoryQuery& q);

// rule_book.cpp
Result<api::RulePage> read_rules(Reading& r, const api::RulesQuery& q);
Result<api::AwardContextView> read_award_context(Reading& r, const api::AwardContextQuery& q);

// changes.cpp, journal.cpp
Result<api::Changes> read_changes(Reading& r, const api::ChangesQuery& q);
Result<api::JournalPage> read_journal(Reading& r, const api::JournalQuery& q);
Result<api::ImportPage> read_imports(Reading& r, const api::NoParameters& q);
Result<api::UserPage> read_users(Reading& r, const api::UsersQuery& q);

// search.cpp
Result<api::SearchPage> read_search(Reading& r, const api::SearchQuery& q);

/// Name of the chief (网格长) of a grid as stored, "" when there is none.
std::string chief_of(Snapshot& snapshot, std::int64_t grid);

}  // namespace shanzhi::storage::read
