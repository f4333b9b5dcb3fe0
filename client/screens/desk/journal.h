// The audit journal, newest first, and one entry in full.
#pragma once

#include "client/screens/desk/households.h"

namespace shanzhi::screens {

struct JournalForm {
  ui::TableState table;
  std::vector<ui::Column> columns;
  std::string columns_language, who;
  bool shown = false;
  api::JournalRow entry;
};
Wish journal(const Env& env, const model::Rows<api::JournalRow>& list, JournalForm& form,
             ui::Rect page);

}  // namespace shanzhi::screens
