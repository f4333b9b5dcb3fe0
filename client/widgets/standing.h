// What a standing is drawn with on the phone: a rank to choose, the rungs between me and those above, the
// weeks as bars, and the crackle of a village with one grid lit.
#pragma once

#include <span>
#include <string_view>

#include "client/widgets/layout.h"
#include "client/widgets/map_shape.h"

namespace shanzhi::widgets {

/// "第 7" over "全村 126 人"; a radio of the three. `before` stands beside the numeral.
struct RankColumn {
  std::string_view before = {}, rank = {}, place = {};
  std::string_view told = {};  ///< the whole, for a reader
  bool on = false;
};
bool rank_column(Rect r, const RankColumn& column);

/// Mine, the next above and the first, in words; empty ones are left out.
struct Rungs {
  std::string_view mine = {}, next = {}, first = {};
  float start = .24f;  ///< where I stand, 0–1; 1: I am the first
  std::string_view told = {};
};
void rungs(Rect r, const Rungs& rungs);

/// Twelve bars in gold, the last one dark with its value over it. `labels` may be empty where there is
/// no room for one.
void week_bars(Rect r, std::span<const std::int64_t> values, std::string_view last,
               std::span<const std::string_view> labels, std::string_view told);

/// The place's cells, the one with this code lit, as large as fits; words for a reader.
void place_mark(Rect r, const MapShape& shape, std::string_view code, std::string_view words);

}  // namespace shanzhi::widgets
