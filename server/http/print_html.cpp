// The sheets for printing: a passbook and a board on A4.
#include "server/http/page_frame.h"
#include "shared/text/figures.h"
#include "shared/text/words.h"

namespace shanzhi::http {
namespace {

using text::Message;

void fact(std::string_view label, std::string_view value, Html& out) {
  if (value.empty()) return;
  out.mark("<div>").element("dt", label).element("dd", value).mark("</div>\n");
}

void facts(const PageFrame& frame, const api::Passbook& book, Html& out) {
  out.mark("<dl class=\"facts\">\n");
  fact(frame.say(Message::export_person_name), book.person_name, out);
  if (book.person_name.empty())
    fact(frame.say(Message::household), frame.fill(PageWord::sheet_household, {book.head}), out);
  fact(text::field_title("number", frame.language), book.number, out);
  fact(frame.say(PageWord::column_where), book.village + " " + book.grid_name, out);
  fact(text::field_title("address", frame.language), book.address, out);
  fact(frame.say(Message::grids_chief), book.chief, out);
  out.mark("</dl>\n");
}

/// Columns that not every book or board has.
struct Columns {
  bool person = false, by = false, place = false;
};
Columns columns_of(const api::Passbook& book) {
  Columns columns{.person = book.person.empty()};
  for (const api::PassbookLine& line : book.lines) columns.by = columns.by || !line.by.empty();
  return columns;
}
Columns columns_of(const BoardView& view) {
  Columns columns;
  for (const api::BoardRow& row : view.board.rows)
    columns.place = columns.place || (!row.place.empty() && row.place != view.place_name);
  return columns;
}

void heads(const PageFrame& frame, const Columns& columns, Html& out) {
  out.mark("<table><thead><tr>").element("th", frame.say(PageWord::column_date));
  if (columns.person) out.element("th", frame.say(Message::export_person_name));
  out.element("th", frame.say(PageWord::column_why));
  if (columns.by) out.element("th", frame.say(PageWord::column_by));
  out.element("th", frame.say(PageWord::column_hours), "number");
  out.element("th", frame.say(PageWord::column_amount), "number");
  out.element("th", frame.say(PageWord::column_balance), "number").mark("</tr></thead><tbody>\n");
}

void entry(const PageFrame& frame, const api::PassbookLine& line, const Columns& columns,
           Html& out) {
  const auto at = base::parse_instant(line.occurred_at);
  std::string why = line_words(frame, line);
  if (!line.note.empty() && line.note != line.rule_name) why += " · " + line.note;
  if (line.reversed) why += std::string(" · ") + frame.say(Message::passbook_reversed);
  out.mark("<tr>").element("td", at ? base::to_text(base::day_of(*at)) : std::string{}, "date");
  if (columns.person) out.element("td", line.person_name);
  out.element("td", why);
  if (columns.by) out.element("td", line.by);
  out.element("td", line.minutes != 0 ? text::hours(line.minutes) : std::string{}, "number");
  out.element("td", text::signed_points(line.amount), "number");
  out.element("td", text::points(line.balance), "number").mark("</tr>\n");
}

/// Ways to the cards of whom the sheet is about; not printed.
void cards(const PageFrame& frame, const api::Passbook& book, Html& out) {
  out.mark("<p class=\"more\">");
  for (const api::ArchiveMember& member : book.members)
    if (book.person.empty() || member.id == book.person)
      out.link(frame.at("/print/card?person=" + base::percent_encoded(member.id)),
               std::string(frame.say(PageWord::print_card)) + " " + member.name, "button quiet");
  out.mark("</p>\n");
}

}  // namespace

std::string passbook_sheet(const PageFrame& frame, const api::Passbook& book, bool cut) {
  Html body;
  const bool of_household = book.person.empty();
  body.element("h1", frame.say(PageWord::sheet_passbook));
  facts(frame, book, body);
  const Columns columns = columns_of(book);
  heads(frame, columns, body);
  for (const api::PassbookLine& line : book.lines) entry(frame, line, columns, body);
  body.mark("</tbody></table>\n");
  if (book.lines.empty()) body.element("p", frame.say(PageWord::lines_none));
  body.element("p",
               frame.fill(PageWord::sheet_sums,
                          {text::points(book.earned), text::points(book.spent),
                           text::points(book.balance), text::duration(book.hours, frame.language)}),
               "sums");
  if (cut)
    body.element("p",
                 frame.fill(PageWord::sheet_cut,
                            {text::count(static_cast<std::int64_t>(book.lines.size()))}),
                 "hint");
  body.element("p", frame.say(PageWord::sheet_proof), "hint");
  body.element("p", frame.say(PageWord::sheet_signed), "signed");
  cards(frame, book, body);
  const std::string whose =
      of_household ? frame.fill(PageWord::sheet_household, {book.head}) : book.person_name;
  return sheet_of(frame, whose + " · " + frame.say(PageWord::sheet_passbook), body);
}

std::string board_sheet(const PageFrame& frame, const BoardView& view) {
  Html body;
  const api::Board& board = view.board;
  const std::string subject(text::word(text::Vocabulary::subject, board.subject, frame.language));
  const std::string measure(text::word(text::Vocabulary::measure, board.measure, frame.language));
  const std::string title =
      view.place_name + " " + frame.fill(PageWord::sheet_board, {subject, measure});
  std::string span = board_span(frame, board);
  if (board.field != "all" && !board.field.empty())
    span += " · " +
            std::string(text::word(text::Vocabulary::service_field, board.field, frame.language));
  body.element("h1", title).element("p", span, "span");
  body.mark("<table><thead><tr>").element("th", frame.say(Message::boards_rank), "number");
  body.element("th", frame.say(Message::boards_name));
  const bool places = columns_of(view).place;
  if (places) body.element("th", frame.say(PageWord::column_where));
  body.element("th", measure, "number").mark("</tr></thead><tbody>\n");
  for (const api::BoardRow& row : board.rows) {
    body.mark("<tr>").element("td", text::count(row.rank), "number").element("td", row.name);
    if (places) body.element("td", row.place);
    body.element("td", board_value(frame, board.measure, row.value), "number").mark("</tr>\n");
  }
  body.mark("</tbody></table>\n");
  const bool people = board.subject == "person" || board.subject == "household";
  body.mark("<p class=\"hint\">")
      .text(text::fill(Message::boards_of, frame.language, {text::count(board.of)}));
  body.mark(" · ").text(frame.say(Message::boards_hint));
  if (people) body.mark(" · ").text(frame.say(PageWord::masked));
  body.mark("</p>\n").element("p", frame.say(PageWord::sheet_objection), "hint");
  body.element("p", frame.say(PageWord::sheet_signed), "signed");
  return sheet_of(frame, title, body);
}

}  // namespace shanzhi::http
