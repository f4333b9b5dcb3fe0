// Smooth pseudo-random fields (value noise): what makes straight Voronoi borders look like field paths.
#pragma once

#include <cmath>
#include <cstdint>

#include "shared/base/geometry.h"

namespace shanzhi::demo {

inline double lattice_value(int x, int y, std::uint32_t key) {
  std::uint32_t h = static_cast<std::uint32_t>(x) * 374761393u +
                    static_cast<std::uint32_t>(y) * 668265263u + key * 69069u;
  h = (h ^ (h >> 13)) * 1274126177u;
  return static_cast<double>(h ^ (h >> 16)) / 4294967296.0;
}

/// −0.5 … 0.5, wavelength 1.
inline double noise_at(double x, double y, std::uint32_t key) {
  const int xi = static_cast<int>(std::floor(x)), yi = static_cast<int>(std::floor(y));
  const double f = x - xi, g = y - yi;
  const double u = f * f * (3 - 2 * f), v = g * g * (3 - 2 * g);
  const double low = lattice_value(xi, yi, key) * (1 - u) + lattice_value(xi + 1, yi, key) * u;
  const double high =
      lattice_value(xi, yi + 1, key) * (1 - u) + lattice_value(xi + 1, yi + 1, key) * u;
  return low * (1 - v) + high * v - 0.5;
}

/// Moves a point of the 1000-wide drawing plane along a smooth field; neighbours stay neighbours.
inline base::Point warp(base::Point p, std::uint32_t key) {
  auto shift = [&](std::uint32_t k) {
    return 120 * noise_at(p.x / 430, p.y / 430, key + k + 4) +
           62 * noise_at(p.x / 190, p.y / 190, key + k) +
           30 * noise_at(p.x / 88, p.y / 88, key + k + 1) +
           11 * noise_at(p.x / 33, p.y / 33, key + k + 2) +
           4.5 * noise_at(p.x / 13, p.y / 13, key + k + 3);
  };
  return {p.x + shift(1), p.y + shift(11)};
}

}  // namespace shanzhi::demo
