// Requests, replies and what a refusal says.
#include "client/model/api_client.h"

#include "shared/base/escape.h"
#include "shared/describe/json.h"

namespace shanzhi::model {
namespace {

/// "urn:shanzhi:request:123" → "123".
std::string request_number(const std::string& instance) {
  const auto colon = instance.rfind(':');
  return colon == std::string::npos ? std::string{} : instance.substr(colon + 1);
}

}  // namespace

std::string query_path(std::string_view name, const Parameters& parameters) {
  std::string path = "/api/v1/" + std::string(name);
  char separator = '?';
  for (const auto& [key, value] : parameters) {
    if (value.empty()) continue;
    path += separator + key + "=" + base::percent_encoded(value);
    separator = '&';
  }
  return path;
}

std::string_view Trouble::about(std::string_view pointer) const {
  for (const api::ProblemError& field : fields)
    if (field.pointer == pointer) return field.reason;
  return {};
}

Trouble trouble_of(const platform::HttpReply& reply, text::Language language) {
  Trouble trouble;
  trouble.status = reply.status;
  trouble.words = text::say(text::Message::error_server, language);
  if (reply.status == 0) return trouble;
  const auto problem = describe::from_answer<api::Problem>(reply.body);
  if (!problem) {
    if (reply.status < 400) trouble.words = text::say(text::Message::error_unreadable, language);
    return trouble;
  }
  trouble.code = problem->code;
  if (!problem->detail.empty()) trouble.words = problem->detail;
  trouble.number = request_number(problem->instance);
  trouble.fields = problem->errors;
  return trouble;
}

int ApiClient::send(platform::HttpRequest request, Then then) {
  const bool english = language_ == text::Language::english;
  request.headers.emplace_back("Accept-Language", english ? "en" : "zh-CN");
  if (!bearer_.empty()) request.headers.emplace_back("Authorization", "Bearer " + bearer_);
  if (for_wall_) request.headers.emplace_back("Shanzhi-Face", "wall");
  const int id = platform_.send(std::move(request));
  waiting_[id] = std::move(then);
  return id;
}

int ApiClient::get(std::string path, std::string_view etag, Then then) {
  platform::HttpRequest request;
  request.path = std::move(path);
  if (!etag.empty()) request.headers.emplace_back("If-None-Match", std::string(etag));
  return send(std::move(request), std::move(then));
}

int ApiClient::post(std::string path, std::string body, std::string_view type, std::string_view key,
                    Then then) {
  platform::HttpRequest request;
  request.method = "POST";
  request.path = std::move(path);
  request.body = std::move(body);
  request.headers.emplace_back("Content-Type", std::string(type));
  if (!key.empty()) request.headers.emplace_back("Idempotency-Key", std::string(key));
  return send(std::move(request), std::move(then));
}

void ApiClient::cancel(int request_id) {
  if (waiting_.erase(request_id) > 0) platform_.cancel(request_id);
}

void ApiClient::look_again_at(std::int64_t at_ms) {
  if (look_ms_ != 0 && look_ms_ <= at_ms) return;
  look_ms_ = at_ms;
  platform_.wake_in(at_ms - now_ms());
}

bool ApiClient::take_look_due() {
  if (look_ms_ == 0) return false;
  const std::int64_t left = look_ms_ - now_ms();
  if (left > 0) platform_.wake_in(left);
  if (left <= 0) look_ms_ = 0;
  return left <= 0;
}

void ApiClient::note_reach(const platform::HttpReply& reply) {
  const bool kept = reply.seen_ms != 0;
  if (reply.status != 0 && !kept) {
    away_since_ms_ = 0;
    return;
  }
  const std::int64_t since = kept ? reply.seen_ms : platform_.now_ms();
  if (away_since_ms_ == 0 || (kept && since < away_since_ms_)) away_since_ms_ = since;
}

void ApiClient::take_in() {
  for (const platform::HttpReply& reply : platform_.take_replies()) {
    replies_++;
    note_reach(reply);
    const auto found = waiting_.find(reply.request_id);
    if (found == waiting_.end()) continue;
    const Then then = std::move(found->second);
    waiting_.erase(found);
    if (reply.status == 401) signed_out_ = true;
    if (then) then(reply);
  }
}

}  // namespace shanzhi::model
