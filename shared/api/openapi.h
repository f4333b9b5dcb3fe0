// The OpenAPI document of the whole interface, from the registry: it cannot say anything else than what
// the server reads and answers.
#pragma once

#include <string>

namespace shanzhi::api {

/// OpenAPI 3.1 as JSON: every route with parameters, bodies, answers, refusals and who may call it.
std::string write_openapi();

}  // namespace shanzhi::api
