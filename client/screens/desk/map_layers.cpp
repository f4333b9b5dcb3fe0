// What lies on the map page's map beside the colours: sites, shops, teams and homes, as far as they are
// switched on and known.
#include "client/screens/desk/map_page.h"

namespace shanzhi::screens {
namespace {

/// Where the place's name stands; of one without a name on the map its middle.
base::Point label_of(const ui::MapShape& shape, std::string_view place, bool town) {
  for (const ui::MapName& name : shape.villages)
    if (name.code == place || (town && name.seat)) return shape.unproject(name.at);
  const ui::MapBox box = shape.box_of(place);
  return shape.unproject({(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2});
}

/// One mark a place, whose words name all the teams that are there.
void add_teams(const Env& env, const MapPageView& view, std::vector<ui::MapMark>& out) {
  const std::size_t first = out.size();
  for (const api::TeamRow& team : (*view.teams)->teams) {
    const base::Point at = label_of(view.map.shape, team.place, team.place == env.me.town);
    std::size_t i = first;
    while (i < out.size() && !(out[i].at == at)) i++;
    if (i == out.size())
      out.push_back({ui::MarkKind::team, at, team.name});
    else
      out[i].count++, out[i].name += "、" + team.name;
  }
}

/// Named where a grid is looked at: the three lists are as long as the points.
void add_homes(const api::HouseholdPoints& homes, std::vector<ui::MapMark>& out) {
  if (homes.ids.empty()) return;
  std::size_t i = 0;
  for (const base::Point& at : ui::decode_points(homes.coordinates)) {
    if (i >= homes.ids.size() || i >= homes.numbers.size() || i >= homes.heads.size()) return;
    out.push_back({ui::MarkKind::home, at, homes.numbers[i] + " " + homes.heads[i], homes.ids[i]});
    i++;
  }
}

}  // namespace

void put_layers(const Env& env, MapPageView& view, MapPageForm& form) {
  auto& marks = view.map.marks;
  if (form.homes && *view.homes) {
    const auto& coordinates = (*view.homes)->coordinates;
    const DotsSource now{coordinates.data(), view.homes->revision, view.map.shape.cells.data()};
    if (!(now == form.dots_of)) {
      form.dots = ui::MapDots(view.map.shape, coordinates);
      form.dots_of = now;
    }
    view.map.dots = &form.dots;
    add_homes(**view.homes, marks);
  }
  if (form.sites && view.sites)
    for (const api::SiteRow& s : view.sites->sites)
      marks.push_back({ui::MarkKind::site, {s.longitude, s.latitude}, s.name});
  if (form.shops && view.merchants)
    for (const api::MerchantRow& s : view.merchants->merchants)
      marks.push_back({ui::MarkKind::shop, {s.longitude, s.latitude}, s.name});
  if (form.teams && *view.teams && !view.map.shape.empty()) add_teams(env, view, marks);
}

}  // namespace shanzhi::screens
