// The membership card of a person without a phone: front and back side by side on A4, each as large as a bank
// card, with the code that the program reads.
#include "server/http/page_frame.h"
#include "shared/base/qr.h"
#include "shared/text/figures.h"

namespace shanzhi::http {
namespace {

using text::Message;

/// What stands before the person's id in a code, so that a reader knows what it has before it: as the phone's.
constexpr std::string_view kCodeMark = "SZ1:";
/// Modules round a code that stay light, as the standard asks.
constexpr int kQuiet = 4;

/// A code as one drawing; each run of dark modules in a row is one rectangle.
void draw_code(const base::QrCode& code, std::string_view label, Html& out) {
  const std::string side = std::to_string(code.side + 2 * kQuiet);
  out.mark("<svg class=\"code\" role=\"img\" viewBox=\"0 0 ").text(side).mark(" ").text(side);
  out.mark("\" aria-label=\"").text(label).mark("\"><path d=\"");
  for (int y = 0; y < code.side; ++y) {
    for (int x = 0; x < code.side; ++x) {
      if (!code.dark(x, y)) continue;
      int run = 1;
      while (x + run < code.side && code.dark(x + run, y)) ++run;
      out.mark("M").text(std::to_string(x + kQuiet)).mark(" ").text(std::to_string(y + kQuiet));
      out.mark("h").text(std::to_string(run)).mark("v1h-").text(std::to_string(run)).mark("z");
      x += run;
    }
  }
  out.mark("\"/></svg>\n");
}

void front(const PageFrame& frame, const api::Passbook& book, Html& out) {
  out.mark("<section class=\"card\">\n<p class=\"of\"><b aria-hidden=\"true\">善</b> ")
      .text(frame.town);
  out.mark("<br>").text(frame.say(PageWord::card)).mark("</p>\n");
  if (const auto code = base::qr_code(std::string(kCodeMark) + book.person))
    draw_code(*code, frame.say(PageWord::card), out);
  out.element("p", book.person_name, "who");
  out.element("p", book.village + " " + book.grid_name, "where");
  out.element("p", book.number, "number").mark("</section>\n");
}

void back(const PageFrame& frame, Html& out) {
  out.mark("<section class=\"card back\">\n").element("h2", frame.say(PageWord::card_use));
  out.mark("<ol>\n");
  for (const PageWord line : {PageWord::card_use_1, PageWord::card_use_2, PageWord::card_use_3})
    out.element("li", frame.say(line));
  out.mark("</ol>\n").element(
      "p",
      frame.fill(PageWord::card_made, {text::full_date(base::day_of(frame.now), frame.language)}));
  out.mark("</section>\n");
}

}  // namespace

std::string card_sheet(const PageFrame& frame, const api::Passbook& book) {
  Html body;
  body.element("h1", frame.say(PageWord::card), "screen");
  body.mark("<div class=\"cards\">\n");
  front(frame, book, body);
  back(frame, body);
  body.mark("</div>\n").element("p", frame.say(PageWord::card_cut), "hint");
  return sheet_of(frame, book.person_name + " · " + frame.say(PageWord::card), body);
}

}  // namespace shanzhi::http
