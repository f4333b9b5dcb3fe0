// Which accounts the list of users shows.
#pragma once

#include "shared/describe/describe.h"

namespace shanzhi::api {

struct UsersQuery {
  /// Those that residents made with a printed code, the last seen first; else all others. A town has a few
  /// dozen of these and thousands of those.
  bool residents = false;
};

inline void fields(describe::Visitor& v, UsersQuery& q) {
  v.boolean({"residents",
             "1: the accounts that residents made with a printed code, in place of the others.",
             describe::Presence::optional},
            q.residents);
}

}  // namespace shanzhi::api
