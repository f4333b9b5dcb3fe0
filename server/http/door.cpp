// Address, language, session and origin of a request.
#include "server/http/door.h"

#include <algorithm>
#include <cctype>

namespace shanzhi::http {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())))
    text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
    text.remove_suffix(1);
  return text;
}

/// Calls with each trimmed part.
template <class F>
void each_part(std::string_view text, char separator, F visit) {
  while (!text.empty()) {
    const auto at = text.find(separator);
    visit(trim(text.substr(0, at)));
    text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
  }
}

double weight_of(std::string_view language_range) {
  const auto q = language_range.find("q=");
  if (q == std::string_view::npos) return 1;
  const std::string digits(language_range.substr(q + 2, 5));
  return std::strtod(digits.c_str(), nullptr);
}

/// What a wall shows everybody reads, whoever opened it: an official is answered there as its token is.
void show_to_everybody(app::Caller& caller) {
  if (!caller.role) return;
  caller.role = api::Role::display;
  caller.person = 0;
}

std::string without_scheme(const std::string& origin) {
  const auto at = origin.find("://");
  return at == std::string::npos ? std::string{} : origin.substr(at + 3);
}

}  // namespace

bool is_loopback(std::string_view address) {
  return address == "::1" || address.rfind("127.", 0) == 0;
}

text::Language preferred_language(std::string_view accept_language) {
  double chinese = -1, english = -1;
  each_part(accept_language, ',', [&](std::string_view range) {
    if (range.rfind("zh", 0) == 0) chinese = std::max(chinese, weight_of(range));
    if (range.rfind("en", 0) == 0) english = std::max(english, weight_of(range));
  });
  return english > chinese ? text::Language::english : text::Language::chinese;
}

std::string cookie_value(std::string_view header, std::string_view name) {
  std::string value;
  each_part(header, ';', [&](std::string_view pair) {
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name && value.empty())
      value = pair.substr(equals + 1);
  });
  return value;
}

std::string session_cookie(std::string_view secret, bool secure) {
  std::string out = std::string(kSessionCookie) + "=" + std::string(secret) +
                    "; Path=/; HttpOnly; SameSite=Strict";
  if (secure) out += "; Secure";
  if (secret.empty()) out += "; Max-Age=0";
  return out;
}

Door::Door(const Settings& settings, app::Sessions& sessions)
    : proxies_(split_addresses(settings.proxies)), tls_(settings.tls), sessions_(sessions) {}

bool Door::is_proxy(const std::string& address) const {
  return std::find(proxies_.begin(), proxies_.end(), address) != proxies_.end();
}

Visitor Door::greet(const httplib::Request& request) const {
  Visitor visitor;
  visitor.address = request.remote_addr;
  visitor.secure = tls_;
  if (is_proxy(request.remote_addr)) {
    // The nearest address that is not one of our own proxies; what stands before it is hearsay.
    std::vector<std::string> hops;
    each_part(request.get_header_value("X-Forwarded-For"), ',', [&](std::string_view hop) {
      if (!hop.empty() && hop.size() <= 45) hops.emplace_back(hop);
    });
    const auto found =
        std::find_if(hops.rbegin(), hops.rend(), [&](const auto& hop) { return !is_proxy(hop); });
    if (found != hops.rend()) visitor.address = *found;
    visitor.secure = tls_ || request.get_header_value("X-Forwarded-Proto") == "https";
  }
  visitor.loopback = is_loopback(visitor.address);
  const auto lang = request.params.find("lang");
  visitor.language = lang != request.params.end()
                         ? preferred_language(lang->second)
                         : preferred_language(request.get_header_value("Accept-Language"));
  visitor.session = cookie_value(request.get_header_value("Cookie"), kSessionCookie);
  visitor.caller.origin = visitor.address;
  visitor.caller.english = visitor.language == text::Language::english;
  return visitor;
}

void Door::identify(const httplib::Request& request, Visitor& visitor) const {
  constexpr std::string_view kBearer = "Bearer ";
  const std::string authorization = request.get_header_value("Authorization");
  const bool by_token = authorization.rfind(kBearer, 0) == 0;
  // Once somebody shows a token it alone speaks for them: a cookie beside it is ignored.
  if (by_token || !authorization.empty()) visitor.session.clear();
  if (!by_token && visitor.session.empty()) return;
  auto found =
      by_token ? sessions_.from_token(trim(std::string_view(authorization).substr(kBearer.size())))
               : sessions_.from_session(visitor.session);
  if (!found) {
    // A wall goes dark when its token has ended, and waits when the server cannot tell.
    if (found.error().code != base::ErrorCode::signed_out) visitor.unknown = found.error();
    return;
  }
  found->origin = visitor.address;
  found->english = visitor.language == text::Language::english;
  visitor.caller = std::move(*found);
  if (request.get_header_value(kFaceHeader) == "wall") show_to_everybody(visitor.caller);
}

std::optional<base::Error> Door::permit(const api::Route& route, const Visitor& visitor) const {
  if (route.reach == api::Reach::everyone) return std::nullopt;
  if (!visitor.caller.role)
    return visitor.unknown.value_or(base::Error{base::ErrorCode::signed_out, {}, {}, {}});
  if ((route.roles & api::bit(*visitor.caller.role)) == 0)
    return base::Error{base::ErrorCode::not_permitted, {}, {}, {}};
  return std::nullopt;
}

bool Door::from_elsewhere(const httplib::Request& request, const Visitor& visitor) const {
  const std::string site = request.get_header_value("Sec-Fetch-Site");
  if (!site.empty() && site != "same-origin" && site != "none") return true;
  if (!request.has_header("Origin")) return false;
  const std::string host = without_scheme(request.get_header_value("Origin"));
  if (host.empty()) return true;  // "null": a sandboxed page or a file
  if (host == request.get_header_value("Host")) return false;
  return !(is_proxy(request.remote_addr) && host == request.get_header_value("X-Forwarded-Host")) ||
         visitor.address.empty();
}

}  // namespace shanzhi::http
