// The pages that need no program: one's standing and passbook, boards and rules under /plain, sheets for
// printing under /print. They read what the queries read, with the same rights.
#pragma once

#include <optional>
#include <string>

#include <httplib.h>

#include "server/http/api.h"
#include "server/http/door.h"
#include "server/http/html.h"
#include "server/http/page_views.h"
#include "server/http/services.h"

namespace shanzhi::http {

class Pages {
 public:
  /// A form with a name and a password is smaller.
  static constexpr std::size_t kFormBytesMax = 4096;

  Pages(Services& services, const Door& door, Api& api)
      : services_(services), door_(door), api_(api) {}

  /// Answers GET of a page; false when the path is none.
  bool show(const httplib::Request& request, httplib::Response& response, Visitor visitor);
  /// True for the addresses of the forms.
  static bool takes(const std::string& path);
  /// Answers a form; `body` is application/x-www-form-urlencoded.
  void take(const httplib::Request& request, httplib::Response& response, Visitor visitor,
            const std::string& body);

 private:
  struct Asked {
    const httplib::Request& request;
    httplib::Response& response;
    Visitor visitor;
    PageFrame frame;
  };
  using Shown = base::Result<std::string>;

  Asked asked(const httplib::Request& request, httplib::Response& response, Visitor visitor);
  /// One query's view, as the caller may see it.
  template <class V>
  base::Result<V> read(const Asked& asked, const char* query, const app::Parameters& parameters);

  Shown standing(Asked& asked, const api::Me& me);
  Shown board(Asked& asked, const api::Me& me, bool printed);
  Shown rules(Asked& asked);
  Shown passbook(Asked& asked);
  Shown card(Asked& asked, const api::Me& me);
  std::vector<RankLine> ranks(const Asked& asked, const api::Passbook& book);
  base::Result<api::PlaceRow> place(const Asked& asked, const std::string& code);
  std::string own_village(const Asked& asked, const api::Me& me);
  void sign_in(Asked& asked, const httplib::Params& form);

  Services& services_;
  const Door& door_;
  Api& api_;
};

}  // namespace shanzhi::http
