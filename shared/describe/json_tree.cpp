// Builds the flat tree from the JSON library's events, so that no library type leaves this file.
#include "shared/describe/json_tree.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "shared/describe/json.h"

namespace shanzhi::describe {

/// Receives the events. Returning false stops the parser.
struct TreeBuilder : nlohmann::json_sax<nlohmann::json> {
  explicit TreeBuilder(JsonTree& tree) : tree_(tree) {}

  bool null() override { return add(JsonKind::null), true; }
  bool boolean(bool value) override {
    add(JsonKind::boolean).integer = value ? 1 : 0;
    return true;
  }
  bool number_integer(number_integer_t value) override { return whole(value); }
  bool number_unsigned(number_unsigned_t value) override {
    if (value <= static_cast<std::uint64_t>(INT64_MAX)) {
      return whole(static_cast<std::int64_t>(value));
    }
    add(JsonKind::huge).real = static_cast<double>(value);
    return true;
  }
  bool number_float(number_float_t value, const string_t& written) override {
    const bool is_whole = written.find_first_of(".eE") == string_t::npos;
    add(is_whole ? JsonKind::huge : JsonKind::real).real = value;
    return true;
  }
  bool string(string_t& value) override {
    const std::uint32_t at = tree_.keep(value);
    JsonNode& node = add(JsonKind::text);
    node.text_at = at;
    node.text_size = static_cast<std::uint32_t>(value.size());
    return true;
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonKind::object); }
  bool start_array(std::size_t) override { return open(JsonKind::list); }
  bool key(string_t& value) override {
    key_at_ = tree_.keep(value);
    key_size_ = static_cast<std::uint32_t>(value.size());
    return true;
  }
  bool end_object() override { return names_differ(open_.back()) && close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return false;
  }

  std::string trouble_;

 private:
  bool whole(std::int64_t value) {
    JsonNode& node = add(JsonKind::integer);
    node.integer = value;
    node.real = static_cast<double>(value);
    return true;
  }
  JsonNode& add(JsonKind kind) {
    if (!open_.empty()) ++tree_.nodes_[open_.back()].count;
    JsonNode& node = tree_.nodes_.emplace_back();
    node.kind = kind;
    node.key_at = key_at_;
    node.key_size = key_size_;
    node.end = static_cast<std::uint32_t>(tree_.nodes_.size());
    key_size_ = 0;
    return node;
  }
  bool open(JsonKind kind) {
    if (static_cast<int>(open_.size()) >= kJsonDepthMax) return false;
    add(kind);
    open_.push_back(static_cast<std::uint32_t>(tree_.nodes_.size() - 1));
    return true;
  }
  bool close() {
    tree_.nodes_[open_.back()].end = static_cast<std::uint32_t>(tree_.nodes_.size());
    open_.pop_back();
    return true;
  }
  /// Sorted once, so that a hostile object of many names costs no square.
  bool names_differ(std::uint32_t object) {
    names_.clear();
    const std::uint32_t end = static_cast<std::uint32_t>(tree_.nodes_.size());
    for (std::uint32_t i = object + 1; i < end; i = tree_.nodes_[i].end)
      names_.push_back(tree_.key(tree_.nodes_[i]));
    std::sort(names_.begin(), names_.end());
    const auto twice = std::adjacent_find(names_.begin(), names_.end());
    if (twice == names_.end()) return true;
    for (std::size_t i = 1; i < open_.size(); ++i) {
      const JsonNode& parent = tree_.nodes_[open_[i - 1]];
      trouble_ += parent.kind == JsonKind::list
                      ? "/" + std::to_string(parent.count - 1)
                      : "/" + pointer_part(tree_.key(tree_.nodes_[open_[i]]));
    }
    trouble_ += "/" + pointer_part(*twice);
    return false;
  }

  JsonTree& tree_;
  std::vector<std::uint32_t> open_;
  std::vector<std::string_view> names_;
  std::uint32_t key_at_ = 0, key_size_ = 0;
};

std::uint32_t JsonTree::keep(std::string_view text) {
  const auto at = static_cast<std::uint32_t>(texts_.size());
  texts_.append(text);
  return at;
}

bool JsonTree::parse(std::string_view text, std::string& trouble) {
  nodes_.clear();
  texts_.clear();
  trouble.clear();
  TreeBuilder builder(*this);
  const bool whole = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  trouble = builder.trouble_;
  return whole && !nodes_.empty();
}

void JsonTree::begin_parameters() {
  nodes_.assign(1, JsonNode{});
  nodes_[0].kind = JsonKind::object;
  nodes_[0].end = 1;
  texts_.clear();
}

void JsonTree::add_parameter(std::string_view key, std::string_view value) {
  JsonNode node;
  node.kind = JsonKind::text;
  node.key_at = keep(key);
  node.key_size = static_cast<std::uint32_t>(key.size());
  node.text_at = keep(value);
  node.text_size = static_cast<std::uint32_t>(value.size());
  nodes_.push_back(node);
  nodes_.back().end = nodes_[0].end = static_cast<std::uint32_t>(nodes_.size());
  ++nodes_[0].count;
}

void JsonTree::write(std::uint32_t index, std::string& out) const {
  const JsonNode& node = nodes_[index];
  switch (node.kind) {
    case JsonKind::null: out += "null"; return;
    case JsonKind::boolean: out += node.integer != 0 ? "true" : "false"; return;
    case JsonKind::integer: out += std::to_string(node.integer); return;
    case JsonKind::huge:
    case JsonKind::real: out += real_text(node.real); return;
    case JsonKind::text: out += json_string(text(node)); return;
    case JsonKind::list:
    case JsonKind::object: break;
  }
  const bool object = node.kind == JsonKind::object;
  out += object ? '{' : '[';
  for (std::uint32_t i = index + 1; i < node.end; i = nodes_[i].end) {
    if (i != index + 1) out += ',';
    if (object) out += json_string(key(nodes_[i])) + ":";
    write(i, out);
  }
  out += object ? '}' : ']';
}

std::string pointer_part(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

std::string real_text(double value) {
  if (!std::isfinite(value)) return "0";  // JSON has no such number; no reader lets one in
  std::array<char, 64> digits{};          // the longest is "-1.7976931348623157e+308"
  char* end = nlohmann::detail::to_chars(digits.data(), digits.data() + digits.size(), value);
  return {digits.data(), end};
}

}  // namespace shanzhi::describe
