// Where the map's values are cut into classes.
#include <catch2/catch_test_macros.hpp>

#include "client/widgets/classes.h"

using namespace shanzhi::widgets;

namespace {
std::vector<std::int64_t> counting(int n) {
  std::vector<std::int64_t> out;
  for (int i = 1; i <= n; i++) out.push_back(i);
  return out;
}
}  // namespace

TEST_CASE("quantile classes of seven keep the top rare") {
  const auto breaks = class_breaks(counting(100), 7, ClassMethod::quantile);
  REQUIRE(breaks == std::vector<std::int64_t>{17, 35, 53, 69, 83, 94});
}

TEST_CASE("equal classes part the span evenly") {
  const auto breaks = class_breaks({0, 3, 9, 22, 40, 100}, 5, ClassMethod::equal);
  REQUIRE(breaks == std::vector<std::int64_t>{20, 40, 60, 80});
}

TEST_CASE("natural breaks fall into the gaps") {
  const std::vector<std::int64_t> values{1, 2, 2, 3, 50, 51, 53, 200, 201};
  REQUIRE(class_breaks(values, 3, ClassMethod::natural) == std::vector<std::int64_t>{50, 200});
}

TEST_CASE("natural breaks have the least sum of squares of all cuts") {
  const std::vector<std::int64_t> v{1, 4, 5, 9, 10, 17, 18, 30};
  const auto squares = [&](std::size_t a, std::size_t b) {
    double mean = 0, sum = 0;
    for (std::size_t i = a; i < b; i++)
      mean += static_cast<double>(v[i]) / static_cast<double>(b - a);
    for (std::size_t i = a; i < b; i++)
      sum += (static_cast<double>(v[i]) - mean) * (static_cast<double>(v[i]) - mean);
    return sum;
  };
  double best = 1e18;
  std::vector<std::int64_t> best_cut;
  for (std::size_t a = 1; a + 1 < v.size(); a++)
    for (std::size_t b = a + 1; b < v.size(); b++) {
      const double cost = squares(0, a) + squares(a, b) + squares(b, v.size());
      if (cost < best) best = cost, best_cut = {v[a], v[b]};
    }
  REQUIRE(class_breaks(v, 3, ClassMethod::natural) == best_cut);
}

TEST_CASE("equal values make one class and never an empty one") {
  REQUIRE(class_breaks({5, 5, 5}, 7, ClassMethod::quantile).empty());
  REQUIRE(class_breaks({}, 7, ClassMethod::natural).empty());
  const auto few = class_breaks({0, 0, 0, 0, 0, 0, 0, 0, 1, 9}, 7, ClassMethod::quantile);
  REQUIRE(few == std::vector<std::int64_t>{1, 9});
}

TEST_CASE("a value on a bound belongs to the class above it") {
  const std::vector<std::int64_t> breaks{10, 20};
  REQUIRE(class_of(breaks, 9) == 0);
  REQUIRE(class_of(breaks, 10) == 1);
  REQUIRE(class_of(breaks, 25) == 2);
}
