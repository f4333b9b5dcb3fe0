// The HTTP server: binds, serves until it is stopped, stops cleanly. What it serves is in services.h.
#pragma once

#include <memory>
#include <string>

#include "server/http/services.h"
#include "server/http/settings.h"

namespace shanzhi::http {

class Server {
 public:
  /// Errors: not_found or too_large for the web folder.
  static base::Result<std::unique_ptr<Server>> make(const Settings& settings, Services services);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// The port it listens on. Errors: malformed (the address), in_use (`shown` = the address).
  base::Result<int> bind();
  /// Serves until stop(); call once, after bind(). Returns when every request has its answer.
  void run();
  /// No new requests; those under way have five seconds. From any thread, any number of times; not
  /// from a signal handler.
  void stop();

 private:
  class Listener;
  explicit Server(std::unique_ptr<Listener> listener);
  std::unique_ptr<Listener> listener_;
};

}  // namespace shanzhi::http
