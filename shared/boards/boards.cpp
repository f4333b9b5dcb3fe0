// Standard competition ranking, and the distance to the next better place.
#include "shared/boards/boards.h"

#include <algorithm>

namespace shanzhi::boards {

std::vector<Ranked> rank_standings(std::vector<Standing> standings) {
  std::stable_sort(standings.begin(), standings.end(),
                   [](const Standing& a, const Standing& b) { return a.value > b.value; });
  std::vector<Ranked> board;
  board.reserve(standings.size());
  for (const Standing& standing : standings) {
    const bool tied = !board.empty() && board.back().value == standing.value;
    const auto place = static_cast<std::int32_t>(board.size()) + 1;
    board.push_back({tied ? board.back().rank : place, standing.value, standing.subject});
  }
  return board;
}

Gap gap_of(const std::vector<Ranked>& board, std::size_t index) {
  if (index >= board.size()) return {};
  for (std::size_t i = index; i-- > 0;)
    if (board[i].rank < board[index].rank)
      return {board[i].value - board[index].value, board[i].rank};
  return {};
}

}  // namespace shanzhi::boards
