// Residents of a place, page by page; opening one shows the household's archive.
#pragma once

#include "client/screens/desk/households.h"

namespace shanzhi::screens {

struct PeopleView {
  const model::Rows<api::PersonRow>& list;
};
struct PeopleForm {
  ui::TableState table;
  std::vector<ui::Column> columns;
  std::string columns_language;
  std::string search;
};

Wish people(const Env& env, const PeopleView& view, PeopleForm& form, ui::Rect page);

}  // namespace shanzhi::screens
