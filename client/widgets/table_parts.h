// The parts of a table that stand in files of their own. Not included by screens.
#pragma once

#include <vector>

#include "client/widgets/table.h"

namespace shanzhi::widgets::table_parts {

/// From the table's edge to the first text: the page margin.
inline float edge() {
  return screen().w < 720 ? 16.f : 24.f;
}
/// A number at the right must not touch the words that follow it.
inline bool at_right(Align align) {
  return align == Align::right || align == Align::decimal;
}
inline float cell_gap(Align align) {
  return at_right(align) ? 22.f : 12.f;
}

struct Placed {
  int index = 0;
  float x = 0, w = 0;
};
std::vector<Placed> place_columns(const std::vector<Column>& columns, const TableState& state,
                                  Rect r, float lead, float tail);
bool is_shown(const std::vector<Column>& columns, const TableState& state, std::size_t i);

/// A check box drawn, without its node.
void draw_box(Rect box, bool on, bool lit);
void draw_head(Rect r, const std::vector<Column>& columns, const std::vector<Placed>& placed,
               TableState& state, const TableOptions& o, std::int64_t rows, TableEvent& event);
/// Takes over what was chosen on this device before, once a name.
void recall_choice(TableState& state, const TableOptions& o);
/// Keeps the selection with its rows when they have changed places.
void follow_rows(TableState& state, const TableOptions& o, std::int64_t rows);
/// To be called after every change of `selected`.
void remember_rows(TableState& state, const TableOptions& o);
void draw_chooser(Rect head, std::vector<Column>& columns, TableState& state, const TableOptions& o,
                  TableEvent& event);
/// The line below: what is selected and what can be done with it, else the caller's words.
void draw_foot(Rect r, TableState& state, const TableOptions& o, std::int64_t rows,
               const std::vector<Column>& columns, const RowFunction& fill, TableEvent& event);
/// A row was pressed: opened, or (with `add` or `range`) selected.
void choose(TableState& state, const TableOptions& o, std::int64_t row, bool add, bool range,
            TableEvent& event);
/// Up, down, page, home, end, space, enter, ctrl+A, ctrl+C.
void take_keys(Id grid, TableState& state, const TableOptions& o, std::int64_t rows, int page,
               const std::vector<Column>& columns, const RowFunction& fill, TableEvent& event);

}  // namespace shanzhi::widgets::table_parts
