// XLSX goes through a temporary file in the library's constant-memory mode; the others are text.
#include "server/exchange/write_rows.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "server/exchange/cell_text.h"
#include "server/exchange/temporary_file.h"
#include "shared/base/utf8.h"

namespace shanzhi::exchange {
namespace {

using Cells = std::vector<std::string>;

constexpr std::size_t kPieceBytes = 64 << 10;
/// What a cell of XLSX can hold, in characters; the library refuses more.
constexpr std::size_t kCellCharactersMax = 32'767;

class CsvRows final : public app::RowWriter {
 public:
  void row(const Cells& cells) override { append_csv_row(text_, cells); }
  base::Result<base::Done> finish() override { return base::Done{}; }
  std::string take() override { return std::exchange(text_, {}); }

 private:
  std::string text_ = "\xEF\xBB\xBF";
};

class HtmlRows final : public app::RowWriter {
 public:
  void row(const Cells& cells) override {
    const char* tag = head_ ? "th" : "td";
    if (head_) text_ += "<table><thead>";
    text_ += "<tr>";
    for (const std::string& cell : cells) {
      const bool right = !head_ && plain_number(cell);
      (text_ += "<") += tag;
      text_ += right ? " class=\"number\">" : ">";
      append_escaped(cell);
      ((text_ += "</") += tag) += ">";
    }
    text_ += "</tr>\n";
    if (head_) text_ += "</thead><tbody>\n";
    head_ = false;
  }
  base::Result<base::Done> finish() override {
    text_ += "</tbody></table>\n";
    return base::Done{};
  }
  std::string take() override { return std::exchange(text_, {}); }

 private:
  void append_escaped(const std::string& cell) {
    for (const char c : cell) {
      switch (c) {
        case '<': text_ += "&lt;"; break;
        case '>': text_ += "&gt;"; break;
        case '&': text_ += "&amp;"; break;
        case '"': text_ += "&quot;"; break;
        default: text_ += c;
      }
    }
  }
  std::string text_;
  bool head_ = true;
};

class XlsxRows final : public app::RowWriter {
 public:
  explicit XlsxRows(const char* title) {
    if (file_.path.empty()) return;
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_ = workbook_new_opt(file_.path.c_str(), &options);
    sheet_ = book_ ? workbook_add_worksheet(book_, title) : nullptr;
    head_ = book_ ? workbook_add_format(book_) : nullptr;
    if (!head_) return;
    format_set_bold(head_);
    format_set_bottom(head_, LXW_BORDER_THIN);
  }
  ~XlsxRows() override {
    if (book_) workbook_close(book_);  // somebody left in the middle
  }
  bool open() const { return sheet_ != nullptr && head_ != nullptr; }

  void row(const Cells& cells) override {
    if (rows_ == 0) set_widths(cells);
    columns_ = std::max(columns_, cells.size());
    for (std::size_t c = 0; c < cells.size(); ++c) put(cells[c], static_cast<lxw_col_t>(c));
    ++rows_;
  }
  base::Result<base::Done> finish() override {
    worksheet_freeze_panes(sheet_, 1, 0);
    if (rows_ > 1 && columns_ > 0)
      worksheet_autofilter(sheet_, 0, 0, rows_ - 1, static_cast<lxw_col_t>(columns_ - 1));
    const lxw_error closed = workbook_close(std::exchange(book_, nullptr));
    if (closed != LXW_NO_ERROR) return {base::ErrorCode::storage_failed};
    bytes_.open(file_.path, std::ios::binary);
    if (!bytes_) return {base::ErrorCode::storage_failed};
    return base::Done{};
  }
  std::string take() override {
    if (!bytes_.is_open()) return {};
    std::string piece(kPieceBytes, '\0');
    bytes_.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    piece.resize(static_cast<std::size_t>(bytes_.gcount()));
    return piece;
  }

 private:
  /// By the headings alone: the rows are not known yet.
  void set_widths(const Cells& headings) {
    for (std::size_t c = 0; c < headings.size(); ++c) {
      const auto width = static_cast<double>(
          std::clamp<std::size_t>(2 * base::length_utf8(headings[c]) + 6, 12, 40));
      worksheet_set_column(sheet_, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c), width,
                           nullptr);
    }
  }
  void put(const std::string& cell, lxw_col_t column) {
    if (cell.empty()) return;
    lxw_format* format = rows_ == 0 ? head_ : nullptr;
    if (rows_ > 0 && plain_number(cell)) {
      worksheet_write_number(sheet_, rows_, column, std::strtod(cell.c_str(), nullptr), format);
    } else {
      const std::string fitting(base::cut_utf8(cell, kCellCharactersMax));
      worksheet_write_string(sheet_, rows_, column, fitting.c_str(), format);
    }
  }

  const TemporaryFile file_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* head_ = nullptr;
  lxw_row_t rows_ = 0;
  std::size_t columns_ = 0;
  std::ifstream bytes_;
};

}  // namespace

base::Result<std::unique_ptr<app::RowWriter>> make_row_writer(api::FileKind kind,
                                                              const char* title) {
  if (kind == api::FileKind::csv) return std::unique_ptr<app::RowWriter>(new CsvRows);
  if (kind == api::FileKind::html) return std::unique_ptr<app::RowWriter>(new HtmlRows);
  auto sheet = std::make_unique<XlsxRows>(title);
  if (!sheet->open()) return {base::ErrorCode::storage_failed};
  return std::unique_ptr<app::RowWriter>(std::move(sheet));
}

}  // namespace shanzhi::exchange
