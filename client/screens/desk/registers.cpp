// Searching, sorting and drawing a register.
#include "client/screens/desk/registers.h"

#include <algorithm>

#include "client/model/export_job.h"
#include "shared/base/utf8.h"

namespace shanzhi::screens {
namespace {

bool matches(const std::vector<RegisterCell>& row, const std::string& wanted) {
  if (wanted.empty()) return true;
  return std::any_of(row.begin(), row.end(), [&](const RegisterCell& c) {
    return base::lower_ascii(c.cell.text).find(wanted) != std::string::npos;
  });
}

void put_in_order(const Register& list, RegisterForm& form) {
  const std::string wanted = base::lower_ascii(base::tidy(form.search));
  form.order.clear();
  for (std::size_t i = 0; i < list.rows.size(); i++)
    if (matches(list.rows[i], wanted)) form.order.push_back(i);
  if (form.table.sort_column < 0) return;
  const auto column = static_cast<std::size_t>(form.table.sort_column);
  const auto less = [&](std::size_t a, std::size_t b) {
    const RegisterCell &x = list.rows[a][column], &y = list.rows[b][column];
    if (x.number && y.number) return *x.number < *y.number;
    return x.cell.text < y.cell.text;
  };
  std::stable_sort(form.order.begin(), form.order.end(), [&](std::size_t a, std::size_t b) {
    return form.table.descending ? less(b, a) : less(a, b);
  });
}

}  // namespace

RegisterEvent register_page(const Env& env, const Register& list, RegisterForm& form,
                            ui::Rect page) {
  RegisterEvent out;
  const std::string made_for = std::string(list.title);
  if (form.made_for != made_for) form.columns = list.columns, form.made_for = made_for;
  const std::string from_address = env.route.get("search");
  if (form.search.empty() && !from_address.empty() && form.order.empty())
    form.search = from_address;
  put_in_order(list, form);
  ui::Rect area{page.x, page.y + 16, page.w, page.h - 16};
  const ui::Rect head = area.cut_top(32, 8).inset(24, 0);
  ui::heading_in(head, 1, list.title,
                 env.place_name() + " " + text::count(static_cast<std::int64_t>(list.rows.size())));
  if (list.exported) {
    const ui::Box buttons(right_of(head, {env.say(Message::table_export_csv)}));
    ui::set_next_width(0);
    if (ui::button(env.say(Message::table_export_csv), {.icon = ui::Icon::exports}))
      out.wish = Export{*list.exported};
  }
  {
    const ui::Box box(area.cut_top(36, 4).inset(24, 0));
    ui::set_next_width(300);
    ui::text_field(std::string(env.say(Message::table_search)) + "##list", form.search,
                   {.kind = ui::FieldKind::search,
                    .placeholder = env.say(Message::table_search),
                    .icon = ui::Icon::search,
                    .max_length = 40,
                    .label_hidden = true,
                    .clearable = true});
  }
  if (form.order.empty()) {
    const ui::Box box(area.inset(24, 40));
    if (list.rows.empty())
      ui::empty_state(list.icon, list.empty);
    else if (ui::empty_state(ui::Icon::search, env.say(Message::empty_filtered),
                             env.say(Message::empty_filtered_action)))
      form.search.clear();
    return out;
  }
  const auto n = static_cast<std::int64_t>(form.order.size());
  const std::string foot = env.fill(Message::table_total, {text::count(n)});
  const ui::TableEvent e =
      ui::table(list.title, area, form.columns, n,
                [&](std::int64_t i, std::vector<ui::Cell>& cells) {
                  const auto& row = list.rows[form.order[static_cast<std::size_t>(i)]];
                  for (std::size_t c = 0; c < cells.size() && c < row.size(); c++)
                    cells[c] = row[c].cell;
                },
                form.table,
                {.compact = env.settings.compact,
                 .chooser = true,
                 .foot_left = foot,
                 .columns_label = env.say(Message::table_columns)});
  if (e.opened >= 0 && e.opened < n)
    out.opened = static_cast<std::int64_t>(form.order[static_cast<std::size_t>(e.opened)]);
  if (e.copied) ui::toast(env.fill(Message::table_copied, {text::count(n)}));
  return out;
}

std::string register_csv(const Register& list) {
  std::vector<std::string> cells;
  for (const ui::Column& c : list.columns) cells.push_back(c.title);
  std::string csv = std::string(model::kCsvMark) + model::csv_line(cells);
  for (const auto& row : list.rows) {
    cells.clear();
    for (const RegisterCell& c : row) cells.push_back(c.cell.text);
    csv += model::csv_line(cells);
  }
  return csv;
}

}  // namespace shanzhi::screens
