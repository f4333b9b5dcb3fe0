// Two visitors of a description: one writes texts, the other reads them.
#include "client/screens/desk/typed_record.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

#include "shared/base/utf8.h"
#include "shared/describe/field_checks.h"

namespace shanzhi::screens {
namespace {

using describe::Field;

/// Six decimals of a degree are a hand's breadth; zeros at the end say nothing.
std::string decimal(double value) {
  constexpr std::int64_t kMillion = 1'000'000;
  const auto millionths = static_cast<std::int64_t>(std::llround(std::abs(value) * kMillion));
  std::string out = value < 0 && millionths > 0 ? "-" : "";
  out += std::to_string(millionths / kMillion) + ".";
  out += std::to_string(kMillion + millionths % kMillion).substr(1);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out;
}

std::optional<double> parse_decimal(const std::string& text) {
  if (text.empty()) return std::nullopt;
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (end != text.c_str() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

class Writer final : public describe::Visitor {
 public:
  Typed out;

  void text(const Field& f, std::string& value) override { out[f.name] = value; }
  void integer(const Field& f, std::int64_t& value) override {
    out[f.name] = std::to_string(value);
  }
  void optional_integer(const Field& f, std::optional<std::int64_t>& value) override {
    out[f.name] = value ? std::to_string(*value) : std::string{};
  }
  void real(const Field& f, double& value) override { out[f.name] = decimal(value); }
  void optional_real(const Field& f, std::optional<double>& value) override {
    out[f.name] = value ? decimal(*value) : std::string{};
  }
  void boolean(const Field& f, bool& value) override { out[f.name] = value ? "1" : ""; }
  void choice(const Field& f, int& index, const char* const* names, int count) override {
    out[f.name] = index >= 0 && index < count ? names[index] : "";
  }
  void texts(const Field& f, std::vector<std::string>& values) override {
    out[f.name] = joined(values);
  }
  // No form shows these.
  void record(const Field&, describe::RecordAccess) override {}
  void list(const Field&, describe::ListAccess) override {}
  void integers(const Field&, std::vector<std::int64_t>&) override {}
  void raw_json(const Field&, std::string&) override {}
  void fail_malformed(const Field&) override {}
};

class Reader final : public describe::Visitor {
 public:
  explicit Reader(const Typed& typed) : typed_(typed) {}
  std::vector<base::Error> errors;

  void text(const Field& f, std::string& value) override {
    const std::string* typed = find(f);
    if (!typed) return;
    value = f.kind == describe::Kind::secret ? *typed : base::tidy(*typed);
    if (const auto trouble = describe::trouble_of_text(f, value)) {
      refuse(f, *trouble);
      if (f.kind == describe::Kind::uuid || f.kind == describe::Kind::date) value.clear();
    }
  }
  void integer(const Field& f, std::int64_t& value) override {
    std::optional<std::int64_t> read;
    optional_integer(f, read);
    if (read)
      value = *read;
    else if (find(f) && find(f)->empty())
      refuse(f, {base::ErrorCode::missing_field, {}, {}, {}});
  }
  void optional_integer(const Field& f, std::optional<std::int64_t>& value) override {
    const std::string* typed = find(f);
    if (!typed) return;
    value.reset();
    const std::string text = base::tidy(*typed);
    if (text.empty()) return;
    std::int64_t read = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), read);
    if (end.ec != std::errc{} || end.ptr != text.data() + text.size())
      return refuse(f, {base::ErrorCode::malformed, {}, {}, {}});
    if (read < f.low || read > f.high) return refuse(f, describe::out_of_range(f));
    value = read;
  }
  void real(const Field& f, double& value) override {
    const std::string* typed = find(f);
    if (!typed) return;
    const std::string text = base::tidy(*typed);
    if (text.empty()) return refuse(f, {base::ErrorCode::missing_field, {}, {}, {}});
    const auto read = parse_decimal(text);
    if (!read) return refuse(f, {base::ErrorCode::malformed, {}, {}, {}});
    if (*read < static_cast<double>(f.low) || *read > static_cast<double>(f.high))
      return refuse(f, describe::out_of_range(f));
    value = *read;
  }
  void optional_real(const Field& f, std::optional<double>& value) override {
    const std::string* typed = find(f);
    if (!typed) return;
    value.reset();
    if (!base::tidy(*typed).empty()) real(f, value.emplace());
  }
  void boolean(const Field& f, bool& value) override {
    if (const std::string* typed = find(f)) value = !typed->empty();
  }
  void choice(const Field& f, int& index, const char* const* names, int count) override {
    const std::string* typed = find(f);
    if (!typed) return;
    for (int i = 0; i < count; i++)
      if (*typed == names[i]) {
        index = i;
        return;
      }
    if (typed->empty() && f.presence == describe::Presence::optional) return;
    refuse(f, {typed->empty() ? base::ErrorCode::missing_field : base::ErrorCode::not_a_choice,
               {},
               {},
               {}});
  }
  void texts(const Field& f, std::vector<std::string>& values) override {
    if (const std::string* typed = find(f)) values = parts_of(*typed);
    if (static_cast<std::int64_t>(values.size()) > f.high) refuse(f, describe::out_of_range(f));
  }
  void record(const Field&, describe::RecordAccess) override {}
  void list(const Field&, describe::ListAccess) override {}
  void integers(const Field&, std::vector<std::int64_t>&) override {}
  void raw_json(const Field&, std::string&) override {}
  void fail_malformed(const Field& f) override {
    refuse(f, {base::ErrorCode::malformed, {}, {}, {}});
  }

 private:
  const std::string* find(const Field& f) const {
    const auto found = typed_.find(f.name);
    return found == typed_.end() ? nullptr : &found->second;
  }
  void refuse(const Field& f, base::Error error) {
    error.field = std::string("/") + f.name;
    if (errors.empty() || errors.back().field != error.field) errors.push_back(std::move(error));
  }

  const Typed& typed_;
};

}  // namespace

Typed typed_of(describe::RecordAccess record) {
  Writer writer;
  record.visit(record.object, writer);
  return std::move(writer.out);
}

std::vector<base::Error> read_typed(const Typed& typed, describe::RecordAccess record) {
  Reader reader(typed);
  record.visit(record.object, reader);
  return std::move(reader.errors);
}

std::vector<std::string> parts_of(std::string_view list) {
  std::vector<std::string> out;
  std::string plain(list);
  for (std::size_t at; (at = plain.find("，")) != std::string::npos;) plain.replace(at, 3, ",");
  std::string_view rest = plain;
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    std::string part = base::tidy(rest.substr(0, comma));
    if (!part.empty()) out.push_back(std::move(part));
    if (comma == std::string_view::npos) break;
    rest.remove_prefix(comma + 1);
  }
  return out;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ",") + part;
  return out;
}

}  // namespace shanzhi::screens
