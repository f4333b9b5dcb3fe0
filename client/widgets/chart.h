// Charts: small, direct, with words. Every chart is one image node whose name says what it shows.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "client/widgets/layout.h"

namespace shanzhi::widgets {

/// 60×18 by default, an end dot, no axes. `r` in px. `words` empty: told by somebody else.
void sparkline(Rect r, std::span<const float> values, Color c = Color::jade,
               std::string_view words = {});

struct Series {
  std::string_view name = {};
  std::span<const float> values;
  Color color = Color::jade;
  int categorical = -1;  ///< ≥ 0: a colour of the categorical ramp instead
};
struct ChartOptions {
  std::string_view title = {};  ///< read; and drawn when not empty
  std::string_view unit = {};
  std::span<const std::string_view> labels = {};  ///< under the axis, one a value
  std::string_view words = {};  ///< the sentence for a reader: trend, highest, last
  int highlight = -1;           ///< this bar in jade, the others in line2; -1: all in their colour
  bool start_at_zero = true;
  std::function<std::string(float)> number = {};  ///< how a value is written; default: rounded
};
/// Vertical bars; returns the index pressed or -1. Hovering shows the value.
int bar_chart(std::string_view label, Rect r, std::span<const float> values,
              const ChartOptions& o = {});
void line_chart(std::string_view label, Rect r, std::span<const Series> series,
                const ChartOptions& o = {});
/// Horizontal bars with name and value, for a few categories; square ends.
struct BarRow {
  std::string_view name = {}, value_text = {};
  float value = 0;
  Rgba tint = 0;
};
void bar_rows(std::string_view label, std::span<const BarRow> rows, float name_width = 96);
/// One bar in parts (share of …), with a legend below.
void stacked_bar(std::string_view label, Rect r, std::span<const BarRow> parts);

/// Vertical legend of a class map: top is most. Returns the step hovered or -1 (others fade to 35 %).
int legend(Rect r, std::string_view unit, std::span<const std::string> breaks,
           std::span<const Rgba> steps, std::span<const int> counts = {});

/// The year ribbon: up = hours, down = another count; see look.md §7.
struct RibbonDay {
  float up = 0, down = 0;
  bool overdue = false, future = false, today = false;
};
/// Words at a day: an annotation over a peak, a solar term under the axis.
struct RibbonMark {
  int day;
  std::string words;
  bool now = false;  ///< the term that the year is in
};
void year_ribbon(Rect r, std::span<const RibbonDay> days, std::span<const RibbonMark> terms,
                 std::span<const RibbonMark> marks, std::string_view today, std::string_view words);

/// A code to be scanned: always ink on white. modules: side*side bytes, row by row, 1 = dark.
void qr_card(Rect r, std::span<const std::uint8_t> modules, int side, std::string_view name);

}  // namespace shanzhi::widgets
