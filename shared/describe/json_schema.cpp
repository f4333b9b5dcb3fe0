// JSON Schema (2020-12) from a description.
#include "shared/describe/field_list.h"
#include "shared/describe/json.h"

namespace shanzhi::describe {
namespace {

const Field kUnbounded{""};

void add(std::string& out, const char* keyword, const std::string& json) {
  if (out.back() != '{') out += ',';
  out += json_string(keyword) + ":" + json;
}

void add_bounds(std::string& out, const Field& field, const char* low, const char* high) {
  if (field.low != kUnbounded.low) add(out, low, std::to_string(field.low));
  if (field.high != kUnbounded.high) add(out, high, std::to_string(field.high));
}

/// What the kind adds to a text: a format that validators know, or a pattern.
void add_kind(std::string& out, Kind kind) {
  switch (kind) {
    case Kind::uuid: return add(out, "format", "\"uuid\"");
    case Kind::instant: return add(out, "format", "\"date-time\"");
    case Kind::date: return add(out, "format", "\"date\"");
    case Kind::place_code: return add(out, "pattern", "\"^[0-9A-Za-z-]*$\"");
    case Kind::rule_code: return add(out, "pattern", "\"^[0-9A-Za-z._-]*$\"");
    case Kind::phone: return add(out, "pattern", "\"^[0-9+ -]*$\"");
    case Kind::secret: return add(out, "format", "\"password\"");
    case Kind::plain:
    case Kind::multiline:
    case Kind::centipoints:
    case Kind::minutes:
    case Kind::fen:
    case Kind::count:
    case Kind::degrees: return;
  }
}

void add_text(std::string& out, const Field& field) {
  add(out, "type", "\"string\"");
  if (field.high != kUnbounded.high) add(out, "maxLength", std::to_string(field.high));
  std::string demands = "{";
  if (field.low > 0) add(demands, "minLength", std::to_string(field.low));
  add_kind(demands, field.kind);
  if (demands.size() == 1) return;
  if (field.presence == Presence::required) {
    out += "," + demands.substr(1);
  } else {  // an absent optional text may also be sent as ""
    add(out, "anyOf", "[" + demands + R"(},{"maxLength":0}])");
  }
}

std::string object_schema(const std::vector<FieldInfo>& fields, ReadMode mode);

std::string field_schema(const FieldInfo& info, ReadMode mode) {
  std::string out = "{";
  const Field& field = info.field;
  if (field.sentence.text()[0] != '\0') add(out, "description", json_string(field.sentence.text()));
  switch (info.shape) {
    case Shape::text: add_text(out, field); break;
    case Shape::integer:
      add(out, "type", "\"integer\"");
      add(out, "format", "\"int64\"");
      add_bounds(out, field, "minimum", "maximum");
      break;
    case Shape::real:
      add(out, "type", "\"number\"");
      add_bounds(out, field, "minimum", "maximum");
      break;
    case Shape::boolean: add(out, "type", "\"boolean\""); break;
    case Shape::choice: {
      std::string names;
      for (const char* name : info.choices) names += (names.empty() ? "" : ",") + json_string(name);
      add(out, "type", "\"string\"");
      add(out, "enum", "[" + names + "]");
      break;
    }
    case Shape::record:
      out += out.back() == '{' ? "" : ",";
      out += object_schema(info.nested, mode).substr(1);
      return out;
    case Shape::list:
      add(out, "type", "\"array\"");
      add_bounds(out, field, "minItems", "maxItems");
      add(out, "items", object_schema(info.nested, mode));
      break;
    case Shape::integers:
      add(out, "type", "\"array\"");
      add_bounds(out, field, "minItems", "maxItems");
      add(out, "items", R"({"type":"integer","format":"int64"})");
      break;
    case Shape::texts: {
      std::string item = "{";
      add_text(item, {"", "", Presence::required, 1, kUnbounded.high, field.kind});
      add(out, "type", "\"array\"");
      add_bounds(out, field, "minItems", "maxItems");
      add(out, "items", item + "}");
      break;
    }
    case Shape::json: break;  // any value
  }
  return out + "}";
}

std::string object_schema(const std::vector<FieldInfo>& fields, ReadMode mode) {
  std::string properties, required;
  for (const FieldInfo& info : fields) {
    properties += (properties.empty() ? "" : ",") + json_string(info.field.name) + ":" +
                  field_schema(info, mode);
    if (info.field.presence == Presence::required) {
      required += (required.empty() ? "" : ",") + json_string(info.field.name);
    }
  }
  std::string out = R"({"type":"object")";
  if (!fields.empty()) out += R"(,"properties":{)" + properties + "}";
  if (!required.empty()) out += R"(,"required":[)" + required + "]";
  if (mode == ReadMode::strict) out += R"(,"additionalProperties":false)";
  return out + "}";
}

}  // namespace

std::string write_json_schema(RecordAccess record, ReadMode mode) {
  return object_schema(field_list(record), mode);
}

std::string write_field_schema(const FieldInfo& info) {
  return field_schema(info, ReadMode::strict);
}

}  // namespace shanzhi::describe
