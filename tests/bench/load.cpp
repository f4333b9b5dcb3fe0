// One epoll loop; answers are told apart by Content-Length, which both servers measured here send.
#include "tests/bench/load.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <chrono>
#include <cstdlib>
#include <cstring>

#include "tests/bench/bench.h"

namespace shanzhi::bench {

namespace {

using Clock = std::chrono::steady_clock;

int connect_to(int port) {
  const int s = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(s, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    close(s);
    return -1;
  }
  const int on = 1;
  setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return s;
}

std::string request_text(const LoadPlan& plan) {
  std::string text = "GET " + plan.path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
  for (const std::string& header : plan.headers) text += header + "\r\n";
  return text + "\r\n";
}

/// One answer as it comes in; 0 … while more is to come, then its length.
struct Answer {
  std::size_t whole = 0;  ///< length of head and body, once the head is there
  int status = 0;
  std::size_t body = 0;

  void look(const std::string& received) {
    const auto end = received.find("\r\n\r\n");
    if (end == std::string::npos) return;
    status = std::atoi(received.c_str() + std::strlen("HTTP/1.1 "));
    body = 0;
    for (std::size_t at = 0; at < end; at = received.find("\r\n", at + 1)) {
      constexpr char kLength[] = "\r\ncontent-length:";
      if (strncasecmp(received.c_str() + at, kLength, sizeof kLength - 1) != 0) continue;
      body = static_cast<std::size_t>(std::atol(received.c_str() + at + sizeof kLength - 1));
    }
    whole = end + 4 + body;
  }
};

struct LoadClient {
  int socket = -1;
  std::string received;
  Clock::time_point asked;
};

class Run {
 public:
  explicit Run(const LoadPlan& plan) : plan_(plan), request_(request_text(plan)) {}

  LoadResult run() {
    epoll_ = epoll_create1(EPOLL_CLOEXEC);
    clients_.resize(static_cast<std::size_t>(plan_.clients));
    begin_ = Clock::now();
    for (LoadClient& client : clients_) open(client);
    const auto end = begin_ + std::chrono::duration_cast<Clock::duration>(
                                  std::chrono::duration<double>(plan_.seconds));
    epoll_event events[256];
    while (Clock::now() < end) {
      const int ready = epoll_wait(epoll_, events, 256, 100);
      for (int i = 0; i < ready; ++i) take(*static_cast<LoadClient*>(events[i].data.ptr));
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - begin_).count();
    for (const LoadClient& client : clients_) close(client.socket);
    close(epoll_);
    result_.per_second = static_cast<double>(result_.answers) / seconds;
    result_.p50_ms = percentile(waits_, 0.5);
    result_.p99_ms = percentile(waits_, 0.99);
    return result_;
  }

 private:
  void open(LoadClient& client) {
    client.socket = connect_to(plan_.port);
    client.received.clear();
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = &client;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, client.socket, &event);
    ask(client);
  }
  void ask(LoadClient& client) {
    const std::string fresh = plan_.request ? plan_.request() : std::string();
    const std::string& text = plan_.request ? fresh : request_;
    client.asked = Clock::now();
    const auto sent = send(client.socket, text.data(), text.size(), MSG_NOSIGNAL);
    if (sent != static_cast<ssize_t>(text.size())) ++result_.failures;
  }
  void take(LoadClient& client) {
    char buffer[65536];
    const ssize_t n = recv(client.socket, buffer, sizeof buffer, 0);
    if (n <= 0) {
      ++result_.failures;
      close(client.socket);
      open(client);
      return;
    }
    client.received.append(buffer, static_cast<std::size_t>(n));
    Answer answer;
    answer.look(client.received);
    if (answer.whole == 0 || client.received.size() < answer.whole) return;
    const bool good = answer.status == 200 || answer.status == 304;
    ++(good ? result_.answers : result_.failures);
    result_.status = answer.status;
    result_.body_bytes = answer.body;
    waits_.push_back(
        std::chrono::duration<double, std::milli>(Clock::now() - client.asked).count());
    client.received.clear();
    ask(client);
  }

  const LoadPlan& plan_;
  const std::string request_;
  int epoll_ = -1;
  Clock::time_point begin_;
  std::vector<LoadClient> clients_;
  std::vector<double> waits_;
  LoadResult result_;
};

}  // namespace

LoadResult run_load(const LoadPlan& plan) {
  return Run(plan).run();
}

IdleConnections::IdleConnections(int port, int count) {
  const std::string ask = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  for (int i = 0; i < count; ++i) {
    const int s = connect_to(port);
    if (s < 0) continue;
    send(s, ask.data(), ask.size(), MSG_NOSIGNAL);
    char buffer[4096];
    if (recv(s, buffer, sizeof buffer, 0) > 0) sockets_.push_back(s);
  }
}
IdleConnections::~IdleConnections() {
  for (const int s : sockets_) close(s);
}
int IdleConnections::open() const {
  int open = 0;
  for (const int s : sockets_) {
    char byte = 0;
    const ssize_t n = recv(s, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    open += n > 0 || (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK));
  }
  return open;
}

}  // namespace shanzhi::bench
