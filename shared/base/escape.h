// Text as it may stand inside another language: HTML, the address of a page.
#pragma once

#include <string>
#include <string_view>

namespace shanzhi::base {

/// As it may stand in an element or in a quoted attribute of HTML.
std::string html_escaped(std::string_view text);

/// As it may stand in a value of an address (RFC 3986: all but the unreserved characters as %XX of UTF-8).
std::string percent_encoded(std::string_view text);
/// The other way; what is no code stays as it is.
std::string percent_decoded(std::string_view text);

}  // namespace shanzhi::base
