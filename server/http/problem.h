// Refusals as the caller sees them: RFC 9457 problem+json with a stable code, a sentence in the
// caller's language, and a pointer and a reason for every field concerned.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <httplib.h>

#include "shared/base/result.h"
#include "shared/text/text.h"

namespace shanzhi::http {

/// The one mapping from an error to an HTTP status.
int status_of(base::ErrorCode code);

/// The body. `errors` is not empty; the first one gives code, title and detail. `number` is the
/// request's, by which a defect is found in the log.
std::string problem_json(const std::vector<base::Error>& errors, int status,
                         text::Language language, std::uint64_t number);

/// Fills the response: status of the first error (or `status` when given), problem body, and
/// Retry-After or WWW-Authenticate where the status asks for one.
void refuse(httplib::Response& response, const std::vector<base::Error>& errors,
            text::Language language, int status = 0);
void refuse(httplib::Response& response, base::ErrorCode code, text::Language language,
            int status = 0);

/// A whole HTTP/1.1 response, for a connection whose request could not even be read.
std::string bare_refusal(base::ErrorCode code, int status, std::int64_t retry_after_s = 0);

}  // namespace shanzhi::http
