// JSON text as a flat tree: checked for depth, duplicate names and UTF-8 while it is read. Private to
// this folder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shanzhi::describe {

enum class JsonKind : std::uint8_t { null, boolean, integer, huge, real, text, list, object };

/// One value. The children of node `i` begin at i + 1; the next child begins at the last one's `end`.
struct JsonNode {
  JsonKind kind = JsonKind::null;
  bool seen = false;      ///< a description asked for it
  std::uint32_t end = 0;  ///< index after the whole value
  std::uint32_t key_at = 0, key_size = 0;
  std::uint32_t text_at = 0, text_size = 0;
  std::uint32_t count = 0;   ///< children of a list or object
  std::int64_t integer = 0;  ///< also the truth of a boolean
  double real = 0;           ///< of integer, huge (a whole number past 64 bits) and real
};

class JsonTree {
 public:
  /// False when the text is not one JSON value, is nested too deeply or names a field twice;
  /// `trouble` then is the pointer of a doubled field, else empty.
  bool parse(std::string_view text, std::string& trouble);
  /// Starts an object whose fields are texts: how query parameters become a tree.
  void begin_parameters();
  void add_parameter(std::string_view key, std::string_view value);

  std::vector<JsonNode>& nodes() { return nodes_; }
  std::string_view key(const JsonNode& node) const {
    return std::string_view(texts_).substr(node.key_at, node.key_size);
  }
  std::string_view text(const JsonNode& node) const {
    return std::string_view(texts_).substr(node.text_at, node.text_size);
  }
  /// The value as compact JSON again.
  void write(std::uint32_t index, std::string& out) const;

 private:
  friend struct TreeBuilder;
  std::uint32_t keep(std::string_view text);

  std::vector<JsonNode> nodes_;
  std::string texts_;
};

/// `~` and `/` escaped as RFC 6901 wants them.
std::string pointer_part(std::string_view name);
/// A JSON number that reads back as the same double.
std::string real_text(double value);

}  // namespace shanzhi::describe
