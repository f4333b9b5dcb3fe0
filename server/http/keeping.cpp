// The mark that lets an answer be kept on a device.
#include "server/http/keeping.h"

#include <algorithm>
#include <array>

#include "server/http/tags.h"

namespace shanzhi::http {
namespace {

/// What happened since, what was typed into a search, what a decision is made on, and the office's own
/// records: an old answer of these is of no use on a device, or has no business there.
constexpr std::array<std::string_view, 6> kNeverKept{"changes", "search", "award-context",
                                                     "journal", "users",  "imports"};

}  // namespace

void mark_keepable(std::string_view query, const Visitor& visitor, httplib::Response& response) {
  if (visitor.session.empty() || !visitor.caller.role) return;
  if (visitor.caller.role == api::Role::display)
    return;  // the same question has another answer at the desk
  if (std::find(kNeverKept.begin(), kNeverKept.end(), query) != kNeverKept.end()) return;
  const std::string mark = digest_text("keep," + std::to_string(visitor.caller.user) + "," +
                                       base::to_text(visitor.caller.user_id.uuid));
  response.set_header(kKeepHeader, mark.substr(0, 16));
}

}  // namespace shanzhi::http
