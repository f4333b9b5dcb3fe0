// The names and roles of the rows of the registry.
#include "shared/api/grants.h"

namespace shanzhi::api {
namespace {

constexpr Verb command = Verb::command, upload = Verb::command, query = Verb::query,
               file = Verb::query;

struct Grant {
  const char* name;
  Verb verb;
  RoleSet roles;
};
constexpr Grant kGrants[] = {
#define ROUTE(how, name, request, answer, who, reach, sentence) {name, how, who},
#include "shared/api/routes.inc"
#undef ROUTE
};

}  // namespace

RoleSet roles_for(Verb verb, std::string_view name) {
  for (const Grant& grant : kGrants)
    if (grant.verb == verb && name == grant.name) return grant.roles;
  return 0;
}

}  // namespace shanzhi::api
