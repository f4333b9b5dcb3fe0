// Sites, shops, teams and grids within a place.
#include "server/storage/read/answers.h"
#include "server/storage/read/totals.h"
#include "shared/base/utf8.h"
#include "shared/describe/describe.h"

namespace shanzhi::storage::read {
namespace {

const std::string kSites =
    "SELECT s.uuid, s.kind, s.name, p.code, s.hours, s.offers, s.longitude,"
    " s.latitude FROM site s JOIN place p ON p.id = s.place_id"
    " WHERE p.low BETWEEN ? AND ? ORDER BY p.low, s.kind, s.id";
const std::string kMerchants =
    "SELECT m.uuid, m.name, m.trade, p.code, m.phone, m.longitude, m.latitude,"
    " coalesce(a.balance, 0), p.low FROM merchant m JOIN place p ON p.id = m.place_id"
    " LEFT JOIN account a ON a.currency = 0 AND a.kind = 5 AND a.who = m.uuid"
    " WHERE p.low BETWEEN ? AND ? ORDER BY p.low, m.name, m.id";
const std::string kTeams =
    "SELECT t.uuid, t.name, t.place_id, t.brand, t.way, coalesce(l.name, ''), l.uuid, t.id"
    " FROM team t JOIN place p ON p.id = t.place_id LEFT JOIN person l ON l.id = t.leader_id"
    " WHERE p.low BETWEEN ? AND ? ORDER BY p.low, t.name, t.id";
const std::string kWorkers =
    "SELECT w.grid_id, w.kind, pe.name FROM grid_worker w"
    " JOIN place p ON p.id = w.grid_id JOIN person pe ON pe.id = w.person_id"
    " WHERE p.low BETWEEN ? AND ? AND pe.removed_by = 0"
    " ORDER BY w.grid_id, w.kind, pe.id";

struct Served {
  std::int64_t members = 0, points = 0, minutes = 0;
};

/// By row of the team: what its members of today have earned and served.
std::unordered_map<std::int64_t, Served> served_by_teams(Reading& r) {
  TotalsKey hours;
  hours.measure = boards::Measure::hours;
  return r.shared.standings.with(r.snapshot, [&](Standings::View& view) {
    std::unordered_map<std::int64_t, Served> served;
    const auto points = view.teams(TotalsKey{}), minutes = view.teams(hours);
    const auto& teams = view.residents().teams;
    for (std::size_t i = 0; i < teams.size(); ++i)
      served[teams[i].row] = {static_cast<std::int64_t>(teams[i].members.size()), points[i],
                              minutes[i]};
    return served;
  });
}

struct Staff {
  std::int64_t workers = 0;
  std::string chief;
};

std::unordered_map<std::int64_t, Staff> staff_within(Reading& r, const PlaceNode& place) {
  std::unordered_map<std::int64_t, Staff> staff;
  Rows rows(r.snapshot, kWorkers, place.low, place.high);
  while (rows.next()) {
    Staff& of_grid = staff[rows.integer(0)];
    ++of_grid.workers;
    const bool chief = static_cast<places::StaffKind>(rows.integer(1)) == places::StaffKind::chief;
    if (chief && of_grid.chief.empty()) of_grid.chief = rows.text(2);
  }
  return staff;
}

}  // namespace

Result<api::SitePage> read_sites(Reading& r, const api::AtPlace& q) {
  const auto place = r.published_place(q.place);
  if (!place) return place.error();
  api::SitePage page;
  Rows rows(r.snapshot, kSites, (*place)->low, (*place)->high);
  while (rows.next()) {
    api::SiteRow& row = page.sites.emplace_back();
    row.id = rows.uuid_text(0);
    row.kind = describe::name_of(static_cast<places::SiteKind>(rows.integer(1)));
    row.name = rows.text(2);
    row.place = rows.text(3);
    row.hours = rows.text(4);
    row.offers = rows.text(5);
    row.longitude = rows.real(6);
    row.latitude = rows.real(7);
    if (!r.has(api::bit(api::Role::display))) continue;
    for (std::string* text : {&row.name, &row.hours, &row.offers})
      *text = base::mask_numbers(*text);
  }
  return page;
}

Result<api::MerchantPage> read_merchants(Reading& r, const api::AtPlace& q) {
  const auto place = r.published_place(q.place);
  if (!place) return place.error();
  api::MerchantPage page;
  Rows rows(r.snapshot, kMerchants, (*place)->low, (*place)->high);
  while (rows.next()) {
    api::MerchantRow& row = page.merchants.emplace_back();
    row.id = rows.uuid_text(0);
    row.name = rows.text(1);
    row.trade = rows.text(2);
    row.place = rows.text(3);
    // Often the owner's own telephone.
    row.phone = r.in_full(rows.integer(8)) ? rows.text(4) : base::mask_phone(rows.text(4));
    row.longitude = rows.real(5);
    row.latitude = rows.real(6);
    row.verified = rows.integer(7);
  }
  return page;
}

Result<api::TeamPage> read_teams(Reading& r, const api::AtPlace& q) {
  const auto place = r.published_place(q.place);
  if (!place) return place.error();
  api::TeamPage page;
  const auto served = served_by_teams(r);
  Rows rows(r.snapshot, kTeams, (*place)->low, (*place)->high);
  while (rows.next()) {
    api::TeamRow& row = page.teams.emplace_back();
    row.id = rows.uuid_text(0);
    row.name = rows.text(1);
    row.brand = rows.text(3);
    row.way = describe::name_of(static_cast<people::LeadWay>(rows.integer(4)));
    if (const PlaceNode* at = r.town->by_id(rows.integer(2))) {
      row.place = at->code;
      row.place_name = at->name;
      row.leader = r.name(rows.text(5), at->low);
      if (r.in_full(at->low) && !rows.null(6)) row.leader_id = rows.uuid_text(6);
    }
    const auto sums = served.find(rows.integer(7));
    if (sums == served.end()) continue;
    row.members = sums->second.members;
    row.points = sums->second.points;
    row.hours = sums->second.minutes;
  }
  return page;
}

Result<api::GridPage> read_grids(Reading& r, const api::AtPlace& q) {
  const auto place = r.published_place(q.place);
  if (!place) return place.error();
  api::GridPage page;
  const auto staff = staff_within(r, **place);
  const auto totals = sums_by_grid(r, **place, std::nullopt);
  const auto [first, last] = r.town->range(**place);
  for (std::size_t i = first; i < last; ++i) {
    const PlaceNode& grid = r.town->nodes()[i];
    if (grid.level != places::Level::grid) continue;
    api::GridRow& row = page.grids.emplace_back();
    row.code = grid.code;
    row.name = grid.name;
    row.village = r.town->name_above(grid, places::Level::village);
    row.hub = r.town->name_above(grid, places::Level::hub);
    row.households = grid.households;
    row.people = grid.people;
    if (const auto found = staff.find(grid.id); found != staff.end()) {
      row.workers = found->second.workers;
      row.chief = r.name(found->second.chief, grid.low);
    }
    if (const auto found = totals.find(grid.low); found != totals.end()) {
      row.points = found->second.points;
      row.hours = found->second.minutes;
    }
    if (grid.households > 0)
      row.per_household = (row.points + grid.households / 2) / grid.households;
  }
  return page;
}

}  // namespace shanzhi::storage::read
