// The last twelve months village by village and field by field, from the sums that are kept in memory.
#include "server/storage/read/answers.h"

namespace shanzhi::storage::read {
namespace {

constexpr int kFields = 5;

GridSpan month_span(Reading& r, int back) {
  const base::CivilDate first = month_before(r.today, back);
  return {1, first.days, month_before(r.today, back - 1).days, 0, kFields - 1};
}

void add_month(api::Trend& trend, const Sums& sums) {
  trend.points.push_back(sums.points);
  trend.minutes.push_back(sums.minutes);
  trend.services.push_back(sums.services);
}

/// The villages within the place, or the grids of a village.
places::Level level_below(const PlaceNode& place) {
  return place.level == places::Level::village || place.level == places::Level::grid
             ? places::Level::grid
             : places::Level::village;
}

}  // namespace

Result<api::Trends> read_trends(Reading& r, const api::AtPlace& q) {
  const auto found = r.published_place(q.place);
  if (!found) return found.error();
  const PlaceNode& place = **found;
  api::Trends out;
  out.place = place.code;
  out.today = base::to_text(r.today);
  const auto [from, to] = r.town->range(place);
  const places::Level level = level_below(place);
  std::vector<const PlaceNode*> nodes;
  for (std::size_t i = from; i < to; ++i)
    if (r.town->nodes()[i].level == level) nodes.push_back(&r.town->nodes()[i]);
  for (const PlaceNode* node : nodes)
    out.villages.push_back({node->code, node->name, node->households, {}, {}, {}});
  for (int field = 0; field < kFields; ++field)
    out.fields.push_back(
        {std::string(describe::name_of(static_cast<boards::FieldFilter>(field + 1))),
         {},
         0,
         {},
         {},
         {}});
  r.shared.grids.with(r.snapshot, r.town, [&](GridSums::View& view) {
    for (int back = kChartMonths - 1; back >= 0; --back) {
      GridSpan span = month_span(r, back);
      out.months.push_back(month_text(month_before(r.today, back)));
      for (std::size_t i = 0; i < nodes.size(); ++i)
        add_month(out.villages[i], view.within(nodes[i]->low, nodes[i]->high, span));
      for (int field = 0; field < kFields; ++field) {
        span.field_low = span.field_high = field;
        add_month(out.fields[static_cast<std::size_t>(field)],
                  view.within(place.low, place.high, span));
      }
    }
  });
  return out;
}

}  // namespace shanzhi::storage::read
