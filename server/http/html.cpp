// A link, of all that a page is made of.
#include "server/http/html.h"

namespace shanzhi::http {

Html& Html::link(std::string_view address, std::string_view words, const char* kind) {
  out_.append("<a href=\"").append(base::html_escaped(address)).append("\"");
  if (kind != nullptr) out_.append(" class=\"").append(kind).append("\"");
  out_.append(">").append(base::html_escaped(words)).append("</a>");
  return *this;
}

}  // namespace shanzhi::http
