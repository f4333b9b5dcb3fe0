// Everything about serving that a town may set: addresses, limits and times. Described once; flags,
// environment and DIR/shanzhi.json are all read through that description (server/settings_sources.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/describe/describe.h"

namespace shanzhi::http {

/// Times are seconds, sizes bytes. Defaults hold for a town on a small machine.
struct Settings {
  std::string listen = "127.0.0.1:8080";  ///< address:port; port 0 takes a free one
  std::string web;                        ///< folder of the web app; "" serves the API alone
  std::string proxies;                    ///< addresses whose X-Forwarded-* are believed, by comma
  bool tls = false;                       ///< reached by https only: Secure cookies, HSTS

  std::int64_t body_bytes_max = 1 << 20;
  std::int64_t upload_bytes_max = 64 << 20;
  std::int64_t photo_bytes_max = 1 << 20;
  std::int64_t header_bytes_max = 16 << 10;        ///< request line and headers together
  std::int64_t connections_max = 2200;             ///< each has a thread: 2,200 take about 75 MB
  std::int64_t connections_per_address_max = 512;  ///< not counted for loopback
  std::int64_t keep_alive_s = 10;
  std::int64_t header_s = 10;   ///< from a request's first byte to the end of its headers
  std::int64_t request_s = 30;  ///< to the end of its body
  std::int64_t upload_s = 300;  ///< the same for an import
  std::int64_t answer_s = 60;   ///< until the caller has taken the answer

  std::int64_t requests_per_second = 200;  ///< for each address; an office shares one
  std::int64_t requests_burst = 1000;
  std::int64_t loopback_requests_per_second = 0;  ///< 0: not limited
  std::int64_t sign_ins_per_minute = 30;          ///< for each address
};

void fields(describe::Visitor& v, Settings& s);

struct HostPort {
  std::string host;
  int port = 0;
};
/// "127.0.0.1:8080", "[::1]:8080", ":8080" (all addresses). Errors: malformed.
base::Result<HostPort> parse_listen(std::string_view text);

/// The addresses of a comma separated list, without blanks.
std::vector<std::string> split_addresses(std::string_view text);

}  // namespace shanzhi::http
