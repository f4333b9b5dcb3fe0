// The small pages of the phone: my teams, my membership code, settings.
#pragma once

#include "client/screens/phone/family.h"
#include "shared/api/door.h"
#include "shared/api/views_phone.h"

namespace shanzhi::screens {

Wish my_teams(const Env& env, const model::Loaded<api::Standing>& standing, ui::Rect page);
/// Always ink on white: a scanner reads it in either scheme.
Wish my_card(const Env& env, const model::Loaded<api::Standing>& standing, ui::Rect page);

struct MySettingsView {
  const model::Loaded<api::DevicePage>& devices;
  const model::Loaded<api::Standing>& standing;
  const KnownFamily* family = nullptr;  ///< of a resident
};
struct MySettingsForm {
  model::SubmissionRef boards, ended, changed;
  bool off = false;  ///< what was asked for, until it is so
  bool changing = false;
  std::string old_pin, pin;
  FamilyForm family;
};
/// Look and language, the boards, the devices, the PIN.
Wish my_settings(const Env& env, const MySettingsView& view, MySettingsForm& form, ui::Rect page);
/// Of that page, what is about the person and their account.
void my_account(const Env& env, const MySettingsView& view, MySettingsForm& form, Wish& wish);

/// What the code says: a number that means nothing to whoever has no right to look it up.
std::string card_text(const api::Standing& s);

}  // namespace shanzhi::screens
