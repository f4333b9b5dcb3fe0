// Awarding on a page of its own: the form, and beside it the rule book to choose from.
#pragma once

#include "client/screens/award_form.h"

namespace shanzhi::screens {

Wish award_page(const Env& env, const AwardFormView& view, AwardForm& form, ui::Rect page);

}  // namespace shanzhi::screens
