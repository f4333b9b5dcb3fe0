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

std::vector<Placed> place_columns(const std::vector<Column>& columns, const TableState& state,
                                  Rect r, float lead, float tail) {
  float fixed = lead + tail, grow = 0;
  std::vector<Placed> out;
  for (std::size_t i = 0; i < columns.size(); i++) {
    if (!is_shown(columns, state, i)) continue;
    fixed += columns[i].width;
    grow += columns[i].grow;
    out.push_back({static_cast<int>(i), 0, columns[i].width});
  }
  const float rest = std::max(0.f, r.w - fixed);
  float x = r.x + lead;
  for (Placed& p : out) {
    const Column& c = columns[static_cast<std::size_t>(p.index)];
    if (grow > 0) p.w += rest * c.grow / grow;
    p.x = x;
    x += p.w;
  }
  return out;
}

bool is_shown(const std::vector<Column>& columns, const TableState& state, std::size_t i) {
  if (i < state.hidden.size() && state.hidden[i]) return false;
  return columns[i].shown;
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
  int main;  ///< the column that names the row: the first that grows
};

Id row_id(Id grid, std::int64_t i) {
  return grid ^ static_cast<Id>(0x9E3779B9u * static_cast<std::uint32_t>(i + 1));
}

void draw_row(const Drawing& d, std::int64_t i, Rect r, TableEvent& event) {
  static std::vector<Cell> cells;  // reused: one allocation for all rows ever drawn
  cells.assign(d.columns.size(), {});
  d.fill_row(i, cells);
  const Id id = row_id(d.grid, i);
  const bool selected = d.state.selected.count(i) > 0;
  const bool current = d.state.current == i;
  const Touch t = touch(id, r);
  if (selected || current)
    fill(r, Color::sel);
  else if (t.hovered)
    fill(r, Color::sunk);
  if (current) fill({r.x, r.y, 3, r.h}, Color::jade);
  if (d.options.multi_select) {
    const Rect box{r.x + kEdge, r.y + (r.h - 16) / 2, 16, 16};
    fill(box, selected ? Color::jade : Color::raise, 3);
    if (selected)
      icon(Icon::check, {box.x + 1, box.y + 1}, 14, Color::on_jade);
    else
      outline(box, Color::line2, 3);
  }
  std::string name;
  for (const Placed& p : d.placed) {
    const std::string& words = cells[static_cast<std::size_t>(p.index)].text;
    if (!words.empty()) (name += name.empty() ? "" : " ") += words;
  }
  begin_group(id, Role::row, name, r, kFocusable | (selected || current ? kSelected : 0u),
              static_cast<int>(i) + 2);
  for (const Placed& p : d.placed) {
    const Cell& c = cells[static_cast<std::size_t>(p.index)];
    draw_cell(p, r, c, d.columns[static_cast<std::size_t>(p.index)].align,
              current && p.index == d.main);
    add_node(id + static_cast<Id>(p.index) + 1, Role::cell,
             c.tag.empty() ? c.text : c.text + " " + c.tag, {p.x, r.y, p.w, r.h});
  }
  end_group();
  hairline_h(r.x + kEdge, r.bottom() - 1, r.w - 2 * kEdge);
  if (!t.pressed) return;
  const bool on_box = d.options.multi_select && pointer().x < r.x + d.lead;
  choose(d.state, d.options, i, t.ctrl || on_box, t.shift, event);
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

void draw_foot(Rect r, const TableOptions& o) {
  const TextStyle quiet{.size = Size::small, .color = Color::t2};
  TextStyle right = quiet;
  right.align = Align::right;
  if (!o.foot_left.empty()) text_in(r.inset(kEdge, 0), o.foot_left, quiet);
  if (!o.foot_right.empty()) text_in(r.inset(kEdge, 0), o.foot_right, right);
}

}  // namespace

TableEvent table(std::string_view label, Rect r, std::vector<Column>& columns, std::int64_t rows,
                 const RowFunction& fill_row, TableState& state, const TableOptions& o) {
  TableEvent event;
  const Scope scope(label);
  const Id id = make_id("grid");
  const float lead = o.multi_select ? kEdge + 28 : kEdge;
  const float row_h = theme().face == Face::desk ? (o.compact ? 32.f : 37.f) : 48.f;
  const float foot = o.foot_left.empty() && o.foot_right.empty() ? 0 : 40.f;
  Rect area = r;
  const Rect head = area.cut_top(o.header ? 28.f : 0.f);
  const Rect footer = area.cut_bottom(foot);
  const auto placed = place_columns(columns, state, r, lead, kEdge + (o.chooser ? 28.f : 0.f));
  if (focused(id) || focused(row_id(id, state.current)))
    take_keys(id, state, o, rows, static_cast<int>(area.h / row_h), columns, fill_row, event);
  int main = placed.empty() ? 0 : placed.front().index;
  for (auto p = placed.rbegin(); p != placed.rend(); ++p)
    if (columns[static_cast<std::size_t>(p->index)].grow > 0) main = p->index;
  begin_group(id, Role::grid, label, r, kFocusable | (o.multi_select ? kMulti : 0u), 0,
              static_cast<int>(rows) + 1);
  Access& tree = ui_state().access;
  if (ui_state().silent == 0 && state.current >= 0)
    tree.nodes.back().active = row_id(id, state.current);
  if (o.header) draw_head(head, columns, placed, state, o, rows, event);
  draw_rows({id, area, row_h, lead, columns, placed, fill_row, state, o, rows, main}, event);
  end_group();
  if (o.chooser) draw_chooser(head, columns, state, o, event);
  if (foot > 0) draw_foot(footer, o);
  return event;
}

}  // namespace shanzhi::widgets
