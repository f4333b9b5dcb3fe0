// The outline of a place as a GeoJSON geometry (RFC 7946): a strict little reader, and its writer.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/geometry.h"
#include "shared/base/result.h"

namespace shanzhi::places {

/// Most points of one geometry; a county's boundary at full detail has some ten thousand.
inline constexpr std::size_t kOutlinePointsMax = 200'000;

/// Reads a Polygon or MultiPolygon, WGS 84. Members other than type, coordinates and bbox are
/// refused; a third number of a position (height) is dropped; rings are turned as RFC 7946 wants
/// them, the closing point is taken off. Errors: malformed (not such a geometry, an open ring, a ring
/// of fewer than three points), out_of_range (no such longitude or latitude), too_large.
base::Result<base::Outline> parse_geometry(std::string_view json);

/// Compact GeoJSON with at most seven decimals (a centimetre); "" for the empty outline. Reading it
/// gives the outline again, to that precision.
std::string write_geometry(const base::Outline& outline);

}  // namespace shanzhi::places
