// Many keep-alive clients asking for the same thing, from one thread: what a server answers in a second,
// and how long the slowest wait.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace shanzhi::bench {

struct LoadPlan {
  int port = 0;
  std::string path;
  std::vector<std::string> headers;  ///< "Cookie: …"
  int clients = 64;
  double seconds = 2;
  std::function<std::string()> request;  ///< a whole new request each time, instead of `path`
};
struct LoadResult {
  double per_second = 0;
  double p50_ms = 0, p99_ms = 0;
  long answers = 0, failures = 0;  ///< a status other than 200 or 304, or a closed connection
  int status = 0;                  ///< of the last answer
  std::size_t body_bytes = 0;      ///< of the last answer
};
/// Each client asks again as soon as it has its answer.
LoadResult run_load(const LoadPlan& plan);

/// Connections that ask once and then keep quiet, until this goes.
class IdleConnections {
 public:
  IdleConnections(int port, int count);
  ~IdleConnections();
  IdleConnections(const IdleConnections&) = delete;
  IdleConnections& operator=(const IdleConnections&) = delete;
  /// How many of them the server still holds open.
  int open() const;

 private:
  std::vector<int> sockets_;
};

}  // namespace shanzhi::bench
