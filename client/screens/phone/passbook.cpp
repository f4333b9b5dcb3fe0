// The month's sums, the lines by day, and the page of one line.
#include "client/screens/phone/passbook.h"

#include <algorithm>

#include "client/screens/photo_row.h"

namespace shanzhi::screens {
namespace {

using model::Section;

const ui::TextStyle kSmall{.size = ui::Size::small, .color = ui::Color::t2};

ui::Color color_of(const api::PassbookLine& line) {
  return line.amount < 0 ? ui::Color::t1 : ui::Color::gold_text;
}

void sums(const Env& env, const api::Passbook& book, ui::Rect r) {
  const std::string month = text::short_month(env.today, env.language());
  const std::string labels[] = {env.say(Message::household_balance),
                                env.fill(PhoneWord::me_month_in, {month}),
                                env.fill(PhoneWord::me_month_out, {month})};
  const std::string values[] = {text::points(book.balance), text::signed_points(book.month_earned),
                                text::signed_points(-book.month_spent)};
  ui::Rect row = r.inset(kPageSide, 8);
  for (int i = 0; i < 3; i++) {
    const ui::Rect c = row.column(i, 3, 12);
    const ui::Align align = i == 2 ? ui::Align::right : ui::Align::left;
    const std::size_t at = static_cast<std::size_t>(i);
    ui::TextStyle label = kSmall, value{.size = ui::Size::figure,
                                        .color = i == 0 ? ui::Color::gold_text : ui::Color::t1,
                                        .align = align};
    label.align = align;
    if (ui::measure(values[at], value).x > c.w) value.size = ui::Size::body;
    const float head = ui::line_height(ui::Size::small);
    ui::mute_text_in({c.x, c.y, c.w, head}, labels[at], label);
    ui::mute_text_in({c.x, c.y + head, c.w, c.h - head}, values[at], value);
    ui::add_node(ui::make_id(labels[at]), ui::Role::text, labels[at] + " " + values[at], c);
  }
  ui::hairline_h(r.x, r.bottom() - 1, r.w);
}

/// Rule, who, evidence: what answers "why", as far as it is on record.
struct Why {
  PhoneWord title;
  std::string words;
};
std::vector<Why> whys(const Env& env, const api::PassbookLine& line) {
  std::vector<Why> out;
  if (!line.rule.empty()) {
    std::string rule = line.rule;
    if (line.minutes != 0)
      rule +=
          "，" + text::duration(line.minutes < 0 ? -line.minutes : line.minutes, env.language());
    out.push_back({PhoneWord::me_rule, rule});
  }
  if (!line.by.empty()) out.push_back({PhoneWord::me_who, line.by});
  if (!line.evidence.empty())
    out.push_back(
        {PhoneWord::me_proof, std::string(env.word(text::Vocabulary::evidence, line.evidence))});
  if (!line.note.empty()) out.push_back({PhoneWord::me_note, line.note});
  return out;
}

void month_head(const Env& env, base::CivilDate day) {
  ui::space(14);
  ui::heading(2, text::month(day, env.language()));
  ui::space(4);
  ui::hairline();
}

/// 今天, 昨天, else the day of the week: the number stands over it.
std::string day_words(const Env& env, base::CivilDate day) {
  if (env.today.days - day.days < 2) return text::when_day(day, env.today, env.language());
  const std::string words = text::day(day, env.language());
  const std::size_t space = words.find(' ');
  return env.language() == text::Language::chinese ? words.substr(space + 1)
                                                   : words.substr(0, space);
}

void day_at_left(const Env& env, ui::Rect r, base::CivilDate day) {
  const float body = ui::line_height(ui::Size::body);
  ui::mute_text_in({r.x, r.y, r.w, body}, std::to_string(base::ymd_of(day).day),
                   {.size = ui::Size::amount});
  ui::mute_text_in({r.x, r.y + body + 2, r.w + 8, r.h - body - 2}, day_words(env, day),
                   {.size = ui::Size::caption, .color = ui::Color::t3});
}

/// Each reason on a line of its own; what was left stands at the end of the first.
void why_lines(const Env& env, ui::Rect r, const std::vector<Why>& why, const std::string& left) {
  const float small = ui::line_height(ui::Size::small);
  float right =
      ui::mute_text_in({r.x, r.y, r.w, small}, left,
                       {.size = ui::Size::small, .color = ui::Color::t3, .align = ui::Align::right})
          .x -
      10;
  for (const Why& each : why) {
    const float key = ui::measure(env.say(each.title), kSmall).x + 10;
    ui::mute_text_in({r.x, r.y, key, small}, env.say(each.title),
                     {.size = ui::Size::small, .color = ui::Color::t3});
    ui::mute_text_in({r.x + key, r.y, right - r.x - key, small}, each.words, kSmall);
    r.y += small;
    right = r.right();
  }
}

constexpr int kTitleLines = 2;

/// The day at the left; title, why, amount and what was left at the right.
bool book_row(const Env& env, const api::PassbookLine& line, base::CivilDate day, bool day_shown) {
  const float small = ui::line_height(ui::Size::small);
  std::vector<Why> why = whys(env, line);
  if (why.size() > 3) why.resize(3);
  const float whys_height = small * static_cast<float>(std::max<std::size_t>(1, why.size()));
  const std::string title = line_title(env, line), amount = text::signed_points(line.amount);
  const ui::TextStyle bold{.weight = ui::Weight::semibold};
  const ui::TextStyle gain{.size = ui::Size::amount,
                           .color = color_of(line),
                           .weight = ui::Weight::semibold,
                           .align = ui::Align::right};
  const float lead = ui::measure("00", {.size = ui::Size::figure}).x + 14,
              width = ui::content().w - lead - ui::measure(amount, gain).x - 10,
              height = ui::paragraph_height(title, width, bold, kTitleLines);
  const ui::Rect r = ui::take(0, 12 + height + 2 + whys_height + 14);
  if (!ui::visible(r)) return false;
  const std::string left = env.fill(PhoneWord::me_left, {text::points(line.balance)});
  std::string told = text::when_day(day, env.today, env.language()) + "，" + title + "，" + amount;
  for (const Why& each : why) told += std::string("，") + env.say(each.title) + " " + each.words;
  const ui::Touch t = ui::press_area(told + "，" + left, r);
  if (t.hovered) ui::fill({r.x - kPageSide, r.y, r.w + 2 * kPageSide, r.h}, ui::Color::sunk);
  const float first = ui::line_height(ui::Size::body);
  if (day_shown) day_at_left(env, {r.x, r.y + 12, lead, first + 2 + small}, day);
  ui::mute_text_in({r.x, r.y + 12, r.w, first}, amount, gain);
  ui::mute_paragraph_in({r.x + lead, r.y + 12, width, height}, title, bold, kTitleLines);
  why_lines(env, {r.x + lead, r.y + 14 + height, r.w - lead, whys_height}, why, left);
  ui::hairline_h(r.x, r.bottom() - 1, r.w);
  return t.pressed;
}

void lines(const Env& env, const api::Passbook& book, MyBookForm& form, Wish& wish) {
  int month = 0, day_before = 0;
  for (const api::PassbookLine& line : book.lines) {
    const ui::Scope scope(line.transfer);
    const auto at = base::parse_instant(line.occurred_at);
    const base::CivilDate day = at ? base::day_of(*at) : env.today;
    const auto ymd = base::ymd_of(day);
    if (ymd.year * 12 + ymd.month != month) {
      month = ymd.year * 12 + ymd.month;
      day_before = 0;
      month_head(env, day);
    }
    if (book_row(env, line, day, day.days != day_before))
      wish = Go{env.route.with("line", line.transfer)};
    day_before = day.days;
  }
  if (!book.next.empty()) {
    ui::space(16);
    const bool near = ui::visible(ui::content());
    if ((ui::button(env.say(PhoneWord::me_older)) || near) &&
        form.lines <= static_cast<std::int64_t>(book.lines.size()))
      form.lines += kBookLines, ui::animate();
  }
  ui::space(16);
  ui::paragraph(env.say(PhoneWord::me_wrong), kSmall);
  ui::space(24);
}

template <class Words>
void fact(const Env& env, Words title, std::string_view words) {
  if (words.empty()) return;
  ui::space(10);
  ui::text(env.say(title), {.size = ui::Size::small, .color = ui::Color::t3});
  ui::paragraph(words);
}

void one_line(const Env& env, const api::PassbookLine& line, Wish& wish) {
  ui::space(16);
  ui::heading(2, line_title(env, line));
  const ui::TextStyle number{.size = ui::Size::figure, .color = color_of(line)};
  const std::string amount = text::signed_points(line.amount);
  ui::space(4);
  parts_in(ui::take(0, ui::line_height(ui::Size::figure) + 8),
           {{amount, number}, {" ", {}}, {points_unit(env), {.color = ui::Color::t2}}});
  ui::text(env.fill(PhoneWord::me_left, {text::points(line.balance)}), kSmall);
  if (line.reversed || !line.reverses.empty()) {
    ui::space(8);
    ui::paragraph(env.say(line.reversed ? PhoneWord::me_was_reversed : PhoneWord::me_corrects),
                  {.weight = ui::Weight::semibold});
  }
  part_line();
  if (!line.rule.empty())
    fact(env, PhoneWord::me_rule,
         line.rule + " " + line.rule_name + "，" +
             env.fill(Message::passbook_rule_version, {text::count(line.rule_version)}) + "，" +
             std::string(env.word(text::Vocabulary::service_field, line.field)));
  if (line.minutes != 0)
    fact(env, Message::award_minutes,
         text::duration(line.minutes < 0 ? -line.minutes : line.minutes, env.language()));
  fact(env, Message::award_when, env.when(line.occurred_at));
  fact(env, PhoneWord::me_who, line.by);
  fact(env, PhoneWord::me_proof,
       line.evidence.empty() ? std::string_view(env.say(PhoneWord::me_no_proof))
                             : env.word(text::Vocabulary::evidence, line.evidence));
  photo_row(env, line.photos, wish);
  fact(env, PhoneWord::me_note, line.note);
  if (!line.hash.empty()) {
    part_line();
    ui::text(env.say(Message::passbook_hash), {.size = ui::Size::small, .color = ui::Color::t3});
    for (std::size_t i = 0; i < line.hash.size(); i += 32)
      ui::text(line.hash.substr(i, 32), {.size = ui::Size::caption, .color = ui::Color::t2});
    ui::paragraph(env.say(Message::passbook_hash_hint),
                  {.size = ui::Size::caption, .color = ui::Color::t3});
  }
  ui::space(24);
}

const api::PassbookLine* chosen_line(const Env& env, const model::Loaded<api::Passbook>& book) {
  const std::string wanted = env.route.get("line");
  if (wanted.empty() || !book) return nullptr;
  for (const api::PassbookLine& line : book->lines)
    if (line.transfer == wanted) return &line;
  return nullptr;
}

}  // namespace

std::string line_title(const Env& env, const api::PassbookLine& line) {
  if (line.reason == "reversal") {
    const char* what = env.say(PhoneWord::me_reversal);
    return line.rule_name.empty() ? what : std::string(what) + " " + line.rule_name;
  }
  if (!line.rule_name.empty()) return line.rule_name;
  const std::string reason(env.word(text::Vocabulary::reason, line.reason));
  return line.merchant.empty() ? reason : reason + " " + line.merchant;
}

Wish my_passbook(const Env& env, const model::Loaded<api::Passbook>& book, MyBookForm& form,
                 ui::Rect page) {
  Wish wish;
  const api::PassbookLine* line = chosen_line(env, book);
  const std::string_view title = env.say(line ? PhoneWord::me_line : PhoneWord::me_book);
  const ui::Group main(ui::Role::main, title, page);
  page_bar(env, page, title, wish);
  if (line) {
    const ui::Scroll scroll("line", page, kPageSide);
    one_line(env, *line, wish);
    return wish;
  }
  if (book)
    sums(env, *book,
         page.cut_top(ui::line_height(ui::Size::small) + ui::line_height(ui::Size::figure) + 24));
  const ui::Scroll scroll("book", page, kPageSide);
  if (!ready(env, book, 6, wish)) return wish;
  if (book->lines.empty())
    ui::empty_state(ui::Icon::book, env.say(Message::empty_passbook));
  else
    lines(env, *book, form, wish);
  return wish;
}

}  // namespace shanzhi::screens
