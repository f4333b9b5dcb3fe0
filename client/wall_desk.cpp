// The desk's pages of the wall and of alarms, and what they are shown.
#include "client/wall_desk.h"

#include "client/desk.h"

namespace shanzhi::app {

using model::query_path;
using screens::Env;
using screens::Wish;

const model::Loaded<api::Alarms>& alarms_of(model::Model& model, const Env& env) {
  const std::string& own = env.me.place.empty() ? env.me.town : env.me.place;
  return model.alarms.want(query_path("alarms", {{"place", own}}));
}

const model::Loaded<api::HallScenes>& scenes_of(model::Model& model, const Env& env) {
  return model.hall_scenes.want(query_path("hall-scenes", {{"place", env.place}}));
}

Wish Desk::draw_wall(const Env& env, widgets::Rect page) {
  return screens::wall_page(env, scenes_of(model_, env), model_.platform.surroundings().page,
                            forms_.wall, page);
}

Wish Desk::draw_alarm(const Env& env, widgets::Rect page) {
  return screens::alarm_page(env, alarms_of(model_, env), forms_.alarm, page);
}

Wish Desk::draw_users(const Env& env, widgets::Rect page) {
  if (env.route.get("tab") == "tokens") {  // a link led to them
    forms_.users.tab = 1;
    return screens::Go{env.route.with("tab", ""), true};
  }
  return screens::users_page(
      env,
      model_.users.want(query_path("users", {{"residents", forms_.users.tab == 2 ? "1" : ""}})),
      forms_.users, page);
}

}  // namespace shanzhi::app
