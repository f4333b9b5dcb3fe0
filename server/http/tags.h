// Short digests: entity tags of what an answer depends on, and of the page's own script.
#pragma once

#include <string>
#include <string_view>

#include "server/app/ports.h"

namespace shanzhi::http {

/// 128 bits of BLAKE2b as 32 hexadecimal digits.
std::string digest_text(std::string_view bytes);

/// How Content-Security-Policy names a script that stands in a page: "sha256-" and base64 (CSP 3, §2.3.1).
std::string script_hash(std::string_view script);

/// The weak tag of a query's answer: it depends on the journal, the civil day (months and weeks begin
/// by it), what was asked, and who asked.
std::string query_tag(std::int64_t position, base::CivilDate today, std::string_view query,
                      const app::Parameters& parameters, const app::Caller& caller);

}  // namespace shanzhi::http
