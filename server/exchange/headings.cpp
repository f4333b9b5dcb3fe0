#include "server/exchange/headings.h"

#include <algorithm>

#include "shared/base/utf8.h"

namespace shanzhi::exchange {
namespace {

std::size_t filled(const std::vector<std::string>& row) {
  return static_cast<std::size_t>(std::count_if(
      row.begin(), row.end(), [](const std::string& cell) { return !base::tidy(cell).empty(); }));
}

}  // namespace

base::Result<app::Table> table_from_rows(std::vector<std::vector<std::string>> rows,
                                         std::int64_t first_row) {
  std::size_t head = 0;
  while (head < rows.size() && filled(rows[head]) < 2) ++head;
  if (head == rows.size()) return {base::ErrorCode::malformed, "", "1"};
  app::Table table;
  for (const std::string& cell : rows[head]) table.headings.push_back(base::tidy(cell));
  while (!table.headings.empty() && table.headings.back().empty()) table.headings.pop_back();
  std::size_t end = rows.size();
  while (end > head + 1 && filled(rows[end - 1]) == 0) --end;
  for (std::size_t i = head + 1; i < end; ++i) {
    for (std::string& cell : rows[i]) cell = base::tidy(cell);
    table.rows.push_back(std::move(rows[i]));
  }
  table.first_row = first_row + static_cast<std::int64_t>(head) + 1;
  return table;
}

}  // namespace shanzhi::exchange
