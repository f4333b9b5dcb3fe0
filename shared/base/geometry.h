// Plane geometry on longitude and latitude, and the conversions between Chinese map datums.
#pragma once

#include <cstdint>
#include <vector>

namespace shanzhi::base {

/// Degrees, WGS 84 / CGCS2000 unless said otherwise: x is longitude, y latitude.
struct Point {
  double x = 0;
  double y = 0;
  bool operator==(const Point&) const = default;
};

/// A closed ring; the first point is not repeated at the end.
using Ring = std::vector<Point>;

/// An outer ring (counter-clockwise) and its holes (clockwise).
struct Polygon {
  Ring outer;
  std::vector<Ring> holes;
};

/// The outline of a place: one or more polygons. Empty when unknown.
using Outline = std::vector<Polygon>;

struct Box {
  Point low{1e9, 1e9};
  Point high{-1e9, -1e9};
  bool empty() const { return low.x > high.x; }
};

/// Signed area in square degrees; positive when counter-clockwise.
double signed_area(const Ring& ring);
/// Area in square metres on the sphere of radius 6 371 008.8 m, good to 1 % for a county.
double area_m2(const Outline& outline);
/// Centre of mass of the ring; of a degenerate ring, the mean of its points.
Point centroid(const Ring& ring);
/// A point certainly inside the outline, near its centre: where a label may stand.
Point label_point(const Outline& outline);
/// True when inside the outer ring and in no hole. Points on an edge may be either.
bool contains(const Polygon& polygon, Point p);
bool contains(const Outline& outline, Point p);
Box box_of(const Outline& outline);
/// Great-circle distance in metres.
double distance_m(Point a, Point b);
/// Douglas–Peucker; `tolerance` in degrees; keeps at least four points of a ring.
Ring simplify(const Ring& ring, double tolerance);
/// Ear clipping with holes bridged: triples of indices into the outer ring followed by the holes in
/// order. Concave and collinear rings are fine; a self-crossing ring gives what it can, and so do
/// holes that touch each other in closed chains.
std::vector<std::uint32_t> triangulate(const Polygon& polygon);
/// True when no two edges that are not neighbours cross.
bool simple(const Ring& ring);

/// The datum that a file declares its coordinates in.
enum class Datum : std::uint8_t { wgs84, gcj02, bd09 };
/// Converts into WGS 84; GCJ-02 is undone by iteration to under 1e-7 degrees (about a centimetre).
Point to_wgs84(Point p, Datum from);
Point gcj02_from_wgs84(Point p);
Point bd09_from_gcj02(Point p);

}  // namespace shanzhi::base
