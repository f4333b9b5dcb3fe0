// Reading and writing one socket under deadlines.
#include "server/http/connection_stream.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>

namespace shanzhi::http {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kBufferBytes = 16 * 1024;
/// The library refuses longer lines and more of them as malformed; here they have their own answer.
constexpr std::int64_t kHeaderLineBytesMax = 8 * 1024;
constexpr std::int64_t kHeaderLinesMax = 100;
/// A busy caller's next request comes within this.
constexpr timeval kSoon{0, 5000};
constexpr int kLingerMs = 1000;
constexpr std::size_t kLingerBytesMax = 4 << 20;

thread_local ConnectionStream* current_stream = nullptr;

int ms_until(Clock::time_point deadline) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
  return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 3'600'000));
}

bool wait_for(int socket, short events, int timeout_ms) {
  pollfd one{socket, events, 0};
  int ready;
  do {
    ready = ::poll(&one, 1, timeout_ms);
  } while (ready < 0 && errno == EINTR);
  return ready > 0;
}

void name_of(const sockaddr_storage& address, socklen_t length, std::string& ip, int& port) {
  char host[NI_MAXHOST] = "", service[NI_MAXSERV] = "";
  if (::getnameinfo(reinterpret_cast<const sockaddr*>(&address), length, host, sizeof host, service,
                    sizeof service, NI_NUMERICHOST | NI_NUMERICSERV) != 0)
    return;
  ip = host;
  // An IPv4 caller on an IPv6 socket is the same caller.
  if (ip.rfind("::ffff:", 0) == 0 && ip.find('.') != std::string::npos) ip.erase(0, 7);
  port = std::atoi(service);
}

}  // namespace

void peer_of(int socket, std::string& address, int& port) {
  sockaddr_storage peer{};
  socklen_t length = sizeof peer;
  if (::getpeername(socket, reinterpret_cast<sockaddr*>(&peer), &length) == 0)
    name_of(peer, length, address, port);
}

ConnectionStream::ConnectionStream(int socket, const StreamLimits& limits)
    : socket_(socket),
      limits_(limits),
      // Not cleared: of thousands that wait, most hold a page of it and not four.
      buffer_(std::make_unique_for_overwrite<char[]>(kBufferBytes)) {
  current_stream = this;
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &kSoon, sizeof kSoon);  // of receive_soon alone
}

ConnectionStream::~ConnectionStream() {
  current_stream = nullptr;
}

ConnectionStream* ConnectionStream::current() {
  return current_stream;
}

bool ConnectionStream::receive_soon() {
  const auto n = ::recv(socket_, buffer_.get(), kBufferBytes, 0);
  begin_ = 0;
  end_ = n > 0 ? static_cast<std::size_t>(n) : 0;
  return n > 0;
}

void ConnectionStream::begin_request() {
  started_ = Clock::now();
  deadline_ = started_ + std::chrono::seconds(limits_.header_s);
  header_bytes_ = line_bytes_ = lines_ = 0;
  in_headers_ = true;
  body_ended_ = abandoned_ = answered_ = false;
  refusal_ = Refusal::none;
  route.clear();
}

void ConnectionStream::begin_body(std::int64_t deadline_s) {
  in_headers_ = false;
  deadline_ = started_ + std::chrono::seconds(deadline_s);
}

void ConnectionStream::abandon_body() {
  body_ended_ = abandoned_ = close_ = true;
}

void ConnectionStream::linger() {
  if (!abandoned_ && refusal_ == Refusal::none) return;
  ::shutdown(socket_, SHUT_WR);
  const auto until = Clock::now() + std::chrono::milliseconds(kLingerMs);
  std::size_t taken = 0;
  while (taken < kLingerBytesMax && wait_for(socket_, POLLIN, ms_until(until))) {
    const auto n = ::recv(socket_, buffer_.get(), kBufferBytes, MSG_DONTWAIT);
    if (n <= 0) break;
    taken += static_cast<std::size_t>(n);
  }
}

bool ConnectionStream::is_readable() const {
  return !body_ended_ && begin_ < end_;
}

bool ConnectionStream::wait_readable() const {
  return is_readable() || wait_for(socket_, POLLIN, ms_until(deadline_));
}

bool ConnectionStream::wait_writable() const {
  return wait_for(socket_, POLLOUT, ms_until(deadline_));
}

bool ConnectionStream::header_byte_allowed(char byte) {
  ++line_bytes_;
  if (++header_bytes_ > limits_.header_bytes_max) return false;
  if (lines_ > 0 && line_bytes_ > kHeaderLineBytesMax) return false;
  if (byte == '\n') {
    line_bytes_ = 0;
    if (++lines_ > kHeaderLinesMax + 1) return false;
  }
  return true;
}

bool ConnectionStream::fill() {
  ssize_t n;
  do {
    n = ::recv(socket_, buffer_.get(), kBufferBytes, MSG_DONTWAIT);
    // Mostly it is there already: waiting first would be a second call for nothing.
    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
      if (!wait_for(socket_, POLLIN, ms_until(deadline_))) {
        refusal_ = Refusal::too_slow;
        error_ = httplib::Error::Timeout;
        return false;
      }
      errno = EINTR;
    }
  } while (n < 0 && errno == EINTR);
  begin_ = 0;
  end_ = n > 0 ? static_cast<std::size_t>(n) : 0;
  if (n == 0) error_ = httplib::Error::ConnectionClosed;
  if (n < 0) error_ = httplib::Error::Read;
  return n > 0;
}

ssize_t ConnectionStream::read(char* ptr, size_t size) {
  if (body_ended_ || size == 0) return 0;
  if (refusal_ != Refusal::none) return -1;
  if (begin_ == end_ && !fill()) return error_ == httplib::Error::ConnectionClosed ? 0 : -1;
  const std::size_t n = std::min(size, end_ - begin_);
  if (in_headers_) {
    for (std::size_t i = 0; i < n; ++i) {
      if (header_byte_allowed(buffer_[begin_ + i])) continue;
      refusal_ = Refusal::headers_too_large;
      return -1;
    }
  }
  std::copy_n(buffer_.get() + begin_, n, ptr);
  begin_ += n;
  return static_cast<ssize_t>(n);
}

ssize_t ConnectionStream::write(const char* ptr, size_t size) {
  if (!answered_) {
    answered_ = true;
    deadline_ = Clock::now() + std::chrono::seconds(limits_.answer_s);
  }
  ssize_t n;
  do {
    n = ::send(socket_, ptr, size, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
      if (!wait_for(socket_, POLLOUT, ms_until(deadline_))) return -1;
      errno = EINTR;
    }
  } while (n < 0 && errno == EINTR);
  return n;
}

void ConnectionStream::get_remote_ip_and_port(std::string& ip, int& port) const {
  peer_of(socket_, ip, port);
}

void ConnectionStream::get_local_ip_and_port(std::string& ip, int& port) const {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  if (::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length) == 0)
    name_of(address, length, ip, port);
}

time_t ConnectionStream::duration() const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - started_).count();
}

}  // namespace shanzhi::http
