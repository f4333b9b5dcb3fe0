// Random values for property tests; the seed is Catch2's, so `--rng-seed N` repeats a failure.
#pragma once

#include <catch2/catch_get_random_seed.hpp>
#include <cstdint>
#include <random>

namespace shanzhi::tests {

class RandomNumbers {
 public:
  RandomNumbers() : engine_(Catch::getSeed()) {}

  std::uint64_t bits() { return engine_(); }
  /// Both ends included.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(bits() % static_cast<std::uint64_t>(high - low + 1));
  }
  double real(double low, double high) {
    return low + (high - low) * (static_cast<double>(bits() >> 11) / 9007199254740992.0);
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace shanzhi::tests
