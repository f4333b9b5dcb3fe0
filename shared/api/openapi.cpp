// Writes the document route by route. Schemas come from the records' own descriptions.
#include "shared/api/openapi.h"

#include "shared/api/registry.h"
#include "shared/describe/field_list.h"
#include "shared/describe/json.h"

namespace shanzhi::api {
namespace d = shanzhi::describe;

namespace {

d::RecordAccess request_of(const Route& route) {
  return {const_cast<Route*>(&route),
          [](void* at, d::Visitor& v) { static_cast<const Route*>(at)->request(v); }};
}
d::RecordAccess answer_of(const Route& route) {
  return {const_cast<Route*>(&route),
          [](void* at, d::Visitor& v) { static_cast<const Route*>(at)->answer(v); }};
}

/// "award-points" → "AwardPoints": names of components may be looked at by generators of clients.
std::string camel(std::string_view name) {
  std::string out;
  bool start = true;
  for (const char c : name) {
    if (c == '-') {
      start = true;
    } else {
      out += start ? static_cast<char>(c - 'a' + 'A') : c;
      start = false;
    }
  }
  return out;
}

std::string schema_reference(const std::string& name) {
  return R"({"$ref":"#/components/schemas/)" + name + "\"}";
}

struct Refusal {
  const char* status;
  const char* name;
  const char* sentence;
};
constexpr Refusal kRefusals[] = {
    {"400", "Malformed", "The request is not what its description asks for."},
    {"401", "SignedOut", "No session or token, or it has ended."},
    {"403", "NotPermitted", "The caller's role does not allow it here."},
    {"404", "NotFound", "What the request names does not exist, or is out of the caller's sight."},
    {"409", "Conflict", "It contradicts what is stored."},
    {"413", "TooLarge", "The body is too large."},
    {"415", "UnsupportedMedia", "The content type is not understood."},
    {"422", "Refused", "A rule forbids it, or the key was used for another body."},
    {"429", "TooMany", "Too many attempts; Retry-After says when to try again."},
    {"503", "Busy", "The server is busy; Retry-After says when to try again."},
};

std::string refusals(bool command) {
  std::string out;
  for (const Refusal& refusal : kRefusals) {
    const std::string_view status = refusal.status;
    const bool writing = status == "409" || status == "413" || status == "415";
    if (writing && !command) continue;
    out += ",\"" + std::string(status) + R"(":{"$ref":"#/components/responses/)" + refusal.name +
           "\"}";
  }
  return out;
}

std::string who_may(const Route& route) {
  std::string out;
  for (int i = 0; i < kRoleCount; ++i) {
    const auto role = static_cast<Role>(i);
    if ((route.roles & bit(role)) == 0) continue;
    out += (out.empty() ? "" : ",") + d::json_string(d::name_of(role));
  }
  return "[" + out + "]";
}

const char* reach_name(Reach reach) {
  switch (reach) {
    case Reach::everyone: return "everyone";
    case Reach::signed_in: return "signed_in";
    case Reach::own_tree: return "own_tree";
    case Reach::own_record: return "own_record";
  }
  return "";
}

std::string query_parameters(const Route& route) {
  std::string out;
  for (const d::FieldInfo& info : d::field_list(request_of(route))) {
    const bool required = info.field.presence == d::Presence::required;
    d::FieldInfo plain = info;
    plain.field.sentence = "";
    std::string schema = d::write_field_schema(plain);
    if (info.shape == d::Shape::boolean)
      schema = R"({"type":"string","enum":["0","1","true","false"]})";
    out += (out.empty() ? "" : ",") + std::string(R"({"in":"query","name":)") +
           d::json_string(info.field.name) + R"(,"description":)" +
           d::json_string(info.field.sentence.text()) + (required ? R"(,"required":true)" : "") +
           R"(,"schema":)" + schema + "}";
  }
  return out;
}

std::string parameters(const Route& route) {
  std::string list;
  const auto add = [&list](const std::string& one) {
    if (one.empty()) return;
    if (!list.empty()) list += ',';
    list += one;
  };
  if (route.verb == Verb::query || route.octets) add(query_parameters(route));
  if (route.verb == Verb::command) {
    add(R"({"$ref":"#/components/parameters/IdempotencyKey"})");
  } else if (!route.octets) {
    add(R"({"$ref":"#/components/parameters/IfNoneMatch"})");
  }
  add(R"({"$ref":"#/components/parameters/Language"})");
  return R"("parameters":[)" + list + "]";
}

std::string request_body(const Route& route) {
  if (route.verb == Verb::query) return "";
  if (route.octets) {
    return R"(,"requestBody":{"required":true,"description":"The file as it is.","content":{)"
           R"("application/octet-stream":{"schema":{"type":"string","format":"binary"}}}})";
  }
  return R"(,"requestBody":{"required":true,"content":{"application/json":{"schema":)" +
         schema_reference(camel(route.name)) + "}}}";
}

bool answers_json(const Route& route) {
  return route.verb == Verb::command || !route.octets;
}

std::string headers(const Route& route) {
  if (route.verb == Verb::query) {
    return R"(,"headers":{"ETag":{"description":"Changes when the answer may.","schema":{"type":"string"}}})";
  }
  return R"(,"headers":{"Idempotency-Replayed":{"description":"true when this is the first answer of a )"
         R"(repeated command.","schema":{"type":"string","enum":["true"]}}})";
}

std::string answer_body(const Route& route) {
  if (!answers_json(route))
    return R"(,"content":{"application/octet-stream":{"schema":{"type":"string","format":"binary"}}}})";
  return headers(route) + R"(,"content":{"application/json":{"schema":)" +
         schema_reference(camel(route.name) + "Answer") + "}}}";
}

std::string operation(const Route& route) {
  const bool command = route.verb == Verb::command;
  std::string out = R"({"operationId":)" + d::json_string(route.name) + R"(,"summary":)" +
                    d::json_string(route.sentence) + R"(,"tags":[")" +
                    (command ? "commands" : "queries") + R"("],"x-roles":)" + who_may(route) +
                    R"(,"x-reach":")" + reach_name(route.reach) + "\",";
  out += parameters(route) + request_body(route);
  if (route.reach == Reach::everyone) out += R"(,"security":[])";
  out += R"(,"responses":{"200":{"description":"Done.")" + answer_body(route);
  if (!command && answers_json(route))
    out += R"(,"304":{"description":"Nothing changed since the ETag."})";
  return out + refusals(command) + "}}";
}

std::string paths() {
  std::string out;
  for (const Route& route : routes()) {
    if (!out.empty()) out += ',';
    out += "\"/api/v1/" + std::string(route.name) + "\":{" +
           (route.verb == Verb::command ? R"("post":)" : R"("get":)") + operation(route) + "}";
  }
  return "{" + out + "}";
}

std::string schemas() {
  Problem problem;
  std::string out =
      "{\"Problem\":" + d::write_json_schema(d::access_record(problem), d::ReadMode::tolerant);
  for (const Route& route : routes()) {
    const std::string name = camel(route.name);
    if (route.verb == Verb::command && !route.octets) {
      out += ",\"" + name + "\":" + d::write_json_schema(request_of(route));
    }
    if (!answers_json(route)) continue;
    out +=
        ",\"" + name + "Answer\":" + d::write_json_schema(answer_of(route), d::ReadMode::tolerant);
  }
  return out + "}";
}

std::string problem_responses() {
  std::string out;
  for (const Refusal& refusal : kRefusals) {
    const std::string_view status = refusal.status;
    const bool later = status == "429" || status == "503";
    out +=
        (out.empty() ? "" : ",") + std::string("\"") + refusal.name + R"(":{"description":)" +
        d::json_string(refusal.sentence) +
        (later
             ? R"(,"headers":{"Retry-After":{"description":"Seconds.","schema":{"type":"integer"}}})"
             : "") +
        R"(,"content":{"application/problem+json":{"schema":)" + schema_reference("Problem") +
        "}}}";
  }
  return "{" + out + "}";
}

constexpr char kParameters[] =
    R"({"IdempotencyKey":{"in":"header","name":"Idempotency-Key","description":"UUID of the command. A )"
    R"(repeat with the same body returns the first answer; with another body it is refused. Where the )"
    R"(body has an id, that is the key when this is absent.","schema":{"type":"string","format":"uuid"}},)"
    R"("IfNoneMatch":{"in":"header","name":"If-None-Match","description":"The ETag of what is already )"
    R"(known.","schema":{"type":"string"}},"Language":{"in":"header","name":"Accept-Language",)"
    R"("description":"zh (the first language) or en, for the sentences of problems.","schema":{"type":)"
    R"("string"}}})";

constexpr char kSecurity[] =
    R"({"session":{"type":"apiKey","in":"cookie","name":"shanzhi_session","description":"Set by sign-in."},)"
    R"("token":{"type":"http","scheme":"bearer","description":"Issued by issue-token or on the server."}})";

}  // namespace

std::string write_openapi() {
  return R"({"openapi":"3.1.0","info":{"title":"善治","version":"1","description":"Villages' volunteer )"
         R"(points: ledger, register, boards and map. Points are centipoints, hours are minutes, )"
         R"(coordinates WGS 84."},"jsonSchemaDialect":"https://json-schema.org/draft/2020-12/schema",)"
         R"("servers":[{"url":"/"}],"security":[{"session":[]},{"token":[]}],"paths":)" +
         paths() + R"(,"components":{"schemas":)" + schemas() + R"(,"responses":)" +
         problem_responses() + R"(,"parameters":)" + kParameters + R"(,"securitySchemes":)" +
         kSecurity + "}}";
}

}  // namespace shanzhi::api
