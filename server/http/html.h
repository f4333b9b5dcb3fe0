// HTML as it is written by the server: markup comes from the program's own literals, all else is escaped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/escape.h"

namespace shanzhi::http {

/// A piece of a page as it grows.
class Html {
 public:
  /// Markup: a literal, never what somebody has entered.
  template <std::size_t n>
  Html& mark(const char (&literal)[n]) {
    out_.append(literal, n - 1);
    return *this;
  }
  Html& text(std::string_view words) {
    out_ += base::html_escaped(words);
    return *this;
  }
  /// <td>words</td>, with `tag` a literal and an optional class.
  template <std::size_t n>
  Html& element(const char (&tag)[n], std::string_view words, const char* kind = nullptr) {
    return open(tag, kind).text(words).close(tag);
  }
  template <std::size_t n>
  Html& open(const char (&tag)[n], const char* kind = nullptr) {
    out_.append("<").append(tag, n - 1);
    if (kind != nullptr) out_.append(" class=\"").append(kind).append("\"");
    out_ += '>';
    return *this;
  }
  template <std::size_t n>
  Html& close(const char (&tag)[n]) {
    out_.append("</").append(tag, n - 1).append(">");
    return *this;
  }
  /// A link; `kind` is its class.
  Html& link(std::string_view address, std::string_view words, const char* kind = nullptr);
  /// Another piece, which was built like this one.
  Html& add(const Html& piece) {
    out_ += piece.out_;
    return *this;
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace shanzhi::http
