// What lies over a screen: tooltip, hover card, menu, dialog, drawer, toast.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "client/widgets/icon.h"
#include "client/widgets/layout.h"

namespace shanzhi::widgets {

/// For the widget drawn last, after a moment's hover.
void tooltip(std::string_view words);
/// For whatever stands in r.
void tooltip_over(Rect r, std::string_view words);

/// A card of `width` px beside `anchor`, flipping at the page's edges; takes no input. Draw its content
/// between construction and destruction. `key` tells cards apart so that the height is known.
class HoverCard {
 public:
  HoverCard(std::string_view key, Rect anchor, float width = 236);
  ~HoverCard();
  HoverCard(const HoverCard&) = delete;
  HoverCard& operator=(const HoverCard&) = delete;

 private:
  Id id_;
  Rect rect_;
};

struct MenuItem {
  std::string_view label = {};
  Icon icon = Icon::none;
  bool enabled = true;
  bool on = false;  ///< a tick
  bool line_above = false;
  std::string_view detail = {};
};
/// A menu below `anchor` while open; closes itself on choice, Esc or a press elsewhere.
/// Returns the index chosen in this frame or -1.
int menu(std::string_view label, bool& open, Rect anchor, std::span<const MenuItem> items);

/// A free popup below `anchor` (place tree, column chooser), or above it where there is more room. If
/// (auto p = Popup(…)) draw. Its side is chosen as it opens; then, for a content of `height` px, it
/// stands still: less leaves room, more scrolls, nothing moves under the pointer.
class Popup {
 public:
  Popup(std::string_view label, bool& open, Rect anchor, float width, float height);
  ~Popup();
  Popup(const Popup&) = delete;
  Popup& operator=(const Popup&) = delete;
  explicit operator bool() const { return shown_; }

 private:
  bool shown_ = false;
  bool* open_;
  Rect anchor_, rect_;
  Id id_;
  int nodes_from_ = 0;
};

/// A modal dialog, centred (a sheet from below on phones). Draw its content and buttons inside.
/// Esc and the cross set open to false.
class Dialog {
 public:
  Dialog(std::string_view title, bool& open, float width = 480);
  ~Dialog();
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;
  explicit operator bool() const { return shown_; }

 private:
  bool shown_ = false;
  bool* open_;
  Id id_;
};
enum class Answer : std::uint8_t { none, yes, no };
/// The small question before something that cannot be taken back.
Answer confirm(std::string_view title, bool& open, std::string_view sentence, std::string_view yes,
               std::string_view no);

/// Right-hand drawer filling `r`: raise fill, left hairline; slides in. Not modal.
class Drawer {
 public:
  Drawer(std::string_view label, Rect r);
  ~Drawer();
  Rect rect() const { return rect_; }  ///< where it is now: it comes from the right
  Drawer(const Drawer&) = delete;
  Drawer& operator=(const Drawer&) = delete;

 private:
  Rect rect_;
};

/// A sentence at the bottom for some seconds, read out as well; with an action if `action` is given.
void toast(std::string_view words, std::string_view action = {}, float seconds = 6);
/// Draws what toast() left; called by end_frame. True once when the action was pressed.
bool toast_action_pressed();
/// The same, where several may have left a toast: only when its action reads so.
bool toast_action_pressed(std::string_view action);
/// The words of the cross in a dialog's corner (关闭); set once and when the language changes.
void set_close_label(std::string_view label);
/// Is anything modal open (so that the map and shortcuts keep still)?
bool modal_open();

}  // namespace shanzhi::widgets
