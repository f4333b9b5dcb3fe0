// Token buckets by address.
#include "server/http/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace shanzhi::http {

std::int64_t RateLimit::take(const std::string& key, TimePoint now) {
  if (per_second_ <= 0) return 0;
  std::lock_guard lock(mutex_);
  if (buckets_.size() >= kBucketsMax) drop_full(now);
  const auto [found, fresh] = buckets_.try_emplace(key, Bucket{burst_, now});
  Bucket& bucket = found->second;
  const double passed = std::chrono::duration<double>(now - bucket.at).count();
  bucket.tokens = std::min(burst_, bucket.tokens + std::max(0.0, passed) * per_second_);
  bucket.at = now;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return 0;
  }
  return std::max<std::int64_t>(
      1, static_cast<std::int64_t>(std::ceil((1 - bucket.tokens) / per_second_)));
}

void RateLimit::drop_full(TimePoint now) {
  std::erase_if(buckets_, [&](const auto& one) {
    const double passed = std::chrono::duration<double>(now - one.second.at).count();
    return one.second.tokens + passed * per_second_ >= burst_;
  });
  // Still full: a flood from very many addresses. Forgetting them is the lesser harm to memory.
  if (buckets_.size() >= kBucketsMax) buckets_.clear();
}

}  // namespace shanzhi::http
