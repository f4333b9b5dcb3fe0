// Taking back what an import wrote, row by row, while nothing depends on it yet.
#pragma once

#include "server/app/work.h"
#include "shared/base/result.h"

namespace shanzhi::app {

/// New rows go, changed rows become what they were. All or nothing. Errors: not_found, in_use (undone
/// already, or a row that others rely on by now; `shown` its kind, `shown2` what it is called).
base::Result<Outcome> undo_import(Work& work, const api::UndoImport& command);

}  // namespace shanzhi::app
