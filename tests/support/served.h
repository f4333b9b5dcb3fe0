// A server on a free port of this machine, from construction to destruction.
#pragma once

#include <memory>
#include <string>
#include <thread>

#include <httplib.h>

#include "server/app/export_service.h"
#include "server/app/photos.h"
#include "server/http/server.h"
#include "server/storage/storage.h"

namespace shanzhi::test {

/// Over any ports. Throws std::runtime_error when it cannot listen.
class Served {
 public:
  Served(http::Settings settings, const http::Services& services);
  ~Served();
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  void stop();
  int port() const { return port_; }
  /// Waits half a minute for an answer.
  httplib::Client client() const;

 private:
  std::unique_ptr<http::Server> server_;
  int port_ = 0;
  std::thread thread_;
};

/// Over an open storage with its queries, exports and photographs, as `shanzhi serve` puts them together; without
/// imports.
class ServedStorage {
 public:
  ServedStorage(storage::Storage& storage, const base::Clock& clock,
                const http::Settings& settings = {});

  int port() const { return served_.port(); }
  httplib::Client client() const { return served_.client(); }

 private:
  std::unique_ptr<app::Queries> queries_;
  app::ExportService exports_;
  app::PhotoService photos_;
  Served served_;
};

/// "name=value" of the cookie that the answer sets.
std::string cookie_of(const httplib::Result& result);

}  // namespace shanzhi::test
