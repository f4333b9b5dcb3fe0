// Words and figures: one line or wrapped, cut with … where they do not fit, figures never cut.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "client/widgets/geometry.h"
#include "client/widgets/theme.h"

namespace shanzhi::widgets {

enum class Align : std::uint8_t {
  left,
  centre,
  right,
  decimal,  ///< right, and a whole number leaves room for one decimal: points stand below each other
};

struct TextStyle {
  Size size = Size::body;
  Color color = Color::t1;
  Weight weight = Weight::regular;
  Align align = Align::left;
  Rgba tint = 0;  ///< instead of color when not 0
};

Vec2 measure(std::string_view text, const TextStyle& style = {});  ///< px, one line
float line_height(Size size);
/// The text, or as much of it as fits into `width` px followed by …
std::string fitted(std::string_view text, float width, const TextStyle& style = {});

/// One line in the column, cut with … to its width (numerals should have room). In a row: natural width.
void text(std::string_view s, const TextStyle& style = {});
/// Wrapped at the column's width; Han text breaks anywhere but before closing punctuation.
void paragraph(std::string_view s, const TextStyle& style = {}, int max_lines = 0);
/// In a rectangle, from its top; drawn but not told to readers.
void mute_paragraph_in(Rect r, std::string_view s, const TextStyle& style = {}, int max_lines = 0);
float paragraph_height(std::string_view s, float width, const TextStyle& style = {},
                       int max_lines = 0);
/// One line inside a rectangle, vertically centred, cut with …; returns the drawn rectangle.
Rect text_in(Rect r, std::string_view s, const TextStyle& style = {});
/// Drawn but not told to readers: its meaning stands in another node (a row's name, a chart's words).
Rect mute_text_in(Rect r, std::string_view s, const TextStyle& style = {});
/// level 1: the page's title (one a page); 2: a section; 3: inside a section. `aside` in t2 after it.
void heading(int level, std::string_view s, std::string_view aside = {});
void heading_in(Rect r, int level, std::string_view s, std::string_view aside = {});
/// Label left in t2, value right; one line of a card or drawer.
void key_value(std::string_view key, std::string_view value, const TextStyle& value_style = {});

enum class Trend : std::uint8_t { none, up, down, gold };
struct FigureStyle {
  Size size = Size::figure;
  Color color = Color::t1;  ///< gold_text for points
  std::string_view unit = {};
  std::string_view change = {};  ///< "较上月 +12.4%"; coloured by trend
  Trend trend = Trend::none;
  std::span<const float> sparkline{};  ///< oldest first; at least two
  float roll_from = 0;                 ///< reserved for the wall: number before the change
};
/// Headline figure: label over the numeral with unit, change and sparkline. Never cut: when the column
/// is too narrow the change moves to its own line.
void figure(std::string_view label, std::string_view value, const FigureStyle& style = {});
void figure_in(Rect r, std::string_view label, std::string_view value,
               const FigureStyle& style = {});
struct FigureItem {
  std::string_view label = {}, value = {};
  FigureStyle style;
  bool pressable = false;
};
/// Equal columns parted by vertical hairlines. Returns the index pressed, or -1.
int figures(Rect r, std::span<const FigureItem> items);

}  // namespace shanzhi::widgets
