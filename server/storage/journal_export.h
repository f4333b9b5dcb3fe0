// The journal and the ledger as lines of JSON that anyone can check with SHA-256 and nothing else.
#pragma once

#include <ostream>
#include <string>

#include "shared/base/result.h"

namespace shanzhi::storage {

/// One snapshot of the database at that path: a line for each transfer in order of `seq`, then one for
/// each entry in order of `position`. Each has `previous`, `own` and `canonical` (hex): `own` is the
/// SHA-256 of the bytes of `previous` followed by those of `canonical`, and the next line's `previous`.
/// The value is the number of lines. Errors: storage_failed (`shown` why).
base::Result<std::int64_t> export_journal(const std::string& database, std::ostream& out);

}  // namespace shanzhi::storage
