// What the rows of each list are in a file: columns with their titles, and a page of answers as cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/api/queries.h"
#include "shared/base/result.h"
#include "shared/text/text.h"

namespace shanzhi::app {

struct ExportColumn {
  const char* key;  ///< what `sort` calls it
  std::string title;
};
struct ExportPage {
  std::vector<std::vector<std::string>> rows;
  std::string next;  ///< cursor; "" at the end
};
/// One list: the query that answers it and how its answer is read.
struct ExportList {
  api::ListKind kind;
  const char* query;
  bool paged;     ///< takes `limit` (and a cursor, where it has more)
  bool arranged;  ///< comes whole: searched and sorted by whoever shows it
  std::vector<ExportColumn> (*columns)(text::Language language);
  base::Result<ExportPage> (*read)(const std::string& json, text::Language language);
};
const ExportList& export_list(api::ListKind kind);

/// Centipoints as a spreadsheet takes them: 12850 → "128.5". No thousands, an ASCII minus.
std::string plain_points(std::int64_t centipoints);
/// Minutes as hours with at most two decimals: 95 → "1.58".
std::string plain_hours(std::int64_t minutes);

/// Rows in which some cell has the words, sorted by the column ("-points" greatest first); an unknown
/// column leaves the order alone.
void arrange_rows(std::vector<std::vector<std::string>>& rows,
                  const std::vector<ExportColumn>& columns, std::string_view search,
                  std::string_view sort);

}  // namespace shanzhi::app
