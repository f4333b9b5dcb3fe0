// The fields of a JSON object as names and texts, for showing a record whose type is not at hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shanzhi::describe {

struct JsonField {
  enum class Kind : unsigned char { text, number, boolean, list, other };
  std::string name;
  Kind kind = Kind::text;
  std::string value;  ///< texts without quotes, "true", numbers; of a list how many it holds
};
/// In written order, without nulls; empty when the text is no JSON object.
std::vector<JsonField> json_fields(std::string_view json);

}  // namespace shanzhi::describe
