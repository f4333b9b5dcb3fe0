// From address to page: who asks, which views it needs, and what is said when they are refused.
#include "server/http/pages.h"

#include <array>

#include "server/http/compression.h"
#include "server/http/problem.h"
#include "shared/base/escape.h"
#include "shared/describe/json.h"

namespace shanzhi::http {
namespace {

using base::ErrorCode;

constexpr std::string_view kPlain = "/plain", kPrint = "/print/";
/// Lines of a passbook on the screen and on paper, rows of a board.
constexpr const char* kLinesShown = "30";
constexpr const char* kLinesPrinted = "1000";
constexpr const char* kRowsShown = "50";

/// Personal, so never kept by anything; compressed where that pays.
void send_html(std::string html, const httplib::Request& request, httplib::Response& response,
               int status = 200) {
  response.status = status;
  response.set_header("Cache-Control", "no-store");
  response.set_header("Vary", "Accept-Encoding, Cookie");
  const Encoding encoding = best_encoding(request.get_header_value("Accept-Encoding"));
  std::string small = html.size() < kCompressBytesMin ? std::string{} : compress(html, encoding);
  if (!small.empty() && small.size() < html.size()) {
    response.set_header("Content-Encoding", content_coding(encoding));
    html = std::move(small);
  }
  response.set_content(std::move(html), "text/html; charset=utf-8");
}

void go_to(const std::string& address, httplib::Response& response) {
  response.status = 303;
  response.set_header("Cache-Control", "no-store");
  response.set_header("Location", address);
}

/// The page's own address without `lang`, which the switch of languages sets.
std::string path_of(const httplib::Request& request) {
  std::string out = request.path;
  char separator = '?';
  for (const auto& [name, value] : request.params) {
    if (name == "lang") continue;
    out += separator + base::percent_encoded(name) + "=" + base::percent_encoded(value);
    separator = '&';
  }
  return out;
}

/// The board's own parameters out of what was asked; anything else is refused by the query itself.
app::Parameters board_parameters(const httplib::Request& request, const std::string& village,
                                 const std::string& town, bool printed) {
  app::Parameters out;
  for (const auto& [name, value] : request.params)
    if (name != "lang" && !value.empty()) out.emplace_back(name, value);
  const auto add = [&](const char* name, const std::string& value) {
    if (!request.has_param(name)) out.emplace_back(name, value);
  };
  add("period", "month");
  add("limit", printed ? kLinesPrinted : kRowsShown);
  const std::string subject = request.get_param_value("subject");
  add("place", subject == "village" || subject == "hub" || village.empty() ? town : village);
  return out;
}

}  // namespace

bool Pages::takes(const std::string& path) {
  return path == "/plain/sign-in" || path == "/plain/sign-out";
}

Pages::Asked Pages::asked(const httplib::Request& request, httplib::Response& response,
                          Visitor visitor) {
  PageFrame frame;
  // Chinese whatever the browser prefers; ?lang=en asks for English.
  const bool english = request.get_param_value("lang") == "en";
  frame.language = english ? text::Language::english : text::Language::chinese;
  frame.now = services_.clock.now();
  frame.path = takes(request.path) ? "/plain" : path_of(request);
  auto town = services_.queries.run("me", {}, services_.published);
  if (town) {
    if (auto me = describe::from_answer<api::Me>(town->json)) frame.town = me->town_name;
  }
  door_.identify(request, visitor);
  visitor.language = frame.language;
  visitor.caller.english = english;
  return {request, response, std::move(visitor), std::move(frame)};
}

template <class V>
base::Result<V> Pages::read(const Asked& asked, const char* query,
                            const app::Parameters& parameters) {
  const api::Route* route = api::find_route(api::Verb::query, query);
  if (route == nullptr) return ErrorCode::not_found;
  if (const auto refused = door_.permit(*route, asked.visitor)) return *refused;
  const auto answer = services_.queries.run(query, parameters, asked.visitor.caller);
  if (!answer) return answer.error();
  return describe::from_answer<V>(answer->json);
}

bool Pages::show(const httplib::Request& request, httplib::Response& response, Visitor visitor) {
  const std::string& path = request.path;
  const bool plain = path == kPlain || path == "/plain/boards" || path == "/plain/rules";
  const bool printed = path == "/print/passbook" || path == "/print/board" || path == "/print/card";
  if (!plain && !printed) return false;
  Asked page = asked(request, response, std::move(visitor));
  const auto me = read<api::Me>(page, "me", {});
  if (!me) {
    send_html(door_page(page.frame, {}, std::nullopt), request, response, plain ? 200 : 401);
    return true;
  }
  page.frame.name = me->name;
  Shown shown = path == kPlain              ? standing(page, *me)
                : path == "/plain/rules"    ? rules(page)
                : path == "/print/passbook" ? passbook(page)
                : path == "/print/card"     ? card(page, *me)
                                            : board(page, *me, printed);
  if (shown)
    send_html(std::move(*shown), request, response);
  else
    send_html(refusal_page(page.frame, shown.error()), request, response,
              status_of(shown.error().code));
  return true;
}

Pages::Shown Pages::standing(Asked& asked, const api::Me& me) {
  StandingView view;
  view.resident = !me.person.empty();
  if (!view.resident) return standing_page(asked.frame, view);
  const std::string person = asked.request.get_param_value("person");
  view.other = !person.empty() && person != me.person;
  app::Parameters parameters{{"person", view.other ? person : me.person}, {"limit", kLinesShown}};
  const std::string cursor = asked.request.get_param_value("cursor");
  if (!cursor.empty()) parameters.emplace_back("cursor", cursor);
  auto book = read<api::Passbook>(asked, "passbook", parameters);
  if (!book) return book.error();
  view.book = std::move(*book);
  view.older = !cursor.empty();
  if (!view.older) view.ranks = ranks(asked, view.book);
  if (const auto family = read<api::FamilyPage>(asked, "family-access", {}))
    view.family = family->looked_after;
  return standing_page(asked.frame, view);
}

base::Result<api::PlaceRow> Pages::place(const Asked& asked, const std::string& code) {
  auto page = read<api::PlacePage>(asked, "places", {{"code", code}});
  if (!page) return page.error();
  if (page->places.empty()) return {ErrorCode::not_found, "/place"};
  return page->places.front();
}

std::vector<RankLine> Pages::ranks(const Asked& asked, const api::Passbook& book) {
  std::vector<RankLine> out;
  std::string code = book.grid;
  for (int steps = 0; steps < 6 && !code.empty(); ++steps) {  // a tree has no more levels
    const auto at = place(asked, code);
    if (!at) break;
    code = at->parent;
    RankLine line;
    if (at->level == "grid")
      line.where = PageWord::in_grid;
    else if (at->level == "village")
      line.where = PageWord::in_village;
    else if (at->level == "town")
      line.where = PageWord::in_town;
    else
      continue;
    const auto board = read<api::Board>(
        asked, "boards",
        {{"place", at->code}, {"period", "all"}, {"limit", "1"}, {"mine", book.person}});
    if (!board) break;
    line.name = at->name;
    line.of = board->of;
    if (!board->mine.empty()) {
      const api::MyPlace& mine = board->mine.front();
      line.rank = mine.rank;
      line.to_next = mine.to_next;
      line.next_rank = mine.next_rank;
    }
    out.push_back(std::move(line));
    if (at->level == "town") break;
  }
  return out;
}

/// The village of one's role, or the one that it lies in.
std::string Pages::own_village(const Asked& asked, const api::Me& me) {
  std::string code = me.place;
  for (int steps = 0; steps < 6 && !code.empty(); ++steps) {
    const auto at = place(asked, code);
    if (!at || at->level == "village") return at ? at->code : std::string{};
    code = at->parent;
  }
  return {};
}

Pages::Shown Pages::board(Asked& asked, const api::Me& me, bool printed) {
  const app::Parameters parameters =
      board_parameters(asked.request, own_village(asked, me), me.town, printed);
  auto board = read<api::Board>(asked, "boards", parameters);
  if (!board) return board.error();
  BoardView view;
  view.board = std::move(*board);
  if (const auto at = place(asked, view.board.place)) view.place_name = at->name;
  return printed ? board_sheet(asked.frame, view) : board_page(asked.frame, view);
}

Pages::Shown Pages::rules(Asked& asked) {
  const auto rules = read<api::RulePage>(asked, "rules", {});
  if (!rules) return rules.error();
  return rules_page(asked.frame, *rules);
}

Pages::Shown Pages::passbook(Asked& asked) {
  app::Parameters parameters{{"limit", kLinesPrinted}};
  for (const char* name : {"person", "household"})
    if (asked.request.has_param(name))
      parameters.emplace_back(name, asked.request.get_param_value(name));
  const auto book = read<api::Passbook>(asked, "passbook", parameters);
  if (!book) return book.error();
  return passbook_sheet(asked.frame, *book, !book->next.empty());
}

Pages::Shown Pages::card(Asked& asked, const api::Me& me) {
  std::string person = asked.request.get_param_value("person");
  if (person.empty()) person = me.person;
  const auto book = read<api::Passbook>(asked, "passbook", {{"person", person}, {"limit", "1"}});
  if (!book) return book.error();
  return card_sheet(asked.frame, *book);
}

void Pages::take(const httplib::Request& request, httplib::Response& response, Visitor visitor,
                 const std::string& body) {
  Asked form = asked(request, response, std::move(visitor));
  // A form of another site must not sign anybody in or out; what says nothing of its origin is no browser.
  const bool told = request.has_header("Origin") || request.has_header("Sec-Fetch-Site");
  if (!told || door_.from_elsewhere(request, form.visitor)) {
    PageFrame frame = form.frame;
    return send_html(refusal_page(frame, {ErrorCode::not_permitted, "Origin", {}, {}}), request,
                     response, 403);
  }
  if (request.path == "/plain/sign-out") {
    api_.end_session(form.visitor, response);
    return go_to(form.frame.at("/plain"), response);
  }
  httplib::Params fields;
  httplib::detail::parse_query_text(body, fields);
  sign_in(form, fields);
}

void Pages::sign_in(Asked& asked, const httplib::Params& form) {
  const auto field = [&form](const char* name) {
    const auto found = form.find(name);
    return found == form.end() ? std::string{} : found->second;
  };
  api::SignIn credentials;
  credentials.name = field("name");
  credentials.password = field("password");
  const auto again = [&](const base::Error& error) {
    send_html(door_page(asked.frame, credentials.name, error), asked.request, asked.response,
              status_of(error.code));
  };
  if (const auto wait_s = api_.sign_in_wait_s(asked.visitor); wait_s > 0) {
    asked.response.set_header("Retry-After", std::to_string(wait_s));
    return again({ErrorCode::too_many_attempts, {}, {}, {}});
  }
  // As the API reads it: the limits of its fields are the form's.
  const auto read = describe::from_json<api::SignIn>(describe::to_json(credentials));
  if (!read) return again({ErrorCode::bad_credentials, {}, {}, {}});
  const auto begun =
      api_.seat(services_.sessions.sign_in(*read, origin_of(asked.visitor, asked.request)),
                asked.visitor, asked.response);
  if (!begun) return again(begun.error());
  go_to(asked.frame.at("/plain"), asked.response);
}

}  // namespace shanzhi::http
