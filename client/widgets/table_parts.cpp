// A table's header, its column chooser, its selection and keys, and its text for the clipboard.
#include "client/widgets/table_parts.h"

#include <algorithm>

#include "client/widgets/internal.h"

namespace shanzhi::widgets {
namespace table_parts {

void draw_box(Rect box, bool on, bool lit) {
  fill(box, on ? Color::jade : Color::raise, 3);
  if (on)
    icon(Icon::check, {box.x + 1, box.y + 1}, 14, Color::on_jade);
  else
    outline(box, lit ? Color::jade : Color::line2, 3);
}

namespace {

void select_all(TableState& state, const TableOptions& o, std::int64_t rows, TableEvent& event) {
  state.selected.clear();
  for (std::int64_t i = 0; i < rows; i++) state.selected.insert(i);
  remember_rows(state, o);
  event.selection_changed = true;
}

void draw_select_all(Rect r, TableState& state, const TableOptions& o, std::int64_t rows,
                     TableEvent& event) {
  const bool all = rows > 0 && static_cast<std::int64_t>(state.selected.size()) == rows;
  const Id id = make_id("all");
  const Touch t = touch(id, r);
  draw_box({r.x + edge(), r.y + 6, 16, 16}, all, t.hovered);
  begin_group(make_id("all cell"), Role::cell, {}, r);
  add_node(id, Role::checkbox, o.select_all_label, r, kFocusable | (all ? kChecked : 0u));
  end_group();
  if (!t.pressed) return;
  if (!all) return select_all(state, o, rows, event);
  state.selected.clear();
  remember_rows(state, o);
  event.selection_changed = true;
}

}  // namespace

void draw_head(Rect r, const std::vector<Column>& columns, const std::vector<Placed>& placed,
               TableState& state, const TableOptions& o, std::int64_t rows, TableEvent& event) {
  const Scope scope("head");
  begin_group(make_id("row"), Role::row, "", r, 0, 1);
  if (o.multi_select) draw_select_all({r.x, r.y, edge() + 24, r.h}, state, o, rows, event);
  for (const Placed& p : placed) {
    const Column& c = columns[static_cast<std::size_t>(p.index)];
    const bool sorted = state.sort_column == p.index;
    const Rect cell{p.x, r.y, p.w - cell_gap(c.align), r.h};
    const Id id = make_id(c.key.empty() ? c.title : c.key);
    const Touch t = c.sortable ? touch(id, cell) : Touch{};
    const TextStyle style{.size = Size::caption,
                          .color = sorted || t.hovered ? Color::t1 : Color::t3,
                          .weight = sorted ? Weight::semibold : Weight::regular,
                          .align = at_right(c.align) ? Align::right : c.align};
    const std::string words = sorted ? c.title + (state.descending ? " ↓" : " ↑") : c.title;
    const float lead = at_right(c.align) ? 14.f : 0.f;  // the arrow may use the gap before
    mute_text_in({cell.x - lead, cell.y, cell.w + lead, cell.h}, words, style);
    const std::uint32_t order = !sorted ? 0u : state.descending ? kSortDown : kSortUp;
    add_node(id, Role::column_header, c.title, cell, order | (c.sortable ? kFocusable : 0u));
    if (!t.pressed) continue;
    state.descending = sorted ? !state.descending : at_right(c.align);
    state.sort_column = p.index;
    event.sort_changed = true;
  }
  end_group();
  hairline_h(r.x + edge(), r.bottom() - 1, r.w - 2 * edge(), Color::line2);
}

void choose(TableState& state, const TableOptions& o, std::int64_t row, bool add, bool range,
            TableEvent& event) {
  state.current = row;
  if (o.multi_select && range && state.anchor >= 0) {
    state.selected.clear();
    for (std::int64_t i = std::min(state.anchor, row); i <= std::max(state.anchor, row); i++)
      state.selected.insert(i);
    remember_rows(state, o);
    event.selection_changed = true;
    return;
  }
  state.anchor = row;
  if (o.multi_select && add) {
    if (!state.selected.erase(row)) state.selected.insert(row);
    remember_rows(state, o);
    event.selection_changed = true;
    return;
  }
  event.opened = row;
}

namespace {

/// Where a key leads, or -1 when it is not a way to go.
std::int64_t destination(Key key, std::int64_t from, std::int64_t rows, int page) {
  const std::int64_t last_row = rows - 1;
  switch (key) {
    case Key::up: return std::max<std::int64_t>(0, from - 1);
    case Key::down: return std::min(last_row, from + 1);
    case Key::page_up: return std::max<std::int64_t>(0, from - page);
    case Key::page_down: return std::min(last_row, std::max<std::int64_t>(0, from) + page);
    case Key::home: return 0;
    case Key::end: return last_row;
    case Key::none:
    case Key::enter:
    case Key::escape:
    case Key::space:
    case Key::tab:
    case Key::left:
    case Key::right:
    case Key::del:
    case Key::backspace:
    case Key::letter: return -1;
  }
  return -1;
}

constexpr Key kWays[] = {Key::up, Key::down, Key::page_up, Key::page_down, Key::home, Key::end};

}  // namespace

void take_keys(Id grid, TableState& state, const TableOptions& o, std::int64_t rows, int page,
               const std::vector<Column>& columns, const RowFunction& fill, TableEvent& event) {
  if (rows <= 0) return;
  for (const Key key : kWays) {
    const bool shift = shift_pressed();
    if (!key_pressed(key)) continue;
    const std::int64_t to = destination(key, state.current, rows, std::max(1, page - 1));
    if (o.multi_select && shift) choose(state, o, to, false, true, event);
    state.current = event.moved_to = to;
    request_focus(grid);
  }
  if (state.current >= 0 && key_pressed(Key::enter)) event.opened = state.current;
  if (o.multi_select && state.current >= 0 && key_pressed(Key::space))
    choose(state, o, state.current, true, false, event);
  if (o.multi_select && character_pressed(U'a', true)) select_all(state, o, rows, event);
  if (character_pressed(U'c', true)) {
    copy_to_clipboard(table_as_text(columns, rows, fill, state));
    event.copied = true;
  }
}

}  // namespace table_parts

std::string table_as_text(const std::vector<Column>& columns, std::int64_t rows,
                          const RowFunction& fill, const TableState& state) {
  std::string out;
  const auto line = [&](auto&& word_of) {
    bool first = true;
    for (std::size_t i = 0; i < columns.size(); i++) {
      if (!table_parts::is_shown(columns, state, i)) continue;
      if (!first) out += '\t';
      first = false;
      std::string word = word_of(i);
      for (char& c : word)
        if (c == '\t' || c == '\n') c = ' ';
      out += word;
    }
    out += '\n';
  };
  line([&](std::size_t i) { return columns[i].title; });
  std::vector<Cell> cells;
  for (std::int64_t row = 0; row < rows; row++) {
    const bool wanted = state.selected.empty() ? true : state.selected.count(row) > 0;
    if (!wanted) continue;
    cells.assign(columns.size(), {});
    fill(row, cells);
    line([&](std::size_t i) { return cells[i].text; });
  }
  return out;
}

}  // namespace shanzhi::widgets
