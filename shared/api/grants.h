// Who may call which command or query: of the registry what a screen needs to know, without the
// descriptions that come with a whole route.
#pragma once

#include <string_view>

#include "shared/api/roles.h"

namespace shanzhi::api {

enum class Verb : std::uint8_t { command, query };

/// The roles that may call it at all; none when there is none of that name and verb.
RoleSet roles_for(Verb verb, std::string_view name);

}  // namespace shanzhi::api
