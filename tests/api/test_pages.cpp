// The pages without a program: escaping, the door's form, who sees what, sheets.
#include <catch2/catch_test_macros.hpp>

#include "server/http/html.h"
#include "server/http/page_views.h"
#include "tests/api/fixture.h"

namespace shanzhi::test {
namespace {

constexpr const char* kHostile = R"(<script>alert(1)</script>"'&)";
constexpr const char* kForm = "application/x-www-form-urlencoded";

http::PageFrame frame_of(text::Language language) {
  http::PageFrame frame;
  frame.language = language;
  frame.town = frame.name = frame.path = kHostile;
  frame.now = {1'795'312'860'000};
  return frame;
}

api::Passbook hostile_book() {
  api::Passbook book;
  book.person = book.person_name = book.village = book.grid_name = book.number = kHostile;
  book.address = book.chief = book.head = book.next = kHostile;
  for (const char* reason : {"rule", "offer", kHostile}) {
    api::PassbookLine& line = book.lines.emplace_back();
    line.reason = reason;
    line.rule_name = line.reason == "rule" ? kHostile : "";
    line.note = line.by = line.person_name = line.merchant = line.evidence = line.rule = kHostile;
    line.occurred_at = "2026-11-20T01:00:00Z";
    line.minutes = 90;
  }
  book.members.resize(2);
  for (api::ArchiveMember& member : book.members) member.name = member.relation = kHostile;
  return book;
}

http::BoardView hostile_board() {
  http::BoardView view;
  view.place_name = kHostile;
  view.board.place = view.board.subject = view.board.period = view.board.measure = kHostile;
  view.board.field = kHostile;
  view.board.rows.push_back({1, kHostile, kHostile, kHostile, 100});
  view.board.mine.push_back({kHostile, kHostile, 1, 100});
  return view;
}

/// Nothing of what was entered has become markup.
void check_escaped(const std::string& page) {
  CHECK(page.find("<script>alert") == std::string::npos);
  CHECK(page.find("\"'&") == std::string::npos);
  CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;") != std::string::npos);
}

httplib::Headers with(httplib::Headers headers, const Fixture& server) {
  headers.emplace("Origin", "http://127.0.0.1:" + std::to_string(server.port()));
  return headers;
}

}  // namespace

TEST_CASE("whatever a name holds, a page says it and does not become it") {
  for (const auto language : {text::Language::chinese, text::Language::english}) {
    const http::PageFrame frame = frame_of(language);
    check_escaped(http::door_page(frame, kHostile,
                                  base::Error{base::ErrorCode::bad_credentials, {}, {}, {}}));
    check_escaped(http::standing_page(
        frame,
        {hostile_book(), {{http::PageWord::in_village, kHostile, 1, 2, 3, 1}}, true, false}));
    check_escaped(http::standing_page(frame, {}));
    http::StandingView other{hostile_book(), {}, true, false, true, {}};
    other.family.emplace_back().name = kHostile;
    check_escaped(http::standing_page(frame, other));
    check_escaped(http::board_page(frame, hostile_board()));
    check_escaped(http::passbook_sheet(frame, hostile_book(), true));
    check_escaped(http::board_sheet(frame, hostile_board()));
    check_escaped(http::card_sheet(frame, hostile_book()));
    api::RulePage rules;
    rules.rules.emplace_back();
    rules.rules.back().name = rules.rules.back().field = rules.rules.back().unit = kHostile;
    check_escaped(http::rules_page(frame, rules));
  }
}

TEST_CASE("the pages have no script of their own but the printing button, and no foreign address") {
  const http::PageFrame frame = frame_of(text::Language::chinese);
  const std::string page = http::standing_page(frame, {hostile_book(), {}, true, false});
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("style=") == std::string::npos);
  CHECK(page.find("//") == std::string::npos);
  const std::string sheet = http::passbook_sheet(frame, hostile_book(), false);
  CHECK(sheet.find("<script src=\"/print.js\"></script>") != std::string::npos);
}

TEST_CASE("a card carries the person's code and number, and none of their points") {
  api::Passbook book;
  book.person = "01a2b3c4-0000-7000-8000-000000000001";
  book.person_name = "张三";
  book.number = "XL-0004";
  book.balance = 987600;
  const std::string card = http::card_sheet(frame_of(text::Language::chinese), book);
  CHECK(card.find("<svg class=\"code\"") != std::string::npos);
  CHECK(card.find("张三") != std::string::npos);
  CHECK(card.find("XL-0004") != std::string::npos);
  CHECK(card.find("9,876") == std::string::npos);
}

TEST_CASE("whoever is signed out meets the door, in Chinese whatever the browser prefers") {
  Fixture server;
  auto client = server.client();
  const auto page = client.Get("/plain", {{"Accept-Language", "en"}});
  REQUIRE(page);
  CHECK(page->status == 200);
  CHECK(page->get_header_value("Content-Type") == "text/html; charset=utf-8");
  CHECK(page->get_header_value("Cache-Control") == "no-store");
  CHECK(page->get_header_value("Content-Security-Policy").find("default-src 'none'") == 0);
  CHECK(page->body.find("lang=\"zh-CN\"") != std::string::npos);
  CHECK(page->body.find("小留镇&lt;") != std::string::npos);
  CHECK(client.Get("/plain?lang=en")->body.find("lang=\"en\"") != std::string::npos);
  CHECK(client.Get("/plain/boards")->body.find("<form") != std::string::npos);
  CHECK(client.Get("/print/passbook")->status == 401);
  CHECK(client.Get("/plain/other")->status == 404);
}

TEST_CASE("a form signs in with a cookie that is kept from scripts and from other sites") {
  Fixture server;
  auto client = server.client();
  const auto in = client.Post("/plain/sign-in", with({}, server),
                              "name=volunteer&password=correct+horse", kForm);
  REQUIRE(in);
  CHECK(in->status == 303);
  CHECK(in->get_header_value("Location") == "/plain");
  const std::string cookie = in->get_header_value("Set-Cookie");
  CHECK(cookie.find("shanzhi_session=in:volunteer; Path=/; HttpOnly; SameSite=Strict") == 0);
  const auto page = client.Get("/plain", {{"Cookie", "shanzhi_session=in:volunteer"}});
  CHECK(page->body.find("/plain/sign-out") != std::string::npos);
  const auto out = client.Post(
      "/plain/sign-out", with({{"Cookie", "shanzhi_session=in:volunteer"}}, server), "", kForm);
  CHECK(out->status == 303);
  CHECK(out->get_header_value("Set-Cookie").find("Max-Age=0") != std::string::npos);
  CHECK(server.sessions.ended == std::vector<std::string>{"in:volunteer"});
}

TEST_CASE("a form of another site, or of nobody knows where, signs nobody in or out") {
  Fixture server;
  auto client = server.client();
  const std::string body = "name=volunteer&password=correct+horse";
  for (const httplib::Headers& from :
       {httplib::Headers{}, httplib::Headers{{"Origin", "https://evil.example"}},
        httplib::Headers{{"Origin", "null"}}, httplib::Headers{{"Sec-Fetch-Site", "cross-site"}}}) {
    const auto in = client.Post("/plain/sign-in", from, body, kForm);
    REQUIRE(in);
    CHECK(in->status == 403);
    CHECK_FALSE(in->has_header("Set-Cookie"));
    auto out = from;
    out.emplace("Cookie", "shanzhi_session=in:volunteer");
    CHECK(client.Post("/plain/sign-out", out, "", kForm)->status == 403);
  }
  CHECK(server.sessions.ended.empty());
}

TEST_CASE("a wrong password is told on the page, keeps the name, and is counted") {
  http::Settings settings;
  settings.sign_ins_per_minute = 3;
  Fixture server(settings);
  auto client = server.client();
  for (int tries = 0; tries < 3; ++tries) {
    const auto in =
        client.Post("/plain/sign-in", with({}, server), "name=zhang%3C&password=wrong", kForm);
    REQUIRE(in);
    CHECK(in->status == 401);
    CHECK(in->body.find("value=\"zhang&lt;\"") != std::string::npos);
    CHECK(in->body.find("role=\"alert\"") != std::string::npos);
    CHECK(in->body.find("wrong") == std::string::npos);
  }
  CHECK(
      client.Post("/plain/sign-in", with({}, server), "name=zhang&password=wrong", kForm)->status ==
      429);
}

TEST_CASE("a form that is too long is refused and the server goes on") {
  Fixture server;
  auto client = server.client();
  const auto in =
      client.Post("/plain/sign-in", with({}, server), "name=" + std::string(9000, 'a'), kForm);
  REQUIRE(in);
  CHECK(in->status == 413);
  CHECK(server.client().Get("/plain")->status == 200);
}

}  // namespace shanzhi::test
