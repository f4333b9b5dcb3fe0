// Writes a described record as compact JSON.
#include "shared/describe/json.h"
#include "shared/describe/json_tree.h"

namespace shanzhi::describe {
namespace {

class Writer final : public Visitor {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void object(RecordAccess record) {
    const bool outer = first_;
    first_ = true;
    out_ += '{';
    record.visit(record.object, *this);
    out_ += '}';
    first_ = outer;
  }

  void text(const Field& field, std::string& value) override {
    if (value.empty() && field.presence == Presence::optional) return;
    begin(field);
    out_ += json_string(value);
  }
  void integer(const Field& field, std::int64_t& value) override {
    begin(field);
    out_ += std::to_string(value);
  }
  void optional_integer(const Field& field, std::optional<std::int64_t>& value) override {
    if (value) integer(field, *value);
  }
  void real(const Field& field, double& value) override {
    begin(field);
    out_ += real_text(value);
  }
  void optional_real(const Field& field, std::optional<double>& value) override {
    if (value) real(field, *value);
  }
  void boolean(const Field& field, bool& value) override {
    begin(field);
    out_ += value ? "true" : "false";
  }
  void choice(const Field& field, int& index, const char* const* names, int count) override {
    if (index < 0 || index >= count) return;
    begin(field);
    out_ += json_string(names[index]);
  }
  void record(const Field& field, RecordAccess access) override {
    begin(field);
    object(access);
  }
  void list(const Field& field, ListAccess access) override {
    begin(field);
    out_ += '[';
    const std::size_t size = access.size(access.list);
    for (std::size_t i = 0; i < size; ++i) {
      if (i > 0) out_ += ',';
      const bool outer = first_;
      first_ = true;
      out_ += '{';
      access.visit(access.list, i, *this);
      out_ += '}';
      first_ = outer;
    }
    out_ += ']';
  }
  void integers(const Field& field, std::vector<std::int64_t>& values) override {
    begin(field);
    out_ += '[';
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) out_ += ',';
      out_ += std::to_string(values[i]);
    }
    out_ += ']';
  }
  void texts(const Field& field, std::vector<std::string>& values) override {
    begin(field);
    out_ += '[';
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) out_ += ',';
      out_ += json_string(values[i]);
    }
    out_ += ']';
  }
  void raw_json(const Field& field, std::string& json) override {
    if (json.empty()) return;
    begin(field);
    out_ += json;
  }
  void fail_malformed(const Field&) override {}

 private:
  void begin(const Field& field) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += '"';
    out_ += field.name;
    out_ += "\":";
  }

  std::string& out_;
  bool first_ = true;
};

}  // namespace

std::string write_json(RecordAccess record) {
  std::string out;
  Writer(out).object(record);
  return out;
}

std::string json_string(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\\u00";
          out += kHex[static_cast<unsigned char>(c) >> 4];
          out += kHex[c & 15];
        } else {
          out += c;
        }
    }
  }
  return out + '"';
}

}  // namespace shanzhi::describe
