// Head, banner and ways of the pages, and the words that several of them share.
#include "server/http/page_frame.h"

#include <array>

#include "shared/describe/describe.h"
#include "shared/text/figures.h"
#include "shared/text/words.h"

namespace shanzhi::http {
namespace {

using text::Message;

struct Words {
  const char *chinese, *english;
};
constexpr std::array kWords{
#define P(name, chinese, english) Words{chinese, english},
#include "server/http/page_words.inc"
#undef P
};

/// A form sends its own page's address along, so that the server can tell it from another site's.
void head(const PageFrame& frame, std::string_view title, Html& out) {
  out.mark("<!doctype html>\n<html lang=\"");
  if (frame.english())
    out.mark("en");
  else
    out.mark("zh-CN");
  out.mark(
         "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
         "content=\"width=device-width, "
         "initial-scale=1, viewport-fit=cover\">\n<meta name=\"color-scheme\" content=\"light "
         "dark\">\n<meta name=\"referrer\" content=\"same-origin\">\n<meta name=\"robots\" "
         "content=\"noindex\">\n<title>")
      .text(title)
      .mark(
          "</title>\n<link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\">\n<link "
          "rel=\"stylesheet\" href=\"/plain.css\">\n</head>\n");
}

void way(const PageFrame& frame, PageTab now, PageTab to, std::string_view address,
         std::string_view words, Html& out) {
  out.link(frame.at(address), words, now == to ? "here" : nullptr);
}

void ways(const PageFrame& frame, PageTab tab, Html& out) {
  out.mark("<nav>");
  way(frame, tab, PageTab::mine, "/plain", frame.say(PageWord::mine), out);
  way(frame, tab, PageTab::boards, "/plain/boards", frame.say(Message::rail_boards), out);
  way(frame, tab, PageTab::rules, "/plain/rules", frame.say(Message::rail_rules), out);
  out.mark("<form method=\"post\" action=\"")
      .text(frame.at("/plain/sign-out"))
      .mark("\"><button class=\"quiet\">")
      .text(frame.say(Message::sign_out))
      .mark("</button></form></nav>\n");
}

}  // namespace

const char* say(PageWord word, text::Language language) {
  const Words& words = kWords[static_cast<std::size_t>(word)];
  return language == text::Language::english ? words.english : words.chinese;
}

std::string PageFrame::at(std::string_view address) const {
  std::string out(address);
  if (english()) out += address.find('?') == std::string_view::npos ? "?lang=en" : "&lang=en";
  return out;
}

std::string page_of(const PageFrame& frame, std::string_view title, PageTab tab, const Html& body) {
  Html out;
  head(frame, title, out);
  PageFrame other = frame;
  other.language = frame.english() ? text::Language::chinese : text::Language::english;
  out.mark("<body>\n<header><p class=\"town\"><b aria-hidden=\"true\">善</b> ")
      .text(frame.town)
      .mark(" · ")
      .text(frame.say(PageWord::title))
      .mark("</p>")
      .link(other.at(frame.path), frame.say(PageWord::other_language), "language")
      .mark("</header>\n");
  if (!frame.name.empty()) ways(frame, tab, out);
  out.mark("<main>\n")
      .add(body)
      .mark("</main>\n<footer><p>")
      .link(frame.english() ? "/?lang=en" : "/", frame.say(PageWord::full));
  out.mark(" · ")
      .text(frame.say(PageWord::simple))
      .mark(": ")
      .text(frame.say(PageWord::simple_hint));
  out.mark("</p></footer>\n</body>\n</html>\n");
  return out.take();
}

std::string sheet_of(const PageFrame& frame, std::string_view title, const Html& body) {
  Html out;
  head(frame, title, out);
  out.mark("<body class=\"sheet\">\n<main>\n").add(body).mark("<p class=\"printed\">");
  out.text(frame.town)
      .mark(" · ")
      .text(frame.fill(PageWord::printed_at,
                       {text::full_date(base::day_of(frame.now), frame.language) + " " +
                        text::clock(frame.now)}));
  out.mark("</p>\n</main>\n<script src=\"/print.js\"></script>\n</body>\n</html>\n");
  return out.take();
}

std::string line_words(const PageFrame& frame, const api::PassbookLine& line) {
  if (line.reason == "reversal") return frame.say(Message::passbook_reversal_of);
  if (!line.rule_name.empty()) return line.rule_name;
  std::string words(text::word(text::Vocabulary::reason, line.reason, frame.language));
  if (!line.merchant.empty()) words += " " + line.merchant;
  return words;
}

std::string board_value(const PageFrame& frame, std::string_view measure, std::int64_t value) {
  if (measure == "hours") return text::duration(value, frame.language);
  const bool points = measure == "points";
  return (points ? text::points(value) : text::count(value)) + " " +
         frame.say(points ? Message::unit_points : Message::unit_times);
}

std::string board_span(const PageFrame& frame, const api::Board& board) {
  const auto period = describe::parse_enum<base::Period>(board.period);
  const auto date = base::parse_date(board.date);
  if (!period || !date) return {};
  return text::period_span(*period, *date, frame.language);
}

}  // namespace shanzhi::http
