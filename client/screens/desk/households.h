// Households of a place: the list, and beside it the archive of the one that is open.
#pragma once

#include "client/screens/desk/archive.h"
#include "client/screens/parts.h"

namespace shanzhi::screens {

struct HouseholdsView {
  const model::Rows<api::HouseholdRow>& list;
  std::optional<ArchiveView> archive;  ///< of the open one
};
struct HouseholdsForm {
  ui::TableState table;
  std::vector<ui::Column> columns;
  std::string columns_language;
  std::string search;
  ArchiveForm archive;
};

Wish households(const Env& env, const HouseholdsView& view, HouseholdsForm& form, ui::Rect page);

/// The `sort` of the address ("-balance") to the table's state and back.
void sort_from(const std::string& sort, const std::vector<ui::Column>& columns,
               ui::TableState& table);
std::string sort_of(const std::vector<ui::Column>& columns, const ui::TableState& table);
/// Near enough to the end of what is loaded that more should come?
bool near_end(const ui::TableState& table, std::size_t rows, float height, bool compact);

}  // namespace shanzhi::screens
