// Escaping.
#include "server/http/html.h"

namespace shanzhi::http {

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string url_text(std::string_view text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       c == '-' || c == '_' || c == '.';
    const auto byte = static_cast<unsigned char>(c);
    if (plain)
      out += c;
    else
      out.append({'%', kHex[byte >> 4], kHex[byte & 15]});
  }
  return out;
}

Html& Html::link(std::string_view address, std::string_view words, const char* kind) {
  out_.append("<a href=\"").append(html_text(address)).append("\"");
  if (kind != nullptr) out_.append(" class=\"").append(kind).append("\"");
  out_.append(">").append(html_text(words)).append("</a>");
  return *this;
}

}  // namespace shanzhi::http
