// The board of my grid, my village, the town, with my own line in view.
#pragma once

#include "client/screens/phone/family.h"

namespace shanzhi::screens {

/// A place whose board can be looked at.
struct BoardPlace {
  std::string code, name;
};
/// The parameters of the board that the address means; `kin`: whose line is wanted, when not one's own.
model::Parameters my_board_parameters(const Env& env, const std::vector<BoardPlace>& places,
                                      const api::FamilyRow* kin);
Wish my_board(const Env& env, const model::Loaded<api::Board>& board,
              const std::vector<BoardPlace>& places, const api::FamilyRow* kin, ui::Rect page);

}  // namespace shanzhi::screens
