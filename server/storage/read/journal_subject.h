// What an entry of the journal is about, by its present name.
#pragma once

#include <string>

#include "server/storage/read/reading.h"

namespace shanzhi::storage::read {

struct JournalSubject {
  std::string kind;  ///< person, household, place, team, site, merchant, rule, user, token, import
  std::string id;    ///< its uuid, a place's code; "" when none
  std::string name;  ///< as it is called now; "" when it is gone or has none
};
/// `place` is the row of the place where the entry happened. The journal's readers see names in full
/// within their tree, masked elsewhere.
JournalSubject journal_subject(Reading& r, const std::string& kind, const base::Uuid& id,
                               std::int64_t place);

}  // namespace shanzhi::storage::read
