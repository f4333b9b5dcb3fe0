// Queries and commands: decode, ask the ports, answer.
#include "server/http/api.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

#include "server/http/compression.h"
#include "server/http/keeping.h"
#include "server/http/problem.h"
#include "server/http/static_files.h"
#include "server/http/tags.h"
#include "shared/describe/json.h"

namespace shanzhi::http {
namespace {

using base::ErrorCode;

/// Parameters as asked, without `lang`, which every route takes.
app::Parameters parameters_of(const httplib::Request& request) {
  app::Parameters out;
  for (const auto& [name, value] : request.params)
    if (name != "lang") out.emplace_back(name, value);
  return out;
}

describe::RecordAccess request_record(const api::Route& route) {
  return {const_cast<api::Route*>(&route),
          [](void* row, describe::Visitor& v) { static_cast<const api::Route*>(row)->request(v); }};
}

/// Whether the route gives a session to somebody who had none.
bool begins_session(const api::Route& route) {
  const std::string_view name = route.name;
  return name == "sign-in" || name == "open-town" || name == "set-pin";
}

/// Whether the answer changes without the journal (last seen, what ends by the clock), so that it has no
/// tag.
bool has_tag(std::string_view query) {
  return query != "users" && query != "sessions" && query != "alarms" && query != "hall-scenes";
}

/// A change feed with nothing new is the same answer whatever `after` was; one with news never is.
bool nothing_new(const app::Parameters& parameters, std::int64_t position) {
  for (const auto& [name, value] : parameters)
    if (name == "after") return std::strtoll(value.c_str(), nullptr, 10) >= position;
  return position == 0;
}

bool is_json(const httplib::Request& request) {
  std::string type = request.get_header_value("Content-Type");
  type = type.substr(0, type.find(';'));
  while (!type.empty() && type.back() == ' ') type.pop_back();
  std::transform(type.begin(), type.end(), type.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return type == "application/json";
}

/// A refusal while decoding is told field by field; any other is the one it is.
std::vector<base::Error> all_errors(const api::Route& route, const std::string& body,
                                    const base::Error& error) {
  constexpr std::array kDecoding{ErrorCode::malformed, ErrorCode::missing_field,
                                 ErrorCode::unknown_field, ErrorCode::out_of_range,
                                 ErrorCode::not_a_choice};
  if (std::find(kDecoding.begin(), kDecoding.end(), error.code) != kDecoding.end()) {
    auto all = describe::errors_in_json(body, request_record(route));
    if (!all.empty()) return all;
  }
  return {error};
}

}  // namespace

void send_json(std::string json, const httplib::Request& request, httplib::Response& response,
               OftenAsked* often) {
  if (!response.has_header("Cache-Control"))
    response.set_header("Cache-Control", "private, no-cache");
  response.set_header("Vary",
                      "Accept-Encoding, Authorization, Cookie, " + std::string(kFaceHeader));
  if (response.status < 0) response.status = 200;
  if (json.size() >= kCompressBytesMin) {
    const Encoding encoding = best_encoding(request.get_header_value("Accept-Encoding"));
    const auto best = often && encoding == Encoding::brotli ? often->best(json) : nullptr;
    std::string small = best ? *best : compress(json, encoding);
    if (!small.empty() && small.size() < json.size()) {
      response.set_header("Content-Encoding", content_coding(encoding));
      json = std::move(small);
    }
  }
  response.set_content(std::move(json), "application/json");
}

bool takes_photo(const api::Route& route) {
  return std::string_view(route.name) == "upload-photo";
}

Api::Api(const Settings& settings, Services& services, const Door& door)
    : settings_(settings),
      services_(services),
      door_(door),
      sign_ins_(static_cast<double>(settings.sign_ins_per_minute) / 60.0,
                static_cast<double>(settings.sign_ins_per_minute)) {}

void Api::query(const api::Route& route, const httplib::Request& request,
                httplib::Response& response, const Visitor& visitor) {
  if (const auto error = door_.permit(route, visitor))
    return refuse(response, {*error}, visitor.language);
  const app::Parameters parameters = parameters_of(request);
  if (auto read = describe::read_parameters(parameters, request_record(route)); !read)
    return refuse(response, {read.error()}, visitor.language);
  if (route.octets && std::string_view(route.name) == "photo")
    return photo(parameters, response, visitor);
  if (route.octets) return file(route, parameters, response, visitor);

  const std::string_view name = route.name;
  const base::CivilDate today = base::day_of(services_.clock.now());
  const std::string known = request.get_header_value("If-None-Match");
  const bool feed = name == "changes";
  const auto tag_at = [&](std::int64_t position) {
    return query_tag(position, today, name, feed ? app::Parameters{} : parameters, visitor.caller);
  };
  if (!known.empty() && has_tag(name)) {
    const std::int64_t position = services_.queries.position();
    const std::string tag = tag_at(position);
    if (tag_matches(known, tag) && (!feed || nothing_new(parameters, position))) {
      response.status = 304;
      response.set_header("Content-Type", "application/json");
      response.set_header("ETag", tag);
      response.set_header("Cache-Control", "private, no-cache");
      mark_keepable(name, visitor, response);
      return;
    }
  }
  auto answer = services_.queries.run(name, parameters, visitor.caller);
  if (!answer) return refuse(response, {answer.error()}, visitor.language);
  if (has_tag(name)) response.set_header("ETag", tag_at(answer->position));
  mark_keepable(name, visitor, response);
  response.status = 200;
  send_json(std::move(answer->json), request, response, &often_);
}

std::int64_t Api::bytes_max(const api::Route& route) const {
  if (!route.octets) return settings_.body_bytes_max;
  return takes_photo(route) ? settings_.photo_bytes_max : settings_.upload_bytes_max;
}

std::optional<Admitted> Api::admit(const api::Route& route, const httplib::Request& request,
                                   httplib::Response& response, Visitor visitor) {
  const auto refused = [&](ErrorCode code, std::string field = {}) {
    refuse(response, {base::Error{code, std::move(field), {}, {}}}, visitor.language);
    return std::nullopt;
  };
  if (door_.from_elsewhere(request, visitor)) return refused(ErrorCode::not_permitted, "Origin");
  if (const auto error = door_.permit(route, visitor)) {
    refuse(response, {*error}, visitor.language);
    return std::nullopt;
  }
  if (!route.octets && !is_json(request))
    return refused(ErrorCode::unsupported_media, "Content-Type");
  if (request.has_header("Content-Encoding"))
    return refused(ErrorCode::unsupported_media, "Content-Encoding");
  if (begins_session(route)) {
    const auto wait_s = sign_in_wait_s(visitor);
    if (wait_s > 0) {
      response.set_header("Retry-After", std::to_string(wait_s));
      return refused(ErrorCode::too_many_attempts);
    }
  }
  const std::int64_t limit = bytes_max(route);
  if (request.get_header_value_u64("Content-Length") > static_cast<std::uint64_t>(limit)) {
    refuse(response, {base::Error{ErrorCode::too_large, {}, std::to_string(limit), {}}},
           visitor.language);
    return std::nullopt;
  }
  return Admitted{&route, std::move(visitor), limit};
}

template <class Body>
void Api::begin_by(base::Result<std::string> (app::Sessions::*how)(const Body&, const app::Origin&),
                   const Admitted& admitted, const httplib::Request& request,
                   const std::string& body, httplib::Response& response) {
  const auto read = describe::from_json<Body>(body);
  if (!read)
    return refuse(response, all_errors(*admitted.route, body, read.error()),
                  admitted.visitor.language);
  begin(admitted, request, (services_.sessions.*how)(*read, origin_of(admitted.visitor, request)),
        response);
}

void Api::command(const Admitted& admitted, const httplib::Request& request, std::string body,
                  httplib::Response& response) {
  const std::string_view name = admitted.route->name;
  response.set_header("Cache-Control", "no-store");
  if (takes_photo(*admitted.route)) return keep_photo(admitted, request, body, response);
  if (admitted.route->octets) return import(admitted, request, body, response);
  if (!parameters_of(request).empty())
    return refuse(
        response,
        {base::Error{ErrorCode::unknown_field, "/" + parameters_of(request).front().first, {}, {}}},
        admitted.visitor.language);
  if (name == "sign-in")
    return begin_by(&app::Sessions::sign_in, admitted, request, body, response);
  if (name == "open-town")
    return begin_by(&app::Sessions::open_town, admitted, request, body, response);
  if (name == "set-pin")
    return begin_by(&app::Sessions::set_pin, admitted, request, body, response);
  if (name == "sign-out") return sign_out(admitted, body, response);
  run_command(admitted, request, std::move(body), response);
}

void Api::run_command(const Admitted& admitted, const httplib::Request& request, std::string body,
                      httplib::Response& response) {
  app::CommandRequest command{admitted.route->name, std::move(body), {}, admitted.visitor.caller};
  if (request.has_header("Idempotency-Key")) {
    const auto key = base::parse_uuid(request.get_header_value("Idempotency-Key"));
    if (!key || key->none())
      return refuse(response, {base::Error{ErrorCode::malformed, "Idempotency-Key", {}, {}}},
                    admitted.visitor.language);
    command.key = *key;
  }
  auto answer = services_.commands.run(command);
  if (!answer)
    return refuse(response, all_errors(*admitted.route, command.body, answer.error()),
                  admitted.visitor.language);
  if (answer->replayed) response.set_header("Idempotency-Replayed", "true");
  response.status = 200;
  response.set_content(std::move(answer->json), "application/json");
}

void Api::begin(const Admitted& admitted, const httplib::Request& request,
                const base::Result<std::string>& secret, httplib::Response& response) {
  const auto language = admitted.visitor.language;
  const auto caller = seat(secret, admitted.visitor, response);
  if (!caller) return refuse(response, {caller.error()}, language);
  auto me = services_.queries.run("me", {}, *caller);
  if (!me) return refuse(response, {me.error()}, language);
  response.status = 200;
  send_json(std::move(me->json), request, response);
}

std::int64_t Api::sign_in_wait_s(const Visitor& visitor) {
  return sign_ins_.take(visitor.address, std::chrono::steady_clock::now());
}

base::Result<app::Caller> Api::seat(const base::Result<std::string>& secret, const Visitor& visitor,
                                    httplib::Response& response) {
  if (!secret) return secret.error();
  auto caller = services_.sessions.from_session(*secret);
  if (!caller) return caller.error();
  // A session that the browser already had ends here: nobody is two people at once.
  if (!visitor.session.empty()) services_.sessions.sign_out(visitor.session);
  caller->origin = visitor.address;
  caller->english = visitor.caller.english;
  response.set_header("Set-Cookie", session_cookie(*secret, visitor.secure));
  return std::move(*caller);
}

void Api::sign_out(const Admitted& admitted, const std::string& body, httplib::Response& response) {
  if (!body.empty()) {
    const auto read = describe::from_json<api::SignOut>(body);
    if (!read)
      return refuse(response, all_errors(*admitted.route, body, read.error()),
                    admitted.visitor.language);
  }
  end_session(admitted.visitor, response);
  response.status = 200;
  response.set_content(describe::to_json(api::Saved{}), "application/json");
}

void Api::end_session(const Visitor& visitor, httplib::Response& response) {
  if (!visitor.session.empty()) services_.sessions.sign_out(visitor.session);
  response.set_header("Set-Cookie", session_cookie("", visitor.secure));
  // What the page kept of a person does not stay behind on a shared machine.
  response.set_header("Clear-Site-Data", "\"cache\"");
}

}  // namespace shanzhi::http
