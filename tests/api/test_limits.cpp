// Limits, each with a clear refusal, and connections that cannot be held open for nothing.
#include <catch2/catch_test_macros.hpp>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <chrono>

#include "shared/describe/json.h"
#include "tests/api/fixture.h"

namespace shanzhi::test {
namespace {

bool has_status(const std::string& answer, int status) {
  return answer.rfind("HTTP/1.1 " + std::to_string(status) + " ", 0) == 0;
}

/// Connections that say nothing.
class IdleCrowd {
 public:
  IdleCrowd(int port, int size) {
    for (int i = 0; i < size; ++i) {
      const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
      sockaddr_in address{};
      address.sin_family = AF_INET;
      address.sin_port = htons(static_cast<std::uint16_t>(port));
      address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
      REQUIRE(::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
      sockets_.push_back(socket);
    }
  }
  ~IdleCrowd() {
    for (const int socket : sockets_) ::close(socket);
  }

 private:
  std::vector<int> sockets_;
};

}  // namespace

TEST_CASE("a command's body over the limit is refused with 413, announced or chunked") {
  Fixture server;
  auto client = server.client();
  const auto headers = Fixture::as(api::Role::grid_worker);
  const auto announced = client.Post("/api/v1/award-points", headers,
                                     std::string((1 << 20) + 1, ' '), "application/json");
  REQUIRE(announced);
  CHECK(announced->status == 413);
  CHECK(announced->body.find("too_large") != std::string::npos);

  std::string chunked =
      "POST /api/v1/award-points HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer as:grid_worker\r\n"
      "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 20; ++i) chunked += "10000\r\n" + std::string(0x10000, ' ') + "\r\n";
  CHECK(has_status(server.raw(chunked + "0\r\n\r\n"), 413));
  CHECK(server.commands.runs == 0);

  const auto exact =
      client.Post("/api/v1/award-points", headers, std::string(1 << 20, ' '), "application/json");
  REQUIRE(exact);
  CHECK(exact->status != 413);
}

TEST_CASE("headers over the limit are refused with 431, a long address with 414") {
  Fixture server;
  CHECK(has_status(server.raw("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: " +
                              std::string(9000, 'a') + "\r\n\r\n"),
                   431));
  std::string many = "GET /healthz HTTP/1.1\r\nHost: x\r\n";
  for (int i = 0; i < 150; ++i) many += "X-" + std::to_string(i) + ": a\r\n";
  CHECK(has_status(server.raw(many + "\r\n"), 431));
  std::string bytes = "GET /healthz HTTP/1.1\r\nHost: x\r\n";
  for (int i = 0; i < 5; ++i)
    bytes += "X-" + std::to_string(i) + ": " + std::string(4000, 'a') + "\r\n";
  CHECK(has_status(server.raw(bytes + "\r\n"), 431));
  CHECK(has_status(server.raw("GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n"),
                   414));
}

TEST_CASE("a request that trickles in is ended with 408 at its deadline, however it trickles") {
  http::Settings settings;
  settings.header_s = 1;
  settings.request_s = 1;
  Fixture server(settings);
  const auto started = std::chrono::steady_clock::now();
  const std::string answer = server.raw("GET /healthz HTTP/1.1\r\nHost: x\r\nX-A:", 10);
  CHECK(has_status(answer, 408));
  CHECK(answer.find("\"code\":\"too_slow\"") != std::string::npos);
  CHECK(has_status(server.raw("POST /api/v1/award-points HTTP/1.1\r\nHost: x\r\nAuthorization: "
                              "Bearer as:grid_worker\r\n"
                              "Content-Type: application/json\r\nContent-Length: 50\r\n\r\n{",
                              10),
                   408));
  CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds(9));
}

TEST_CASE("an address that asks too often gets 429 and when to come back") {
  http::Settings settings;
  settings.loopback_requests_per_second = 1;
  settings.requests_burst = 5;
  Fixture server(settings);
  auto client = server.client();
  int refused = 0;
  for (int i = 0; i < 12; ++i) {
    const auto result = client.Get("/healthz");
    REQUIRE(result);
    if (result->status == 200) continue;
    ++refused;
    CHECK(result->status == 429);
    CHECK(std::stoi(result->get_header_value("Retry-After")) >= 1);
  }
  CHECK(refused >= 5);
}

TEST_CASE("guessing passwords from one address ends in 429") {
  http::Settings settings;
  settings.sign_ins_per_minute = 3;
  Fixture server(settings);
  auto client = server.client();
  int last = 0;
  for (int i = 0; i < 5; ++i)
    last = client
               .Post("/api/v1/sign-in", R"({"name":"auditor","password":"wrong horse"})",
                     "application/json")
               ->status;
  CHECK(last == 429);
}

TEST_CASE("a server full of idle connections still answers, because idle ones yield") {
  http::Settings settings;
  settings.connections_max = 40;
  settings.keep_alive_s = 60;
  Fixture server(settings);
  const IdleCrowd crowd(server.port(), 60);
  auto client = server.client();
  for (int i = 0; i < 5; ++i) {
    const auto result = client.Get("/healthz");
    REQUIRE(result);
    CHECK(result->status == 200);
  }
}

TEST_CASE("five hundred idle connections do not hold up the active ones") {
  Fixture server;
  const IdleCrowd crowd(server.port(), 400);
  const IdleCrowd more(server.port(), 100);
  auto client = server.client();
  const auto started = std::chrono::steady_clock::now();
  for (int i = 0; i < 100; ++i) {
    const auto result = client.Get("/healthz");
    REQUIRE(result);
    REQUIRE(result->status == 200);
  }
  CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds(10));
}

TEST_CASE("the server stops at once though connections are idle, and answers what is under way") {
  auto server = std::make_unique<Fixture>();
  const IdleCrowd crowd(server->port(), 20);
  auto client = server->client();
  REQUIRE(client.Get("/healthz"));
  const auto started = std::chrono::steady_clock::now();
  server->stop();
  CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds(3));
}

TEST_CASE("two requests in one packet both have their answers") {
  Fixture server;
  const std::string answer = server.raw(
      "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /readyz HTTP/1.1\r\nHost: x\r\nConnection: "
      "close\r\n\r\n");
  CHECK(answer.find("ok\n") != std::string::npos);
  CHECK(answer.find("ready 7\n") != std::string::npos);
}

TEST_CASE("what two servers could read differently is refused") {
  Fixture server;
  const std::string post =
      "POST /api/v1/award-points HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
      "as:grid_worker\r\nContent-Type: application/json\r\n";
  CHECK(has_status(
      server.raw(post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400));
  CHECK(has_status(server.raw(post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"), 400));
  CHECK(has_status(server.raw("GARBAGE\r\n\r\n"), 400));
  CHECK(has_status(server.raw("GET /healthz HTTP/9.9\r\nHost: x\r\n\r\n"), 400));
  CHECK(server.commands.runs == 0);
  // A POST without a body says so by saying nothing; what follows is another request.
  const std::string two = server.raw(
      "POST /api/v1/sign-out HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\r\n"
      "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  CHECK(has_status(two, 200));
  CHECK(two.find("ok\n") != std::string::npos);
}

TEST_CASE("other methods and addresses are refused by name") {
  Fixture server;
  auto client = server.client();
  const auto put = client.Put("/api/v1/award-points", "{}", "application/json");
  CHECK(put->status == 405);
  CHECK(put->get_header_value("Allow") == "GET, HEAD, POST");
  const auto get = client.Get("/api/v1/award-points");
  CHECK(get->status == 405);
  CHECK(get->get_header_value("Allow") == "POST");
  CHECK(client.Post("/api/v1/figures", "{}", "application/json")->status == 405);
  CHECK(client.Get("/api/v1/nothing-here")->status == 404);
  CHECK(client.Post("/api/v1/nothing-here", "{}", "application/json")->status == 404);
  CHECK(client.Get("/etc/passwd")->status == 404);
  const auto packed =
      client.Post("/api/v1/award-points",
                  {{"Authorization", "Bearer as:grid_worker"}, {"Content-Encoding", "gzip"}}, "x",
                  "application/json");
  CHECK(packed->status == 415);
}

}  // namespace shanzhi::test
