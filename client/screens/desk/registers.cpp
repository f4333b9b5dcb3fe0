// Searching, sorting and drawing a register.
#include "client/screens/desk/registers.h"

#include <algorithm>
#include <functional>

#include "client/screens/desk/list_head.h"
#include "client/screens/desk/list_tools.h"
#include "shared/base/order.h"
#include "shared/base/utf8.h"

namespace shanzhi::screens {
namespace {

/// Each of the words stands in some cell.
bool matches(const std::vector<RegisterCell>& row, std::string_view wanted) {
  while (!wanted.empty()) {
    const std::string_view word = wanted.substr(0, wanted.find(' '));
    const bool found = std::any_of(row.begin(), row.end(), [&](const RegisterCell& c) {
      return base::lower_ascii(c.cell.text).find(word) != std::string::npos;
    });
    if (!found) return false;
    wanted.remove_prefix(std::min(wanted.size(), word.size() + 1));
  }
  return true;
}

constexpr std::size_t kFacetsMost = 7;

/// The values of the column that is filtered by, the most frequent first; the chosen one always.
std::vector<std::string> facets(const Register& list, const std::string& chosen) {
  std::map<std::string, int> counts;
  for (const auto& row : list.rows) {
    const std::string& value = row[static_cast<std::size_t>(list.facet)].cell.text;
    if (!value.empty()) counts[value]++;
  }
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [value, n] : counts)
    order.emplace_back(value == chosen ? -1'000'000 : -n, value);
  base::put_in_order(order);
  std::vector<std::string> out;
  for (const auto& [n, value] : order)
    if (out.size() < kFacetsMost) out.push_back(value);
  return out;
}

void facet_chips(const Env& env, const Register& list, const RegisterForm& form, Wish& wish) {
  if (list.facet < 0) return;
  const std::vector<std::string> values = facets(list, form.facet);
  if (values.size() < 2 && form.facet.empty()) return;
  for (const std::string& value : values) {
    ui::same_row();
    if (ui::content().right() - ui::last().right() < ui::measure(value).x + 60) break;
    const bool on = value == form.facet;
    if (ui::chip(value, {.on = on, .removable = on}))
      wish = Go{env.route.with("only", on ? "" : value)};
  }
}

/// Differs when rows stand in another order.
std::int64_t order_revision(const Register& list, const RegisterForm& form) {
  std::size_t all = form.order.size();
  for (const std::size_t row : form.order)
    all = all * 31 + std::hash<std::string>{}(row < list.keys.size() ? list.keys[row] : "");
  return static_cast<std::int64_t>(all);
}

void put_in_order(const Register& list, RegisterForm& form) {
  const std::string wanted = base::lower_ascii(base::tidy(form.search));
  form.order.clear();
  for (std::size_t i = 0; i < list.rows.size(); i++)
    if (matches(list.rows[i], wanted) &&
        (form.facet.empty() || list.facet < 0 ||
         list.rows[i][static_cast<std::size_t>(list.facet)].cell.text == form.facet))
      form.order.push_back(i);
  if (form.table.sort_column < 0) return;
  const auto column = static_cast<std::size_t>(form.table.sort_column);
  const auto less = [&](std::size_t a, std::size_t b) {
    const RegisterCell &x = list.rows[a][column], &y = list.rows[b][column];
    if (x.number && y.number) return *x.number < *y.number;
    return x.cell.text < y.cell.text;
  };
  base::put_in_order(form.order, [&](std::size_t a, std::size_t b) {
    return form.table.descending ? less(b, a) : less(a, b);
  });
}

}  // namespace

RegisterEvent register_page(const Env& env, const Register& list, RegisterForm& form,
                            ui::Rect page) {
  RegisterEvent out;
  const std::string made_for = std::string(list.title);
  if (form.made_for != made_for) form.columns = list.columns, form.made_for = made_for;
  if (!ui::typing()) form.search = env.route.get("search");  // by its address, or back to it
  form.facet = env.route.get("only");
  sort_from(env.route.get("sort"), form.columns, form.table);
  put_in_order(list, form);
  ui::Rect area{page.x, page.y + 16, page.w, page.h - 16};
  const ListHeadEvent h = list_head(
      env, area.cut_top(32, 8).inset(page_margin(), 0),
      {.title = list.title, .count = static_cast<std::int64_t>(list.rows.size()), .add = list.add});
  out.added = h.add;
  if (h.exported)
    out.wish =
        Export{list.list, h.format, form.search + (form.facet.empty() ? "" : " " + form.facet),
               sort_of(form.columns, form.table)};
  {
    const ui::Box box(area.cut_top(36, 4).inset(page_margin(), 0));
    ui::set_next_width(compact(ui::screen()) ? 0 : 300);
    const ui::FieldEvent typed =
        ui::text_field(std::string(env.say(Message::table_search)) + "##list", form.search,
                       {.kind = ui::FieldKind::search,
                        .placeholder = env.say(Message::table_search),
                        .icon = ui::Icon::search,
                        .max_length = 40,
                        .label_hidden = true,
                        .clearable = true});
    if (typed.changed) out.wish = Go{env.route.with("search", form.search), true};
    facet_chips(env, list, form, out.wish);
  }
  if (form.order.empty()) {
    const ui::Box box(area.inset(page_margin(), 40));
    if (list.rows.empty())
      out.added = ui::empty_state(list.icon, list.empty, list.add) || out.added;
    else if (ui::empty_state(ui::Icon::search, env.say(Message::empty_filtered),
                             env.say(Message::empty_filtered_action)))
      form.search.clear(), out.wish = Go{env.route.with("search", "").with("only", "")};
    return out;
  }
  const auto n = static_cast<std::int64_t>(form.order.size());
  const std::string foot = env.fill(Message::table_total, {text::count(n)});
  ui::TableOptions options = table_options(
      env, list.name,
      [&](std::int64_t i) {
        const std::size_t row = form.order[static_cast<std::size_t>(i)];
        return row < list.keys.size() ? list.keys[row] : std::string{};
      },
      order_revision(list, form));
  options.foot_left = foot;
  options.action = list.change ? env.say(Message::edit) : "";
  const ui::TableEvent e = ui::table(
      list.title, area, form.columns, n,
      [&](std::int64_t i, std::vector<ui::Cell>& cells) {
        const auto& row = list.rows[form.order[static_cast<std::size_t>(i)]];
        for (std::size_t c = 0; c < cells.size() && c < row.size(); c++) cells[c] = row[c].cell;
      },
      form.table, options);
  if (e.sort_changed)
    out.wish = Go{env.route.with("sort", sort_of(form.columns, form.table)), true};
  if (e.acted >= 0 && e.acted < n)
    out.acted = static_cast<std::int64_t>(form.order[static_cast<std::size_t>(e.acted)]);
  if (e.opened >= 0 && e.opened < n)
    out.opened = static_cast<std::int64_t>(form.order[static_cast<std::size_t>(e.opened)]);
  table_answers(env, e, form.table, n);
  return out;
}

}  // namespace shanzhi::screens
