#include "shared/base/order.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>

using namespace shanzhi;

TEST_CASE("values of equal rank stay in the order they had") {
  for (const int count : {0, 1, 2, 3, 7, 64, 1000}) {
    std::vector<std::pair<int, int>> values;
    for (int i = 0; i < count; ++i) values.emplace_back(i * 7919 % 13, i);
    auto expected = values;
    const auto by_rank = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::stable_sort(expected.begin(), expected.end(), by_rank);
    base::put_in_order(values, by_rank);
    CHECK(values == expected);
  }
}

TEST_CASE("values that are moved arrive whole") {
  std::vector<std::string> words{"丙", "甲",
                                 "a longer text that does not fit into the string itself", ""};
  base::put_in_order(words);
  CHECK(words == std::vector<std::string>{
                     "", "a longer text that does not fit into the string itself", "丙", "甲"});
}
