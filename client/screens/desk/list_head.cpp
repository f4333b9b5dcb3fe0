// Title left, buttons right; the title gives way.
#include "client/screens/desk/list_head.h"

#include "client/screens/desk/list_tools.h"

namespace shanzhi::screens {

ListHeadEvent list_head(const Env& env, ui::Rect r, const ListHead& head) {
  ListHeadEvent event;
  const auto room = [](std::string_view label) { return ui::measure(label).x + 56; };
  const float title =
      ui::measure(head.title, {.size = ui::Size::h1, .weight = ui::Weight::semibold}).x;
  const float add = head.add.empty() ? 0 : room(head.add);
  float file = head.exported ? file_menu_width(env) : 0;
  const bool bare = file > 0 && title + ui::kGap3 + add + file > r.w;
  if (bare) file = r.h + ui::kGap2;  // a square, and what parts it from the other
  if (const float width = add + file; width > 0) {
    const ui::Box buttons(r.cut_right(width, ui::kGap3));
    if (add > 0) {
      if (file <= 0) ui::set_next_width(0);
      event.add = ui::button(head.add, {.icon = ui::Icon::plus});
      if (file > 0) ui::same_row();
    }
    if (file > 0) {
      ui::set_next_width(0);
      const auto format = file_menu(env, true, bare);
      event.exported = format.has_value();
      event.format = format.value_or(event.format);
    }
  }
  std::string aside = env.place_name();
  if (head.count >= 0) aside += " " + text::count(head.count);
  const float left = r.w - ui::kGap2 - title;
  for (const std::string& less : {head.count >= 0 ? text::count(head.count) : std::string{},
                                  std::string{}})  // a number is never cut
    if (ui::measure(aside, {.size = ui::Size::small}).x > left) aside = less;
  ui::heading_in(r, 1, head.title, aside);
  return event;
}

}  // namespace shanzhi::screens
