// Who did what, when, from where.
#include "client/screens/desk/journal.h"

#include <algorithm>

namespace shanzhi::screens {
namespace {

void make_columns(const Env& env, JournalForm& form) {
  const std::string language = env.language() == text::Language::english ? "en" : "zh";
  if (form.columns_language == language) return;
  form.columns_language = language;
  form.columns = {
      {.key = "position",
       .title = env.say(Message::journal_position),
       .width = 84,
       .align = ui::Align::right,
       .sortable = false},
      {.key = "at", .title = env.say(Message::award_when), .width = 130, .sortable = false},
      {.key = "who", .title = env.say(Message::journal_who), .width = 150, .sortable = false},
      {.key = "role",
       .title = text::field_title("role", env.language())
                    ? text::field_title("role", env.language())
                    : "role",
       .width = 96,
       .sortable = false},
      {.key = "what", .title = env.say(Message::journal_what), .width = 120, .sortable = false},
      {.key = "on",
       .title = env.say(Message::journal_on),
       .width = 0,
       .grow = 1,
       .sortable = false},
      {.key = "from", .title = env.say(Message::journal_from), .width = 120, .sortable = false},
      {.key = "hash", .title = env.say(Message::journal_hash), .width = 110, .sortable = false}};
}

/// "person 0199e0e8-…" as 居民 …3ddaba12: whose id it is in full stands in the entry.
std::string on_words(const Env& env, const std::string& on) {
  constexpr std::size_t kId = 36, kTail = 8;
  const auto space = on.find(' ');
  if (space == std::string::npos || on.size() - space - 1 != kId) return on;
  const std::string kind = on.substr(0, space);
  const std::string_view named = kind == "user" ? std::string_view(env.say(Message::rail_users))
                                                : env.word(text::Vocabulary::search_kind, kind);
  return std::string(named) + " …" + on.substr(on.size() - kTail);
}

void entry_dialog(const Env& env, JournalForm& form) {
  ui::Dialog dialog(env.fill(Message::map_words_grid,
                             {env.say(Message::journal_title), text::count(form.entry.position)}),
                    form.shown, 560);
  if (!dialog) return;
  const api::JournalRow& e = form.entry;
  ui::key_value(env.say(Message::award_when), env.when(e.at));
  ui::key_value(env.say(Message::journal_who),
                e.who.empty() ? env.say(Message::journal_program) : std::string_view(e.who));
  ui::key_value(env.say(Message::journal_what), env.word(text::Vocabulary::event, e.what));
  ui::key_value(env.say(Message::journal_on), e.on);
  ui::key_value(env.say(Message::journal_from), e.from);
  for (const auto& [label, json] :
       {std::pair{Message::journal_before, &e.before}, {Message::journal_after, &e.after}}) {
    if (json->empty() || *json == "null") continue;
    ui::space(ui::kGap2);
    ui::text(env.say(label), {.size = ui::Size::small, .color = ui::Color::t3});
    ui::paragraph(*json, {.size = ui::Size::small, .color = ui::Color::t2}, 12);
  }
  ui::space(ui::kGap2);
  ui::text(env.say(Message::journal_hash), {.size = ui::Size::caption, .color = ui::Color::t3});
  ui::paragraph(e.hash, {.size = ui::Size::caption, .color = ui::Color::t2});
}

}  // namespace

Wish journal(const Env& env, const model::Rows<api::JournalRow>& list, JournalForm& form,
             ui::Rect page) {
  Wish wish;
  if (form.columns.empty()) form.who = env.route.get("who");  // opened by its address
  make_columns(env, form);
  const ui::Group main(ui::Role::main, env.say(Message::journal_title), page);
  ui::Rect area{page.x, page.y + 16, page.w, page.h - 16};
  const ui::Rect head = area.cut_top(32, 8).inset(24, 0);
  ui::heading_in(head, 1, env.say(Message::journal_title), env.say(Message::journal_hint));
  {
    const ui::Box buttons(right_of(head, {env.say(Message::table_export_csv)}));
    ui::set_next_width(0);
    if (ui::button(env.say(Message::table_export_csv), {.icon = ui::Icon::exports}))
      wish = Export{List::journal};
  }
  {
    const ui::Box box(area.inset(24, 0));
    ui::set_next_width(220);
    if (ui::text_field(env.say(Message::journal_who), form.who,
                       {.kind = ui::FieldKind::search,
                        .placeholder = env.say(Message::journal_who),
                        .icon = ui::Icon::user,
                        .max_length = 40,
                        .label_hidden = true,
                        .clearable = true})
            .changed)
      wish = Go{env.route.with("who", form.who), true};
    for (const char* what : {"points_awarded", "transfer_reversed", "points_verified",
                             "person_saved", "file_imported", "user_saved", "signed_in"}) {
      ui::same_row();
      const bool on = env.route.get("what") == what;
      if (ui::chip(env.word(text::Vocabulary::event, what), {.on = on}))
        wish = Go{env.route.with("what", on ? "" : what)};
    }
    area.cut_top(std::max(36.f, ui::content().y - area.y), 4);  // the chips may need a second line
  }
  if (!list.known || list.rows.empty()) {
    const ui::Box box(area.inset(24, 8));
    if (!list.known)
      ready(env, false, list.loading, list.trouble, 12, wish);
    else
      ui::empty_state(ui::Icon::clock, env.say(Message::empty_journal));
    return wish;
  }
  const std::string foot = env.fill(
      Message::table_total,
      {text::count(static_cast<std::int64_t>(list.rows.size())) + (list.more() ? "+" : "")});
  const ui::TableEvent e =
      ui::table(env.say(Message::journal_title), area, form.columns,
                static_cast<std::int64_t>(list.rows.size()),
                [&](std::int64_t i, std::vector<ui::Cell>& cells) {
                  const api::JournalRow& row = list.rows[static_cast<std::size_t>(i)];
                  cells[0] = {.text = text::count(row.position), .color = ui::Color::t3};
                  cells[1] = {.text = env.when(row.at), .color = ui::Color::t2};
                  cells[2].text = row.who.empty() ? env.say(Message::journal_program) : row.who;
                  cells[3] = {.text = std::string(env.word(text::Vocabulary::role, row.role)),
                              .color = ui::Color::t2};
                  cells[4].text = env.word(text::Vocabulary::event, row.what);
                  cells[5] = {.text = on_words(env, row.on), .color = ui::Color::t2};
                  cells[6] = {.text = row.from, .color = ui::Color::t3};
                  cells[7] = {.text = row.hash.substr(0, 12), .color = ui::Color::t3};
                },
                form.table,
                {.compact = true,
                 .chooser = true,
                 .foot_left = foot,
                 .columns_label = env.say(Message::table_columns)});
  if (e.opened >= 0 && e.opened < static_cast<std::int64_t>(list.rows.size()))
    form.entry = list.rows[static_cast<std::size_t>(e.opened)], form.shown = true;
  if (e.copied)
    ui::toast(env.fill(Message::table_copied,
                       {text::count(static_cast<std::int64_t>(list.rows.size()))}));
  if (list.more() && near_end(form.table, list.rows.size(), area.h, true))
    wish = LoadMore{List::journal};
  entry_dialog(env, form);
  return wish;
}

}  // namespace shanzhi::screens
