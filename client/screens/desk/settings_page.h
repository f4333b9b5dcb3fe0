// Language, appearance, and one's own password.
#pragma once

#include "client/screens/parts.h"

namespace shanzhi::screens {

struct SettingsForm {
  std::string old_password, new_password, repeat;
  model::SubmissionRef sent;
};
Wish settings_page(const Env& env, SettingsForm& form, ui::Rect page);

}  // namespace shanzhi::screens
