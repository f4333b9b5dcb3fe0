// One query on its way: the snapshot it reads, who asks, and what that one may see.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "server/app/ports.h"
#include "server/storage/read/day_sums.h"
#include "server/storage/read/grid_sums.h"
#include "server/storage/read/outline_cache.h"
#include "server/storage/read/snapshot.h"
#include "server/storage/read/standings.h"
#include "server/storage/read/town.h"

namespace shanzhi::storage::read {

/// What all queries share.
struct Shared {
  Shared(std::string path, const std::atomic<std::uint64_t>* commits)
      : pool(std::move(path), commits) {}
  SnapshotPool pool;
  TownCache towns;
  Standings standings;
  GridSums grids;
  DaySums days{grids};
  OutlineCache outlines;
};

struct Reading {
  Snapshot& snapshot;
  Shared& shared;
  std::shared_ptr<const Town> town;
  const app::Caller& caller;
  base::Instant now;
  base::CivilDate today;
  const PlaceNode* own = nullptr;  ///< where the role is held; nullptr when nowhere
  std::int64_t household = 0;      ///< row of the caller's household; 0 when none
  bool names_hidden = false;       ///< a wall whose visitors are to read no names, not even masked

  Reading(Snapshot& taken, Shared& all, const app::Caller& who, base::Instant at);

  bool has(api::RoleSet roles) const {
    return caller.role && (roles & api::bit(*caller.role)) != 0;
  }
  /// Officers and the auditor see people within their tree as they are; everyone else masked.
  bool sees_people() const { return has(api::kOfficersAndAuditor) && own; }
  bool in_own_tree(std::int64_t low, std::int64_t hamlet_low = 0) const {
    return own && inside(*own, low, hamlet_low);
  }
  bool in_full(std::int64_t low, std::int64_t hamlet_low = 0) const {
    return sees_people() && in_own_tree(low, hamlet_low);
  }
  /// What happens there concerns who is here, above or below.
  bool concerns(const PlaceNode& place) const { return own && town->related(place, *own); }
  /// A person's name for whoever does not see people in full.
  std::string masked(const std::string& name) const;
  /// The name as the caller may read it.
  std::string name(const std::string& name, std::int64_t low, std::int64_t hamlet_low = 0) const;

  /// Aggregates: any place of the town; "" is the caller's own. Errors: not_found.
  base::Result<const PlaceNode*> published_place(const std::string& code) const;
  /// What is about people: the caller's own place or below it. Errors: not_found.
  base::Result<const PlaceNode*> personal_place(const std::string& code) const;
};

/// Whole years of age on a day; 0 when the birthday is unknown.
std::int64_t age_on(base::CivilDate today, std::optional<base::CivilDate> born);
/// RFC 3339 text; "" for 0.
std::string instant_text(std::int64_t unix_ms);
/// First day of the month that lies `back` months before the date's.
base::CivilDate month_before(base::CivilDate date, int back);
/// "2026-11".
std::string month_text(base::CivilDate date);
/// Months that the small charts of figures, cards and passbooks show.
inline constexpr int kChartMonths = 12;

}  // namespace shanzhi::storage::read
