// What a person chose of a table, columns and rows, and how it outlives the page and the rows' order.
#include <algorithm>

#include "client/widgets/button.h"
#include "client/widgets/internal.h"
#include "client/widgets/overlay.h"
#include "client/widgets/table_parts.h"

namespace shanzhi::widgets {
namespace {

struct Kept {
  const void* owner = nullptr;
  TableKeeper keeper;
};
Kept& kept() {
  static Kept one;
  return one;
}

std::string place_of(std::string_view name) {
  return "table." + std::string(name);
}

/// "grid=0,earned=1" and back.
std::string written(const std::map<std::string, bool>& chosen) {
  std::string out;
  for (const auto& [key, on] : chosen) {
    if (!out.empty()) out += ',';
    out += key + (on ? "=1" : "=0");
  }
  return out;
}
std::map<std::string, bool> read_back(std::string_view text) {
  std::map<std::string, bool> out;
  while (!text.empty()) {
    const std::string_view one = text.substr(0, text.find(','));
    const auto equals = one.find('=');
    if (equals != std::string_view::npos)
      out[std::string(one.substr(0, equals))] = one.substr(equals + 1) == "1";
    text.remove_prefix(std::min(text.size(), one.size() + 1));
  }
  return out;
}

void keep(const TableState& state, const TableOptions& o) {
  if (!o.keep_as.empty() && kept().keeper.write)
    kept().keeper.write(place_of(o.keep_as), written(state.chosen));
}

}  // namespace

void keep_tables(const void* owner, TableKeeper keeper) {
  kept() = {owner, std::move(keeper)};
}
void keep_tables_no_more(const void* owner) {
  if (kept().owner == owner) kept() = {};
}

namespace table_parts {

bool is_shown(const std::vector<Column>& columns, const TableState& state, std::size_t i) {
  if (columns[i].fixed) return true;
  const auto chosen = state.chosen.find(columns[i].key);
  return chosen == state.chosen.end() ? columns[i].shown : chosen->second;
}

void recall_choice(TableState& state, const TableOptions& o) {
  if (o.keep_as.empty() || state.kept_as == o.keep_as) return;
  state.kept_as = o.keep_as;
  const auto& read = kept().keeper.read;
  if (read) state.chosen = read_back(read(place_of(o.keep_as)));
}

void remember_rows(TableState& state, const TableOptions& o) {
  state.chosen_rows.clear();
  state.revision = o.revision;
  if (!o.key) return;
  for (const std::int64_t row : state.selected) state.chosen_rows.insert(o.key(row));
}

void follow_rows(TableState& state, const TableOptions& o, std::int64_t rows) {
  if (state.selected.empty() || state.revision == o.revision) return;
  state.revision = o.revision;
  state.selected.clear();
  state.anchor = -1;
  for (std::int64_t i = 0; o.key && i < rows; i++)
    if (state.chosen_rows.count(o.key(i)) > 0) state.selected.insert(i);
}

void draw_chooser(Rect head, std::vector<Column>& columns, TableState& state, const TableOptions& o,
                  TableEvent& event) {
  const Rect at{head.right() - edge() - 24, head.y + 2, 24, 24};
  const Touch t = press_area(o.columns_label, at, Role::button, kHasPopup);
  if (t.hovered || state.chooser_open) fill(at, Color::sunk, 4);
  icon_in(at, Icon::more, 18, Color::t2);
  if (t.pressed) state.chooser_open = !state.chooser_open;
  if (!state.chooser_open) return;
  constexpr float kLine = 26, kDefaults = 36;
  Popup popup("columns", state.chooser_open, at, 200,
              kLine * static_cast<float>(columns.size()) + kDefaults);
  if (!popup) return;
  const Group group(Role::group, o.columns_label);
  for (std::size_t i = 0; i < columns.size(); i++) {
    bool on = is_shown(columns, state, i);
    move_to({content().x + 6, cursor().y + 2});
    if (!checkbox(columns[i].title, on, !columns[i].fixed)) continue;
    if (on == columns[i].shown)
      state.chosen.erase(columns[i].key);
    else
      state.chosen[columns[i].key] = on;
    event.columns_changed = true;
  }
  if (!state.chosen.empty()) {
    space(4);
    if (button(o.default_columns_label, {.look = Look::quiet, .small = true})) {
      state.chosen.clear();
      event.columns_changed = true;
    }
  }
  if (event.columns_changed) keep(state, o);
}

void draw_foot(Rect r, TableState& state, const TableOptions& o, std::int64_t rows,
               const std::vector<Column>& columns, const RowFunction& fill_row, TableEvent& event) {
  const TextStyle quiet{.size = Size::small, .color = Color::t2};
  TextStyle right = quiet;
  right.align = Align::right;
  Rect line = r.inset(edge(), 0);
  if (!o.foot_right.empty()) text_in(line, o.foot_right, right);
  if (state.selected.empty() || !o.selected_words) {
    if (!o.foot_left.empty()) text_in(line, o.foot_left, quiet);
    return;
  }
  const Group group(Role::group, o.select_row_label);
  const Box box({line.x, r.y + (r.h - 28) / 2, line.w, 28});
  const std::string words = o.selected_words(static_cast<std::int64_t>(state.selected.size()));
  const TextStyle strong{.size = Size::small, .weight = Weight::semibold};
  text_in(take(measure(words, strong).x + 2, 28), words, strong);
  same_row(kGap3);
  if (button(o.copy_label, {.look = Look::quiet, .icon = Icon::copy, .small = true})) {
    copy_to_clipboard(table_as_text(columns, rows, fill_row, state));
    event.copied = true;
  }
  same_row();
  if (button(o.unselect_label, {.look = Look::quiet, .small = true})) {
    state.selected.clear();
    remember_rows(state, o);
    event.selection_changed = true;
  }
}

}  // namespace table_parts
}  // namespace shanzhi::widgets
