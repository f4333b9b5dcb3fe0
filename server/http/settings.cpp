// The description of the settings, and the two small texts among them.
#include "server/http/settings.h"

#include <charconv>

namespace shanzhi::http {
namespace {

using describe::Field;
using describe::Presence;

Field text_field(const char* name, const char* sentence) {
  return {name, sentence, Presence::optional, 0, 500};
}
Field number_field(const char* name, const char* sentence, std::int64_t low, std::int64_t high) {
  return {name, sentence, Presence::optional, low, high};
}

}  // namespace

void fields(describe::Visitor& v, Settings& s) {
  v.text(text_field("listen", "address:port to listen on; port 0 takes a free one"), s.listen);
  v.text(text_field("web", "folder of the web app; empty serves the API alone"), s.web);
  v.text(text_field("proxies", "addresses whose X-Forwarded-* headers are believed, by comma"),
         s.proxies);
  v.boolean({"tls", "reached by https only: Secure cookies and HSTS", Presence::optional}, s.tls);
  v.integer(number_field("body_bytes_max", "largest body of a command", 1024, 64 << 20),
            s.body_bytes_max);
  v.integer(number_field("upload_bytes_max", "largest file of an import", 1024, 1 << 30),
            s.upload_bytes_max);
  v.integer(number_field("photo_bytes_max", "largest photograph of an award", 1024, 64 << 20),
            s.photo_bytes_max);
  v.integer(number_field("header_bytes_max", "request line and headers together", 1024, 256 << 10),
            s.header_bytes_max);
  v.integer(number_field("connections_max", "connections at once", 1, 20000), s.connections_max);
  v.integer(number_field("connections_per_address_max", "connections of one address", 1, 20000),
            s.connections_per_address_max);
  v.integer(number_field("keep_alive_s", "seconds an idle connection is kept", 1, 600),
            s.keep_alive_s);
  v.integer(number_field("header_s", "seconds for the headers of a request", 1, 600), s.header_s);
  v.integer(number_field("request_s", "seconds for the body of a command", 1, 3600), s.request_s);
  v.integer(number_field("upload_s", "seconds for the file of an import", 1, 3600), s.upload_s);
  v.integer(number_field("answer_s", "seconds for taking the answer", 1, 3600), s.answer_s);
  v.integer(
      number_field("requests_per_second", "requests of one address; 0 is no limit", 0, 1000000),
      s.requests_per_second);
  v.integer(number_field("requests_burst", "requests of one address at once", 1, 1000000),
            s.requests_burst);
  v.integer(number_field("loopback_requests_per_second",
                         "the same for this machine itself; 0 is no limit", 0, 1000000),
            s.loopback_requests_per_second);
  v.integer(number_field("sign_ins_per_minute", "attempts to sign in of one address", 1, 100000),
            s.sign_ins_per_minute);
}

base::Result<HostPort> parse_listen(std::string_view text) {
  const auto colon = text.rfind(':');
  HostPort out;
  if (colon == std::string_view::npos) return {base::ErrorCode::malformed, "/listen"};
  std::string_view host = text.substr(0, colon), port = text.substr(colon + 1);
  if (host.size() >= 2 && host.front() == '[' && host.back() == ']')
    host = host.substr(1, host.size() - 2);
  else if (host.find(':') != std::string_view::npos)
    return {base::ErrorCode::malformed, "/listen"};
  const auto read = std::from_chars(port.data(), port.data() + port.size(), out.port);
  if (port.empty() || read.ec != std::errc{} || read.ptr != port.data() + port.size() ||
      out.port < 0 || out.port > 65535)
    return {base::ErrorCode::malformed, "/listen"};
  out.host = host.empty() ? "0.0.0.0" : std::string(host);
  return out;
}

std::vector<std::string> split_addresses(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : text) {
    if (c != ',' && c != ' ' && c != '\t') {
      word += c;
    } else if (!word.empty()) {
      out.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) out.push_back(std::move(word));
  return out;
}

}  // namespace shanzhi::http
