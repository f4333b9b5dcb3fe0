// The page shows the pictures over the canvas, at the places that are kept free here.
#include "client/screens/photo_row.h"

#include "client/widgets/state.h"

namespace shanzhi::screens {

void photo_row(const Env& env, std::span<const std::string> ids, Wish& wish) {
  if (ids.empty()) return;
  const float width = std::min(128.f, (ui::content().w - 2 * ui::kGap2) / 3);
  ui::space(ui::kGap1);
  const ui::Rect row = ui::take(0, width * 0.75f);
  for (std::size_t i = 0; i < ids.size(); i++) {
    const std::string address = "/api/v1/photo?id=" + ids[i];
    const std::string name = env.fill(Message::photo_one, {std::to_string(i + 1)});
    const ui::Rect r{row.x + static_cast<float>(i) * (width + ui::kGap2), row.y, width, row.h};
    ui::photo(address, r, name);
    if (ui::press_area(name, r).pressed) wish = OpenUrl{address};
  }
  ui::space(ui::kGap1);
}

}  // namespace shanzhi::screens
