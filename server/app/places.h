// Use cases of the tree of places and of what stands in it.
#pragma once

#include "server/app/work.h"
#include "shared/base/result.h"

namespace shanzhi::app {

/// Creates or changes a place. Errors: malformed (code, outline), not_found (parent), out_of_range
/// (level against its neighbours; a parent below itself), not_permitted (moving the caller's own root).
base::Result<Outcome> save_place(Work& work, const api::SavePlace& command);
/// Checks and writes without an entry of its own: for imports, which leave one for the whole file.
/// Gives the row. Errors: as save_place.
base::Result<Row> put_place(Work& work, const api::SavePlace& command, std::int64_t position);
/// Errors: missing_field, not_found (place).
base::Result<Outcome> save_site(Work& work, const api::SaveSite& command);

}  // namespace shanzhi::app
