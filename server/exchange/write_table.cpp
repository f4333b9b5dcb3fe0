#include "server/exchange/write_table.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

#include "server/exchange/cell_text.h"
#include "server/exchange/temporary_file.h"
#include "shared/base/utf8.h"

namespace shanzhi::exchange {
namespace {

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
