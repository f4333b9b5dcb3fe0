#include "server/exchange/write_table.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "shared/base/utf8.h"

namespace shanzhi::exchange {
namespace {

/// Digits with at most one point and one leading minus, no leading zero, at most 15 digits: what a
/// spreadsheet keeps exactly. Identity and telephone numbers stay text.
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

/// Columns as wide as their longest cell, Han characters counting two, within reason.
void set_widths(lxw_worksheet* sheet, const app::Table& table) {
  for (std::size_t c = 0; c < table.headings.size(); ++c) {
    std::size_t width = 2 * base::length_utf8(table.headings[c]);
    for (std::size_t r = 0; r < std::min<std::size_t>(table.rows.size(), 200); ++r) {
      if (c >= table.rows[r].size()) continue;
      const std::string& cell = table.rows[r][c];
      const std::size_t characters = base::length_utf8(cell);
      width = std::max(width, characters + (cell.size() - characters) / 2);
    }
    const auto column = static_cast<lxw_col_t>(c);
    worksheet_set_column(sheet, column, column,
                         static_cast<double>(std::clamp<std::size_t>(width + 2, 6, 48)), nullptr);
  }
}

/// The library of this suite writes to a path only. Mode 0600: the sheet may hold personal data.
struct TemporaryFile {
  std::string path;

  TemporaryFile() {
    std::string name = (std::filesystem::temp_directory_path() / "shanzhi-XXXXXX").string();
    const int handle = mkstemp(name.data());
    if (handle < 0) return;
    close(handle);
    path = name;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!path.empty()) unlink(path.c_str());
  }
};

}  // namespace

std::string write_csv(const app::Table& table) {
  std::string out = "\xEF\xBB\xBF";
  append_csv_row(out, table.headings);
  for (const auto& row : table.rows) append_csv_row(out, row);
  return out;
}

base::Result<std::string> write_xlsx(const app::Table& table, std::string_view sheet_name,
                                     const std::vector<Mark>& marks) {
  const TemporaryFile file;
  if (file.path.empty()) return {base::ErrorCode::storage_failed};
  lxw_workbook* book = workbook_new(file.path.c_str());
  lxw_worksheet* sheet =
      workbook_add_worksheet(book, std::string(base::cut_utf8(sheet_name, 31)).c_str());
  if (sheet == nullptr) sheet = workbook_add_worksheet(book, nullptr);
  lxw_format* head = workbook_add_format(book);
  format_set_bold(head);
  format_set_bottom(head, LXW_BORDER_THIN);
  lxw_format* wrong = workbook_add_format(book);
  format_set_bg_color(wrong, 0xFBE3DC);
  format_set_font_color(wrong, 0xB02E1C);

  std::map<std::pair<std::size_t, std::size_t>, bool> marked;
  std::map<std::size_t, std::string> reasons;
  for (const Mark& mark : marks) {
    marked[{mark.row, mark.column}] = true;
    std::string& reason = reasons[mark.row];
    reason += (reason.empty() ? "" : "；") + mark.reason;
  }
  for (std::size_t c = 0; c < table.headings.size(); ++c)
    worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(c), table.headings[c].c_str(), head);
  const auto reason_column = static_cast<lxw_col_t>(table.headings.size());
  if (!marks.empty()) worksheet_write_string(sheet, 0, reason_column, "错误原因", head);
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto row = static_cast<lxw_row_t>(r + 1);
    for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
      const std::string& cell = table.rows[r][c];
      lxw_format* format = marked.count({r, c}) > 0 ? wrong : nullptr;
      if (plain_number(cell)) {
        worksheet_write_number(sheet, row, static_cast<lxw_col_t>(c),
                               std::strtod(cell.c_str(), nullptr), format);
      } else {
        worksheet_write_string(sheet, row, static_cast<lxw_col_t>(c), cell.c_str(), format);
      }
    }
    if (reasons.count(r) > 0)
      worksheet_write_string(sheet, row, reason_column, reasons[r].c_str(), wrong);
  }
  worksheet_freeze_panes(sheet, 1, 0);
  set_widths(sheet, table);
  if (workbook_close(book) != LXW_NO_ERROR) return {base::ErrorCode::storage_failed};
  std::ifstream in(file.path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace shanzhi::exchange
