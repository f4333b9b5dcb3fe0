// Connections and requests as they come; what is answered is in listener_routes.cpp.
#include "server/http/listener.h"

#include <sys/socket.h>
#include <unistd.h>
#include <algorithm>
#include <chrono>
#include <thread>

#include "server/http/connection_stream.h"
#include "server/http/problem.h"
#include "server/http/tags.h"
#include "shared/api/openapi.h"

namespace shanzhi::http {
namespace {

constexpr std::size_t kThreadsMin = 8;
/// Threads beyond the connections allowed, so that those over the limit are told so.
constexpr std::size_t kSpareThreads = 16;
constexpr std::size_t kWaitingMax = 1024;
/// A connection is closed after so many requests, so that callers spread anew over time.
constexpr int kRequestsPerConnection = 10'000;
constexpr std::chrono::seconds kStopPatience{5};

/// The script that stands in the page itself, by whose hash it is allowed to run; "" when there is none.
std::string_view inline_script(const StaticFiles::File* page) {
  constexpr std::string_view kFrom = "<script>", kTo = "</script>";
  if (!page) return {};
  const std::string_view text = page->bytes;
  const auto from = text.find(kFrom);
  const auto to = text.find(kTo, from == text.npos ? from : from + kFrom.size());
  return to == text.npos ? std::string_view{}
                         : text.substr(from + kFrom.size(), to - from - kFrom.size());
}

/// Of pages and what they are made of. The same for each, so they are written as they stand, not kept in
/// each answer's table.
std::string page_headers(std::string_view script) {
  return "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'" +
         (script.empty() ? std::string{} : " '" + script_hash(script) + "'") +
         "; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
         "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
         "frame-ancestors 'none'\r\n"
         "X-Content-Type-Options: nosniff\r\n"
         "X-Frame-Options: DENY\r\n"
         "Referrer-Policy: no-referrer\r\n"
         "Cross-Origin-Opener-Policy: same-origin\r\n"
         "Cross-Origin-Embedder-Policy: require-corp\r\n"
         "Cross-Origin-Resource-Policy: same-origin\r\n"
         "Permissions-Policy: camera=(self), geolocation=(self), microphone=(), payment=(), "
         "usb=()\r\n";
}

/// Of data, which nothing may be run from; a page that waits for news asks every other second, and the
/// rest of the headers would be most of the answer.
constexpr char kDataHeaders[] =
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

bool is_data(const httplib::Headers& headers) {
  const auto type = headers.find("Content-Type");
  return type != headers.end() &&
         (type->second == "application/json" || type->second == "application/problem+json");
}

}  // namespace

Server::Listener::Listener(const Settings& settings, Services services, StaticFiles files)
    : settings_(settings),
      services_(std::move(services)),
      files_(std::move(files)),
      door_(settings_, services_.sessions),
      api_(settings_, services_, door_),
      front_(services_, files_.find("/index.html")),
      pages_(services_, door_, api_),
      connections_(static_cast<std::size_t>(settings_.connections_max),
                   static_cast<std::size_t>(settings_.connections_per_address_max)),
      rate_(static_cast<double>(settings_.requests_per_second),
            static_cast<double>(settings_.requests_burst)),
      loopback_rate_(static_cast<double>(settings_.loopback_requests_per_second),
                     static_cast<double>(settings_.requests_burst)),
      openapi_(api::write_openapi()),
      openapi_tag_("\"" + digest_text(openapi_) + "\"") {
  set_up_library();
  add_security_headers();
}

void Server::Listener::set_up_library() {
  new_task_queue = [this] {
    return new ConnectionThreads(
        kThreadsMin, static_cast<std::size_t>(settings_.connections_max) + kSpareThreads,
        kWaitingMax);
  };
  set_payload_max_length(
      static_cast<std::size_t>(std::max(settings_.body_bytes_max, settings_.upload_bytes_max)));
  set_tcp_nodelay(true);
  set_keep_alive_timeout(static_cast<time_t>(settings_.keep_alive_s));
  set_keep_alive_max_count(kRequestsPerConnection);
  set_pre_routing_handler(
      [this](const auto& request, auto& response) { return route(request, response); });
  Post("/api/v1/:command", [this](const auto& request, auto& response, const auto& reader) {
    read_and_run(request, response, reader);
  });
  Post("/plain/:form", [this](const auto& request, auto& response, const auto& reader) {
    read_form(request, response, reader);
  });
  set_error_handler(Handler(
      [this](const auto& request, auto& response) { refuse_by_library(request, response); }));
  set_post_routing_handler(
      [this](const auto& request, auto& response) { finish(request, response); });
  set_exception_handler([this](const auto& request, auto& response, std::exception_ptr problem) {
    const auto* stream = ConnectionStream::current();
    std::string what = "unknown";
    try {
      std::rethrow_exception(problem);
    } catch (const std::exception& e) {
      what = e.what();
    } catch (...) {
    }
    services_.log("request " + std::to_string(stream != nullptr ? stream->number : 0) +
                  " failed: " + what);
    response.body.clear();
    refuse(response, base::ErrorCode::internal, door_.greet(request).language);
  });
}

void Server::Listener::add_security_headers() {
  const std::string transport =
      settings_.tls ? "Strict-Transport-Security: max-age=31536000\r\n" : "";
  const std::string page = page_headers(inline_script(files_.find("/index.html"))) + transport;
  const std::string data = kDataHeaders + transport;
  set_header_writer([page, data](httplib::Stream& stream, httplib::Headers& headers) {
    std::string all = is_data(headers) ? data : page;
    for (const auto& [name, value] : headers) all.append(name + ": ").append(value + "\r\n");
    all += "\r\n";
    return stream.write(all.data(), all.size());
  });
}

base::Result<int> Server::Listener::bind() {
  const auto at = parse_listen(settings_.listen);
  if (!at) return at.error();
  int port = at->port;
  const bool bound =
      port == 0 ? (port = bind_to_any_port(at->host)) > 0 : bind_to_port(at->host, port);
  if (!bound) return {base::ErrorCode::in_use, "/listen", settings_.listen};
  return port;
}

void Server::Listener::run() {
  running_ = true;
  if (!stopping_) listen_after_bind();
  running_ = false;
}

void Server::Listener::stop_serving() {
  if (stopping_.exchange(true)) return;
  while (running_ && !is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  stop();
  connections_.stop();
  connections_.end_all_after(kStopPatience);
}

bool Server::Listener::process_and_close_socket(socket_t socket) {
  std::string address;
  int port = 0;
  peer_of(socket, address, port);
  const bool counted = !is_loopback(address) && !door_.is_proxy(address);
  if (connections_.enter(socket, address, counted)) {
    serve_connection(socket, address, port);
    connections_.leave(socket, address, counted);
  } else {
    metrics_.count_refused_connection();
    const std::string answer = bare_refusal(base::ErrorCode::busy, 503, 1);
    [[maybe_unused]] const auto sent =
        ::send(socket, answer.data(), answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  }
  ::shutdown(socket, SHUT_RDWR);
  ::close(socket);
  return true;
}

void Server::Listener::serve_connection(socket_t socket, const std::string& address, int port) {
  ConnectionStream stream(socket, {settings_.header_bytes_max, settings_.header_s,
                                   settings_.request_s, settings_.answer_s});
  std::string local_address;
  int local_port = 0;
  stream.get_local_ip_and_port(local_address, local_port);
  for (int left = kRequestsPerConnection; left > 0; --left) {
    if (!stream.has_buffered() && !stream.receive_soon() &&
        !connections_.await_request(socket, std::chrono::seconds(settings_.keep_alive_s)))
      break;
    stream.begin_request();
    stream.number = ++requests_;
    bool closed = false;
    const bool served = process_request(
        stream, address, port, local_address, local_port, left == 1 || stopping_, closed,
        // Parts of answers are nobody's need here, and one attack surface less.
        [](httplib::Request& request) { request.ranges.clear(); });
    if (!served && !stream.answered()) refuse_unread(stream);
    if (!served || closed || stream.closes() || stopping_) break;
  }
  stream.linger();
}

void Server::Listener::refuse_unread(ConnectionStream& stream) {
  std::string answer;
  switch (stream.refusal()) {
    case Refusal::none: return;
    case Refusal::too_slow: answer = bare_refusal(base::ErrorCode::too_slow, 408); break;
    case Refusal::headers_too_large: answer = bare_refusal(base::ErrorCode::too_large, 431); break;
  }
  for (std::size_t sent = 0; sent < answer.size();) {
    const auto n = stream.write(answer.data() + sent, answer.size() - sent);
    if (n <= 0) return;
    sent += static_cast<std::size_t>(n);
  }
}

Server::Server(std::unique_ptr<Listener> listener) : listener_(std::move(listener)) {}
Server::~Server() = default;

base::Result<std::unique_ptr<Server>> Server::make(const Settings& settings, Services services) {
  auto files = StaticFiles::load(settings.web);
  if (!files) return files.error();
  return std::unique_ptr<Server>(
      new Server(std::make_unique<Listener>(settings, std::move(services), std::move(*files))));
}

base::Result<int> Server::bind() {
  return listener_->bind();
}
void Server::run() {
  listener_->run();
}
void Server::stop() {
  listener_->stop_serving();
}

}  // namespace shanzhi::http
