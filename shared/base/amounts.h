// Strong 64-bit amounts. No floating point ever holds points, time or money.
#pragma once

#include <cstdint>

namespace shanzhi::base {

/// An integer amount of one unit; amounts of different units do not mix.
template <class Tag>
struct Amount {
  std::int64_t count = 0;

  bool operator==(const Amount&) const = default;
  bool operator<(const Amount& other) const { return count < other.count; }
  bool operator>(const Amount& other) const { return count > other.count; }
  bool operator<=(const Amount& other) const { return count <= other.count; }
  bool operator>=(const Amount& other) const { return count >= other.count; }
  Amount operator+(Amount other) const { return {count + other.count}; }
  Amount operator-(Amount other) const { return {count - other.count}; }
  Amount operator-() const { return {-count}; }
  Amount& operator+=(Amount other) {
    count += other.count;
    return *this;
  }
  Amount& operator-=(Amount other) {
    count -= other.count;
    return *this;
  }
};

/// Points in hundredths (centipoints): 1 point is Points{100}.
using Points = Amount<struct PointsTag>;
/// Time of service in whole minutes.
using Minutes = Amount<struct MinutesTag>;
/// Money in fen, a hundredth of a yuan.
using Fen = Amount<struct FenTag>;

inline constexpr std::int64_t kCentipointsPerPoint = 100;
/// Largest amount of one transfer: a million points. Far above any rule, far below overflow.
inline constexpr std::int64_t kTransferMax = 100'000'000;

}  // namespace shanzhi::base
