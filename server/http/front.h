// What anybody sees before signing in: the page with the town's name and four headline figures laid
// into it, so that they stand there before the program has loaded.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <httplib.h>

#include "server/http/compression.h"
#include "server/http/door.h"
#include "server/http/services.h"
#include "server/http/static_files.h"

namespace shanzhi::http {

/// Thread-safe. Rendered anew when the journal has moved on, at most once a second.
class Front {
 public:
  /// `page` may be nullptr: then there is no page, and `page_exists` says so.
  Front(Services& services, const StaticFiles::File* page);

  bool page_exists() const { return page_ != nullptr; }
  void page(const httplib::Request& request, httplib::Response& response);
  /// The same figures as JSON: {"town":…,"figures":[{"label":…,"value":…}]}.
  void figures(const httplib::Request& request, httplib::Response& response,
               const Visitor& visitor);

 private:
  struct Headline {
    std::string town;
    std::vector<std::pair<std::string, std::string>> figures;  ///< label, value
  };
  struct Rendered {
    Headline headline;
    std::string json;
    StaticFiles::File file;
  };
  std::shared_ptr<const Rendered> rendered(text::Language language);
  Headline ask(text::Language language);
  std::shared_ptr<const Rendered> render(text::Language language);

  Services& services_;
  const StaticFiles::File* page_;
  std::mutex mutex_;
  std::int64_t position_ = -1;
  base::Instant made_at_;
  std::array<std::shared_ptr<const Rendered>, 2> kept_;  ///< by language
};

}  // namespace shanzhi::http
