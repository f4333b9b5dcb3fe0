// The pages for reading: the door, one's standing and passbook, boards, rules.
#include <array>

#include "server/http/page_frame.h"
#include "shared/text/figures.h"
#include "shared/text/words.h"

namespace shanzhi::http {
namespace {

using text::Message;

void figure(const PageFrame& frame, PageWord label, std::string_view value, Html& out) {
  out.mark("<div>").element("dt", frame.say(label)).element("dd", value).mark("</div>\n");
}

void figures(const PageFrame& frame, const api::Passbook& book, Html& out) {
  out.mark("<dl class=\"figures\">\n");
  figure(frame, PageWord::points_now, text::points(book.balance), out);
  figure(frame, PageWord::hours, text::duration(book.hours, frame.language), out);
  figure(frame, PageWord::this_week, text::signed_points(book.week), out);
  figure(frame, PageWord::this_month, text::signed_points(book.month_earned), out);
  figure(frame, PageWord::earned, text::points(book.earned), out);
  out.mark("</dl>\n");
}

void ranks(const PageFrame& frame, const std::vector<RankLine>& lines, Html& out) {
  if (lines.empty()) return;
  out.element("h2", frame.say(PageWord::ranks)).mark("<ul class=\"ranks\">\n");
  for (const RankLine& line : lines) {
    out.mark("<li><b>").text(frame.say(line.where)).mark("</b> <span>").text(line.name);
    out.mark("</span> <strong>");
    if (line.rank > 0)
      out.text(frame.fill(PageWord::rank_of, {text::count(line.rank), text::count(line.of)}));
    else
      out.text(frame.say(PageWord::rank_none));
    out.mark("</strong>");
    if (line.next_rank > 0 && line.to_next > 0)
      out.mark(" ").element("small", frame.fill(PageWord::to_next, {text::points(line.to_next),
                                                                    text::count(line.next_rank)}));
    out.mark("</li>\n");
  }
  out.mark("</ul>\n").element("p", frame.say(PageWord::ranks_hint), "hint");
}

/// Why: note, evidence, by whom, under which rule.
void line_why(const PageFrame& frame, const api::PassbookLine& line, Html& out) {
  std::string why = line.note == line.rule_name ? std::string{} : line.note;
  const auto join = [&why](std::string_view words) {
    if (words.empty()) return;
    if (!why.empty()) why += " · ";
    why += words;
  };
  if (line.minutes != 0)
    join(text::duration(line.minutes < 0 ? -line.minutes : line.minutes, frame.language));
  join(line.rule);
  if (!line.evidence.empty())
    join(text::word(text::Vocabulary::evidence, line.evidence, frame.language));
  join(line.by);
  if (line.reversed) join(frame.say(Message::passbook_reversed));
  if (!why.empty()) out.mark("<br>").element("small", why);
  for (std::size_t i = 0; i < line.photos.size(); ++i)
    out.mark("<br>").link("/api/v1/photo?id=" + line.photos[i],
                          text::fill(Message::photo_one, frame.language, {std::to_string(i + 1)}));
}

void lines(const PageFrame& frame, const api::Passbook& book, Html& out) {
  out.element("h2", frame.say(Message::passbook));
  if (book.lines.empty()) {
    out.element("p", frame.say(PageWord::lines_none));
    return;
  }
  out.mark("<table><thead><tr>").element("th", frame.say(PageWord::column_date));
  out.element("th", frame.say(PageWord::column_why));
  out.element("th", frame.say(PageWord::column_amount), "number");
  out.element("th", frame.say(PageWord::column_balance), "number").mark("</tr></thead><tbody>\n");
  for (const api::PassbookLine& line : book.lines) {
    const auto at = base::parse_instant(line.occurred_at);
    out.mark("<tr>").element(
        "td", at ? text::when_day(base::day_of(*at), base::day_of(frame.now), frame.language) : "",
        "date");
    out.mark("<td>").text(line_words(frame, line));
    line_why(frame, line, out);
    out.mark("</td>").element("td", text::signed_points(line.amount),
                              line.amount < 0 ? "number minus" : "number plus");
    out.element("td", text::points(line.balance), "number").mark("</tr>\n");
  }
  out.mark("</tbody></table>\n");
}

std::string plain_of(std::string_view person) {
  return "/plain?person=" + base::percent_encoded(person);
}

/// To those whom one looks after, and back to oneself.
void family_ways(const PageFrame& frame, const StandingView& view, Html& out) {
  if (view.family.empty() && !view.other) return;
  out.mark("<p class=\"choices\">").text(frame.say(PageWord::look_after)).mark(" ");
  if (view.other) out.link(frame.at("/plain"), frame.say(PageWord::back_to_mine)).mark(" ");
  for (const api::FamilyRow& row : view.family) {
    const bool here = row.person == view.book.person;
    out.link(frame.at(plain_of(row.person)), row.name, here ? "here" : nullptr).mark(" ");
  }
  out.mark("</p>\n");
}

void book_ways(const PageFrame& frame, const StandingView& view, Html& out) {
  const api::Passbook& book = view.book;
  out.mark("<p class=\"more\">");
  if (!book.next.empty())
    out.link(frame.at((view.other ? plain_of(book.person) + "&" : std::string("/plain?")) +
                      "cursor=" + base::percent_encoded(book.next)),
             frame.say(Message::passbook_older), "button");
  out.link(frame.at("/print/passbook?person=" + base::percent_encoded(book.person)),
           frame.say(PageWord::print_passbook), "button quiet");
  out.link(frame.at("/print/card?person=" + base::percent_encoded(book.person)),
           frame.say(PageWord::print_card), "button quiet");
  out.mark("</p>\n");
}

void members(const PageFrame& frame, const api::Passbook& book, Html& out) {
  if (book.members.size() < 2) return;
  out.element("h2", frame.say(Message::household_members)).mark("<table><tbody>\n");
  for (const api::ArchiveMember& member : book.members) {
    out.mark("<tr>").element("td", member.name);
    out.element("td", text::word(text::Vocabulary::relation, member.relation, frame.language));
    out.element("td", text::points(member.balance), "number").mark("</tr>\n");
  }
  out.mark("</tbody></table>\n");
}

/// Links that change one of a board's settings, the current one marked.
struct Choice {
  const char* parameter;
  text::Vocabulary words;
  const char* values[4];
};
constexpr std::array kChoices{
    Choice{"subject", text::Vocabulary::subject, {"person", "household", "grid", "village"}},
    Choice{"period", text::Vocabulary::period, {"week", "month", "year", "all"}}};

void choices(const PageFrame& frame, const api::Board& board, Html& out) {
  for (const Choice& choice : kChoices) {
    const bool subjects = &choice == kChoices.data();
    out.mark("<p class=\"choices\">");
    for (const char* value : choice.values) {
      const std::string address =
          "/plain/boards?subject=" + base::percent_encoded(subjects ? value : board.subject) +
          "&period=" + base::percent_encoded(subjects ? board.period : value);
      const bool now = (subjects ? board.subject : board.period) == value;
      out.link(frame.at(address), text::word(choice.words, value, frame.language),
               now ? "here" : nullptr);
      out.mark(" ");
    }
    out.mark("</p>\n");
  }
}

void board_rows(const PageFrame& frame, const BoardView& view, Html& out) {
  const api::Board& board = view.board;
  const std::string own = board.mine.empty() ? std::string{} : board.mine.front().subject;
  out.mark("<table><thead><tr>").element("th", frame.say(Message::boards_rank), "number");
  out.element("th", frame.say(Message::boards_name));
  out.element("th", text::word(text::Vocabulary::measure, board.measure, frame.language), "number");
  out.mark("</tr></thead><tbody>\n");
  for (const api::BoardRow& row : board.rows) {
    if (!own.empty() && row.subject == own)
      out.mark("<tr class=\"own\">");
    else
      out.mark("<tr>");
    out.element("td", text::count(row.rank), "number").mark("<td>").text(row.name);
    if (!row.place.empty() && row.place != view.place_name)
      out.mark(" ").element("small", row.place);
    out.mark("</td>").element("td", board_value(frame, board.measure, row.value), "number");
    out.mark("</tr>\n");
  }
  out.mark("</tbody></table>\n");
}

std::string rule_worth(const PageFrame& frame, const api::RuleRow& rule) {
  const std::string points =
      rule.direction == "deduct" ? text::signed_points(-rule.points) : text::points(rule.points);
  return text::fill(Message::rules_points_by, frame.language,
                    {points, text::word(text::Vocabulary::unit, rule.unit, frame.language)});
}

/// "每日", "每季度": how long a cap counts.
std::string_view cap_period(const PageFrame& frame, std::string_view period) {
  if (period == "day") return frame.say(Message::per_day);
  if (period == "week") return frame.say(Message::per_week);
  if (period == "all") return frame.say(Message::map_all_time);
  return text::word(text::Vocabulary::unit, period, frame.language);
}

std::string rule_most(const PageFrame& frame, const api::RuleRow& rule) {
  if (rule.cap == 0) return frame.say(Message::rules_no_cap);
  return text::fill(Message::rules_cap, frame.language,
                    {cap_period(frame, rule.cap_period), text::points(rule.cap)});
}

}  // namespace

std::string door_page(const PageFrame& frame, std::string_view name,
                      const std::optional<base::Error>& refused) {
  Html body;
  body.element("h1", frame.say(Message::sign_in));
  body.element("p", frame.say(PageWord::sign_in_line));
  if (refused)
    body.mark("<p class=\"refused\" role=\"alert\">")
        .text(text::sentence(*refused, frame.language))
        .mark("</p>\n");
  body.mark("<form class=\"door\" method=\"post\" action=\"").text(frame.at("/plain/sign-in"));
  body.mark("\">\n<label for=\"name\">").text(frame.say(Message::door_name));
  body.mark(
      "</label>\n<input id=\"name\" name=\"name\" autocomplete=\"username\" required "
      "maxlength=\"64\" "
      "autocapitalize=\"none\" value=\"");
  body.text(name).mark("\">\n<label for=\"password\">").text(frame.say(Message::sign_in_password));
  body.mark(
      "</label>\n<input id=\"password\" name=\"password\" type=\"password\" "
      "autocomplete=\"current-password\" required maxlength=\"200\">\n<button>");
  body.text(frame.say(Message::sign_in)).mark("</button>\n</form>\n");
  body.element("p", frame.say(PageWord::sign_in_where), "hint");
  return page_of(frame, frame.say(PageWord::title), PageTab::none, body);
}

std::string standing_page(const PageFrame& frame, const StandingView& view) {
  Html body;
  const api::Passbook& book = view.book;
  body.element("h1", view.resident ? book.person_name : frame.name);
  family_ways(frame, view, body);
  if (!view.resident) {
    body.element("p", frame.say(PageWord::not_resident));
    return page_of(frame, frame.say(PageWord::title), PageTab::mine, body);
  }
  body.element("p", book.village + " · " + book.grid_name + " · " + book.number, "hint");
  if (!view.older) {
    figures(frame, book, body);
    ranks(frame, view.ranks, body);
  }
  lines(frame, book, body);
  book_ways(frame, view, body);
  if (!view.older) members(frame, book, body);
  return page_of(frame, book.person_name + " · " + frame.say(PageWord::title), PageTab::mine, body);
}

std::string board_page(const PageFrame& frame, const BoardView& view) {
  Html body;
  const api::Board& board = view.board;
  body.element("h1", view.place_name + " " + frame.say(Message::boards_title));
  choices(frame, board, body);
  body.mark("<p>")
      .text(board_span(frame, board))
      .mark(" · ")
      .text(text::fill(Message::boards_of, frame.language, {text::count(board.of)}))
      .mark("</p>\n");
  for (const api::MyPlace& mine : board.mine)
    if (mine.rank > 0)
      body.element("p",
                   mine.name + "：" +
                       text::fill(Message::boards_history_rank, frame.language,
                                  {text::count(mine.rank), text::count(board.of)}),
                   "mine");
  if (board.rows.empty())
    body.element("p", frame.say(PageWord::lines_none));
  else
    board_rows(frame, view, body);
  body.element("p", frame.say(Message::boards_hint), "hint");
  body.mark("<p class=\"more\">")
      .link(frame.at("/print/board?place=" + base::percent_encoded(board.place) +
                     "&subject=" + base::percent_encoded(board.subject) +
                     "&period=" + base::percent_encoded(board.period)),
            frame.say(PageWord::print_board), "button quiet")
      .mark("</p>\n");
  return page_of(frame, frame.say(Message::boards_title), PageTab::boards, body);
}

std::string rules_page(const PageFrame& frame, const api::RulePage& rules) {
  Html body;
  body.element("h1", frame.say(Message::rules_title)).mark("<table><thead><tr>");
  body.element("th", frame.say(PageWord::column_why));
  body.element("th", frame.say(PageWord::column_each), "number").mark("</tr></thead><tbody>\n");
  for (const api::RuleRow& rule : rules.rules) {
    body.mark("<tr><td>")
        .text(rule.name)
        .mark("<br>")
        .element("small", std::string(text::word(text::Vocabulary::service_field, rule.field,
                                                 frame.language)) +
                              " · " + rule_most(frame, rule));
    body.mark("</td>").element("td", rule_worth(frame, rule), "number").mark("</tr>\n");
  }
  body.mark("</tbody></table>\n");
  return page_of(frame, frame.say(Message::rules_title), PageTab::rules, body);
}

std::string refusal_page(const PageFrame& frame, const base::Error& error) {
  Html body;
  body.element("h1", frame.say(PageWord::refused));
  body.element("p", text::sentence(error, frame.language));
  return page_of(frame, frame.say(PageWord::refused), PageTab::none, body);
}

}  // namespace shanzhi::http
