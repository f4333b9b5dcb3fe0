#include "shared/boards/boards.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/unit/shared/random_numbers.h"

using namespace shanzhi::boards;

TEST_CASE("equal values share a rank and the next rank skips") {
  const auto board = rank_standings({{50, 0}, {80, 1}, {90, 2}, {80, 3}});
  REQUIRE(board.size() == 4);
  const std::int32_t ranks[] = {1, 2, 2, 4};
  const std::int32_t subjects[] = {2, 1, 3, 0};  // 1 before 3, as they came
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(board[i].rank == ranks[i]);
    CHECK(board[i].subject == subjects[i]);
  }
}

TEST_CASE("a rank is one more than the number of those who have more") {
  shanzhi::tests::RandomNumbers random;
  INFO("seed " << Catch::getSeed());
  for (int i = 0; i < 300; ++i) {
    std::vector<Standing> standings;
    const auto count = static_cast<std::int32_t>(random.between(0, 40));
    for (std::int32_t subject = 0; subject < count; ++subject)
      standings.push_back({random.between(-3, 8), subject});
    const auto board = rank_standings(standings);
    REQUIRE(board.size() == standings.size());
    for (std::size_t at = 0; at < board.size(); ++at) {
      const Ranked& row = board[at];
      REQUIRE(standings[static_cast<std::size_t>(row.subject)].value == row.value);
      const auto better = std::count_if(standings.begin(), standings.end(),
                                        [&](const Standing& s) { return s.value > row.value; });
      REQUIRE(row.rank == better + 1);
      REQUIRE((at == 0 || board[at - 1].value > row.value ||
               (board[at - 1].value == row.value && board[at - 1].subject < row.subject)));
    }
  }
}

TEST_CASE("the gap leads to the next better rank, past those who are level") {
  const auto board = rank_standings({{90, 0}, {80, 1}, {80, 2}, {50, 3}, {50, 4}});
  CHECK(gap_of(board, 0).next_rank == 0);
  CHECK(gap_of(board, 0).to_next == 0);
  CHECK(gap_of(board, 2).to_next == 10);
  CHECK(gap_of(board, 2).next_rank == 1);
  CHECK(gap_of(board, 4).to_next == 30);
  CHECK(gap_of(board, 4).next_rank == 2);
}

TEST_CASE("whoever is level with the first, and whoever is not on the board, has no gap") {
  const auto board = rank_standings({{90, 0}, {90, 1}});
  CHECK(gap_of(board, 1).next_rank == 0);
  CHECK(gap_of(board, 7).next_rank == 0);
  CHECK(gap_of({}, 0).to_next == 0);
}
