// From raw rows to a table: finds the row of headings, below a title if there is one.
#pragma once

#include <string>
#include <vector>

#include "server/app/table.h"
#include "shared/base/result.h"

namespace shanzhi::exchange {

/// `first_row` is the spreadsheet's number of rows[0]. Cells are tidied; wholly empty rows at the end
/// are dropped. Errors: malformed when no row has two filled cells.
base::Result<app::Table> table_from_rows(std::vector<std::vector<std::string>> rows,
                                         std::int64_t first_row);

}  // namespace shanzhi::exchange
