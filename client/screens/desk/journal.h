// The audit journal, newest first, narrowed by who, what and when, and one entry in full.
#pragma once

#include "client/screens/desk/households.h"

namespace shanzhi::screens {

struct JournalForm {
  ui::TableState table;
  std::vector<ui::Column> columns;
  std::string columns_language, who;
  std::string since, until, dates_of;  ///< as typed, and the address they were taken from
  bool shown = false;
  api::JournalRow entry;
};
Wish journal(const Env& env, const model::Rows<api::JournalRow>& list, JournalForm& form,
             ui::Rect page);

}  // namespace shanzhi::screens
