// How often one address may ask: a token bucket each.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

namespace shanzhi::http {

/// Thread-safe. Each key has `burst` tokens that come back at `per_second`.
class RateLimit {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  /// `per_second` 0 or less means no limit.
  RateLimit(double per_second, double burst) : per_second_(per_second), burst_(burst) {}

  /// Takes one token. 0 when there was one, else the whole seconds until there is.
  std::int64_t take(const std::string& key, TimePoint now);

 private:
  struct Bucket {
    double tokens = 0;
    TimePoint at;
  };
  /// Full buckets say nothing: they are dropped when the table has grown to this.
  static constexpr std::size_t kBucketsMax = 20'000;
  void drop_full(TimePoint now);

  const double per_second_, burst_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace shanzhi::http
