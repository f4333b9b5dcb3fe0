// Checks of one value against its description.
#include "shared/describe/field_checks.h"

#include <algorithm>

#include "shared/base/utf8.h"

namespace shanzhi::describe {
namespace {

constexpr std::size_t kCodeMax = 32;

bool code_like(std::string_view text, std::string_view also) {
  return text.size() <= kCodeMax && std::all_of(text.begin(), text.end(), [&](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                  also.find(c) != std::string_view::npos;
         });
}

bool phone_like(std::string_view text) {
  return text.size() <= kCodeMax && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == ' ';
         });
}

/// True when the text has the shape that its kind promises.
bool shaped(Kind kind, std::string_view text) {
  switch (kind) {
    case Kind::uuid: return base::parse_uuid(text).has_value();
    case Kind::instant: return base::parse_instant(text).has_value();
    case Kind::date: return base::parse_date(text).has_value();
    case Kind::place_code: return code_like(text, "-");
    case Kind::rule_code: return code_like(text, "-_.");
    case Kind::phone: return phone_like(text);
    case Kind::plain:
    case Kind::secret:
    case Kind::multiline:
    case Kind::centipoints:
    case Kind::minutes:
    case Kind::fen:
    case Kind::count:
    case Kind::degrees: return true;
  }
  return true;
}

/// Hundredths as people write them: 100 → "1", 150 → "1.5".
std::string hundredths(std::int64_t value) {
  std::string out = std::to_string(value / 100);
  const std::int64_t rest = (value < 0 ? -value : value) % 100;
  if (rest == 0) return out;
  if (value < 0 && value > -100) out = "-0";
  out += "." + std::to_string(rest / 10);
  if (rest % 10 != 0) out += std::to_string(rest % 10);
  return out;
}

std::string bound(const Field& field, std::int64_t value) {
  if (value == Field{""}.low || value == Field{""}.high) return {};
  const bool shown_in_hundredths = field.kind == Kind::centipoints || field.kind == Kind::fen;
  return shown_in_hundredths ? hundredths(value) : std::to_string(value);
}

}  // namespace

std::optional<base::Error> trouble_of_text(const Field& field, std::string_view text) {
  const auto malformed = base::Error{base::ErrorCode::malformed, {}, {}, {}};
  if (!base::valid_utf8(text)) return malformed;
  if (!base::printable(text, field.kind == Kind::multiline)) return malformed;
  const auto length = static_cast<std::int64_t>(base::length_utf8(text));
  const bool blank = text.empty() || (field.kind != Kind::secret && base::tidy(text).empty());
  if (blank && field.presence == Presence::required && (field.low > 0 || !shaped(field.kind, ""))) {
    return base::Error{base::ErrorCode::missing_field, {}, {}, {}};
  }
  if (text.empty()) return std::nullopt;
  if (length < field.low || length > std::min(field.high, kTextMax)) return out_of_range(field);
  if (!shaped(field.kind, text)) return malformed;
  return std::nullopt;
}

base::Error out_of_range(const Field& field) {
  return {base::ErrorCode::out_of_range, {}, bound(field, field.low), bound(field, field.high)};
}

}  // namespace shanzhi::describe
