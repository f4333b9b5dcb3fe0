// From method and path to what answers.
#include <algorithm>

#include "server/http/connection_stream.h"
#include "server/http/listener.h"
#include "server/http/problem.h"

namespace shanzhi::http {
namespace {

using base::ErrorCode;

constexpr std::string_view kApi = "/api/v1/";
/// A body so small is read to its end even when it is refused, so that the connection ends cleanly.
constexpr std::uint64_t kDrainedBytesMax = 64 << 10;

std::string_view api_name(const std::string& path) {
  const std::string_view whole(path);
  return whole.substr(0, kApi.size()) == kApi ? whole.substr(kApi.size()) : std::string_view{};
}

bool has_body(const httplib::Request& request) {
  return request.has_header("Content-Length") || request.has_header("Transfer-Encoding");
}

void plain(httplib::Response& response, int status, std::string body,
           const char* type = "text/plain; charset=utf-8") {
  response.status = status;
  response.set_header("Cache-Control", "no-store");
  response.set_content(std::move(body), type);
}

}  // namespace

httplib::Server::HandlerResponse Server::Listener::route(const httplib::Request& request,
                                                         httplib::Response& response) {
  auto* stream = ConnectionStream::current();
  stream->begin_body(settings_.request_s);
  stream->route = "other";
  // Neither length nor chunks means no body (RFC 9112 §6.3); what follows is the next request.
  if (!has_body(request)) stream->end_body();
  Visitor visitor = door_.greet(request);
  if (visitor.secure && !settings_.tls)
    response.set_header("Strict-Transport-Security", "max-age=31536000");
  if (!within_rate(visitor, response)) return HandlerResponse::Handled;
  if (request.method == "POST") return route_post(request, response, std::move(visitor));
  if (request.method == "GET" || request.method == "HEAD") {
    answer_get(request, response, visitor);
  } else {
    response.set_header("Allow", "GET, HEAD, POST");
    refuse(response, ErrorCode::method_not_allowed, visitor.language);
  }
  return HandlerResponse::Handled;
}

bool Server::Listener::within_rate(const Visitor& visitor, httplib::Response& response) {
  auto& limit = visitor.loopback ? loopback_rate_ : rate_;
  const auto wait_s = limit.take(visitor.address, ConnectionStream::current()->started());
  if (wait_s == 0) return true;
  response.set_header("Retry-After", std::to_string(wait_s));
  refuse(response, ErrorCode::too_many_attempts, visitor.language);
  return false;
}

httplib::Server::HandlerResponse Server::Listener::route_post(const httplib::Request& request,
                                                              httplib::Response& response,
                                                              Visitor visitor) {
  if (Pages::takes(request.path)) {
    ConnectionStream::current()->route = "page";
    return HandlerResponse::Unhandled;
  }
  const std::string_view name = api_name(request.path);
  const api::Route* route = api::find_route(api::Verb::command, name);
  if (route != nullptr && route->octets &&
      (takes_photo(*route) ? services_.photos == nullptr : services_.imports == nullptr))
    route = nullptr;
  if (route == nullptr) {
    const bool readable =
        api::find_route(api::Verb::query, name) != nullptr || files_.find(request.path) != nullptr;
    if (readable) response.set_header("Allow", "GET, HEAD");
    refuse(response, readable ? ErrorCode::method_not_allowed : ErrorCode::not_found,
           visitor.language);
    return HandlerResponse::Handled;
  }
  auto* stream = ConnectionStream::current();
  stream->route = route->name;
  door_.identify(request, visitor);
  auto admitted = api_.admit(*route, request, response, std::move(visitor));
  if (!admitted) return HandlerResponse::Handled;
  if (route->octets) stream->begin_body(settings_.upload_s);
  response.user_data.set("admitted", std::move(*admitted));
  return HandlerResponse::Unhandled;
}

void Server::Listener::read_and_run(const httplib::Request& request, httplib::Response& response,
                                    const httplib::ContentReader& reader) {
  const auto* admitted = response.user_data.get<Admitted>("admitted");
  if (admitted == nullptr) return refuse(response, ErrorCode::not_found, text::Language::chinese);
  auto* stream = ConnectionStream::current();
  const auto limit = static_cast<std::size_t>(admitted->body_bytes_max);
  std::string body;
  bool too_large = false;
  const bool read = reader([&](const char* bytes, std::size_t size) {
    too_large = size > limit - std::min(limit, body.size());
    if (!too_large) body.append(bytes, size);
    return !too_large;
  });
  const auto language = admitted->visitor.language;
  if (too_large || !read) {
    stream->abandon_body();
    response.body.clear();
    if (too_large)
      return refuse(response, {base::Error{ErrorCode::too_large, {}, std::to_string(limit), {}}},
                    language);
    const bool slow = stream->refusal() == Refusal::too_slow;
    return refuse(response, slow ? ErrorCode::too_slow : ErrorCode::malformed, language);
  }
  response.status = -1;  // the library has written its own opinion while reading
  const Admitted kept = *admitted;
  api_.command(kept, request, std::move(body), response);
}

void Server::Listener::read_form(const httplib::Request& request, httplib::Response& response,
                                 const httplib::ContentReader& reader) {
  std::string body;
  const bool read = reader([&](const char* bytes, std::size_t size) {
    if (body.size() + size > Pages::kFormBytesMax) return false;
    body.append(bytes, size);
    return true;
  });
  if (!read) {
    ConnectionStream::current()->abandon_body();
    response.body.clear();
    return refuse(response, ErrorCode::too_large, text::Language::chinese, 413);
  }
  response.status = -1;  // the library has written its own opinion while reading
  pages_.take(request, response, door_.greet(request), body);
}

void Server::Listener::answer_get(const httplib::Request& request, httplib::Response& response,
                                  Visitor& visitor) {
  auto* stream = ConnectionStream::current();
  if (const std::string_view name = api_name(request.path); !name.empty()) {
    if (const api::Route* route = api::find_route(api::Verb::query, name)) {
      stream->route = route->name;
      door_.identify(request, visitor);
      return api_.query(*route, request, response, visitor);
    }
    if (api::find_route(api::Verb::command, name) != nullptr) {
      response.set_header("Allow", "POST");
      return refuse(response, ErrorCode::method_not_allowed, visitor.language);
    }
  }
  if (answer_program(request, response, visitor)) return;
  if (request.path == "/" && front_.page_exists()) {
    stream->route = "page";
    return front_.page(request, response);
  }
  if (pages_.show(request, response, visitor)) {
    stream->route = "page";
    return;
  }
  if (const auto* file = files_.find(request.path);
      file != nullptr && request.path != "/index.html") {
    stream->route = "file";
    return send_file(*file, request, response);
  }
  refuse(response, ErrorCode::not_found, visitor.language);
}

bool Server::Listener::answer_program(const httplib::Request& request, httplib::Response& response,
                                      Visitor& visitor) {
  const std::string& path = request.path;
  if (path == "/healthz") {
    plain(response, 200, "ok\n");
  } else if (path == "/readyz") {
    if (stopping_)
      plain(response, 503, "stopping\n");
    else
      plain(response, 200, "ready " + std::to_string(services_.queries.position()) + "\n");
  } else if (path == "/metrics") {
    answer_metrics(request, response, visitor);
  } else if (path == "/api/v1/openapi.json") {
    ConnectionStream::current()->route = "openapi.json";
    response.set_header("ETag", openapi_tag_);
    if (tag_matches(request.get_header_value("If-None-Match"), openapi_tag_))
      response.status = 304;
    else
      send_json(openapi_, request, response);
  } else if (path == "/api/v1/front") {
    ConnectionStream::current()->route = "page";
    front_.figures(request, response, visitor);
  } else if (path == "/api/v1/import-errors") {
    ConnectionStream::current()->route = "import-errors";
    door_.identify(request, visitor);
    api_.import_errors(request, response, visitor);
  } else {
    return false;
  }
  return true;
}

void Server::Listener::answer_metrics(const httplib::Request& request, httplib::Response& response,
                                      Visitor& visitor) {
  door_.identify(request, visitor);
  const auto role = visitor.caller.role;
  const bool may =
      visitor.loopback || role == api::Role::town_administrator || role == api::Role::auditor;
  if (!may)
    return refuse(response, role ? ErrorCode::not_permitted : ErrorCode::signed_out,
                  visitor.language);
  plain(response, 200,
        metrics_.prometheus(
            {connections_.active(), connections_.idle(), services_.queries.position()}),
        "text/plain; version=0.0.4; charset=utf-8");
}

void Server::Listener::refuse_by_library(const httplib::Request& request,
                                         httplib::Response& response) {
  if (!response.body.empty()) return;  // it has its problem already
  const auto language = preferred_language(request.get_header_value("Accept-Language"));
  const auto* stream = ConnectionStream::current();
  if (stream->refusal() == Refusal::headers_too_large)
    return refuse(response, ErrorCode::too_large, language, 431);
  if (stream->refusal() == Refusal::too_slow)
    return refuse(response, ErrorCode::too_slow, language);
  switch (response.status) {
    case 404: return refuse(response, ErrorCode::not_found, language);
    case 413: return refuse(response, ErrorCode::too_large, language);
    case 414: return refuse(response, ErrorCode::too_large, language, 414);
    case 415: return refuse(response, ErrorCode::unsupported_media, language);
    default:
      return refuse(response, response.status >= 500 ? ErrorCode::internal : ErrorCode::malformed,
                    language, response.status);
  }
}

void Server::Listener::finish(const httplib::Request& request, httplib::Response& response) {
  auto* stream = ConnectionStream::current();
  response.headers.erase("Accept-Ranges");
  if (response.status >= 400) {
    stream->close_after_answer();
    // A large body that nobody wants is not worth reading to its end.
    if (has_body(request) && !request.body_consumed_ &&
        (!request.has_header("Content-Length") ||
         request.get_header_value_u64("Content-Length") > kDrainedBytesMax))
      stream->abandon_body();
  }
  metrics_.count(stream->route.empty() ? "other" : stream->route, response.status,
                 std::chrono::steady_clock::now() - stream->started());
}

}  // namespace shanzhi::http
