// The archive drawer: head, figures, members, lines; the award form at its right.
#include "client/screens/desk/archive.h"

#include "client/screens/desk/list_tools.h"

#include <algorithm>

#include "client/screens/desk/record_form.h"

namespace shanzhi::screens {
namespace {

constexpr float kRoomForForm = 520;

void shut(const Env& env, Wish& wish) {
  wish = Go{env.route.with("open", "")};
}

void head(const Env& env, const api::Passbook& book, ui::Rect& area, Wish& wish) {
  ui::Rect line = area.cut_top(30, 2);
  {
    const ui::Box corner(line.cut_right(32));
    if (ui::icon_button(ui::Icon::cross, env.say(Message::close))) shut(env, wish);
  }
  if (may_change(env, FormKind::household, book.grid)) {
    const ui::Box corner(line.cut_right(32, 4));
    if (ui::icon_button(ui::Icon::pencil, env.say(Message::household_edit)))
      wish = OpenForm{FormKind::household, book.household};
  }
  {
    const ui::Box box(line);
    const std::string name = env.fill(Message::household_of, {book.head});
    ui::set_next_width(ui::measure(name, {.size = ui::Size::h1, .weight = ui::Weight::semibold}).x +
                       4);
    ui::text(name, {.size = ui::Size::h1, .weight = ui::Weight::semibold});
    ui::add_node(ui::make_id("archive"), ui::Role::heading, name, ui::last(), 0, 2);
    std::string_view rest = book.tags;
    for (int i = 0; i < 3 && !rest.empty(); i++) {
      const std::string_view tag = rest.substr(0, rest.find(','));
      ui::same_row();
      ui::tag(tag);
      rest.remove_prefix(std::min(rest.size(), tag.size() + 1));
    }
  }
  std::string where = book.number;
  for (const std::string& part : {grid_words(book.village, book.grid_name), book.address})
    if (!part.empty()) where += " · " + part;
  where += " · " + env.fill(Message::household_member_count,
                            {text::count(static_cast<std::int64_t>(book.members.size()))});
  if (!book.phone.empty()) where += " · " + book.phone;
  if (!book.chief.empty())
    where += " · " + std::string(env.say(Message::card_chief)) + " " + book.chief;
  ui::text_in(area.cut_top(20, 12), where, {.size = ui::Size::small, .color = ui::Color::t2});
}

void figures(const Env& env, const api::Passbook& book, ui::Rect r) {
  const bool chinese = env.language() == text::Language::chinese;
  const std::string balance = text::points(book.balance), hours = text::hours(book.hours),
                    rank = book.rank > 0 ? text::count(book.rank) : "–",
                    week = text::signed_points(book.week);
  const std::string of = "/ " + text::count(book.of);
  const auto line = as_floats(book.by_month, 100);
  const char* point = chinese ? "分" : "points";
  struct Item {
    const char* label;
    const std::string& value;
    std::string_view unit;
    ui::Color color;
  };
  const Item items[] = {
      {env.say(Message::household_balance), balance, point, ui::Color::gold_text},
      {env.say(Message::household_hours), hours, chinese ? "小时" : "h", ui::Color::t1},
      {env.say(Message::household_rank), rank, of, ui::Color::t1},
      {env.say(Message::household_week), week, point, ui::Color::t1}};
  float x = r.x;
  for (const Item& i : items) {
    const float w = std::max(92.f, ui::measure(i.value, {.size = ui::Size::code}).x +
                                       ui::measure(i.unit, {.size = ui::Size::small}).x + 34);
    ui::figure_in({x, r.y, w, r.h}, i.label, i.value,
                  {.size = ui::Size::code, .color = i.color, .unit = i.unit});
    x += w;
  }
  if (line.size() > 1 && r.right() - x > 110)
    ui::sparkline({r.right() - 110, r.y + 22, 110, 26}, line, ui::Color::gold_fill,
                  env.say(Message::trend_points));
}

/// The name, and beside it that it stands on no board.
void member_name(const Env& env, const api::ArchiveMember& m, ui::Rect r) {
  const ui::Rect drawn = ui::mute_text_in(r, m.name, {.weight = ui::Weight::semibold});
  if (!m.off_boards) return;
  const std::string_view words = env.say(Message::person_off_boards);
  const float w = ui::measure(words, {.size = ui::Size::caption}).x + 12;
  const ui::Rect t{drawn.right() + 6, r.y + (r.h - 18) / 2, w, 18};
  if (t.right() > r.right()) return;
  ui::fill(t, ui::Color::sunk, 9);
  ui::text_in(t.inset(6, 0), words, {.size = ui::Size::caption, .color = ui::Color::t2});
}

/// Always in hours, so that they stand below each other; the unit close to its figure.
void member_hours(const Env& env, const api::ArchiveMember& m, ui::Rect r) {
  const std::string_view unit = env.language() == text::Language::chinese ? "小时" : "h";
  const ui::Rect drawn = ui::mute_text_in(
      r, unit, {.size = ui::Size::caption, .color = ui::Color::t3, .align = ui::Align::right});
  ui::mute_text_in({r.x, r.y, drawn.x - 4 - r.x, r.h}, text::hours(m.hours),
                   {.color = ui::Color::t2, .align = ui::Align::right});
}

/// At the row's end: what is known of the person, to be changed.
void member_pencil(const Env& env, const api::Passbook& book, const api::ArchiveMember& m,
                   ui::Rect r, Wish& wish) {
  const std::string label = std::string(env.say(Message::edit)) + " " + m.name;
  const ui::Touch t = ui::press_area(label, r);
  if (t.hovered) ui::fill(r, ui::Color::raise, 4);
  ui::icon_in(r, ui::Icon::pencil, 16, t.hovered ? ui::Color::jade : ui::Color::t3);
  if (t.pressed) wish = OpenForm{FormKind::person, m.id, book.household};
}

/// Beside it: the slip with which this person signs in.
void member_code(const Env& env, const api::ArchiveMember& m, ui::Rect r, CodeForm& form) {
  const std::string label = std::string(env.say(Message::door_print)) + " " + m.name;
  const ui::Touch t = ui::press_area(label, r);
  if (t.hovered) ui::fill(r, ui::Color::raise, 4);
  ui::icon_in(r, ui::Icon::phone, 16, t.hovered ? ui::Color::jade : ui::Color::t3);
  if (t.pressed) open_code(form, m.id, m.name);
}

/// Heading of the members, with the button that adds one.
void members_head(const Env& env, const api::Passbook& book, bool change, Wish& wish) {
  const ui::Rect line = ui::take(0, 28);
  ui::heading_in(line, 2, env.say(Message::household_members));
  if (!change) return;
  const std::string_view label = env.say(Message::person_new);
  const float w = ui::measure(label, {.size = ui::Size::small}).x + 48;
  const ui::Box box({line.right() - w, line.y, w, 28});
  if (ui::button(label, {.look = ui::Look::quiet, .icon = ui::Icon::plus, .small = true}))
    wish = OpenForm{FormKind::person, {}, book.household};
}

void members(const Env& env, const api::Passbook& book, ArchiveForm& form, Wish& wish) {
  const bool change = may_change(env, FormKind::person, book.grid);
  members_head(env, book, change, wish);
  ui::space(2);
  const ui::Group list(ui::Role::group, env.say(Message::household_members));
  for (const api::ArchiveMember& m : book.members) {
    const ui::Scope scope(m.id);
    ui::Rect r = ui::take(0, 30);
    ui::hairline_h(r.x, r.bottom() - 1, r.w);
    if (change) member_pencil(env, book, m, r.cut_right(28, 2), wish);
    if (change) member_code(env, m, r.cut_right(28, 2), form.code);
    const bool on = form.member == m.id;
    const ui::Touch t = ui::press_area(m.name, r, ui::Role::button, on ? ui::kPressed : 0u);
    if (on || t.hovered) ui::fill(r, on ? ui::Color::sel : ui::Color::sunk, 4);
    const float c = r.w / 100;
    member_name(env, m, {r.x, r.y, c * (m.off_boards ? 34 : 26), r.h});
    ui::mute_text_in({r.x + c * (m.off_boards ? 35 : 27), r.y, c * 18, r.h},
                     env.word(text::Vocabulary::relation, m.relation), {.color = ui::Color::t2});
    if (m.age > 0)
      ui::mute_text_in({r.x + c * 46, r.y, c * 16, r.h},
                       env.fill(Message::person_age, {text::count(m.age)}),
                       {.color = ui::Color::t2});
    member_hours(env, m, {r.x + c * 58, r.y, c * 24, r.h});
    ui::mute_text_in(r, text::points(m.balance),
                     {.color = ui::Color::gold_text,
                      .weight = ui::Weight::semibold,
                      .align = ui::Align::decimal});
    if (!t.pressed) continue;
    form.member = on ? "" : m.id;
    if (!on) form.award.person = m.id, form.award.person_name = m.name;
  }
}

/// Who may look after whom, each with its end.
void family(const Env& env, const api::Passbook& book, ArchiveForm& form, Wish& wish) {
  take_finished(form.ended);
  submission_trouble(env, form.ended);
  for (const api::FamilyRow& row : book.family) {
    const ui::Scope scope(row.id);
    const bool may = may_change(env, FormKind::family, book.grid);
    const std::string_view ending = env.say(Message::family_end);
    const std::string words = env.fill(Message::family_line, {row.relative, row.name});
    const float button = may ? ui::measure(ending).x + 24 : 0;
    const float high = ui::paragraph_height(words, ui::content().w - button);
    ui::Rect r = ui::take(0, high + 24);
    if (may) {
      const ui::Box box(r.cut_right(button));
      ui::set_next_width(0);
      if (ui::button(ending, {.look = ui::Look::quiet, .small = true}))
        form.ending = true, form.access = row.id;
    }
    {
      const ui::Box box({r.x, r.y + 4, r.w, high});
      ui::paragraph(words);
    }
    r.cut_top(high + 4);
    std::string how(env.word(text::Vocabulary::consent_way, row.way));
    for (const std::string& part : {row.by, row.until})
      if (!part.empty()) how += " · " + part;
    ui::text_in(r, how, {.size = ui::Size::small, .color = ui::Color::t2});
  }
  const std::string_view end = env.say(Message::family_end);
  if (ui::confirm(end, form.ending, env.say(Message::family_end_question), end,
                  env.say(Message::cancel)) != ui::Answer::yes)
    return;
  const auto id = base::parse_uuid(form.access);
  form.ended = std::make_shared<model::Submission>();
  wish = Submit{api::EndFamilyAccess{{}, {id.value_or(base::Uuid{})}}, form.ended, {}};
}

bool of_kind(const api::PassbookLine& line, int kind) {
  switch (kind) {
    case 1: return line.reason == "rule" || line.reason == "import";
    case 2: return line.reason == "offer";
    case 3: return line.reason == "reversal" || line.reversed;
    default: return true;
  }
}

void lines(const Env& env, const ArchiveView& view, ArchiveForm& form, Wish& wish) {
  const api::Passbook& book = *view.book;
  ui::space(ui::kGap4);
  {
    ui::Rect line = ui::take(0, 32);
    {
      const ui::Box box(line.cut_right(file_menu_width(env), 12));
      ui::set_next_width(0);
      const auto format = file_menu(env);
      if (format == api::FileKind::html)  // the server's own sheet, of the member chosen or of all
        wish = OpenUrl{"/print/passbook?" + (form.member.empty() ? "household=" + book.household
                                                                 : "person=" + form.member)};
      else if (format)
        wish = Export{.list = List::passbook, .format = *format, .household = book.household};
    }
    ui::heading_in(line, 2, env.say(Message::passbook_lines));
  }
  const std::string_view kinds[] = {env.say(Message::all), env.say(Message::rail_award),
                                    env.word(text::Vocabulary::reason, "offer"),
                                    env.say(Message::reverse)};
  ui::tabs(env.say(Message::passbook_lines), form.kind, kinds);
  ui::mute_text_in(  // over the column that runs below
      ui::last(), env.say(Message::household_balance),
      {.size = ui::Size::caption, .color = ui::Color::t3, .align = ui::Align::right});
  int shown = 0;
  for (const api::PassbookLine& line : book.lines) {
    if (!of_kind(line, form.kind) || (!form.member.empty() && line.person != form.member)) continue;
    const ui::Scope scope(line.transfer);
    shown++;
    if (passbook_line(env, line)) form.line.open_line(line);
  }
  if (shown == 0) {
    ui::space(ui::kGap4);
    const bool none = book.lines.empty();
    if (ui::empty_state(none ? ui::Icon::book : ui::Icon::search,
                        env.say(none ? Message::empty_passbook : Message::empty_filtered),
                        none ? "" : env.say(Message::empty_filtered_action)))
      form.kind = 0, form.member.clear();
  }
  if (!book.next.empty() && static_cast<std::int64_t>(book.lines.size()) < model::kPageMost) {
    ui::space(ui::kGap2);
    if (ui::button(env.say(Message::passbook_older),
                   {.look = ui::Look::quiet,
                    .busy = view.lines_wanted > static_cast<std::int64_t>(book.lines.size()) + 99}))
      form.lines = std::min(model::kPageMost, form.lines + 200);
  }
  ui::space(ui::kGap5);
}

}  // namespace

namespace {

/// In a hand the form takes the place of the lines, while it is wanted. False: draw the lines.
bool award_in_turn(const Env& env, const ArchiveView& view, ArchiveForm& form, ui::Rect& area,
                   Wish& wish) {
  if (!form.awarding) {
    const ui::Rect foot = area.cut_bottom(32, 12);
    ui::hairline_h(foot.x, foot.y - 6, foot.w);
    const ui::Box box({foot.x, foot.y + 4, foot.w, foot.h});
    ui::set_next_width(0);
    form.awarding = ui::button(env.say(Message::award_title),
                               {.look = ui::Look::primary, .icon = ui::Icon::award});
    return false;
  }
  ui::Rect line = area.cut_top(32, 6);
  {
    const ui::Box corner(line.cut_right(32));
    if (ui::icon_button(ui::Icon::cross, env.say(Message::back))) form.awarding = false;
  }
  ui::heading_in(line, 2, env.say(Message::award_title));
  award_fields(env, view.award, form.award, area, wish);
  return true;
}

}  // namespace

Wish archive(const Env& env, const ArchiveView& view, ArchiveForm& form, ui::Rect r) {
  Wish wish;
  const std::string open = env.route.get("open");
  if (form.household != open) form = {}, form.household = open;
  const ui::Drawer drawer(env.say(Message::household_archive), r);
  if (!ui::typing() && ui::key_pressed(ui::Key::escape)) shut(env, wish);
  ui::Rect area = ui::content().inset(page_margin(), 16);
  if (!view.book) {
    const ui::Box box(area);
    ready(env, view.book, 8, wish);
    return wish;
  }
  const api::Passbook& book = *view.book;
  if (form.award.person.empty() && !book.members.empty())
    form.award.person = book.members.front().id, form.award.person_name = book.members.front().name;
  head(env, book, area, wish);
  figures(env, book, area.cut_top(58, 10));
  ui::hairline_h(r.x, area.y, r.w);
  area.cut_top(12);
  const bool beside = area.w >= kRoomForForm;
  if (view.form_allowed && !beside && award_in_turn(env, view, form, area, wish)) return wish;
  ui::Rect left = area;
  if (view.form_allowed && beside) {
    const ui::Rect right = left.cut_right(std::clamp(area.w * .38f, 236.f, 300.f), 24);
    ui::hairline_v(right.x - 12, right.y - 12, right.h + 28);
    ui::Rect fields = right;
    ui::heading_in(fields.cut_top(24, 6), 2, env.say(Message::award_title));
    award_fields(env, view.award, form.award, fields, wish);
  }
  {
    const ui::Scroll scroll("book", left, 0);
    members(env, book, form, wish);
    family(env, book, form, wish);
    lines(env, view, form, wish);
  }
  line_dialogs(env, form.line, wish);
  code_dialog(env, form.code, wish);
  return wish;
}

}  // namespace shanzhi::screens
