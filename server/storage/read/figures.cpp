// The headline figures of a place: counts from the tree in memory, sums from the kept totals.
#include <algorithm>

#include "server/storage/read/answers.h"
#include "server/storage/read/totals.h"

namespace shanzhi::storage::read {
namespace {

using places::Level;

const std::string kTeams =
    "SELECT count(*) FROM team t JOIN place p ON p.id = t.place_id WHERE p.low BETWEEN ? AND ?";
const std::string kMerchants =
    "SELECT count(*) FROM merchant m JOIN place p ON p.id = m.place_id WHERE p.low BETWEEN ? AND ?";
const std::string kWorkers =
    "SELECT count(DISTINCT w.person_id) FROM grid_worker w"
    " JOIN place p ON p.id = w.grid_id WHERE p.low BETWEEN ? AND ?";

std::int64_t count(Reading& r, const std::string& sql, const PlaceNode& place) {
  Rows rows(r.snapshot, sql, place.low, place.high);
  return rows.next() ? rows.integer(0) : 0;
}

void count_things(Reading& r, const PlaceNode& place, api::Figures& f) {
  const Town& town = *r.town;
  f.villages = town.count(place, Level::village);
  f.hamlets = town.count(place, Level::hamlet);
  f.hubs = town.count(place, Level::hub);
  f.grids = town.count(place, Level::grid);
  f.households = place.households;
  f.people = place.people;
  f.teams = count(r, kTeams, place);
  f.merchants = count(r, kMerchants, place);
  f.grid_workers = count(r, kWorkers, place);
}

/// Last month up to the day of the month that today is; a shorter month counts whole.
Sums last_month_so_far(Reading& r, const PlaceNode& place) {
  const base::CivilDate first = month_before(r.today, 1);
  const base::CivilDate this_month = month_before(r.today, 0);
  const std::int32_t days = r.today.days - this_month.days + 1;
  const base::CivilDate end{std::min(first.days + days, this_month.days)};
  return sums_of_days(r, place, first, end);
}

void count_volunteers(Reading& r, const PlaceNode& place, api::Figures& f) {
  const auto services = [&](base::Period period) {
    return totals_key(period, base::span_of(period, r.today), boards::FieldFilter::all,
                      boards::Measure::services);
  };
  r.shared.standings.with(r.snapshot, [&](Standings::View& view) {
    const Stretch stretch = stretch_of(*r.town, place);
    f.volunteers = view.active_within(stretch, services(base::Period::all));
    f.volunteers_this_week = view.active_within(stretch, services(base::Period::week));
  });
}

}  // namespace

Result<api::Figures> read_figures(Reading& r, const api::AtPlace& q) {
  const auto place = r.published_place(q.place);
  if (!place) return place.error();
  api::Figures f;
  f.place = (*place)->code;
  f.as_of = base::to_text(r.now);
  count_things(r, **place, f);

  const Sums all = sums_of(r, **place);
  f.points_issued = all.points;
  f.points_verified = all.verified;
  f.hours = all.minutes;

  for (const Sums& month : sums_by_month(r, **place)) {
    f.points_by_month.push_back(month.points);
    f.hours_by_month.push_back(month.minutes);
    f.verified_by_month.push_back(month.verified);
  }
  f.points_this_month = f.points_by_month.back();
  f.hours_this_month = f.hours_by_month.back();
  f.verified_this_month = f.verified_by_month.back();
  const Sums before = last_month_so_far(r, **place);
  f.points_last_month = before.points;
  f.hours_last_month = before.minutes;
  f.verified_last_month = before.verified;
  f.points_today = sums_of_days(r, **place, r.today, {r.today.days + 1}).points;
  count_volunteers(r, **place, f);
  return f;
}

}  // namespace shanzhi::storage::read
