// What both faces need of the program.
#include "client/face.h"

#include "client/widgets/ui.h"
#include "shared/api/grants.h"

namespace shanzhi::app {

using model::Section;
using screens::Env;
using screens::Message;

Section home_of(const api::Me& me) {
  const auto role = describe::parse_enum<api::Role>(me.role);
  const bool office = role && (api::kOfficersAndAuditor & api::bit(*role)) != 0;
  return office || me.person.empty() ? Section::overview : Section::me;
}

Env env_of(model::Model& model, const model::Route& route, const model::Settings& settings) {
  static const api::Me nobody{};
  const api::Me& me = model.me() ? *model.me() : nobody;
  const base::Instant now{model.platform.now_ms()};
  std::string place = route.get("place");
  if (place.empty()) place = me.place.empty() ? me.town : me.place;
  const auto role = describe::parse_enum<api::Role>(me.role);
  return {.settings = settings,
          .now = now,
          .today = base::day_of(now),
          .me = me,
          .role = role.value_or(api::Role::volunteer),
          .places = model.places(),
          .route = route,
          .place = std::move(place),
          .away_since_ms = model.api.away_since_ms()};
}

void get_file(model::Model& model, const model::Settings& settings, model::ExportJob::Order order) {
  if (model.exports.running()) return;
  model.exports.start(std::move(order));
  widgets::toast(text::say(Message::table_preparing, settings.language));
}

}  // namespace shanzhi::app
