// Everything that changes anything: one struct a command, its fields described beside it in
// commands.cpp, its name and permission in registry.h. `id` makes a retry the same thing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/api/roles.h"
#include "shared/base/amounts.h"
#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/people/people.h"
#include "shared/places/place.h"
#include "shared/rules/rules.h"

namespace shanzhi::api {

/// Points under a rule to one person; `minutes` for rules by the hour, `amount` (centipoints) the
/// whole sum where a bonus is added. Answers Posted.
struct AwardPoints {
  base::TransferId id;
  base::PersonId person;
  std::string rule;
  std::optional<std::int64_t> minutes;
  std::optional<std::int64_t> amount;
  base::Instant occurred_at;
  std::string note;
  std::string evidence;
  std::vector<std::string> photos;  ///< ids, as upload-photo answered them
};

/// Takes one transfer back by its mirror image, with the hours booked beside it. Answers Posted.
struct ReverseTransfer {
  base::TransferId id;
  base::TransferId transfer;
  std::string reason;
};

/// Creates a place, or changes name, parent or outline of one that exists.
struct SavePlace {
  base::CommandId id;
  std::string code;
  std::string name;
  places::Level level = places::Level::village;
  std::string parent;
  std::string
      outline;  ///< GeoJSON geometry (Polygon or MultiPolygon, WGS 84); "" leaves it as it is
};

struct SaveSite {
  base::SiteId id;  ///< the site's own id: new creates, known changes
  places::SiteKind kind = places::SiteKind::village_station;
  std::string name;
  std::string place;
  double longitude = 0;
  double latitude = 0;
  std::string hours;
  std::string offers;
};

struct SaveHousehold {
  base::HouseholdId id;
  std::string number;
  std::string grid;
  std::string hamlet;
  std::string address;
  std::string tags;
  std::optional<double> longitude, latitude;  ///< where it stands: both or neither
};

struct SavePerson {
  base::PersonId id;
  base::HouseholdId household;
  std::string name;
  people::Gender gender = people::Gender::unknown;
  people::Relation relation = people::Relation::other;
  std::optional<base::CivilDate> born;
  std::string phone;
  bool off_boards = false;
};

struct MovePerson {
  base::CommandId id;
  base::PersonId person;
  base::HouseholdId household;
  people::Relation relation = people::Relation::other;
  std::string reason;
};

struct SaveTeam {
  base::TeamId id;
  std::string name;
  std::string place;
  std::string brand;
  people::LeadWay way = people::LeadWay::organisation;
  base::PersonId leader;
  std::vector<std::string> members;  ///< person ids
};

struct SignIn {
  std::string name;
  std::string password;
};
struct SignOut {};

/// The first administrator's way in, while there is no user. `key` is in the link that the program
/// printed at its start; it holds once.
struct OpenTown {
  std::string key;
  std::string name;
  std::string password;
};

struct SaveUser {
  base::UserId id;
  std::string name;   ///< for signing in
  std::string title;  ///< shown: 周敏 镇综治中心
  Role role = Role::village_officer;
  std::string place;
  std::string password;   ///< "" leaves it as it is
  base::PersonId person;  ///< none when not a resident
  bool active = true;
};
struct ChangePassword {
  std::string old_password;
  std::string new_password;
};
/// Answers the token once; it is stored hashed.
struct IssueToken {
  base::TokenId id;
  std::string label;
  Role role = Role::display;
  std::string place;
  std::optional<std::int64_t> days;  ///< valid for; absent = until revoked
};
struct RevokeToken {
  base::CommandId id;
  base::TokenId token;
};
struct UndoImport {
  base::CommandId id;
  base::ImportId import;
};

void fields(describe::Visitor& v, AwardPoints& c);
void fields(describe::Visitor& v, ReverseTransfer& c);
void fields(describe::Visitor& v, SavePlace& c);
void fields(describe::Visitor& v, SaveSite& c);
void fields(describe::Visitor& v, SaveHousehold& c);
void fields(describe::Visitor& v, SavePerson& c);
void fields(describe::Visitor& v, MovePerson& c);
void fields(describe::Visitor& v, SaveTeam& c);
void fields(describe::Visitor& v, SignIn& c);
void fields(describe::Visitor& v, SignOut& c);
void fields(describe::Visitor& v, OpenTown& c);
void fields(describe::Visitor& v, SaveUser& c);
void fields(describe::Visitor& v, ChangePassword& c);
void fields(describe::Visitor& v, IssueToken& c);
void fields(describe::Visitor& v, RevokeToken& c);
void fields(describe::Visitor& v, UndoImport& c);

}  // namespace shanzhi::api
