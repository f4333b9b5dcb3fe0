// 帮家人看: whose points the phone shows, the way back to one's own, and who looks at whom.
#pragma once

#include "client/screens/phone/frame.h"
#include "shared/api/family.h"
#include "shared/api/views_phone.h"

namespace shanzhi::screens {

using KnownFamily = model::Loaded<api::FamilyPage>;

struct FamilyForm {
  model::SubmissionRef boards, ended;
  bool off = false;     ///< what was asked for, until it is so
  bool asking = false;  ///< whether the consent below is to end
  std::string access, name;
  bool mine = false;  ///< of the caller's own points
};

/// Who the address means, when the caller looks after them.
const api::FamilyRow* looked_after(const Env& env, const KnownFamily& family);
/// The strip over every page about somebody else; cuts it off the page.
void family_band(const Env& env, const api::FamilyRow& kin, ui::Rect& page, Wish& wish);
/// In the place of a page about somebody whom the caller looks after no more, or not known yet.
Wish family_gone(const Env& env, const KnownFamily& family, ui::Rect page);
/// Oneself and those whom one looks after, side by side; nothing when there is nobody.
void family_switch(const Env& env, const api::FamilyPage& family, Wish& wish);
/// Below somebody's standing: what else the consent allows.
void family_ways(const Env& env, const api::Standing& s, const api::FamilyRow& kin,
                 FamilyForm& form, Wish& wish);
/// Of the settings: whom I look after, who looks at me, each with its end.
void family_settings(const Env& env, const KnownFamily& family, FamilyForm& form, Wish& wish);

}  // namespace shanzhi::screens
