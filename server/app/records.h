// Rows as the use cases see them: domain values with their storage rows, and their description, which
// makes the journal's before and after and lets an import be taken back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/api/roles.h"
#include "shared/base/geometry.h"
#include "shared/base/id.h"
#include "shared/describe/describe.h"
#include "shared/people/people.h"
#include "shared/places/place.h"

namespace shanzhi::app {

/// A row of the database; 0 is none.
using Row = std::int64_t;

struct PlaceRecord {
  Row row = 0;
  std::string code;
  std::string name;
  places::Level level = places::Level::village;
  Row parent_row = 0;
  std::string parent;
  std::int64_t low = 0;  ///< preorder numbers: x is within p when p.low <= x.low <= p.high
  std::int64_t high = 0;
  bool schematic = false;
  std::string outline;  ///< GeoJSON geometry
};

struct SiteRecord {
  Row row = 0;
  base::SiteId id;
  places::SiteKind kind = places::SiteKind::village_station;
  std::string name;
  Row place_row = 0;
  std::string place;
  base::Point at;
  std::string hours;
  std::string offers;
};

struct MerchantRecord {
  Row row = 0;
  base::MerchantId id;
  std::string name;
  std::string trade;
  Row place_row = 0;
  std::string place;
  base::Point at;
  std::string phone;
};

struct HouseholdRecord {
  Row row = 0;
  base::HouseholdId id;
  std::string number;
  Row grid_row = 0;
  std::string grid;
  Row hamlet_row = 0;
  std::string hamlet;
  std::string address;
  std::string tags;
  std::int64_t members = 0;
  std::int64_t grid_low = 0;  ///< the grid's preorder number: for reach
  std::optional<base::Point> at;
};

struct PersonRecord {
  Row row = 0;
  base::PersonId id;
  Row household_row = 0;
  base::HouseholdId household;
  std::string name;
  people::Gender gender = people::Gender::unknown;
  people::Relation relation = people::Relation::other;
  std::optional<base::CivilDate> born;
  std::string phone;
  std::string id_digest;
  bool off_boards = false;
  std::int64_t balance = 0;  ///< centipoints; kept by the ledger, not by saving
  Row grid_row = 0;          ///< of the household
  std::int64_t grid_low = 0;
};

struct TeamRecord {
  Row row = 0;
  base::TeamId id;
  std::string name;
  Row place_row = 0;
  std::string place;
  std::string brand;
  people::LeadWay way = people::LeadWay::organisation;
  Row leader_row = 0;
  std::string leader;  ///< person id
  std::vector<Row> member_rows;
  std::vector<std::string> members;  ///< person ids
};

struct UserRecord {
  Row row = 0;
  base::UserId id;
  std::string name;
  std::string title;
  api::Role role = api::Role::village_officer;
  Row place_row = 0;
  std::string place;
  Row person_row = 0;
  std::string person;
  std::string password;  ///< Argon2id string; never described
  bool active = true;
};

struct TokenRecord {
  base::TokenId id;
  std::string label;
  api::Role role = api::Role::display;
  Row place_row = 0;
  std::string place;
  std::int64_t expires_at = 0;  ///< Unix milliseconds; 0 = until revoked
  std::int64_t revoked_at = 0;
};

/// A version of a rule that an import added.
struct RuleKey {
  std::string code;
  std::int64_t version = 0;
};

void fields(describe::Visitor& v, RuleKey& r);
void fields(describe::Visitor& v, PlaceRecord& r);
void fields(describe::Visitor& v, SiteRecord& r);
void fields(describe::Visitor& v, MerchantRecord& r);
void fields(describe::Visitor& v, HouseholdRecord& r);
void fields(describe::Visitor& v, PersonRecord& r);
void fields(describe::Visitor& v, TeamRecord& r);
void fields(describe::Visitor& v, UserRecord& r);
void fields(describe::Visitor& v, TokenRecord& r);

/// The person as the journal may show: telephone masked, no identity digest.
std::string journal_json(const PersonRecord& person);

}  // namespace shanzhi::app
