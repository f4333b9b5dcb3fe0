// What the map shows: one number a grid to colour it by, and the card of one place.
#include <algorithm>

#include "server/storage/read/answers.h"
#include "server/storage/read/totals.h"
#include "shared/base/utf8.h"
#include "shared/describe/describe.h"

namespace shanzhi::storage::read {
namespace {

using places::Level;

/// Values are in hundredths of the unit, hours in minutes.
constexpr std::int64_t kHundredths = 100;

enum class Colour : std::uint8_t {
  points_per_household,
  points,
  hours,
  households,
  people,
  volunteers
};
struct ColourName {
  const char* name;
  const char* unit;
};
constexpr ColourName kColours[]{
    {"points_per_household", "points"}, {"points", "points"}, {"hours", "minutes"},
    {"households", "households"},       {"people", "people"}, {"volunteers", "people"},
};

std::int64_t rounded_share(std::int64_t amount, std::int64_t parts) {
  return parts == 0 ? 0 : (amount + parts / 2) / parts;
}

Result<Colour> parse_colour(const std::string& name) {
  for (std::size_t i = 0; i < std::size(kColours); ++i)
    if (name == kColours[i].name) return static_cast<Colour>(i);
  return {base::ErrorCode::not_a_choice, "/measure", name};
}

/// "" is all time. Errors: malformed.
Result<std::optional<base::CivilDate>> parse_month(const std::string& text) {
  if (text.empty()) return std::optional<base::CivilDate>{};
  const auto first = base::parse_date(text + "-01");
  if (!first) return {base::ErrorCode::malformed, "/month"};
  return first;
}

/// People of each grid, by its preorder number, who served in the period.
std::unordered_map<std::int64_t, std::int64_t> volunteers_by_grid(
    Reading& r, const PlaceNode& place, std::optional<base::CivilDate> month) {
  const auto key =
      month
          ? totals_key(base::Period::month, base::span_of(base::Period::month, *month),
                       boards::FieldFilter::all, boards::Measure::services)
          : totals_key(base::Period::all, {}, boards::FieldFilter::all, boards::Measure::services);
  return r.shared.standings.with(r.snapshot, [&](Standings::View& view) {
    std::unordered_map<std::int64_t, std::int64_t> counts;
    const auto& values = view.active(key);
    const auto& people = view.residents().people;
    people.within(stretch_of(*r.town, place), [&](std::int32_t i) {
      const auto at = static_cast<std::size_t>(i);
      if (values[at]) ++counts[people.all[at].low];
    });
    return counts;
  });
}

std::int64_t colour_of(Colour colour, const PlaceNode& grid, const Sums& sums,
                       std::int64_t volunteers) {
  switch (colour) {
    case Colour::points_per_household: return rounded_share(sums.points, grid.households);
    case Colour::points: return sums.points;
    case Colour::hours: return sums.minutes;
    case Colour::households: return grid.households * kHundredths;
    case Colour::people: return grid.people * kHundredths;
    case Colour::volunteers: return volunteers * kHundredths;
  }
  return 0;
}

/// The place's own months in the same measure; what is not counted by month stays as it is today.
std::vector<std::int64_t> colour_by_month(Reading& r, Colour colour, const PlaceNode& place) {
  std::vector<std::int64_t> months;
  const auto sums = sums_by_month(r, place);
  for (int i = 0; i < kChartMonths; ++i) {
    std::int64_t active = 0;
    if (colour == Colour::volunteers) {
      const auto days =
          base::span_of(base::Period::month, month_before(r.today, kChartMonths - 1 - i));
      const auto key = totals_key(base::Period::month, days, boards::FieldFilter::all,
                                  boards::Measure::services);
      active = r.shared.standings.with(r.snapshot, [&](Standings::View& view) {
        return view.active_within(stretch_of(*r.town, place), key);
      });
    }
    months.push_back(colour_of(colour, place, sums[static_cast<std::size_t>(i)], active));
  }
  return months;
}

/// Rank of the place by points a household among those of its level in the town.
void rank_card(Reading& r, const PlaceNode& place, api::PlaceCard& card) {
  const std::int64_t own = rounded_share(card.points, place.households);
  std::int64_t higher = 0;
  r.shared.grids.with(r.snapshot, r.town, [&](GridSums::View& view) {
    for (const PlaceNode& node : r.town->nodes()) {
      if (node.level != place.level) continue;
      ++card.of;
      if (node.id == place.id) continue;
      const Sums sums = view.within(node.low, node.high, {});
      higher += rounded_share(sums.points, node.households) > own;
    }
  });
  card.rank = higher + 1;
}

}  // namespace

Result<api::Measures> read_measures(Reading& r, const api::MeasuresQuery& q) {
  const auto place = r.published_place(q.place);
  if (!place) return place.error();
  const auto colour = parse_colour(q.measure);
  if (!colour) return colour.error();
  const auto month = parse_month(q.month);
  if (!month) return month.error();

  api::Measures out;
  out.measure = q.measure;
  out.unit = kColours[static_cast<std::size_t>(*colour)].unit;
  const auto by_grid = sums_by_grid(r, **place, *month);
  const auto volunteers = *colour == Colour::volunteers
                              ? volunteers_by_grid(r, **place, *month)
                              : std::unordered_map<std::int64_t, std::int64_t>{};
  const auto [first, last] = r.town->range(**place);
  for (std::size_t i = first; i < last; ++i) {
    const PlaceNode& grid = r.town->nodes()[i];
    if (grid.level != Level::grid) continue;
    const auto sums = by_grid.find(grid.low);
    const auto active = volunteers.find(grid.low);
    out.grids.push_back(grid.code);
    out.values.push_back(colour_of(*colour, grid, sums == by_grid.end() ? Sums{} : sums->second,
                                   active == volunteers.end() ? 0 : active->second));
  }
  out.by_month = colour_by_month(r, *colour, **place);
  for (int back = kChartMonths - 1; back >= 0; --back)
    out.months.push_back(month_text(month_before(r.today, back)));
  return out;
}

Result<api::PlaceCard> read_place_card(Reading& r, const api::AtPlace& q) {
  const auto found = r.published_place(q.place);
  if (!found) return found.error();
  const PlaceNode& place = **found;
  api::PlaceCard card;
  card.code = place.code;
  card.name = place.name;
  card.level = describe::name_of(place.level);
  card.chief = r.name(chief_of(r.snapshot, place.id), place.low);
  card.households = place.households;
  card.people = place.people;
  const Sums all = sums_of(r, place);
  card.points = all.points;
  card.hours = all.minutes;
  for (const Sums& month : sums_by_month(r, place)) card.by_month.push_back(month.points);
  card.month_points = card.by_month.back();
  // Hamlets lie across grids, whose totals they are not made of: they are not ranked.
  if (place.level != Level::hamlet) rank_card(r, place, card);
  return card;
}

}  // namespace shanzhi::storage::read
