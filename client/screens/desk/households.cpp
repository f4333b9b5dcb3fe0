// The list of households with its filters.
#include "client/screens/desk/households.h"

#include "client/screens/desk/list_head.h"
#include "client/screens/desk/list_tools.h"
#include "client/screens/desk/record_form.h"
#include "shared/base/order.h"

#include <algorithm>

namespace shanzhi::screens {
namespace {

constexpr std::size_t kTagsMost = 6;

void make_columns(const Env& env, HouseholdsForm& form) {
  const std::string language = env.language() == text::Language::english ? "en" : "zh";
  if (form.columns_language == language) return;
  form.columns_language = language;
  const auto title = [&](const char* field) {
    return std::string(text::field_title(field, env.language())
                           ? text::field_title(field, env.language())
                           : field);
  };
  const auto right = ui::Align::right, decimal = ui::Align::decimal;
  form.columns = {
      {.key = "number", .title = title("number"), .width = 82, .fixed = true},
      {.key = "head", .title = title("head"), .width = 88, .fixed = true},
      {.key = "grid",
       .title = title("grid"),
       .width = 150,
       .grow = 1,
       .sortable = false,
       .spare = 4},
      {.key = "members", .title = title("members"), .width = 52, .align = right, .spare = 2},
      {.key = "month",
       .title = env.say(Message::card_month),
       .width = 70,
       .align = decimal,
       .spare = 1},
      {.key = "balance",
       .title = env.say(Message::household_balance),
       .width = 80,
       .align = decimal},
      {.key = "earned",
       .title = env.say(Message::household_earned),
       .width = 88,
       .align = decimal,
       .spare = 6},
      {.key = "hours",
       .title = in_hours(env, env.say(Message::household_hours)),
       .width = 120,
       .align = decimal,
       .spare = 7},
      {.key = "last",
       .title = env.say(Message::household_last),
       .width = 88,
       .align = right,
       .spare = 3},
      {.key = "tags", .title = title("tags"), .width = 110, .sortable = false, .spare = 5}};
}

void fill_row(const Env& env, const api::HouseholdRow& row, std::vector<ui::Cell>& cells) {
  using ui::Color;
  cells[0] = {.text = row.number, .color = Color::t2};
  cells[1].text = row.head;
  cells[2] = {.text = grid_words(row.village, row.grid_name), .color = Color::t2};
  cells[3].text = text::count(row.members);
  cells[4] = {.text = text::signed_points(row.month),
              .color = row.month > 0 ? Color::jade : Color::t2};
  cells[5] = {.text = text::points(row.balance),
              .color = Color::gold_text,
              .weight = ui::Weight::semibold,
              .size = ui::Size::amount};
  cells[6].text = text::points(row.earned);
  cells[7] = {.text = text::hours(row.hours), .color = Color::t2};
  const auto last = base::parse_date(row.last.substr(0, 10));
  cells[8] = {.text = last ? text::when_day(*last, env.today, env.language()) : std::string{},
              .color = Color::t3};
  cells[9] = {.text = row.tags, .color = Color::t2, .size = ui::Size::caption};
}

/// Tags that occur in what is loaded, the most frequent first.
std::vector<std::string> tags_of(const std::vector<api::HouseholdRow>& rows) {
  std::map<std::string, int> counts;
  for (const api::HouseholdRow& row : rows) {
    std::string_view rest = row.tags;
    while (!rest.empty()) {
      const std::string_view tag = rest.substr(0, rest.find(','));
      if (!tag.empty()) counts[std::string(tag)]++;
      rest.remove_prefix(std::min(rest.size(), tag.size() + 1));
    }
  }
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [tag, n] : counts) order.emplace_back(-n, tag);
  base::put_in_order(order);
  std::vector<std::string> out;
  for (const auto& [n, tag] : order)
    if (out.size() < kTagsMost) out.push_back(tag);
  return out;
}

void filters(const Env& env, const HouseholdsView& view, HouseholdsForm& form, ui::Rect r,
             Wish& wish) {
  const ui::Box box(r);
  ui::set_next_width(compact(ui::screen()) ? 0 : 210);
  if (!ui::typing()) form.search = env.route.get("search");  // by its address, or back to it
  const ui::FieldEvent e =
      ui::text_field(std::string(env.say(Message::table_search)) + "##list", form.search,
                     {.kind = ui::FieldKind::search,
                      .placeholder = env.say(Message::award_person_hint),
                      .icon = ui::Icon::search,
                      .max_length = 40,
                      .label_hidden = true,
                      .clearable = true});
  if (e.changed) wish = Go{env.route.with("search", form.search).with("open", ""), true};
  const std::string tag = env.route.get("tag");
  auto tags = tags_of(view.list.rows);
  if (!tag.empty())
    tags.insert(tags.begin(), tag),
        tags.erase(std::remove(tags.begin() + 1, tags.end(), tag), tags.end());
  for (const std::string& t : tags) {
    ui::same_row();
    if (ui::content().w - (ui::cursor().x - r.x) < ui::measure(t).x + 40) break;
    if (ui::chip(t, {.on = t == tag, .removable = t == tag}))
      wish = Go{env.route.with("tag", t == tag ? "" : t)};
  }
}

void list(const Env& env, const HouseholdsView& view, HouseholdsForm& form, ui::Rect r,
          Wish& wish) {
  const auto& rows = view.list.rows;
  if (!view.list.known) {
    const ui::Box box(r.inset(page_margin(), 8));
    ready(env, false, view.list.loading, view.list.trouble, 12, wish);
    return;
  }
  if (rows.empty()) {
    const ui::Box box({r.x, r.y + 60, r.w, r.h});
    const bool filtered = !form.search.empty() || !env.route.get("tag").empty();
    if (!filtered) {
      if (ui::empty_state(ui::Icon::file, env.say(Message::empty_households),
                          env.may(true, "import") ? env.say(Message::import_title) : ""))
        wish = Go{env.route.to(model::Section::import)};
    } else if (ui::empty_state(ui::Icon::search, env.say(Message::empty_filtered),
                               env.say(Message::empty_filtered_action))) {
      form.search.clear();
      wish = Go{env.route.with("search", "").with("tag", "")};
    }
    return;
  }
  const std::string foot = env.fill(
      Message::table_range,
      {"1", text::count(static_cast<std::int64_t>(rows.size())), text::count(view.list.total)});
  const std::string sum = env.fill(Message::table_balance_sum, {text::points(view.list.sum)});
  const std::string open = env.route.get("open");
  if (!open.empty() &&
      (form.table.current < 0 || static_cast<std::size_t>(form.table.current) >= rows.size() ||
       rows[static_cast<std::size_t>(form.table.current)].id != open)) {
    form.table.current = -1;
    for (std::size_t i = 0; i < rows.size(); i++)
      if (rows[i].id == open) form.table.current = static_cast<std::int64_t>(i);
  }
  sort_from(env.route.get("sort", "-balance"), form.columns, form.table);
  const auto n = static_cast<std::int64_t>(rows.size());
  ui::TableOptions options = table_options(
      env, "households", [&](std::int64_t i) { return rows[static_cast<std::size_t>(i)].id; },
      view.list.at_ms);
  options.foot_left = foot;
  options.foot_right = sum;
  const ui::TableEvent e = ui::table(
      env.say(Message::rail_households), r, form.columns, n,
      [&](std::int64_t i, std::vector<ui::Cell>& cells) {
        fill_row(env, rows[static_cast<std::size_t>(i)], cells);
      },
      form.table, options);
  if (e.sort_changed) wish = Go{env.route.with("sort", sort_of(form.columns, form.table)), true};
  const std::int64_t to = e.opened >= 0 ? e.opened : !open.empty() ? e.moved_to : -1;
  if (to >= 0 && to < static_cast<std::int64_t>(rows.size()))
    wish = Go{env.route.with("open", rows[static_cast<std::size_t>(to)].id), !open.empty()};
  table_answers(env, e, form.table, n);
  if (view.list.more() && near_end(form.table, rows.size(), r.h, env.settings.compact))
    wish = LoadMore{List::households};
}

}  // namespace

void sort_from(const std::string& sort, const std::vector<ui::Column>& columns,
               ui::TableState& table) {
  const bool down = !sort.empty() && sort[0] == '-';
  const std::string key = down ? sort.substr(1) : sort;
  table.sort_column = -1;
  table.descending = down;
  for (std::size_t i = 0; i < columns.size(); i++)
    if (columns[i].key == key) table.sort_column = static_cast<int>(i);
}

std::string sort_of(const std::vector<ui::Column>& columns, const ui::TableState& table) {
  if (table.sort_column < 0) return {};
  return (table.descending ? "-" : "") + columns[static_cast<std::size_t>(table.sort_column)].key;
}

bool near_end(const ui::TableState& table, std::size_t rows, float height, bool compact) {
  const float row = compact ? 32.f : 37.f;
  return table.scroll_y + 3 * height > row * static_cast<float>(rows);
}

Wish households(const Env& env, const HouseholdsView& view, HouseholdsForm& form, ui::Rect page) {
  Wish wish;
  make_columns(env, form);
  const bool open = view.archive.has_value();
  const bool covered = open && page.w < 1080;
  ui::Rect drawer = page;
  if (open && !covered) drawer = page.cut_right(std::clamp(page.w * .54f, 600.f, 860.f));
  if (!covered) {
    const ui::Group main(ui::Role::main, env.say(Message::rail_households), page);
    ui::Rect area{page.x, page.y + 16, page.w, page.h - 16};
    const bool change = may_change(env, FormKind::household, env.place);
    const ListHeadEvent e = list_head(env, area.cut_top(32, 8).inset(page_margin(), 0),
                                      {.title = env.say(Message::rail_households),
                                       .count = view.list.known ? view.list.total : -1,
                                       .add = change ? env.say(Message::household_new) : ""});
    if (e.add) wish = OpenForm{FormKind::household, {}, env.place};
    if (e.exported) wish = Export{List::households, e.format};
    filters(env, view, form, area.cut_top(36, 4).inset(page_margin(), 0), wish);
    list(env, view, form, area, wish);
  }
  if (!open) return wish;
  if (const Wish inner = archive(env, *view.archive, form.archive, drawer)) wish = inner;
  return wish;
}

}  // namespace shanzhi::screens
