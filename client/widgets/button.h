// Things to press: buttons, links, chips, tabs, switches, rail items.
#pragma once

#include <span>
#include <string_view>

#include "client/widgets/icon.h"
#include "client/widgets/layout.h"

namespace shanzhi::widgets {

enum class Look : std::uint8_t {
  primary,    ///< jade fill; one a screen
  secondary,  ///< outlined
  quiet,      ///< text only, jade
  danger,     ///< outlined, t1; its words say what it does (red is for alarms)
};

struct ButtonOptions {
  Look look = Look::secondary;
  Icon icon = Icon::none;
  bool enabled = true;
  std::string_view why_not = {};  ///< told when disabled: the reason, as a tooltip and description
  bool small = false;             ///< 28 instead of 32 high (never on phones)
  bool busy = false;              ///< being sent: pressed once, not again
  bool bare = false;  ///< only the icon, for want of room: the words are read and a tooltip
};
/// Natural width unless set_next_width(). True when pressed.
bool button(std::string_view label, const ButtonOptions& options = {});
bool primary_button(std::string_view label, bool enabled = true, std::string_view why_not = {});
/// A square with an icon; `name` is read and shown as tooltip.
bool icon_button(Icon which, std::string_view name, bool enabled = true, bool on = false);
bool link(std::string_view label, const struct TextStyle* style = nullptr);

struct ChipOptions {
  bool on = false;
  bool removable = false;  ///< shows a cross; pressing means: take the filter away
  Icon icon = Icon::none;
  int count = -1;  ///< shown after the label when ≥ 0
};
/// Chips lie in a row and wrap by themselves at the column's edge.
bool chip(std::string_view label, const ChipOptions& options = {});
/// A small mark that says something and cannot be pressed: 文明家庭, 我家.
enum class TagLook : std::uint8_t { jade, gold, plain, alarm };
void tag(std::string_view label, TagLook look = TagLook::jade);

/// One of several, joined; returns true when `index` changed. Role: radio group named `label`.
bool segmented(std::string_view label, int& index, std::span<const std::string_view> options);
/// Text tabs with the rule below; role tab.
bool tabs(std::string_view label, int& index, std::span<const std::string_view> options);
bool checkbox(std::string_view label, bool& on, bool enabled = true);
bool toggle(std::string_view label, bool& on,
            std::string_view hint = {});  ///< a switch, whole row presses
bool radio(std::string_view label, bool on, std::string_view hint = {});

/// One entry of the desk's left rail; count < 0: none. `narrow`: icon only with tooltip.
bool rail_item(Icon which, std::string_view label, bool on, std::int64_t count = -1,
               bool narrow = false);
/// One entry of the phone's tab bar at the bottom, inside `r`. dot: something is overdue.
bool tab_bar_item(Rect r, Icon which, std::string_view label, bool on, bool dot = false);

/// A row that can be pressed: icon, title, second line, value at the right, chevron.
struct ListRow {
  Icon icon = Icon::none;
  std::string_view title = {}, detail = {}, value = {};
  bool alarm = false;  ///< detail in cinnabar: overdue
  bool gold = false;   ///< value in gold: points
  bool chevron = true;
  bool selected = false;
  bool pressable = true;
};
bool list_row(std::string_view label, const ListRow& row);

/// 小留镇 › 康庄村: each step a link; returns the index pressed or -1.
int breadcrumbs(std::string_view label, std::span<const std::string_view> steps);

}  // namespace shanzhi::widgets
