// Standings: who leads whom in a place, over a period, by a measure; and where one stands oneself.
#pragma once

#include "client/screens/parts.h"

namespace shanzhi::screens {

struct BoardsView {
  const model::Loaded<api::Board>& board;
};
struct BoardsForm {
  std::int64_t limit = 50;
};
/// The query that the address means; limit from the form.
model::Parameters board_parameters(const Env& env, const BoardsForm& form);

Wish boards(const Env& env, const BoardsView& view, BoardsForm& form, ui::Rect page);

}  // namespace shanzhi::screens
