// Places by name, with what they belong to below.
#include "client/screens/place_select.h"

namespace shanzhi::screens {

bool place_select(const Env& env, std::string_view label, std::string& code,
                  const PlaceChoices& choices) {
  static const api::PlaceRow nowhere{};
  std::vector<ui::Choice> shown;
  std::vector<const api::PlaceRow*> rows;
  int at = -1;
  const auto offer = [&](const api::PlaceRow& row, std::string_view name) {
    if (row.code == code) at = static_cast<int>(rows.size());
    rows.push_back(&row);
    const api::PlaceRow* parent = env.places.find(row.parent);
    shown.push_back({name, parent ? std::string_view(parent->name) : std::string_view{}});
  };
  if (!choices.none.empty()) offer(nowhere, choices.none);
  for (const api::PlaceRow& row : env.places.rows()) {
    if (choices.level.empty() ? row.level == "hamlet" : row.level != choices.level) continue;
    if (choices.within.empty() || env.places.within(row.code, choices.within)) offer(row, row.name);
  }
  if (!ui::select(label, at, std::span<const ui::Choice>(shown),
                  {.searchable = true, .none = env.say(Message::empty_filtered)}))
    return false;
  code = rows[static_cast<std::size_t>(at)]->code;
  return true;
}

}  // namespace shanzhi::screens
