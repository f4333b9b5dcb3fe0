// The first sheet of a workbook, its cells as a person reads them.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <pugixml.hpp>
#include <set>

#include "server/exchange/archive.h"
#include "server/exchange/headings.h"
#include "server/exchange/read_table.h"
#include "shared/base/instant.h"
#include "shared/base/utf8.h"

namespace shanzhi::exchange {
namespace {

using base::ErrorCode;

// Day 0 of the 1900 date system as days since 1970-01-01 (the leap day of 1900 that never was included).
constexpr int kEpoch1900 = -25'569;
constexpr int kEpoch1904 = -24'107;

base::Result<pugi::xml_document> parse_part(Archive& archive, const std::string& name) {
  auto text = archive.read(name);
  if (!text) return text.error();
  pugi::xml_document document;
  if (!document.load_buffer(text->data(), text->size(),
                            pugi::parse_default | pugi::parse_ws_pcdata_single))
    return {ErrorCode::malformed};
  return document;
}

/// Text of a rich or plain string: all runs, without phonetic guides.
std::string text_of(const pugi::xml_node& node) {
  std::string text = node.child("t").text().get();
  for (auto run : node.children("r")) text += run.child("t").text().get();
  return text;
}

std::vector<std::string> shared_strings(Archive& archive) {
  std::vector<std::string> strings;
  auto part = parse_part(archive, "xl/sharedStrings.xml");
  if (!part) return strings;
  for (auto item : part->child("sst").children("si")) strings.push_back(text_of(item));
  return strings;
}

/// A number format that shows a date: has y, m or d outside quotes and brackets and no number sign.
bool shows_date(std::string_view code) {
  bool quoted = false, bracketed = false, date = false;
  for (char c : code) {
    if (c == '"') quoted = !quoted;
    if (c == '[') bracketed = true;
    if (c == ']') bracketed = false;
    if (quoted || bracketed) continue;
    if (c == '0' || c == '#' || c == '?') return false;
    if (std::strchr("yYdD", c) != nullptr || c == 'm' || c == 'M') date = true;
  }
  return date;
}

/// For each cell style, whether it shows a date.
std::vector<bool> date_styles(Archive& archive) {
  std::vector<bool> styles;
  auto part = parse_part(archive, "xl/styles.xml");
  if (!part) return styles;
  const auto sheet = part->child("styleSheet");
  std::set<int> date_formats{14, 15, 16, 17, 22, 27, 28, 29, 30,
                             31, 36, 50, 51, 52, 53, 54, 57, 58};
  for (auto format : sheet.child("numFmts").children("numFmt")) {
    if (shows_date(format.attribute("formatCode").value()))
      date_formats.insert(format.attribute("numFmtId").as_int());
  }
  for (auto style : sheet.child("cellXfs").children("xf"))
    styles.push_back(date_formats.count(style.attribute("numFmtId").as_int()) > 0);
  return styles;
}

/// "BC12" → 54. Negative when it is no reference.
int column_of(const char* reference) {
  int column = 0;
  for (; *reference >= 'A' && *reference <= 'Z'; ++reference)
    column = column * 26 + (*reference - 'A' + 1);
  return column - 1;
}

/// 13812345678 not 1.3812345678E10; 52.5 stays.
std::string plain_number(const std::string& text) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (end == text.c_str() || *end != 0) return text;
  if (std::abs(value) < 1e15 && value == std::floor(value))
    return std::to_string(static_cast<long long>(value));
  return text;
}

/// Where the first sheet lies and which day is day 0.
struct Workbook {
  std::string sheet = "xl/worksheets/sheet1.xml";
  int epoch = kEpoch1900;
};

Workbook read_workbook(Archive& archive) {
  Workbook workbook;
  auto book = parse_part(archive, "xl/workbook.xml");
  auto relations = parse_part(archive, "xl/_rels/workbook.xml.rels");
  if (!book || !relations) return workbook;
  const auto root = book->child("workbook");
  if (root.child("workbookPr").attribute("date1904").as_bool()) workbook.epoch = kEpoch1904;
  const std::string id = root.child("sheets").child("sheet").attribute("r:id").value();
  for (auto relation : relations->child("Relationships").children("Relationship")) {
    if (id != relation.attribute("Id").value()) continue;
    std::string target = relation.attribute("Target").value();
    workbook.sheet = target.starts_with('/') ? target.substr(1) : "xl/" + target;
  }
  return workbook;
}

class SheetReader {
 public:
  SheetReader(Archive& archive, int epoch)
      : strings_(shared_strings(archive)), dates_(date_styles(archive)), epoch_(epoch) {}

  std::string cell_text(const pugi::xml_node& cell) const {
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") return text_of(cell.child("is"));
    const std::string value = cell.child("v").text().get();
    if (type == "s") {
      const auto index = static_cast<std::size_t>(std::strtoul(value.c_str(), nullptr, 10));
      return index < strings_.size() ? strings_[index] : std::string{};
    }
    if (type == "b") return value == "1" ? "是" : "否";
    if (type == "e") return {};
    if (type == "str") return value;
    const auto style = static_cast<std::size_t>(cell.attribute("s").as_uint());
    if (!value.empty() && style < dates_.size() && dates_[style]) return date_text(value);
    return plain_number(value);
  }

 private:
  std::string date_text(const std::string& value) const {
    const double days = std::strtod(value.c_str(), nullptr);
    if (days < 1 || days > 2'958'465) return plain_number(value);
    return base::to_text(base::CivilDate{static_cast<std::int32_t>(days) + epoch_});
  }

  std::vector<std::string> strings_;
  std::vector<bool> dates_;
  int epoch_;
};

}  // namespace

base::Result<app::Table> read_xlsx(std::string_view bytes) {
  auto archive = Archive::open(bytes);
  if (!archive) return archive.error();
  if (!archive->has("xl/workbook.xml")) return {ErrorCode::unsupported_media};
  const Workbook workbook = read_workbook(*archive);
  auto sheet = parse_part(*archive, workbook.sheet);
  if (!sheet) return sheet.error();
  const SheetReader reader(*archive, workbook.epoch);
  std::vector<std::vector<std::string>> rows;
  for (auto row : sheet->child("worksheet").child("sheetData").children("row")) {
    // Rows that are wholly empty are left out of the file: their numbers are kept.
    const auto number = row.attribute("r").as_ullong(rows.size() + 1);
    if (number > app::kTableRowsMax + 1) return {ErrorCode::too_large, "", "1000000"};
    while (rows.size() + 1 < number) rows.emplace_back();
    rows.emplace_back();
    for (auto cell : row.children("c")) {
      const char* reference = cell.attribute("r").value();
      const auto column = *reference != 0
                              ? static_cast<std::size_t>(std::max(0, column_of(reference)))
                              : rows.back().size();
      if (column >= app::kTableColumnsMax) continue;
      if (rows.back().size() <= column) rows.back().resize(column + 1);
      std::string text = reader.cell_text(cell);
      if (text.size() > app::kCellBytesMax || !base::valid_utf8(text))
        return {ErrorCode::malformed, "", std::to_string(number)};
      rows.back()[column] = std::move(text);
    }
  }
  return table_from_rows(std::move(rows), 1);
}

base::Result<app::Table> read_table(std::string_view bytes) {
  constexpr std::string_view kZip = "PK\x03\x04";
  constexpr std::string_view kOle = "\xD0\xCF\x11\xE0";  // the old binary .xls
  if (bytes.substr(0, kZip.size()) == kZip) return read_xlsx(bytes);
  if (bytes.substr(0, kOle.size()) == kOle)
    return {ErrorCode::unsupported_media, "", ".xls", ".xlsx"};
  return read_csv(bytes);
}

}  // namespace shanzhi::exchange
