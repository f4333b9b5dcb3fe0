// What the queries answer: plain rows, described in views.cpp. Personal names are masked by the
// server wherever the caller's role does not show them in full.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/api/family.h"
#include "shared/api/names.h"
#include "shared/api/roles.h"

namespace shanzhi::api {

/// Answer of every command that writes the ledger.
struct Posted {
  std::string transfer;     ///< id of the transfer
  std::int64_t points = 0;  ///< centipoints moved, signed for the person
  std::int64_t minutes = 0;
  std::int64_t balance = 0;   ///< the person's, after
  std::int64_t position = 0;  ///< in the journal
};
/// Answer of the other commands.
struct Saved {
  std::string id;
  std::int64_t position = 0;
  std::string secret;  ///< a token or one-time link, shown once; else absent
};

/// GET /api/v1/me
struct Me {
  std::string user, name, role, place, place_name, person;
  std::string town, town_name;  ///< root of what is served
  std::int64_t position = 0;
  std::string today;       ///< the server's civil date
  bool schematic = false;  ///< outlines are drawings
};

/// GET /api/v1/figures?place= (all counts within the place)
struct Figures {
  std::string place;
  std::int64_t villages = 0, hamlets = 0, hubs = 0, grids = 0, households = 0, people = 0;
  std::int64_t teams = 0, merchants = 0, grid_workers = 0;
  std::int64_t points_issued = 0;                             ///< centipoints, reversals taken off
  std::int64_t points_verified = 0;                           ///< centipoints verified at merchants
  std::int64_t hours = 0;                                     ///< minutes of service banked
  std::int64_t points_this_month = 0, points_last_month = 0;  ///< to the same day of the month
  std::int64_t hours_this_month = 0, hours_last_month = 0;    ///< minutes
  std::int64_t verified_this_month = 0, verified_last_month = 0;
  std::int64_t points_today = 0, volunteers = 0, volunteers_this_week = 0;
  std::vector<std::int64_t> points_by_month;    ///< last 12 civil months, oldest first, centipoints
  std::vector<std::int64_t> hours_by_month;     ///< minutes
  std::vector<std::int64_t> verified_by_month;  ///< centipoints
  std::string as_of;
};

/// GET /api/v1/places?parent=|code=|under= [&outline=1]
struct PlaceRow {
  std::string code, name, level, parent;
  std::int64_t households = 0, people = 0;
  bool schematic = false;
  std::string outline;  ///< GeoJSON geometry, on demand
};
struct PlacePage {
  std::vector<PlaceRow> places;
};

/// Coordinates of maps are whole numbers, so many to a degree: about a metre each, finer than anybody draws.
inline constexpr double kUnitsPerDegree = 1e5;

/// GET /api/v1/outlines?place= : the drawn map in one answer, small: borders run between points where
/// lines meet, or round, and are written once; each place names those that it is made of.
struct OutlineRow {
  std::string code, name, level, parent;
  std::vector<std::int64_t> ring_sizes;  ///< borders of each ring; a negative size begins a hole
  std::vector<std::int64_t> borders;  ///< their numbers from 1, ring after ring; < 0: turned round
};
struct Outlines {
  std::vector<OutlineRow> places;
  std::vector<std::int64_t> border_sizes;  ///< points of each border, both ends counted
  std::vector<std::int64_t> coordinates;   ///< units: x, y, dx, dy, … over all borders
  bool schematic = false;
};

/// GET /api/v1/household-points?place= : where the households of a place stand. Of its least part, a
/// grid or a village without any, also whose: lists in the order of the points.
struct HouseholdPoints {
  std::int64_t households = 0;            ///< of the place, also those without a point
  std::vector<std::int64_t> coordinates;  ///< units: x, y, dx, dy, …
  std::vector<std::string> ids, numbers, heads;
};

/// GET /api/v1/measures?place=&measure=points_per_household|points|hours|households|people|volunteers
///   &month=YYYY-MM (absent: all time): one value for each grid within the place.
struct Measures {
  std::string measure, unit;
  std::vector<std::string> grids;
  std::vector<std::int64_t> values;    ///< hundredths of the measure's unit; minutes for hours
  std::vector<std::int64_t> by_month;  ///< of the whole place, last 12 months, oldest first
  std::vector<std::string> months;     ///< "2026-11"
};
/// GET /api/v1/place-card?place= : what the hover card and the map's side panel show.
struct PlaceCard {
  std::string code, name, level, chief;
  std::int64_t households = 0, people = 0, points = 0, hours = 0, month_points = 0;
  std::int64_t rank = 0, of = 0;       ///< by points a household among its level in the town
  std::vector<std::int64_t> by_month;  ///< points, last 12 months
};

struct SiteRow {
  std::string id, kind, name, place, hours, offers;
  double longitude = 0, latitude = 0;
};
/// GET /api/v1/sites?place=
struct SitePage {
  std::vector<SiteRow> sites;
};
struct MerchantRow {
  std::string id, name, trade, place, phone;
  double longitude = 0, latitude = 0;
  std::int64_t verified = 0;  ///< centipoints taken
};
/// GET /api/v1/merchants?place=
struct MerchantPage {
  std::vector<MerchantRow> merchants;
};

struct HouseholdRow {
  std::string id, number, head, grid, grid_name, village, address, tags;
  std::int64_t members = 0, balance = 0, earned = 0, month = 0, hours = 0;
  std::string last;                           ///< date of the last transfer
  std::optional<double> longitude, latitude;  ///< for officers and auditors
};
/// GET /api/v1/households?place=&search=&tag=&sort=&cursor=&limit= ; sort: number head members balance
/// earned month hours last, "-" before it for descending.
struct HouseholdPage {
  std::vector<HouseholdRow> households;
  std::int64_t total = 0;
  std::int64_t balance_sum = 0;
  std::string next;  ///< cursor; absent at the end
};
struct PersonRow {
  std::string id, name, gender, relation, born, phone, household, household_number, grid, grid_name,
      village;
  std::int64_t age = 0, balance = 0, earned = 0, month = 0, hours = 0;
  bool off_boards = false;
};
/// GET /api/v1/people?place=&household=&search=&sort=&cursor=&limit=
struct PersonPage {
  std::vector<PersonRow> people;
  std::int64_t total = 0;
  std::string next;
};
struct TeamRow {
  std::string id, name, place, place_name, brand, way, leader;
  std::string leader_id;  ///< person; only for who sees people there in full
  std::int64_t members = 0, points = 0, hours = 0;
};
/// GET /api/v1/teams?place=
struct TeamPage {
  std::vector<TeamRow> teams;
};
struct GridRow {
  std::string code, name, village, hub, chief;
  std::int64_t households = 0, people = 0, workers = 0, points = 0, hours = 0, per_household = 0;
};
/// GET /api/v1/grids?place=
struct GridPage {
  std::vector<GridRow> grids;
};

/// One line of a passbook.
struct PassbookLine {
  std::string transfer, occurred_at, recorded_at, person, person_name, reason, rule, rule_name,
      field, note, evidence, by, merchant;
  std::int64_t rule_version = 0, amount = 0, minutes = 0, balance = 0;  ///< amount signed
  bool reversed = false;
  std::string reverses;
  bool can_reverse = false;
  std::string hash;                 ///< hex
  std::vector<std::string> photos;  ///< ids, for GET /api/v1/photo?id=
};
struct ArchiveMember {
  std::string id, name, relation, gender;
  std::int64_t age = 0, balance = 0, hours = 0;
  bool off_boards = false;
};
/// GET /api/v1/passbook?person=|household= &cursor=&limit= : the archive and its lines, newest first.
struct Passbook {
  std::string household, number, address, grid, grid_name, village, chief, phone, tags, head;
  std::optional<double> longitude, latitude;  ///< for officers and auditors
  std::string hamlet;                         ///< code
  std::string person, person_name;            ///< when asked for one person
  std::int64_t balance = 0, earned = 0, spent = 0, month_earned = 0, month_spent = 0, hours = 0;
  std::int64_t week = 0;
  std::int64_t rank = 0, of = 0;  ///< in the village, this subject kind, all time
  std::vector<ArchiveMember> members;
  std::vector<PassbookLine> lines;
  std::vector<std::int64_t> by_month;  ///< earned, last 12 months
  std::vector<FamilyRow> family;       ///< who may look after its people; for officials
  std::string next;
};

/// GET /api/v1/boards
struct BoardRow {
  std::int64_t rank = 0;
  std::string subject, name, place;
  std::int64_t value = 0;
  std::int64_t move = 0;         ///< ranks gained since the period before; 0 when none or new
  std::int64_t before = 0;       ///< value then
  std::int64_t before_rank = 0;  ///< 0: not ranked then
};
struct MyPlace {
  std::string subject, name;
  std::int64_t rank = 0, value = 0, to_next = 0, next_rank = 0, change = 0, of = 0;
  std::int64_t before = 0, before_rank = 0;
};
struct Board {
  std::string place, subject, period, date, first, last, field, measure;
  std::string before_first, before_last;  ///< days compared with; absent when all time
  std::vector<BoardRow> rows;
  std::int64_t of = 0;        ///< how many are ranked
  std::vector<MyPlace> mine;  ///< none or one
};

/// GET /api/v1/subject-history : one subject of a board over the last twelve periods, oldest first.
struct HistorySpan {
  std::string first, last;
  std::int64_t value = 0;
};
struct SubjectHistory {
  std::string subject, kind, name, place, place_name;
  std::string household;  ///< id, where the caller may open its archive
  std::string period, measure, field;
  std::int64_t rank = 0, of = 0;  ///< in the last of the periods; 0: not ranked
  std::vector<HistorySpan> spans;
};

struct RuleRow {
  std::string code, name, field, direction, unit, cap_period, evidence, approver, source,
      valid_from, valid_until;
  std::int64_t version = 1, points = 0, cap = 0, bonus_max = 0;
};
/// GET /api/v1/rules?all= : in force and to come, or every version there was.
struct RulePage {
  std::vector<RuleRow> rules;
};
/// GET /api/v1/award-context?person=&rule=&occurred_at= : what the form needs to check as the server
/// will (rules::AwardContext).
struct AwardContextView {
  std::int64_t granted_in_period = 0, booked_that_day = 0, balance = 0, floor = 0;
  std::int64_t granted_by_this_month = 0, second_person_above = 0;
  bool same_person = false, same_household = false;
};

/// One thing that happened. `what`: points_awarded, transfer_reversed, place_saved, person_saved …
struct Change {
  std::int64_t position = 0;
  std::string at, what, place, place_name, subject, subject_name, rule, note;
  std::int64_t amount = 0, minutes = 0;  ///< signed
  std::string grid;
};
/// GET /api/v1/changes?after=N
struct Changes {
  std::int64_t position = 0;
  bool more = false;
  std::vector<Change> changes;
};

struct JournalRow {
  std::int64_t position = 0;
  std::string at, who, role, from, what, on, result, hash, before, after;
  std::string kind, subject,
      subject_name;        ///< what `on` is: person and its id, place and its code …
  std::string rule, note;  ///< of an award or a reversal
  std::int64_t amount = 0, minutes = 0;  ///< signed
};
/// GET /api/v1/journal?place=&who=&what=&since=&until=&cursor=&limit=
struct JournalPage {
  std::vector<JournalRow> entries;
  std::string next;
};

struct UserRow {
  std::string id, name, title, role, place, place_name, last_seen;
  std::string person;  ///< id of the resident that this user is; absent when none
  bool active = true;
};
struct TokenRow {
  std::string id, label, role, place, created_at, expires_at, last_seen;
  bool revoked = false;
};
/// GET /api/v1/users
struct UserPage {
  std::vector<UserRow> users;
  std::vector<TokenRow> tokens;
};

/// GET /api/v1/search?q= : people, households, places, teams, merchants.
struct SearchHit {
  std::string kind, id, name, where;
};
struct SearchPage {
  std::vector<SearchHit> hits;
};

/// POST /api/v1/import?kind=&dry_run=1&name=&datum= (body: the file)
struct ImportProblem {
  std::int64_t row = 0;
  std::string column, value, reason;
};
struct ImportColumn {
  std::string heading, field;  ///< field "" when the column is not used
};
struct ImportReport {
  std::string id, kind, name, at;
  bool dry_run = false, undone = false, applied = false;
  std::int64_t rows = 0, good = 0, added = 0, changed = 0, position = 0;
  std::vector<ImportColumn> columns;
  std::vector<ImportProblem> problems;  ///< the first 200
  std::int64_t problem_count = 0;
  std::string errors_file;  ///< address of the marked copy to hand back
};
/// GET /api/v1/imports
struct ImportPage {
  std::vector<ImportReport> imports;
};

/// Answer of the routes that give a file: the bytes are the body, nothing is described.
struct WholeFile {};
/// POST /api/v1/upload-photo : the photograph as it is kept. `id` is the SHA-256 of its bytes, hex.
struct PhotoKept {
  std::string id;
  std::int64_t width = 0, height = 0, bytes = 0;
};

/// RFC 9457 problem+json.
struct ProblemError {
  std::string pointer, code, reason;
};
struct Problem {
  std::string type, title, detail, code, instance;
  std::int64_t status = 0;
  std::vector<ProblemError> errors;
};

void fields(describe::Visitor& v, Posted& r);
void fields(describe::Visitor& v, Saved& r);
void fields(describe::Visitor& v, Me& r);
void fields(describe::Visitor& v, Figures& r);
void fields(describe::Visitor& v, PlaceRow& r);
void fields(describe::Visitor& v, PlacePage& r);
void fields(describe::Visitor& v, OutlineRow& r);
void fields(describe::Visitor& v, Outlines& r);
void fields(describe::Visitor& v, HouseholdPoints& r);
void fields(describe::Visitor& v, Measures& r);
void fields(describe::Visitor& v, PlaceCard& r);
void fields(describe::Visitor& v, SiteRow& r);
void fields(describe::Visitor& v, SitePage& r);
void fields(describe::Visitor& v, MerchantRow& r);
void fields(describe::Visitor& v, MerchantPage& r);
void fields(describe::Visitor& v, HouseholdRow& r);
void fields(describe::Visitor& v, HouseholdPage& r);
void fields(describe::Visitor& v, PersonRow& r);
void fields(describe::Visitor& v, PersonPage& r);
void fields(describe::Visitor& v, TeamRow& r);
void fields(describe::Visitor& v, TeamPage& r);
void fields(describe::Visitor& v, GridRow& r);
void fields(describe::Visitor& v, GridPage& r);
void fields(describe::Visitor& v, PassbookLine& r);
void fields(describe::Visitor& v, ArchiveMember& r);
void fields(describe::Visitor& v, Passbook& r);
void fields(describe::Visitor& v, BoardRow& r);
void fields(describe::Visitor& v, MyPlace& r);
void fields(describe::Visitor& v, Board& r);
void fields(describe::Visitor& v, HistorySpan& r);
void fields(describe::Visitor& v, SubjectHistory& r);
void fields(describe::Visitor& v, RuleRow& r);
void fields(describe::Visitor& v, RulePage& r);
void fields(describe::Visitor& v, AwardContextView& r);
void fields(describe::Visitor& v, Change& r);
void fields(describe::Visitor& v, Changes& r);
void fields(describe::Visitor& v, JournalRow& r);
void fields(describe::Visitor& v, JournalPage& r);
void fields(describe::Visitor& v, UserRow& r);
void fields(describe::Visitor& v, TokenRow& r);
void fields(describe::Visitor& v, UserPage& r);
void fields(describe::Visitor& v, SearchHit& r);
void fields(describe::Visitor& v, SearchPage& r);
void fields(describe::Visitor& v, ImportProblem& r);
void fields(describe::Visitor& v, ImportColumn& r);
void fields(describe::Visitor& v, ImportReport& r);
void fields(describe::Visitor& v, ImportPage& r);
void fields(describe::Visitor& v, WholeFile& r);
void fields(describe::Visitor& v, PhotoKept& r);
void fields(describe::Visitor& v, ProblemError& r);
void fields(describe::Visitor& v, Problem& r);

}  // namespace shanzhi::api
