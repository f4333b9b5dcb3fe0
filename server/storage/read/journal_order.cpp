// Each head is one look into an index.
#include "server/storage/read/journal_order.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "shared/describe/json.h"

namespace shanzhi::storage::read {
namespace {

constexpr std::array<std::string_view, 3> kOfPoints{"points_awarded", "points_verified",
                                                    "transfer_reversed"};

std::string list_of_points() {
  std::string list;
  for (const std::string_view fact : kOfPoints)
    list.append(list.empty() ? "'" : ", '").append(fact).append("'");
  return "(" + list + ")";
}

// Each names its index: where one account did nearly everything, the statistics speak for another.
const std::string kOfPlace =
    "SELECT position FROM journal INDEXED BY journal_by_place WHERE place_id IS ? AND position < ?"
    " ORDER BY position DESC LIMIT 1";
const std::string kOfUser =
    "SELECT position FROM journal INDEXED BY journal_by_user WHERE user_id IS ? AND place_id IS ? "
    "AND position < ?"
    " ORDER BY position DESC LIMIT 1";
const std::string kOfProgram =
    "SELECT position FROM journal INDEXED BY journal_by_program WHERE user_id IS NULL AND actor <> "
    "''"
    " AND position < ? ORDER BY position DESC LIMIT 1";
const std::string kNextPlace =
    "SELECT place_id FROM journal INDEXED BY journal_by_user WHERE user_id IS ? AND place_id > ? "
    "ORDER BY place_id LIMIT 1";

const std::string kNow = "SELECT id FROM user WHERE instr(name, ?) > 0 OR instr(title, ?) > 0";
const std::string kOnce =
    "SELECT DISTINCT u.id FROM journal j INDEXED BY journal_by_rare_fact CROSS JOIN user u ON "
    "u.uuid = j.subject"
    " WHERE j.what = 'user_saved' AND " +
    rare_condition() + " AND instr(j.before, ?) > 0";

}  // namespace

bool is_rare(const std::string& fact) {
  return std::find(kOfPoints.begin(), kOfPoints.end(), fact) == kOfPoints.end();
}

std::string rare_condition() {
  return "j.what NOT IN " + list_of_points();
}

std::string points_condition() {
  return "j.what IN " + list_of_points();
}

NewestFirst NewestFirst::in_places(Reading& r, const PlaceNode& within, std::int64_t before) {
  NewestFirst all(r.snapshot);
  const auto [first, last] = r.town->range(within);
  for (std::size_t i = first; i < last; ++i) all.add({.place = r.town->nodes()[i].id}, before);
  return all;
}

NewestFirst NewestFirst::by_users(Reading& r, const std::vector<std::int64_t>& users,
                                  const PlaceNode& within, std::int64_t before) {
  NewestFirst all(r.snapshot);
  all.add({.whose = Whose::program}, before);
  for (const std::int64_t user : users) all.add_user(r, user, within, before);
  return all;
}

/// The places in which the user did anything are few, and found one after the other.
void NewestFirst::add_user(const Reading& r, std::int64_t user, const PlaceNode& within,
                           std::int64_t before) {
  if (within.id == r.town->root().id) add({Whose::user, user, {}}, before);
  for (std::int64_t place = 0;;) {
    Rows rows(snapshot_, kNextPlace, user, place);
    if (!rows.next()) return;
    place = rows.integer(0);
    const PlaceNode* node = r.town->by_id(place);
    if (node && r.town->within(*node, within)) add({Whose::user, user, place}, before);
  }
}

void NewestFirst::add(const Source& source, std::int64_t before) {
  sources_.push_back(source);
  look(sources_.size() - 1, before);
}

std::int64_t NewestFirst::next() {
  if (heads_.empty()) return 0;
  const auto [position, source] = heads_.top();
  heads_.pop();
  look(source, position);
  return position;
}

void NewestFirst::look(std::size_t at, std::int64_t before) {
  const Source& source = sources_[at];
  const auto note = [&](Rows&& rows) {
    if (rows.next()) heads_.emplace(rows.integer(0), at);
  };
  switch (source.whose) {
    case Whose::place: return note(Rows(snapshot_, kOfPlace, source.place, before));
    case Whose::user: return note(Rows(snapshot_, kOfUser, source.user, source.place, before));
    case Whose::program: return note(Rows(snapshot_, kOfProgram, before));
  }
}

std::vector<std::int64_t> users_like(Snapshot& snapshot, const std::string& who) {
  std::vector<std::int64_t> users;
  const auto add = [&](Rows&& rows) {
    while (rows.next()) users.push_back(rows.integer(0));
  };
  add(Rows(snapshot, kNow, who, who));
  // Inside a JSON string it may stand escaped.
  const std::string quoted = describe::json_string(who);
  add(Rows(snapshot, kOnce, quoted.substr(1, quoted.size() - 2)));
  std::sort(users.begin(), users.end());
  users.erase(std::unique(users.begin(), users.end()), users.end());
  return users;
}

}  // namespace shanzhi::storage::read
