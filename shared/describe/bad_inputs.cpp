// Valid JSON of a record, broken in one place at a time.
#include <nlohmann/json.hpp>

#include "shared/describe/field_checks.h"
#include "shared/describe/field_list.h"
#include "shared/describe/json.h"
#include "shared/describe/random_record.h"

namespace shanzhi::describe {
namespace {

using Json = nlohmann::ordered_json;
using base::ErrorCode;

const Field kUnbounded{""};

class Breaker {
 public:
  Breaker(Json valid, std::vector<BadInput>& out) : valid_(std::move(valid)), out_(out) {}

  void break_whole() {
    add("not JSON", "{\"", ErrorCode::malformed, "");
    add("nothing", "", ErrorCode::malformed, "");
    add("a list instead of an object", "[]", ErrorCode::malformed, "");
    add("text after the end", valid_.dump() + " {}", ErrorCode::malformed, "");
    add("too deep", std::string(100'000, '['), ErrorCode::malformed, "");
    Json more = valid_;
    more["no~such/field"] = 1;
    add("an unknown field", more.dump(), ErrorCode::unknown_field, "/no~0such~1field");
  }

  void break_field(const FieldInfo& info) {
    const Field& field = info.field;
    name_ = field.name;
    if (field.presence == Presence::required) {
      Json without = valid_;
      without.erase(name_);
      add(name_ + " missing", without.dump(), ErrorCode::missing_field, "/" + name_);
    }
    if (info.shape != Shape::json) put("null", nullptr, ErrorCode::malformed);
    switch (info.shape) {
      case Shape::text: break_text(field); break;
      case Shape::integer: break_number(field, true); break;
      case Shape::real: break_number(field, false); break;
      case Shape::boolean: put("a text for a truth", "true", ErrorCode::malformed); break;
      case Shape::choice:
        put("a number for a name", 0, ErrorCode::malformed);
        put("an unknown choice", "no_such_choice", ErrorCode::not_a_choice);
        break;
      case Shape::record: put("a list for an object", Json::array(), ErrorCode::malformed); break;
      case Shape::list:
      case Shape::integers:
      case Shape::texts: break_list(info); break;
      case Shape::json: break;
    }
    double_field();
  }

 private:
  void break_text(const Field& field) {
    put("a number for a text", 7, ErrorCode::malformed);
    put("a control character", "a\tb\x01", ErrorCode::malformed);
    put("a bidirectional override", "a\u202Eb", ErrorCode::malformed);
    const bool shaped = field.kind == Kind::uuid || field.kind == Kind::date;
    if (field.presence == Presence::required && (field.low > 0 || shaped)) {
      put("an empty text", "", ErrorCode::missing_field);
    }
    if (shaped) {
      put("a text of the wrong shape", std::string(static_cast<std::size_t>(field.low), 'x'),
          ErrorCode::malformed);
    }
    if (field.kind == Kind::instant) {
      put("a moment without offset", "2026-11-22T09:00:00", ErrorCode::malformed);
    }
    if (field.high < kTextMax) {
      put("one character too many", std::string(static_cast<std::size_t>(field.high) + 1, 'a'),
          ErrorCode::out_of_range);
    }
    if (field.low > 1) put("one character too few", shorter(field), ErrorCode::out_of_range);
  }

  static std::string shorter(const Field& field) {
    return std::string(static_cast<std::size_t>(field.low) - 1, 'a');
  }

  void break_number(const Field& field, bool whole) {
    put("a text for a number", "1", ErrorCode::malformed);
    if (whole) put("a fraction", 1.5, ErrorCode::malformed);
    if (field.low > kUnbounded.low) put("below its bound", field.low - 1, ErrorCode::out_of_range);
    if (field.high < kUnbounded.high)
      put("above its bound", field.high + 1, ErrorCode::out_of_range);
    if (whole) put("past 64 bits", UINT64_MAX, ErrorCode::out_of_range);
  }

  void break_list(const FieldInfo& info) {
    put("an object for a list", Json::object(), ErrorCode::malformed);
    Json list = Json::array();
    list.push_back(nullptr);
    put("null in a list", list, ErrorCode::malformed, "/0");
    if (info.field.high >= 10'000) return;
    const Json element = info.shape == Shape::integers ? Json(1) : Json("a");
    put("one element too many",
        Json::array_t(static_cast<std::size_t>(info.field.high) + 1, element),
        ErrorCode::out_of_range);
  }

  void double_field() {
    if (!valid_.contains(name_)) return;
    std::string text = valid_.dump();
    text.insert(1, Json(name_).dump() + ":" + valid_[name_].dump() + ",");
    add(name_ + " twice", text, ErrorCode::malformed, "/" + name_);
  }

  void put(const char* why, Json value, ErrorCode code, const char* below = "") {
    Json broken = valid_;
    broken[name_] = std::move(value);
    add(name_ + ": " + why, broken.dump(), code, "/" + name_ + below);
  }

  void add(std::string why, std::string json, ErrorCode code, std::string pointer) {
    out_.push_back({std::move(why), std::move(json), code, std::move(pointer)});
  }

  Json valid_;
  std::vector<BadInput>& out_;
  std::string name_;
};

}  // namespace

std::vector<BadInput> bad_inputs(RecordAccess record, Random& random) {
  fill_random(record, random);
  std::vector<BadInput> out;
  Breaker breaker(Json::parse(write_json(record), nullptr, false), out);
  breaker.break_whole();
  for (const FieldInfo& info : field_list(record)) breaker.break_field(info);
  return out;
}

}  // namespace shanzhi::describe
