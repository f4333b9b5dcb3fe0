// CSV as RFC 4180 has it, and as Chinese Excel saves it.
#include <iconv.h>

#include <algorithm>

#include "server/exchange/headings.h"
#include "server/exchange/read_table.h"
#include "shared/base/utf8.h"

namespace shanzhi::exchange {
namespace {

using base::ErrorCode;

constexpr std::string_view kMark = "\xEF\xBB\xBF";

/// GB 18030 covers GBK and GB 2312. Empty when the bytes are not that either.
std::string from_gb18030(std::string_view bytes) {
  iconv_t converter = iconv_open("UTF-8", "GB18030");
  if (converter == reinterpret_cast<iconv_t>(-1)) return {};
  std::string out(bytes.size() * 2 + 16, '\0');
  char* in_at = const_cast<char*>(bytes.data());
  std::size_t in_left = bytes.size();
  char* out_at = out.data();
  std::size_t out_left = out.size();
  const std::size_t converted = iconv(converter, &in_at, &in_left, &out_at, &out_left);
  iconv_close(converter);
  if (converted == static_cast<std::size_t>(-1) || in_left > 0) return {};
  out.resize(out.size() - out_left);
  return out;
}

/// Comma, semicolon or tab: whichever the first lines have most of (a title above has none).
char separator_of(std::string_view text) {
  std::size_t end = 0;
  for (int line = 0; line < 5 && end != std::string_view::npos; ++line)
    end = text.find('\n', end == 0 ? 0 : end + 1);
  const std::string_view head = text.substr(0, end);
  char best = ',';
  for (char candidate : {',', ';', '\t'}) {
    if (std::count(head.begin(), head.end(), candidate) >
        std::count(head.begin(), head.end(), best))
      best = candidate;
  }
  return best;
}

/// Splits CSV text into rows of cells.
class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text), separator_(separator_of(text)) {}

  base::Result<std::vector<std::vector<std::string>>> split() {
    while (at_ < text_.size()) {
      if (rows_.size() > app::kTableRowsMax) return {ErrorCode::too_large, "", "1000000"};
      rows_.emplace_back();
      bool more = true;
      while (more) {
        std::string cell;
        if (!read_cell(cell)) return {ErrorCode::malformed, "", std::to_string(rows_.size())};
        if (cell.size() > app::kCellBytesMax || rows_.back().size() >= app::kTableColumnsMax)
          return {ErrorCode::too_large, "", std::to_string(rows_.size())};
        rows_.back().push_back(std::move(cell));
        more = at_ < text_.size() && text_[at_] == separator_;
        if (more) ++at_;
      }
      end_line();
    }
    return std::move(rows_);
  }

 private:
  /// False for a quote that is never closed.
  bool read_cell(std::string& cell) {
    if (at_ >= text_.size() || text_[at_] != '"') {
      const std::size_t end = text_.find_first_of(std::string{separator_, '\r', '\n'}, at_);
      cell = text_.substr(at_, end - at_);
      at_ = std::min(end, text_.size());
      return true;
    }
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] != '"') {
        cell += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell += '"';
        ++at_;
      } else {
        ++at_;
        return true;
      }
    }
    return false;
  }

  void end_line() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace

base::Result<app::Table> read_csv(std::string_view bytes) {
  if (bytes.substr(0, kMark.size()) == kMark) bytes.remove_prefix(kMark.size());
  std::string converted;
  if (!base::valid_utf8(bytes)) {
    converted = from_gb18030(bytes);
    if (converted.empty()) return {ErrorCode::unsupported_media};
    bytes = converted;
  }
  if (bytes.find('\0') != std::string_view::npos) return {ErrorCode::unsupported_media};
  auto rows = Splitter(bytes).split();
  if (!rows) return rows.error();
  return table_from_rows(std::move(*rows), 1);
}

}  // namespace shanzhi::exchange
