// A table of any length: only the rows in sight are asked for and drawn, 100,000 scroll as easily as 20.
// Sorting and filtering are the caller's; the table says what was asked for.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "client/widgets/icon.h"
#include "client/widgets/layout.h"
#include "client/widgets/text.h"

namespace shanzhi::widgets {

struct Column {
  std::string key;  ///< stable, for keeping the choice of columns
  std::string title;
  float width = 80;           ///< px; 0 with grow > 0
  float grow = 0;             ///< share of what is left over
  Align align = Align::left;  ///< numbers right
  bool sortable = true;
  bool shown = true;
  bool fixed = false;  ///< cannot be hidden in the chooser
  int spare = 0;       ///< left out where there is no room for all, the higher the sooner
};

/// One cell as the caller fills it. The text must live until the row function returns again.
struct Cell {
  std::string text;
  Color color = Color::t1;
  Weight weight = Weight::regular;
  Size size = Size::body;
  std::string tag = {};  ///< drawn as a small tag after the text
  Icon icon = Icon::none;
};

/// What a table remembers between frames; the screen keeps it.
struct TableState {
  int sort_column = -1;
  bool descending = true;
  std::int64_t current = -1;                  ///< the row with the keyboard, or opened; -1: none
  std::int64_t anchor = -1;                   ///< where a shift selection began
  std::unordered_set<std::int64_t> selected;  ///< row numbers
  std::map<std::string, bool> chosen;         ///< columns by key, where the person's choice differs
  bool chooser_open = false;
  float scroll_y = 0;
  std::string kept_as;                          ///< under which name `chosen` was read
  std::int64_t revision = 0;                    ///< of the rows that `selected` counts
  std::unordered_set<std::string> chosen_rows;  ///< their keys
};

struct TableOptions {
  bool multi_select = false;      ///< ctrl, shift, ctrl+A; a check box column
  std::string_view keep_as = {};  ///< the choice of columns is kept on this device under this name
  /// What a row is, whatever its place; with it a selection outlives sorting and news. `revision` tells
  /// that rows may have changed places.
  std::function<std::string(std::int64_t)> key = {};
  std::int64_t revision = 0;
  bool compact = false;  ///< rows of 32 instead of 37
  bool chooser = false;  ///< a button at the header's end to choose columns
  bool header = true;
  std::string_view foot_left = {}, foot_right = {};  ///< range or sum; none: no footer
  std::string_view columns_label = "选择列";         ///< name of the chooser
  std::string_view select_all_label = "全选";
  std::string_view select_row_label = "选择";  ///< read before the row's name
  std::string_view default_columns_label = "恢复默认";
  std::string_view copy_label = "复制", unselect_label = "取消选择";
  std::function<std::string(std::int64_t)> selected_words = {};  ///< "已选 3 项", in the footer
  std::string_view action = {};  ///< a pencil at each row's end: what it does, read before its name
};

struct TableEvent {
  bool sort_changed = false;
  bool selection_changed = false;
  bool columns_changed = false;
  std::int64_t opened = -1;    ///< a row was pressed, or Enter on it
  std::int64_t moved_to = -1;  ///< the keyboard went to this row
  std::int64_t acted = -1;     ///< its action was pressed
  bool copied = false;
};

/// Fills the cells (one a column) of row i, 0 ≤ i < rows. Called only for rows in sight and for copying.
using RowFunction = std::function<void(std::int64_t row, std::vector<Cell>& cells)>;

/// How choices of columns are kept on this device: the app says, as long as it lives; without it they
/// last as long as the page. `owner` only tells one app from the next.
struct TableKeeper {
  std::function<std::string(const std::string& key)> read;
  std::function<void(const std::string& key, const std::string& value)> write;  ///< "" removes
};
void keep_tables(const void* owner, TableKeeper keeper);
void keep_tables_no_more(const void* owner);

TableEvent table(std::string_view label, Rect r, std::vector<Column>& columns, std::int64_t rows,
                 const RowFunction& fill, TableState& state, const TableOptions& options = {});
/// The selected rows (or all when none is) as tab-separated text with a header, for the clipboard.
std::string table_as_text(const std::vector<Column>& columns, std::int64_t rows,
                          const RowFunction& fill, const TableState& state);

}  // namespace shanzhi::widgets
