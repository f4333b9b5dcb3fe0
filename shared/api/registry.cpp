// The rows of the registry, checked while compiling: names once, nobody forgotten.
#include "shared/api/registry.h"

namespace shanzhi::api {
namespace {

template <class R>
void visit_default(describe::Visitor& v) {
  R record{};
  fields(v, record);
}

template <class Request, class Reply>
constexpr Route command(const char* name, RoleSet who, Reach reach, const char* sentence) {
  return {name, Verb::command, who, reach, sentence, visit_default<Request>, visit_default<Reply>,
          false};
}
template <class Request, class Reply>
constexpr Route upload(const char* name, RoleSet who, Reach reach, const char* sentence) {
  return {name, Verb::command, who, reach, sentence, visit_default<Request>, visit_default<Reply>,
          true};
}
template <class Request, class Reply>
constexpr Route query(const char* name, RoleSet who, Reach reach, const char* sentence) {
  return {name, Verb::query, who, reach, sentence, visit_default<Request>, visit_default<Reply>,
          false};
}

template <class Request, class Reply>
constexpr Route file(const char* name, RoleSet who, Reach reach, const char* sentence) {
  return {name, Verb::query, who, reach, sentence, visit_default<Request>, visit_default<Reply>,
          true};
}

constexpr Route kRoutes[] = {
#define ROUTE(how, name, request, answer, who, reach, sentence) \
  how<request, answer>(name, who, Reach::reach, sentence),
#include "shared/api/routes.inc"
#undef ROUTE
};

consteval bool names_differ() {
  for (const Route& a : kRoutes)
    for (const Route& b : kRoutes)
      if (&a != &b && a.verb == b.verb && std::string_view(a.name) == b.name) return false;
  return true;
}
consteval bool names_are_plain() {
  for (const Route& route : kRoutes)
    for (const char c : std::string_view(route.name))
      if (c != '-' && (c < 'a' || c > 'z')) return false;
  return true;
}
consteval bool all_have_roles() {
  for (const Route& route : kRoutes)
    if (route.roles == 0 || (route.roles & ~kEverybody) != 0) return false;
  return true;
}
consteval bool watchers_write_nothing() {
  constexpr RoleSet watchers = bit(Role::display) | bit(Role::auditor);
  for (const Route& route : kRoutes)
    if (route.verb == Verb::command && route.reach != Reach::everyone &&
        route.reach != Reach::signed_in && (route.roles & watchers) != 0)
      return false;
  return true;
}
consteval bool commands_come_first() {
  bool queries = false;
  for (const Route& route : kRoutes) {
    if (queries && route.verb == Verb::command) return false;
    queries = queries || route.verb == Verb::query;
  }
  return true;
}
static_assert(names_differ(), "a name stands twice in the registry");
static_assert(names_are_plain(), "names are lower-case words and dashes");
static_assert(all_have_roles(), "a route without roles can be called by nobody");
static_assert(watchers_write_nothing(),
              "auditors and kiosks change nothing but their own password");
static_assert(commands_come_first());

}  // namespace

std::span<const Route> routes() {
  return kRoutes;
}

const Route* find_route(Verb verb, std::string_view name) {
  for (const Route& route : kRoutes)
    if (route.verb == verb && name == route.name) return &route;
  return nullptr;
}

}  // namespace shanzhi::api
