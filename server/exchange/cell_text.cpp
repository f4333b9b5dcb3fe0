// Formula injection is a matter of the first character alone.
#include "server/exchange/cell_text.h"

namespace shanzhi::exchange {

bool plain_number(std::string_view cell) {
  if (cell.starts_with('-')) cell.remove_prefix(1);
  if (cell.empty() || cell.size() > 16 || (cell.size() > 1 && cell[0] == '0' && cell[1] != '.'))
    return false;
  int digits = 0, points = 0;
  for (char c : cell) {
    if (c == '.') {
      ++points;
    } else if (c >= '0' && c <= '9') {
      ++digits;
    } else {
      return false;
    }
  }
  return points <= 1 && digits > 0 && digits <= 10 && cell.front() != '.' && cell.back() != '.';
}

bool runs_as_formula(std::string_view cell) {
  constexpr std::string_view kStarts = "=+-@\t\r";
  return !cell.empty() && kStarts.find(cell.front()) != std::string_view::npos &&
         !plain_number(cell);
}

void append_csv_row(std::string& out, const std::vector<std::string>& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out += ',';
    std::string cell = runs_as_formula(row[i]) ? "'" + row[i] : row[i];
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
      out += cell;
      continue;
    }
    out += '"';
    for (char c : cell) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  out += "\r\n";
}

}  // namespace shanzhi::exchange
