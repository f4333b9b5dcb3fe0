// The table: header, rows in sight, footer; sorting, choosing, keys.
#include "client/widgets/table.h"

#include <algorithm>
#include <cmath>

#include "client/widgets/button.h"
#include "client/widgets/internal.h"
#include "client/widgets/overlay.h"
#include "client/widgets/table_parts.h"

namespace shanzhi::widgets {
namespace table_parts {

namespace {

/// A column that takes what is left needs at least this much to be read.
constexpr float kGrowingLeast = 96;
/// More than this, times its share, makes nothing easier to read: what is left stands between all.
constexpr float kGrowingMost = 160;
constexpr int kSparest = 9;

/// What the column asks for, and no less than its title needs with the arrow of the order.
float least_width(const Column& c) {
  const float asked = c.grow > 0 && c.width <= 0 ? kGrowingLeast : c.width;
  const TextStyle title{.size = Size::caption, .weight = Weight::semibold};
  const float arrow =
      c.sortable && !at_right(c.align) ? 14.f : 0.f;  // a number's has the gap before
  return std::max(asked, measure(c.title, title).x + arrow + cell_gap(c.align));
}

/// Takes columns out until the others have room: the most spare first, among equals from the right.
void leave_out(const std::vector<Column>& columns, std::vector<Placed>& placed, float room) {
  float wanted = 0;
  for (const Placed& p : placed) wanted += p.w;
  for (int spare = kSparest; spare >= 0; spare--)
    for (std::size_t i = placed.size(); i-- > 0 && placed.size() > 1 && wanted > room;) {
      const Column& c = columns[static_cast<std::size_t>(placed[i].index)];
      if (c.fixed || (c.grow > 0 && spare == 0) || c.spare < spare) continue;
      wanted -= placed[i].w;
      placed.erase(placed.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

}  // namespace

std::vector<Placed> place_columns(const std::vector<Column>& columns, const TableState& state,
                                  Rect r, float lead, float tail) {
  float fixed = lead + tail, grow = 0;
  std::vector<Placed> out;
  for (std::size_t i = 0; i < columns.size(); i++)
    if (is_shown(columns, state, i))
      out.push_back({static_cast<int>(i), 0, least_width(columns[i])});
  leave_out(columns, out, r.w - fixed);
  for (const Placed& p : out) {
    fixed += p.w;
    grow += columns[static_cast<std::size_t>(p.index)].grow;
  }
  const float rest = std::max(0.f, r.w - fixed);
  const float grown = std::min(rest, grow * kGrowingMost);
  const float between = (rest - grown) / static_cast<float>(std::max<std::size_t>(1, out.size()));
  float x = r.x + lead;
  for (Placed& p : out) {
    const Column& c = columns[static_cast<std::size_t>(p.index)];
    p.w += between + (grow > 0 ? grown * c.grow / grow : 0);
    p.x = x;
    x += p.w;
  }
  return out;
}

}  // namespace table_parts

namespace {

using namespace table_parts;

void draw_cell(const Placed& p, Rect row, const Cell& c, Align align, bool strong) {
  Rect r{p.x, row.y, p.w - cell_gap(align), row.h};
  TextStyle style{.size = c.size,
                  .color = c.color,
                  .weight = strong ? Weight::semibold : c.weight,
                  .align = align};
  if (c.icon != Icon::none) {
    icon(c.icon, {r.x, r.y + (r.h - 16) / 2}, 16, c.color);
    r.cut_left(22);
  }
  const Rect drawn = mute_text_in(r, c.text, style);
  if (c.tag.empty()) return;
  const TextStyle small{.size = Size::caption, .color = Color::jade, .weight = Weight::semibold};
  const float w = measure(c.tag, small).x + 14;
  if (drawn.right() + 8 + w > p.x + p.w) return;
  const Rect t{drawn.right() + 8, row.y + (row.h - 20) / 2, w, 20};
  fill(t, Color::jade_tint, 10);
  mute_text_in(t.inset(7, 0), c.tag, small);
}

struct Drawing {
  Id grid;
  Rect area;  ///< of the rows
  float row_h, lead;
  const std::vector<Column>& columns;
  const std::vector<Placed>& placed;
  const RowFunction& fill_row;
  TableState& state;
  const TableOptions& options;
  std::int64_t rows;
  int main;  ///< the column that names the row
};

Id row_id(Id grid, std::int64_t i) {
  return grid ^ static_cast<Id>(0x9E3779B9u * static_cast<std::uint32_t>(i + 1));
}

constexpr float kAction = 26;
constexpr Id kBoxId = 0xC2B2AE35u, kBoxCellId = 0x27D4EB2Fu;  ///< of a row's check box and its cell

/// The pencil at the row's end, below the chooser of columns. Asked before the row, so that it wins.
Touch touch_action(const Drawing& d, Id row, Rect r) {
  if (d.options.action.empty()) return {};
  return touch(row ^ 0x5BD1E995u,
               {r.right() - edge() - kAction, r.y + (r.h - kAction) / 2, kAction, kAction});
}
void draw_action(const Drawing& d, Id row, Rect r, const Touch& t, std::string_view what) {
  if (d.options.action.empty()) return;
  const Rect b{r.right() - edge() - kAction, r.y + (r.h - kAction) / 2, kAction, kAction};
  if (t.hovered) fill(b, Color::raise, 4);
  icon_in(b, Icon::pencil, 16, t.hovered || t.focused ? Color::jade : Color::t3);
  const std::string name = std::string(d.options.action) + " " + std::string(what);
  begin_group(row ^ 0x85EBCA6Bu, Role::cell, {}, b);
  add_node(row ^ 0x5BD1E995u, Role::button, name, b, kFocusable);
  end_group();
}

void draw_row(const Drawing& d, std::int64_t i, Rect r, TableEvent& event) {
  static std::vector<Cell> cells;  // reused: one allocation for all rows ever drawn
  cells.assign(d.columns.size(), {});
  d.fill_row(i, cells);
  const Id id = row_id(d.grid, i);
  const bool selected = d.state.selected.count(i) > 0;
  const bool current = d.state.current == i;
  const Touch action = touch_action(d, id, r);
  const bool many = d.options.multi_select;
  Rect rest = r;  // the row itself lies between its check box and its action
  const Rect box = rest.cut_left(many ? d.lead - 4 : 0);
  if (!d.options.action.empty()) rest.cut_right(edge() + kAction);
  const Touch picked = many ? touch(id ^ kBoxId, box) : Touch{};
  const Touch t = touch(id, rest);
  if (selected || current)
    fill(r, Color::sel);
  else if (t.hovered)
    fill(r, Color::sunk);
  if (current) fill({r.x, r.y, 3, r.h}, Color::jade);
  if (many) draw_box({r.x + edge(), r.y + (r.h - 16) / 2, 16, 16}, selected, picked.hovered);
  std::string name;
  for (const Placed& p : d.placed) {
    const std::string& words = cells[static_cast<std::size_t>(p.index)].text;
    if (!words.empty()) (name += name.empty() ? "" : " ") += words;
  }
  begin_group(id, Role::row, name, rest, kFocusable | (selected || current ? kSelected : 0u),
              static_cast<int>(i) + 2);
  if (many && !d.placed.empty()) {
    begin_group(id ^ kBoxCellId, Role::cell, {}, box);
    add_node(id ^ kBoxId, Role::checkbox,
             std::string(d.options.select_row_label) + " " +
                 cells[static_cast<std::size_t>(d.main)].text,
             box, kFocusable | kNoTab | (selected ? kChecked : 0u));
    end_group();
  }
  for (const Placed& p : d.placed) {
    const Cell& c = cells[static_cast<std::size_t>(p.index)];
    draw_cell(p, r, c, d.columns[static_cast<std::size_t>(p.index)].align,
              current && p.index == d.main);
    add_node(id + static_cast<Id>(p.index) + 1, Role::cell,
             c.tag.empty() ? c.text : c.text + " " + c.tag, {p.x, r.y, p.w, r.h});
  }
  if (!d.placed.empty())
    draw_action(d, id, r, action, cells[static_cast<std::size_t>(d.main)].text);
  end_group();
  hairline_h(r.x + edge(), r.bottom() - 1, r.w - 2 * edge());
  if (action.pressed) event.acted = i;
  if (picked.pressed) choose(d.state, d.options, i, true, picked.shift, event);
  if (!t.pressed || action.pressed) return;
  choose(d.state, d.options, i, t.ctrl, t.shift, event);
}

/// The last that is always there; else the first that grows.
int naming_column(const std::vector<Column>& columns, const std::vector<Placed>& placed) {
  int found = placed.empty() ? 0 : placed.front().index;
  for (auto p = placed.rbegin(); p != placed.rend(); ++p)
    if (columns[static_cast<std::size_t>(p->index)].grow > 0) found = p->index;
  for (const Placed& p : placed)
    if (columns[static_cast<std::size_t>(p.index)].fixed) found = p.index;
  return found;
}

void draw_rows(const Drawing& d, TableEvent& event) {
  const ImRect box = dev(d.area);
  ImGui::SetCursorScreenPos(box.Min);
  ImGui::BeginChild("rows", box.GetSize(), ImGuiChildFlags_None,
                    ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoSavedSettings);
  push_column(d.area, {d.area.x, d.area.y});
  if (event.moved_to >= 0) {  // keep the row with the keyboard in sight
    const float top = d.row_h * static_cast<float>(event.moved_to),
                now = logical(ImGui::GetScrollY());
    if (top < now) ImGui::SetScrollY(px(top));
    if (top + d.row_h > now + d.area.h) ImGui::SetScrollY(px(top + d.row_h - d.area.h));
  }
  const double scroll = ImGui::GetScrollY() / theme().device_scale;
  d.state.scroll_y = static_cast<float>(scroll);
  const auto first = static_cast<std::int64_t>(scroll / d.row_h);
  const auto last_row =
      std::min(d.rows, static_cast<std::int64_t>((scroll + d.area.h) / d.row_h) + 1);
  for (std::int64_t i = std::max<std::int64_t>(0, first); i < last_row; i++) {
    const auto y = static_cast<float>(d.area.y + static_cast<double>(i) * d.row_h - scroll);
    draw_row(d, i, {d.area.x, y, d.area.w, d.row_h}, event);
  }
  ui_state().columns.pop_back();
  ImGui::SetCursorPosY(
      static_cast<float>(static_cast<double>(d.rows) * d.row_h * theme().device_scale));
  ImGui::Dummy({1, 0});
  ImGui::EndChild();
}

}  // namespace

TableEvent table(std::string_view label, Rect r, std::vector<Column>& columns, std::int64_t rows,
                 const RowFunction& fill_row, TableState& state, const TableOptions& o) {
  TableEvent event;
  recall_choice(state, o);
  follow_rows(state, o, rows);
  const Scope scope(label);
  const Id id = make_id("grid");
  const float lead = o.multi_select ? edge() + 28 : edge();
  const float row_h = theme().face == Face::desk ? (o.compact ? 32.f : 37.f) : 48.f;
  const float foot = o.foot_left.empty() && o.foot_right.empty() ? 0 : 40.f;
  Rect area = r;
  const Rect head = area.cut_top(o.header ? 28.f : 0.f);
  const Rect footer = area.cut_bottom(foot);
  if (area.h > row_h) area.h = std::floor(area.h / row_h) * row_h;  // no row is cut in half
  const auto placed = place_columns(columns, state, r, lead,
                                    edge() + (o.chooser || !o.action.empty() ? 28.f : 0.f));
  if (focused(id) || focused(row_id(id, state.current)))
    take_keys(id, state, o, rows, static_cast<int>(area.h / row_h), columns, fill_row, event);
  const int main = naming_column(columns, placed);
  begin_group(id, Role::grid, label, r, kFocusable | (o.multi_select ? kMulti : 0u), 0,
              static_cast<int>(rows) + 1);
  Access& tree = ui_state().access;
  if (ui_state().silent == 0 && state.current >= 0)
    tree.nodes.back().active = row_id(id, state.current);
  if (o.header) draw_head(head, columns, placed, state, o, rows, event);
  draw_rows({id, area, row_h, lead, columns, placed, fill_row, state, o, rows, main}, event);
  end_group();
  if (o.chooser) draw_chooser(head, columns, state, o, event);
  if (foot > 0) draw_foot(footer, state, o, rows, columns, fill_row, event);
  return event;
}

}  // namespace shanzhi::widgets
