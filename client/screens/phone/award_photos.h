// The photographs of an award that is being made: taken or chosen, looked at, taken away again.
#pragma once

#include "client/screens/award_form.h"

namespace shanzhi::screens {

/// Below the evidence of the form; see AwardFormView::photos.
void award_photos(const Env& env, AwardForm& form, Wish& wish);

}  // namespace shanzhi::screens
