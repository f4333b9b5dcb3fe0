// The slip with which a resident without e-mail signs in: made at the window, shown once, printed.
#pragma once

#include "client/screens/parts.h"

namespace shanzhi::screens {

struct CodeForm {
  bool open = false;
  std::string person, name, code;
  model::SubmissionRef sent;
};

void open_code(CodeForm& form, const std::string& person, const std::string& name);
void code_dialog(const Env& env, CodeForm& form, Wish& wish);

}  // namespace shanzhi::screens
