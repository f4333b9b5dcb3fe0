// What stands round every page that the server writes: its head, the town, the ways to the other pages.
#pragma once

#include "server/http/html.h"
#include "server/http/page_views.h"

namespace shanzhi::http {

enum class PageTab : std::uint8_t { none, mine, boards, rules };

/// A whole page for reading.
std::string page_of(const PageFrame& frame, std::string_view title, PageTab tab, const Html& body);
/// A whole page for printing.
std::string sheet_of(const PageFrame& frame, std::string_view title, const Html& body);

}  // namespace shanzhi::http
