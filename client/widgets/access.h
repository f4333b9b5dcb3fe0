// What of a frame can be read and pressed by others than the eye: a tree of roles, names, states and
// places. The platform mirrors it into the page (or hands it to tests) and brings presses back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "client/widgets/geometry.h"

namespace shanzhi::widgets {

using Id = std::uint32_t;

enum class Role : std::uint8_t {
  text,
  heading,
  button,
  link,
  checkbox,
  toggle /* switch */,
  radio,
  tab,
  menu_item,
  option,
  tree_item,
  combobox,
  textbox,
  image,
  meter,
  status,
  alert,
  // those below hold others: opened with begin_group, closed with end_group
  group,
  main,
  navigation,
  banner,
  complementary,
  region,
  search,
  dialog,
  list,
  list_item,
  tab_list,
  radio_group,
  menu,
  list_box,
  tree,
  grid,
  row,
  column_header,
  cell,
  form,
  scroller,  ///< what scrolls: no role of its own, its members may lie beyond its edge
};

/// Bits of Node::state. A bit that makes no sense for a role is ignored.
enum NodeState : std::uint32_t {
  kChecked = 1,
  kSelected = 2,
  kExpanded = 4,
  kCollapsed = 8,
  kDisabled = 16,
  kInvalid = 32,
  kCurrent = 64,
  kFocusable = 128,
  kModal = 256,
  kBusy = 512,
  kRequired = 1024,
  kSortUp = 2048,
  kSortDown = 4096,
  kHasPopup = 8192,
  kMulti = 16384,
  kPressed = 32768,
  kNoTab = 65536,  ///< focusable, but the arrow keys lead to it, not Tab
};

struct Node {
  Id id = 0;
  Role role = Role::text;
  std::uint32_t state = 0;
  int depth = 0;  ///< nesting: a node's parent is the nearest earlier one with depth-1
  int level = 0;  ///< heading 1–6, tree level, or a row's index (1-based) in a long grid
  int count = 0;  ///< rows of a grid in all; of an open combobox: the id of its list box
  Id active = 0;  ///< of a grid or list box: the member that has the keyboard
  Rect rect;      ///< px of the page
  float offset = 0, extent = 0;  ///< of a scroller: px scrolled, px of content in all
  std::string name;
  std::string value;     ///< what is chosen in a combobox, an image's address, a meter's words
  std::string describe;  ///< an error or hint that belongs to it
};

/// One real text field of the page, lying over the drawn one.
struct FieldNode {
  Id id = 0;
  Rect rect;  ///< of the frame; its place in reading order is the textbox node with this id
  float pad_left = 0, pad_right = 0, pad_top = 0;  ///< from the frame to the text
  std::string type;  ///< text password search number tel date datetime-local textarea
  std::string name, value, placeholder, describe, autocomplete;
  float font_size = 14;
  int max_length = 0;
  bool disabled = false, invalid = false, required = false;
};

/// Everything that the platform mirrors after a frame.
struct Access {
  std::vector<Node> nodes;
  std::vector<FieldNode> fields;
};

/// Adds a leaf. The rect is clipped to what is visible; nothing is added when nothing is left. What a
/// scroll holds beyond its edge is added too, some screens far: focus or a press brings it into sight.
void add_node(Id id, Role role, std::string_view name, Rect rect, std::uint32_t state = 0,
              int level = 0, std::string_view value = {}, std::string_view describe = {});
/// Opens a holder; its members follow until end_group(). A rect of no size is allowed.
void begin_group(Id id, Role role, std::string_view name, Rect rect = {}, std::uint32_t state = 0,
                 int level = 0, int count = 0);
void end_group();
/// Until the matching pop nothing is added (a picture whose parts are told by one sentence).
void push_silent();
void pop_silent();

/// RAII of begin_group.
class Group {
 public:
  Group(Role role, std::string_view name, Rect rect = {}, std::uint32_t state = 0, int level = 0);
  ~Group() { end_group(); }
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;
};

const Access& access();

/// Has this been pressed through the mirror (keyboard, screen reader, test) since the last frame?
bool activated(Id id);
/// Does this have the page's keyboard focus?
bool focused(Id id);
/// Ask the page to focus it after this frame.
void request_focus(Id id);

/// For the platform: a press or a focus came from the mirror.
void on_activate(Id id);
void on_focus(Id id, bool on);
/// The page scrolled a scroller (focus, find, a reader) so that y px of its content are above.
void on_scroll(Id id, float y);

/// What this frame asks of the platform; taken once after each frame.
struct Effects {
  std::string copy;      ///< text for the clipboard
  std::string announce;  ///< for the live region
  bool announce_urgent = false;
  bool animate = false;  ///< draw the next frame at once
  double wake_ms = -1;   ///< draw again after this, -1: no need
  Id focus = 0;
  std::string cursor;  ///< CSS cursor: "pointer", "text", "grab", …
};
Effects take_effects();
void copy_to_clipboard(std::string_view text);
void announce(std::string_view text, bool urgent = false);
void animate();           ///< something moves: draw the next frame too
void wake_in(double ms);  ///< something will look different after ms
void want_cursor(const char* css);

}  // namespace shanzhi::widgets
