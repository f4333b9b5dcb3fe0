// Frame, columns, scrolling and input: where the next widget goes and what the hand does.
#pragma once

#include <cstdint>
#include <string_view>

#include "client/widgets/access.h"
#include "client/widgets/geometry.h"
#include "client/widgets/theme.h"

namespace shanzhi::widgets {

/// Called by the platform round the app's frame. now_ms is monotonic.
void begin_frame(float width, float height, double now_ms, float delta_s);
void end_frame();
/// As if nothing had been drawn yet: for a test that begins anew.
void forget_everything();
double frame_ms();  ///< the monotonic time of this frame
Rect screen();      ///< the whole page, px

/// Ids: everything made inside a scope is told apart from the same label elsewhere.
class Scope {
 public:
  explicit Scope(std::string_view name);
  explicit Scope(std::int64_t number);
  ~Scope();
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;
};
Id make_id(std::string_view label);
/// The part of a label that is shown and read: up to "##".
std::string_view shown(std::string_view label);

/// A column in a fixed place. It neither clips nor scrolls.
class Box {
 public:
  explicit Box(Rect rect);
  ~Box();
  Box(const Box&) = delete;
  Box& operator=(const Box&) = delete;
};

/// A column that clips and scrolls when its content is taller than the rect. `pad` is kept free on
/// the left and right. Put the widgets of one screen part into one Scroll.
class Scroll {
 public:
  Scroll(std::string_view name, Rect rect, float pad = 0);
  ~Scroll();
  Scroll(const Scroll&) = delete;
  Scroll& operator=(const Scroll&) = delete;
  float offset() const;  ///< px scrolled
  void to(float y);      ///< scroll so that y (px of the content) is at the top
};

Rect content();                    ///< the column: its x and width, from the cursor down to the end
Vec2 cursor();                     ///< where the next widget goes
void space(float height);          ///< skip downwards
void same_row(float gap = kGap2);  ///< the next widget stands right of the last one, if it has room
void move_to(Vec2 p);              ///< absolute, px
/// Takes a rectangle of the column and moves the cursor below it (or right of it in a row). width ≤ 0
/// means: what is left of the column's width, less -width.
Rect take(float width, float height);
void set_next_width(float width);  ///< of the next button, field or select; ≤ 0 as in take()
Rect last();                       ///< the rectangle of the widget drawn last

void hairline();  ///< across the column, 16 above and below is the caller's
void hairline_h(float x, float y, float width, Color c = Color::line);
void hairline_v(float x, float y, float height, Color c = Color::line);
void fill(Rect r, Color c, float radius = 0);
void outline(Rect r, Color c, float radius = 0, float thickness = 1);
void disc(Vec2 centre, float radius, Color c);
void ring(Vec2 centre, float radius, Color c, float thickness = 1.5f);
void segment(Vec2 a, Vec2 b, Color c, float thickness = 1.5f);
void shadow(Rect r, float radius);

/// What the hand does in a rectangle. Only the topmost window's rectangles are hovered.
struct Touch {
  bool hovered = false;  ///< the pointer is over it
  bool held = false;     ///< pressed and not yet released
  bool pressed = false;  ///< released over it, or activated by keyboard, reader or test
  bool double_pressed = false;
  bool focused = false;  ///< has the page's keyboard focus
  bool shift = false, ctrl = false;
};
/// Makes a rectangle pressable. Adds no node: the caller adds one with the same id.
Touch touch(Id id, Rect r, bool enabled = true);
/// As touch(), with the node: a pressable thing of the caller's own drawing.
Touch press_area(std::string_view label, Rect r, Role role = Role::button, std::uint32_t state = 0);

enum class Key : std::uint8_t {
  none,
  enter,
  escape,
  space,
  tab,
  up,
  down,
  left,
  right,
  page_up,
  page_down,
  home,
  end,
  del,
  backspace,
  letter,  ///< see KeyPress::character
};
struct KeyPress {
  Key key = Key::none;
  char32_t character = 0;  ///< lower case for letters
  bool ctrl = false, shift = false, alt = false;
  bool repeated = false;  ///< by holding it down
};
/// True once when the key was pressed in this frame, no field is being typed in, and nothing above
/// (a menu, a dialog) wants it. Consumes it.
bool key_pressed(Key key);
bool character_pressed(char32_t c, bool ctrl = false);
bool shift_pressed();                ///< with this frame's key
void on_key(const KeyPress& press);  ///< for the platform
bool typing();                       ///< a text field has the focus
void set_typing(bool on);            ///< for the platform

Vec2 pointer();             ///< px; far outside when there is none
bool pointer_over(Rect r);  ///< with regard to clipping and windows above
bool reduced_motion();
/// 0–1 eased progress of something that began when `on` last changed; asks for frames meanwhile.
float transition(Id id, bool on, float duration_ms);

/// True when the rectangle is in sight, or so near that a reader may go there: skip building what is
/// not.
bool visible(Rect r);

}  // namespace shanzhi::widgets
