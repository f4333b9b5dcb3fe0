// The obfuscated datums of Chinese map services. China publishes no formula: GCJ-02 is the one known
// since 2010 from "eviltransform" (Krassovsky 1940 ellipsoid), BD-09 the one known from Baidu's own
// scripts. Both agree with the services' conversion interfaces to about a metre.
#include <cmath>
#include <numbers>

#include "shared/base/geometry.h"

namespace shanzhi::base {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kSemiMajor_m = 6378245.0;
constexpr double kEccentricitySquared = 0.00669342162296594323;
constexpr double kBaiduTurn = kPi * 3000.0 / 180.0;
/// Each round gains about four digits; the bound only matters for points at the frame's edge.
constexpr int kRoundsMax = 30;
constexpr double kExact_deg = 1e-12;

/// Outside this frame the services leave coordinates as they are.
bool outside_frame(Point p) {
  return p.x < 72.004 || p.x > 137.8347 || p.y < 0.8293 || p.y > 55.8271;
}

double waves(double a, double first, double b, double second) {
  return (a * std::sin(first * kPi) + b * std::sin(second * kPi)) * 2 / 3;
}

double shift_x(double x, double y) {
  return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x)) +
         waves(20, 6 * x, 20, 2 * x) + waves(20, x, 40, x / 3) + waves(150, x / 12, 300, x / 30);
}

double shift_y(double x, double y) {
  return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x)) +
         waves(20, 6 * x, 20, 2 * x) + waves(20, y, 40, y / 3) + waves(160, y / 12, 320, y / 30);
}

/// Finds p with forward(p) = target, for a forward that moves points by little and smoothly.
template <class Forward>
Point undo(Forward forward, Point target) {
  Point guess = target;
  for (int round = 0; round < kRoundsMax; ++round) {
    const Point there = forward(guess);
    const double dx = there.x - target.x;
    const double dy = there.y - target.y;
    guess = {guess.x - dx, guess.y - dy};
    if (std::abs(dx) < kExact_deg && std::abs(dy) < kExact_deg) break;
  }
  return guess;
}

}  // namespace

Point gcj02_from_wgs84(Point p) {
  if (outside_frame(p)) return p;
  const double latitude = p.y * kPi / 180;
  const double sine = std::sin(latitude);
  const double magic = 1 - kEccentricitySquared * sine * sine;
  const double root = std::sqrt(magic);
  const double metres_north = kSemiMajor_m * (1 - kEccentricitySquared) / (magic * root);
  const double metres_east = kSemiMajor_m / root * std::cos(latitude);
  const double dx = shift_x(p.x - 105, p.y - 35) * 180 / (metres_east * kPi);
  const double dy = shift_y(p.x - 105, p.y - 35) * 180 / (metres_north * kPi);
  return {p.x + dx, p.y + dy};
}

Point bd09_from_gcj02(Point p) {
  const double radius = std::hypot(p.x, p.y) + 0.00002 * std::sin(p.y * kBaiduTurn);
  const double angle = std::atan2(p.y, p.x) + 0.000003 * std::cos(p.x * kBaiduTurn);
  return {radius * std::cos(angle) + 0.0065, radius * std::sin(angle) + 0.006};
}

Point to_wgs84(Point p, Datum from) {
  switch (from) {
    case Datum::wgs84: return p;
    case Datum::bd09: return to_wgs84(undo(bd09_from_gcj02, p), Datum::gcj02);
    case Datum::gcj02: break;
  }
  return outside_frame(p) ? p : undo(gcj02_from_wgs84, p);
}

}  // namespace shanzhi::base
