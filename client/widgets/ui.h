// The one layer in which everything on screen is drawn: whatever is drawn through it also has a role
// and a name, so that keyboards, screen readers and tests reach it. Include this one header; screens
// write `ui::button(…)`. Nothing here needs Dear ImGui to be included.
//
// How a frame goes: the platform calls begin_frame(), the app draws, the platform calls end_frame().
// Layout: a Box or a Scroll gives a column; each widget takes the column's width (or its natural
// width, for buttons and chips) at the cursor and moves the cursor down. same_row() puts the next
// one to the right of the last. Strings are UTF-8. In labels what follows "##" is not shown and only
// tells two equal labels apart, as in Dear ImGui.
#pragma once

#include "client/widgets/access.h"
#include "client/widgets/board.h"
#include "client/widgets/button.h"
#include "client/widgets/chart.h"
#include "client/widgets/field.h"
#include "client/widgets/geometry.h"
#include "client/widgets/icon.h"
#include "client/widgets/layout.h"
#include "client/widgets/overlay.h"
#include "client/widgets/pinch.h"
#include "client/widgets/state.h"
#include "client/widgets/table.h"
#include "client/widgets/text.h"
#include "client/widgets/theme.h"

namespace shanzhi {
namespace ui = widgets;
}
