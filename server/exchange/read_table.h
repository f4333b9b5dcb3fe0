// Spreadsheets in: XLSX (ISO/IEC 29500) and CSV (RFC 4180; UTF-8 with or without mark, or GB 18030 as
// Chinese Excel writes it).
#pragma once

#include <string>
#include <string_view>

#include "server/app/table.h"
#include "shared/base/result.h"

namespace shanzhi::exchange {

/// Decides by content, not by name. The first row with at least two filled cells is the headings'.
/// Errors: unsupported_media (an old .xls, a picture …), malformed (broken archive or quotes; `shown`
/// the row), too_large (more than a million rows, or an archive that unpacks beyond its bounds).
base::Result<app::Table> read_table(std::string_view bytes);

/// As read_table, for one format.
base::Result<app::Table> read_csv(std::string_view bytes);
base::Result<app::Table> read_xlsx(std::string_view bytes);

}  // namespace shanzhi::exchange
