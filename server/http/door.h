// What is known of a request before its body is read: from where, in which language, who, and whether
// a browser was led here by somebody else's page.
#pragma once

#include <optional>
#include <string>

#include <httplib.h>

#include "server/http/services.h"
#include "server/http/settings.h"
#include "shared/api/registry.h"
#include "shared/text/text.h"

namespace shanzhi::http {

inline constexpr const char* kSessionCookie = "shanzhi_session";
/// "wall": the answer will be read by everybody in the hall.
inline constexpr const char* kFaceHeader = "Shanzhi-Face";

struct Visitor {
  std::string address;  ///< of the caller; the forwarded one only from a configured proxy
  bool loopback = false;
  bool secure = false;  ///< reached by https
  text::Language language = text::Language::chinese;
  std::string session;  ///< secret of the cookie; "" when none
  app::Caller caller;   ///< signed out until `identify`
  /// Why nobody could say whose the secret is, when it is not that it has ended.
  std::optional<base::Error> unknown;
};

class Door {
 public:
  Door(const Settings& settings, app::Sessions& sessions);

  /// Everything but who.
  Visitor greet(const httplib::Request& request) const;
  /// Finds the caller by bearer token, else by cookie. A wrong secret leaves them signed out.
  void identify(const httplib::Request& request, Visitor& visitor) const;
  /// Errors: signed_out, not_permitted.
  std::optional<base::Error> permit(const api::Route& route, const Visitor& visitor) const;
  /// True when a browser says that another site's page sent this, and a cookie would speak for it.
  bool from_elsewhere(const httplib::Request& request, const Visitor& visitor) const;

  bool is_proxy(const std::string& address) const;

 private:
  std::vector<std::string> proxies_;
  bool tls_;
  app::Sessions& sessions_;
};

/// From where somebody signs in, with their device in words.
app::Origin origin_of(const Visitor& visitor, const httplib::Request& request);
/// System and browser of a User-Agent, by names that are the same in every language: "Android ·
/// WeChat", "iPhone · Safari"; "" when neither is known.
std::string device_words(std::string_view user_agent);

bool is_loopback(std::string_view address);
/// By Accept-Language and its weights; Chinese where nothing is said.
text::Language preferred_language(std::string_view accept_language);
/// The value of one cookie, "" when it is not there.
std::string cookie_value(std::string_view header, std::string_view name);
/// The Set-Cookie line that keeps the secret, or with "" forgets it.
std::string session_cookie(std::string_view secret, bool secure);

}  // namespace shanzhi::http
