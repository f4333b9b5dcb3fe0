// Fills a described record with random values that its description allows.
#include "shared/describe/random_record.h"

#include <algorithm>

#include "shared/describe/field_checks.h"

namespace shanzhi::describe {
namespace {

/// Kept by the engine alone, because the library's distributions differ between platforms.
std::int64_t between(Random& random, std::int64_t low, std::int64_t high) {
  const std::uint64_t span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
  if (span == UINT64_MAX) return static_cast<std::int64_t>(random());
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + random() % (span + 1));
}

std::string random_characters(Random& random, std::int64_t length) {
  static const char* const kCharacters[] = {"善", "治", "张", "丽", "a",  "Z",  "9", "·",
                                            "𠮷", "é",  "/",  "~",  "\"", "\\", ":", "，"};
  std::string out;
  for (std::int64_t i = 0; i < length; ++i) out += kCharacters[random() % std::size(kCharacters)];
  return out;
}

std::string random_code(Random& random, std::int64_t length) {
  std::string out;
  for (std::int64_t i = 0; i < length; ++i) out += "0123456789ABCXHG-"[random() % 17];
  return out;
}

std::string random_uuid(Random& random) {
  std::array<std::uint8_t, 10> bytes{};
  for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
  return base::to_text(
      base::make_uuid7(between(random, 1'600'000'000'000, 1'800'000'000'000), bytes));
}

std::string random_text(const Field& field, Random& random) {
  const std::int64_t low = std::max<std::int64_t>(field.low, 1);
  const std::int64_t high = std::min<std::int64_t>(field.high, 60);
  switch (field.kind) {
    case Kind::uuid: return random_uuid(random);
    case Kind::instant: return base::to_text(base::Instant{between(random, 1, 4'000'000'000'000)});
    case Kind::date:
      return base::to_text(
          base::CivilDate{static_cast<std::int32_t>(between(random, -20'000, 40'000))});
    case Kind::place_code:
    case Kind::rule_code:
      return random_code(random, between(random, low, std::min<std::int64_t>(high, 32)));
    case Kind::phone: return "1" + std::to_string(between(random, 3'000'000'000, 9'999'999'999));
    case Kind::plain:
    case Kind::secret:
    case Kind::multiline:
    case Kind::centipoints:
    case Kind::minutes:
    case Kind::fen:
    case Kind::count:
    case Kind::degrees: break;
  }
  return random_characters(random, between(random, low, std::max(low, high)));
}

class Filler final : public Visitor {
 public:
  explicit Filler(Random& random) : random_(random) {}

  void text(const Field& field, std::string& value) override {
    if (!absent(field))
      value = random_text(field, random_);  // absent: what the record has by itself
  }
  void integer(const Field& field, std::int64_t& value) override {
    value = between(random_, field.low, field.high);
  }
  void optional_integer(const Field& field, std::optional<std::int64_t>& value) override {
    value = std::nullopt;
    if (!absent(field)) value = between(random_, field.low, field.high);
  }
  void real(const Field& field, double& value) override {
    const std::int64_t low = std::max<std::int64_t>(field.low, -1'000'000);
    const std::int64_t high = std::min<std::int64_t>(field.high, 1'000'000);
    value = static_cast<double>(between(random_, low * 1'000'000, high * 1'000'000)) / 1e6;
  }
  void optional_real(const Field& field, std::optional<double>& value) override {
    value = std::nullopt;
    if (!absent(field)) real(field, value.emplace());
  }
  void boolean(const Field&, bool& value) override { value = random_() % 2 == 0; }
  void choice(const Field&, int& index, const char* const*, int count) override {
    index = static_cast<int>(random_() % static_cast<std::uint64_t>(count));
  }
  void record(const Field&, RecordAccess access) override { access.visit(access.object, *this); }
  void list(const Field& field, ListAccess access) override {
    const std::size_t size = length(field);
    access.resize(access.list, size);
    for (std::size_t i = 0; i < size; ++i) access.visit(access.list, i, *this);
  }
  void integers(const Field& field, std::vector<std::int64_t>& values) override {
    values.resize(length(field));
    for (auto& value : values) value = static_cast<std::int64_t>(random_());
  }
  void texts(const Field& field, std::vector<std::string>& values) override {
    values.resize(length(field));
    for (auto& value : values)
      value = random_text({field.name, "", Presence::required, 1, 20, field.kind}, random_);
  }
  void raw_json(const Field& field, std::string& json) override {
    json = absent(field)
               ? ""
               : R"({"type":"Polygon","coordinates":[[[115.5,35.25],[115.5,35.5],[115.75,35.5]]]})";
  }
  void fail_malformed(const Field&) override {}

 private:
  bool absent(const Field& field) {
    return field.presence == Presence::optional && random_() % 3 == 0;
  }
  std::size_t length(const Field& field) {
    const std::int64_t low = std::max<std::int64_t>(field.low, 0);
    return static_cast<std::size_t>(
        between(random_, low, std::min<std::int64_t>(field.high, low + 4)));
  }

  Random& random_;
};

}  // namespace

void fill_random(RecordAccess record, Random& random) {
  Filler filler(random);
  record.visit(record.object, filler);
}

}  // namespace shanzhi::describe
