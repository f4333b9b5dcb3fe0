// Counters of what was asked and how it went, as Prometheus text.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace shanzhi::http {

/// Thread-safe. Routes are those of the registry, "page", "file", "other".
class Metrics {
 public:
  Metrics();

  void count(std::string_view route, int status, std::chrono::nanoseconds took);
  void count_refused_connection() { ++refused_connections_; }

  struct Now {
    std::size_t connections = 0, idle = 0;
    std::int64_t position = 0;
  };
  std::string prometheus(const Now& now) const;

 private:
  static constexpr std::array<int, 10> kBucketsMs{1, 2, 5, 10, 25, 50, 100, 250, 1000, 5000};
  struct OfRoute {
    std::string name;
    std::array<std::atomic<std::uint64_t>, 5> by_class{};  ///< 1xx … 5xx
  };
  const OfRoute& find(std::string_view route) const;

  std::vector<std::unique_ptr<OfRoute>> routes_;
  std::array<std::atomic<std::uint64_t>, kBucketsMs.size() + 1> buckets_{};
  std::atomic<std::uint64_t> nanoseconds_{0}, refused_connections_{0};
  std::chrono::steady_clock::time_point started_;
};

}  // namespace shanzhi::http
