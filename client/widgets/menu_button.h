// A button that opens a menu below itself.
#pragma once

#include <span>

#include "client/widgets/button.h"
#include "client/widgets/overlay.h"

namespace shanzhi::widgets {

/// Index chosen in this frame, or -1.
int menu_button(std::string_view label, std::span<const MenuItem> items,
                const ButtonOptions& options = {});

}  // namespace shanzhi::widgets
