// Every query by its name, with its types; what is hot is kept until something happens.
#include "server/storage/read/queries.h"

#include <SQLiteCpp/Exception.h>

#include "server/storage/read/answer_cache.h"
#include "server/storage/read/answers.h"
#include "shared/api/registry.h"
#include "shared/describe/json.h"

namespace shanzhi::storage {
namespace {

using namespace read;
using base::ErrorCode;

using Answerer = Result<std::string> (*)(Reading& r, const app::Parameters& parameters);

/// Decodes, reads and writes one query.
template <class Query, class View, Result<View> (*kRead)(Reading&, const Query&)>
Result<std::string> answer(Reading& r, const app::Parameters& parameters) {
  Query query;
  const auto decoded = describe::read_parameters(parameters, describe::access_record(query));
  if (!decoded) return decoded.error();
  const auto view = kRead(r, query);
  if (!view) return view.error();
  return describe::to_json(*view);
}

/// The answer is the file.
Result<std::string> answer_photo(Reading& r, const app::Parameters& parameters) {
  api::PhotoQuery query;
  const auto decoded = describe::read_parameters(parameters, describe::access_record(query));
  if (!decoded) return decoded.error();
  return read_photo(r, query);
}

struct NamedQuery {
  std::string_view name;
  Answerer answer;
  bool kept;  ///< asked for again and again by many
};

constexpr NamedQuery kQueries[]{
    {"me", answer<api::NoParameters, api::Me, read_me>, false},
    {"figures", answer<api::AtPlace, api::Figures, read_figures>, true},
    {"places", answer<api::PlacesQuery, api::PlacePage, read_places>, true},
    {"outlines", answer<api::OutlinesQuery, api::Outlines, read_outlines>, true},
    {"measures", answer<api::MeasuresQuery, api::Measures, read_measures>, true},
    {"place-card", answer<api::AtPlace, api::PlaceCard, read_place_card>, true},
    {"sites", answer<api::AtPlace, api::SitePage, read_sites>, true},
    {"merchants", answer<api::AtPlace, api::MerchantPage, read_merchants>, true},
    {"households", answer<api::ListQuery, api::HouseholdPage, read_households>, false},
    {"household-points", answer<api::AtPlace, api::HouseholdPoints, read_household_points>, true},
    {"people", answer<api::ListQuery, api::PersonPage, read_people>, false},
    {"teams", answer<api::AtPlace, api::TeamPage, read_teams>, true},
    {"grids", answer<api::AtPlace, api::GridPage, read_grids>, true},
    {"passbook", answer<api::PassbookQuery, api::Passbook, read_passbook>, true},
    {"boards", answer<api::BoardQuery, api::Board, read_boards>, true},
    {"subject-history", answer<api::HistoryQuery, api::SubjectHistory, read_subject_history>, true},
    {"standing", answer<api::StandingQuery, api::Standing, read_standing>, true},
    {"given", answer<api::NoParameters, api::Given, read_given>, false},
    {"rules", answer<api::RulesQuery, api::RulePage, read_rules>, true},
    {"award-context", answer<api::AwardContextQuery, api::AwardContextView, read_award_context>,
     false},
    {"changes", answer<api::ChangesQuery, api::Changes, read_changes>, true},
    {"journal", answer<api::JournalQuery, api::JournalPage, read_journal>, false},
    {"imports", answer<api::NoParameters, api::ImportPage, read_imports>, false},
    {"users", answer<api::UsersQuery, api::UserPage, read_users>, false},
    {"days", answer<api::DaysQuery, api::Days, read_days>, true},
    {"day-changes", answer<api::DayChangesQuery, api::DayChanges, read_day_changes>, false},
    {"trends", answer<api::AtPlace, api::Trends, read_trends>, true},
    {"deeds", answer<api::DeedsQuery, api::Deeds, read_deeds>, true},
    // Not kept: what is told of them ends by the clock.
    {"alarms", answer<api::AtPlace, api::Alarms, read_alarms>, false},
    {"hall-scenes", answer<api::AtPlace, api::HallScenes, read_hall_scenes>, false},
    {"sessions", answer<api::NoParameters, api::DevicePage, read_sessions>, false},
    {"family-access", answer<api::NoParameters, api::FamilyPage, read_family_access>, false},
    {"photo", answer_photo, false},
    {"search", answer<api::SearchQuery, api::SearchPage, read_search>, false},
};

const NamedQuery* find_query(std::string_view name) {
  for (const NamedQuery& query : kQueries)
    if (query.name == name) return &query;
  return nullptr;
}

/// Everything that an answer depends on besides the position: what is asked, who asks and the minute,
/// since figures say as of when they are.
std::string cache_key(const NamedQuery& query, const app::Parameters& parameters,
                      const app::Caller& caller, base::Instant now) {
  std::string key(query.name);
  const auto add = [&](std::string_view part) {
    key += '\x1f';
    key += part;
  };
  for (const auto& [name, value] : parameters) {
    add(name);
    add(value);
  }
  add("\x1e");  // control characters are not let through as values
  add(std::to_string(static_cast<int>(*caller.role)));
  add(std::to_string(caller.place));
  add(caller.place_code);
  add(std::to_string(caller.person));
  add(std::to_string(now.unix_ms / base::kMsPerMinute));
  return key;
}

Result<base::Done> check_role(std::string_view name, const app::Caller& caller) {
  if (!caller.role) return {ErrorCode::signed_out};
  const api::Route* route = api::find_route(api::Verb::query, name);
  if (!route) return {ErrorCode::not_found};
  if ((route->roles & api::bit(*caller.role)) == 0) return {ErrorCode::not_permitted};
  return base::Done{};
}

class SqlQueries final : public app::Queries {
 public:
  SqlQueries(std::string path, const base::Clock& clock, const std::atomic<std::uint64_t>* commits)
      : shared_(std::move(path), commits), clock_(clock) {}

  Result<app::QueryAnswer> run(std::string_view name, const app::Parameters& parameters,
                               const app::Caller& caller) override {
    const NamedQuery* query = find_query(name);
    if (!query) return {ErrorCode::not_found};
    const auto permitted = check_role(name, caller);
    if (!permitted) return permitted.error();
    try {
      return answer_of(*query, parameters, caller);
    } catch (const SQLite::Exception&) {
      return {ErrorCode::storage_failed};
    }
  }

  std::int64_t position() const override {
    try {
      return shared_.pool.newest();
    } catch (const SQLite::Exception&) {
      return 0;  // the next query says what is wrong
    }
  }

 private:
  Result<app::QueryAnswer> answer_of(const NamedQuery& query, const app::Parameters& parameters,
                                     const app::Caller& caller) {
    const base::Instant now = clock_.now();
    std::string key;
    if (query.kept) {
      key = cache_key(query, parameters, caller, now);
      const std::int64_t newest = shared_.pool.newest();
      if (auto kept = cache_.find(key, newest)) return app::QueryAnswer{std::move(*kept), newest};
    }
    Snapshot snapshot = shared_.pool.open();
    Reading reading(snapshot, shared_, caller, now);
    auto json = query.answer(reading, parameters);
    if (!json) return json.error();
    if (query.kept) cache_.keep(key, snapshot.position(), *json);
    return app::QueryAnswer{std::move(*json), snapshot.position()};
  }

  mutable Shared shared_;
  const base::Clock& clock_;
  AnswerCache cache_;
};

}  // namespace

std::unique_ptr<app::Queries> open_queries(std::string path, const base::Clock& clock,
                                           const std::atomic<std::uint64_t>* commits) {
  return std::make_unique<SqlQueries>(std::move(path), clock, commits);
}

}  // namespace shanzhi::storage
