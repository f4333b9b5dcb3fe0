// Who did what, when, to whom, from where.
#include "client/screens/desk/journal.h"

#include <algorithm>

#include "client/screens/desk/journal_changes.h"
#include "client/screens/desk/list_tools.h"

namespace shanzhi::screens {
namespace {

constexpr std::size_t kHashShown = 12;

void make_columns(const Env& env, JournalForm& form) {
  const std::string language = env.language() == text::Language::english ? "en" : "zh";
  if (form.columns_language == language) return;
  form.columns_language = language;
  const auto column = [](const char* key, std::string title, float width, int spare,
                         bool shown = true) {
    return ui::Column{.key = key,
                      .title = std::move(title),
                      .width = width,
                      .sortable = false,
                      .shown = shown,
                      .spare = spare};
  };
  const char* role = text::field_title("role", env.language());
  form.columns = {column("position", env.say(Message::journal_position), 84, 5),
                  column("at", env.say(Message::award_when), 130, 0),
                  column("who", env.say(Message::journal_who), 140, 2),
                  column("role", role ? role : "role", 96, 6, false),
                  column("what", env.say(Message::journal_what), language == "en" ? 132 : 96, 0),
                  column("on", env.say(Message::journal_on), 170, 1),
                  column("note", env.say(Message::journal_changes), 180, 3),
                  column("from", env.say(Message::journal_from), 110, 6, false),
                  column("hash", env.say(Message::journal_hash), 120, 4)};
  form.columns[0].align = ui::Align::right;
  form.columns[6].grow = 2;
}

/// "+2 · A01 护学", or the fields that were changed.
std::string summary(const Env& env, const api::JournalRow& row) {
  std::string words;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) words += (words.empty() ? "" : " · ") + part;
  };
  if (row.amount != 0) add(text::signed_points(row.amount) + " " + env.say(Message::unit_points));
  add(row.rule);
  add(row.note);
  if (!words.empty() || row.before.empty()) return words;
  for (const FieldChange& change : changes_of(env, row)) add(change.label);
  return words;
}

void change_lines(const Env& env, const api::JournalRow& e) {
  const std::vector<FieldChange> changes = changes_of(env, e);
  ui::space(ui::kGap3);
  ui::heading(3, env.say(Message::journal_changes),
              e.before.empty() && !changes.empty()  ? env.say(Message::journal_new)
              : e.after.empty() && !changes.empty() ? env.say(Message::journal_gone)
                                                    : "");
  if (changes.empty()) {
    ui::text(env.say(Message::journal_unchanged),
             {.size = ui::Size::small, .color = ui::Color::t3});
    return;
  }
  const ui::Group list(ui::Role::list, env.say(Message::journal_changes));
  std::int64_t at = 0;
  for (const FieldChange& change : changes) {
    const ui::Scope scope(at++);
    const float words = ui::content().w - 120;
    const bool both = !change.before.empty() && !change.after.empty();
    const std::string shown = both ? change.before + " → " + change.after
                              : change.after.empty()
                                  ? change.before + " → " + env.say(Message::word_none)
                                  : change.after;
    const ui::TextStyle style{.size = ui::Size::small};
    const float height = std::max(28.f, ui::paragraph_height(shown, words, style) + 8);
    const ui::Rect r = ui::take(0, height);
    ui::hairline_h(r.x, r.bottom() - 1, r.w);
    ui::add_node(ui::make_id("change"), ui::Role::list_item, change.label + "：" + shown, r);
    ui::mute_text_in({r.x, r.y, 112, 28}, change.label,
                     {.size = ui::Size::small, .color = ui::Color::t3});
    ui::push_silent();
    {
      const ui::Box box({r.x + 120, r.y + 4, words, height - 8});
      ui::paragraph(shown, style, 4);
    }
    ui::pop_silent();
  }
}

void entry_head(const Env& env, const api::JournalRow& e) {
  ui::key_value(env.say(Message::award_when), env.when(e.at));
  std::string who = e.who.empty() ? std::string(env.say(Message::journal_program)) : e.who;
  if (!e.role.empty()) who += " · " + std::string(env.word(text::Vocabulary::role, e.role));
  ui::key_value(env.say(Message::journal_who), who);
  ui::key_value(env.say(Message::journal_what), env.word(text::Vocabulary::event, e.what));
  ui::key_value(env.say(Message::journal_on), subject_words(env, e));
  if (e.amount != 0)
    ui::key_value(env.say(Message::boards_value),
                  text::signed_points(e.amount) + " " + env.say(Message::unit_points));
  if (e.minutes != 0)
    ui::key_value(env.say(Message::household_hours),
                  (e.minutes < 0 ? text::kMinus : "") +
                      text::duration(e.minutes < 0 ? -e.minutes : e.minutes, env.language()));
  if (!e.rule.empty()) ui::key_value(env.say(Message::rail_rules), e.rule);
  if (!e.note.empty()) ui::key_value(text::field_title("note", env.language()), e.note);
  if (!e.from.empty()) ui::key_value(env.say(Message::journal_from), e.from);
}

void entry_dialog(const Env& env, JournalForm& form, Wish& wish) {
  ui::Dialog dialog(env.fill(Message::map_words_grid,
                             {env.say(Message::journal_title), text::count(form.entry.position)}),
                    form.shown, 560);
  if (!dialog) return;
  const api::JournalRow& e = form.entry;
  entry_head(env, e);
  change_lines(env, e);
  ui::space(ui::kGap3);
  ui::text(env.say(Message::journal_hash), {.size = ui::Size::caption, .color = ui::Color::t3});
  for (std::size_t at = 0; at < e.hash.size(); at += 32)
    ui::text(e.hash.substr(at, 32), {.size = ui::Size::caption, .color = ui::Color::t2});
  ui::text(env.say(Message::journal_chain), {.size = ui::Size::caption, .color = ui::Color::t3});
  ui::space(ui::kGap3);
  if (const auto route = subject_route(env, e)) {
    if (ui::button(env.fill(Message::journal_open, {subject_words(env, e)}),
                   {.look = ui::Look::primary}))
      wish = Go{*route}, form.shown = false;
    ui::same_row();
  }
  if (ui::button(env.say(Message::close))) form.shown = false;
}

void dates(const Env& env, JournalForm& form, Wish& wish) {
  const std::string of = env.route.get("since") + "/" + env.route.get("until");
  if (form.dates_of != of) {
    form.dates_of = of;
    form.since = env.route.get("since"), form.until = env.route.get("until");
  }
  for (const auto& [key, label, value] : {std::tuple{"since", Message::journal_since, &form.since},
                                          {"until", Message::journal_until, &form.until}}) {
    ui::same_row();
    ui::set_next_width(146);
    const ui::FieldEvent e = ui::date_field(
        env.say(label), *value,
        {.placeholder = env.say(label), .icon = ui::Icon::calendar, .label_hidden = true});
    if (e.changed && (value->empty() || base::parse_date(*value)))
      wish = Go{env.route.with(key, *value), true};
  }
}

void filters(const Env& env, JournalForm& form, ui::Rect& area, Wish& wish) {
  const ui::Box box(area.inset(page_margin(), 0));
  ui::set_next_width(170);
  if (ui::text_field(env.say(Message::journal_who), form.who,
                     {.kind = ui::FieldKind::search,
                      .placeholder = env.say(Message::journal_who),
                      .icon = ui::Icon::user,
                      .max_length = 40,
                      .label_hidden = true,
                      .clearable = true})
          .changed)
    wish = Go{env.route.with("who", form.who), true};
  dates(env, form, wish);
  for (const char* what :
       {"points_awarded", "transfer_reversed", "points_verified", "household_saved", "person_saved",
        "place_saved", "file_imported", "user_saved", "signed_in"}) {
    ui::same_row();
    const bool on = env.route.get("what") == what;
    if (ui::chip(env.word(text::Vocabulary::event, what), {.on = on, .removable = on}))
      wish = Go{env.route.with("what", on ? "" : what)};
  }
  area.cut_top(std::max(36.f, ui::content().y - area.y), 4);  // the chips may need a second line
}

void fill_row(const Env& env, const api::JournalRow& row, std::vector<ui::Cell>& cells) {
  using ui::Color;
  cells[0] = {.text = text::count(row.position), .color = Color::t3};
  cells[1] = {.text = env.when(row.at), .color = Color::t2};
  cells[2].text = row.who.empty() ? env.say(Message::journal_program) : row.who;
  cells[3] = {.text = std::string(env.word(text::Vocabulary::role, row.role)), .color = Color::t2};
  cells[4].text = env.word(text::Vocabulary::event, row.what);
  cells[5].text = subject_words(env, row);
  cells[6] = {.text = summary(env, row), .color = Color::t2};
  cells[7] = {.text = row.from, .color = Color::t3};
  cells[8] = {.text = row.hash.substr(0, kHashShown), .color = Color::t3};
}

}  // namespace

Wish journal(const Env& env, const model::Rows<api::JournalRow>& list, JournalForm& form,
             ui::Rect page) {
  Wish wish;
  if (form.columns.empty()) form.who = env.route.get("who");  // opened by its address
  make_columns(env, form);
  const ui::Group main(ui::Role::main, env.say(Message::journal_title), page);
  ui::Rect area{page.x, page.y + 16, page.w, page.h - 16};
  ui::Rect head = area.cut_top(32, 8).inset(page_margin(), 0);
  {
    const ui::Box buttons(head.cut_right(file_menu_width(env), 12));
    ui::set_next_width(0);
    if (const auto format = file_menu(env)) wish = Export{List::journal, *format};
  }
  ui::heading_in(head, 1, env.say(Message::journal_title), env.say(Message::journal_hint));
  filters(env, form, area, wish);
  const auto n = static_cast<std::int64_t>(list.rows.size());
  if (!list.known || n == 0) {
    const ui::Box box(area.inset(page_margin(), 8));
    if (!list.known)
      ready(env, false, list.loading, list.trouble, 12, wish);
    else if (ui::empty_state(ui::Icon::clock, env.say(Message::empty_journal),
                             env.route.set.empty() ? "" : env.say(Message::journal_clear)))
      form.who.clear(), wish = Go{env.route.to(model::Section::journal)};
    return wish;
  }
  const std::string foot =
      env.fill(list.more() ? Message::journal_latest : Message::table_total, {text::count(n)});
  const auto row_at = [&](std::int64_t i) -> const api::JournalRow& {
    return list.rows[static_cast<std::size_t>(i)];
  };
  ui::TableOptions options = table_options(
      env, "journal", [&](std::int64_t i) { return std::to_string(row_at(i).position); },
      list.at_ms);
  options.compact = true;
  options.foot_left = foot;
  const ui::TableEvent e = ui::table(
      env.say(Message::journal_title), area, form.columns, n,
      [&](std::int64_t i, std::vector<ui::Cell>& cells) { fill_row(env, row_at(i), cells); },
      form.table, options);
  if (e.opened >= 0 && e.opened < n) form.entry = row_at(e.opened), form.shown = true;
  table_answers(env, e, form.table, n);
  if (list.more() && near_end(form.table, list.rows.size(), area.h, true))
    wish = LoadMore{List::journal};
  entry_dialog(env, form, wish);
  return wish;
}

}  // namespace shanzhi::screens
