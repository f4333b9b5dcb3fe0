// The library's server with its connection loop replaced: own stream, deadlines, limits, and routing
// by name instead of by regular expressions.
#pragma once

#include <atomic>
#include <string>

#include <httplib.h>

#include "server/http/api.h"
#include "server/http/connection_stream.h"
#include "server/http/connections.h"
#include "server/http/door.h"
#include "server/http/front.h"
#include "server/http/metrics.h"
#include "server/http/pages.h"
#include "server/http/rate_limit.h"
#include "server/http/server.h"
#include "server/http/static_files.h"

namespace shanzhi::http {

class Server::Listener final : public httplib::Server {
 public:
  Listener(const Settings& settings, Services services, StaticFiles files);

  base::Result<int> bind();
  void run();
  void stop_serving();

 private:
  bool process_and_close_socket(socket_t socket) override;
  void serve_connection(socket_t socket, const std::string& address, int port);
  void refuse_unread(ConnectionStream& stream);

  void set_up_library();
  void add_security_headers();
  /// Before the body: everything but an admitted POST is answered here.
  HandlerResponse route(const httplib::Request& request, httplib::Response& response);
  HandlerResponse route_post(const httplib::Request& request, httplib::Response& response,
                             Visitor visitor);
  void answer_get(const httplib::Request& request, httplib::Response& response, Visitor& visitor);
  bool answer_program(const httplib::Request& request, httplib::Response& response,
                      Visitor& visitor);
  void answer_metrics(const httplib::Request& request, httplib::Response& response,
                      Visitor& visitor);
  void read_and_run(const httplib::Request& request, httplib::Response& response,
                    const httplib::ContentReader& reader);
  void read_form(const httplib::Request& request, httplib::Response& response,
                 const httplib::ContentReader& reader);
  void refuse_by_library(const httplib::Request& request, httplib::Response& response);
  void finish(const httplib::Request& request, httplib::Response& response);
  bool within_rate(const Visitor& visitor, httplib::Response& response);

  const Settings settings_;
  Services services_;
  const StaticFiles files_;
  const Door door_;
  Api api_;
  Front front_;
  Pages pages_;
  Metrics metrics_;
  ConnectionRegister connections_;
  RateLimit rate_, loopback_rate_;
  std::string openapi_, openapi_tag_;
  std::atomic<std::uint64_t> requests_{0};
  std::atomic<bool> stopping_{false}, running_{false};
};

}  // namespace shanzhi::http
