// Random records for tests, from the same description that the product reads by: valid ones, and texts
// that each break one promise, with the refusal they must meet.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/describe/describe.h"

namespace shanzhi::describe {

using Random = std::mt19937_64;

/// Fills every field with a value that its description allows; optional ones are absent at times.
void fill_random(RecordAccess record, Random& random);
template <class R>
R random_record(Random& random) {
  R record{};
  fill_random(access_record(record), random);
  return record;
}

/// A JSON text with one thing wrong, and the first refusal it must meet.
struct BadInput {
  std::string why;  ///< "minutes above its bound"
  std::string json;
  base::ErrorCode code = base::ErrorCode::malformed;
  std::string pointer;
};

/// Every way of being wrong that the description knows: a missing field, a wrong type, a value or a
/// length past its bound, an unknown choice, name or character, a doubled field, broken JSON.
std::vector<BadInput> bad_inputs(RecordAccess record, Random& random);

}  // namespace shanzhi::describe
