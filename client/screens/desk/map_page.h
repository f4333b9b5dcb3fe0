// The map page: measure, classes, layers and months; the places below the one looked at.
#pragma once

#include "client/screens/desk/town_map.h"
#include "client/widgets/map_dots.h"

namespace shanzhi::screens {

struct MapPageView {
  TownMapView map;
  const model::Loaded<api::GridPage>& grids;              ///< within the place
  const model::Loaded<api::PlaceCard>* chosen = nullptr;  ///< card of what is selected
  const model::Loaded<api::SitePage>& sites;
  const model::Loaded<api::MerchantPage>& merchants;
  const model::Loaded<api::TeamPage>* teams = nullptr;         ///< when they are switched on
  const model::Loaded<api::HouseholdPoints>* homes = nullptr;  ///< likewise
};
/// What the dots of homes were made from; told apart only, never looked into.
struct DotsSource {
  const void* coordinates = nullptr;
  std::uint32_t revision = 0;
  const void* cells = nullptr;
  bool operator==(const DotsSource&) const = default;
};
struct MapPageForm {
  TownMapForm map;
  int pick = 1;  ///< hub, village, grid
  bool sites = false, shops = false, teams = false, homes = false, names = true, borders = true;
  ui::MapDots dots;  ///< of the homes
  DotsSource dots_of;
  bool playing = false;
  double next_step_ms = 0;
};
/// Puts what is switched on into the view's map.
void put_layers(const Env& env, MapPageView& view, MapPageForm& form);

Wish map_page(const Env& env, const MapPageView& view, MapPageForm& form, ui::Rect page);

}  // namespace shanzhi::screens
