// A spreadsheet as plain cells: what readers of XLSX and CSV give and what writers take.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace shanzhi::app {

/// Cells are UTF-8 text as a person reads them: dates as YYYY-MM-DD, whole numbers without exponent or
/// trailing zeros. Rows may be shorter than the headings.
struct Table {
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;
  std::int64_t first_row = 2;  ///< number that the spreadsheet shows beside rows[0]
};

inline constexpr std::size_t kTableRowsMax = 1'000'000;
inline constexpr std::size_t kTableColumnsMax = 200;
inline constexpr std::size_t kCellBytesMax = 32'767;  ///< what a cell of XLSX can hold

}  // namespace shanzhi::app
