// A small deterministic generator (SplitMix64, Steele et al. 2014): the same seed gives the same town
// on every platform, which the standard library's distributions do not promise.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/instant.h"

namespace shanzhi::demo {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }
  /// Uniform in [0, 1).
  double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  /// Uniform in [0, bound); bound > 0. The bias of the modulo is far below what a demonstration sees.
  std::int64_t below(std::int64_t bound) {
    return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(bound));
  }
  std::int64_t between(std::int64_t low, std::int64_t high) { return low + below(high - low + 1); }
  bool chance(double probability) { return unit() < probability; }

  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[static_cast<std::size_t>(below(static_cast<std::int64_t>(from.size())))];
  }
  /// Index by weight; the weights' sum must be positive.
  template <class Weights>
  std::size_t pick_weighted(const Weights& weights) {
    double sum = 0;
    for (double weight : weights) sum += weight;
    double left = unit() * sum;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      left -= weights[i];
      if (left < 0) return i;
    }
    return weights.size() - 1;
  }
  /// A version 7 identity made at that moment.
  base::Uuid uuid(base::Instant at) {
    std::array<std::uint8_t, 10> bytes{};
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      if (i % 8 == 0) bits = next();
      bytes[i] = static_cast<std::uint8_t>(bits >> (8 * (i % 8)));
    }
    return base::make_uuid7(at.unix_ms, bytes);
  }

 private:
  std::uint64_t state_;
};

/// A draw among n whose weights change rarely: prefix sums, one binary search a draw.
class WeightedDraw {
 public:
  void add(double weight) { sums_.push_back((sums_.empty() ? 0 : sums_.back()) + weight); }
  std::size_t size() const { return sums_.size(); }
  std::size_t draw(Random& random) const {
    const double at = random.unit() * sums_.back();
    std::size_t low = 0, high = sums_.size() - 1;
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (sums_[middle] > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

 private:
  std::vector<double> sums_;
};

}  // namespace shanzhi::demo
