// The list of every command and query: name, permission, reach and description in one row of routes.inc.
// Routes, the OpenAPI document and the test of permissions are generated from it.
#pragma once

#include <span>
#include <string_view>

#include "shared/api/accounts.h"
#include "shared/api/alarms.h"
#include "shared/api/commands.h"
#include "shared/api/door.h"
#include "shared/api/family.h"
#include "shared/api/grants.h"
#include "shared/api/hall.h"
#include "shared/api/queries.h"
#include "shared/api/views.h"
#include "shared/api/views_phone.h"

namespace shanzhi::api {

/// One row. `request` and `answer` visit a default value of the type, for schemas and for tests.
struct Route {
  const char* name;  ///< "award-points" → POST /api/v1/award-points; "boards" → GET /api/v1/boards
  Verb verb;
  RoleSet roles;         ///< who may call it at all
  Reach reach;           ///< and how far
  const char* sentence;  ///< English, for the OpenAPI document
  void (*request)(describe::Visitor& v);
  void (*answer)(describe::Visitor& v);
  /// A command: the body is a file as it is, `request` describes query parameters. A query: so is the
  /// answer.
  bool octets = false;
};

/// Every route, commands first, each name once.
std::span<const Route> routes();
/// nullptr when there is none of that name and verb.
const Route* find_route(Verb verb, std::string_view name);

}  // namespace shanzhi::api
