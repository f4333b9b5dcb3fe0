// Standings: who leads whom in a place, over a period, by a measure; against another period; and what one
// of them reached before.
#pragma once

#include "client/screens/desk/list_tools.h"

namespace shanzhi::screens {

struct BoardsView {
  const model::Loaded<api::Board>& board;
  const model::Loaded<api::SubjectHistory>* history = nullptr;  ///< of the line that is open
};
struct BoardsForm {
  std::int64_t limit = 50;
  bool choosing = false;      ///< the filters are open, where they take the place of the board
  std::string date, date_of;  ///< as typed, and the address it was taken from
  std::string against, against_of;  ///< the same of the period compared with
  ui::TableState table;
  std::vector<ui::Column> columns;
  std::string columns_of;
  std::vector<std::size_t> order;
};
/// The query that the address means; limit from the form.
model::Parameters board_parameters(const Env& env, const BoardsForm& form);
/// The query of the open line's history.
model::Parameters history_parameters(const Env& env);
/// "2026年11月 · 家户 · 积分": what the board is, for its printed head.
std::string board_words(const Env& env);

Wish boards(const Env& env, const BoardsView& view, BoardsForm& form, ui::Rect page);

}  // namespace shanzhi::screens
