// Which column of somebody's spreadsheet holds what: matched by its usual Chinese headings.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/table.h"
#include "shared/api/views.h"

namespace shanzhi::app {

/// A field that an import takes and the headings under which it is found, most usual first. A heading
/// matches when it equals one of them, spaces, brackets' contents and asterisks aside.
struct ImportField {
  const char* field;
  std::vector<const char*> headings;
  bool needed = false;
};

std::span<const ImportField> roster_fields();
std::span<const ImportField> place_fields();
std::span<const ImportField> merchant_fields();
std::span<const ImportField> team_fields();
std::span<const ImportField> rule_fields();

/// The columns of a table by field; a field that is not there is -1.
class MatchedColumns {
 public:
  MatchedColumns(const Table& table, std::span<const ImportField> fields);
  int column(std::string_view field) const;
  /// The cell, or "" when the column or the cell is not there.
  std::string_view cell(const std::vector<std::string>& row, std::string_view field) const;
  /// The first heading of a needed field that is missing; "" when all are there.
  std::string missing() const;
  /// For the report: every heading with what it was taken for.
  std::vector<api::ImportColumn> report() const;

 private:
  const Table& table_;
  std::span<const ImportField> fields_;
  std::vector<int> columns_;
};

}  // namespace shanzhi::app
