// Points of households and shops from spreadsheets: both cells or neither, in the declared datum.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/importing_town.h"

using namespace shanzhi;

namespace {

constexpr const char* kHead = "姓名,村,网格,户号,与户主关系,经度,纬度\n";
const std::string kGrid = ",370000001201,370000001201-G01,";

std::string row(const char* name, const char* number, const char* relation, const char* point) {
  return name + kGrid + number + "," + relation + "," + point + "\n";
}

std::string point_of(test::Town& town, const char* number) {
  return town.text(std::string("SELECT ifnull(round(longitude, 6) || ' ' || round(latitude, 6), '')"
                               " FROM household WHERE number = '") +
                   number + "'");
}

/// What is said of the only wrong cell.
api::ImportProblem problem(test::ImportingTown& town, const char* kind, const std::string& csv) {
  const auto report = town.import(kind, csv);
  REQUIRE(report);
  REQUIRE(report->problems.size() == 1);
  return report->problems.front();
}

}  // namespace

TEST_CASE("a household's point comes from the first of its rows that has one") {
  test::ImportingTown town;
  town.imported("roster", kHead + row("王新", "H-01", "户主", ",") +
                              row("王小新", "H-01", "儿子", "115.41,35.37") +
                              row("王幼新", "H-01", "女儿", "115.42,35.38") +
                              row("赵新", "H-02", "户主", ","));
  CHECK(point_of(town, "H-01") == "115.41 35.37");
  CHECK(point_of(town, "H-02") == "");
  town.imported("roster", kHead + row("王新", "H-01", "户主", ",") +
                              row("赵新", "H-02", "户主", "115.43,35.39"));
  CHECK(point_of(town, "H-01") == "115.41 35.37");  // an empty cell takes nothing away
  CHECK(point_of(town, "H-02") == "115.43 35.39");
}

TEST_CASE("half a point and a point beyond China are refused at their cell") {
  test::ImportingTown town;
  const auto half = problem(town, "roster", kHead + row("王新", "H-01", "户主", "115.41,"));
  CHECK(half.column == "纬度");
  CHECK(half.reason == "请填写纬度");
  const auto exchanged =
      problem(town, "roster", kHead + row("王新", "H-01", "户主", "115.41,115.41"));
  CHECK(exchanged.column == "纬度");
  CHECK(exchanged.reason == "纬度应为 3 至 54 度");
  const auto shop =
      problem(town, "merchants", "商户名称,村,经度,纬度\n便民超市,370000001201,,35.37\n");
  CHECK(shop.column == "经度");
  CHECK(town.number("SELECT count(*) FROM merchant WHERE name = '便民超市'") == 0);
}

TEST_CASE("points are taken in the datum that the file declares, of households and of shops") {
  const base::Point here{115.41, 35.37};
  const base::Point there = base::bd09_from_gcj02(base::gcj02_from_wgs84(here));
  const std::string cells = std::to_string(there.x) + "," + std::to_string(there.y);
  test::ImportingTown town;
  town.imported("roster", kHead + row("王新", "H-01", "户主", cells.c_str()), base::Datum::bd09);
  town.imported("merchants", "商户名称,村,经度,纬度\n便民超市,370000001201," + cells + "\n",
                base::Datum::bd09);
  const char* tables[] = {"household WHERE number = 'H-01'", "merchant WHERE name = '便民超市'"};
  for (const std::string table : tables) {
    INFO(table);
    CHECK(
        town.number("SELECT abs(longitude - 115.41) < 2e-6 AND abs(latitude - 35.37) < 2e-6 FROM " +
                    table) == 1);
  }
}
