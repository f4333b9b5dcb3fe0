// One level of the flat tree.
#include "shared/describe/json_fields.h"

#include "shared/describe/json_tree.h"

namespace shanzhi::describe {
namespace {

JsonField field_of(const JsonTree& tree, const JsonNode& node, std::uint32_t index) {
  using Kind = JsonField::Kind;
  JsonField field{std::string(tree.key(node)), Kind::other, {}};
  switch (node.kind) {
    case JsonKind::text:
      field.kind = Kind::text;
      field.value = tree.text(node);
      return field;
    case JsonKind::boolean:
      field.kind = Kind::boolean;
      field.value = node.integer != 0 ? "true" : "false";
      return field;
    case JsonKind::list:
      field.kind = Kind::list;
      field.value = std::to_string(node.count);
      return field;
    case JsonKind::integer:
    case JsonKind::huge:
    case JsonKind::real: field.kind = Kind::number; break;
    case JsonKind::null:
    case JsonKind::object: break;
  }
  tree.write(index, field.value);
  return field;
}

}  // namespace

std::vector<JsonField> json_fields(std::string_view json) {
  std::vector<JsonField> out;
  JsonTree tree;
  std::string trouble;
  if (!tree.parse(json, trouble)) return out;
  const auto& nodes = tree.nodes();
  if (nodes.empty() || nodes[0].kind != JsonKind::object) return out;
  for (std::uint32_t i = 1; i < nodes[0].end; i = nodes[i].end)
    if (nodes[i].kind != JsonKind::null) out.push_back(field_of(tree, nodes[i], i));
  return out;
}

}  // namespace shanzhi::describe
