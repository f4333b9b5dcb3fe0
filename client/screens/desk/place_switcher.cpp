// Ever present, in the same corner: where one is, and the tree of places to go elsewhere.
#include "client/screens/desk/shell_parts.h"

namespace shanzhi::screens {
namespace {

constexpr std::size_t kFoundMost = 40;
constexpr float kRow = 32, kIndent = 18;

void choose(const Env& env, ShellForm& form, const api::PlaceRow& row, Wish& wish) {
  model::Route route = env.route.with("place", row.code);
  for (const char* bound : {"open", "at"})
    route.set.erase(bound);  // what was open lay in the other place
  wish = Go{route};
  form.places_open = false;
  form.place_search.clear();
}

void place_row(const Env& env, ShellForm& form, const api::PlaceRow& row, int depth, bool parent,
               Wish& wish) {
  const ui::Scope scope(row.code);
  ui::Rect r = ui::take(0, kRow);
  if (!ui::visible(r)) return;
  const bool here = row.code == env.place, open = form.open_places.count(row.code) > 0;
  const float left = static_cast<float>(depth) * kIndent;
  const ui::Rect fold{r.x + left, r.y, 26, kRow};
  const ui::Rect body{fold.right(), r.y, r.right() - fold.right(), kRow};
  const std::uint32_t state = (here ? ui::kCurrent | ui::kSelected : 0u) |
                              (parent ? (open ? ui::kExpanded : ui::kCollapsed) : 0u);
  const ui::Touch t = ui::press_area(row.name, body, ui::Role::tree_item, state);
  if (here || t.hovered) ui::fill(r, here ? ui::Color::sel : ui::Color::sunk, 4);
  if (parent) {
    const ui::Touch f = ui::touch(ui::make_id("fold"), fold);
    ui::icon_in(fold, open ? ui::Icon::down : ui::Icon::chev, 14,
                f.hovered ? ui::Color::jade : ui::Color::t3);
    if (f.pressed && !form.open_places.erase(row.code)) form.open_places.insert(row.code);
  }
  ui::mute_text_in({body.x + 2, body.y, body.w - 74, kRow}, row.name,
                   {.color = here ? ui::Color::jade : ui::Color::t1,
                    .weight = here ? ui::Weight::semibold : ui::Weight::regular});
  ui::mute_text_in(body.inset(10, 0), text::count(row.households),
                   {.size = ui::Size::caption, .color = ui::Color::t3, .align = ui::Align::right});
  if (t.pressed) choose(env, form, row, wish);
}

void branch(const Env& env, ShellForm& form, const api::PlaceRow& row, int depth, Wish& wish) {
  const auto children = env.places.children(row.code);
  place_row(env, form, row, depth, !children.empty() && depth > 0, wish);
  if (depth > 0 && form.open_places.count(row.code) == 0) return;
  for (const api::PlaceRow* child : children) branch(env, form, *child, depth + 1, wish);
}

void tree(const Env& env, ShellForm& form, Wish& wish) {
  ui::set_next_width(0);
  const ui::FieldEvent typed =
      ui::text_field(std::string(env.say(Message::place_search)) + "##tree", form.place_search,
                     {.kind = ui::FieldKind::search,
                      .placeholder = env.say(Message::place_search),
                      .icon = ui::Icon::search,
                      .max_length = 40,
                      .label_hidden = true,
                      .focus_now = true});
  if (typed.escaped) form.places_open = false;
  ui::space(ui::kGap2);
  const ui::Group group(ui::Role::tree, env.say(Message::place_switcher));
  if (form.place_search.empty()) {
    if (const api::PlaceRow* root = env.places.root()) branch(env, form, *root, 0, wish);
    return;
  }
  const auto found = env.places.search(form.place_search, kFoundMost);
  if (found.empty()) ui::paragraph(env.say(Message::place_none), {.color = ui::Color::t2});
  for (const api::PlaceRow* row : found) {
    const ui::Scope scope(row->code);
    const api::PlaceRow* parent = env.places.find(row->parent);
    if (ui::list_row("place",
                     {.title = row->name,
                      .detail = parent ? std::string_view(parent->name) : std::string_view{},
                      .value = env.word(text::Vocabulary::level, row->level),
                      .chevron = false}))
      choose(env, form, *row, wish);
  }
}

}  // namespace

float place_switcher(const Env& env, ShellForm& form, ui::Rect r, Wish& wish) {
  const auto path = env.places.path(env.place);
  std::string above;
  for (std::size_t i = path.size() > 3 ? path.size() - 3 : 0; i + 1 < path.size(); i++)
    above += path[i]->name + env.say(Message::place_path_separator);
  const bool whole = path.size() <= 1;
  if (whole) above = env.place_name() + env.say(Message::place_path_separator);
  const std::string name =
      whole && env.place == env.me.town ? env.say(Message::place_whole_town) : env.place_name();
  const ui::TextStyle strong{.weight = ui::Weight::semibold};
  const float natural = 38 + ui::measure(above).x + ui::measure(name, strong).x + 30;
  ui::Rect field{r.x, r.y, std::min(natural, r.w), r.h};
  const std::string label = std::string(env.say(Message::place_switcher)) + ": " + env.place_name();
  const ui::Touch t =
      ui::press_area(label, field, ui::Role::button,
                     ui::kHasPopup | (form.places_open ? ui::kExpanded : ui::kCollapsed));
  ui::fill(field, ui::Color::raise, 4);
  ui::outline(field, t.hovered || form.places_open ? ui::Color::jade : ui::Color::line2, 4);
  ui::icon(ui::Icon::pin, {field.x + 11, field.y + (field.h - 18) / 2}, 18, ui::Color::jade);
  ui::icon(ui::Icon::down, {field.right() - 24, field.y + (field.h - 14) / 2}, 14, ui::Color::t2);
  ui::Rect words{field.x + 37, field.y, field.w - 37 - 28, field.h};
  const float room = words.w - ui::measure(name, strong).x;
  if (room < ui::measure(above).x) above.clear();  // a path cut short says nothing
  const ui::Rect first = ui::mute_text_in({words.x, words.y, std::max(0.f, room), words.h}, above,
                                          {.color = ui::Color::t2});
  ui::mute_text_in({first.right(), words.y, words.right() - first.right(), words.h}, name, strong);
  if (t.pressed) {
    form.places_open = !form.places_open;
    form.open_places.clear();
    for (const api::PlaceRow* row : path) form.open_places.insert(row->code);
  }
  if (auto popup = ui::Popup("places", form.places_open, field, 320, 520); popup)
    tree(env, form, wish);
  return field.w;
}

}  // namespace shanzhi::screens
