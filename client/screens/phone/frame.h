// What every page of the phone stands in: one column, the tabs below, the bar with the way back, the strip
// that tells of a missing network, and the pull that reads everything again.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include "client/screens/parts.h"

namespace shanzhi::screens {

struct PhoneFrameView {
  std::int64_t in_step_ms = 0;  ///< when the server last answered
  std::size_t waiting = 0;      ///< commands to be sent
};

/// 关怀版: one column of larger things, no tabs.
inline bool large_type() {
  return ui::theme().face == ui::Face::elder;
}
/// Tabs and strips; cuts them off the page, which is left as one column.
Wish phone_frame(const Env& env, const PhoneFrameView& view, ui::Rect& page);
/// The bar on top of a page below a tab: back, and the title in the middle. Returns room at its right.
ui::Rect page_bar(const Env& env, ui::Rect& page, std::string_view title, Wish& wish);
/// A page that a tab leads to has its title where the bar would be.
void tab_title(std::string_view title, std::string_view below = {});
inline constexpr float kPageSide = 20;

/// A line whose parts look different, told as one; each part is drawn after the other.
struct Part {
  std::string_view words = {};
  ui::TextStyle style = {};
};
/// Returns the x after the last; parts that have no room are cut.
float parts_in(ui::Rect r, std::initializer_list<Part> parts);
/// "本周 {1}" with the value in another look.
float figure_in_words(const Env& env, ui::Rect r, PhoneWord pattern, std::string_view value,
                      const ui::TextStyle& style, const ui::TextStyle& words = {});
/// One of several as pills side by side, in as many rows as they need, each a finger high; true when `index` changed.
bool pill_row(std::string_view label, int& index, std::span<const std::string_view> options);
/// To another page of the phone.
Wish to_page(const Env& env, model::Section section);
/// Hairline with room above and below.
void part_line();
std::string_view points_unit(const Env& env);
/// 微网格, 全村, 全镇.
PhoneWord level_words(std::string_view level);

}  // namespace shanzhi::screens
