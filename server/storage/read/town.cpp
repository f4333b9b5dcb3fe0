// Reads the tree and counts households and people into it.
#include "server/storage/read/town.h"

#include <algorithm>
#include <array>

namespace shanzhi::storage::read {
namespace {

const std::string kPlaces =
    "SELECT id, code, name, level, coalesce(parent_id, 0), low, high, schematic, revision"
    " FROM place ORDER BY low, level, id";
const std::string kHouseholdsByGrid =
    "SELECT grid_id, hamlet_id, count(*), sum(members)"
    " FROM household WHERE removed_by = 0 GROUP BY grid_id, hamlet_id";
const std::string kWhats = "SELECT DISTINCT what FROM journal WHERE position > ?";

/// What happens all day and moves nobody.
constexpr std::array<std::string_view, 24> kHarmless{
    "points_awarded",  "points_verified",   "transfer_reversed", "site_saved",
    "team_saved",      "user_saved",        "password_changed",  "token_issued",
    "token_revoked",   "signed_in",         "signed_out",        "rule_saved",
    "setting_changed", "merchant_saved",    "alarm_raised",      "alarm_updated",
    "alarm_ended",     "hall_scenes_saved", "hall_directed",     "sign_in_code_issued",
    "pin_set",         "session_ended",     "family_granted",    "family_ended"};

}  // namespace

Town::Town(Snapshot& snapshot) : position_(snapshot.position()) {
  Rows rows(snapshot, kPlaces);
  while (rows.next()) {
    PlaceNode node;
    node.id = rows.integer(0);
    node.code = rows.text(1);
    node.name = rows.text(2);
    node.level = static_cast<places::Level>(rows.integer(3));
    node.parent_id = rows.integer(4);
    node.low = rows.integer(5);
    node.high = rows.integer(6);
    node.schematic = rows.integer(7) != 0;
    node.revision = rows.integer(8);
    codes_.emplace(node.code, nodes_.size());
    ids_.emplace(node.id, nodes_.size());
    nodes_.push_back(std::move(node));
  }
  count_people(snapshot);
}

void Town::count_people(Snapshot& snapshot) {
  const auto add = [&](std::int64_t place, std::int64_t households, std::int64_t people) {
    // Up the parents: the tree is six levels deep at most.
    for (const PlaceNode* node = by_id(place); node; node = by_id(node->parent_id)) {
      auto& counted = nodes_[static_cast<std::size_t>(node - nodes_.data())];
      counted.households += households;
      counted.people += people;
    }
  };
  Rows rows(snapshot, kHouseholdsByGrid);
  while (rows.next()) {
    add(rows.integer(0), rows.integer(2), rows.integer(3));
    // A hamlet lies beside the grids of its village: it counts its own, its village has them already.
    const auto hamlet = ids_.find(rows.integer(1));
    if (hamlet == ids_.end() || rows.integer(1) == rows.integer(0)) continue;
    nodes_[hamlet->second].households += rows.integer(2);
    nodes_[hamlet->second].people += rows.integer(3);
  }
}

const PlaceNode* Town::by_code(std::string_view code) const {
  const auto found = codes_.find(std::string(code));
  return found == codes_.end() ? nullptr : &nodes_[found->second];
}

const PlaceNode* Town::by_id(std::int64_t id) const {
  const auto found = ids_.find(id);
  return found == ids_.end() ? nullptr : &nodes_[found->second];
}

const PlaceNode* Town::by_low(std::int64_t low) const {
  const auto found = std::lower_bound(nodes_.begin(), nodes_.end(), low,
                                      [](const PlaceNode& n, std::int64_t v) { return n.low < v; });
  return found == nodes_.end() || found->low != low ? nullptr : &*found;
}

const PlaceNode* Town::above(const PlaceNode& node, places::Level level) const {
  for (const PlaceNode* p = &node; p; p = by_id(p->parent_id))
    if (p->level == level) return p;
  return nullptr;
}

std::string Town::name_above(const PlaceNode& node, places::Level level) const {
  const PlaceNode* found = above(node, level);
  return found ? found->name : std::string{};
}

std::pair<std::size_t, std::size_t> Town::range(const PlaceNode& outer) const {
  const auto before = [](const PlaceNode& n, std::int64_t v) { return n.low < v; };
  const auto first = std::lower_bound(nodes_.begin(), nodes_.end(), outer.low, before);
  const auto last = std::lower_bound(first, nodes_.end(), outer.high + 1, before);
  return {static_cast<std::size_t>(first - nodes_.begin()),
          static_cast<std::size_t>(last - nodes_.begin())};
}

std::int64_t Town::count(const PlaceNode& outer, places::Level level) const {
  const auto [first, last] = range(outer);
  std::int64_t counted = 0;
  for (std::size_t i = first; i < last; ++i) counted += nodes_[i].level == level;
  return counted;
}

bool Town::schematic() const {
  return std::any_of(nodes_.begin(), nodes_.end(), [](const PlaceNode& n) { return n.schematic; });
}

bool changes_residence(std::string_view what) {
  return std::find(kHarmless.begin(), kHarmless.end(), what) == kHarmless.end();
}

bool residence_changed(Snapshot& snapshot, std::int64_t after) {
  Rows rows(snapshot, kWhats, after);
  while (rows.next())
    if (changes_residence(rows.text(0))) return true;
  return false;
}

std::shared_ptr<const Town> TownCache::at(Snapshot& snapshot) {
  const std::lock_guard lock(mutex_);
  if (town_ && snapshot.position() <= checked_) return town_;
  // A town loaded whole into an empty journal is not told from its awards by their names.
  if (!town_ || checked_ == 0 || residence_changed(snapshot, checked_))
    town_ = std::make_shared<Town>(snapshot);
  checked_ = snapshot.position();
  return town_;
}

}  // namespace shanzhi::storage::read
