// What the pages without a program show: values of the views, and which page one is on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/api/queries.h"
#include "shared/api/views.h"
#include "shared/base/instant.h"
#include "shared/text/text.h"

namespace shanzhi::http {

enum class PageWord : std::uint8_t {
#define P(name, chinese, english) name,
#include "server/http/page_words.inc"
#undef P
};
const char* say(PageWord word, text::Language language);

/// Round every page: language, whose town, who looks, where.
struct PageFrame {
  text::Language language = text::Language::chinese;
  std::string town;
  std::string name;  ///< of who is signed in; "" nobody
  std::string path;  ///< with its parameters but `lang`, for the switch of languages
  base::Instant now;

  bool english() const { return language == text::Language::english; }
  const char* say(PageWord word) const { return http::say(word, language); }
  const char* say(text::Message message) const { return text::say(message, language); }
  std::string fill(PageWord word, std::initializer_list<std::string_view> values) const {
    return text::fill(std::string_view(say(word)), values);
  }
  /// The address in this page's language.
  std::string at(std::string_view address) const;
};

/// One's place among the residents of a place.
struct RankLine {
  PageWord where = PageWord::in_village;
  std::string name;  ///< of the place
  std::int64_t rank = 0, of = 0;
  std::int64_t to_next = 0, next_rank = 0;  ///< centipoints
};
struct StandingView {
  api::Passbook book;
  std::vector<RankLine> ranks;
  bool resident = false;                    ///< false: the account is nobody's, there is no book
  bool older = false;                       ///< a later page of the book: its lines alone
  bool other = false;                       ///< of somebody whom the reader looks after
  std::vector<api::FamilyRow> family = {};  ///< whom the reader looks after
};
struct BoardView {
  api::Board board;
  std::string place_name;
  std::string note;  ///< what was asked that is not the default: "&subject=village"
};

// plain_html.cpp: read on the screen.
std::string door_page(const PageFrame& frame, std::string_view name,
                      const std::optional<base::Error>& refused);
std::string standing_page(const PageFrame& frame, const StandingView& view);
std::string board_page(const PageFrame& frame, const BoardView& view);
std::string rules_page(const PageFrame& frame, const api::RulePage& rules);
std::string refusal_page(const PageFrame& frame, const base::Error& error);

// print_html.cpp: laid on A4.
std::string passbook_sheet(const PageFrame& frame, const api::Passbook& book, bool cut);
std::string board_sheet(const PageFrame& frame, const BoardView& view);
// print_card.cpp: cut out of A4 or card stock. The book is a person's.
std::string card_sheet(const PageFrame& frame, const api::Passbook& book);

/// What a line of a passbook is for: its rule, the shop, or the reason.
std::string line_words(const PageFrame& frame, const api::PassbookLine& line);
/// A value of a board with its unit.
std::string board_value(const PageFrame& frame, std::string_view measure, std::int64_t value);
/// The span that a board is of: "2026年11月".
std::string board_span(const PageFrame& frame, const api::Board& board);

}  // namespace shanzhi::http
