// The routes of the registry over HTTP: queries, commands, signing in and out, and imports.
#pragma once

#include <atomic>
#include <optional>
#include <string>

#include <httplib.h>

#include "server/http/door.h"
#include "server/http/often_asked.h"
#include "server/http/rate_limit.h"
#include "server/http/services.h"

namespace shanzhi::http {

/// A command that was let in and whose body is still to be read.
struct Admitted {
  const api::Route* route = nullptr;
  Visitor visitor;
  std::int64_t body_bytes_max = 0;
};

class Api {
 public:
  Api(const Settings& settings, Services& services, const Door& door);

  /// Answers GET /api/v1/<query>.
  void query(const api::Route& route, const httplib::Request& request, httplib::Response& response,
             const Visitor& visitor);
  /// Everything about a POST that can be refused before its body is read. Empty when it was refused
  /// (the response says why).
  std::optional<Admitted> admit(const api::Route& route, const httplib::Request& request,
                                httplib::Response& response, Visitor visitor);
  /// Answers an admitted POST.
  void command(const Admitted& admitted, const httplib::Request& request, std::string body,
               httplib::Response& response);
  /// Seconds until this address may try to sign in again; 0: now, and the try is counted.
  std::int64_t sign_in_wait_s(const Visitor& visitor);
  /// The end of signing in, however it was asked for: the session's cookie and who one now is.
  base::Result<app::Caller> seat(const base::Result<std::string>& secret, const Visitor& visitor,
                                 httplib::Response& response);
  /// Ends the session, and what the browser kept with it.
  void end_session(const Visitor& visitor, httplib::Response& response);
  /// Answers GET /api/v1/import-errors?id=.
  void import_errors(const httplib::Request& request, httplib::Response& response,
                     const Visitor& visitor);

 private:
  void run_command(const Admitted& admitted, const httplib::Request& request, std::string body,
                   httplib::Response& response);
  /// Sign-in, opening a town, choosing a PIN: what the body says makes a session, `how`.
  template <class Body>
  void begin_by(base::Result<std::string> (app::Sessions::*how)(const Body&, const app::Origin&),
                const Admitted& admitted, const httplib::Request& request, const std::string& body,
                httplib::Response& response);
  /// The end of all three: the session's cookie and who one now is, or why not.
  void begin(const Admitted& admitted, const httplib::Request& request,
             const base::Result<std::string>& secret, httplib::Response& response);
  void sign_out(const Admitted& admitted, const std::string& body, httplib::Response& response);
  /// A query whose answer is a file.
  void file(const api::Route& route, const app::Parameters& parameters, httplib::Response& response,
            const Visitor& visitor);
  void keep_photo(const Admitted& admitted, const httplib::Request& request,
                  const std::string& body, httplib::Response& response);
  void photo(const app::Parameters& parameters, httplib::Response& response,
             const Visitor& visitor);
  void import(const Admitted& admitted, const httplib::Request& request, const std::string& body,
              httplib::Response& response);

  std::int64_t bytes_max(const api::Route& route) const;

  const Settings& settings_;
  Services& services_;
  const Door& door_;
  RateLimit sign_ins_;
  OftenAsked often_;
  std::atomic<int> uploads_{0}, files_{0};
};

/// The upload whose body is a photograph.
bool takes_photo(const api::Route& route);

/// Sets a JSON body, compressed when that pays; as small as can be when `often` knows it.
void send_json(std::string json, const httplib::Request& request, httplib::Response& response,
               OftenAsked* often = nullptr);

}  // namespace shanzhi::http
