// Cells on their way into a spreadsheet: what is a number, and what must not be run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shanzhi::exchange {

/// Digits with at most one point and one leading minus, no leading zero, at most ten of them: what a
/// spreadsheet shows as it is. Identity and telephone numbers stay text.
bool plain_number(std::string_view cell);

/// True for what a spreadsheet program would take for a formula: = + - @ tab or CR at its beginning, and
/// no plain number.
bool runs_as_formula(std::string_view cell);

/// One line of CSV (RFC 4180) with CRLF; formulas get a leading apostrophe.
void append_csv_row(std::string& out, const std::vector<std::string>& row);

}  // namespace shanzhi::exchange
