// Photographs of awards: in, and out again to be looked at.
#include "server/app/photos.h"
#include "server/http/api.h"
#include "server/http/problem.h"
#include "shared/describe/json.h"

namespace shanzhi::http {

using base::ErrorCode;

void Api::keep_photo(const Admitted& admitted, const httplib::Request& request,
                     const std::string& body, httplib::Response& response) {
  const auto language = admitted.visitor.language;
  for (const auto& [name, value] : request.params)
    if (name != "lang")
      return refuse(response, {base::Error{ErrorCode::unknown_field, "/" + name, {}, {}}},
                    language);
  const auto kept = services_.photos->keep(body, admitted.visitor.caller);
  if (!kept) return refuse(response, {kept.error()}, language);
  response.status = 200;
  response.set_content(describe::to_json(*kept), "application/json");
}

void Api::photo(const app::Parameters& parameters, httplib::Response& response,
                const Visitor& visitor) {
  if (services_.photos == nullptr) return refuse(response, ErrorCode::not_found, visitor.language);
  auto bytes = services_.photos->open(parameters, visitor.caller);
  if (!bytes) return refuse(response, {bytes.error()}, visitor.language);
  response.status = 200;
  // It never changes, but who may see it does: an hour in this browser, under this session.
  response.set_header("Cache-Control", "private, max-age=3600");
  response.set_header("Vary", "Authorization, Cookie");
  response.set_header("Content-Disposition", "inline; filename=\"photo.jpg\"");
  // Beside the policy of every answer; opened by itself it may do nothing at all.
  response.set_header("Content-Security-Policy", "sandbox; default-src 'none'");
  response.set_content(std::move(*bytes), "image/jpeg");
}

}  // namespace shanzhi::http
