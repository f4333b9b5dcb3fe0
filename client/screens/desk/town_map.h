// The map with what belongs to it on any screen: values by cell, classes, legend, hover card.
#pragma once

#include "client/screens/parts.h"
#include "client/widgets/classes.h"
#include "client/widgets/map_view.h"

namespace shanzhi::screens {

/// What colours the map. All but hours count in hundredths; see api::Measures.
inline constexpr const char* kMapMeasures[] = {"points_per_household", "points", "hours",
                                               "households",           "people", "volunteers"};

struct TownMapView {
  const ui::MapShape& shape;
  bool outlines_known = false;
  const model::Trouble* outlines_trouble = nullptr;  ///< why they could not be had
  const model::Loaded<api::Measures>& measures;
  const model::Loaded<api::PlaceCard>* card = nullptr;  ///< of the place under the hand
  std::vector<ui::MapMark> marks = {};
  const ui::MapDots* dots = nullptr;  ///< of homes
};

/// What is remembered of the map between frames.
struct TownMapForm {
  Wish wanted;  ///< of what stands in the map's place where there is none
  ui::MapView view;
  ui::ClassMethod method = ui::ClassMethod::quantile;
  int steps = 7;
  int only_class = -1;
  std::string hovered;  ///< code of the place whose card is wanted; the app brings it
  std::uint32_t revision = 0;
  std::size_t cells = 0;
  std::string measure;
  ui::ClassMethod method_used = ui::ClassMethod::quantile;
  int steps_used = 0;
  std::vector<std::int64_t> values, breaks;  ///< by cell; made again when the measure changes
  std::vector<std::int64_t> kept_breaks;     ///< instead of those that the values would make
};

struct TownMapOptions {
  std::string_view selected = {};
  ui::PickLevel pick = ui::PickLevel::village;
  bool names = true, borders = true;
  ui::Rect around = {};                ///< of a wall: may be drawn in beside the map's own place
  const std::string* scope = nullptr;  ///< looked at instead of the page's place; "" everything
  std::string_view alarm = {};         ///< the place in alarm
};

/// Draws the map into r. What was pressed is in the event.
ui::MapEvent town_map(const Env& env, const TownMapView& view, TownMapForm& form, ui::Rect r,
                      const TownMapOptions& options);
/// Colours, lower bounds and counts, the most on top; sets form.only_class while one is hovered.
void map_legend(const Env& env, const TownMapView& view, TownMapForm& form, ui::Rect r,
                bool counts);
float legend_height(const TownMapForm& form);
/// A value of the measure as people read it: "12.4", "52".
std::string measure_value(std::string_view measure, std::int64_t value);
/// "分/户", "小时" …
std::string measure_unit(const Env& env, std::string_view measure);

}  // namespace shanzhi::screens
