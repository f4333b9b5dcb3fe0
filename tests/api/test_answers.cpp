// Tags, headers, compression, files, and what the program says of itself.
#include <brotli/decode.h>

#include <catch2/catch_test_macros.hpp>

#include "server/http/compression.h"
#include "server/http/door.h"
#include "server/http/settings.h"
#include "server/http/static_files.h"
#include "shared/describe/json.h"
#include "tests/api/fixture.h"

namespace shanzhi::test {

TEST_CASE("a query that nothing happened to answers 304, and anew when something did") {
  Fixture server;
  auto client = server.client();
  auto headers = Fixture::as(api::Role::village_officer);
  const auto first = client.Get("/api/v1/figures", headers);
  REQUIRE(first);
  const std::string tag = first->get_header_value("ETag");
  REQUIRE_FALSE(tag.empty());
  headers.emplace("If-None-Match", tag);
  const int runs = server.queries.runs;
  const auto same = client.Get("/api/v1/figures", headers);
  CHECK(same->status == 304);
  CHECK(same->body.empty());
  CHECK(same->get_header_value("ETag") == tag);
  CHECK(server.queries.runs == runs);
  CHECK(client.Get("/api/v1/figures?place=3717", headers)->status == 200);
  CHECK(client.Get("/api/v1/place-card", headers)->status == 200);

  auto other = Fixture::as(api::Role::hub_officer);
  other.emplace("If-None-Match", tag);
  CHECK(client.Get("/api/v1/figures", other)->status == 200);

  server.queries.at = 8;
  const auto later = client.Get("/api/v1/figures", headers);
  CHECK(later->status == 200);
  CHECK(later->get_header_value("ETag") != tag);
}

TEST_CASE("a new day is a new answer though nothing was written") {
  Fixture server;
  auto client = server.client();
  auto headers = Fixture::as(api::Role::village_officer);
  headers.emplace("If-None-Match",
                  client.Get("/api/v1/figures", headers)->get_header_value("ETag"));
  CHECK(client.Get("/api/v1/figures", headers)->status == 304);
  server.clock.unix_ms += base::kMsPerDay;
  CHECK(client.Get("/api/v1/figures", headers)->status == 200);
}

TEST_CASE("the change feed answers 304 when nothing is new and never hides what is") {
  Fixture server;
  auto client = server.client();
  auto headers = Fixture::as(api::Role::display);
  const auto first = client.Get("/api/v1/changes?after=3", headers);
  headers.emplace("If-None-Match", first->get_header_value("ETag"));
  CHECK(client.Get("/api/v1/changes?after=7", headers)->status == 304);
  CHECK(client.Get("/api/v1/changes?after=3", headers)->status == 200);
  server.queries.at = 9;
  CHECK(client.Get("/api/v1/changes?after=7", headers)->status == 200);
}

TEST_CASE("the page's own script is allowed by its hash, and no other") {
  TemporaryFolder web;
  // The hash of "abc" is the first example of FIPS 180-2, appendix B.1.
  web.write("index.html", "<html><script>abc</script><script src=\"a.js\"></script></html>");
  http::Settings settings;
  settings.web = web.path;
  Fixture server(settings);
  auto client = server.client();
  const auto page = client.Get("/");
  REQUIRE(page);
  CHECK(page->get_header_value("Content-Security-Policy")
            .find("script-src 'self' 'wasm-unsafe-eval' "
                  "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='; style-src 'self'") !=
        std::string::npos);
}

TEST_CASE("every kind of answer carries the security headers") {
  TemporaryFolder web;
  web.write("index.html", "<html></html>");
  web.write("app.js", "1");
  http::Settings settings;
  settings.web = web.path;
  Fixture server(settings);
  auto client = server.client();
  for (const char* path : {"/", "/app.js", "/healthz", "/api/v1/me", "/api/v1/front", "/missing",
                           "/api/v1/openapi.json"}) {
    INFO(path);
    const auto result = client.Get(path);
    REQUIRE(result);
    const std::string policy = result->get_header_value("Content-Security-Policy");
    CHECK(policy.find("default-src 'none'") == 0);
    const bool data = result->get_header_value("Content-Type").find("json") != std::string::npos;
    CHECK((policy.find("script-src 'self' 'wasm-unsafe-eval'") == std::string::npos) == data);
    CHECK(policy.find("'unsafe-inline'") == std::string::npos);
    CHECK(policy.find("'unsafe-eval'") == std::string::npos);
    CHECK(policy.find("frame-ancestors 'none'") != std::string::npos);
    CHECK(result->get_header_value("X-Content-Type-Options") == "nosniff");
    CHECK(result->get_header_value("Referrer-Policy") == "no-referrer");
    if (!data) {
      CHECK(result->get_header_value("Cross-Origin-Opener-Policy") == "same-origin");
      CHECK(result->get_header_value("Cross-Origin-Embedder-Policy") == "require-corp");
    }
    CHECK(result->get_header_value("Cross-Origin-Resource-Policy") == "same-origin");
    CHECK_FALSE(result->has_header("Strict-Transport-Security"));
    CHECK_FALSE(result->has_header("Server"));
  }
}

TEST_CASE(
    "files go out compressed as they lie there, typed, and kept as long as their names promise") {
  TemporaryFolder web;
  web.write("index.html", "<html></html>");
  web.write("app.wasm", "plain wasm");
  web.write("app.wasm.br", "brotli wasm");
  web.write("app.wasm.gz", "gzip wasm");
  web.write("app.0123abcd.js", "hashed");
  http::Settings settings;
  settings.web = web.path;
  Fixture server(settings);
  auto client = server.client();
  client.set_decompress(false);
  const auto get = [&](const char* path, const char* accept, const std::string& known = "") {
    httplib::Headers headers{{"Accept-Encoding", accept}};
    if (!known.empty()) headers.emplace("If-None-Match", known);
    return client.Get(path, headers);
  };
  const auto brotli = get("/app.wasm", "gzip, deflate, br");
  CHECK(brotli->body == "brotli wasm");
  CHECK(brotli->get_header_value("Content-Encoding") == "br");
  CHECK(brotli->get_header_value("Content-Type") == "application/wasm");
  CHECK(brotli->get_header_value("Vary") == "Accept-Encoding");
  CHECK(brotli->get_header_value("Cache-Control") == "no-cache");
  CHECK(get("/app.wasm", "br;q=0, gzip")->body == "gzip wasm");
  const auto plain = get("/app.wasm", "identity");
  CHECK(plain->body == "plain wasm");
  CHECK(plain->get_header_value("ETag") != brotli->get_header_value("ETag"));
  CHECK(get("/app.wasm", "br", brotli->get_header_value("ETag"))->status == 304);
  CHECK(get("/app.wasm", "identity", brotli->get_header_value("ETag"))->status == 200);
  CHECK(get("/app.0123abcd.js", "br")->get_header_value("Cache-Control") ==
        "public, max-age=31536000, immutable");
  CHECK(get("/", "identity")->get_header_value("Cache-Control") == "no-cache");
  CHECK(get("/app.wasm.br", "br")->status == 404);
  const auto head = client.Head("/app.wasm");
  CHECK(head->status == 200);
  CHECK(head->get_header_value("Content-Length") == "10");
}

TEST_CASE("no address leads out of the web folder") {
  TemporaryFolder outer;
  outer.write("secret", "s");
  outer.write("web/index.html", "<html></html>");
  http::Settings settings;
  settings.web = outer.path / "web";
  Fixture server(settings);
  auto client = server.client();
  for (const char* path : {"/../secret", "/%2e%2e/secret", "/..%2fsecret", "/web/../../secret",
                           "//etc/passwd", "/%00"})
    CHECK(client.Get(path)->status == 404);
}

TEST_CASE("the page comes with the town's name and four figures laid into it, made harmless") {
  TemporaryFolder web;
  web.write("index.html", "<html><p><!--town--></p><dl><!--headline--></dl></html>");
  http::Settings settings;
  settings.web = web.path;
  Fixture server(settings);
  auto client = server.client();
  const auto page = client.Get("/");
  REQUIRE(page);
  CHECK(page->body.find("<p>小留镇&lt;</p>") != std::string::npos);
  CHECK(page->body.find("<dt>家户</dt><dd>17,206</dd>") != std::string::npos);
  CHECK(page->body.find("<dd>162,000</dd>") != std::string::npos);
  CHECK(page->body.find("<!--") == std::string::npos);
  CHECK(client.Get("/?lang=en")->body.find("<dt>Households</dt>") != std::string::npos);
  CHECK(client.Get("/", {{"Accept-Language", "en"}})->body == page->body);
  CHECK(client.Get("/", {{"If-None-Match", page->get_header_value("ETag")}})->status == 304);
  const auto front = client.Get("/api/v1/front");
  CHECK(front->body.find(
            "{\"town\":\"小留镇<\",\"figures\":[{\"label\":\"家户\",\"value\":\"17,206\"}") == 0);
}

TEST_CASE("large answers are compressed for those who take it") {
  Fixture server;
  server.queries.padding = std::string(20'000, 'a');
  auto client = server.client();
  client.set_decompress(false);
  auto headers = Fixture::as(api::Role::village_officer);
  CHECK(client.Get("/api/v1/rules", headers)->body.size() > 20'000);
  headers.emplace("Accept-Encoding", "gzip, br");
  const auto small = client.Get("/api/v1/rules", headers);
  CHECK(small->get_header_value("Content-Encoding") == "br");
  CHECK(small->body.size() < 2'000);
}

TEST_CASE("a large answer that comes again is made as small as can be, and says the same") {
  Fixture server;
  for (int i = 0; i < 6000; ++i) server.queries.padding += std::to_string(i * 7919 % 4001) + ",";
  const auto plain = Fixture::as(api::Role::village_officer);
  auto headers = plain;
  headers.emplace("Accept-Encoding", "br");
  auto client = server.client();
  const std::string text = client.Get("/api/v1/rules", plain)->body;
  client.set_decompress(false);
  const std::string first = client.Get("/api/v1/rules", headers)->body;
  const std::string second = client.Get("/api/v1/rules", headers)->body;
  CHECK(second.size() < first.size() * 95 / 100);
  CHECK(client.Get("/api/v1/rules", headers)->body == second);
  std::string read(text.size() + 1, '\0');
  std::size_t size = read.size();
  REQUIRE(BrotliDecoderDecompress(
              second.size(), reinterpret_cast<const std::uint8_t*>(second.data()), &size,
              reinterpret_cast<std::uint8_t*>(read.data())) == BROTLI_DECODER_RESULT_SUCCESS);
  read.resize(size);
  CHECK(read == text);
}

TEST_CASE("the program says how it is, and counts what it did for those who may know") {
  http::Settings settings;
  settings.proxies = "127.0.0.1";
  Fixture server(settings);
  auto client = server.client();
  CHECK(client.Get("/healthz")->body == "ok\n");
  CHECK(client.Get("/readyz")->status == 200);
  client.Get("/api/v1/me", Fixture::as(api::Role::volunteer));
  const auto metrics = client.Get("/metrics");
  CHECK(metrics->status == 200);
  CHECK(metrics->body.find("shanzhi_requests_total{route=\"me\",status=\"2xx\"} 1\n") !=
        std::string::npos);
  CHECK(metrics->body.find("shanzhi_request_seconds_count") != std::string::npos);
  CHECK(client.Get("/metrics", {{"X-Forwarded-For", "203.0.113.9"}})->status == 401);
}

TEST_CASE("the interface describes itself") {
  Fixture server;
  auto client = server.client();
  const auto document = client.Get("/api/v1/openapi.json");
  REQUIRE(document);
  CHECK(document->status == 200);
  CHECK(document->body.find("\"openapi\":\"3.1") != std::string::npos);
  for (const api::Route& route : api::routes())
    CHECK(document->body.find(std::string("/") + route.name + "\"") != std::string::npos);
  CHECK(client.Get("/api/v1/openapi.json", {{"If-None-Match", document->get_header_value("ETag")}})
            ->status == 304);
}

TEST_CASE("addresses to listen on, languages and cookies are read as they are meant") {
  CHECK(http::parse_listen("[::1]:80").value().host == "::1");
  CHECK(http::parse_listen(":8080").value().host == "0.0.0.0");
  for (const char* wrong : {"", "8080", "1.2.3.4:", "1.2.3.4:x", "1.2.3.4:70000", "::1:80", "h:-1"})
    CHECK_FALSE(http::parse_listen(wrong).ok());
  using text::Language;
  CHECK(http::preferred_language("") == Language::chinese);
  CHECK(http::preferred_language("fr") == Language::chinese);
  CHECK(http::preferred_language("en-US,en;q=0.9") == Language::english);
  CHECK(http::preferred_language("en;q=0.3, zh-CN;q=0.8") == Language::chinese);
  CHECK(http::cookie_value("x=1; shanzhi_session=abc ; y=2", "shanzhi_session") == "abc");
  CHECK(http::cookie_value("xshanzhi_session=abc", "shanzhi_session").empty());
  CHECK(http::best_encoding("gzip;q=0.5, *") == http::Encoding::gzip);
  CHECK(http::best_encoding("br;q=0.000") == http::Encoding::identity);
}

}  // namespace shanzhi::test
