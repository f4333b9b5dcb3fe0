// Errors to problem+json.
#include "server/http/problem.h"

#include "server/http/connection_stream.h"
#include "shared/api/views.h"
#include "shared/describe/json.h"

namespace shanzhi::http {
namespace {

constexpr const char* kProblemType = "application/problem+json";

static_assert(describe::EnumNames<base::ErrorCode>::values.size() ==
                  static_cast<std::size_t>(base::ErrorCode::internal) + 1,
              "every error code has a name on the wire");

base::Error only(base::ErrorCode code) {
  return {code, {}, {}, {}};
}

}  // namespace

int status_of(base::ErrorCode code) {
  using base::ErrorCode;
  switch (code) {
    case ErrorCode::malformed:
    case ErrorCode::unknown_field: return 400;
    case ErrorCode::signed_out:
    case ErrorCode::bad_credentials: return 401;
    case ErrorCode::not_permitted:
    case ErrorCode::own_household:
    case ErrorCode::second_person: return 403;
    case ErrorCode::not_found: return 404;
    case ErrorCode::method_not_allowed: return 405;
    case ErrorCode::too_slow: return 408;
    case ErrorCode::already_reversed:
    case ErrorCode::not_reversible:
    case ErrorCode::already_exists:
    case ErrorCode::in_use: return 409;
    case ErrorCode::too_large: return 413;
    case ErrorCode::unsupported_media: return 415;
    case ErrorCode::missing_field:
    case ErrorCode::out_of_range:
    case ErrorCode::not_a_choice:
    case ErrorCode::rule_not_in_force:
    case ErrorCode::wrong_unit:
    case ErrorCode::over_cap:
    case ErrorCode::over_bonus:
    case ErrorCode::in_the_future:
    case ErrorCode::too_long_ago:
    case ErrorCode::below_floor:
    case ErrorCode::key_reused:
    case ErrorCode::year_not_covered: return 422;
    case ErrorCode::too_many_attempts: return 429;
    case ErrorCode::internal: return 500;
    case ErrorCode::busy:
    case ErrorCode::storage_failed: return 503;
  }
  return 500;
}

std::string problem_json(const std::vector<base::Error>& errors, int status,
                         text::Language language, std::uint64_t number) {
  const base::Error& first = errors.front();
  const char* code = describe::name_of(first.code);
  api::Problem problem;
  problem.type = std::string("urn:shanzhi:problem:") + code;
  problem.title = text::sentence(only(first.code), language);
  problem.detail = text::sentence(first, language);
  problem.code = code;
  if (number != 0) problem.instance = "urn:shanzhi:request:" + std::to_string(number);
  problem.status = status;
  for (const base::Error& error : errors)
    if (!error.field.empty())
      problem.errors.push_back(
          {error.field, describe::name_of(error.code), text::sentence(error, language)});
  return describe::to_json(problem);
}

void refuse(httplib::Response& response, const std::vector<base::Error>& errors,
            text::Language language, int status) {
  response.status = status != 0 ? status : status_of(errors.front().code);
  const auto* stream = ConnectionStream::current();
  response.set_content(
      problem_json(errors, response.status, language, stream != nullptr ? stream->number : 0),
      kProblemType);
  response.headers.erase("Cache-Control");
  response.set_header("Cache-Control", "no-store");
  response.headers.erase("Content-Language");
  response.set_header("Content-Language", language == text::Language::english ? "en" : "zh-CN");
  if (response.status == 401) response.set_header("WWW-Authenticate", "Bearer realm=\"shanzhi\"");
  if ((response.status == 429 || response.status == 503) && !response.has_header("Retry-After"))
    response.set_header("Retry-After", response.status == 429 ? "60" : "1");
}

void refuse(httplib::Response& response, base::ErrorCode code, text::Language language,
            int status) {
  refuse(response, std::vector{only(code)}, language, status);
}

std::string bare_refusal(base::ErrorCode code, int status, std::int64_t retry_after_s) {
  const std::string body = problem_json({only(code)}, status, text::Language::chinese, 0);
  std::string out = "HTTP/1.1 " + std::to_string(status) + " " + httplib::status_message(status) +
                    "\r\nContent-Type: " + kProblemType +
                    "\r\nCache-Control: no-store\r\nConnection: close\r\nContent-Length: " +
                    std::to_string(body.size()) + "\r\n";
  if (retry_after_s > 0) out += "Retry-After: " + std::to_string(retry_after_s) + "\r\n";
  return out + "\r\n" + body;
}

}  // namespace shanzhi::http
