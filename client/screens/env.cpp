// Rights and names that screens ask for.
#include "client/screens/env.h"

#include "shared/api/grants.h"

namespace shanzhi::screens {

bool Env::may(bool command, std::string_view name) const {
  const api::Verb verb = command ? api::Verb::command : api::Verb::query;
  return (api::roles_for(verb, name) & api::bit(role)) != 0;
}

std::string Env::place_name() const {
  if (const api::PlaceRow* row = places.find(place)) return row->name;
  return place == me.place ? me.place_name : me.town_name;
}

std::string Env::when(std::string_view instant) const {
  const auto at = base::parse_instant(instant);
  return at ? text::when(*at, now, language()) : std::string{};
}

}  // namespace shanzhi::screens
