// Spreadsheets out, row by row: a list of any length in little room. Cells that a spreadsheet program
// would run as a formula are made harmless.
#pragma once

#include <memory>

#include "server/app/exports.h"

namespace shanzhi::exchange {

/// The writer of a format. XLSX has frozen bold headings and a filter over its columns; CSV a byte order
/// mark and CRLF; HTML is one table. Errors: storage_failed when no temporary file can be made.
base::Result<std::unique_ptr<app::RowWriter>> make_row_writer(api::FileKind kind,
                                                              const char* title);

}  // namespace shanzhi::exchange
