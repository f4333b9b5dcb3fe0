// Outlines as GeoJSON: what is written reads back, what is not a geometry is refused.
#include <cmath>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "shared/places/geojson.h"

namespace {

using shanzhi::base::ErrorCode;
using shanzhi::base::Outline;
using shanzhi::places::parse_geometry;
using shanzhi::places::write_geometry;

const std::string kSquare = R"([[115.3,35.2],[115.4,35.2],[115.4,35.3],[115.3,35.3],[115.3,35.2]])";
const std::string kHole =
    R"([[115.32,35.22],[115.32,35.24],[115.34,35.24],[115.34,35.22],[115.32,35.22]])";

std::string polygon(const std::string& rings) {
  return R"({"type":"Polygon","coordinates":[)" + rings + "]}";
}

ErrorCode refusal(const std::string& json) {
  const auto read = parse_geometry(json);
  CHECK_FALSE(read.ok());
  return read.ok() ? ErrorCode::internal : read.error().code;
}

TEST_CASE("a polygon with a hole reads and is written as it was") {
  const std::string json = polygon(kSquare + "," + kHole);
  const auto read = parse_geometry(json);
  REQUIRE(read.ok());
  REQUIRE(read->size() == 1);
  CHECK((*read)[0].outer.size() == 4);
  REQUIRE((*read)[0].holes.size() == 1);
  CHECK(write_geometry(*read) == json);
}

TEST_CASE("several polygons are a MultiPolygon, in either order of members and with any spaces") {
  const auto read =
      parse_geometry(" {\n\"coordinates\" : [[" + kSquare + "],[" + kHole +
                     "]] , \"bbox\":[115.3,35.2,115.4,35.3],\"type\":\"MultiPolygon\"} ");
  REQUIRE(read.ok());
  CHECK(read->size() == 2);
  const auto again = parse_geometry(write_geometry(*read));
  REQUIRE(again.ok());
  CHECK(again->size() == 2);
}

TEST_CASE("outer rings come out counter-clockwise and holes clockwise, however they were drawn") {
  const std::string turned =
      R"([[115.3,35.2],[115.3,35.3],[115.4,35.3],[115.4,35.2],[115.3,35.2]])";
  const auto read = parse_geometry(polygon(turned + "," + turned));
  REQUIRE(read.ok());
  CHECK(shanzhi::base::signed_area((*read)[0].outer) > 0);
  CHECK(shanzhi::base::signed_area((*read)[0].holes[0]) < 0);
}

TEST_CASE("written degrees keep seven decimals, either sign, and drop zeros at the end") {
  const Outline outline{{{{-0.00000012, 1.5}, {2, 1.5}, {2, -0.25}}, {}}};
  const auto json = write_geometry(outline);
  CHECK(
      json ==
      R"({"type":"Polygon","coordinates":[[[-0.0000001,1.5],[2,1.5],[2,-0.25],[-0.0000001,1.5]]]})");
  CHECK(write_geometry({}).empty());
}

TEST_CASE("heights are dropped and exponents understood") {
  const auto read = parse_geometry(
      polygon(R"([[1.153e2,35.2,48],[115.4,35.2,48],[115.4,35.3,48],[115.3,35.2,48]])"));
  REQUIRE(read.ok());
  CHECK(std::fabs((*read)[0].outer[0].x - 115.3) < 1e-12);
}

TEST_CASE("what is not a polygon is malformed") {
  for (const std::string& json : {
           std::string(),
           std::string("null"),
           std::string("{}"),
           std::string("[]"),
           std::string(R"({"type":"Point","coordinates":[115.3,35.2]})"),
           std::string(R"({"type":"Polygon"})"),
           std::string(R"({"type":"Polygon","coordinates":[]})"),
           polygon("[[1,2],[3,4],[1,2]]"),                // two corners
           polygon("[[1,2],[3,4],[5,7],[6,7]]"),          // open
           polygon("[[1],[3,4],[5,7],[1]]"),              // half a position
           polygon("[[1,2,3,4],[3,4],[5,7],[1,2,3,4]]"),  // four numbers
           polygon("[[01,2],[3,4],[5,7],[1,2]]"),         // not JSON's numbers
           polygon("[[1.,2],[3,4],[5,7],[1,2]]"),
           polygon("[[+1,2],[3,4],[5,7],[1,2]]"),
           polygon("[[NaN,2],[3,4],[5,7],[NaN,2]]"),
           polygon("[[1,2],[3,4],[5,7],[1,2],]"),
           polygon(kSquare) + "x",
           R"({"type":"Polygon","type":"Polygon","coordinates":[)" + kSquare + "]}",
           R"({"type":"Polygon","coordinates":[)" + kSquare + R"(],"properties":{}})",
           R"({"type":"MultiPolygon","coordinates":[)" + kSquare + "]}",
       }) {
    INFO(json);
    CHECK(refusal(json) == ErrorCode::malformed);
  }
}

TEST_CASE("no longitude past 180 and no latitude past 90") {
  CHECK(refusal(polygon("[[181,2],[3,4],[5,7],[181,2]]")) == ErrorCode::out_of_range);
  CHECK(refusal(polygon("[[1,90.5],[3,4],[5,7],[1,90.5]]")) == ErrorCode::out_of_range);
  CHECK(refusal(polygon("[[1e999,2],[3,4],[5,7],[1e999,2]]")) == ErrorCode::out_of_range);
}

TEST_CASE("nesting without end is refused before it is followed") {
  CHECK(refusal(R"({"type":"Polygon","coordinates":)" + std::string(100'000, '[')) ==
        ErrorCode::malformed);
}

TEST_CASE("more points than an outline may have are too many") {
  std::string ring = "[[1,2]";
  for (std::size_t i = 0; i < shanzhi::places::kOutlinePointsMax; ++i) ring += ",[1,3]";
  CHECK(refusal(polygon(ring + ",[1,2]]")) == ErrorCode::too_large);
}

}  // namespace
