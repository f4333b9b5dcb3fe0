// The board of my grid, my village, the town, with my own line in view.
#pragma once

#include "client/screens/phone/frame.h"

namespace shanzhi::screens {

/// A place whose board can be looked at.
struct BoardPlace {
  std::string code, name;
};
/// The parameters of the board that the address means.
model::Parameters my_board_parameters(const Env& env, const std::vector<BoardPlace>& places);
Wish my_board(const Env& env, const model::Loaded<api::Board>& board,
              const std::vector<BoardPlace>& places, ui::Rect page);

}  // namespace shanzhi::screens
