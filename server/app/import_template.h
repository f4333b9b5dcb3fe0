// The empty spreadsheet of a kind of import: the headings that are usual, and one row that shows how.
#pragma once

#include <string>
#include <string_view>

#include "server/app/table.h"
#include "shared/base/result.h"

namespace shanzhi::app {

/// What the example row begins with in its first cell; an import passes over such a row.
inline constexpr std::string_view kExampleMark = "示例";

/// Errors: not_a_choice for a kind that has no spreadsheet.
base::Result<Table> import_template_of(std::string_view kind);

/// Takes the example row away, when somebody left it standing first; numbers of rows stay right.
void drop_example(Table& table);

}  // namespace shanzhi::app
