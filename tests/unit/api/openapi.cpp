// The OpenAPI document against the registry that it is written from.
#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "shared/api/openapi.h"
#include "shared/api/registry.h"

namespace {

using nlohmann::json;
using namespace shanzhi;

json document() {
  return json::parse(api::write_openapi(), nullptr, false);
}

/// Every "$ref" below a value.
void collect(const json& value, std::set<std::string>& references) {
  if (value.is_object() && value.contains("$ref"))
    references.insert(value["$ref"].get<std::string>());
  if (value.is_structured())
    for (const json& child : value) collect(child, references);
}

}  // namespace

TEST_CASE("the document has exactly the registry's routes") {
  const json paths = document()["paths"];
  CHECK(paths.size() == api::routes().size());
  for (const auto& route : api::routes()) {
    INFO(route.name);
    const json& path = paths[std::string("/api/v1/") + route.name];
    REQUIRE(path.contains(route.verb == api::Verb::command ? "post" : "get"));
    CHECK(path.size() == 1);
  }
}

TEST_CASE("every reference in the document leads somewhere") {
  const json whole = document();
  std::set<std::string> references;
  collect(whole, references);
  CHECK(references.size() > 60);
  for (const std::string& reference : references) {
    INFO(reference);
    CHECK(whole.contains(json::json_pointer(reference.substr(1))));
  }
}

TEST_CASE("a request's schema says what the reader demands") {
  const json award = document()["components"]["schemas"]["AwardPoints"];
  CHECK(award["additionalProperties"] == false);
  CHECK(award["required"] == json({"id", "person", "rule", "occurred_at"}));
  CHECK(award["properties"]["minutes"]["maximum"] == 960);
  CHECK(award["properties"]["note"]["maxLength"] == 200);
  CHECK(award["properties"]["id"]["format"] == "uuid");
}

TEST_CASE("an answer's schema leaves room for what comes later") {
  CHECK_FALSE(
      document()["components"]["schemas"]["FiguresAnswer"].contains("additionalProperties"));
}
