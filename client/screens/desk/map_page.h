// The map page: measure, classes, layers and months; the places below the one looked at.
#pragma once

#include "client/screens/desk/town_map.h"

namespace shanzhi::screens {

struct MapPageView {
  TownMapView map;
  const model::Loaded<api::GridPage>& grids;              ///< within the place
  const model::Loaded<api::PlaceCard>* chosen = nullptr;  ///< card of what is selected
  const model::Loaded<api::SitePage>& sites;
  const model::Loaded<api::MerchantPage>& merchants;
};
struct MapPageForm {
  TownMapForm map;
  int pick = 1;  ///< hub, village, grid
  bool sites = false, shops = false, names = true, borders = true;
  bool playing = false;
  double next_step_ms = 0;
};
/// Marks of the layers that are switched on.
std::vector<ui::MapMark> map_marks(const MapPageForm& form,
                                   const model::Loaded<api::SitePage>& sites,
                                   const model::Loaded<api::MerchantPage>& merchants);

Wish map_page(const Env& env, const MapPageView& view, MapPageForm& form, ui::Rect page);

}  // namespace shanzhi::screens
