// The first thing an official sees: the figures of the place, who leads this month, what just happened,
// the map.
#pragma once

#include "client/screens/desk/town_map.h"

namespace shanzhi::screens {

struct OverviewView {
  const model::Loaded<api::Figures>& figures;
  const model::Loaded<api::Board>& board;
  const std::vector<api::Change>& feed;  ///< newest first
  bool feed_known;
  const std::optional<model::Trouble>& feed_trouble;  ///< of the last attempt to hear more
  TownMapView map;
  const model::Loaded<api::RulePage>* rules = nullptr;  ///< so that the feed can name them
};
struct OverviewForm {
  TownMapForm map;
  int measure = 0;  ///< index into the chips: points a household, hours, volunteers
};
/// The measures offered by the chips over the map.
inline constexpr int kOverviewMeasures[] = {0, 2, 5};

Wish overview(const Env& env, const OverviewView& view, OverviewForm& form, ui::Rect page);
/// One line of what happened, drawn as a feed line. `now` words the time.
/// `rule` is the name of its rule, where it is known.
void feed_line(const Env& env, const api::Change& change, std::string_view rule = {});

}  // namespace shanzhi::screens
