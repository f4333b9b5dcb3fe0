// The small pages of the phone: my teams, my membership code, settings.
#pragma once

#include "client/screens/phone/frame.h"
#include "shared/api/views_phone.h"

namespace shanzhi::screens {

Wish my_teams(const Env& env, const model::Loaded<api::Standing>& standing, ui::Rect page);
/// Always ink on white: a scanner reads it in either scheme.
Wish my_card(const Env& env, const model::Loaded<api::Standing>& standing, ui::Rect page);
Wish my_settings(const Env& env, ui::Rect page);

/// What the code says: a number that means nothing to whoever has no right to look it up.
std::string card_text(const api::Standing& s);

}  // namespace shanzhi::screens
