// Whether it is open is the frame's business, so that no screen has to remember it.
#include "client/widgets/menu_button.h"

#include "client/widgets/internal.h"

namespace shanzhi::widgets {

int menu_button(std::string_view label, std::span<const MenuItem> items,
                const ButtonOptions& options) {
  const Id id = make_id(std::string(label) + "##menu");
  bool open = ui_state().selects[id].open;
  if (button(label, options)) open = !open;
  const int chosen = menu(label, open, last(), items);
  ui_state().selects[id].open = open;
  return chosen;
}

}  // namespace shanzhi::widgets
