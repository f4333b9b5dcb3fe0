// The list of residents.
#include "client/screens/desk/people.h"

#include "client/screens/desk/list_head.h"
#include "client/screens/desk/list_tools.h"
#include "client/screens/desk/record_form.h"

namespace shanzhi::screens {
namespace {

void make_columns(const Env& env, PeopleForm& form) {
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
      {.key = "name", .title = title("person_name"), .width = 80, .grow = 1, .fixed = true},
      {.key = "gender",
       .title = title("gender"),
       .width = language == "en" ? 80.f : 66.f,
       .sortable = false,
       .spare = 5},
      {.key = "age", .title = title("age"), .width = 56, .align = right, .spare = 3},
      {.key = "relation", .title = title("relation"), .width = 84, .sortable = false, .spare = 6},
      {.key = "household",
       .title = title("household_number"),
       .width = 96,
       .sortable = false,
       .spare = 1},
      {.key = "grid", .title = title("grid"), .width = 150, .sortable = false, .spare = 4},
      {.key = "phone", .title = title("phone"), .width = 116, .sortable = false, .spare = 5},
      {.key = "month",
       .title = env.say(Message::card_month),
       .width = 72,
       .align = decimal,
       .spare = 2},
      {.key = "balance",
       .title = env.say(Message::household_balance),
       .width = 84,
       .align = decimal},
      {.key = "earned",
       .title = env.say(Message::household_earned),
       .width = 88,
       .align = decimal,
       .spare = 2},
      {.key = "hours",
       .title = in_hours(env, env.say(Message::household_hours)),
       .width = 120,
       .align = decimal,
       .spare = 6}};
}

void fill_row(const Env& env, const api::PersonRow& row, std::vector<ui::Cell>& cells) {
  using ui::Color;
  cells[0].text = row.name;
  if (row.off_boards) cells[0].tag = env.say(Message::person_off_boards);
  cells[1] = {.text = std::string(env.word(text::Vocabulary::gender, row.gender)),
              .color = Color::t2};
  cells[2].text = row.age > 0 ? text::count(row.age) : std::string{};
  cells[3] = {.text = std::string(env.word(text::Vocabulary::relation, row.relation)),
              .color = Color::t2};
  cells[4] = {.text = row.household_number, .color = Color::t2};
  cells[5] = {.text = grid_words(row.village, row.grid_name), .color = Color::t2};
  cells[6] = {.text = row.phone, .color = Color::t2};
  cells[7] = {.text = text::signed_points(row.month),
              .color = row.month > 0 ? Color::jade : Color::t2};
  cells[8] = {.text = text::points(row.balance),
              .color = Color::gold_text,
              .weight = ui::Weight::semibold,
              .size = ui::Size::amount};
  cells[9].text = text::points(row.earned);
  cells[10] = {.text = text::hours(row.hours), .color = Color::t2};
}

/// Nobody matches, or nobody is here yet: what to do next.
void no_people(const Env& env, PeopleForm& form, Wish& wish) {
  const bool team = !env.route.get("team").empty();
  if (form.search.empty() && env.route.get("search").empty() && !team) {
    if (ui::empty_state(ui::Icon::user, env.say(Message::empty_people),
                        env.may(true, "import") ? env.say(Message::import_title) : ""))
      wish = Go{env.route.to(model::Section::import)};
  } else if (ui::empty_state(ui::Icon::search, env.say(Message::empty_filtered),
                             env.say(Message::empty_filtered_action))) {
    form.search.clear();
    wish = Go{env.route.with("search", "").with("team", "")};
  }
}

}  // namespace

Wish people(const Env& env, const PeopleView& view, PeopleForm& form, ui::Rect page) {
  Wish wish;
  if (!ui::typing()) form.search = env.route.get("search");  // by its address, or back to it
  make_columns(env, form);
  const ui::Group main(ui::Role::main, env.say(Message::rail_people), page);
  ui::Rect area{page.x, page.y + 16, page.w, page.h - 16};
  const bool change = may_change(env, FormKind::person, env.place);
  const ListHeadEvent h = list_head(env, area.cut_top(32, 8).inset(page_margin(), 0),
                                    {.title = env.say(Message::rail_people),
                                     .count = view.list.known ? view.list.total : -1,
                                     .add = change ? env.say(Message::person_new) : ""});
  if (h.add) wish = OpenForm{FormKind::person};
  if (h.exported) wish = Export{List::people, h.format};
  {
    const ui::Box box(area.cut_top(36, 4).inset(page_margin(), 0));
    ui::set_next_width(compact(ui::screen()) ? 0 : 300);
    const ui::FieldEvent e =
        ui::text_field(std::string(env.say(Message::table_search)) + "##list", form.search,
                       {.kind = ui::FieldKind::search,
                        .placeholder = env.say(Message::award_person_hint),
                        .icon = ui::Icon::search,
                        .max_length = 40,
                        .label_hidden = true,
                        .clearable = true});
    if (e.changed) wish = Go{env.route.with("search", form.search), true};
    if (!env.route.get("team").empty()) {
      ui::same_row();
      if (ui::chip(env.say(Message::people_of_team), {.on = true, .removable = true}))
        wish = Go{env.route.with("team", "")};
    }
  }
  const auto& rows = view.list.rows;
  if (!view.list.known || rows.empty()) {
    const ui::Box box(area.inset(page_margin(), 8));
    if (!view.list.known)
      ready(env, false, view.list.loading, view.list.trouble, 12, wish);
    else
      no_people(env, form, wish);
    return wish;
  }
  const std::string foot = env.fill(
      Message::table_range,
      {"1", text::count(static_cast<std::int64_t>(rows.size())), text::count(view.list.total)});
  sort_from(env.route.get("sort", "-earned"), form.columns, form.table);
  const auto n = static_cast<std::int64_t>(rows.size());
  ui::TableOptions options = table_options(
      env, "people", [&](std::int64_t i) { return rows[static_cast<std::size_t>(i)].id; },
      view.list.at_ms);
  options.foot_left = foot;
  options.action = change ? env.say(Message::edit) : "";
  const ui::TableEvent e = ui::table(
      env.say(Message::rail_people), area, form.columns, n,
      [&](std::int64_t i, std::vector<ui::Cell>& cells) {
        fill_row(env, rows[static_cast<std::size_t>(i)], cells);
      },
      form.table, options);
  if (e.sort_changed) wish = Go{env.route.with("sort", sort_of(form.columns, form.table)), true};
  if (e.opened >= 0 && e.opened < static_cast<std::int64_t>(rows.size())) {
    const api::PersonRow& row = rows[static_cast<std::size_t>(e.opened)];
    wish = Go{env.route.to(model::Section::households).with("open", row.household)};
  }
  if (e.acted >= 0 && e.acted < static_cast<std::int64_t>(rows.size())) {
    const api::PersonRow& row = rows[static_cast<std::size_t>(e.acted)];
    wish = OpenForm{FormKind::person, row.id, row.household};
  }
  table_answers(env, e, form.table, n);
  if (view.list.more() && near_end(form.table, rows.size(), area.h, env.settings.compact))
    wish = LoadMore{List::people};
  return wish;
}

}  // namespace shanzhi::screens
