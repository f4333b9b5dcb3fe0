// The icons of look.md §5, drawn as strokes at any size.
#pragma once

#include <cstdint>

#include "client/widgets/geometry.h"
#include "client/widgets/theme.h"

namespace shanzhi::widgets {

enum class Icon : std::uint8_t {
  none,
  home,
  map,
  file,
  award,
  book,
  board,
  clock,
  ask,
  shop,
  gift,
  qr,
  team,
  user,
  search,
  filter,
  pin,
  layers,
  bell,
  gear,
  chev,
  down,
  check,
  cross,
  plus,
  warn,
  off,
  swap,
  phone,
  exports,
  say,
  // not on look.md's list, drawn in the same hand
  left,
  up,
  minus,
  camera,
  print,
  copy,
  more,
  care,
  calendar,
  wall,
  undo,
  play,
  pause,
  info,
  lock,
  menu,
  pencil,
  count
};

/// Draws into the square of side `size` px whose top left is at. Draws only: adds no node.
void icon(Icon which, Vec2 at, float size, Color c);
void icon_in(Rect r, Icon which, float size, Color c);  ///< centred in r

}  // namespace shanzhi::widgets
