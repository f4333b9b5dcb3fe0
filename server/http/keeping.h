// Which answers a device may keep for its person to read without a network (web/worker.js does), and for
// whom: the worker cannot see the session, so the answer says it.
#pragma once

#include <string_view>

#include <httplib.h>

#include "server/http/door.h"

namespace shanzhi::http {

/// Says for whom an answer may be kept: the same mark for the same user, nothing that names them.
inline constexpr const char* kKeepHeader = "Shanzhi-Keep";

/// Sets the header when the answer may be kept: asked by a session (never by a token, which may be a
/// screen in a hall), of a query whose old answer is of use and not secret.
void mark_keepable(std::string_view query, const Visitor& visitor, httplib::Response& response);

}  // namespace shanzhi::http
