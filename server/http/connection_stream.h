// One connection's bytes with whole-request deadlines and a bound on headers. The library's own
// stream starts its time-out anew with every byte, so a slow caller could hold a thread for hours.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include <httplib.h>

namespace shanzhi::http {

/// Why reading was stopped from this side.
enum class Refusal : std::uint8_t { none, headers_too_large, too_slow };

struct StreamLimits {
  std::int64_t header_bytes_max = 0;
  std::int64_t header_s = 0, request_s = 0, answer_s = 0;
};

/// Who is at the other end; unchanged when the socket cannot tell.
void peer_of(int socket, std::string& address, int& port);

/// Phases of one request: waiting → headers → body → answer. Not thread-safe: one thread owns it.
class ConnectionStream final : public httplib::Stream {
 public:
  ConnectionStream(int socket, const StreamLimits& limits);
  ~ConnectionStream() override;
  ConnectionStream(const ConnectionStream&) = delete;
  ConnectionStream& operator=(const ConnectionStream&) = delete;

  /// The stream whose request this thread is serving; nullptr outside of one.
  static ConnectionStream* current();

  /// Bytes of a next request that came with the one before.
  bool has_buffered() const { return begin_ < end_; }
  /// Waits some milliseconds for the next request's first bytes and takes them in the same call: a busy
  /// caller needs no entry in the register. False when none came, also at the connection's end.
  bool receive_soon();
  void begin_request();
  /// Headers are read; the body has until `deadline_s` after the request's beginning.
  void begin_body(std::int64_t deadline_s);
  /// There is no body, or what is left of it is not wanted: reading ends here.
  void end_body() { body_ended_ = true; }
  /// The rest of the body is left unread on purpose: close gently (see linger).
  void abandon_body();
  /// Gives the caller a moment to read the answer before the close would tear it.
  void linger();

  Refusal refusal() const { return refusal_; }
  bool answered() const { return answered_; }
  void close_after_answer() { close_ = true; }
  bool closes() const { return close_; }
  std::chrono::steady_clock::time_point started() const { return started_; }

  /// For the counters: which route this request is; set when it is known.
  std::string route;
  std::uint64_t number = 0;

  bool is_readable() const override;
  bool wait_readable() const override;
  bool wait_writable() const override;
  ssize_t read(char* ptr, size_t size) override;
  ssize_t write(const char* ptr, size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return socket_; }
  time_t duration() const override;

 private:
  bool header_byte_allowed(char byte);
  bool fill();

  int socket_;
  StreamLimits limits_;
  std::unique_ptr<char[]> buffer_;
  std::size_t begin_ = 0, end_ = 0;
  std::chrono::steady_clock::time_point started_, deadline_;
  std::int64_t header_bytes_ = 0, line_bytes_ = 0, lines_ = 0;
  bool in_headers_ = true, body_ended_ = false, abandoned_ = false;
  bool answered_ = false, close_ = false;
  Refusal refusal_ = Refusal::none;
};

}  // namespace shanzhi::http
