// Described records to and from JSON. The only room of the product that knows the JSON library.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/result.h"
#include "shared/describe/describe.h"

namespace shanzhi::describe {

/// Deepest nesting that is read; deeper text is malformed.
inline constexpr int kJsonDepthMax = 24;

/// Compact JSON of a record, fields in described order; absent optionals are left out.
std::string write_json(RecordAccess record);
template <class R>
std::string to_json(const R& record) {
  return write_json(access_record(const_cast<R&>(record)));
}

/// `strict` for what a caller sends. `tolerant` for an answer: fields that this program does not know
/// are passed over (its server may be newer), and limits and characters are the server's business.
enum class ReadMode : std::uint8_t { strict, tolerant };

/// Reads one JSON object into the record. Errors: malformed, unknown_field, missing_field,
/// out_of_range, not_a_choice; `field` is the JSON pointer of the first offender. The record is
/// half written on error: do not use it.
base::Result<base::Done> read_json(std::string_view text, RecordAccess record,
                                   ReadMode mode = ReadMode::strict);
/// Every offender (at most 32), for a form that shows all at once; empty when it reads.
std::vector<base::Error> errors_in_json(std::string_view text, RecordAccess record);
template <class R>
base::Result<R> from_json(std::string_view text) {
  R record{};
  auto read = read_json(text, access_record(record));
  if (!read) return read.error();
  return record;
}
/// As from_json for what a server answered: see ReadMode::tolerant.
template <class R>
base::Result<R> from_answer(std::string_view text) {
  R record{};
  auto read = read_json(text, access_record(record), ReadMode::tolerant);
  if (!read) return read.error();
  return record;
}

/// As read_json, from query parameters (already percent-decoded): numbers and booleans as text.
base::Result<base::Done> read_parameters(
    const std::vector<std::pair<std::string, std::string>>& parameters, RecordAccess record);

/// JSON Schema (2020-12) of the record, as JSON text. Strict: no other fields are allowed.
std::string write_json_schema(RecordAccess record, ReadMode mode = ReadMode::strict);

/// `text` as a JSON string literal with its quotes.
std::string json_string(std::string_view text);

}  // namespace shanzhi::describe
