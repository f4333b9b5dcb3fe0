// Spreadsheets out. Cells that a spreadsheet program would run as a formula are made harmless.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/table.h"
#include "shared/base/result.h"

namespace shanzhi::exchange {

/// A cell to mark in colour, with the reason in a last column: row is an index into the table's rows.
struct Mark {
  std::size_t row = 0;
  std::size_t column = 0;
  std::string reason;
};

/// CSV with a byte order mark (Excel needs it) and CRLF; cells beginning with = + - @ tab or CR get a
/// leading apostrophe unless they are plain numbers.
std::string write_csv(const app::Table& table);

/// XLSX with frozen headings; plain numbers of up to 15 digits without leading zero become numbers, all
/// else text. Errors: storage_failed when no temporary file can be written.
base::Result<std::string> write_xlsx(const app::Table& table, std::string_view sheet_name,
                                     const std::vector<Mark>& marks = {});

}  // namespace shanzhi::exchange
