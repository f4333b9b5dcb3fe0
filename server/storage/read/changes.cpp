// What happened since a position, as far as the caller may see it: the whole of "live".
#include <algorithm>
#include <array>

#include "server/storage/read/answers.h"
#include "server/storage/read/changed.h"
#include "server/storage/read/family.h"
#include "shared/base/utf8.h"

namespace shanzhi::storage::read {
namespace {

/// Entries looked at by one call, seen or not: bounds the time of a phone that was off for a month.
constexpr std::int64_t kScannedMax = 5000;

const std::string kEntries =
    kChangedColumns + " FROM journal j WHERE j.position > ? ORDER BY j.position LIMIT ?";
const std::string kPerson =
    "SELECT p.name, p.off_boards, h.grid_id, coalesce(h.hamlet_id, 0), h.id"
    " FROM person p JOIN household h ON h.id = p.household_id WHERE p.uuid = ?";
const std::string kHousehold =
    "SELECT head_name, 0, grid_id, coalesce(hamlet_id, 0), id FROM household WHERE uuid = ?";
const std::string kTeam = "SELECT name, 0, place_id, 0, 0 FROM team WHERE uuid = ?";
const std::string kAlarm = "SELECT matter, 0, place_id, 0, 0 FROM alarm WHERE uuid = ?";
const std::string kSite = "SELECT name, 0, place_id, 0, 0 FROM site WHERE uuid = ?";

/// What everybody within reach may know of, since names are masked.
constexpr std::array<std::string_view, 6> kPublic{"points_awarded",    "points_verified",
                                                  "transfer_reversed", "place_saved",
                                                  "site_saved",        "team_saved"};
/// What everybody may know of whom it concerns, above and below; and what is for walls and who directs them.
constexpr std::array<std::string_view, 3> kAlarms{"alarm_raised", "alarm_updated", "alarm_ended"};
constexpr std::array<std::string_view, 2> kOfHall{"hall_scenes_saved", "hall_directed"};

/// What only those who keep the register may know of.
constexpr std::array<std::string_view, 5> kOfRegister{
    "person_saved", "person_moved", "household_saved", "family_granted", "family_ended"};

/// What only those who run the system may know of. Who signed in stands in the journal alone.
constexpr std::array<std::string_view, 6> kOfSystem{"file_imported", "import_undone",
                                                    "user_saved",    "token_issued",
                                                    "token_revoked", "setting_changed"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view what) {
  for (const std::string_view name : names)
    if (name == what) return true;
  return false;
}

bool may_see(const Reading& r, std::string_view what, const PlaceNode* place) {
  constexpr api::RoleSet kKeepers = api::roles(api::Role::town_administrator, api::Role::auditor);
  if (!r.own) return false;
  const bool here = place && r.town->within(*place, *r.own);
  if (among(kPublic, what)) return here;
  if (among(kAlarms, what)) return place && r.concerns(*place);
  if (among(kOfHall, what))
    return place && r.concerns(*place) && r.has(api::kTownAndHub | api::bit(api::Role::display));
  if (among(kOfRegister, what)) return here && r.sees_people();
  // Of the whole town when they belong to no place.
  return among(kOfSystem, what) && r.has(kKeepers) &&
         (here || (!place && r.own->id == r.town->root().id));
}

/// Points of somebody whom the caller looks after, wherever they live; and that a consent began or ended.
bool of_family(Reading& r, const std::vector<base::Uuid>& family, const Rows& entry) {
  const std::string what = entry.text(2);
  if (what == "family_granted" || what == "family_ended")
    return about_callers_family(r, entry.integer(0));
  return among(kPublic, what) &&
         std::find(family.begin(), family.end(), entry.uuid(5)) != family.end();
}

/// That there is something to read again: whose it is, they know.
api::Change told_of_family(const Rows& entry) {
  api::Change change;
  change.position = entry.integer(0);
  change.at = instant_text(entry.integer(1));
  change.what = entry.text(2);
  return change;
}

void tell_of_place(const Reading& r, const PlaceNode& place, api::Change& change) {
  change.place = place.code;
  change.place_name = place.name;
  if (place.level == places::Level::grid) {
    change.grid = place.code;
    if (const PlaceNode* village = r.town->above(place, places::Level::village))
      change.place_name = village->name;
  }
}

/// Name and id of who it is about; a note may name people too, so it goes with the full name only.
void tell_of_subject(Reading& r, const std::string& kind, const base::Uuid& id,
                     const PlaceNode* place, api::Change& change) {
  change.subject = base::to_text(id);
  if (kind == "place") {
    if (place) change.subject_name = place->name;
    return;
  }
  const bool person = kind == "person", household = kind == "household";
  if (!person && !household && kind != "team" && kind != "site" && kind != "alarm") return;
  Rows rows(r.snapshot,
            person            ? kPerson
            : household       ? kHousehold
            : kind == "team"  ? kTeam
            : kind == "alarm" ? kAlarm
                              : kSite,
            id);
  if (!rows.next()) return;
  change.subject_name = rows.text(0);
  if (!person && !household) return;
  const PlaceNode* grid = r.town->by_id(rows.integer(2));
  const PlaceNode* hamlet = r.town->by_id(rows.integer(3));
  const bool own = r.household != 0 && rows.integer(4) == r.household;
  if (own || (grid && r.in_full(grid->low, hamlet ? hamlet->low : 0))) return;
  change.subject_name = r.masked(change.subject_name);
  change.note.clear();
  if (rows.integer(1) == 0) return;
  change.subject_name.clear();  // asked to be left out
  change.subject.clear();
}

}  // namespace

std::optional<api::Change> change_of(Reading& r, const Rows& row) {
  const std::string what = row.text(2);
  const PlaceNode* place = r.town->by_id(row.integer(3));
  if (!may_see(r, what, place)) return std::nullopt;
  api::Change change;
  change.position = row.integer(0);
  change.at = instant_text(row.integer(1));
  change.what = what;
  change.rule = row.text(6);
  if (r.own && !r.has(api::bit(api::Role::display))) change.note = row.text(7);
  change.amount = row.integer(8);
  change.minutes = row.integer(9);
  if (place) tell_of_place(r, *place, change);
  tell_of_subject(r, row.text(4), row.uuid(5), place, change);
  return change;
}

Result<api::Changes> read_changes(Reading& r, const api::ChangesQuery& q) {
  api::Changes out;
  out.position = std::min(q.after, r.snapshot.position());
  Rows rows(r.snapshot, kEntries, q.after, kScannedMax + 1);
  std::int64_t scanned = 0;
  const std::vector<base::Uuid> family = all_looked_after(r);
  while (rows.next()) {
    if (++scanned > kScannedMax || static_cast<std::int64_t>(out.changes.size()) == q.limit) {
      out.more = true;
      break;
    }
    out.position = rows.integer(0);
    if (auto change = change_of(r, rows))
      out.changes.push_back(std::move(*change));
    else if (of_family(r, family, rows))
      out.changes.push_back(told_of_family(rows));
  }
  return out;
}

}  // namespace shanzhi::storage::read
