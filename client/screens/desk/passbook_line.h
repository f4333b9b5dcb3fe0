// One line of a passbook: in the list, in full, and its reversal.
#pragma once

#include "client/screens/parts.h"

namespace shanzhi::screens {

/// The line that is looked at in full, or is being reversed.
struct LineForm {
  api::PassbookLine line;
  bool shown = false, reversing = false;
  std::string reason;
  model::SubmissionRef sent;

  void open_line(const api::PassbookLine& l) {
    line = l;
    shown = true;
    reason.clear();
    sent.reset();
  }
};

/// True: pressed.
bool passbook_line(const Env& env, const api::PassbookLine& line);
void line_dialogs(const Env& env, LineForm& form, Wish& wish);

}  // namespace shanzhi::screens
