// A point of the earth, pressed on the town's map instead of typed.
#include "client/screens/desk/record_form.h"

namespace shanzhi::screens {
namespace {

constexpr float kMapHigh = 176;

/// What is typed, when it is a point.
std::optional<base::Point> point_of(const RecordForm& form) {
  api::SaveSite site;
  Typed typed;
  for (const char* name : {"longitude", "latitude"}) {
    const auto found = form.typed.find(name);
    if (found == form.typed.end() || found->second.empty()) return std::nullopt;
    typed[name] = found->second;
  }
  if (!read_typed(typed, describe::access_record(site)).empty()) return std::nullopt;
  return base::Point{site.longitude, site.latitude};
}

void put_point(RecordForm& form, base::Point at) {
  api::SaveSite site;
  site.longitude = at.x, site.latitude = at.y;
  const Typed typed = typed_of(site);
  for (const char* name : {"longitude", "latitude"}) {
    form.typed[name] = typed.at(name);
    form.refused.erase(name), form.theirs.erase(name);
  }
}

}  // namespace

void point_on_map(const Env& env, const FormView& view, RecordForm& form) {
  if (!view.shape || view.shape->empty()) return;
  const auto at = point_of(form);
  std::vector<ui::MapMark> marks;
  const bool home = form.about.kind == FormKind::household;
  if (at) marks.push_back({ui::MarkKind::site, *at, form.typed[home ? "number" : "name"]});
  form.blank_values.assign(view.shape->cells.size(), 0);  // plain: nothing is measured here
  const std::string where = at ? form.typed["longitude"] + ", " + form.typed["latitude"]
                               : std::string(env.say(Message::form_point_none));
  const std::string words = env.fill(Message::form_point_words, {where});
  const std::string& place = form.typed[home ? "grid" : "place"];
  const bool whole = place.empty() || place == env.me.town;
  ui::text(env.say(Message::form_point_map), {.size = ui::Size::caption, .color = ui::Color::t3});
  ui::space(4);
  const ui::Rect r = ui::take(0, kMapHigh);
  ui::outline(r, ui::Color::line2, 4);
  const ui::MapEvent event = form.map.draw(
      r.inset(1), {.shape = *view.shape,
                   .values = form.blank_values,
                   .breaks = {},
                   .scope = whole ? std::string_view{} : std::string_view(place),
                   .selected = {},
                   .pick = ui::PickLevel::grid,
                   .marks = marks,
                   .words = words,
                   .places_words = env.say(Message::form_point_map),
                   .say_place = [&](const std::string& code, int, std::int64_t, std::int64_t) {
                     const api::PlaceRow* row = env.places.find(code);
                     return row ? row->name : code;
                   }});
  ui::space(ui::kGap3);
  if (event.pressed.empty()) return;
  put_point(form, event.at);
  const api::PlaceRow* row = env.places.find(event.pressed);
  if (row) ui::announce(row->name);
}

}  // namespace shanzhi::screens
